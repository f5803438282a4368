"""Lists and single visits over HTTP, each as much as the one who asks may see."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from jiayi.core.errors import NotFound
from jiayi.core.web.paging import page
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.terms import Access
from jiayi.visits.models import ContactAttempt, Measurement, Visit, VisitClinician, VisitService
from jiayi.visits.service import access, telling
from jiayi.visits.service.bodies import Body, VisitBodies, measurement_bodies, visit_bodies
from jiayi.visits.service.planning import day_bounds
from jiayi.visits.terms import MeasurementKind, ReviewStatus, VisitStatus


def read(session: Session, actor: Actor, now: datetime, visit_id: UUID) -> Body:
    """One visit. Raises NotFound."""
    telling.note(session, actor, now, "visits.read", access.see(session, actor, visit_id))
    return show(session, actor, visit_id)


def show(session: Session, actor: Actor, visit_id: UUID) -> Body:
    """One visit as the actor sees it, after a verb. Raises NotFound."""
    session.flush()
    (bodies,) = visit_bodies(session, [visit_id])
    (body,) = _visible(session, actor, [bodies])
    return body


def list_visits(
    session: Session,
    actor: Actor,
    now: datetime,
    *,
    team_id: UUID | None,
    clinician_id: UUID | None,
    resident_id: UUID | None,
    on: date | None,
    status: VisitStatus | None,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    """Visits in sight, newest first; `on` is the planned day, or the wished one while there is no plan.

    Raises NotFound for a team or a resident out of sight.
    """
    statement = _in_sight(session, actor, team_id)
    if clinician_id is not None:
        going = select(VisitClinician.visit_id).where(
            VisitClinician.clinician_id == clinician_id, VisitClinician.is_removed.is_(False)
        )
        statement = statement.where(Visit.id.in_(going))
    if resident_id is not None:
        residents.see(session, actor, resident_id)
        statement = statement.where(Visit.id.in_(_visits_of([resident_id])))
    if on is not None:
        start, end = day_bounds(on)
        planned = (Visit.planned_start_at >= start) & (Visit.planned_start_at < end)
        statement = statement.where(or_(planned, Visit.planned_start_at.is_(None) & (Visit.wish_on == on)))
    if status is not None:
        statement = statement.where(Visit.status == status)
    return _page(session, actor, now, statement, "visits.list", cursor, limit)


def list_reviews(
    session: Session, actor: Actor, now: datetime, *, team_id: UUID | None, cursor: str | None, limit: int
) -> dict[str, Any]:
    """Finished visits that wait for their leader. Raises NotFound, Forbidden `visits.refused.not_leader`."""
    if team_id is not None:
        access.may_lead(session, actor, team_id)
    led = [one for one in _own_teams(session, actor) if organizations.leads(session, actor, one)]
    wanted = [team_id] if team_id is not None else led
    statement = select(Visit).where(Visit.team_id.in_(wanted), Visit.review_status == ReviewStatus.PENDING)
    return _page(session, actor, now, statement, "visits.list_reviews", cursor, limit)


def list_measurements(
    session: Session,
    actor: Actor,
    now: datetime,
    *,
    resident_id: UUID,
    kind: MeasurementKind | None,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    """A resident's values, newest first, for those who may see the whole file. Raises NotFound."""
    residents.see_full(session, actor, resident_id)
    statement = select(Measurement).where(Measurement.resident_id == resident_id)
    if kind is not None:
        statement = statement.where(Measurement.kind == kind)
    found = page(session, statement, Measurement.id, cursor=cursor, limit=limit)
    audit(session, actor, now, "visits.list_measurements", resident_id=resident_id)
    bodies = {
        (body["id"]): body if actor.is_team else plain
        for _, body, plain in measurement_bodies(session, [row.id for row in found["items"]])
    }
    return found | {"items": [bodies[row.id] for row in found["items"]]}


def show_measurement(session: Session, measurement_id: UUID) -> Body:
    """One value as the team sees it, after a verb."""
    session.flush()
    ((_, body, _plain),) = measurement_bodies(session, [measurement_id])
    return body


def _in_sight(session: Session, actor: Actor, team_id: UUID | None) -> Select[Visit]:
    if actor.is_team:
        own = _own_teams(session, actor)
        if team_id is not None and team_id not in own:
            raise NotFound
        return select(Visit).where(Visit.team_id.in_([team_id] if team_id is not None else own))
    statement = select(Visit).where(Visit.id.in_(_visits_of(_own_residents(session, actor))))
    return statement if team_id is None else statement.where(Visit.team_id == team_id)


def _own_teams(session: Session, actor: Actor) -> set[UUID]:
    return organizations.teams_of(session, access.worker(actor))


def _own_residents(session: Session, actor: Actor) -> list[UUID]:
    if actor.resident_id is not None:
        return [actor.resident_id]
    return [resident_id for resident_id, _ in residents.of_proxy(session, actor.account_id)]


def _visits_of(resident_ids: Iterable[UUID]) -> Select[UUID]:
    return select(VisitService.visit_id).where(VisitService.resident_id.in_(list(resident_ids)))


def _page(
    session: Session,
    actor: Actor,
    now: datetime,
    statement: Select[Visit],
    action: str,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    found = page(session, statement, Visit.id, cursor=cursor, limit=limit)
    audit(session, actor, now, action, detail={"count": len(found["items"])})
    bodies = visit_bodies(session, [visit.id for visit in found["items"]])
    return found | {"items": _visible(session, actor, bodies)}


def attempts_of(session: Session, resident_id: UUID, since: datetime | None = None) -> list[datetime]:
    """When somebody tried to reach the resident in vain, after that moment."""
    statement = select(ContactAttempt.occurred_at).where(ContactAttempt.resident_id == resident_id)
    if since is not None:
        statement = statement.where(ContactAttempt.occurred_at > since)
    return list(session.scalars(statement.order_by(ContactAttempt.occurred_at)))


def _visible(session: Session, actor: Actor, found: list[VisitBodies]) -> list[Body]:
    """Each visit as this actor sees it; of several residents on it, the one whom the actor sees most of."""
    teams = _own_teams(session, actor) if actor.is_team else set()
    seen: dict[UUID, Access] = {}
    bodies = []
    for one in found:
        if one.team["team_id"] in teams:
            bodies.append(one.team)
            continue
        for resident_id in one.residents:
            seen.setdefault(resident_id, residents.may_see(session, actor, resident_id))
        whole = next((resident_id for resident_id in one.residents if seen[resident_id] is Access.FULL), None)
        some = next((resident_id for resident_id in one.residents if seen[resident_id] is Access.SUMMARY), None)
        if whole is not None:
            bodies.append(one.team if actor.is_team else one.residents[whole])
        elif some is not None:
            bodies.append(one.families[some])
    return bodies
