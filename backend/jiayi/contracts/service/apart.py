"""What proves a signature and comes apart from it: the photo of the signed page, the voice of who signed with a finger.

Each is sealed when it arrives, so that from then on it cannot be another.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, and_, cast, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from jiayi.attachments import service as attachments
from jiayi.attachments.terms import PICTURES, SOUNDS, AttachmentArrived, AttachmentType
from jiayi.contracts import bundles
from jiayi.contracts.models import Contract, ContractEvidence, ContractSignature
from jiayi.contracts.rules import LIVE
from jiayi.contracts.service import links
from jiayi.contracts.service.access import lock
from jiayi.contracts.terms import ContractStatus, EvidenceKind, Finding, FindingState, SignatureParty
from jiayi.core import audit as audit_log
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.core.db import touch

State = FindingState


@dataclass(frozen=True, slots=True)
class Apart:
    """Where a signature names it, and what it may be."""

    kind: EvidenceKind
    named: InstrumentedAttribute[str | None]
    types: frozenset[AttachmentType]

    def of(self, signature: ContractSignature) -> str | None:
        name: str | None = getattr(signature, self.named.key)
        return name


APART = (
    Apart(EvidenceKind.PHOTO, ContractSignature.photo_sha256, PICTURES),
    Apart(EvidenceKind.RECORDING, ContractSignature.recording_sha256, SOUNDS),
)


def lock_apart(session: Session, signature: ContractSignature) -> None:
    """Its arrival and a signature that names it wait for one another, so that whichever is later seals it."""
    for sha256 in sorted(filter(None, (one.of(signature) for one in APART))):
        attachments.lock(session, sha256)


def seal_arrived(session: Session, event: AttachmentArrived) -> None:
    """A photo or a recording has come: whatever signature of its account names it is proven with it."""
    named = select(ContractSignature).where(
        or_(*(one.named == event.sha256 for one in APART)), ContractSignature.account_id == event.account_id
    )
    for signature in session.scalars(named).all():
        seal_apart(session, clock_now(), signature)


def seal_apart(session: Session, now: datetime, signature: ContractSignature) -> None:
    """Seal what is here of it and was not yet. The audit names each link."""
    contract = lock(session, signature.contract_id)
    for one in APART:
        sha256 = one.of(signature)
        if sha256 is None or _link(session, signature, one.kind) is not None:
            continue
        stored = attachments.stored_name(session, sha256, signature.account_id, one.types)
        if stored is None:
            continue
        content = bundles.apart_content(
            signature.id, sha256, stored, now,
            county_id=session.info["county_id"], previous=links.last_hash(session, contract.id),
        )  # fmt: skip
        content_hash = links.add(session, now, contract.id, one.kind, content)
        audit_log.record(
            session, at=now, account_id=signature.account_id, role="system", action=f"contracts.seal_{one.kind.value}",
            resident_id=contract.resident_id, subject=f"contract:{contract.id}", detail={"seal": content_hash},
        )  # fmt: skip
        touch(session, "contract", [contract.id])


def awaited(session: Session, contract_ids: Collection[UUID]) -> Mapping[UUID, date]:
    """The contracts whose photo or recording has not come, with the day of the earliest such signature."""
    rows = session.scalars(_awaited().where(ContractSignature.contract_id.in_(contract_ids)))
    return {one.contract_id: china_date(one.signed_at) for one in rows}


def late(session: Session, signed_before: datetime) -> list[ContractSignature]:
    """Signatures from before then whose photo or recording has not come, under contracts that are in force or will be."""
    stands = select(Contract.id).where(Contract.status.in_((*LIVE, ContractStatus.RENEWAL_SIGNED)))
    statement = _awaited().where(ContractSignature.signed_at < signed_before, ContractSignature.contract_id.in_(stands))
    return list(session.scalars(statement))


def named_files(session: Session, hashes: Collection[str]) -> set[tuple[str, UUID]]:
    """Those of these files that a signature names: sha256 and whose upload it is."""
    return {
        (sha256, account_id)
        for one in APART
        for sha256, account_id in session.execute(
            select(one.named, ContractSignature.account_id).where(one.named.in_(hashes))
        )
        if sha256 is not None
    }


def findings(session: Session, contract_id: UUID) -> Iterator[Finding]:
    """Of each photo and recording under the contract and its changes: whether it is the one that was sealed."""
    statement = select(ContractSignature).where(
        ContractSignature.contract_id == contract_id, or_(*(one.named.is_not(None) for one in APART))
    )
    for signature in session.scalars(statement.order_by(ContractSignature.signed_at)).all():
        yield from (_finding(session, signature, one) for one in APART if one.of(signature) is not None)


def _finding(session: Session, signature: ContractSignature, one: Apart) -> Finding:
    about, link = one.kind.value, _link(session, signature, one.kind)
    if link is None:
        return Finding(about, State.TO_COME)
    content = attachments.read_stored(session, link.content["stored_sha256"])
    if content is None:
        return Finding(about, State.MISSING)
    is_same = hashlib.sha256(content).hexdigest() == link.content["stored_sha256"]
    if is_same and link.content["sha256"] == one.of(signature):
        return Finding(about, State.HOLDS)
    return Finding(about, State.CHANGED, {"party": SignatureParty.RESIDENT.value})


def _awaited() -> Select[ContractSignature]:
    # The earliest comes last, so that it is the one that a mapping keeps.
    return (
        select(ContractSignature)
        .where(or_(*(_is_missing(one) for one in APART)))
        .order_by(ContractSignature.signed_at.desc(), ContractSignature.id)
    )


def _is_missing(one: Apart) -> ColumnElement[bool]:
    sealed = exists().where(
        ContractEvidence.contract_id == ContractSignature.contract_id,
        ContractEvidence.kind == one.kind,
        ContractEvidence.content["signature_id"].as_string() == cast(ContractSignature.id, String),
    )
    return and_(one.named.is_not(None), ~sealed)


def _link(session: Session, signature: ContractSignature, kind: EvidenceKind) -> ContractEvidence | None:
    told = (kind, str(signature.id))
    found = links.of(session, signature.contract_id)
    return next((one for one in found if (one.kind, one.content.get("signature_id")) == told), None)
