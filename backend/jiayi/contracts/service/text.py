"""What a contract says. It is written down when the team accepts, so that a signature is under something."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy.orm import Session

from jiayi.catalogue import service as catalogue
from jiayi.catalogue.terms import Package
from jiayi.contracts.models import Contract
from jiayi.contracts.packages import may_combine, may_hold, merged_quotas
from jiayi.contracts.service import lines
from jiayi.contracts.terms import TEMPLATE_VERSION, Payer, Quotas, TargetFacts
from jiayi.core.errors import Refusal, demand
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents


def packages_of(session: Session, package_ids: Sequence[UUID | str]) -> list[Package]:
    """The packages with these ids, as the rules read them. Raises NotFound."""
    return [catalogue.package_terms(catalogue.package(session, UUID(str(one)))) for one in package_ids]


def check_packages(session: Session, resident_id: UUID, package_ids: Sequence[UUID | str], on: date) -> None:
    """The packages may be signed, go together, and are meant for the resident.

    Raises Refusal `contracts.refused.package_retired`, `.no_package`, `.excluded`, `.not_eligible`.
    """
    current = {row.id for row in catalogue.published(session)}
    if not current.issuperset(UUID(str(one)) for one in package_ids):
        raise Refusal("contracts.refused.package_retired")
    packages = packages_of(session, package_ids)
    demand(may_combine(packages))
    facts = target_facts(session, resident_id, on)
    for package in packages:
        demand(may_hold(package, facts, on))


def quotas_of(session: Session, resident_id: UUID, package_ids: Sequence[UUID | str], on: date) -> Quotas:
    """What packages together entitle the resident to, as things stand on that day."""
    packages = packages_of(session, package_ids)
    facts = target_facts(session, resident_id, on)
    return merged_quotas(packages, catalogue.published_by_code(session), facts, on)


def fees_of(session: Session, package_ids: Sequence[UUID | str]) -> Mapping[str, int]:
    """Who pays how much a year, in fen, over all these packages."""
    fees = dict.fromkeys((payer.value for payer in Payer), 0)
    for package in packages_of(session, package_ids):
        for payer, fen in package.payer_split.items():
            fees[payer] += fen
    return fees


def compose(session: Session, contract: Contract, on: date, package_ids: Sequence[str] | None = None) -> dict[str, Any]:
    """The clauses as things stand on that day: who, what, how long, for how much. Ready for JSON.

    `package_ids`: others than the contract's, as they would be from then on.
    """
    packages = contract.package_ids if package_ids is None else package_ids
    quotas = quotas_of(session, contract.resident_id, packages, on)
    team = organizations.get_team(session, contract.team_id)
    organization = organizations.get_organization(session, contract.organization_id)
    return {
        "template_version": TEMPLATE_VERSION,
        "contract_id": str(contract.id),
        "resident_id": str(contract.resident_id),
        "resident_name": residents.get(session, contract.resident_id).name,
        "organization_id": str(contract.organization_id),
        "organization_name": organization.name,
        "team_id": str(team.id),
        "team_name": team.name,
        "team_phone": team.phone,
        "years": contract.years,
        "packages": lines.packages(packages_of(session, packages)),
        "services": lines.services(session, quotas),
        "fees": dict(fees_of(session, packages)),
        "clauses": lines.clauses(session, on, {"team": team.name, "organization": organization.name}),
    }


def quotas_in(text: Mapping[str, Any]) -> Quotas:
    """What a contract's clauses entitle to."""
    return {line["item_code"]: line["quota"] for line in text["services"]}


def text_hash(text: Mapping[str, Any]) -> str:
    """SHA-256 of the clauses, keys in order."""
    return hashlib.sha256(orjson.dumps(text, option=orjson.OPT_SORT_KEYS)).hexdigest()


def target_facts(session: Session, resident_id: UUID, on: date) -> TargetFacts:
    """What the packages' target rules ask about the resident on that day."""
    facts = residents.care_facts(session, resident_id, on)
    return TargetFacts(
        age=facts.age,
        groups=facts.groups,
        conditions=facts.conditions,
        ability_level=facts.ability_level,
        ltc_level=facts.ltc_level,
        is_flagged_disabled=facts.is_flagged_disabled,
        discharged_on=facts.discharged_on,
        discharge_diagnoses=facts.discharge_diagnoses,
        had_orthopaedic_surgery=facts.had_orthopaedic_surgery,
        institution_beds=facts.institution_beds,
    )
