"""What is kept of a page that was signed by hand or with a finger, and who may look at it or hear it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.attachments import service as attachments
from jiayi.attachments.terms import AttachmentType
from jiayi.contracts.models import Contract, ContractSignature
from jiayi.contracts.service.access import record, see
from jiayi.core.errors import NotFound, Refusal
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.residents.terms import Access, ProxyScope

READ_SCOPES = frozenset({ProxyScope.BOOK, ProxyScope.SIGN_RENEWAL})
Whose = tuple[Contract, str, UUID]
"""A contract, a file that a signature under it names, and whose upload it is."""


def read_photo(
    session: Session, actor: Actor, now: datetime, contract_id: UUID, amendment_id: UUID | None = None
) -> bytes:
    """The photo of the signed page, of the contract or of a change of it, as JPEG.

    Raises NotFound for who may not see all of the contract, and while it is not here.
    """
    contract, sha256, account_id = _named(session, actor, contract_id, amendment_id, ContractSignature.photo_sha256)
    content = attachments.read(session, sha256, account_id)
    if content is None:
        raise NotFound
    record(session, actor, now, "contracts.read_photo", contract)
    return content


def read_recording(
    session: Session, actor: Actor, now: datetime, contract_id: UUID, amendment_id: UUID | None = None
) -> tuple[AttachmentType, bytes]:
    """The voice of who signed with a finger, as it was recorded. Raises NotFound as `read_photo`."""
    contract, sha256, account_id = _named(session, actor, contract_id, amendment_id, ContractSignature.recording_sha256)
    sound = attachments.read_sound(session, sha256, account_id)
    if sound is None:
        raise NotFound
    record(session, actor, now, "contracts.read_recording", contract)
    return sound


def read_page(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> Contract:
    """The contract whose page somebody wants to read or keep, as those may who may read its text.

    Raises NotFound, Refusal `contracts.refused.no_text_yet` before the team has accepted.
    """
    contract, access = see(session, actor, contract_id)
    if access is Access.SUMMARY and not READ_SCOPES & residents.scopes_of(session, actor, contract.resident_id):
        raise NotFound
    if contract.text is None:
        raise Refusal("contracts.refused.no_text_yet")
    record(session, actor, now, "contracts.read_page", contract)
    return contract


def _named(session: Session, actor: Actor, contract_id: UUID, amendment_id: UUID | None, column: Any) -> Whose:
    contract, access = see(session, actor, contract_id)
    named = select(column, ContractSignature.account_id).where(
        ContractSignature.contract_id == contract_id,
        ContractSignature.amendment_id.is_not_distinct_from(amendment_id),
        column.is_not(None),
    )
    found = session.execute(named).first()
    if access is not Access.FULL or found is None:
        raise NotFound
    return contract, found[0], found[1]
