"""What is kept of a page that was signed by hand or with a finger, and who may look at it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.attachments import service as attachments
from jiayi.contracts.models import Contract, ContractSignature
from jiayi.contracts.service.access import record, see
from jiayi.core.errors import NotFound, Refusal
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.residents.terms import Access, ProxyScope

READ_SCOPES = frozenset({ProxyScope.BOOK, ProxyScope.SIGN_RENEWAL})


def read_photo(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> bytes:
    """The photo of the signed page, as JPEG.

    Raises NotFound for who may not see all of the contract, and while it is not here.
    """
    contract, access = see(session, actor, contract_id)
    signed = select(ContractSignature).where(
        ContractSignature.contract_id == contract_id, ContractSignature.photo_sha256.is_not(None)
    )
    signature = session.scalar(signed)
    if access is not Access.FULL or signature is None or signature.photo_sha256 is None:
        raise NotFound
    content = attachments.read(session, signature.photo_sha256, signature.account_id)
    if content is None:
        raise NotFound
    record(session, actor, now, "contracts.read_photo", contract)
    return content


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


def named_photos(session: Session, hashes: Collection[str]) -> set[tuple[str, UUID]]:
    """Those of these pictures that a signature names: sha256 and whose upload it is."""
    named = select(ContractSignature.photo_sha256, ContractSignature.account_id).where(
        ContractSignature.photo_sha256.in_(hashes)
    )
    return {(sha256, account_id) for sha256, account_id in session.execute(named) if sha256 is not None}
