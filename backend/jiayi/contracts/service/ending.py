"""How contracts end: by a wish, by a death, by fraud found. What time does stands in `timing`.

What public health owes somebody ends with no contract (domain rules §1.3.3): follow-ups stay as they are, and the team that
cared goes on caring until another takes over.
"""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import Contract, LedgerEntry
from jiayi.contracts.service import letters, resting
from jiayi.contracts.service.access import get, lock, on_team, record, terms_on
from jiayi.contracts.service.amending import drop_open, fees_now
from jiayi.contracts.tables import TerminationReasons
from jiayi.contracts.terms import (
    ContractAction,
    ContractEnded,
    ContractStatus,
    LedgerKind,
    NoticeGiven,
    Party,
    Payer,
    VoidView,
)
from jiayi.core.dates import DAY, china_date
from jiayi.core.errors import Forbidden, NotFound, Refusal, demand
from jiayi.core.events import publish
from jiayi.core.masking import mask_name
from jiayi.core.results import Refused
from jiayi.core.tools import tools
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.terms import ResidentDied, ResidentLeft

EXPIRED, DEATH, MOVED, NOT_SIGNED = "expired", "death", "moved_away", "not_signed"


def terminate(
    session: Session,
    actor: Actor,
    now: datetime,
    contract_id: UUID,
    *,
    reason_code: str,
    party: Party = Party.RESIDENT,
    ended_on: date | None = None,
    note: str | None = None,
    offered_team_id: UUID | None = None,
) -> Contract:
    """End a contract, today or on a later last day.

    The institution gives notice by letter, and only for a listed reason; where its team is dissolved it offers another one.
    Within the cooling-off all that the resident paid is given back, if nothing was done. Raises NotFound, Forbidden, Refusal
    `contracts.refused.wrong_status`, `.reason_not_listed`, `.ends_in_past`, `.notice_too_short`, `.transfer_missing`,
    `.team_inactive`.
    """
    contract = lock(session, contract_id)
    may_terminate(session, actor, contract, party)
    demand(rules.may(ContractAction.TERMINATE, contract.status))
    today = china_date(now)
    last_on = ended_on or today
    reasons = tools(session).rules.of(TerminationReasons, today)
    demand(rules.may_terminate(party, reason_code, today, last_on, reasons=reasons, terms=terms_on(session, today)))
    _check_offer(session, contract, offered_team_id, is_needed=reason_code in reasons.transfer_offered)
    contract.ended_on, contract.end_reason, contract.end_note = last_on, reason_code, note
    contract.offered_team_id, contract.refund_fen = offered_team_id, _refund(session, contract, today)
    contract.letter = letters.compose(session, contract, today) if party is Party.INSTITUTION else None
    if last_on <= today:
        end(session, now, contract, ContractStatus.TERMINATED, reason_code)
    elif party is Party.INSTITUTION:
        publish(session, NoticeGiven(contract.id, contract.resident_id, contract.team_id, last_on, now))
    record(session, actor, now, "contracts.terminate", contract, reason=reason_code, detail={"party": party.value})
    return contract


def may_terminate(session: Session, actor: Actor, contract: Contract, party: Party) -> None:
    """The resident for himself; the team for the resident or its institution. Family never. Raises NotFound, Forbidden."""
    if actor.role is Role.RESIDENT:
        if actor.resident_id != contract.resident_id:
            raise NotFound
        if party is not Party.RESIDENT:
            raise Forbidden("identity.refused.wrong_role")
        return
    on_team(session, actor, contract)


def void(session: Session, actor: Actor, now: datetime, contract_id: UUID, *, reason_code: str, note: str) -> Contract:
    """A supervisor has found the contract to be false: it never counted, on none of its days.

    Raises NotFound, Forbidden, Refusal `contracts.refused.wrong_status`, `.reason_not_listed`.
    """
    if actor.role is not Role.SUPERVISOR:
        raise Forbidden("identity.refused.wrong_role")
    contract = lock(session, contract_id)
    demand(rules.may(ContractAction.VOID, contract.status))
    today = china_date(now)
    if reason_code not in tools(session).rules.of(TerminationReasons, today).voiding:
        raise Refusal("contracts.refused.reason_not_listed")
    contract.end_note = note
    if contract.status in rules.LIVE:
        contract.ended_on = today
    end(session, now, contract, ContractStatus.VOIDED, reason_code)
    record(session, actor, now, "contracts.void", contract, reason=reason_code)
    return contract


def voidable(session: Session, contract_id: UUID) -> VoidView:
    """What a supervisor sees before voiding: who and what it is, and what would no longer count. Raises NotFound."""
    contract = get(session, contract_id)
    done = select(func.count()).where(LedgerEntry.contract_id == contract_id, LedgerEntry.kind == LedgerKind.CONSUME)
    return VoidView(
        contract_id=contract.id,
        organization_name=organizations.get_organization(session, contract.organization_id).name,
        team_name=organizations.get_team(session, contract.team_id).name,
        resident_masked=mask_name(residents.get(session, contract.resident_id).name),
        status=contract.status,
        starts_on=contract.starts_on,
        ends_on=contract.ended_on or contract.ends_on,
        done_count=session.scalar(done) or 0,
        may_void=not isinstance(rules.may(ContractAction.VOID, contract.status), Refused),
    )


def end_for_death(session: Session, event: ResidentDied) -> None:
    """A death closes what was in force and gives up what was not, in the same transaction."""
    open_ones = select(Contract.id).where(
        Contract.resident_id == event.resident_id, Contract.status.not_in(rules.FINAL)
    )
    for contract_id in session.scalars(open_ones).all():
        contract = lock(session, contract_id)
        contract.end_reason = DEATH
        if contract.status in rules.LIVE:
            first = contract.starts_on or event.deceased_on
            contract.ended_on = max(first, event.deceased_on)
            end(session, event.at, contract, ContractStatus.CLOSED_DEATH, DEATH)
        else:
            contract.status = ContractStatus.CANCELLED
    session.flush()


def end_for_move(session: Session, event: ResidentLeft) -> None:
    """Whoever lives elsewhere has no contract here: what was in force was so until the day before, what was not is given up."""
    open_ones = select(Contract.id).where(
        Contract.resident_id == event.resident_id, Contract.status.not_in(rules.FINAL)
    )
    for contract_id in session.scalars(open_ones).all():
        contract = lock(session, contract_id)
        if contract.status in rules.LIVE:
            last_on = event.moved_on - DAY
            contract.ended_on = max(contract.starts_on or last_on, min(contract.ended_on or last_on, last_on))
            end(session, event.at, contract, ContractStatus.TERMINATED, MOVED)
        else:
            contract.end_reason, contract.status = MOVED, ContractStatus.CANCELLED
    session.flush()


def note_move(session: Session, event: ContractEnded) -> None:
    """Some reasons say that the resident lives elsewhere now; the note says where."""
    today = china_date(event.at)
    if event.reason not in tools(session).rules.of(TerminationReasons, today).moved:
        return
    contract = get(session, event.contract_id)
    residents.note_move(session, event.at, contract.resident_id, contract.ended_on or today, contract.end_note)


def end(session: Session, now: datetime, contract: Contract, status: ContractStatus, reason: str) -> None:
    """The contract is over, with whatever of it was still to come."""
    contract.status = status
    contract.end_reason = reason
    contract.ended_on = contract.ended_on or contract.ends_on
    resting.close(session, contract, (contract.ended_on or china_date(now)) + DAY)
    drop_open(session, contract)
    session.flush()
    publish(session, ContractEnded(contract.id, contract.resident_id, contract.team_id, reason, now))


def is_renewed(session: Session, contract_id: UUID) -> bool:
    """Whether another contract was signed to follow this one."""
    return contract_id in renewed(session, [contract_id])


def renewed(session: Session, contract_ids: Collection[UUID]) -> set[UUID]:
    """Those of these contracts that another one was signed to follow."""
    if not contract_ids:
        return set()
    following = select(Contract.renews_id).where(
        Contract.renews_id.in_(contract_ids), Contract.status.in_([ContractStatus.RENEWAL_SIGNED, *rules.LIVE])
    )
    return {one for one in session.scalars(following) if one is not None}


def _check_offer(session: Session, contract: Contract, team_id: UUID | None, *, is_needed: bool) -> None:
    if team_id is None:
        if is_needed:
            raise Refusal("contracts.refused.transfer_missing")
        return
    if team_id == contract.team_id or not organizations.get_team(session, team_id).is_active:
        raise Refusal("contracts.refused.team_inactive")


def _refund(session: Session, contract: Contract, today: date) -> int:
    """All of the resident's share within the cooling-off, else nothing. Source: domain rules §1.3.4."""
    if contract.signed_at is None:
        return 0
    of_contract = select(func.count()).where(
        LedgerEntry.contract_id == contract.id, LedgerEntry.kind == LedgerKind.CONSUME
    )
    performed = session.scalar(of_contract) or 0
    signed_on, terms = china_date(contract.signed_at), terms_on(session, today)
    if not rules.is_refunded_in_full(signed_on, today, performed, terms):
        return 0
    return fees_now(session, contract)[Payer.RESIDENT.value]
