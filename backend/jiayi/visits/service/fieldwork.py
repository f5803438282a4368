"""On the road and at the door: depart, check in, check out, and the visits that don't come about.

These are facts. A second telling of one changes nothing; times that overlap or run backwards are kept and looked at.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.dates import china_date
from jiayi.core.errors import Refusal, demand
from jiayi.core.tools import tools
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.visits import rules
from jiayi.visits.models import ContactAttempt, Visit, VisitClinician
from jiayi.visits.service import access, booking, checks, ledger, moves, review, telling
from jiayi.visits.service.position import Position, answer
from jiayi.visits.tables import DeclineReasons, NoVisitReasons
from jiayi.visits.terms import (
    CheckKind,
    NoVisitReason,
    ReviewStatus,
    VisitAction,
    VisitSource,
    VisitStatus,
)


def depart(session: Session, actor: Actor, at: Moment, visit_id: UUID) -> Visit:
    """On the way. Raises NotFound, Forbidden, Refusal `visits.refused.cancelled`, `.wrong_status`."""
    visit = access.work_on(session, actor, visit_id, may_join=True)
    if visit.status not in access.RECORDING:
        access.move(visit, VisitAction.DEPART, actor)
    if visit.departed_at is None:
        visit.departed_at = at.occurred_at
        telling.note(session, actor, at.received_at, "visits.depart", visit)
    session.flush()
    return visit


def check_in(
    session: Session,
    actor: Actor,
    at: Moment,
    visit_id: UUID,
    *,
    position: Position | None = None,
    reason_code: str | None = None,
    action_code: str | None = None,
    note: str | None = None,
) -> Visit:
    """At the door. The first of two clinicians starts the visit, the other joins; the position may come later.

    Raises NotFound, Forbidden, Refusal `visits.refused.cancelled`, `.wrong_status`, and for answers nobody knows.
    """
    visit = access.work_on(session, actor, visit_id, may_join=True)
    if not checks.is_made(session, visit_id, CheckKind.IN):
        if visit.status not in access.DONE:
            access.move(visit, VisitAction.CHECK_IN, actor)
        visit.started_at = at.occurred_at
        checks.make(session, actor, at, visit, CheckKind.IN, position, reason_code, action_code, note)
        telling.note(session, actor, at.received_at, "visits.check_in", visit)
        review.settle(session, at.received_at, visit)
    session.flush()
    return visit


def start_unplanned(
    session: Session,
    actor: Actor,
    at: Moment,
    id: UUID,
    *,
    services: booking.Lines,
    place_text: str | None = None,
    position: Position | None = None,
    reason_code: str | None = None,
    action_code: str | None = None,
    note: str | None = None,
) -> Visit:
    """Begin at the door without a plan, with the phone's own id.

    Raises NotFound for somebody whom the actor's teams don't care for, Refusal `visits.refused.id_exists`, and those of
    `booking.add_lines`.
    """
    clinician_id = access.worker(actor)
    resident_ids = list(dict.fromkeys(line["resident_id"] for line in services))
    for resident_id in resident_ids:
        residents.care_for(session, actor, resident_id)
    team_id = _team_of(session, clinician_id, resident_ids, actor.filed_for)
    visit = booking.new_visit(
        session, actor, at.occurred_at, id, team_id, resident_ids, VisitStatus.IN_PROGRESS, VisitSource.UNPLANNED
    )
    visit.place_text = place_text or visit.place_text
    visit.started_at = at.occurred_at
    access.insert(session, visit)
    session.add(VisitClinician(visit_id=visit.id, clinician_id=clinician_id))
    booking.add_lines(session, visit, services, china_date(at.occurred_at))
    if actor.filed_for is not None:
        moves.count_for(session, at.received_at, visit, team_id, china_date(at.occurred_at))
    checks.make(session, actor, at, visit, CheckKind.IN, position, reason_code, action_code, note)
    telling.note(session, actor, at.received_at, "visits.start_unplanned", visit)
    session.flush()
    return visit


def _team_of(session: Session, clinician_id: UUID, resident_ids: Sequence[UUID], filed_for: UUID | None) -> UUID:
    """The team for which the clinician came: one that cares for a resident, or whose a leader says it is."""
    if filed_for is not None:
        return filed_for
    own = organizations.teams_of(session, clinician_id)
    caring = {team for team in residents.care_teams_of(session, resident_ids).values() if team is not None}
    found = sorted(own & caring) or sorted(caring) or sorted(own)
    if not found:
        raise Refusal("visits.refused.no_team")
    return found[0]


def locate(
    session: Session,
    actor: Actor,
    at: Moment,
    visit_id: UUID,
    *,
    which: CheckKind,
    position: Position | None = None,
    reason_code: str | None = None,
    action_code: str | None = None,
    note: str | None = None,
) -> Visit:
    """The position of a check that was recorded without one, or the reason asked for. The first position stays.

    Raises NotFound, Forbidden, Refusal `visits.refused.no_check`, and for answers nobody knows.
    """
    visit = access.work_on(session, actor, visit_id)
    check = checks.find(session, visit_id, which)
    if check is None:
        raise Refusal("visits.refused.no_check")
    on = china_date(check.occurred_at)
    if position is not None and check.latitude is None:
        checks.place(session, visit, check, position, on)
    answer(session, check, on, reason_code, action_code, note)
    telling.note(session, actor, at.received_at, "visits.locate", visit)
    session.flush()
    review.settle(session, at.received_at, visit)
    return visit


def check_out(
    session: Session,
    actor: Actor,
    at: Moment,
    visit_id: UUID,
    *,
    position: Position | None = None,
    reason_code: str | None = None,
    action_code: str | None = None,
    note: str | None = None,
    next_visit_on: date | None = None,
) -> Visit:
    """Done: what was done is charged, what was not is given back; complete and in order, the visit verifies itself.

    After the leader returned it, this closes the record again with its first times. Raises NotFound, Forbidden, Refusal
    `visits.refused.cancelled`, `.wrong_status`, and for answers nobody knows.
    """
    visit = access.work_on(session, actor, visit_id)
    is_first = not checks.is_made(session, visit_id, CheckKind.OUT)
    if not is_first and visit.status in access.DONE:
        return visit
    access.move(visit, VisitAction.CHECK_OUT, actor)
    if is_first:
        visit.ended_at = at.occurred_at
        checks.make(session, actor, at, visit, CheckKind.OUT, position, reason_code, action_code, note)
    visit.next_visit_on = next_visit_on or visit.next_visit_on
    if visit.review_status is ReviewStatus.RETURNED:
        visit.review_status = ReviewStatus.NONE
    access.free_clinicians(session, visit)
    ledger.consume_done(session, at.received_at, visit)
    ledger.release_open(session, at.received_at, visit)
    telling.note(session, actor, at.received_at, "visits.check_out", visit)
    session.flush()
    if is_first:
        telling.completed(session, visit, at)
    review.settle(session, at.received_at, visit)
    return visit


def miss(
    session: Session,
    actor: Actor,
    at: Moment,
    visit_id: UUID,
    *,
    reason_code: NoVisitReason,
    note: str | None = None,
    position: Position | None = None,
) -> Visit:
    """Nobody home, refused at the door, called without answer: one contact attempt for each resident.

    A position shows that somebody stood there. Raises NotFound, Forbidden, Refusal `visits.refused.cancelled`,
    `.wrong_status`, `.no_reason`.
    """
    visit = access.work_on(session, actor, visit_id, may_join=reason_code is not NoVisitReason.NO_ANSWER)
    if visit.status is VisitStatus.MISSED:
        return visit
    codes = tools(session).rules.of(NoVisitReasons, china_date(at.occurred_at)).codes
    demand(rules.known_reason(reason_code, tuple(code.value for code in codes)))
    status = access.move(visit, VisitAction.MISS, actor)
    if position is not None and not checks.is_made(session, visit_id, CheckKind.IN):
        checks.make(session, actor, at, visit, CheckKind.IN, position)
    for resident_id in access.resident_ids_of(session, visit_id):
        session.add(
            ContactAttempt(
                visit_id=visit_id,
                resident_id=resident_id,
                kind=reason_code,
                occurred_at=at.occurred_at,
                note=note,
                clinician_id=access.worker(actor),
            )
        )
    if status is VisitStatus.MISSED:
        visit.ended_at = visit.ended_at or at.occurred_at
        booking.end_without_visit(session, at.received_at, visit, reason_code.value, note)
    telling.note(session, actor, at.received_at, "visits.miss", visit, reason_code.value)
    session.flush()
    return visit


def abort(
    session: Session, actor: Actor, at: Moment, visit_id: UUID, *, reason_code: str, note: str | None = None
) -> Visit:
    """Broken off. What was done already is charged. Raises as `miss`."""
    visit = access.work_on(session, actor, visit_id)
    if visit.status is VisitStatus.ABORTED:
        return visit
    demand(rules.known_reason(reason_code, tools(session).rules.of(DeclineReasons, china_date(at.occurred_at)).abort))
    status = access.move(visit, VisitAction.ABORT, actor)
    if status is VisitStatus.ABORTED:
        visit.ended_at = visit.ended_at or at.occurred_at
        ledger.consume_done(session, at.received_at, visit)
        booking.end_without_visit(session, at.received_at, visit, reason_code, note)
    telling.note(session, actor, at.received_at, "visits.abort", visit, reason_code)
    session.flush()
    return visit
