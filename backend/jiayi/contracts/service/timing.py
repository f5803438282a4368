"""What time does to contracts. Every turn does all that is due by then, also after days without one, and nothing twice.

Each contract goes by itself: one that cannot be helped now does not hold up the others.
"""

import logging
from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import Contract, ContractAmendment
from jiayi.contracts.service import amending
from jiayi.contracts.service.access import lock, lock_with_resident, terms_on
from jiayi.contracts.service.ending import EXPIRED, NOT_SIGNED, end
from jiayi.contracts.service.signing import activate
from jiayi.contracts.terms import AmendmentStatus, ContractAction, ContractStatus
from jiayi.core import audit as audit_log
from jiayi.core.dates import china_date
from jiayi.core.errors import Problem

log = logging.getLogger(__name__)


def expire_due(session: Session, now: datetime) -> int:
    """What time does to contracts, up to today: how many changed. Doing it again changes nothing.

    Contracts past their last day end, resting ones too; renewals signed ahead begin; agreed changes take effect; what nobody
    signed in time is given up.
    """
    today = china_date(now)
    changed = [_by_itself(session, now, _run_out, one) for one in _over(session, today)]
    changed += [_by_itself(session, now, _begin, one) for one in _to_begin(session, today)]
    changed += [_by_itself(session, now, _change, *one) for one in amending.due(session, today)]
    changed += [_by_itself(session, now, _give_up, one) for one in _unsigned(session, today)]
    session.flush()
    return sum(changed)


def _by_itself(session: Session, now: datetime, step: Callable[..., bool], *ids: UUID) -> bool:
    try:
        with session.begin_nested():
            return step(session, now, *ids)
    except Problem as problem:
        log.warning("contract %s waits for its next turn: %s", ids[0], problem.code)
        return False


def _run_out(session: Session, now: datetime, found: UUID) -> bool:
    contract = lock(session, found)
    is_early = contract.ended_on is not None
    status = ContractStatus.TERMINATED if is_early else ContractStatus.EXPIRED
    end(session, now, contract, status, contract.end_reason or EXPIRED)
    _note(session, now, contract, "contracts.expire")
    return True


def _begin(session: Session, now: datetime, found: UUID) -> bool:
    contract = lock_with_resident(session, found)
    if rules.next_status(contract.status, ContractAction.BEGIN) is None:
        return False
    activate(session, now, contract)
    _note(session, now, contract, "contracts.begin")
    return True


def _change(session: Session, now: datetime, found: UUID, amendment_id: UUID) -> bool:
    """What was agreed while a contract rests holds from its day on all the same."""
    contract = lock_with_resident(session, found)
    amendment = session.get(ContractAmendment, (contract.county_id, amendment_id), populate_existing=True)
    if amendment is None or amendment.status is not AmendmentStatus.SIGNED or contract.status not in rules.LIVE:
        return False
    amending.take_effect(session, now, contract, amendment)
    _note(session, now, contract, "contracts.amend")
    return True


def _give_up(session: Session, now: datetime, found: UUID) -> bool:
    contract = lock(session, found)
    contract.status, contract.end_reason = ContractStatus.CANCELLED, NOT_SIGNED
    _note(session, now, contract, "contracts.give_up")
    return True


def _over(session: Session, today: date) -> list[UUID]:
    past = or_(Contract.ends_on < today, and_(Contract.ended_on.is_not(None), Contract.ended_on < today))
    return list(session.scalars(select(Contract.id).where(Contract.status.in_(rules.LIVE), past)))


def _to_begin(session: Session, today: date) -> list[UUID]:
    """Renewals whose day has come and whose predecessor is over."""
    running = select(Contract.resident_id).where(Contract.status.in_(rules.LIVE))
    statement = select(Contract.id).where(
        Contract.status == ContractStatus.RENEWAL_SIGNED,
        Contract.starts_on <= today,
        Contract.resident_id.not_in(running),
    )
    return list(session.scalars(statement))


def _unsigned(session: Session, today: date) -> list[UUID]:
    statement = select(Contract.id, Contract.reviewed_at).where(Contract.status == ContractStatus.PENDING_SIGN)
    terms = terms_on(session, today)
    return [
        contract_id
        for contract_id, reviewed_at in session.execute(statement)
        if reviewed_at is not None and rules.is_sign_overdue(china_date(reviewed_at), today, terms)
    ]


def _note(session: Session, now: datetime, contract: Contract, action: str) -> None:
    audit_log.record(
        session,
        at=now,
        account_id=None,
        role="system",
        action=action,
        resident_id=contract.resident_id,
        subject=f"contract:{contract.id}",
    )
