"""What phones see of what was done and of who is not being served, and what they may send about it."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.feed import RANK_NOW, RANK_REST, Command, Doc, Merge, Projector, Residents
from jiayi.fulfilment import service
from jiayi.fulfilment.models import Doubt, Finding, Fulfilment, SatisfactionAnswer
from jiayi.fulfilment.schemas import ContradictSchema, DecideDoubtSchema, ScoreSchema
from jiayi.fulfilment.terms import DoubtStatus
from jiayi.identity.terms import Actor

Payload = dict[str, Any]


def project_fulfilments(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """Those of the last twelve months. Whether somebody has answered is told, what was answered is not."""
    rows = session.scalars(select(Fulfilment).where(Fulfilment.id.in_(ids), _is_recent())).all()
    doubts = {
        one.fulfilment_id: one
        for one in session.scalars(select(Doubt).where(Doubt.fulfilment_id.in_([row.id for row in rows])))
    }
    encounters = [row.encounter_id for row in rows]
    of_these = select(SatisfactionAnswer.encounter_id, SatisfactionAnswer.resident_id).where(
        SatisfactionAnswer.encounter_id.in_(encounters)
    )
    answered = {(encounter_id, resident_id) for encounter_id, resident_id in session.execute(of_these)}
    for row in rows:
        doubt = doubts.get(row.id)
        is_open = doubt is not None and doubt.status is DoubtStatus.OPEN
        # By these two a phone finds what waits for a decision, and what was done lately, among a year of it.
        more: Payload = {
            "status": "doubted" if is_open else "counted" if row.is_counted else "short",
            "ended_at": row.done_at,
            "is_answered": (row.encounter_id, row.resident_id) in answered,
        }
        people = Residents(
            (row.resident_id,),
            team=service.team_body(row, doubt) | more,
            resident=service.resident_body(row, doubt) | more,
        )
        yield Doc("fulfilment", row.id, people, RANK_NOW if is_open else RANK_REST)


def project_findings(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """The leader's: about residents, as long as they hold."""
    is_shown = (Finding.closed_at.is_(None), Finding.resident_id.is_not(None))
    for row in session.scalars(select(Finding).where(Finding.id.in_(ids), *is_shown)):
        if row.resident_id is None:
            continue
        body = {
            "id": row.id,
            "code": row.code,
            "severity": row.severity,
            "resident_id": row.resident_id,
            "contract_id": row.contract_id,
            "since_on": row.since_on,
            "detail": row.detail,
        }
        yield Doc("finding", row.id, Residents((row.resident_id,), team=body), RANK_NOW)


def _fulfilments_of(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    return session.scalars(select(Fulfilment.id).where(Fulfilment.resident_id.in_(resident_ids), _is_recent()))


def _findings_of(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    open_ones = Finding.closed_at.is_(None)
    return session.scalars(select(Finding.id).where(Finding.resident_id.in_(resident_ids), open_ones))


def _is_recent() -> ColumnElement[bool]:
    recent: ColumnElement[bool] = Fulfilment.done_at > func.now() - text("interval '12 months'")
    return recent


PROJECTORS = (
    Projector("fulfilment", 1, project_fulfilments, ids_of_residents=_fulfilments_of),
    Projector("finding", 1, project_findings, ids_of_residents=_findings_of),
)


def _said(verb: Callable[..., object]) -> Callable[..., object]:
    def run(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: Payload) -> object:
        return verb(session, actor, at, entity_id, **payload)

    return run


def _decide(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: Payload) -> object:
    return service.decide(session, actor, at.occurred_at, entity_id, **payload)


COMMANDS = (
    Command("fulfilment.contradict", ContradictSchema, _said(service.contradict), Merge.COMMUTES),
    Command("fulfilment.rate", ScoreSchema, _said(service.rate), Merge.COMMUTES),
    Command("fulfilment.decide", DecideDoubtSchema, _decide, Merge.COMMUTES),
)
