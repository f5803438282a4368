"""Who goes when: assigning, taking back, the order of a day, and the windows that are still free."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jiayi.catalogue import service as catalogue
from jiayi.catalogue.rules import staffed
from jiayi.catalogue.terms import Performer
from jiayi.core.dates import CHINA, DAY, china_date
from jiayi.core.errors import Forbidden, Invalid, Refusal, demand
from jiayi.core.events import publish
from jiayi.core.results import Allowed, Refused
from jiayi.core.tools import tools
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.visits import booking as booking_rules
from jiayi.visits import rules
from jiayi.visits.models import Visit, VisitClinician, VisitService
from jiayi.visits.service import access, telling
from jiayi.visits.tables import VisitBooking, VisitSafety
from jiayi.visits.terms import VisitAction, VisitFacts, VisitScheduled, VisitUnplanned


def assign(
    session: Session,
    actor: Actor,
    now: datetime,
    visit_id: UUID,
    *,
    clinician_ids: Sequence[UUID],
    planned_start_at: datetime,
    planned_end_at: datetime,
    has_video_link: bool = False,
) -> Visit:
    """Send these clinicians of the team in this window, instead of whoever was to go before.

    Raises NotFound, Forbidden with the catalogue's reason when nobody of them may perform an item, and Refusal
    `visits.refused.wrong_status`, `.not_member`, `.clinician_busy`, `catalogue.refused.role_missing`, and those of
    `booking.may_assign` and `booking.may_go`.
    """
    visit = access.lead(session, actor, visit_id)
    access.demand(VisitAction.ASSIGN, VisitFacts(visit.status, is_leader=True, is_team=True))
    wanted = sorted(set(clinician_ids))
    members = {member.id: member for member in organizations.members_of(session, visit.team_id)}
    if not set(wanted) <= set(members):
        raise Refusal("visits.refused.not_member")
    # One after the other for each clinician: two at once would wait for each other inside the constraint.
    _queue_up(session, wanted)
    on = china_date(planned_start_at)
    lines = access.services_of(session, visit_id)
    for item_code in sorted({line.item_code for line in lines}):
        check_performers(session, [members[one] for one in wanted], item_code, on)
    booking = tools(session).rules.of(VisitBooking, on)
    day_counts, is_any_hour = _day_counts(session, wanted, on, visit_id), _is_any_hour(session, lines, on)
    facts = booking_rules.AssignFacts(planned_start_at, planned_end_at, day_counts, is_any_hour)
    demand(booking_rules.may_assign(facts, booking))
    safety = booking_rules.SafetyFacts(
        len(wanted),
        does_item_need_two=any(catalogue.item(session, line.item_code).needs_two for line in lines),
        is_first_visit=not access.was_visited(session, access.resident_ids_of(session, visit_id)),
        is_at_night=booking_rules.is_at_night(planned_start_at, booking),
        has_video_link=has_video_link,
    )
    demand(booking_rules.may_go(safety, tools(session).rules.of(VisitSafety, on)))
    for item_code in sorted({line.item_code for line in lines}):
        _check_together(session, [members[one] for one in wanted], item_code)
    removed = _occupy(session, visit, wanted, Range(planned_start_at, planned_end_at))
    visit.status = rules.TRANSITIONS[visit.status, VisitAction.ASSIGN]
    if visit.planned_start_at is None or china_date(visit.planned_start_at) != on or removed:
        for place in access.places_of(session, visit_id):
            place.order_no = None
    visit.planned_start_at, visit.planned_end_at = planned_start_at, planned_end_at
    visit.has_video_link = has_video_link
    resident_ids = access.resident_ids_of(session, visit_id)
    telling.note(session, actor, now, "visits.assign", visit)
    publish(
        session,
        VisitScheduled(visit.id, visit.team_id, resident_ids, tuple(wanted), tuple(removed), planned_start_at, now),
    )
    session.flush()
    return visit


def unassign(session: Session, actor: Actor, now: datetime, visit_id: UUID) -> Visit:
    """Nobody goes for now; the visit stays accepted. Raises NotFound, Forbidden, Refusal `visits.refused.wrong_status`."""
    visit = access.lead(session, actor, visit_id)
    access.demand(VisitAction.UNASSIGN, VisitFacts(visit.status, is_leader=True, is_team=True))
    visit.status = rules.TRANSITIONS[visit.status, VisitAction.UNASSIGN]
    telling.note(session, actor, now, "visits.unassign", visit)
    clear_plan(session, now, visit)
    session.flush()
    return visit


def clear_plan(session: Session, now: datetime, visit: Visit) -> None:
    """Take everybody off and forget the window; whoever was told of it is told of that."""
    going, start = access.clinician_ids_of(session, visit.id), visit.planned_start_at
    for place in access.places_of(session, visit.id):
        access.take_off(place)
    visit.planned_start_at = visit.planned_end_at = None
    visit.has_video_link = False
    session.flush()
    if start is not None:
        people = access.resident_ids_of(session, visit.id)
        publish(session, VisitUnplanned(visit.id, visit.team_id, people, going, start, now))


def set_order(
    session: Session, actor: Actor, now: datetime, *, clinician_id: UUID, on: date, visit_ids: Sequence[UUID]
) -> list[Visit]:
    """Put a clinician's day into this order; visits of the day that are not named have no number any more.

    Raises NotFound, Forbidden `visits.refused.not_leader`, Refusal `visits.refused.not_in_day`.
    """
    organizations.get_clinician(session, clinician_id)
    day = {visit.id: visit for visit in day_of(session, clinician_id, on, is_locked=True)}
    teams = {visit.team_id for visit in day.values()} or organizations.teams_of(session, clinician_id)
    if not teams:
        raise Forbidden("visits.refused.not_leader")
    for team_id in teams:
        access.may_lead(session, actor, team_id)
    if len(set(visit_ids)) != len(visit_ids) or not set(visit_ids) <= set(day):
        raise Refusal("visits.refused.not_in_day", {"on": on.isoformat()})
    numbers = {visit_id: number for number, visit_id in enumerate(visit_ids, start=1)}
    places = select(VisitClinician).where(VisitClinician.clinician_id == clinician_id, VisitClinician.visit_id.in_(day))
    for place in session.scalars(places):
        place.order_no = numbers.get(place.visit_id)
    audit(session, actor, now, "visits.set_order", subject=f"clinician:{clinician_id}", detail={"on": on.isoformat()})
    session.flush()
    return [day[visit_id] for visit_id in visit_ids]


def day_of(session: Session, clinician_id: UUID, on: date, *, is_locked: bool = False) -> list[Visit]:
    """The visits planned for a clinician on a day in China, in their order."""
    start, end = day_bounds(on)
    statement = (
        select(Visit)
        .join(VisitClinician, (VisitClinician.county_id == Visit.county_id) & (VisitClinician.visit_id == Visit.id))
        .where(VisitClinician.clinician_id == clinician_id, VisitClinician.is_removed.is_(False))
        .where(Visit.planned_start_at >= start, Visit.planned_start_at < end, Visit.status.not_in(rules.FINAL))
        .order_by(VisitClinician.order_no.nulls_last(), Visit.planned_start_at, Visit.id)
    )
    if is_locked:
        ids = sorted(session.scalars(statement.with_only_columns(Visit.id).order_by(None)))
        locked = select(Visit).where(Visit.id.in_(ids)).order_by(Visit.id).with_for_update()
        return list(session.scalars(locked, execution_options={"populate_existing": True}))
    return list(session.scalars(statement))


def day_bounds(on: date) -> tuple[datetime, datetime]:
    """The first moment of a day in China and of the next."""
    start = datetime.combine(on, time(), CHINA)
    return start, start + DAY


def slots(session: Session, actor: Actor, now: datetime, *, team_id: UUID, from_on: date, days: int) -> dict[str, Any]:
    """Windows of a team's days and how many of its people are free in each, within the horizon.

    Some of a day's windows are held back for people who phone and for referrals, until noon of the day before.
    Raises NotFound for an unknown team, Invalid `visits.invalid.days`.
    """
    table = tools(session).rules.of(VisitBooking, china_date(now))
    team = organizations.get_team(session, team_id)
    last = china_date(now) + timedelta(days=table.horizon_days)
    if from_on < china_date(now) or from_on > last:
        raise Invalid("visits.invalid.days")
    until = min(from_on + timedelta(days=days - 1), last)
    people = [member.id for member in organizations.members_of(session, team.id)]
    busy = _busy(session, people, day_bounds(from_on)[0], day_bounds(until)[1])
    wanted = [from_on + timedelta(days=number) for number in range((until - from_on).days + 1)]
    return {"items": [_day_slots(day, people, busy, now, table, is_family=actor.is_family) for day in wanted]}


Windows = Mapping[UUID, Sequence[Range[datetime]]]


def _day_slots(
    on: date, people: Sequence[UUID], busy: Windows, now: datetime, table: VisitBooking, *, is_family: bool
) -> dict[str, Any]:
    start = datetime.combine(on, table.starts_from, CHINA)
    closing = datetime.combine(on, table.starts_until, CHINA)
    step = timedelta(minutes=table.slot_minutes)
    found: list[dict[str, Any]] = []
    while start + step <= closing:
        window = Range(start, start + step)
        free = sum(1 for one in people if _is_free(busy.get(one, ()), window, on, table))
        found.append({"starts_at": start, "ends_at": start + step, "free_count": free if start > now else 0})
        start += step
    held = 0
    if is_family and now < datetime.combine(on - DAY, table.reserved_until, CHINA):
        # Two pools: for those who phone or come by, and for referrals by the team.
        held = 2 * booking_rules.reserved_count(len(found) * len(people), table)
    free_count = sum(slot["free_count"] for slot in found)
    return {"on": on, "slots": found, "free_count": max(0, free_count - held)}


def _is_free(taken: Collection[Range[datetime]], window: Range[datetime], on: date, table: VisitBooking) -> bool:
    count = sum(other.lower is not None and china_date(other.lower) == on for other in taken)
    return count < table.visits_per_day_max and not any(bool(window.overlaps(other)) for other in taken)


def _busy(session: Session, people: Sequence[UUID], start: datetime, end: datetime) -> Windows:
    statement = select(VisitClinician.clinician_id, VisitClinician.during).where(
        VisitClinician.clinician_id.in_(people),
        VisitClinician.is_planned,
        VisitClinician.during.overlaps(Range(start, end)),
    )
    found: dict[UUID, list[Range[datetime]]] = {}
    for clinician_id, during in session.execute(statement):
        if during is not None:
            found.setdefault(clinician_id, []).append(during)
    return found


_QUEUE = text("select pg_advisory_xact_lock(k) from unnest(cast(:keys as bigint[])) as k")


def _queue_up(session: Session, clinician_ids: Sequence[UUID]) -> None:
    keys = sorted(int.from_bytes(one.bytes[8:], "big", signed=True) for one in clinician_ids)
    session.execute(_QUEUE, {"keys": keys})


def check_performers(session: Session, people: Sequence[Any], item_code: str, on: date) -> None:
    """Somebody of those who go may perform the item at home. Raises Forbidden with the first one's reason."""
    answers = [catalogue.check_performer(session, one, item_code, at_home=True, on=on) for one in people]
    if any(isinstance(answer, Allowed) for answer in answers):
        return
    for answer in answers:
        if isinstance(answer, Refused):
            raise Forbidden(answer.reason, answer.detail)


def _check_together(session: Session, people: Sequence[Any], item_code: str) -> None:
    """Those who go are enough for the item together: each role where it needs each. Raises Refusal."""
    performers = tuple(Performer(one.profession, one.title, 0) for one in people)
    demand(staffed(performers, catalogue.item_terms(catalogue.item(session, item_code))))


def _is_any_hour(session: Session, lines: Sequence[VisitService], on: date) -> bool:
    palliative = tools(session).rules.of(VisitBooking, on).items_any_hour
    return bool(lines) and all(line.item_code in palliative for line in lines)


def _day_counts(session: Session, clinician_ids: Sequence[UUID], on: date, but: UUID) -> list[int]:
    start, end = day_bounds(on)
    statement = (
        select(func.count())
        .select_from(VisitClinician)
        .join(Visit, (Visit.county_id == VisitClinician.county_id) & (Visit.id == VisitClinician.visit_id))
        .where(VisitClinician.clinician_id.in_(clinician_ids), VisitClinician.is_removed.is_(False))
        .where(Visit.planned_start_at >= start, Visit.planned_start_at < end)
        .where(Visit.status.not_in(rules.FINAL), Visit.id != but)
        .group_by(VisitClinician.clinician_id)
    )
    return list(session.scalars(statement))


def _occupy(session: Session, visit: Visit, wanted: Sequence[UUID], during: Range[datetime]) -> list[UUID]:
    """Give the visit these clinicians in this window; who was taken off. Raises Refusal `visits.refused.clinician_busy`."""
    places = {place.clinician_id: place for place in access.places_of(session, visit.id)}
    removed = [one for one, place in places.items() if one not in wanted and not place.is_removed]
    try:
        with session.begin_nested():
            for one in removed:
                access.take_off(places[one])
            for one in wanted:
                place = places.get(one) or VisitClinician(visit_id=visit.id, clinician_id=one)
                place.during, place.is_planned, place.is_removed = during, True, False
                session.add(place)
    except IntegrityError as error:
        if access.sqlstate(error) != access.EXCLUSION_VIOLATION:
            raise
        raise Refusal("visits.refused.clinician_busy") from error
    return removed
