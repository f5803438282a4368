"""How synchronisation stands in a county, for whoever runs it. Staff by name; of residents nothing but counts.

Who has not synced since when, what was refused, what waits for a leader, how large the feed is.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.core.errors import Forbidden
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role

READERS = frozenset({Role.MANAGER, Role.ADMIN})
FAILURES_DAYS = 7
BUCKETS = 50
"""So many of the largest are named to an operator."""
Report = dict[str, Any]


def standing(session: Session, actor: Actor, now: datetime) -> Report:
    """The same as `look`, and the look is audited. Raises Forbidden."""
    if actor.role not in READERS:
        raise Forbidden("identity.refused.wrong_role")
    audit(session, actor, now, "sync.status")
    return look(session, now)


def look(session: Session, now: datetime) -> Report:
    """Phones, the longest silent first; refusals by code over a week; held work by age; the feed by sort of bucket."""
    values = {
        "county_id": session.info["county_id"],
        "now": now,
        "since": now - timedelta(days=FAILURES_DAYS),
    }

    def rows(statement: Any) -> list[dict[str, Any]]:
        return [dict(row) for row in session.execute(statement, values).mappings()]

    return {
        "at": now,
        "phones": [row | {"role": Role(row["role"])} for row in rows(_PHONES)],
        "refused": rows(_REFUSED),
        "held": rows(_HELD)[0],
        "feed": rows(_FEED),
    }


def largest(session: Session) -> list[dict[str, Any]]:
    """The largest buckets by name: for an operator, who finds in them whose they are."""
    values = {"county_id": session.info["county_id"], "limit": BUCKETS}
    return [dict(row) for row in session.execute(_BUCKETS, values).mappings()]


_PHONES = text(
    """
    with handed_in as (
        select r.account_id, r.device_id,
               count(*) filter (where r.outcome = 'refused' and r.replaced_by is null and r.discarded_at is null)
                   as refused_count,
               max(r.received_at - r.occurred_at) as longest_wait
        from sync_receipts r where r.county_id = :county_id and r.received_at > :since
        group by r.account_id, r.device_id
    ), waiting as (
        select h.account_id, count(*) as held_count from held_commands h
        where h.county_id = :county_id and h.status = 'open' group by h.account_id
    )
    select m.name, m.role, d.id as device_id, d.last_seen_at, c.last_pull_at, c.last_push_at,
           c.waiting_count, c.wiped_at, c.lost_count,
           coalesce(h.refused_count, 0) as refused_count, coalesce(w.held_count, 0) as held_count,
           floor(extract(epoch from h.longest_wait) / 60)::int as longest_wait_minutes
    from memberships m
    left join devices d on d.account_id = m.account_id and d.revoked_at is null
    left join sync_contacts c on c.county_id = m.county_id and c.membership_id = m.id and c.device_id = d.id
    left join handed_in h on h.account_id = m.account_id and h.device_id is not distinct from d.id
    left join waiting w on w.account_id = m.account_id
    where m.county_id = :county_id and m.ended_at is null and m.role in ('clinician', 'team_leader')
    order by greatest(c.last_pull_at, c.last_push_at, d.last_seen_at) nulls first, m.name, d.id
    """
)
_REFUSED = text(
    """
    select r.kind, r.code, count(*) as count, count(distinct r.account_id) as accounts_count,
           max(r.received_at) as last_at
    from sync_receipts r
    where r.county_id = :county_id and r.outcome = 'refused' and r.replaced_by is null and r.discarded_at is null
          and r.received_at > :since
    group by r.kind, r.code order by count(*) desc, r.kind, r.code
    """
)
_HELD = text(
    """
    select count(*) as count, min(h.received_at) as oldest_at,
           count(*) filter (where h.received_at > :now - interval '1 day') as day_count,
           count(*) filter (where h.received_at between :now - interval '7 days' and :now - interval '1 day') as week_count,
           count(*) filter (where h.received_at < :now - interval '7 days') as older_count
    from held_commands h where h.county_id = :county_id and h.status = 'open'
    """
)
_SIZES = """
    select b.bucket, split_part(b.bucket, ':', 1) as sort, b.is_open, b.pulled_at,
           count(d.id) filter (where d.removed is null) as documents_count,
           count(d.id) filter (where d.removed is not null) as removed_count,
           coalesce(sum(octet_length(d.body)), 0)::bigint as bytes
    from sync_buckets b left join sync_documents d on d.county_id = b.county_id and d.bucket = b.bucket
    where b.county_id = :county_id group by b.county_id, b.bucket
"""
_FEED = text(
    f"select sort, count(*) filter (where is_open) as open_count, count(*) filter (where not is_open) as closed_count,"  # noqa: S608 (constants)
    " sum(documents_count)::bigint as documents_count, sum(removed_count)::bigint as removed_count,"
    f" sum(bytes)::bigint as bytes, max(bytes)::bigint as largest_bytes from ({_SIZES}) s group by sort order by sort"
)
_BUCKETS = text(
    "select bucket, is_open, pulled_at, documents_count, removed_count, bytes"  # noqa: S608 (constants)
    f" from ({_SIZES}) s order by bytes desc, bucket limit :limit"
)


def lines(report: Report, buckets: Sequence[Report]) -> Iterator[str]:
    """The report for a terminal."""
    yield "phones, the longest silent first"
    for one in report["phones"]:
        pulled, pushed, seen = (_when(one[name]) for name in ("last_pull_at", "last_push_at", "last_seen_at"))
        wait = "" if one["longest_wait_minutes"] is None else f"  longest wait {one['longest_wait_minutes']} min"
        waiting = f"  waiting {one['waiting_count']}" if one["waiting_count"] else ""
        lost = "unknown" if one["lost_count"] is None else one["lost_count"]
        wiped = "" if one["wiped_at"] is None else f"  cleared {_when(one['wiped_at'])}, unsent then: {lost}"
        yield (
            f"  {one['name']} ({one['role'].value}) {one['device_id'] or 'no phone yet'}"
            f"  pulled {pulled}  handed in {pushed}  signed in {seen}"
            f"  refused {one['refused_count']}  held {one['held_count']}{wait}{waiting}{wiped}"
        )
    yield f"refused in {FAILURES_DAYS} days, and neither put right nor let go"
    for one in report["refused"]:
        yield f"  {one['count']:>6}  {one['kind']}  {one['code']}  of {one['accounts_count']} people, last {_when(one['last_at'])}"
    held = report["held"]
    yield f"held: {held['count']}, the oldest since {_when(held['oldest_at'])}"
    yield f"  up to a day {held['day_count']}, up to a week {held['week_count']}, older {held['older_count']}"
    yield "feed"
    for one in report["feed"]:
        yield (
            f"  {one['sort']}: {one['open_count']} open, {one['closed_count']} closed,"
            f" {one['documents_count']} documents, {one['removed_count']} tombstones, {one['bytes'] / 1e6:.1f} MB"
        )
    yield "largest buckets"
    for one in buckets:
        state = "open" if one["is_open"] else "closed"
        yield f"  {one['bytes'] / 1e6:>8.2f} MB  {one['documents_count']:>6}  {one['bucket']}  {state}, pulled {_when(one['pulled_at'])}"


def _when(moment: datetime | None) -> str:
    return "never" if moment is None else f"{moment:%Y-%m-%d %H:%M} UTC"
