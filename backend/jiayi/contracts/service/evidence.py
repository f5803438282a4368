"""The evidence under a signed contract: sealed when it is signed and when a photo comes, looked at whenever somebody asks.

A link names the hash of the link before, and the audit entry of the act names the link: so none can be left out or put in.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, cast, select
from sqlalchemy.orm import Session

from jiayi.attachments import service as attachments
from jiayi.attachments.terms import AttachmentArrived
from jiayi.contracts import bundles
from jiayi.contracts.models import Contract, ContractAmendment, ContractEvidence, ContractSignature
from jiayi.contracts.rules import LIVE
from jiayi.contracts.service.access import get, lock
from jiayi.contracts.terms import AmendmentStatus, ContractStatus, EvidenceKind, Finding, FindingState, SignatureParty
from jiayi.core import audit as audit_log
from jiayi.core.clock import now as clock_now
from jiayi.core.crypto import Sealer
from jiayi.core.dates import china_date
from jiayi.core.db import touch
from jiayi.core.tools import tools

State = FindingState
WHOLE = ("text", "term", "signer", "strokes", "time", "way", "witness")
"""What is said to hold when nothing of it was changed."""


def signatures_of(session: Session, contract_id: UUID, amendment_id: UUID | None = None) -> Sequence[ContractSignature]:
    """Those under the contract itself, or under one change of it."""
    statement = select(ContractSignature).where(
        ContractSignature.contract_id == contract_id, ContractSignature.amendment_id.is_not_distinct_from(amendment_id)
    )
    return session.scalars(statement.order_by(ContractSignature.party)).all()


def check_code(session: Session, contract_id: UUID) -> str:
    """What is printed on the page and asked for at `/verify/…`: the county, and a keyed hash that leads to no id."""
    county_id = session.info["county_id"]
    return f"{county_id}-{tools(session).cipher.search_hash('contract_check', f'{county_id}:{contract_id}')[:32]}"


def seal_signing(session: Session, now: datetime, contract: Contract) -> str:
    """Seal what both sides have signed, and the photo with it if it is here already. Returns the link's hash."""
    session.flush()
    content = bundles.signed_content(
        contract,
        signatures_of(session, contract.id),
        county_id=session.info["county_id"],
        previous=_last_hash(session, contract.id),
    )
    return _add(session, now, contract.id, EvidenceKind.SIGNED, content)


def seal_amendment(session: Session, now: datetime, contract: Contract, amendment: ContractAmendment) -> str:
    """Seal a change that both sides have signed, after all that was sealed before. Returns the link's hash."""
    session.flush()
    content = bundles.amended_content(
        amendment,
        signatures_of(session, contract.id, amendment.id),
        county_id=session.info["county_id"],
        previous=_last_hash(session, contract.id),
    )
    return _add(session, now, contract.id, EvidenceKind.AMENDED, content)


def seal_photos(session: Session, event: AttachmentArrived) -> None:
    """The page's photo has come: from now on it cannot be another."""
    named = select(ContractSignature).where(
        ContractSignature.photo_sha256 == event.sha256, ContractSignature.account_id == event.account_id
    )
    for signature in session.scalars(named).all():
        seal_photo(session, clock_now(), signature)


def seal_photo(session: Session, now: datetime, signature: ContractSignature) -> None:
    """Seal the photo of a signed page, if it is here and was not yet. The audit names the link."""
    contract = lock(session, signature.contract_id)
    if signature.photo_sha256 is None or _photo_link(session, signature) is not None:
        return
    stored = attachments.stored_name(session, signature.photo_sha256, signature.account_id)
    if stored is None:
        return
    content = bundles.photo_content(
        signature.id, signature.photo_sha256, stored, now,
        county_id=session.info["county_id"], previous=_last_hash(session, contract.id),
    )  # fmt: skip
    content_hash = _add(session, now, contract.id, EvidenceKind.PHOTO, content)
    audit_log.record(
        session, at=now, account_id=signature.account_id, role="system", action="contracts.seal_photo",
        resident_id=contract.resident_id, subject=f"contract:{contract.id}", detail={"seal": content_hash},
    )  # fmt: skip
    touch(session, "contract", [contract.id])


def photos_awaited(session: Session, contract_ids: Collection[UUID]) -> Mapping[UUID, date]:
    """The contracts signed on paper whose photo has not come, with the day of the earliest such signature."""
    rows = session.scalars(_awaited().where(ContractSignature.contract_id.in_(contract_ids)))
    return {one.contract_id: china_date(one.signed_at) for one in rows}


def photos_late(session: Session, signed_before: datetime) -> list[ContractSignature]:
    """Signatures on paper from before then whose photo has not come, under contracts that are in force or will be."""
    stands = select(Contract.id).where(Contract.status.in_((*LIVE, ContractStatus.RENEWAL_SIGNED)))
    late = _awaited().where(ContractSignature.signed_at < signed_before, ContractSignature.contract_id.in_(stands))
    return list(session.scalars(late))


def _awaited() -> Select[ContractSignature]:
    sealed = select(ContractEvidence.content["signature_id"].as_string()).where(
        ContractEvidence.contract_id == ContractSignature.contract_id, ContractEvidence.kind == EvidenceKind.PHOTO
    )
    missing = cast(ContractSignature.id, String).not_in(sealed)
    # The earliest comes last, so that it is the one that a mapping keeps.
    return (
        select(ContractSignature)
        .where(ContractSignature.photo_sha256.is_not(None), missing)
        .order_by(ContractSignature.signed_at.desc(), ContractSignature.id)
    )


def seals_of(session: Session, contract_id: UUID) -> list[str]:
    """The hashes of all links, in order: what the audit must name."""
    return [link.content_hash for link in _links(session, contract_id)]


def verify(session: Session, contract_id: UUID) -> list[Finding]:
    """Recompute everything: what holds and what was changed, in an order to be read aloud. Raises NotFound.

    A contract that nobody has signed has nothing to hold: an empty list.
    """
    contract = get(session, contract_id)
    if contract.signed_at is None:
        return []
    links = _links(session, contract_id)
    if not links:
        return [Finding("seal", State.MISSING)]
    found = [*_seals(tools(session).settings.seal_keys, links)]
    changed = list(_against(session, contract, links[0]))
    found += changed
    told = {one.about for one in changed}
    found += [Finding(about, State.HOLDS) for about in WHOLE if about not in told]
    found += [_amended(session, one, links) for one in _signed_changes(session, contract_id)]
    return found + list(_photos(session, contract_id))


def holds(findings: Sequence[Finding]) -> bool:
    """Nothing was changed, and nothing is gone. A photo that is still to come changes nothing."""
    return bool(findings) and all(one.state in {State.HOLDS, State.TO_COME} for one in findings)


def _seals(keys: dict[str, bytes], links: Sequence[ContractEvidence]) -> Iterator[Finding]:
    sealer, previous = Sealer(keys), None
    is_whole = is_chained = True
    for number, link in enumerate(links, start=1):
        content_hash = bundles.digest(link.content)
        is_chained &= link.number == number and link.content.get("previous") == previous
        previous = link.content_hash
        if link.key_id not in keys:
            yield Finding("seal", State.UNKNOWN, {"key": link.key_id})
            is_whole = False
        elif content_hash != link.content_hash or not sealer.holds(
            bundles.sealable(link.content_hash), link.key_id, link.seal
        ):
            yield Finding("seal", State.CHANGED)
            is_whole = False
    if is_whole:
        yield Finding("seal", State.HOLDS)
    if not is_chained:
        yield Finding("chain", State.CHANGED)


def _against(session: Session, contract: Contract, link: ContractEvidence) -> Iterator[Finding]:
    """What stands in the tables against what was sealed first."""
    signatures = signatures_of(session, contract.id)
    now = bundles.signed_content(contract, signatures, county_id=session.info["county_id"], previous=None)
    if contract.text_hash != now["text_hash"]:
        yield Finding("text", State.CHANGED)
    for about, party in bundles.changes(link.content, now):
        if about != "text" or contract.text_hash == now["text_hash"]:
            yield Finding(about, State.CHANGED, {"party": party} if party else {})


def _amended(session: Session, amendment: ContractAmendment, links: Sequence[ContractEvidence]) -> Finding:
    """A signed change against what was sealed of it: one word for all of it, with the day from which it holds."""
    values = {"day": amendment.from_on.isoformat()}
    told = [one for one in links if one.content.get("amendment_id") == str(amendment.id)]
    if not told:
        return Finding("amendment", State.MISSING, values)
    signatures = signatures_of(session, amendment.contract_id, amendment.id)
    now = bundles.amended_content(amendment, signatures, county_id=session.info["county_id"], previous=None)
    is_same = amendment.text_hash == now["text_hash"] and not any(bundles.changes(told[0].content, now))
    return Finding("amendment", State.HOLDS if is_same else State.CHANGED, values)


def agreed_changes(session: Session, contract_id: UUID) -> Sequence[ContractAmendment]:
    """Changes that hold, or will from their day on: of packages or of the team, in the order of their days."""
    statement = select(ContractAmendment).where(
        ContractAmendment.contract_id == contract_id,
        ContractAmendment.status.in_((AmendmentStatus.SIGNED, AmendmentStatus.IN_FORCE)),
    )
    return session.scalars(statement.order_by(ContractAmendment.from_on, ContractAmendment.asked_at)).all()


def _signed_changes(session: Session, contract_id: UUID) -> Sequence[ContractAmendment]:
    """Changes of packages that the resident has agreed to, also those that were given up afterwards."""
    statement = select(ContractAmendment).where(
        ContractAmendment.contract_id == contract_id,
        ContractAmendment.signed_at.is_not(None),
        ContractAmendment.package_ids.is_not(None),
    )
    return session.scalars(statement.order_by(ContractAmendment.asked_at, ContractAmendment.id)).all()


def _photos(session: Session, contract_id: UUID) -> Iterator[Finding]:
    on_paper = select(ContractSignature).where(
        ContractSignature.contract_id == contract_id, ContractSignature.photo_sha256.is_not(None)
    )
    for signature in session.scalars(on_paper.order_by(ContractSignature.signed_at)).all():
        link = _photo_link(session, signature)
        if link is None:
            yield Finding("photo", State.TO_COME)
            continue
        picture = attachments.read_stored(session, link.content["stored_sha256"])
        if picture is None:
            yield Finding("photo", State.MISSING)
        elif (
            hashlib.sha256(picture).hexdigest() != link.content["stored_sha256"]
            or link.content["sha256"] != signature.photo_sha256
        ):
            yield Finding("photo", State.CHANGED, {"party": SignatureParty.RESIDENT.value})
        else:
            yield Finding("photo", State.HOLDS)


def _add(session: Session, now: datetime, contract_id: UUID, kind: EvidenceKind, content: dict[str, Any]) -> str:
    content_hash = bundles.digest(content)
    key_id, seal = Sealer(tools(session).settings.seal_keys).seal(bundles.sealable(content_hash))
    session.add(
        ContractEvidence(
            contract_id=contract_id, number=len(_links(session, contract_id)) + 1, kind=kind, content=content,
            content_hash=content_hash, key_id=key_id, seal=seal, sealed_at=now,
        )
    )  # fmt: skip
    session.flush()
    return content_hash


def _links(session: Session, contract_id: UUID) -> Sequence[ContractEvidence]:
    statement = select(ContractEvidence).where(ContractEvidence.contract_id == contract_id)
    return session.scalars(statement.order_by(ContractEvidence.number)).all()


def _last_hash(session: Session, contract_id: UUID) -> str | None:
    links = _links(session, contract_id)
    return links[-1].content_hash if links else None


def _photo_link(session: Session, signature: ContractSignature) -> ContractEvidence | None:
    told = ("photo", str(signature.id))
    links = _links(session, signature.contract_id)
    return next((one for one in links if (one.kind.value, one.content.get("signature_id")) == told), None)
