"""The resident's side is signed: from now on, or from the end of the one before, the contract is in force."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import Contract
from jiayi.contracts.service import ledger, text
from jiayi.contracts.service.access import active_now, lock_with_resident, party_of, record, refuse_active, terms_on
from jiayi.contracts.service.apart import seal_apart
from jiayi.contracts.service.evidence import seal_signing
from jiayi.contracts.service.hands import take_down
from jiayi.contracts.terms import ContractAction, ContractActivated, ContractStatus
from jiayi.core.clock import Moment
from jiayi.core.dates import china_date
from jiayi.core.errors import Busy, demand
from jiayi.core.events import publish
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents


def sign(session: Session, actor: Actor, at: Moment, contract_id: UUID, **told: Any) -> Contract:
    """Sign for the resident, before a member of the team or on the own phone; `told` as `hands.take_down` takes it.

    The contract is active at once and covers from the next day; a renewal signed early waits for the end of the one
    before. Both sides are sealed with the text; a photo of the page and a recording may come later. Raises NotFound, Forbidden, Invalid
    `contracts.invalid.signature`, Refusal `contracts.refused.wrong_status`, `.has_active_contract`, `.deceased`, and those
    of `hands.take_down`.
    """
    contract = lock_with_resident(session, contract_id)
    party_of(session, actor, contract)
    demand(rules.may(ContractAction.SIGN, contract.status))
    signature = take_down(session, actor, at, contract, **told)
    contract.signed_at, contract.signed_by_clinician_id = at.occurred_at, actor.clinician_id
    _set_in_force(session, at.occurred_at, contract)
    seal = seal_signing(session, at.received_at, contract)
    detail = {"method": signature.method.value, "signer": str(signature.signer), "seal": seal}
    record(session, actor, at.received_at, "contracts.sign", contract, detail=detail)
    seal_apart(session, at.received_at, signature)
    session.flush()
    return contract


def activate(session: Session, at: datetime, contract: Contract) -> None:
    """Put a signed contract in force. Raises Refusal `contracts.refused.has_active_contract`."""
    try:
        with session.begin_nested():
            contract.status = ContractStatus.ACTIVE
            session.flush()
    except IntegrityError as error:
        if "uq_contracts_active" not in str(error.orig):
            raise
        other = active_now(session, contract.resident_id)
        if other is None:  # It ended in the moment between.
            raise Busy from error
        raise refuse_active(session, other) from error
    ledger.grant(session, at, contract, text.quotas_in(contract.text or {"services": ()}))
    residents.assign_team(session, at, contract.resident_id, contract.team_id)
    starts_on, ends_on = _term(contract)
    publish(
        session,
        ContractActivated(contract.id, contract.resident_id, contract.team_id, starts_on, ends_on, at),
    )


def _set_in_force(session: Session, at: datetime, contract: Contract) -> None:
    signed_on = china_date(at)
    starts_on = rules.first_day(signed_on, terms_on(session, signed_on))
    running = active_now(session, contract.resident_id)
    is_ahead = running is not None and running.id == contract.renews_id and running.ends_on is not None
    if is_ahead and running is not None and running.ends_on is not None:
        starts_on = max(starts_on, running.ends_on + timedelta(days=1))
    contract.starts_on, contract.ends_on = starts_on, rules.last_day(starts_on, contract.years)
    if contract.renews_id is None:
        contract.renews_id = _lapsed(session, contract, starts_on)
    if is_ahead:
        demand(rules.may(ContractAction.SIGN_AHEAD, contract.status))
        contract.status = ContractStatus.RENEWAL_SIGNED
        session.flush()
        return
    activate(session, at, contract)


def _lapsed(session: Session, contract: Contract, starts_on: date) -> UUID | None:
    """The contract with the same institution that this one continues, though it ran out some days before."""
    former = session.scalar(
        select(Contract)
        .where(
            Contract.resident_id == contract.resident_id,
            Contract.organization_id == contract.organization_id,
            Contract.status == ContractStatus.EXPIRED,
        )
        .order_by(Contract.ends_on.desc())
        .limit(1)
    )
    if former is None or former.ends_on is None:
        return None
    return former.id if rules.continues(former.ends_on, starts_on, terms_on(session, starts_on)) else None


def _term(contract: Contract) -> tuple[date, date]:
    if contract.starts_on is None or contract.ends_on is None:
        raise ValueError("a contract in force has a first and a last day")
    return contract.starts_on, contract.ends_on
