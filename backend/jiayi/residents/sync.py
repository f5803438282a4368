"""What phones see of residents and of the family who help. Nothing of data level 5, but for staff named for it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.feed import RANK_PEOPLE, Account, Command, Doc, Projector, RemovalReason, Residents
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service
from jiayi.residents.models import NamedStaff, Proxy, Resident
from jiayi.residents.schemas import ConsentNewSchema


def project_residents(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    phones = service.phones_of(session, ids)
    conditions = service.diagnoses_of(session, ids)
    flags = service.groups_of(session, ids)
    consents = service.live_purposes(session, ids)
    for one in session.scalars(select(Resident).where(Resident.id.in_(ids))):
        resident = {
            "id": one.id,
            "name": one.name,
            "sex": one.sex,
            "birth_on": one.birth_on,
            "phones": phones.get(one.id, []),
            "address_text": one.address_text,
            "village": one.village,
            "village_group": one.village_group,
            "latitude": one.latitude,
            "longitude": one.longitude,
            "flags": [
                {"code": flag["code"], "valid_from": flag["valid_from"], "valid_to": flag["valid_to"]}
                for flag in flags.get(one.id, [])
            ],
            "allergies": one.allergies,
            "conditions": [
                {"id": found["id"], "icd10": found["icd10"], "name": found["name"]}
                for found in conditions.get(one.id, [])
            ],
            "care_team_id": one.care_team_id,
            "household_id": one.household_id,
            "elder_home_id": one.elder_home_id,
            "identity_level": one.identity_level,
            "ability_level": one.ability_level,
            "ltc_level": one.ltc_level,
            "deceased_on": one.deceased_on,
            "moved_on": one.moved_on,
            "moved_to": one.moved_to,
            "consents": consents.get(one.id, []),
            "version": one.version,
        }
        family = {"id": one.id, "name": one.name, "care_team_id": one.care_team_id}
        audience = Residents((one.id,), team=resident | {"risk": one.risk}, resident=resident, family=family)
        yield Doc("resident", one.id, audience, RANK_PEOPLE)


def project_proxies(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    statement = select(Proxy).where(Proxy.id.in_(ids), Proxy.revoked_at.is_(None))
    for one in session.scalars(statement):
        body = {
            "id": one.id,
            "resident_id": one.resident_id,
            "account_id": one.account_id,
            "name": one.name,
            "relation": one.relation,
            "scopes": one.scopes,
            "valid_from": one.valid_from,
            "expires_on": one.expires_on,
        }
        yield Doc("proxy", one.id, Residents((one.resident_id,), team=body, resident=body, family=body), RANK_PEOPLE)


def project_level5(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """For those who were named, while they are in the team that cares for the resident."""
    named = session.scalars(select(NamedStaff).where(NamedStaff.id.in_(ids))).all()
    accounts = organizations.account_ids(session, {one.clinician_id for one in named})
    residents = {one.resident_id for one in named}
    teams = service.care_teams_of(session, residents)
    members = organizations.member_ids_of(session, {team_id for team_id in teams.values() if team_id is not None})
    flags = service.groups_of(session, residents, is_level_5=True)
    conditions = service.diagnoses_of(session, residents, is_level_5=True)
    for one in named:
        team_id = teams.get(one.resident_id)
        if one.clinician_id in accounts and team_id is not None and one.clinician_id in members[team_id]:
            body = {
                "id": one.id,
                "resident_id": one.resident_id,
                "flags": [
                    {"code": flag["code"], "valid_from": flag["valid_from"], "valid_to": flag["valid_to"]}
                    for flag in flags.get(one.resident_id, [])
                ],
                "conditions": [
                    {"icd10": found["icd10"], "name": found["name"]} for found in conditions.get(one.resident_id, [])
                ],
            }
            yield Doc("level5_flag", one.id, Account(accounts[one.clinician_id], body), RANK_PEOPLE)


def proxies_of_residents(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    return session.scalars(select(Proxy.id).where(Proxy.resident_id.in_(resident_ids), Proxy.revoked_at.is_(None)))


def level5_of_accounts(session: Session, account_ids: list[UUID]) -> Iterable[UUID]:
    clinicians = organizations.clinician_ids(session, account_ids).values()
    return session.scalars(select(NamedStaff.id).where(NamedStaff.clinician_id.in_(list(clinicians))))


PROJECTORS = (
    Projector("resident", 3, project_residents, ids_of_residents=lambda _session, ids: ids),
    Projector("proxy", 1, project_proxies, ids_of_residents=proxies_of_residents, gone=RemovalReason.REVOKED),
    Projector("level5_flag", 2, project_level5, ids_of_accounts=level5_of_accounts, gone=RemovalReason.REVOKED),
)


def _give_consent(session: Session, actor: Actor, at: Moment, entity_id: UUID, payload: dict[str, Any]) -> object:
    return service.give_consent(session, actor, at.occurred_at, entity_id, **payload)


COMMANDS = (
    # What somebody said at the door counts, also when another team cares for him or her by now.
    Command(
        "residents.give_consent",
        ConsentNewSchema,
        _give_consent,
        is_work=True,
        residents_of=lambda _session, entity_id, _payload: [entity_id],
    ),
)
