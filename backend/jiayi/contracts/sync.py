"""What phones see of contracts, and what they may send.

While a contract is open its own team sees it, also before the resident is in that team's care; afterwards the team that
cares for the resident does.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.contracts import service
from jiayi.contracts.models import Contract
from jiayi.contracts.rules import FINAL
from jiayi.contracts.schemas import (
    AmendSchema,
    ApplySchema,
    ApplyTogetherSchema,
    CancelSchema,
    ChangeTeamSchema,
    ResumeSchema,
    ReviewSchema,
    SignAmendmentSchema,
    SignSchema,
    SubmitSchema,
    SuspendSchema,
    TerminateSchema,
)
from jiayi.core.clock import Moment
from jiayi.core.feed import RANK_PEOPLE, Command, Doc, Merge, Projector, Residents, Teams
from jiayi.identity.terms import Actor


def project_contracts(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    contracts = session.scalars(select(Contract).where(Contract.id.in_(ids))).all()
    for contract, body in zip(contracts, service.bodies(session, contracts), strict=True):
        is_open = contract.status not in FINAL
        people = Residents(
            (contract.resident_id,), team=None if is_open else body, resident=body, family=service.summary(contract)
        )
        yield Doc("contract", contract.id, people, RANK_PEOPLE)
        if is_open:
            yield Doc("contract", contract.id, Teams((contract.team_id,), body), RANK_PEOPLE)


def ids_of_residents(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    return session.scalars(select(Contract.id).where(Contract.resident_id.in_(resident_ids)))


def ids_of_teams(session: Session, team_ids: list[UUID]) -> Iterable[UUID]:
    return session.scalars(select(Contract.id).where(Contract.team_id.in_(team_ids), Contract.status.not_in(FINAL)))


def apply(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.apply(session, actor, at.occurred_at, entity_id, **payload)


def submit(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.submit(session, actor, at.occurred_at, entity_id, **payload)


def review(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.review(session, actor, at.occurred_at, entity_id, **payload)


def sign(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.sign(session, actor, at, entity_id, **payload)


def terminate(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.terminate(session, actor, at.occurred_at, entity_id, **payload)


def cancel(session: Session, actor: Actor, at: Moment, entity_id: UUID, _payload: dict[str, Any]) -> None:
    service.cancel(session, actor, at.occurred_at, entity_id)


def suspend(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.suspend(session, actor, at.occurred_at, entity_id, **payload)


def resume(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.resume(session, actor, at.occurred_at, entity_id, **payload)


def amend(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.amend(session, actor, at.occurred_at, entity_id, **payload)


def sign_amendment(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.sign_amendment(session, actor, at, entity_id, **payload)


def withdraw_amendment(session: Session, actor: Actor, at: Moment, entity_id: UUID, _payload: dict[str, Any]) -> None:
    service.withdraw_amendment(session, actor, at.occurred_at, entity_id)


def change_team(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    service.change_team(session, actor, at.occurred_at, entity_id, **payload)


def apply_together(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> None:
    """`entity_id` is the household."""
    service.apply_together(session, actor, at.occurred_at, entity_id, **payload)


PROJECTORS = (
    Projector("contract", 3, project_contracts, ids_of_residents=ids_of_residents, ids_of_teams=ids_of_teams),
)
STALE = Merge.REFUSE_IF_STALE
COMMANDS = (
    Command("contracts.apply", ApplySchema, apply),
    Command("contracts.submit", SubmitSchema, submit, STALE, version_of=service.version_of),
    Command("contracts.review", ReviewSchema, review, STALE, version_of=service.version_of),
    Command("contracts.sign", SignSchema, sign, STALE, version_of=service.version_of),
    Command("contracts.terminate", TerminateSchema, terminate, STALE, version_of=service.version_of),
    Command("contracts.cancel", CancelSchema, cancel, STALE, version_of=service.version_of),
    Command("contracts.suspend", SuspendSchema, suspend, STALE, version_of=service.version_of),
    Command("contracts.resume", ResumeSchema, resume, STALE, version_of=service.version_of),
    Command("contracts.amend", AmendSchema, amend, STALE, version_of=service.version_of),
    Command("contracts.sign_amendment", SignAmendmentSchema, sign_amendment),
    Command("contracts.withdraw_amendment", CancelSchema, withdraw_amendment),
    Command("contracts.change_team", ChangeTeamSchema, change_team, STALE, version_of=service.version_of),
    Command("contracts.apply_together", ApplyTogetherSchema, apply_together),
)
