"""Lists of programmes and follow-ups, of the residents in sight."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jiayi.core.errors import NotFound
from jiayi.core.web.paging import page
from jiayi.followups.models import FollowUp, ProgrammeEnrolment
from jiayi.followups.terms import FollowUpStatus
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents


def list_enrolments(
    session: Session, actor: Actor, *, team_id: UUID | None, resident_id: UUID | None, cursor: str | None, limit: int
) -> dict[str, Any]:
    """Who is in which programme, of the residents in sight."""
    statement = _in_sight(
        session, actor, select(ProgrammeEnrolment), ProgrammeEnrolment.resident_id, team_id, resident_id
    )
    return page(session, statement, ProgrammeEnrolment.id, cursor=cursor, limit=limit)


def list_follow_ups(
    session: Session,
    actor: Actor,
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
    return page(session, statement, FollowUp.id, cursor=cursor, limit=limit)


def _in_sight(
    session: Session, actor: Actor, statement: Select[Any], column: Any, team_id: UUID | None, resident_id: UUID | None
) -> Select[Any]:
    """Narrow to one resident in sight, else to the residents of the actor's teams. Raises NotFound."""
    if resident_id is not None:
        residents.see_full(session, actor, resident_id)
        return statement.where(column == resident_id)
    teams = organizations.teams_of(session, actor.clinician_id) if actor.clinician_id else set()
    if team_id is not None:
        teams &= {team_id}
    if not teams:
        raise NotFound
    return statement.where(column.in_(residents.ids_of_care_teams(session, teams)))
