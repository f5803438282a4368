"""What a visit takes from the residents' contracts: reserved when asked for, consumed when done, given back otherwise."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.contracts import service as contracts
from jiayi.core.dates import china_date
from jiayi.visits.models import Visit, VisitService
from jiayi.visits.service import access
from jiayi.visits.terms import ServiceOutcome


def contract_of(session: Session, resident_id: UUID, on: date) -> UUID | None:
    """The contract that covers the resident that day; without one a visit is served all the same."""
    contract = contracts.active_contract(session, resident_id, on)
    return None if contract is None else contract.id


def reserve(session: Session, now: datetime, line: VisitService, on: date) -> None:
    """Set one aside for this line, of the year in which it is wished for. Raises Refusal `contracts.refused.no_quota_left`."""
    if line.contract_id is not None:
        contracts.reserve(session, now, line.contract_id, line.item_code, line.id, on)


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
        line.contract_id = line.contract_id or contract_of(session, line.resident_id, on)
        if line.contract_id is not None:
            line.is_over_quota = contracts.consume(session, now, line.contract_id, line.item_code, on, line.id)
            line.is_consumed = True
        visit.is_over_quota = visit.is_over_quota or line.is_over_quota
