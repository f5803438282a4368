"""Contracts as somebody may see them."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import Contract
from jiayi.contracts.service.access import CONTRACT_SCOPES, get, list_contracts, record, see, terms_on
from jiayi.contracts.service.amending import amendments_of
from jiayi.contracts.service.apart import awaited
from jiayi.contracts.service.ending import is_renewed, renewed
from jiayi.contracts.service.ledger import balances
from jiayi.contracts.service.letters import words
from jiayi.contracts.service.resting import suspensions_of
from jiayi.contracts.service.text import compose, text_hash
from jiayi.contracts.terms import ContractStatus, Phase
from jiayi.core.dates import china_date
from jiayi.core.errors import NotFound
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.residents.terms import Access

SUMMARY = ("id", "resident_id", "status", "team_id", "starts_on", "ends_on", "package_ids")
FIELDS = (
    *SUMMARY, "organization_id", "years", "channel", "renews_id", "household_id", "applied_at", "submitted_at",
    "reviewed_at", "review_note", "reject_reason", "suggested_team_ids", "is_outside_area", "exception_reason",
    "exception_by_name", "signed_at", "ended_on", "end_reason", "end_note", "offered_team_id", "letter", "refund_fen",
    "text_hash", "version",
)  # fmt: skip
RESTED = ("reason_code", "away_since_on", "from_on", "until_on")
AMENDED = (
    "id", "status", "from_on", "package_ids", "team_id", "was_package_ids", "was_team_id", "reason", "text", "text_hash",
    "refund_fen", "refund_lines", "signed_at",
)  # fmt: skip


def bodies(session: Session, contracts: Sequence[Contract], fields: Sequence[str] = FIELDS) -> list[dict[str, Any]]:
    """These contracts with what they give, when they rested and what was changed, in a few queries."""
    ids = [contract.id for contract in contracts]
    left, rests, changes = balances(session, ids), suspensions_of(session, ids), amendments_of(session, ids)
    missing = awaited(session, ids)
    return [
        {name: getattr(contract, name) for name in fields}
        | {
            "entitlements": [_entitlement(asdict(one)) for one in left[contract.id] if one.quota != 0],
            "suspensions": [{name: getattr(one, name) for name in RESTED} for one in rests[contract.id]],
            "amendments": [{name: getattr(one, name) for name in AMENDED} for one in changes[contract.id]],
            "proof_awaited_since_on": missing.get(contract.id),
        }
        for contract in contracts
    ]


def summary(contract: Contract) -> dict[str, Any]:
    """As much as family with a lesser scope may see."""
    return {name: getattr(contract, name) for name in SUMMARY}


def file(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> dict[str, Any]:
    """One contract, as much as the actor may see; the look is audited. Raises NotFound."""
    contract, access = see(session, actor, contract_id)
    record(session, actor, now, "contracts.read", contract)
    if access is Access.SUMMARY:
        return summary(contract)
    (body,) = bodies(session, [contract])
    return body | {"phase": phase_on(session, contract, china_date(now))}


def page_of(session: Session, actor: Actor, now: datetime, **query: Any) -> dict[str, Any]:
    """A page of the contracts in sight, as rows with their phases."""
    found, on = list_contracts(session, actor, now, **query), china_date(now)
    terms = terms_on(session, on)
    phases = {one.id: rules.phase_of(one.status, one.ends_on, on, terms) for one in found["items"]}
    followed = renewed(session, [contract_id for contract_id, phase in phases.items() if phase is not None])
    rows = [summary(one) | {"phase": None if one.id in followed else phases[one.id]} for one in found["items"]]
    return found | {"items": rows}


def phase_on(session: Session, contract: Contract, on: date) -> Phase | None:
    """Whether it ends soon, or has run out lately; nothing once the next one is signed."""
    phase = rules.phase_of(contract.status, contract.ends_on, on, terms_on(session, on))
    return None if phase is not None and is_renewed(session, contract.id) else phase


def letter_of(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> dict[str, Any]:
    """The letter by which the institution ends the contract. Raises NotFound also while there is none."""
    contract, access = see(session, actor, contract_id)
    if access is not Access.FULL or contract.letter is None:
        raise NotFound
    record(session, actor, now, "contracts.read_letter", contract)
    told_on = date.fromisoformat(contract.letter["told_on"])
    return {"told_on": told_on, "ends_on": contract.ended_on, "paragraphs": words(contract.letter)}


def entitlements(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> list[dict[str, Any]]:
    """What is left of everything in every year. Raises NotFound."""
    contract, access = see(session, actor, contract_id)
    record(session, actor, now, "contracts.read_entitlements", contract)
    if access is Access.SUMMARY:
        return []
    return [_entitlement(asdict(one)) for one in balances(session, [contract.id])[contract.id] if one.quota != 0]


def text_of(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> dict[str, Any]:
    """The clauses: as accepted, or as they would be today.

    A summary does not say what is done for somebody: family who may neither see all nor apply get NotFound.
    """
    contract, access = see(session, actor, contract_id)
    if access is Access.SUMMARY and not CONTRACT_SCOPES & residents.scopes_of(session, actor, contract.resident_id):
        raise NotFound
    record(session, actor, now, "contracts.read_text", contract)
    clauses = contract.text or compose(session, contract, china_date(now))
    return clauses | {"text_hash": contract.text_hash or text_hash(clauses), "is_accepted": contract.text is not None}


def cover_on(session: Session, contract_id: UUID, on: date) -> Answer:
    """Whether the contract is good for work on that day; refused as `terminated` when it had ended before."""
    contract = get(session, contract_id)
    if contract.status in rules.LIVE and contract.ended_on is None:
        return Allowed()
    if contract.status is ContractStatus.VOIDED:
        return Refused("contracts.refused.terminated")
    last_on = contract.ended_on or contract.ends_on
    if last_on is not None and on <= last_on:
        return Allowed()
    return Refused("contracts.refused.terminated")


def _entitlement(balance: dict[str, Any]) -> dict[str, Any]:
    del balance["contract_id"]
    return balance
