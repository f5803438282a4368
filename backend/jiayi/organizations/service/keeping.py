"""An administrator keeps institutions, clinicians and teams."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core.db import touch
from jiayi.core.errors import Forbidden, Refusal
from jiayi.geo.places import stored_place
from jiayi.identity import service as identity
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Realm, Role
from jiayi.organizations.models import CareTeam, Clinician, Organization
from jiayi.organizations.service.looking import Row, get_clinician, get_organization, get_team, members_of


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
        give_role(session, clinician, Role.CLINICIAN)
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


def may_administer(actor: Actor) -> None:
    """Only an administrator keeps institutions, teams and staff. Raises Forbidden."""
    if actor.role is not Role.ADMIN:
        raise Forbidden("identity.refused.wrong_role")


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


def give_role(session: Session, clinician: Clinician, role: Role) -> None:
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
