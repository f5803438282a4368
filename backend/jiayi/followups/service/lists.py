"""Lists of programmes and follow-ups, of the residents in sight."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, false, select
from sqlalchemy.orm import Session

from jiayi.core.web.paging import page
from jiayi.followups.models import FollowUp, ProgrammeEnrolment
from jiayi.followups.terms import FollowUpStatus
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.terms import Access


def list_enrolments(
    session: Session,
    actor: Actor,
    now: datetime,
    *,
    team_id: UUID | None,
    resident_id: UUID | None,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    """Who is in which programme, of the residents in sight."""
    statement = _in_sight(
        session, actor, select(ProgrammeEnrolment), ProgrammeEnrolment.resident_id, team_id, resident_id
    )
    found = page(session, statement, ProgrammeEnrolment.id, cursor=cursor, limit=limit)
    return _noted(session, actor, now, "followups.list_enrolments", found, resident_id)


def list_follow_ups(
    session: Session,
    actor: Actor,
    now: datetime,
    *,
    team_id: UUID | None,
    resident_id: UUID | None,
    due_before: date | None,
    status: FollowUpStatus | None,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    """Follow-ups of the residents in sight, newest first; `due_before` is exclusive."""
    statement = _in_sight(session, actor, select(FollowUp), FollowUp.resident_id, team_id, resident_id)
    if due_before is not None:
        statement = statement.where(FollowUp.due_on < due_before)
    if status is not None:
        statement = statement.where(FollowUp.status == status)
    found = page(session, statement, FollowUp.id, cursor=cursor, limit=limit)
    return _noted(session, actor, now, "followups.list", found, resident_id)


def _noted(
    session: Session, actor: Actor, now: datetime, action: str, found: dict[str, Any], resident_id: UUID | None
) -> dict[str, Any]:
    audit(session, actor, now, action, resident_id=resident_id, detail={"count": len(found["items"])})
    return found


def _in_sight(
    session: Session, actor: Actor, statement: Select[Any], column: Any, team_id: UUID | None, resident_id: UUID | None
) -> Select[Any]:
    """Narrow to one resident, else to the actor's own or to the residents of his or her teams; nobody out of sight."""
    one = resident_id or actor.resident_id
    if one is not None:
        is_seen = residents.may_see(session, actor, one) is Access.FULL
        return statement.where(column == one if is_seen else false())
    teams = organizations.teams_of(session, actor.clinician_id) if actor.clinician_id else set()
    if team_id is not None:
        teams &= {team_id}
    return statement.where(column.in_(residents.ids_of_care_teams(session, teams)))
