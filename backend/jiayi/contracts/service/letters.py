"""What an institution writes to a resident when it ends the contract: the facts are kept, the words are the locale's."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.contracts.models import Contract
from jiayi.contracts.service.ledger import balances
from jiayi.core import i18n
from jiayi.core.wording import date_text
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents

TEMPLATE_VERSION = 1


def compose(session: Session, contract: Contract, told_on: date) -> dict[str, Any]:
    """Who ends it, why and when, how much was done, and to whom to turn. Ready for JSON."""
    team = organizations.get_team(session, contract.team_id)
    done = sum(one.consumed for one in balances(session, [contract.id])[contract.id])
    return {
        "template_version": TEMPLATE_VERSION,
        "resident_name": residents.get(session, contract.resident_id).name,
        "organization_name": organizations.get_organization(session, contract.organization_id).name,
        "team_name": team.name,
        "team_phone": team.phone,
        "reason_code": contract.end_reason,
        "told_on": told_on.isoformat(),
        "ends_on": None if contract.ended_on is None else contract.ended_on.isoformat(),
        "done_count": done,
        "offered": _offered(session, contract.offered_team_id),
    }


def words(letter: Mapping[str, Any]) -> list[str]:
    """The letter's paragraphs, as it is printed and read out."""
    told_on, ends_on = date.fromisoformat(letter["told_on"]), date.fromisoformat(letter["ends_on"])
    values = {
        "resident_name": letter["resident_name"],
        "organization_name": letter["organization_name"],
        "team_name": letter["team_name"],
        "team_phone": letter["team_phone"],
        "ends_on": date_text(ends_on, told_on),
        "reason": i18n.text(f"contracts-end_reason-{letter['reason_code']}"),
        "count": letter["done_count"],
    }
    parts = ["greeting", "end", *(["done"] if letter["done_count"] else []), "care_goes_on"]
    paragraphs = [i18n.text(f"contracts-letter-{part}", values) for part in parts]
    if letter["offered"] is not None:
        paragraphs.append(i18n.text("contracts-letter-offered", letter["offered"]))
    return [*paragraphs, i18n.text("contracts-letter-ask", values)]


def _offered(session: Session, team_id: UUID | None) -> dict[str, str] | None:
    if team_id is None:
        return None
    team = organizations.get_team(session, team_id)
    return {"team_name": team.name, "team_phone": team.phone}
