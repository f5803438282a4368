"""Who joins a team, leaves it, leads it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.db import touch
from jiayi.core.errors import Refusal
from jiayi.core.events import publish
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.notify import service as notify
from jiayi.organizations.models import CareTeam, TeamMember
from jiayi.organizations.service.keeping import give_role, may_administer
from jiayi.organizations.service.looking import get_clinician, get_team
from jiayi.organizations.terms import MemberChanged


def join_team(session: Session, actor: Actor, now: datetime, team_id: UUID, clinician_id: UUID) -> CareTeam:
    """Take a clinician into the team. Raises Refusal `organizations.refused.already_member`."""
    may_administer(actor)
    team = get_team(session, team_id)
    get_clinician(session, clinician_id)
    if _membership(session, team_id, clinician_id) is not None:
        raise Refusal("organizations.refused.already_member")
    session.add(TeamMember(team_id=team_id, clinician_id=clinician_id, joined_on=china_date(now)))
    _note_member(session, actor, now, "organizations.join_team", team_id, clinician_id)
    publish(session, MemberChanged(team_id, clinician_id, is_member=True, at=now))
    return team


def leave_team(session: Session, actor: Actor, now: datetime, team_id: UUID, clinician_id: UUID) -> CareTeam:
    """A clinician's work in the team ends today; a leader hands over first.

    Raises Refusal `organizations.refused.not_member`, `organizations.refused.is_leader`.
    """
    may_administer(actor)
    team = get_team(session, team_id)
    membership = _membership(session, team_id, clinician_id)
    if membership is None:
        raise Refusal("organizations.refused.not_member")
    if team.leader_id == clinician_id:
        raise Refusal("organizations.refused.is_leader")
    membership.left_on = max(membership.joined_on, china_date(now))
    _note_member(session, actor, now, "organizations.leave_team", team_id, clinician_id)
    publish(session, MemberChanged(team_id, clinician_id, is_member=False, at=now))
    _tell_left(session, now, team, clinician_id)
    return team


def _tell_left(session: Session, now: datetime, team: CareTeam, clinician_id: UUID) -> None:
    """The phone gives back what was the team's, and says why."""
    clinician = get_clinician(session, clinician_id)
    if clinician.account_id is not None:
        key = f"team:{team.id}:left:{clinician_id}:{now.isoformat()}"
        values = {"team_name": team.name}
        notify.tell(session, now, clinician.account_id, "organizations.notice.left_team", values, "/", key)


def set_leader(session: Session, actor: Actor, now: datetime, team_id: UUID, clinician_id: UUID) -> CareTeam:
    """Hand the lead to a member. Raises Refusal `organizations.refused.not_member`."""
    may_administer(actor)
    team = get_team(session, team_id)
    if _membership(session, team_id, clinician_id) is None:
        raise Refusal("organizations.refused.not_member")
    former = team.leader_id
    team.leader_id = clinician_id
    session.flush()
    give_role(session, get_clinician(session, clinician_id), Role.TEAM_LEADER)
    leads_on = select(CareTeam.id).where(CareTeam.leader_id == former).limit(1)
    if former is not None and session.scalar(leads_on) is None:
        give_role(session, get_clinician(session, former), Role.CLINICIAN)
    audit(
        session,
        actor,
        now,
        "organizations.set_leader",
        subject=f"team:{team_id}",
        detail={"clinician_id": str(clinician_id)},
    )
    session.flush()
    return team


def _membership(session: Session, team_id: UUID, clinician_id: UUID) -> TeamMember | None:
    return session.scalar(
        select(TeamMember).where(
            TeamMember.team_id == team_id, TeamMember.clinician_id == clinician_id, TeamMember.left_on.is_(None)
        )
    )


def _note_member(session: Session, actor: Actor, now: datetime, action: str, team_id: UUID, clinician_id: UUID) -> None:
    touch(session, "clinician", [clinician_id])
    audit(session, actor, now, action, subject=f"team:{team_id}", detail={"clinician_id": str(clinician_id)})
    session.flush()
