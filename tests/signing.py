"""Contracts on their way to a signature, as tests need them."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from jiayi.catalogue import service as catalogue
from jiayi.contracts import service
from jiayi.contracts.terms import ReviewDecision, SignMethod
from jiayi.core.clock import moment_now, now
from jiayi.identity.terms import Actor
from jiayi.residents.terms import ConsentPurpose
from tests.world import SIGNATURE, World

CONSENTS = [{"purpose": ConsentPurpose.C1, "version": 1}, {"purpose": ConsentPurpose.C2, "version": 1}]


def packages(session: Session, *codes: str) -> list[UUID]:
    by_code = {row.code: row.id for row in catalogue.published(session)}
    return [by_code[code] for code in codes]


def apply(session: Session, world: World, actor: Actor, *codes: str, at: datetime | None = None, **extra: Any) -> UUID:
    """A draft for the elder with team one: P1 if no package is named."""
    told = {"resident_id": world.elder_id, "team_id": world.team_id} | extra
    ids = packages(session, *(codes or ("P1",)))
    return service.apply(session, actor, at or now(), uuid4(), package_ids=ids, **told).id


def accepted(session: Session, world: World, *codes: str, at: datetime | None = None, **extra: Any) -> UUID:
    """A contract that waits for the resident's signature."""
    leader, moment = extra.pop("leader", world.leader), at or now()
    one = apply(session, world, leader, *codes, at=moment, **extra)
    service.submit(session, leader, moment, one, consents=CONSENTS)
    service.review(session, leader, moment, one, decision=ReviewDecision.ACCEPT)
    return one


def by_hand(session: Session, actor: Actor, contract_id: UUID, at: datetime | None = None, **extra: Any) -> Any:
    """The resident writes his name on this person's phone."""
    told = {"method": SignMethod.STROKES, "strokes": SIGNATURE} | extra
    return service.sign(session, actor, moment_now(at or now()), contract_id, **told)
