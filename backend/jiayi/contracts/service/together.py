"""A household asks together: one act, and of each member a contract of its own.

Consents, groups, packages and, later, the signature are each member's. Source: domain rules §1.1.6.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.contracts.models import Contract
from jiayi.contracts.service.applying import apply, submit
from jiayi.core.errors import Refusal
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.residents.terms import Channel


def apply_together(
    session: Session,
    actor: Actor,
    now: datetime,
    household_id: UUID,
    *,
    team_id: UUID,
    members: Sequence[dict[str, Any]],
    channel: Channel = Channel.APP,
) -> list[Contract]:
    """Draft and hand in a contract for each of these members; all of them, or none.

    Raises NotFound, Forbidden, Refusal `contracts.refused.not_in_household`, and those of `apply` and `submit`, saying at whom
    it failed (`resident_id`).
    """
    contracts = []
    for member in members:
        resident_id = member["resident_id"]
        try:
            contracts.append(_one(session, actor, now, household_id, team_id, member, channel))
        except Refusal as problem:
            problem.detail = {**problem.detail, "resident_id": str(resident_id)}
            raise
    session.flush()
    return contracts


def _one(
    session: Session,
    actor: Actor,
    now: datetime,
    household_id: UUID,
    team_id: UUID,
    member: dict[str, Any],
    channel: Channel,
) -> Contract:
    contract = apply(
        session, actor, now, member["id"], resident_id=member["resident_id"], team_id=team_id,
        package_ids=member["package_ids"], years=member.get("years"), channel=channel,
    )  # fmt: skip
    if residents.get(session, contract.resident_id).household_id != household_id:
        raise Refusal("contracts.refused.not_in_household")
    contract.household_id = household_id
    return submit(session, actor, now, contract.id, consents=member.get("consents", ()))
