"""What anybody with the printed page may learn from us: whether it is genuine, and whether it still holds."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.contracts.models import ContractSignature
from jiayi.contracts.rules import LIVE
from jiayi.contracts.service import evidence
from jiayi.contracts.service.access import get
from jiayi.contracts.service.ending import voidable
from jiayi.contracts.terms import ContractStatus, VoidView
from jiayi.core import audit
from jiayi.core.dates import china_date
from jiayi.core.errors import NotFound
from jiayi.core.masking import mask_name
from jiayi.identity.access import audit as identity_audit
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents

CODE = re.compile(r"([1-9][0-9]{5})-[0-9a-f]{32}")


class CheckStatus(StrEnum):
    GENUINE = "genuine"
    ENDED = "ended"
    VOIDED = "voided"
    CHANGED = "changed"


STANDS = LIVE | {ContractStatus.RENEWAL_SIGNED}


@dataclass(frozen=True, slots=True)
class Check:
    """No more than stands here is told: the surname, the institution, the day, whether it was changed."""

    status: CheckStatus
    organization_name: str
    signer_masked: str
    signed_on: date


def county_of(code: str) -> int:
    """The county in which the code is to be looked for. Raises NotFound for what is no code."""
    found = CODE.fullmatch(code)
    if found is None:
        raise NotFound
    return int(found[1])


def doubted(session: Session, actor: Actor, now: datetime, code: str) -> VoidView:
    """What a supervisor is told of the contract that the code is printed on; the look is audited. Raises NotFound."""
    view = voidable(session, _contract_id(session, code))
    identity_audit(session, actor, now, "contracts.doubt", subject=f"contract:{view.contract_id}")
    return view


def check(session: Session, now: datetime, code: str) -> Check:
    """What the code is printed on. Raises NotFound."""
    contract_id = _contract_id(session, code)
    contract = get(session, contract_id)
    if contract.signed_at is None:
        raise NotFound
    audit.record(
        session, at=now, account_id=None, role="public", action="contracts.check",
        resident_id=contract.resident_id, subject=f"contract:{contract.id}",
    )  # fmt: skip
    if not evidence.holds(evidence.verify(session, contract_id)):
        status = CheckStatus.CHANGED
    elif contract.status is ContractStatus.VOIDED:
        status = CheckStatus.VOIDED
    else:
        status = CheckStatus.GENUINE if contract.status in STANDS else CheckStatus.ENDED
    return Check(
        status,
        organizations.get_organization(session, contract.organization_id).name,
        mask_name(residents.get(session, contract.resident_id).name),
        china_date(contract.signed_at),
    )


def _contract_id(session: Session, code: str) -> UUID:
    contract_id = session.scalar(select(ContractSignature.contract_id).where(ContractSignature.check_code == code))
    if contract_id is None:
        raise NotFound
    return contract_id
