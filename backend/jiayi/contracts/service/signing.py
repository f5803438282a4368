"""The resident's side is signed: from now on, or from the end of the one before, the contract is in force."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import Contract, ContractSignature
from jiayi.contracts.service import ledger, text
from jiayi.contracts.service.access import active_now, lock_with_resident, party_of, refuse_active, terms_on
from jiayi.contracts.terms import (
    ContractAction,
    ContractActivated,
    ContractStatus,
    Payer,
    SignatureParty,
    Signer,
    SignFacts,
    SignMethod,
)
from jiayi.core.clock import Moment
from jiayi.core.dates import china_date
from jiayi.core.errors import Busy, Forbidden, Invalid, Refusal, demand
from jiayi.core.events import publish
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.residents import service as residents
from jiayi.residents.terms import ProxyScope

SIGNED = (
    ContractStatus.ACTIVE,
    ContractStatus.SUSPENDED,
    ContractStatus.RENEWAL_SIGNED,
    ContractStatus.EXPIRED,
    ContractStatus.TERMINATED,
)


def sign(
    session: Session,
    actor: Actor,
    at: Moment,
    contract_id: UUID,
    *,
    method: SignMethod,
    signer: Signer = Signer.RESIDENT,
    signer_name: str | None = None,
    strokes: Mapping[str, Any] | None = None,
    witness_name: str | None = None,
) -> Contract:
    """Sign for the resident: by hand or on paper before a member of the team, or with the own account.

    The contract is active at once and covers from the next day; a renewal signed early waits for the end of the one
    before. Raises NotFound, Forbidden, Invalid `contracts.invalid.signature`, Refusal `contracts.refused.wrong_status`,
    `.has_active_contract`, `.identity_level`, `.sign_method`, `.elder_must_sign`, `.proxy_scope`, `.deceased`.
    """
    contract = lock_with_resident(session, contract_id)
    party_of(session, actor, contract)
    demand(rules.may(ContractAction.SIGN, contract.status))
    signer, signer_name = _signer(session, actor, contract, method, signer, signer_name)
    if method is SignMethod.STROKES and not strokes:
        raise Invalid("contracts.invalid.signature")
    _check_rules(session, actor, at, contract, method, signer)
    session.add(
        ContractSignature(
            contract_id=contract.id, party=SignatureParty.RESIDENT, method=method, signer=signer,
            strokes=dict(strokes) if strokes and method is SignMethod.STROKES else None, signer_name=signer_name,
            witness_name=witness_name, account_id=actor.account_id, device_id=actor.device_id,
            text_hash=contract.text_hash, signed_at=at.occurred_at, captured_at=at.captured_at,
            received_at=at.received_at, is_clock_doubtful=at.is_clock_doubtful,
        )
    )  # fmt: skip
    contract.signed_at, contract.signed_by_clinician_id = at.occurred_at, actor.clinician_id
    _set_in_force(session, at.occurred_at, contract)
    audit(
        session,
        actor,
        at.received_at,
        "contracts.sign",
        resident_id=contract.resident_id,
        subject=f"contract:{contract.id}",
        detail={"method": method.value, "signer": signer.value},
    )
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


def _signer(
    session: Session, actor: Actor, contract: Contract, method: SignMethod, signer: Signer, name: str | None
) -> tuple[Signer, str]:
    """In whose hand it is. With the own account one signs as oneself; before the team one's name is written down."""
    resident = residents.get(session, contract.resident_id)
    if actor.role is Role.RESIDENT:
        return Signer.RESIDENT, resident.name
    if actor.role is Role.PROXY:
        return Signer.PROXY, name or resident.name
    if method is SignMethod.CODE:
        # Who signs by code does so with the own account; the team cannot do it for anybody.
        raise Forbidden("contracts.refused.sign_method", {"method": method.value})
    if signer is Signer.RESIDENT:
        return signer, name or resident.name
    if not name:
        raise Invalid("contracts.invalid.signature")
    return signer, name


def _check_rules(
    session: Session, actor: Actor, at: Moment, contract: Contract, method: SignMethod, signer: Signer
) -> None:
    resident = residents.get(session, contract.resident_id)
    if resident.deceased_on is not None:
        raise Refusal("contracts.refused.deceased")
    scopes = residents.scopes_of(session, actor, contract.resident_id)
    signed_before = select(Contract.id).where(Contract.resident_id == resident.id, Contract.status.in_(SIGNED))
    fees = (contract.text or {}).get("fees", {})
    facts = SignFacts(
        signer=signer,
        method=method,
        resident_fen=int(fees.get(Payer.RESIDENT.value, 0)),
        identity_level=resident.identity_level,
        is_first_contract=session.scalar(signed_before.limit(1)) is None,
        may_proxy_sign_renewal=ProxyScope.SIGN_RENEWAL in scopes,
    )
    demand(rules.may_sign(facts, terms_on(session, china_date(at.occurred_at))))
