"""Writing down what was done: from visits and follow-ups, in the transaction in which they are recorded.

What is known of a deed is gathered by one statement for any number of them, judged by one rule, and written where it
differs. A service of a visit and a follow-up of the same item, person and day are one deed. Doing it again changes
nothing; the nightly turn does it for the last days, for what two phones brought at the same moment.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, or_, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.orm import Session

from jiayi.catalogue import service as catalogue
from jiayi.core.dates import china_date
from jiayi.core.results import Refused
from jiayi.core.tools import tools
from jiayi.followups.terms import Mode, Programme
from jiayi.fulfilment import rules
from jiayi.fulfilment.models import Doubt, Fulfilment
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import Asked, DoubtStatus, Facts, HowMet, Shortfall
from jiayi.identity import service as identity
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents

UUIDS = ARRAY(PG_UUID(as_uuid=True))

LINES = text(
    """
    select l.id, l.resident_id, l.item_code, l.visit_id, v.team_id, l.done_by,
           coalesce(l.done_at, v.ended_at, v.started_at, v.requested_at) as done_at,
           l.done_at is not null and v.started_at is not null as has_time,
           exists (select from visit_checks c where c.visit_id = v.id and c.kind = 'in'
                   and (c.verdict in ('inside', 'near') or c.reason_code is not null and c.action_code is not null)) as has_place,
           exists (select from measurements m where m.visit_id = v.id and m.resident_id = l.resident_id)
               or exists (select from follow_ups f where f.visit_id = v.id and f.resident_id = l.resident_id and f.status = 'done')
               or exists (select from prescriptions p where p.resident_id = l.resident_id and p.issued_on = d.done_on) as has_result,
           coalesce(l.contract_id, covering.id) as contract_id,
           array(select w.clinician_id from visit_clinicians w where w.visit_id = v.id and not w.is_removed
                 order by w.clinician_id) as crew
    from visit_services l
    join visits v on v.id = l.visit_id
    cross join lateral (select (coalesce(l.done_at, v.ended_at, v.started_at, v.requested_at)
                                at time zone 'Asia/Shanghai')::date as done_on) d
    left join lateral (
        select c.id from contracts c where c.resident_id = l.resident_id and c.starts_on <= d.done_on
           and least(c.ends_on, c.ended_on) >= d.done_on
           and c.status not in ('draft', 'pending_review', 'pending_sign', 'rejected', 'cancelled')
         order by c.starts_on desc limit 1
    ) covering on true
    where l.outcome = 'done' and v.status in ('completed', 'verified', 'aborted')
      and (cast(:resident_ids as uuid[]) is null or l.resident_id = any(:resident_ids))
      and (cast(:first_on as date) is null or d.done_on between :first_on and :last_on)
    """
).bindparams(bindparam("resident_ids", type_=UUIDS))

HELD = text(
    """
    select f.id, f.resident_id, f.programme, f.mode, f.done_at, f.done_by, f.visit_id,
           coalesce(v.team_id, covering.team_id, r.care_team_id) as team_id, covering.id as contract_id,
           exists (select from visit_checks c where c.visit_id = f.visit_id and c.kind = 'in'
                   and (c.verdict in ('inside', 'near') or c.reason_code is not null and c.action_code is not null)) as has_place
    from follow_ups f
    join residents r on r.id = f.resident_id
    left join visits v on v.id = f.visit_id
    left join lateral (
        select c.id, c.team_id from contracts c where c.resident_id = f.resident_id
           and c.starts_on <= (f.done_at at time zone 'Asia/Shanghai')::date
           and least(c.ends_on, c.ended_on) >= (f.done_at at time zone 'Asia/Shanghai')::date
           and c.status not in ('draft', 'pending_review', 'pending_sign', 'rejected', 'cancelled')
         order by c.starts_on desc limit 1
    ) covering on true
    where f.status = 'done' and f.done_at is not null
      and (cast(:resident_ids as uuid[]) is null or f.resident_id = any(:resident_ids))
      and (cast(:first_on as date) is null or (f.done_at at time zone 'Asia/Shanghai')::date between :first_on and :last_on)
    """
).bindparams(bindparam("resident_ids", type_=UUIDS))


@dataclass
class Deed:
    """One item performed once, as it is written down elsewhere."""

    resident_id: UUID
    item_code: str
    team_id: UUID
    how: HowMet
    done_at: datetime
    contract_id: UUID | None = None
    visit_id: UUID | None = None
    visit_service_id: UUID | None = None
    follow_up_id: UUID | None = None
    performed_by: UUID | None = None
    crew: frozenset[UUID] = field(default_factory=frozenset)
    has_time: bool = True
    has_place: bool = False
    has_result: bool = False

    @property
    def id(self) -> UUID:
        """Of the row that it was first written down in."""
        found = self.visit_service_id or self.follow_up_id
        if found is None:
            raise ValueError("a deed of nothing")
        return found

    @property
    def done_on(self) -> date:
        return china_date(self.done_at)


def write(
    session: Session,
    now: datetime,
    resident_ids: Collection[UUID] | None = None,
    first_on: date | None = None,
    last_on: date | None = None,
) -> set[UUID]:
    """Bring the fulfilments of these residents and days up to date, all of them if nobody is named; whose changed."""
    session.flush()
    scope = {
        "resident_ids": list(resident_ids) if resident_ids is not None else None,
        "first_on": first_on,
        "last_on": last_on,
    }
    table = tools(session).rules.of(FulfilmentRules, china_date(now))
    lines, held = (session.execute(statement, scope).mappings().all() for statement in (LINES, HELD))
    deeds = list(_joined(lines, held, table))
    known = _Known(session, deeds, scope)
    judge = _Judge(session)
    taken = [(deed, known.take(deed)) for deed in deeds]
    changed = {row.resident_id for row in known.left()}
    # What was never done cannot be denied.
    for doubt in session.scalars(select(Doubt).where(Doubt.fulfilment_id.in_([gone.id for gone in known.left()]))):
        session.delete(doubt)
    session.flush()
    for gone in known.left():
        session.delete(gone)
    # Two that turn out to be one: the one that goes must be gone before the other takes what it was of.
    session.flush()
    for deed, row in taken:
        facts = judge.facts(deed, known.doubt_of(row))
        written = row or Fulfilment(id=deed.id, asked=judge.asked(deed.resident_id))
        if _fill(written, deed, facts):
            changed.add(deed.resident_id)
            session.add(written)
    session.flush()
    return changed


def record_visit(session: Session, now: datetime, visit_id: UUID) -> set[UUID]:
    """What was done on this visit; whose fulfilments changed."""
    (ids, first_on, last_on) = session.execute(DAYS_OF_VISIT, {"visit_id": visit_id}).one()
    return write(session, now, ids, first_on, last_on) if ids else set()


DAYS_OF_VISIT = text(
    """
    with days as (
        select l.resident_id, (coalesce(l.done_at, v.ended_at, v.started_at, v.requested_at)
                               at time zone 'Asia/Shanghai')::date as day
        from visit_services l join visits v on v.id = l.visit_id where v.id = :visit_id
        union all
        select resident_id, done_on from fulfilments where visit_id = :visit_id
    )
    select array_agg(distinct resident_id), min(day), max(day) from days
    """
)


def judge_again(row: Fulfilment, doubt: DoubtStatus) -> None:
    """After what somebody said of it: all else that keeps it from counting stays."""
    shortfalls = [reason for reason in row.shortfalls if reason != Shortfall.CONTRADICTED.value]
    if doubt in rules.DENIED:
        shortfalls.append(Shortfall.CONTRADICTED.value)
    row.shortfalls, row.is_counted = shortfalls, not shortfalls


def _joined(lines: Iterable[RowMapping], held: Iterable[RowMapping], table: FulfilmentRules) -> Iterator[Deed]:
    """Every deed once: a follow-up goes to the service of the same item that it was held on."""
    done = [_of_line(row) for row in lines]
    by_key: dict[tuple[UUID, str, date], Deed] = {(one.resident_id, one.item_code, one.done_on): one for one in done}
    for row in held:
        deed = _of_follow_up(row, table)
        service = by_key.get((deed.resident_id, deed.item_code, deed.done_on))
        if service is None or service.follow_up_id is not None or deed.how is not HowMet.HOME:
            done.append(deed)
            continue
        service.follow_up_id, service.has_result = deed.follow_up_id, True
    yield from done


def _of_line(row: RowMapping) -> Deed:
    crew = frozenset(row["crew"]) | ({row["done_by"]} if row["done_by"] else set())
    return Deed(
        row["resident_id"], row["item_code"], row["team_id"], HowMet.HOME, row["done_at"], row["contract_id"],
        row["visit_id"], row["id"], None, row["done_by"] or next(iter(sorted(crew)), None), crew, row["has_time"],
        row["has_place"], row["has_result"],
    )  # fmt: skip


HOW = {Mode.HOME.value: HowMet.HOME, Mode.CLINIC.value: HowMet.CLINIC}


def _of_follow_up(row: RowMapping, table: FulfilmentRules) -> Deed:
    """By phone it is advice by phone; at the centre the centre is the place."""
    how = HOW.get(row["mode"], HowMet.CALL)
    item_code = table.call_item if how is HowMet.CALL else table.follow_up_items[Programme(row["programme"])]
    return Deed(
        row["resident_id"], item_code, row["team_id"], how, row["done_at"], row["contract_id"], row["visit_id"], None,
        row["id"], row["done_by"], frozenset({row["done_by"]} if row["done_by"] else ()), has_time=True,
        has_place=row["has_place"] or how is HowMet.CLINIC, has_result=True,
    )  # fmt: skip


COLUMNS = (
    "resident_id", "item_code", "team_id", "how", "done_at", "done_on", "contract_id", "visit_id", "visit_service_id",
    "follow_up_id", "performed_by",
)  # fmt: skip


def _fill(row: Fulfilment, deed: Deed, facts: Facts) -> bool:
    """Write what differs; whether anything did."""
    shortfalls = [reason.value for reason in rules.counts(facts)]
    told = {name: getattr(deed, name) for name in COLUMNS} | {
        "encounter_id": deed.visit_id or deed.follow_up_id,
        "shortfalls": shortfalls,
        "is_counted": not shortfalls,
    }
    differing = {name: value for name, value in told.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)


class _Known:
    """The rows that stand already, each taken by the deed that it is of."""

    def __init__(self, session: Session, deeds: list[Deed], scope: Mapping[str, Any]) -> None:
        statement = select(Fulfilment)
        if scope["resident_ids"] is not None:
            statement = statement.where(Fulfilment.resident_id.in_(scope["resident_ids"]))
        if scope["first_on"] is not None:
            of_deeds = (
                Fulfilment.visit_service_id.in_([one.visit_service_id for one in deeds if one.visit_service_id]),
                Fulfilment.follow_up_id.in_([one.follow_up_id for one in deeds if one.follow_up_id]),
            )
            statement = statement.where(or_(Fulfilment.done_on.between(scope["first_on"], scope["last_on"]), *of_deeds))
        rows = session.scalars(statement.order_by(Fulfilment.id)).all()
        self.rows = {row.id: row for row in rows}
        self.by_line = {row.visit_service_id: row for row in rows if row.visit_service_id is not None}
        self.by_follow_up = {row.follow_up_id: row for row in rows if row.follow_up_id is not None}
        doubts = select(Doubt.fulfilment_id, Doubt.status)
        self.doubts: dict[UUID, DoubtStatus] = (
            dict(session.execute(doubts.where(Doubt.fulfilment_id.in_(self.rows))).all()) if rows else {}
        )

    def take(self, deed: Deed) -> Fulfilment | None:
        row = self.by_line.get(deed.visit_service_id) if deed.visit_service_id else None
        if row is None or row.id not in self.rows:
            row = self.by_follow_up.get(deed.follow_up_id) if deed.follow_up_id else None
        return self.rows.pop(row.id, None) if row is not None else None

    def doubt_of(self, row: Fulfilment | None) -> DoubtStatus | None:
        return self.doubts.get(row.id) if row is not None else None

    def left(self) -> Iterable[Fulfilment]:
        """What is not done any more, or is one with another."""
        return self.rows.values()


OF_PLACE = "catalogue.refused.wrong_place"
"""Where it was is another question than who did it."""


class _Judge:
    """Gathers what a deed cannot say of itself; each question asked once."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.may: dict[tuple[UUID, str, HowMet, date], bool] = {}
        self.asks: dict[UUID, Asked] = {}

    def facts(self, deed: Deed, doubt: DoubtStatus | None) -> Facts:
        is_authorised = any(self._may(one, deed) for one in deed.crew)
        return Facts(deed.how, is_authorised, deed.has_time, deed.has_place, deed.has_result, doubt)

    def _may(self, clinician_id: UUID, deed: Deed) -> bool:
        key = (clinician_id, deed.item_code, deed.how, deed.done_on)
        if key not in self.may:
            clinician = organizations.get_clinician(self.session, clinician_id)
            answer = catalogue.check_performer(
                self.session, clinician, deed.item_code, at_home=deed.how is HowMet.HOME, on=deed.done_on
            )
            self.may[key] = not isinstance(answer, Refused) or answer.reason == OF_PLACE
        return self.may[key]

    def asked(self, resident_id: UUID) -> Asked:
        """Who has no phone with the app, nor family who have, is called."""
        if resident_id not in self.asks:
            county_id = self.session.info["county_id"]
            has_app = identity.accounts_of_subject(self.session, county_id, resident_id) or residents.proxy_accounts(
                self.session, resident_id
            )
            self.asks[resident_id] = Asked.APP if has_app else Asked.CALL
        return self.asks[resident_id]
