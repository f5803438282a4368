"""What becomes of planned visits when a resident changes teams, leaves, or dies."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jiayi.core.events import publish
from jiayi.residents import service as residents
from jiayi.residents.terms import ResidentDied, ResidentMoved
from jiayi.visits.models import Visit, VisitService
from jiayi.visits.service import access, booking, planning
from jiayi.visits.terms import VisitRequested, VisitStatus

WAITING = frozenset({VisitStatus.REQUESTED, VisitStatus.ACCEPTED, VisitStatus.SCHEDULED})
"""Nobody has left for it yet."""


def hand_over(session: Session, event: ResidentMoved) -> None:
    """The new team's leader decides on visits that nobody has left for; without a team they are called off.

    A visit stays where it is while somebody else on it stays with its team.
    """
    now = _now(session)
    for visit in _waiting_for(session, event.resident_id):
        people = access.resident_ids_of(session, visit.id)
        teams = residents.care_teams_of(session, people)
        if visit.team_id == event.to_team_id or visit.team_id in teams.values():
            continue
        if event.to_team_id is None:
            booking.call_off(session, now, visit, "contract_ended")
            continue
        planning.clear_plan(session, now, visit)
        visit.team_id, visit.status = event.to_team_id, VisitStatus.REQUESTED
        publish(session, VisitRequested(visit.id, visit.team_id, people, now))
    session.flush()


def end_for(session: Session, event: ResidentDied) -> None:
    """Nobody goes to somebody who has died; what others on the visit wanted stays."""
    for visit in _waiting_for(session, event.resident_id):
        if set(access.resident_ids_of(session, visit.id)) == {event.resident_id}:
            booking.call_off(session, event.at, visit, "deceased")
        else:
            booking.drop_lines(session, event.at, visit, event.resident_id)
    session.flush()


def _waiting_for(session: Session, resident_id: UUID) -> Iterable[Visit]:
    mine = select(VisitService.visit_id).where(VisitService.resident_id == resident_id)
    statement = select(Visit).where(Visit.id.in_(mine), Visit.status.in_(WAITING)).order_by(Visit.id).with_for_update()
    return session.scalars(statement, execution_options={"populate_existing": True}).all()


def _now(session: Session) -> datetime:
    """The moment of this transaction: the event has none, and a reaction may not read the clock."""
    return session.scalars(select(func.now())).one()
