"""What phones see of institutions, teams and clinicians: all of it is public in the county."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.feed import RANK_PEOPLE, Command, Doc, Projector, Public
from jiayi.organizations import service
from jiayi.organizations.models import CareTeam, Clinician, Organization, TeamMember


def project_organizations(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    for row in session.scalars(select(Organization).where(Organization.id.in_(ids))):
        body = {
            "id": row.id,
            "kind": row.kind,
            "name": row.name,
            "phone": row.phone,
            "address": row.address,
            "latitude": row.latitude,
            "longitude": row.longitude,
            "has_practice_licence": row.has_practice_licence,
            "has_elder_licence": row.has_elder_licence,
            "beds_count": row.beds_count,
        }
        yield Doc("organization", row.id, Public(body), RANK_PEOPLE)


def project_teams(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    teams = session.scalars(select(CareTeam).where(CareTeam.id.in_(ids))).all()
    for body in service.team_bodies(session, teams):
        del body["version"]
        yield Doc("team", body["id"], Public(body), RANK_PEOPLE)


def project_clinicians(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    teams = _teams_of(session, ids)
    for row in session.scalars(select(Clinician).where(Clinician.id.in_(ids))):
        body = {
            "id": row.id,
            "organization_id": row.organization_id,
            "name": row.name,
            "profession": row.profession,
            "title": row.title,
            "worked_since_on": row.worked_since_on,
            "certificates": row.certificates,
            "team_ids": teams.get(row.id, []),
        }
        yield Doc("clinician", row.id, Public(body), RANK_PEOPLE)


def _teams_of(session: Session, clinician_ids: list[UUID]) -> dict[UUID, list[UUID]]:
    statement = (
        select(TeamMember.clinician_id, TeamMember.team_id)
        .join(CareTeam, (CareTeam.county_id == TeamMember.county_id) & (CareTeam.id == TeamMember.team_id))
        .where(TeamMember.clinician_id.in_(clinician_ids), TeamMember.left_on.is_(None), CareTeam.is_active)
        .order_by(TeamMember.id)
    )
    found: dict[UUID, list[UUID]] = {}
    for clinician_id, team_id in session.execute(statement):
        found.setdefault(clinician_id, []).append(team_id)
    return found


def _ids_of(model: Any) -> Any:
    def ids_public(session: Session) -> Iterable[UUID]:
        return session.scalars(select(model.id))

    return ids_public


PROJECTORS = (
    Projector("organization", 1, project_organizations, ids_public=_ids_of(Organization)),
    Projector("team", 1, project_teams, ids_public=_ids_of(CareTeam)),
    Projector("clinician", 1, project_clinicians, ids_public=_ids_of(Clinician)),
)
COMMANDS: tuple[Command, ...] = ()
