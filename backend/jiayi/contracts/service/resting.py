"""A contract rests while the resident is away for long, and goes on when he or she is back.

Nothing is owed meanwhile. It rests from the day on which somebody says so, never from an earlier one: what was owed and
not given before does not go away by it.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import Contract, ContractSuspension
from jiayi.contracts.service.access import lock, on_team, record
from jiayi.contracts.tables import Suspensions
from jiayi.contracts.terms import ContractAction, ContractPaused, Pause
from jiayi.core.dates import china_date
from jiayi.core.errors import Refusal, demand
from jiayi.core.events import publish
from jiayi.core.tools import tools
from jiayi.identity.terms import Actor


def suspend(
    session: Session,
    actor: Actor,
    now: datetime,
    contract_id: UUID,
    *,
    reason_code: str,
    evidence_code: str,
    away_since_on: date,
    note: str | None = None,
) -> Contract:
    """Let the contract rest from today on: the resident has moved, is away for long, or lies in hospital for long.

    Raises NotFound, Refusal `contracts.refused.wrong_status`, `.reason_not_listed`, `.evidence_missing`, `.not_away_yet`,
    `.hospital_too_short`.
    """
    contract = lock(session, contract_id)
    on_team(session, actor, contract)
    demand(rules.may(ContractAction.SUSPEND, contract.status))
    today = china_date(now)
    table = tools(session).rules.of(Suspensions, today)
    demand(rules.may_suspend(reason_code, evidence_code, away_since_on, today, table))
    session.add(
        ContractSuspension(
            contract_id=contract.id,
            reason_code=reason_code,
            away_since_on=away_since_on,
            from_on=today,
            evidence_code=evidence_code,
            note=note,
            begun_by_account_id=actor.account_id,
        )
    )
    contract.status = rules.TRANSITIONS[contract.status, ContractAction.SUSPEND]
    record(session, actor, now, "contracts.suspend", contract, reason=reason_code)
    publish(session, ContractPaused(contract.id, contract.resident_id, contract.team_id, is_back=False, at=now))
    return contract


def resume(
    session: Session, actor: Actor, now: datetime, contract_id: UUID, *, evidence_code: str, note: str | None = None
) -> Contract:
    """The resident is back from today on; whether the contract ends soon follows from its dates.

    Raises NotFound, Refusal `contracts.refused.wrong_status`, `.evidence_missing`.
    """
    contract = lock(session, contract_id)
    on_team(session, actor, contract)
    demand(rules.may(ContractAction.RESUME, contract.status))
    today = china_date(now)
    if evidence_code not in tools(session).rules.of(Suspensions, today).evidence:
        raise Refusal("contracts.refused.evidence_missing")
    rest = close(session, contract, today)
    if rest is not None:
        rest.back_evidence_code, rest.back_note, rest.ended_by_account_id = evidence_code, note, actor.account_id
    contract.status = rules.TRANSITIONS[contract.status, ContractAction.RESUME]
    record(session, actor, now, "contracts.resume", contract, reason=evidence_code)
    publish(session, ContractPaused(contract.id, contract.resident_id, contract.team_id, is_back=True, at=now))
    return contract


def close(session: Session, contract: Contract, until_on: date) -> ContractSuspension | None:
    """The rest is over, by the return or with the contract; None if there is none."""
    rest = session.scalar(
        select(ContractSuspension).where(
            ContractSuspension.contract_id == contract.id, ContractSuspension.until_on.is_(None)
        )
    )
    if rest is not None:
        rest.until_on = max(rest.from_on, until_on)
    return rest


def suspensions_of(session: Session, contract_ids: Collection[UUID]) -> Mapping[UUID, list[ContractSuspension]]:
    """When these contracts rested, the earliest first."""
    statement = select(ContractSuspension).where(ContractSuspension.contract_id.in_(contract_ids))
    found: dict[UUID, list[ContractSuspension]] = {contract_id: [] for contract_id in contract_ids}
    for one in session.scalars(statement.order_by(ContractSuspension.from_on, ContractSuspension.id)):
        found[one.contract_id].append(one)
    return found


def pauses_of(session: Session, contract_ids: Collection[UUID]) -> Mapping[UUID, list[Pause]]:
    """The same as the rules read it: for whoever counts days on which something was owed."""
    return {
        contract_id: [Pause(one.from_on, one.until_on) for one in rests]
        for contract_id, rests in suspensions_of(session, contract_ids).items()
    }
