"""A code by SMS under one contract, for who signs on the own phone: whoever types it holds that phone now."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import ContractCode
from jiayi.contracts.service.access import get, open_amendment, party_of, record
from jiayi.contracts.terms import AmendmentStatus, CodeLetter, ContractAction
from jiayi.core.clock import Moment
from jiayi.core.errors import Refusal, demand
from jiayi.identity import one_time
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations

PURPOSE = "contract_code"


def send_code(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> CodeLetter:
    """Make a code for the phone of whoever asks, to sign the contract or a change of it; the caller sends it.

    Raises NotFound, Forbidden, Refusal `contracts.refused.wrong_status`, TooMany with the seconds to wait.
    """
    contract = get(session, contract_id)
    party_of(session, actor, contract)
    change = open_amendment(session, contract_id)
    if change is None or change.status is not AmendmentStatus.PENDING_SIGN:
        demand(rules.may(ContractAction.SIGN, contract.status))
    sent = select(ContractCode.sent_at).where(
        ContractCode.contract_id == contract_id, ContractCode.sent_at > now - one_time.RECENT
    )
    made = one_time.new_code(session, now, PURPOSE, _about(contract_id, actor), list(session.scalars(sent)))
    session.add(
        ContractCode(
            contract_id=contract_id, account_id=actor.account_id, code_hash=made.code_hash, sent_at=now,
            expires_at=made.expires_at,
        )
    )  # fmt: skip
    record(session, actor, now, "contracts.send_code", contract)
    organization = organizations.get_organization(session, contract.organization_id)
    phone = identity.phone_of(session, actor.account_id)
    return CodeLetter(phone, {"code": made.code, "organization_name": organization.name})


def checked_code(session: Session, actor: Actor, at: Moment, contract_id: UUID, code: str | None) -> UUID:
    """The id of the code that was typed, the latest that this account asked for.

    It is judged by when it arrives: a signature by code is made with a signal. Raises Refusal `contracts.refused.wrong_code`.
    """
    latest = session.scalar(
        select(ContractCode)
        .where(ContractCode.contract_id == contract_id, ContractCode.account_id == actor.account_id)
        .order_by(ContractCode.sent_at.desc())
        .limit(1)
    )
    about = _about(contract_id, actor)
    if latest is None or not one_time.is_right(session, at.received_at, PURPOSE, about, latest, code or ""):
        raise Refusal("contracts.refused.wrong_code")
    return latest.id


def _about(contract_id: UUID, actor: Actor) -> str:
    return f"{contract_id}:{actor.account_id}"
