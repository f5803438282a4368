"""The evidence under a signed contract: sealed when it is signed, looked at whenever somebody asks.

A link names the hash of the link before, and the audit entry of the act names the link: so none can be left out or put in.
What comes apart, photo and voice, is sealed when it comes: see `apart.py`.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.contracts import bundles
from jiayi.contracts.models import Contract, ContractAmendment, ContractEvidence, ContractSignature
from jiayi.contracts.service import apart, links
from jiayi.contracts.service.access import get
from jiayi.contracts.terms import AmendmentStatus, EvidenceKind, Finding, FindingState
from jiayi.core.crypto import Sealer
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
    """Seal what both sides have signed. Returns the link's hash."""
    session.flush()
    content = bundles.signed_content(
        contract,
        signatures_of(session, contract.id),
        county_id=session.info["county_id"],
        previous=links.last_hash(session, contract.id),
    )
    return links.add(session, now, contract.id, EvidenceKind.SIGNED, content)


def seal_amendment(session: Session, now: datetime, contract: Contract, amendment: ContractAmendment) -> str:
    """Seal a change that both sides have signed, after all that was sealed before. Returns the link's hash."""
    session.flush()
    content = bundles.amended_content(
        amendment,
        signatures_of(session, contract.id, amendment.id),
        county_id=session.info["county_id"],
        previous=links.last_hash(session, contract.id),
    )
    return links.add(session, now, contract.id, EvidenceKind.AMENDED, content)


def verify(session: Session, contract_id: UUID) -> list[Finding]:
    """Recompute everything: what holds and what was changed, in an order to be read aloud. Raises NotFound.

    A contract that nobody has signed has nothing to hold: an empty list.
    """
    contract = get(session, contract_id)
    if contract.signed_at is None:
        return []
    chain = links.of(session, contract_id)
    if not chain:
        return [Finding("seal", State.MISSING)]
    found = [*_seals(tools(session).settings.seal_keys, chain)]
    changed = list(_against(session, contract, chain[0]))
    found += changed
    told = {one.about for one in changed}
    found += [Finding(about, State.HOLDS) for about in WHOLE if about not in told]
    found += [_amended(session, one, chain) for one in _signed_changes(session, contract_id)]
    return found + list(apart.findings(session, contract_id))


def holds(findings: Sequence[Finding]) -> bool:
    """Nothing was changed, and nothing is gone. A photo or a recording that is still to come changes nothing."""
    return bool(findings) and all(one.state in {State.HOLDS, State.TO_COME} for one in findings)


def _seals(keys: dict[str, bytes], chain: Sequence[ContractEvidence]) -> Iterator[Finding]:
    sealer, previous = Sealer(keys), None
    is_whole = is_chained = True
    for number, link in enumerate(chain, start=1):
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


def _amended(session: Session, amendment: ContractAmendment, chain: Sequence[ContractEvidence]) -> Finding:
    """A signed change against what was sealed of it: one word for all of it, with the day from which it holds."""
    values = {"day": amendment.from_on.isoformat()}
    told = [one for one in chain if one.content.get("amendment_id") == str(amendment.id)]
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
