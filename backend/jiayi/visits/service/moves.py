"""What becomes of visits when a resident changes teams, leaves, or dies, when a contract ends, and whose held work counts.

Nobody's visit counts twice: one row, one team, and each line is charged to one contract once.
"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.contracts import service as contracts
from jiayi.contracts.terms import ContractActivated, ContractEnded
from jiayi.core.clock import Moment
from jiayi.core.dates import china_date
from jiayi.core.events import publish
from jiayi.residents import service as residents
from jiayi.residents.terms import ResidentDied, ResidentLeft, ResidentMoved
from jiayi.visits.models import Visit, VisitService
from jiayi.visits.service import access, booking, ledger, planning
from jiayi.visits.terms import VisitRequested, VisitStatus

WAITING = frozenset({VisitStatus.REQUESTED, VisitStatus.ACCEPTED, VisitStatus.SCHEDULED})
"""Nobody has left for it yet."""


def hand_over(session: Session, event: ResidentMoved) -> None:
    """The new team's leader decides on visits that nobody has left for; without a team they are called off.

    A visit stays where it is while somebody else on it stays with its team. One that somebody has left for is that
    team's, and is finished and reviewed there.
    """
    for visit in _waiting_for(session, event.resident_id):
        people = access.resident_ids_of(session, visit.id)
        teams = residents.care_teams_of(session, people)
        if visit.team_id == event.to_team_id or visit.team_id in teams.values():
            continue
        if event.to_team_id is None:
            booking.call_off(session, event.at, visit, "contract_ended")
            continue
        planning.clear_plan(session, event.at, visit)
        visit.status = VisitStatus.REQUESTED
        count_for(session, event.at, visit, event.to_team_id, ledger.day_of(visit, event.at))
        publish(session, VisitRequested(visit.id, visit.team_id, people, event.at))
    session.flush()


def end_for(session: Session, event: ResidentDied | ResidentLeft) -> None:
    """Nobody goes to somebody who has died or lives elsewhere; what others on the visit wanted stays."""
    for visit in _waiting_for(session, event.resident_id):
        if set(access.resident_ids_of(session, visit.id)) == {event.resident_id}:
            booking.call_off(session, event.at, visit, "deceased" if isinstance(event, ResidentDied) else "moved_away")
        else:
            booking.drop_lines(session, event.at, visit, event.resident_id)
    session.flush()


def uncover(session: Session, event: ContractEnded) -> None:
    """What a contract that is over had set aside is free.

    Whoever is wanted is visited all the same, under what covers that day or under nothing.
    """
    for visit in _waiting_for(session, event.resident_id):
        if any(line.contract_id == event.contract_id for line in access.services_of(session, visit.id)):
            contract_id = ledger.contract_of(session, event.resident_id, ledger.day_of(visit, event.at))
            ledger.rebook(session, event.at, visit, event.resident_id, contract_id)


def cover(session: Session, event: ContractActivated) -> None:
    """Visits that were arranged before are the new contract's, if it covers their day."""
    for visit in _waiting_for(session, event.resident_id):
        if ledger.contract_of(session, event.resident_id, ledger.day_of(visit, event.at)) == event.contract_id:
            ledger.rebook(session, event.at, visit, event.resident_id, event.contract_id)


def claim(session: Session, now: datetime, at: Moment, visit_id: UUID, team_id: UUID) -> None:
    """Held work on this visit counts for that team. A visit that somebody began or finished meanwhile stays what it is."""
    visit = access.find(session, visit_id)
    if visit is not None and visit.started_at is None and visit.status not in access.DONE:
        count_for(session, now, visit, team_id, china_date(at.occurred_at))


def count_for(session: Session, now: datetime, visit: Visit, team_id: UUID, on: date) -> None:
    """The visit of that day is this team's, and charged to its contracts."""
    visit.team_id = team_id
    for resident_id in access.resident_ids_of(session, visit.id):
        contract_id = contracts.contract_with(session, resident_id, team_id, on)
        ledger.rebook(session, now, visit, resident_id, contract_id)


def _waiting_for(session: Session, resident_id: UUID) -> Iterable[Visit]:
    mine = select(VisitService.visit_id).where(VisitService.resident_id == resident_id)
    statement = select(Visit).where(Visit.id.in_(mine), Visit.status.in_(WAITING)).order_by(Visit.id).with_for_update()
    return session.scalars(statement, execution_options={"populate_existing": True}).all()
