"""Who and what there is: institutions, teams, clinicians, and who is on which team."""

from collections.abc import Collection, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jiayi.core.errors import NotFound
from jiayi.core.prepared import Prepared
from jiayi.core.web.paging import page
from jiayi.identity.terms import Actor, Role
from jiayi.organizations.models import CareTeam, Clinician, Organization, TeamMember
from jiayi.organizations.terms import OrganizationKind

Row = TypeVar("Row", Organization, CareTeam, Clinician)


def get_organization(session: Session, organization_id: UUID) -> Organization:
    return get_row(session, Organization, organization_id)


def get_team(session: Session, team_id: UUID) -> CareTeam:
    return get_row(session, CareTeam, team_id)


def get_clinician(session: Session, clinician_id: UUID) -> Clinician:
    return get_row(session, Clinician, clinician_id)


def get_row(session: Session, model: type[Row], row_id: UUID) -> Row:
    """Raises NotFound."""
    row = session.get(model, (session.info["county_id"], row_id))
    if row is None:
        raise NotFound
    return row


TEAMS_OF = (
    select(TeamMember.team_id)
    .join(CareTeam, (CareTeam.county_id == TeamMember.county_id) & (CareTeam.id == TeamMember.team_id))
    .where(TeamMember.county_id == bindparam("county_id"), TeamMember.clinician_id == bindparam("clinician_id"))
    .where(TeamMember.left_on.is_(None), CareTeam.is_active)
)
"""For a statement of its own (`county_id`, `clinician_id`)."""
_TEAMS_OF = Prepared(TEAMS_OF)


def teams_of(session: Session, clinician_id: UUID) -> set[UUID]:
    """The active teams that this clinician is on now."""
    session.flush()
    return {
        team_id for (team_id,) in _TEAMS_OF(session, county_id=session.info["county_id"], clinician_id=clinician_id)
    }


def members_of(session: Session, team_id: UUID) -> list[Clinician]:
    """Who is on this team now, in the order of joining."""
    statement = (
        select(Clinician)
        .join(TeamMember, (TeamMember.county_id == Clinician.county_id) & (TeamMember.clinician_id == Clinician.id))
        .where(TeamMember.team_id == team_id, TeamMember.left_on.is_(None))
        .order_by(TeamMember.id)
    )
    return list(session.scalars(statement))


def leader_ids(session: Session, team_id: UUID) -> set[UUID]:
    """The clinicians who lead this team: one, or none while it looks for one."""
    leader_id = get_team(session, team_id).leader_id
    return set() if leader_id is None else {leader_id}


def is_on_team(session: Session, actor: Actor, team_id: UUID) -> bool:
    """Whether the actor works in this team now."""
    return actor.clinician_id is not None and team_id in teams_of(session, actor.clinician_id)


def leads(session: Session, actor: Actor, team_id: UUID) -> bool:
    """Whether the actor is the leader of this team."""
    return actor.role is Role.TEAM_LEADER and actor.clinician_id in leader_ids(session, team_id)


def account_ids(session: Session, clinician_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The accounts of those of these clinicians who have one."""
    statement = select(Clinician.id, Clinician.account_id).where(
        Clinician.id.in_(clinician_ids), Clinician.account_id.is_not(None)
    )
    return {clinician_id: account_id for clinician_id, account_id in session.execute(statement) if account_id}


def clinician_ids(session: Session, account_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The clinicians whom these accounts are, by account."""
    statement = select(Clinician.account_id, Clinician.id).where(Clinician.account_id.in_(account_ids))
    return {account_id: clinician_id for account_id, clinician_id in session.execute(statement) if account_id}


def member_ids_of(session: Session, team_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """Who is on each of these teams now, in the order of joining."""
    statement = (
        select(TeamMember.team_id, TeamMember.clinician_id)
        .where(TeamMember.team_id.in_(team_ids), TeamMember.left_on.is_(None))
        .order_by(TeamMember.id)
    )
    found: dict[UUID, list[UUID]] = {team_id: [] for team_id in team_ids}
    for team_id, clinician_id in session.execute(statement):
        found[team_id].append(clinician_id)
    return found


def former_teams_of(session: Session, clinician_id: UUID) -> list[UUID]:
    """The teams that this clinician was on and left, the last one first."""
    left = select(TeamMember.team_id).where(TeamMember.clinician_id == clinician_id, TeamMember.left_on.is_not(None))
    return list(dict.fromkeys(session.scalars(left.order_by(TeamMember.left_on.desc(), TeamMember.id.desc()))))


def list_organizations(
    session: Session, *, cursor: str | None, limit: int, kind: OrganizationKind | None = None
) -> dict[str, Any]:
    """A page of institutions."""
    statement = select(Organization)
    if kind is not None:
        statement = statement.where(Organization.kind == kind)
    return page(session, statement, Organization.id, cursor=cursor, limit=limit)


def list_clinicians(
    session: Session,
    *,
    cursor: str | None,
    limit: int,
    organization_id: UUID | None = None,
    team_id: UUID | None = None,
) -> dict[str, Any]:
    """A page of clinicians, of one institution or on one team."""
    statement = select(Clinician)
    if organization_id is not None:
        statement = statement.where(Clinician.organization_id == organization_id)
    if team_id is not None:
        on_team = select(TeamMember.clinician_id).where(TeamMember.team_id == team_id, TeamMember.left_on.is_(None))
        statement = statement.where(Clinician.id.in_(on_team))
    return page(session, statement, Clinician.id, cursor=cursor, limit=limit)


def list_teams(
    session: Session, *, cursor: str | None, limit: int, organization_id: UUID | None = None
) -> dict[str, Any]:
    """A page of teams with their members."""
    statement = select(CareTeam)
    if organization_id is not None:
        statement = statement.where(CareTeam.organization_id == organization_id)
    found = page(session, statement, CareTeam.id, cursor=cursor, limit=limit)
    return found | {"items": team_bodies(session, found["items"])}


def team_bodies(session: Session, teams: Sequence[CareTeam]) -> list[dict[str, Any]]:
    """These teams as everybody may see them."""
    members = member_ids_of(session, [team.id for team in teams])
    return [
        {
            "id": team.id,
            "organization_id": team.organization_id,
            "name": team.name,
            "phone": team.phone,
            "leader_id": team.leader_id,
            "member_ids": members[team.id],
            "service_area": team.service_area,
            "is_active": team.is_active,
            "version": team.version,
        }
        for team in teams
    ]
