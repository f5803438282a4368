"""Writing down what was done: from visits and follow-ups, in the transaction in which they are recorded.

Every deed is judged by one rule and written where it differs. Doing it again changes nothing; the nightly turn does it
for the last days, for what two phones brought at the same moment.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache, cached_property, partial
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from jiayi.catalogue import service as catalogue
from jiayi.core.dates import china_date
from jiayi.core.results import Refused
from jiayi.core.tools import tools
from jiayi.fulfilment import rules
from jiayi.fulfilment.models import Doubt, Fulfilment
from jiayi.fulfilment.service.deeds import Deed, deeds_of
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import Asked, DoubtStatus, Facts, HowMet, Shortfall
from jiayi.identity import service as identity
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents


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
    deeds = deeds_of(session, scope, table)
    known = _Known(session, deeds, scope)
    judge = _Judge(session, {deed.resident_id for deed in deeds})
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
    with session.no_autoflush:  # No question of the judge's is about these rows: they are written at once.
        for deed, row in taken:
            facts = judge.facts(deed, known.doubt_of(row))
            written = row or Fulfilment(id=deed.id, asked=judge.asked(deed.resident_id))
            if _fill(written, deed, facts):
                changed.add(deed.resident_id)
                session.add(written)
    session.flush()
    return changed


def fresh(session: Session, now: datetime, resident_ids: Collection[UUID]) -> Iterator[dict[str, Any]]:
    """The rows that `write` would make for people of whose deeds none is written down yet: for who fills a county."""
    table = tools(session).rules.of(FulfilmentRules, china_date(now))
    judge = _Judge(session, resident_ids)
    for deed in deeds_of(session, {"resident_ids": list(resident_ids), "first_on": None, "last_on": None}, table):
        yield {"id": deed.id, "asked": judge.asked(deed.resident_id)} | _told(deed, judge.facts(deed, None))


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


COLUMNS = (
    "resident_id", "item_code", "team_id", "how", "done_at", "done_on", "contract_id", "visit_id", "visit_service_id",
    "follow_up_id", "performed_by",
)  # fmt: skip


def _told(deed: Deed, facts: Facts) -> dict[str, Any]:
    shortfalls = [reason.value for reason in rules.counts(facts)]
    return {name: getattr(deed, name) for name in COLUMNS} | {
        "encounter_id": deed.visit_id or deed.follow_up_id,
        "shortfalls": shortfalls,
        "is_counted": not shortfalls,
    }


def _fill(row: Fulfilment, deed: Deed, facts: Facts) -> bool:
    """Write what differs; whether anything did."""
    told = _told(deed, facts).items()
    differing = {name: value for name, value in told if getattr(row, name) != value}
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

    def __init__(self, session: Session, resident_ids: Collection[UUID]) -> None:
        self.session, self.resident_ids = session, resident_ids
        self.may: dict[tuple[UUID, str, HowMet, date], bool] = {}
        self.clinician = cache(partial(organizations.get_clinician, session))
        self.item = cache(lambda code: catalogue.item_terms(catalogue.item(session, code)))

    def facts(self, deed: Deed, doubt: DoubtStatus | None) -> Facts:
        is_authorised = any(self._may(one, deed) for one in deed.crew)
        return Facts(deed.how, is_authorised, deed.has_time, deed.has_place, deed.has_result, doubt)

    def _may(self, clinician_id: UUID, deed: Deed) -> bool:
        key = (clinician_id, deed.item_code, deed.how, deed.done_on)
        if key not in self.may:
            clinician, item = self.clinician(clinician_id), self.item(deed.item_code)
            at_home = deed.how is HowMet.HOME
            answer = catalogue.may_perform(self.session, clinician, item, at_home=at_home, on=deed.done_on)
            self.may[key] = not isinstance(answer, Refused) or answer.reason == OF_PLACE
        return self.may[key]

    def asked(self, resident_id: UUID) -> Asked:
        """Who has no phone with the app, nor family who have, is called."""
        return Asked.APP if resident_id in self._with_app else Asked.CALL

    @cached_property
    def _with_app(self) -> set[UUID]:
        county_id = self.session.info["county_id"]
        own = identity.with_account(self.session, county_id, self.resident_ids)
        return own | residents.with_proxy(self.session, self.resident_ids)
