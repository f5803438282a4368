"""What phones see of visits and measurements, and what they may send about them."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, text
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.feed import RANK_NOW, RANK_REST, Command, Doc, Merge, Projector, Residents, Teams
from jiayi.identity.terms import Actor
from jiayi.visits import service
from jiayi.visits.models import Measurement, Visit, VisitService
from jiayi.visits.rules import OPEN, UNDER_WAY
from jiayi.visits.schemas import (
    AssignSchema,
    CheckInSchema,
    CheckOutSchema,
    ConfirmSchema,
    LocateSchema,
    MeasureSchema,
    MissSchema,
    NoteSchema,
    NothingSchema,
    OrderSchema,
    PhotoNameSchema,
    PhotoSchema,
    ReasonSchema,
    RecordServicesSchema,
    RequestSchema,
    ReviewSchema,
    StartSchema,
)

Payload = dict[str, Any]


def project_visits(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """Open visits, and closed ones of the last twelve months. The open ones come first in a first download.

    The team that somebody left for it sees it until it counts, also when the resident has moved on meanwhile.
    """
    for one in service.visit_bodies(session, ids):
        if one.status not in OPEN and not one.is_recent:
            continue
        rank = RANK_NOW if one.status in OPEN else RANK_REST
        yield Doc("visit", one.id, Residents(tuple(one.residents), team=one.team), rank)
        if one.status in UNDER_WAY:
            yield Doc("visit", one.id, Teams((one.team_id,), one.team), rank)
        for resident_id, body in one.residents.items():
            yield Doc("visit", one.id, Residents((resident_id,), resident=body, family=one.families[resident_id]), rank)


def project_measurements(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """The values of the last twelve months."""
    wanted = session.scalars(select(Measurement.id).where(Measurement.id.in_(ids), _is_recent(Measurement.measured_at)))
    for resident_id, team, resident in service.measurement_bodies(session, wanted.all()):
        yield Doc("measurement", team["id"], Residents((resident_id,), team=team, resident=resident), RANK_REST)


def visits_of_residents(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    lines = select(VisitService.visit_id).where(VisitService.resident_id.in_(resident_ids))
    return session.scalars(select(Visit.id).where(Visit.id.in_(lines), _is_shown()))


def visits_of_teams(session: Session, team_ids: list[UUID]) -> Iterable[UUID]:
    mine = (Visit.team_id.in_(team_ids), Visit.status.in_(UNDER_WAY))
    return session.scalars(select(Visit.id).where(*mine, _is_shown()))


def measurements_of_residents(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    mine = Measurement.resident_id.in_(resident_ids)
    return session.scalars(select(Measurement.id).where(mine, _is_recent(Measurement.measured_at)))


def _is_shown() -> ColumnElement[bool]:
    last = func.coalesce(Visit.ended_at, Visit.planned_start_at, Visit.requested_at)
    return or_(Visit.status.in_(OPEN), _is_recent(last))


def _is_recent(moment: Any) -> ColumnElement[bool]:
    recent: ColumnElement[bool] = moment > func.now() - text("interval '12 months'")
    return recent


PROJECTORS = (
    Projector("visit", 2, project_visits, ids_of_residents=visits_of_residents, ids_of_teams=visits_of_teams),
    Projector("measurement", 1, project_measurements, ids_of_residents=measurements_of_residents),
)


def _decision(verb: Callable[..., object]) -> Callable[..., object]:
    """Decisions count from the moment they were taken on the phone."""

    def run(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: Payload) -> object:
        return verb(session, actor, at.occurred_at, entity_id, **payload)

    return run


def _fact(verb: Callable[..., object]) -> Callable[..., object]:
    def run(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: Payload) -> object:
        return verb(session, actor, at, entity_id, **payload)

    return run


def _set_order(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: Payload) -> object:
    return service.set_order(session, actor, at.occurred_at, clinician_id=entity_id, **payload)


def _version_of(session: Session, visit_id: UUID) -> int | None:
    return session.scalar(select(Visit.version).where(Visit.id == visit_id))


def _residents_of(session: Session, visit_id: UUID, payload: Payload) -> Iterable[UUID]:
    """Whom a command is about: those on the visit, and those whom it names."""
    known = session.scalars(select(VisitService.resident_id).where(VisitService.visit_id == visit_id))
    lines = payload.get("services", ())
    named = [line.get("resident_id") for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
    return {*known, *_uuids([*named, payload.get("resident_id")])}


def _uuids(values: Iterable[Any]) -> Iterable[UUID]:
    for value in values:
        try:
            yield UUID(str(value))
        except ValueError:
            continue


def _ask(kind: str, schema: Any, verb: Callable[..., object], merge: Merge = Merge.REFUSE_IF_STALE) -> Command:
    return Command(
        f"visits.{kind}", schema, _decision(verb), merge=merge, version_of=_version_of, residents_of=_residents_of
    )


def _do(kind: str, schema: Any, verb: Callable[..., object], merge: Merge = Merge.COMMUTES) -> Command:
    return Command(
        f"visits.{kind}",
        schema,
        _fact(verb),
        merge=merge,
        is_work=True,
        residents_of=_residents_of,
        claim=service.claim,
    )


COMMANDS = (
    _ask("request", RequestSchema, service.request, Merge.COMMUTES),
    _ask("accept", NothingSchema, service.accept),
    _ask("decline", ReasonSchema, service.decline),
    _ask("assign", AssignSchema, service.assign),
    _ask("unassign", NothingSchema, service.unassign),
    Command("visits.set_order", OrderSchema, _set_order),
    _ask("cancel", ReasonSchema, service.cancel, Merge.COMMUTES),
    _ask("review", ReviewSchema, service.review),
    _do("depart", NothingSchema, service.depart),
    _do("check_in", CheckInSchema, service.check_in),
    _do("locate", LocateSchema, service.locate),
    _do("measure", MeasureSchema, service.measure, Merge.KEEPS_BOTH),
    _do("record_services", RecordServicesSchema, service.record_services),
    _do("write_note", NoteSchema, service.write_note, Merge.KEEPS_BOTH),
    _do("add_photo", PhotoSchema, service.add_photo, Merge.KEEPS_BOTH),
    _do("drop_photo", PhotoNameSchema, service.drop_photo),
    _do("confirm", ConfirmSchema, service.confirm),
    _do("check_out", CheckOutSchema, service.check_out),
    _do("start_unplanned", StartSchema, service.start_unplanned),
    _do("miss", MissSchema, service.miss),
    _do("abort", ReasonSchema, service.abort),
)
