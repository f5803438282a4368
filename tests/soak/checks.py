"""What must be so when all is quiet, whatever happened before. Each check gives a line for each thing that is not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Engine, text

from jiayi.app import Runtime
from jiayi.core import audit
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.identity import service as identity
from jiayi.identity.terms import Scope
from jiayi.sync.buckets import buckets_of
from jiayi.sync.terms import Bucket
from jiayi.sync.verify import verify

Fate = Mapping[str, Any]
"""What a phone says of a command: id, kind, entity_id, account_id, phone, payload, depends_on, fate."""
RECEIPTS: Mapping[str, frozenset[str | None]] = {
    "applied": frozenset({"applied"}),
    "refused": frozenset({"refused"}),
    "replaced": frozenset({"refused"}),
    "held": frozenset({"held"}),
    "decided": frozenset({"held"}),
    "let_go": frozenset({"refused"}),
    "waiting": frozenset({None}),
    "withdrawn": frozenset({None}),
}
"""Which receipts a command may have, by what its phone says of it."""
FORGOTTEN = frozenset({"refused", "replaced", "let_go"})
"""After a restore these may have lost their receipt: what was refused and let go is not sent again."""
TOLD_EACH_TIME = frozenset({"visits.write_note", "visits.record_services", "visits.locate", "followups.record"})
"""Kinds that leave an entry in the audit trail each time that they are done."""

KEPT_ASIDE = "followups.record"
"""A second one of the same follow-up is kept under an id of its own."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The documents of every bucket that one of the phones has, and which those are."""

    buckets: dict[str, dict[str, tuple[int, Any]]]
    entitled: dict[str, list[str]]


def expected(runtime: Runtime, county_id: int, memberships: Mapping[str, str]) -> Expected:
    """What each phone should hold, projected anew from the records; `memberships` by phone."""
    with runtime.sessions.county(county_id) as session:
        entitled: dict[str, list[str]] = {}
        for phone, membership_id in memberships.items():
            actor = identity.actor_of(session, membership_id=UUID(membership_id), device_id=None, scope=Scope.FULL)
            entitled[phone] = [str(bucket) for bucket in buckets_of(session, actor, china_date(clock_now()))]
        names = sorted({name for names in entitled.values() for name in names})
        rows = session.execute(
            text("select bucket, kind, id, version from sync_documents where bucket = any(:names)"), {"names": names}
        )
        versions = {(row.bucket, row.kind, row.id): row.version for row in rows}
        found: dict[str, dict[str, tuple[int, Any]]] = {}
        for name in names:
            wanted = runtime.feed.all_in(session, Bucket.parse(name))
            found[name] = {
                f"{key.kind} {key.id}": (versions.get((key.bucket, key.kind, key.id), -1), orjson.loads(stored.body))
                for key, stored in wanted.items()
            }
        return Expected(found, entitled)


def feed(runtime: Runtime, county_id: int) -> Iterator[str]:
    """`jiayi sync verify` has nothing to say."""
    with runtime.sessions.county(county_id) as session:
        yield from (f"feed: {difference}" for difference in verify(session, runtime.feed))


def commands(owner: Engine, fates: Iterable[Fate], *, is_restored: bool) -> Iterator[str]:
    """Each command has the receipt that its phone says, did what it says once, and no receipt is nobody's."""
    known = {fate["id"]: fate for fate in fates}
    with owner.connect() as connection:
        receipts = {
            str(row.id): row.outcome for row in connection.execute(text("select id, outcome from sync_receipts"))
        }
    for fate in known.values():
        receipt = receipts.get(fate["id"])
        allowed = RECEIPTS.get(fate["fate"], frozenset())
        if is_restored and fate["fate"] in FORGOTTEN:
            allowed |= {None}
        if receipt not in allowed:
            yield f"{_named(fate)} is {fate['fate']} on the phone, its receipt says {receipt}"
        if fate["fate"] == "waiting" and not _is_behind_refused(fate, known):
            yield f"{_named(fate)} waits for nothing that can be seen"
    yield from (f"the receipt {one} belongs to no command of a phone" for one in receipts.keys() - known.keys())


def _named(fate: Fate) -> str:
    return f"{fate['phone']}: {fate['kind']} {fate['id']}"


def _is_behind_refused(fate: Fate, known: Mapping[str, Fate]) -> bool:
    """Something that it hangs on was refused. What hangs on itself, by whatever way, hangs on nothing."""
    seen: set[str] = set()
    waiting = [fate]
    while waiting:
        for one in waiting.pop()["depends_on"]:
            parent = known.get(one)
            if parent is None or one in seen:
                continue
            seen.add(one)
            if parent["fate"] == "refused":
                return True
            if parent["fate"] == "waiting":
                waiting.append(parent)
    return False


def effects(owner: Engine, fates: Iterable[Fate]) -> Iterator[str]:
    """What was done is there as often as it was done; what was not, is not."""
    with owner.connect() as connection:
        filed = {str(one) for one in connection.scalars(text("select id from held_commands where status = 'filed'"))}
        told: Counter[tuple[str, str, str]] = Counter()
        for row in connection.execute(
            text(
                "select account_id, action, subject, count(*) as n from audit_entries"
                " where account_id is not null and subject is not null group by 1, 2, 3"
            )
        ):
            told[str(row.account_id), row.action, row.subject.partition(":")[2]] = row.n
        ids = {
            table: {str(one) for one in connection.scalars(text(f"select id from {table}"))}
            for table in ("measurements", "visits")
        }
    done = [fate for fate in fates if fate["fate"] == "applied" or fate["id"] in filed]
    yield from _told(done, told)
    yield from _made(fates, done, ids, told)


def _told(done: Iterable[Fate], told: Counter[tuple[str, str, str]]) -> Iterator[str]:
    wanted = Counter(
        (fate["account_id"], fate["kind"], _about(fate)) for fate in done if fate["kind"] in TOLD_EACH_TIME
    )
    found: Counter[tuple[str, str, str]] = Counter()
    for (account_id, action, subject), count in told.items():
        if action in TOLD_EACH_TIME:
            found[account_id, action, "" if action == KEPT_ASIDE else subject] += count
    for key in wanted.keys() | found.keys():
        if found[key] != wanted[key]:
            yield f"{key[1]} of {key[2] or key[0]} was done {found[key]} times instead of {wanted[key]}"


def _about(fate: Fate) -> str:
    return "" if fate["kind"] == KEPT_ASIDE else str(fate["entity_id"])


def _made(
    fates: Iterable[Fate], done: Iterable[Fate], ids: Mapping[str, set[str]], told: Counter[tuple[str, str, str]]
) -> Iterator[str]:
    measured = {fate["payload"]["measurement_id"] for fate in done if fate["kind"] == "visits.measure"}
    visited = {fate["entity_id"] for fate in done if fate["kind"] in {"visits.request", "visits.start_unplanned"}}
    for fate in fates:
        match fate["kind"]:
            case "visits.measure":
                measurement_id = fate["payload"]["measurement_id"]
                if (measurement_id in ids["measurements"]) != (measurement_id in measured):
                    yield f"{_named(fate)} is {fate['fate']}, its value is {'' if measurement_id in ids['measurements'] else 'not '}there"
                if told[fate["account_id"], "visits.measure", measurement_id] > 1:
                    yield f"{_named(fate)} was kept more than once"
            case "visits.request" | "visits.start_unplanned":
                if (fate["entity_id"] in ids["visits"]) != (fate["entity_id"] in visited):
                    yield f"{_named(fate)} is {fate['fate']}, its visit is {'' if fate['entity_id'] in ids['visits'] else 'not '}there"
            case "visits.check_in" | "visits.check_out" if fate["fate"] == "applied":
                if told[fate["account_id"], fate["kind"], fate["entity_id"]] > 2:
                    yield f"{_named(fate)} was told more than twice"


def ledger(owner: Engine) -> Iterator[str]:
    """Reservations are given back or used up, each cause counts once, and the documents say the sums."""
    with owner.connect() as connection:
        for row in connection.execute(text(_CAUSES)):
            yield f"ledger: {row.item_code} of visit service {row.cause_id}: {row.lines}"
        for row in connection.execute(text(_SERVICES)):
            yield f"ledger: service {row.id} is {row.outcome}, consumed {row.is_consumed}, with {row.n} consumptions"
        sums = {row.id: (row.reserved, row.consumed) for row in connection.execute(text(_SUMS))}
        bodies = connection.scalars(
            text("select body from sync_documents where kind = 'contract' and body is not null")
        )
        for body in map(orjson.loads, bodies):
            for line in body.get("entitlements", ()):
                said = (line["reserved"], line["consumed"])
                if said != sums[UUID(line["id"])]:
                    yield f"ledger: {line['item_code']} of {body['id']} says {said}, the lines {sums[UUID(line['id'])]}"


_BY_KIND = "coalesce(sum(quantity) filter (where kind = '{}'), 0)"
_CAUSES = f"""
select e.item_code, l.cause_id, string_agg(l.kind || ' ' || l.quantity, ', ' order by l.kind) as lines
  from ledger_entries l join entitlements e on e.county_id = l.county_id and e.id = l.entitlement_id
 where l.kind <> 'grant' group by 1, 2
having {_BY_KIND.format("release")} > {_BY_KIND.format("reserve")} or {_BY_KIND.format("consume")} > 1
    or {_BY_KIND.format("reserve")} > 1
    or ({_BY_KIND.format("consume")} = 1 and {_BY_KIND.format("reserve")} <> {_BY_KIND.format("release")})
"""
_SERVICES = """
select s.id, s.outcome, s.is_consumed, count(l.id) as n
  from visit_services s
  left join ledger_entries l on l.county_id = s.county_id and l.cause_id = s.id and l.kind = 'consume'
 group by s.county_id, s.id, s.outcome, s.is_consumed
having count(l.id) > 1 or (count(l.id) = 1 and not s.is_consumed)
"""
_SUMS = f"""
select e.id, coalesce(s.reserved, 0) as reserved, coalesce(s.consumed, 0) as consumed
  from entitlements e left join (
    select entitlement_id, {_BY_KIND.format("reserve")} - {_BY_KIND.format("release")} as reserved,
           {_BY_KIND.format("consume")} as consumed
      from ledger_entries group by 1
  ) s on s.entitlement_id = e.id
"""


def trail(runtime: Runtime, owner: Engine, county_id: int) -> Iterator[str]:
    """The audit chain holds."""
    audit.seal(runtime.sessions, county_id)
    yield from (f"audit: {problem}" for problem in audit.verify(owner))
