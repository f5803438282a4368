"""A code by SMS under one contract, for who signs on the own phone: whoever types it holds that phone now."""

import hmac
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import ContractCode
from jiayi.contracts.service.access import get, party_of
from jiayi.contracts.terms import CodeLetter, ContractAction
from jiayi.core import db
from jiayi.core.clock import Moment
from jiayi.core.dates import china_date
from jiayi.core.errors import Refusal, TooMany, demand
from jiayi.core.tools import tools
from jiayi.identity import rules as identity_rules
from jiayi.identity import service as identity
from jiayi.identity.access import audit
from jiayi.identity.tables import Otp
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations


def send_code(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> CodeLetter:
    """Make a code for the phone of whoever asks; the caller sends it.

    Raises NotFound, Forbidden, Refusal `contracts.refused.wrong_status`, TooMany with the seconds to wait.
    """
    contract = get(session, contract_id)
    party_of(session, actor, contract)
    demand(rules.may(ContractAction.SIGN, contract.status))
    limits = tools(session).rules.of(Otp, china_date(now))
    recent = select(ContractCode.sent_at).where(
        ContractCode.contract_id == contract_id, ContractCode.sent_at > now - timedelta(days=1)
    )
    wait = identity_rules.code_wait(list(session.scalars(recent)), now, limits)
    if wait is not None and not tools(session).settings.is_demo:
        raise TooMany("identity.refused.code_too_soon", wait.seconds)
    code = f"{secrets.randbelow(10**limits.code_digits):0{limits.code_digits}d}"
    session.add(
        ContractCode(
            contract_id=contract_id, account_id=actor.account_id, code_hash=_hash(session, contract_id, actor, code),
            sent_at=now, expires_at=identity_rules.code_expiry(now, is_elder=True, limits=limits),
        )
    )  # fmt: skip
    audit(
        session, actor, now, "contracts.send_code", resident_id=contract.resident_id, subject=f"contract:{contract_id}"
    )
    session.flush()
    organization = organizations.get_organization(session, contract.organization_id)
    phone = identity.phone_of(session, actor.account_id)
    return CodeLetter(phone, {"code": code, "organization_name": organization.name})


def checked_code(session: Session, actor: Actor, at: Moment, contract_id: UUID, code: str | None) -> UUID:
    """The id of the code that was typed, the latest that this account asked for.

    It is judged by when it arrives: a signature by code is made with a signal. Raises Refusal `contracts.refused.wrong_code`.
    """
    limits = tools(session).rules.of(Otp, china_date(at.received_at))
    latest = session.scalar(
        select(ContractCode)
        .where(ContractCode.contract_id == contract_id, ContractCode.account_id == actor.account_id)
        .order_by(ContractCode.sent_at.desc())
        .limit(1)
    )
    if latest is None or at.received_at >= latest.expires_at or latest.tries >= limits.max_tries:
        raise Refusal("contracts.refused.wrong_code")
    if not hmac.compare_digest(latest.code_hash, _hash(session, contract_id, actor, code or "")):
        _count_try(session, latest.id)
        raise Refusal("contracts.refused.wrong_code")
    return latest.id


def _count_try(session: Session, code_id: UUID) -> None:
    """In a transaction of its own, because the refusal undoes this one."""
    info = {name: session.info[name] for name in ("county_id", "tools")}
    with Session(session.get_bind(), info=info) as apart:
        row = apart.get_one(ContractCode, (info["county_id"], code_id), with_for_update=True)
        row.tries += 1
        db.commit(apart)


def _hash(session: Session, contract_id: UUID, actor: Actor, code: str) -> str:
    return tools(session).cipher.search_hash("contract_code", f"{contract_id}:{actor.account_id}:{code}")
