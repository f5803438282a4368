"""What a visit takes from the residents' contracts: reserved when asked for, consumed when done, given back otherwise."""

from contextlib import suppress
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.contracts import service as contracts
from jiayi.core.dates import china_date
from jiayi.core.errors import Refusal
from jiayi.visits.models import Visit, VisitService
from jiayi.visits.service import access
from jiayi.visits.terms import ServiceOutcome


def contract_of(session: Session, resident_id: UUID, on: date) -> UUID | None:
    """The contract that covers the resident that day; without one a visit is served all the same."""
    contract = contracts.active_contract(session, resident_id, on)
    return None if contract is None else contract.id


def _contract_of_team(session: Session, resident_id: UUID, team_id: UUID, on: date) -> UUID | None:
    """The same, of the team that was there: no other team's contract is charged for it."""
    contract = contracts.active_contract(session, resident_id, on)
    return contract.id if contract is not None and contract.team_id == team_id else None


def reserve(session: Session, now: datetime, line: VisitService, on: date) -> None:
    """Set one aside for this line, of the year in which it is wished for. Raises Refusal `contracts.refused.no_quota_left`."""
    if line.contract_id is not None:
        contracts.reserve(session, now, line.contract_id, line.item_code, line.id, on)


def rebook(session: Session, now: datetime, visit: Visit, resident_id: UUID, contract_id: UUID | None) -> None:
    """What was set aside for this resident is given back, and set aside of this contract as far as it goes."""
    for line in access.services_of(session, visit.id):
        if line.resident_id != resident_id or line.is_consumed or line.contract_id == contract_id:
            continue
        release(session, now, line)
        line.contract_id = contract_id
        if line.outcome is ServiceOutcome.PLANNED:
            # Nothing left: whoever goes there is told so, and it will be flagged.
            with suppress(Refusal):
                reserve(session, now, line, day_of(visit, now))
    session.flush()


def day_of(visit: Visit, now: datetime) -> date:
    """The day on which it took place, else for which it is planned or wished."""
    at = visit.started_at or visit.planned_start_at
    return china_date(at) if at is not None else visit.wish_on or china_date(now)


def release_open(session: Session, now: datetime, visit: Visit) -> None:
    """Give back what was set aside for lines that were not done. Told later that one was done, it is charged then."""
    for line in access.services_of(session, visit.id):
        if line.outcome is not ServiceOutcome.DONE:
            release(session, now, line)
            line.outcome = ServiceOutcome.NOT_DONE


def release(session: Session, now: datetime, line: VisitService) -> None:
    """Give back what was set aside for this line, if anything was."""
    if line.contract_id is not None:
        contracts.release(session, now, line.contract_id, line.item_code, line.id)


def consume_done(session: Session, now: datetime, visit: Visit) -> None:
    """Charge every line that was done and not yet charged, past the quota too: that is flagged, not refused."""
    on = china_date(visit.started_at or now)
    for line in access.services_of(session, visit.id):
        if line.outcome is not ServiceOutcome.DONE or line.is_consumed:
            continue
        line.contract_id = line.contract_id or _contract_of_team(session, line.resident_id, visit.team_id, on)
        if line.contract_id is not None:
            line.is_over_quota = contracts.consume(session, now, line.contract_id, line.item_code, on, line.id)
            line.is_consumed = True
        visit.is_over_quota = visit.is_over_quota or line.is_over_quota
