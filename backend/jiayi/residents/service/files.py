"""A resident's file: registering, changing, phones, diagnoses, the team that cares, the end."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.errors import Forbidden, Invalid, NotFound, Refusal, demand
from jiayi.core.events import publish
from jiayi.core.ids import new_id
from jiayi.core.tools import tools
from jiayi.geo.places import stored_place
from jiayi.identity import service as identity
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import OrganizationKind
from jiayi.residents.models import Household, Proxy, Resident, ResidentCondition, ResidentPhone
from jiayi.residents.rules import name_allowed
from jiayi.residents.service.access import care_for, lock
from jiayi.residents.service.flags import compute_flags, is_named, key_group_table
from jiayi.residents.service.identities import Known, apply_identity
from jiayi.residents.service.level5 import is_hidden_diagnosis
from jiayi.residents.service.sealed import normal_number, number_hash, seal_phone
from jiayi.residents.tables import Proxies
from jiayi.residents.terms import VIEW_SCOPES, ProxyScope, Relation, ResidentDied, ResidentMoved, Sex

REGISTRARS = frozenset({Role.CLINICIAN, Role.TEAM_LEADER, Role.ADMIN})


def register(
    session: Session,
    actor: Actor,
    now: datetime,
    id: UUID,
    *,
    name: str,
    birth_on: date | None = None,
    sex: Sex | None = None,
    identity_number: str | None = None,
    is_document_seen: bool = False,
    care_team_id: UUID | None = None,
    phones: Sequence[Mapping[str, Any]] = (),
    conditions: Sequence[Mapping[str, Any]] = (),
    position: Mapping[str, Any] | None = None,
    **facts: Any,
) -> Resident:
    """Open a resident's file, in the care of one of the registrar's teams.

    Birth and sex are read from the identity number where there is one. Raises Forbidden, Invalid
    `residents.invalid.identity_mismatch`, `residents.invalid.birth_missing`, `residents.invalid.team_missing`, Refusal
    `residents.refused.identity_…`, `residents.refused.already_registered`, `residents.refused.id_exists`.
    """
    may_register(actor)
    if session.get(Resident, (session.info["county_id"], id)) is not None:
        raise Refusal("residents.refused.id_exists")
    demand(name_allowed(name))
    _check_places(session, facts)
    resident = Resident(
        id=id,
        name=name,
        sex=sex or Sex.NOT_STATED,
        birth_on=birth_on,
        registered_at=now,
        changed_at=now,
        care_team_id=_registering_team(session, actor, care_team_id),
        **facts,
        **_placed(position),
    )
    apply_identity(session, now, resident, identity_number, Known(birth_on, sex), is_document_seen=is_document_seen)
    session.add(resident)
    _flush_new(session)
    for phone in phones:
        _add_phone(session, resident, **phone)
    for condition in conditions:
        _check_since(condition["since_on"], now)
        session.add(ResidentCondition(resident_id=id, **condition))
    compute_flags(session, resident, key_group_table(session, now))
    audit(session, actor, now, "residents.register", resident_id=id)
    session.flush()
    return resident


def may_register(actor: Actor) -> None:
    """Team members and administrators register residents. Raises Forbidden."""
    if actor.role not in REGISTRARS:
        raise Forbidden("identity.refused.wrong_role")


def update(session: Session, actor: Actor, now: datetime, resident_id: UUID, **changes: Any) -> Resident:
    """Change what is known of a resident. Raises NotFound, Invalid, Refusal `residents.refused.name`."""
    resident = care_for(session, actor, resident_id)
    if "name" in changes:
        demand(name_allowed(changes["name"]))
    if "position" in changes:
        changes |= _placed(changes.pop("position"))
    _check_places(session, changes)
    for name, value in changes.items():
        setattr(resident, name, value)
    if not ASSESSED.isdisjoint(changes):
        compute_flags(session, resident, key_group_table(session, now))
    _changed(session, actor, now, resident, "residents.update", {"fields": sorted(changes)})
    return resident


ASSESSED = frozenset({"assessed_on", "ability_level", "ltc_level"})


def add_phone(
    session: Session,
    actor: Actor,
    now: datetime,
    resident_id: UUID,
    *,
    id: UUID,
    number: str,
    label: str | None,
    relation: Relation,
) -> ResidentPhone:
    """Note a number. A couple may share one; the same number stands once with a resident.

    Raises NotFound, Invalid `residents.invalid.phone`, Refusal `residents.refused.phone_known`.
    """
    resident = care_for(session, actor, resident_id)
    phone = _add_phone(session, resident, id=id, number=number, label=label, relation=relation)
    _changed(session, actor, now, resident, "residents.add_phone")
    return phone


def remove_phone(session: Session, actor: Actor, now: datetime, resident_id: UUID, phone_id: UUID) -> None:
    """The number is wrong, or no longer theirs. Raises NotFound."""
    resident = care_for(session, actor, resident_id)
    phone = session.get(ResidentPhone, (session.info["county_id"], phone_id))
    if phone is None or phone.resident_id != resident_id:
        raise NotFound
    session.delete(phone)
    _changed(session, actor, now, resident, "residents.remove_phone")


def add_condition(
    session: Session,
    actor: Actor,
    now: datetime,
    resident_id: UUID,
    *,
    id: UUID,
    icd10: str,
    name: str,
    since_on: date,
) -> ResidentCondition:
    """Note a confirmed diagnosis.

    Raises NotFound, Invalid `core.invalid.day` for one to come, Forbidden `residents.refused.not_named` for one of level 5, Refusal
    `residents.refused.condition_known`.
    """
    resident = care_for(session, actor, resident_id)
    _check_since(since_on, now)
    table = key_group_table(session, now)
    if is_hidden_diagnosis(session, icd10) and not is_named(session, actor, resident_id):
        raise Forbidden("residents.refused.not_named")
    known = select(ResidentCondition.id).where(
        ResidentCondition.resident_id == resident_id, ResidentCondition.icd10 == icd10
    )
    if session.scalar(known) is not None:
        raise Refusal("residents.refused.condition_known")
    condition = ResidentCondition(id=id, resident_id=resident_id, icd10=icd10, name=name, since_on=since_on)
    session.add(condition)
    compute_flags(session, resident, table)
    _changed(session, actor, now, resident, "residents.add_condition")
    return condition


def remove_condition(session: Session, actor: Actor, now: datetime, resident_id: UUID, condition_id: UUID) -> None:
    """The diagnosis was noted in error. Raises NotFound."""
    resident = care_for(session, actor, resident_id)
    table = key_group_table(session, now)
    condition = session.get(ResidentCondition, (session.info["county_id"], condition_id))
    if condition is None or condition.resident_id != resident_id:
        raise NotFound
    if is_hidden_diagnosis(session, condition.icd10) and not is_named(session, actor, resident_id):
        raise NotFound
    session.delete(condition)
    compute_flags(session, resident, table)
    _changed(session, actor, now, resident, "residents.remove_condition")


def add_household(session: Session, actor: Actor, now: datetime, id: UUID, *, name: str, address: str) -> Household:
    """Note a household, for residents to be put into. Raises Forbidden, Refusal `residents.refused.id_exists`."""
    may_register(actor)
    if session.get(Household, (session.info["county_id"], id)) is not None:
        raise Refusal("residents.refused.id_exists")
    household = Household(id=id, name=name, address=address)
    session.add(household)
    audit(session, actor, now, "residents.add_household", subject=f"household:{id}")
    session.flush()
    return household


def get_household(session: Session, household_id: UUID) -> Household:
    """Raises NotFound."""
    household = session.get(Household, (session.info["county_id"], household_id))
    if household is None:
        raise NotFound
    return household


def assign_team(session: Session, now: datetime, resident_id: UUID, team_id: UUID | None) -> Resident:
    """Give the resident into a team's care; whoever calls has the right to. Publishes ResidentMoved if it is another."""
    resident = lock(session, resident_id)
    former = resident.care_team_id
    if former != team_id:
        resident.care_team_id = team_id
        session.flush()
        publish(session, ResidentMoved(resident_id, former, team_id, now))
    return resident


def record_death(session: Session, actor: Actor, now: datetime, resident_id: UUID, deceased_on: date) -> Resident:
    """Register a death: nobody signs in as the resident any more, family may still read for some weeks.

    Raises NotFound, Invalid `residents.invalid.deceased_on`, Refusal `residents.refused.deceased`.
    """
    resident = care_for(session, actor, resident_id)
    today = china_date(now)
    if resident.deceased_on is not None:
        raise Refusal("residents.refused.deceased")
    if not resident.birth_on <= deceased_on <= today:
        raise Invalid("residents.invalid.deceased_on")
    resident.deceased_on = deceased_on
    identity.end_memberships_of(session, now, actor.county_id, resident_id)
    days = tools(session).rules.of(Proxies, today).read_after_death_days
    _leave_reading(session, resident_id, deceased_on + timedelta(days=days + 1))
    _changed(session, actor, now, resident, "residents.record_death")
    publish(session, ResidentDied(resident_id, deceased_on, now, actor.account_id))
    return resident


def _leave_reading(session: Session, resident_id: UUID, until: date) -> None:
    grants = select(Proxy).where(Proxy.resident_id == resident_id, Proxy.revoked_at.is_(None))
    for grant in session.scalars(grants):
        grant.expires_on = max(grant.valid_from + timedelta(days=1), min(grant.expires_on, until))
        kept = [scope for scope in grant.scopes if scope in VIEW_SCOPES]
        grant.scopes = kept or [ProxyScope.VIEW_SUMMARY.value]


def _registering_team(session: Session, actor: Actor, team_id: UUID | None) -> UUID | None:
    if actor.clinician_id is None:
        return None if team_id is None else organizations.get_team(session, team_id).id
    teams = organizations.teams_of(session, actor.clinician_id)
    if team_id is None and len(teams) == 1:
        return teams.pop()
    if team_id not in teams:
        raise Invalid("residents.invalid.team_missing")
    return team_id


def _check_places(session: Session, facts: Mapping[str, Any]) -> None:
    if facts.get("household_id") is not None:
        get_household(session, facts["household_id"])
    if facts.get("elder_home_id") is not None:
        home = organizations.get_organization(session, facts["elder_home_id"])
        if home.kind is not OrganizationKind.ELDER_HOME:
            raise Invalid("residents.invalid.elder_home")


def _check_since(since_on: date, now: datetime) -> None:
    if since_on > china_date(now):
        raise Invalid("core.invalid.day")


def _placed(position: Mapping[str, Any] | None) -> dict[str, Any]:
    return {**stored_place(position), "position_datum_source": None if position is None else position["datum"]}


def _flush_new(session: Session) -> None:
    try:
        with session.begin_nested():
            session.flush()
    except IntegrityError as error:
        if "uq_residents_identity" not in str(error.orig):
            raise
        raise Refusal("residents.refused.already_registered") from error


def _add_phone(
    session: Session,
    resident: Resident,
    *,
    number: str,
    relation: Relation,
    id: UUID | None = None,
    label: str | None = None,
) -> ResidentPhone:
    known = select(ResidentPhone.id).where(
        ResidentPhone.resident_id == resident.id,
        ResidentPhone.number_hash == number_hash(session, normal_number(number)),
    )
    if session.scalar(known) is not None:
        raise Refusal("residents.refused.phone_known")
    phone = ResidentPhone(id=id or new_id(), resident_id=resident.id, label=label, relation=relation)
    seal_phone(session, phone, number)
    session.add(phone)
    session.flush()
    return phone


def _changed(
    session: Session, actor: Actor, now: datetime, resident: Resident, action: str, detail: dict[str, Any] | None = None
) -> None:
    """Each change raises the version of the file, also one of a phone or a diagnosis."""
    resident.changed_at = now
    audit(session, actor, now, action, resident_id=resident.id, detail=detail)
    session.flush()
