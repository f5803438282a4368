"""How contracts end: by a wish, by a death, by fraud found, or by time."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import Contract
from jiayi.contracts.service.access import lock, lock_with_resident, on_team, terms_on
from jiayi.contracts.service.signing import activate
from jiayi.contracts.tables import TerminationReasons
from jiayi.contracts.terms import ContractAction, ContractEnded, ContractStatus, Party
from jiayi.core import audit as audit_log
from jiayi.core.dates import china_date
from jiayi.core.errors import Forbidden, NotFound, demand
from jiayi.core.events import publish
from jiayi.core.tools import tools
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.residents.terms import ResidentDied

EXPIRED, DEATH, NOT_SIGNED = "expired", "death", "not_signed"


def terminate(
    session: Session,
    actor: Actor,
    now: datetime,
    contract_id: UUID,
    *,
    reason_code: str,
    party: Party = Party.RESIDENT,
    ended_on: date | None = None,
) -> Contract:
    """End a contract, today or on a later last day. The institution gives notice, and only for a listed reason.

    Raises NotFound, Forbidden, Refusal `contracts.refused.wrong_status`, `.reason_not_listed`, `.ends_in_past`,
    `.notice_too_short`.
    """
    contract = lock(session, contract_id)
    may_terminate(session, actor, contract, party)
    demand(rules.may(ContractAction.TERMINATE, contract.status))
    today = china_date(now)
    last_on = ended_on or today
    reasons = tools(session).rules.of(TerminationReasons, today)
    terms = terms_on(session, today)
    demand(rules.may_terminate(party, reason_code, today, last_on, reasons=reasons, terms=terms))
    contract.ended_on, contract.end_reason = last_on, reason_code
    if last_on <= today:
        _end(session, now, contract, ContractStatus.TERMINATED, reason_code)
    audit(
        session,
        actor,
        now,
        "contracts.terminate",
        resident_id=contract.resident_id,
        subject=f"contract:{contract.id}",
        reason=reason_code,
        detail={"party": party.value},
    )
    session.flush()
    return contract


def may_terminate(session: Session, actor: Actor, contract: Contract, party: Party) -> None:
    """The resident for himself; the team for the resident or its institution; a supervisor for fraud.

    Family never. Raises NotFound, Forbidden.
    """
    if party is Party.REGISTRY:
        if actor.role is not Role.SUPERVISOR:
            raise Forbidden("identity.refused.wrong_role")
        return
    if actor.role is Role.RESIDENT:
        if actor.resident_id != contract.resident_id:
            raise NotFound
        if party is not Party.RESIDENT:
            raise Forbidden("identity.refused.wrong_role")
        return
    on_team(session, actor, contract)


def end_for_death(session: Session, event: ResidentDied) -> None:
    """A death ends what was in force and gives up what was not, in the same transaction."""
    open_ones = select(Contract.id).where(
        Contract.resident_id == event.resident_id, Contract.status.not_in(rules.FINAL)
    )
    for contract_id in session.scalars(open_ones).all():
        contract = lock(session, contract_id)
        contract.end_reason = DEATH
        if contract.status is ContractStatus.ACTIVE:
            first = contract.starts_on or event.deceased_on
            contract.ended_on = max(first, event.deceased_on)
            _end(session, event.at, contract, ContractStatus.TERMINATED, DEATH)
        else:
            contract.status = ContractStatus.CANCELLED
    session.flush()


def expire_due(session: Session, now: datetime) -> int:
    """What time does to contracts, up to today: how many changed. Doing it again changes nothing.

    Contracts past their last day end, renewals signed ahead begin, what nobody signed in time is given up.
    """
    today = china_date(now)
    changed = [_run_out(session, now, contract) for contract in _over(session, today)]
    changed += [_begin(session, now, contract) for contract in _to_begin(session, today)]
    changed += [_give_up(session, now, contract) for contract in _unsigned(session, today)]
    session.flush()
    return sum(changed)


def is_renewed(session: Session, contract_id: UUID) -> bool:
    """Whether another contract was signed to follow this one."""
    following = select(Contract.id).where(
        Contract.renews_id == contract_id, Contract.status.in_([ContractStatus.RENEWAL_SIGNED, ContractStatus.ACTIVE])
    )
    return session.scalar(following.limit(1)) is not None


def _run_out(session: Session, now: datetime, found: UUID) -> bool:
    contract = lock(session, found)
    is_early = contract.ended_on is not None
    status = ContractStatus.TERMINATED if is_early else ContractStatus.EXPIRED
    reason = contract.end_reason or EXPIRED
    _end(session, now, contract, status, reason)
    _note(session, now, contract, "contracts.expire")
    return True


def _begin(session: Session, now: datetime, found: UUID) -> bool:
    contract = lock_with_resident(session, found)
    demand(rules.may(ContractAction.BEGIN, contract.status))
    activate(session, now, contract)
    _note(session, now, contract, "contracts.begin")
    return True


def _give_up(session: Session, now: datetime, found: UUID) -> bool:
    contract = lock(session, found)
    contract.status, contract.end_reason = ContractStatus.CANCELLED, NOT_SIGNED
    _note(session, now, contract, "contracts.give_up")
    return True


def _over(session: Session, today: date) -> list[UUID]:
    past = or_(Contract.ends_on < today, and_(Contract.ended_on.is_not(None), Contract.ended_on < today))
    return list(session.scalars(select(Contract.id).where(Contract.status == ContractStatus.ACTIVE, past)))


def _to_begin(session: Session, today: date) -> list[UUID]:
    """Renewals whose day has come and whose predecessor is over."""
    running = select(Contract.resident_id).where(Contract.status == ContractStatus.ACTIVE)
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


def _end(session: Session, now: datetime, contract: Contract, status: ContractStatus, reason: str) -> None:
    contract.status = status
    contract.end_reason = reason
    contract.ended_on = contract.ended_on or contract.ends_on
    session.flush()
    publish(session, ContractEnded(contract.id, contract.resident_id, contract.team_id, reason, now))


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
