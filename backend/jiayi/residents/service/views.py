"""Residents as somebody may see them: rows of a list, and the file. Every look is audited."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jiayi.core.errors import Forbidden, NotFound
from jiayi.core.masking import mask_identity, mask_name, mask_phone
from jiayi.core.web.paging import page
from jiayi.identity.access import audit
from jiayi.identity.terms import FAMILY_ROLES, Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents.models import KeyGroupFlag, Resident, ResidentPhone
from jiayi.residents.rules import normalise_identity
from jiayi.residents.service.access import may_see, of_proxy, see
from jiayi.residents.service.files import get_household
from jiayi.residents.service.flags import is_named
from jiayi.residents.service.level5 import hidden_groups
from jiayi.residents.service.parts import Bodies, diagnoses_of, groups_of, phones_of
from jiayi.residents.service.sealed import identity_hash, normal_number, number_hash, open_identity
from jiayi.residents.terms import Access, KeyGroup, ProxyScope, Risk

SEARCH_LIMIT = 20
SEARCHERS = frozenset({Role.CLINICIAN, Role.TEAM_LEADER, Role.ADMIN})


def list_residents(
    session: Session,
    actor: Actor,
    now: datetime,
    *,
    cursor: str | None,
    limit: int,
    team_id: UUID | None = None,
    village: str | None = None,
    name: str | None = None,
    group: KeyGroup | None = None,
    risk: Risk | None = None,
) -> dict[str, Any]:
    """A page of the residents in sight: a team's own with their names, the county's masked for the office.

    Only the team filters by name, group and risk: to whom names are masked, a filter would tell them. Raises Forbidden
    `residents.refused.filter`.
    """
    told = {"name": name, "group": group, "risk": risk}
    if any(value is not None for value in told.values()) and not actor.is_team:
        raise Forbidden("residents.refused.filter")
    statement = _in_sight(session, actor)
    if team_id is not None:
        statement = statement.where(Resident.care_team_id == team_id)
    if village is not None:
        statement = statement.where(Resident.village == village)
    if name is not None:
        statement = statement.where(Resident.name.contains(name, autoescape=True))
    if risk is not None:
        statement = statement.where(Resident.risk == risk)
    if group is not None:
        statement = statement.where(Resident.id.in_(_in_group(session, group)))
    found = page(session, statement, Resident.id, cursor=cursor, limit=limit)
    _note_list(session, actor, now, "residents.list", found["items"])
    return found | {"items": rows(session, actor, found["items"])}


def search(
    session: Session, actor: Actor, now: datetime, *, identity_number: str | None, phone: str | None
) -> dict[str, Any]:
    """Everybody in the county with exactly this identity or phone number; masked unless in the actor's care.

    Raises Forbidden, Invalid `residents.invalid.phone`.
    """
    if actor.role not in SEARCHERS:
        raise Forbidden("identity.refused.wrong_role")
    statement = select(Resident).order_by(Resident.id).limit(SEARCH_LIMIT)
    if identity_number is not None:
        hashed = identity_hash(session, normalise_identity(identity_number))
        statement = statement.where(Resident.identity_hash == hashed)
    if phone is not None:
        hashed = number_hash(session, normal_number(phone))
        owners = select(ResidentPhone.resident_id).where(ResidentPhone.number_hash == hashed)
        statement = statement.where(Resident.id.in_(owners))
    found = session.scalars(statement).all()
    _note_list(session, actor, now, "residents.search", found)
    return {"items": rows(session, actor, found), "next_cursor": None}


def rows(session: Session, actor: Actor, residents: Sequence[Resident]) -> list[dict[str, Any]]:
    """One row a resident, as much as the actor may see."""
    open_ids = _open_ids(session, actor, residents)
    with_phone = {one.id for one in residents} if actor.role not in FAMILY_ROLES else open_ids
    phones, groups = phones_of(session, with_phone), groups_of(session, open_ids)
    return [
        _open_row(actor, one, phones, groups) if one.id in open_ids else _shut_row(actor, one, phones)
        for one in residents
    ]


def file(session: Session, actor: Actor, now: datetime, resident_id: UUID) -> dict[str, Any]:
    """The resident's file, or its summary for family without full view. Raises NotFound."""
    resident = see(session, actor, resident_id)
    audit(session, actor, now, "residents.read", resident_id=resident_id)
    access = may_see(session, actor, resident_id)
    body = _summary(resident, access)
    if access is Access.SUMMARY:
        return body
    number = open_identity(session, resident)
    body |= {
        "sex": resident.sex,
        "birth_on": resident.birth_on,
        "identity_masked": None if number is None else mask_identity(number),
        "identity_level": resident.identity_level,
        "phones": phones_of(session, [resident_id])[resident_id],
        "address_text": resident.address_text,
        "village": resident.village,
        "village_group": resident.village_group,
        "latitude": resident.latitude,
        "longitude": resident.longitude,
        "household_id": resident.household_id,
        "elder_home_id": resident.elder_home_id,
        "allergies": resident.allergies,
        "conditions": diagnoses_of(session, [resident_id])[resident_id],
        "flags": groups_of(session, [resident_id])[resident_id],
        "assessed_on": resident.assessed_on,
        "ability_level": resident.ability_level,
        "ltc_level": resident.ltc_level,
        "deceased_on": resident.deceased_on,
        "moved_on": resident.moved_on,
        "moved_to": resident.moved_to,
    }
    return body | ({"risk": resident.risk} if actor.is_team else {})


def new_file(session: Session, actor: Actor, now: datetime, resident: Resident) -> dict[str, Any]:
    """The file of somebody just registered; for an administrator, who cares for nobody, its summary."""
    if actor.is_team:
        return file(session, actor, now, resident.id)
    return _summary(resident, Access.SUMMARY)


def _summary(resident: Resident, access: Access) -> dict[str, Any]:
    return {
        "id": resident.id,
        "name": resident.name,
        "care_team_id": resident.care_team_id,
        "access": access,
        "version": resident.version,
    }


def level5(session: Session, actor: Actor, now: datetime, resident_id: UUID) -> dict[str, Any]:
    """What only named staff may know of a resident. Raises NotFound for everybody else."""
    if not is_named(session, actor, resident_id):
        raise NotFound
    audit(session, actor, now, "residents.read_level5", resident_id=resident_id)
    return {
        "resident_id": resident_id,
        "flags": groups_of(session, [resident_id], is_level_5=True)[resident_id],
        "conditions": diagnoses_of(session, [resident_id], is_level_5=True)[resident_id],
    }


def household(session: Session, actor: Actor, now: datetime, household_id: UUID) -> dict[str, Any]:
    """A household and those of its people whom the actor sees in full.

    One that nobody lives in yet is shown to whoever registers residents. Raises NotFound.
    """
    found = get_household(session, household_id)
    statement = select(Resident).where(Resident.household_id == household_id).order_by(Resident.id)
    people = session.scalars(statement).all()
    open_ids = _open_ids(session, actor, people)
    seen = [one for one in people if one.id in open_ids]
    if not seen and (people or actor.role not in SEARCHERS):
        raise NotFound
    _note_list(session, actor, now, "residents.read_household", seen)
    return {"id": found.id, "name": found.name, "address": found.address, "residents": rows(session, actor, seen)}


def _in_sight(session: Session, actor: Actor) -> Select[Resident]:
    statement = select(Resident)
    if actor.clinician_id is not None:
        return statement.where(Resident.care_team_id.in_(organizations.teams_of(session, actor.clinician_id)))
    if actor.role is Role.RESIDENT:
        return statement.where(Resident.id == actor.resident_id)
    if actor.role is Role.PROXY:
        return statement.where(Resident.id.in_([one for one, _ in of_proxy(session, actor.account_id)]))
    return statement


def _open_ids(session: Session, actor: Actor, residents: Sequence[Resident]) -> set[UUID]:
    """Those of these residents whom the actor sees in full."""
    teams = organizations.teams_of(session, actor.clinician_id) if actor.clinician_id is not None else set()
    full = _in_full(session, actor)
    return {one.id for one in residents if one.id in full or one.care_team_id in teams}


def _in_full(session: Session, actor: Actor) -> set[UUID]:
    if actor.resident_id is not None:
        return {actor.resident_id}
    if actor.role is Role.PROXY:
        return {one for one, scopes in of_proxy(session, actor.account_id) if ProxyScope.VIEW_FULL in scopes}
    return set()


def _in_group(session: Session, group: KeyGroup) -> Select[UUID]:
    if group in hidden_groups(session):
        raise Forbidden("residents.refused.filter")
    return select(KeyGroupFlag.resident_id).where(KeyGroupFlag.code == group, KeyGroupFlag.valid_to.is_(None))


def _open_row(actor: Actor, one: Resident, phones: Bodies, groups: Bodies) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "is_masked": False,
        "care_team_id": one.care_team_id,
        "sex": one.sex,
        "birth_on": one.birth_on,
        "phone": _first_number(one, phones),
        "address_text": one.address_text,
        "village": one.village,
        "village_group": one.village_group,
        "risk": one.risk if actor.is_team else None,
        "flags": groups.get(one.id, []),
        "deceased_on": one.deceased_on,
    }


def _shut_row(actor: Actor, one: Resident, phones: Bodies) -> dict[str, Any]:
    """For family with a lesser scope the name alone; for staff who don't care for the resident stars."""
    is_masked = actor.role not in FAMILY_ROLES
    number = _first_number(one, phones)
    return {
        "id": one.id,
        "name": mask_name(one.name) if is_masked else one.name,
        "is_masked": is_masked,
        "care_team_id": one.care_team_id,
        "sex": None,
        "birth_on": None,
        "phone": mask_phone(number) if number is not None else None,
        "address_text": None,
        "village": one.village if is_masked else None,
        "village_group": None,
        "risk": None,
        "flags": [],
        "deceased_on": None,
    }


def _first_number(one: Resident, phones: Bodies) -> str | None:
    numbers = phones.get(one.id)
    return numbers[0]["number"] if numbers else None


def _note_list(session: Session, actor: Actor, now: datetime, action: str, found: Sequence[Resident]) -> None:
    audit(session, actor, now, action, detail={"count": len(found)})
