"""Institutions, teams and clinicians: who is on which team, and who leads it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.db import touch
from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.core.events import publish
from jiayi.core.prepared import Prepared
from jiayi.core.web.paging import page
from jiayi.geo.places import stored_place
from jiayi.identity import service as identity
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Realm, Role
from jiayi.notify import service as notify
from jiayi.organizations.models import CareTeam, Clinician, Organization, TeamMember
from jiayi.organizations.terms import MemberChanged, OrganizationKind

Row = TypeVar("Row", Organization, CareTeam, Clinician)


def get_organization(session: Session, organization_id: UUID) -> Organization:
    return _get(session, Organization, organization_id)


def get_team(session: Session, team_id: UUID) -> CareTeam:
    return _get(session, CareTeam, team_id)


def get_clinician(session: Session, clinician_id: UUID) -> Clinician:
    return _get(session, Clinician, clinician_id)


def _get(session: Session, model: type[Row], row_id: UUID) -> Row:
    row = session.get(model, (session.info["county_id"], row_id))
    if row is None:
        raise NotFound
    return row


def teams_of(session: Session, clinician_id: UUID) -> set[UUID]:
    """The active teams that this clinician is on now."""
    session.flush()
    return {
        team_id for (team_id,) in _TEAMS_OF(session, county_id=session.info["county_id"], clinician_id=clinician_id)
    }


TEAMS_OF = (
    select(TeamMember.team_id)
    .join(CareTeam, (CareTeam.county_id == TeamMember.county_id) & (CareTeam.id == TeamMember.team_id))
    .where(TeamMember.county_id == bindparam("county_id"), TeamMember.clinician_id == bindparam("clinician_id"))
    .where(TeamMember.left_on.is_(None), CareTeam.is_active)
)
_TEAMS_OF = Prepared(TEAMS_OF)


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


def add_organization(
    session: Session, actor: Actor, now: datetime, id: UUID, position: dict[str, Any] | None = None, **facts: Any
) -> Organization:
    """Put an institution on the list. Raises Refusal `organizations.refused.id_exists`."""
    may_administer(actor)
    _refuse_known(session, Organization, id)
    organization = Organization(id=id, **facts, **stored_place(position))
    session.add(organization)
    audit(session, actor, now, "organizations.add_organization", subject=f"organization:{id}")
    session.flush()
    return organization


def change_organization(
    session: Session, actor: Actor, now: datetime, organization_id: UUID, **changes: Any
) -> Organization:
    """Change what is known of an institution."""
    may_administer(actor)
    organization = get_organization(session, organization_id)
    if "position" in changes:
        changes |= stored_place(changes.pop("position"))
    return _change(session, actor, now, organization, "organization", changes)


def add_clinician(
    session: Session,
    actor: Actor,
    now: datetime,
    id: UUID,
    *,
    organization_id: UUID,
    name: str,
    phone: str | None = None,
    **facts: Any,
) -> Clinician:
    """Put a clinician on the list; with a phone number he or she can sign in as staff."""
    may_administer(actor)
    _refuse_known(session, Clinician, id)
    get_organization(session, organization_id)
    clinician = Clinician(id=id, organization_id=organization_id, name=name, **facts)
    session.add(clinician)
    session.flush()
    if phone is not None:
        account = identity.ensure_account(session, now, phone=phone, realm=Realm.STAFF, name=name)
        clinician.account_id = account.id
        _give_role(session, clinician, Role.CLINICIAN)
    audit(session, actor, now, "organizations.add_clinician", subject=f"clinician:{id}")
    session.flush()
    return clinician


def change_clinician(session: Session, actor: Actor, now: datetime, clinician_id: UUID, **changes: Any) -> Clinician:
    """Change what a clinician may do: profession, title, experience, certificates."""
    may_administer(actor)
    return _change(session, actor, now, get_clinician(session, clinician_id), "clinician", changes)


def add_team(session: Session, actor: Actor, now: datetime, id: UUID, organization_id: UUID, **facts: Any) -> CareTeam:
    """Found a team. Nobody is on it yet."""
    may_administer(actor)
    _refuse_known(session, CareTeam, id)
    get_organization(session, organization_id)
    team = CareTeam(id=id, organization_id=organization_id, **facts)
    session.add(team)
    audit(session, actor, now, "organizations.add_team", subject=f"team:{id}")
    session.flush()
    return team


def change_team(session: Session, actor: Actor, now: datetime, team_id: UUID, **changes: Any) -> CareTeam:
    """Change a team's name, phone, service area, or whether it works."""
    may_administer(actor)
    team = get_team(session, team_id)
    touch(session, "clinician", [member.id for member in members_of(session, team_id)])
    return _change(session, actor, now, team, "team", changes)


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


def former_teams_of(session: Session, clinician_id: UUID) -> list[UUID]:
    """The teams that this clinician was on and left, the last one first."""
    left = select(TeamMember.team_id).where(TeamMember.clinician_id == clinician_id, TeamMember.left_on.is_not(None))
    return list(dict.fromkeys(session.scalars(left.order_by(TeamMember.left_on.desc(), TeamMember.id.desc()))))


def set_leader(session: Session, actor: Actor, now: datetime, team_id: UUID, clinician_id: UUID) -> CareTeam:
    """Hand the lead to a member. Raises Refusal `organizations.refused.not_member`."""
    may_administer(actor)
    team = get_team(session, team_id)
    if _membership(session, team_id, clinician_id) is None:
        raise Refusal("organizations.refused.not_member")
    former = team.leader_id
    team.leader_id = clinician_id
    session.flush()
    _give_role(session, get_clinician(session, clinician_id), Role.TEAM_LEADER)
    leads_on = select(CareTeam.id).where(CareTeam.leader_id == former).limit(1)
    if former is not None and session.scalar(leads_on) is None:
        _give_role(session, get_clinician(session, former), Role.CLINICIAN)
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


def may_administer(actor: Actor) -> None:
    """Only an administrator keeps institutions, teams and staff. Raises Forbidden."""
    if actor.role is not Role.ADMIN:
        raise Forbidden("identity.refused.wrong_role")


def _give_role(session: Session, clinician: Clinician, role: Role) -> None:
    """Leader or not is said by the membership that a token is for."""
    if clinician.account_id is not None:
        identity.set_staff_role(
            session,
            account_id=clinician.account_id,
            county_id=clinician.county_id,
            role=role,
            subject_id=clinician.id,
            name=clinician.name,
        )


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


def _refuse_known(session: Session, model: type[Row], row_id: UUID) -> None:
    if session.get(model, (session.info["county_id"], row_id)) is not None:
        raise Refusal("organizations.refused.id_exists")


def _change(session: Session, actor: Actor, now: datetime, row: Row, kind: str, changes: dict[str, Any]) -> Row:
    for name, value in changes.items():
        setattr(row, name, value)
    audit(
        session,
        actor,
        now,
        f"organizations.change_{kind}",
        subject=f"{kind}:{row.id}",
        detail={"fields": sorted(changes)},
    )
    session.flush()
    return row
