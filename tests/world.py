"""A small county for tests: one institution, two teams, an elder with a daughter, made through the services.

Everybody signs in by phone number (see the constants). Team one cares for 丁大川 and 任桂英, team two for 雍德明.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy.orm import Session
from stdnum.cn import ric

from jiayi.app import Runtime
from jiayi.catalogue import service as catalogue
from jiayi.catalogue.loading import load_catalogue
from jiayi.contracts import service as contracts
from jiayi.contracts.terms import ReviewDecision, SignMethod
from jiayi.core import resources
from jiayi.core.clock import moment_now
from jiayi.core.clock import now as clock_now
from jiayi.core.db import commit
from jiayi.geo.terms import Datum
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor, Realm, Role, Scope
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import OrganizationKind, Profession, Title
from jiayi.residents import service as residents
from jiayi.residents.terms import ConsentPurpose, ProxyScope, Relation, Risk, Sex

COUNTY = 511399
LEADER, DOCTOR, NURSE, OTHER_LEADER, OTHER_NURSE = (f"1390000010{n}" for n in range(5))
MANAGER, SUPERVISOR, ADMIN = (f"1390000020{n}" for n in range(3))
ELDER, DAUGHTER, OTHER_ELDER = (f"1390000030{n}" for n in range(3))
ELDER_BORN, OTHER_ELDER_BORN = 1950, 1947
HOME = {"latitude": 30.8, "longitude": 106.08, "datum": Datum.WGS84}


@dataclass(frozen=True, slots=True)
class World:
    """Ids of what there is, and an actor for each who acts."""

    county_id: int
    organization_id: UUID
    team_id: UUID
    other_team_id: UUID
    leader_id: UUID
    doctor_id: UUID
    nurse_id: UUID
    other_leader_id: UUID
    other_nurse_id: UUID
    elder_id: UUID
    neighbour_id: UUID
    other_elder_id: UUID
    admin: Actor
    leader: Actor
    doctor: Actor
    nurse: Actor
    other_leader: Actor
    other_nurse: Actor
    elder: Actor
    daughter: Actor
    other_elder: Actor
    manager: Actor
    supervisor: Actor


def make_world(runtime: Runtime, county_id: int = COUNTY, now: datetime | None = None) -> World:
    """Make the county and commit it."""
    moment = now or clock_now()
    with runtime.sessions.county(county_id) as session:
        load_catalogue(session, resources.seed() / "catalogue")
        world = _Builder(session, county_id, moment).build()
        commit(session)
    return world


def identity_number(birth_on: date, sex: Sex, name: str) -> str:
    """A number that checks out, of a county that has long been abolished; the same for the same person."""
    order = sum(map(ord, name)) % 400 * 2 + (1 if sex is Sex.MALE else 0)
    first = f"513021{birth_on:%Y%m%d}{order:03d}"
    return first + ric.calc_check_digit(first + "0")


ELDER_IDENTITY = identity_number(date(ELDER_BORN, 3, 5), Sex.MALE, "丁大川")


def sign_contract(
    runtime: Runtime,
    world: World,
    resident_id: UUID,
    *packages: str,
    leader: Actor | None = None,
    on: datetime | None = None,
) -> UUID:
    """A contract with these packages (P2 if none is named), signed by hand ten days ago: in force today."""
    actor = leader or world.leader
    at = on or clock_now() - timedelta(days=10)
    contract_id = uuid4()
    with runtime.sessions.county(world.county_id) as session:
        by_code = {row.code: row.id for row in catalogue.published(session)}
        team_id = world.team_id if actor is world.leader else world.other_team_id
        contracts.apply(
            session, actor, at, contract_id, resident_id=resident_id, team_id=team_id,
            package_ids=[by_code[code] for code in packages or ("P2",)],
        )  # fmt: skip
        needed = [{"id": uuid4(), "purpose": one, "version": 1} for one in (ConsentPurpose.C1, ConsentPurpose.C2)]
        contracts.submit(session, actor, at, contract_id, consents=needed)
        contracts.review(session, actor, at, contract_id, decision=ReviewDecision.ACCEPT)
        contracts.sign(session, actor, moment_now(at), contract_id, method=SignMethod.STROKES, strokes=SIGNATURE)
        commit(session)
    return contract_id


SIGNATURE = {"w": 300, "h": 150, "strokes": [[10, 10, 0, 5, 5, 16, 5, 0, 16]]}


class _Builder:
    def __init__(self, session: Session, county_id: int, now: datetime) -> None:
        self.session, self.county_id, self.now = session, county_id, now

    def build(self) -> World:
        admin = self._office(ADMIN, Role.ADMIN, "管理员")
        manager = self._office(MANAGER, Role.MANAGER, "谭主任")
        supervisor = self._office(SUPERVISOR, Role.SUPERVISOR, "区督导")
        self.admin = admin
        organization = organizations.add_organization(
            self.session, admin, self.now, uuid4(), kind=OrganizationKind.PRIMARY_CARE, name="柳溪镇卫生院",
            phone="0817-5550100", position=HOME, has_practice_licence=True,
        )  # fmt: skip
        self.organization_id = organization.id
        leader = self._clinician("杜海棠", Profession.DOCTOR, Title.INTERMEDIATE, LEADER)
        doctor = self._clinician("陈志远", Profession.DOCTOR, Title.INTERMEDIATE, DOCTOR)
        nurse = self._clinician("蒲晓燕", Profession.NURSE, Title.INTERMEDIATE, NURSE)
        other_leader = self._clinician("何秀兰", Profession.DOCTOR, Title.INTERMEDIATE, OTHER_LEADER)
        other_nurse = self._clinician("雍小梅", Profession.NURSE, Title.INTERMEDIATE, OTHER_NURSE)
        team = self._team("第一团队", leader, doctor, nurse)
        other_team = self._team("第二团队", other_leader, other_nurse)
        actor = self._staff_actor
        leads = actor(LEADER, Role.TEAM_LEADER)
        other_leads = actor(OTHER_LEADER, Role.TEAM_LEADER)
        elder_id = self._resident(leads, team, "丁大川", date(ELDER_BORN, 3, 5), Sex.MALE, ELDER)
        neighbour_id = self._resident(leads, team, "任桂英", date(1938, 7, 1), Sex.FEMALE, None)
        other_elder_id = self._resident(
            other_leads, other_team, "雍德明", date(OTHER_ELDER_BORN, 1, 9), Sex.MALE, OTHER_ELDER
        )
        elder = self._family(ELDER, Role.RESIDENT, "丁大川", elder_id, ELDER_BORN)
        other_elder = self._family(OTHER_ELDER, Role.RESIDENT, "雍德明", other_elder_id, OTHER_ELDER_BORN)
        residents.grant_proxy(
            self.session, elder, self.now, elder_id, id=uuid4(), phone=DAUGHTER, name="丁秀芳",
            relation=Relation.DAUGHTER, scopes=[ProxyScope.VIEW_FULL, ProxyScope.BOOK, ProxyScope.RECEIVE_ALERTS],
        )  # fmt: skip
        daughter = self._actor(DAUGHTER, Realm.FAMILY, Role.PROXY)
        return World(
            self.county_id, organization.id, team, other_team, leader, doctor, nurse, other_leader, other_nurse,
            elder_id, neighbour_id, other_elder_id, admin, leads, actor(DOCTOR, Role.CLINICIAN),
            actor(NURSE, Role.CLINICIAN), other_leads, actor(OTHER_NURSE, Role.CLINICIAN), elder, daughter, other_elder,
            manager, supervisor,
        )  # fmt: skip

    def _office(self, phone: str, role: Role, name: str) -> Actor:
        account = identity.ensure_account(self.session, self.now, phone=phone, realm=Realm.STAFF, name=name)
        identity.ensure_membership(
            self.session, account_id=account.id, county_id=self.county_id, role=role, subject_id=None, name=name
        )
        return self._actor(phone, Realm.STAFF, role)

    def _clinician(self, name: str, profession: Profession, title: Title, phone: str) -> UUID:
        return organizations.add_clinician(
            self.session, self.admin, self.now, uuid4(), organization_id=self.organization_id, name=name, phone=phone,
            profession=profession, title=title, worked_since_on=date(2010, 7, 1),
        ).id  # fmt: skip

    def _team(self, name: str, leader_id: UUID, *others: UUID) -> UUID:
        team = organizations.add_team(
            self.session, self.admin, self.now, uuid4(), self.organization_id, name=name, phone="0817-5550101",
            service_area=["石板桥", "黄桷村"],
        )  # fmt: skip
        for clinician_id in (leader_id, *others):
            organizations.join_team(self.session, self.admin, self.now, team.id, clinician_id)
        organizations.set_leader(self.session, self.admin, self.now, team.id, leader_id)
        return team.id

    def _resident(self, actor: Actor, team_id: UUID, name: str, birth_on: date, sex: Sex, phone: str | None) -> UUID:
        phones = [{"number": phone, "relation": Relation.SELF}] if phone else []
        resident = residents.register(
            self.session, actor, self.now, uuid4(), name=name, care_team_id=team_id,
            identity_number=identity_number(birth_on, sex, name), is_document_seen=True,
            village="石板桥", village_group="3组", address_text="石板桥3组12号", position=HOME, phones=phones,
            risk=Risk.MEDIUM, conditions=[{"icd10": "I10", "name": "高血压", "since_on": date(2015, 1, 1)}],
        )  # fmt: skip
        return resident.id

    def _family(self, phone: str, role: Role, name: str, subject_id: UUID, birth_year: int) -> Actor:
        account = identity.ensure_account(
            self.session, self.now, phone=phone, realm=Realm.FAMILY, name=name, birth_year=birth_year
        )
        identity.ensure_membership(
            self.session, account_id=account.id, county_id=self.county_id, role=role, subject_id=subject_id, name=name
        )
        return self._actor(phone, Realm.FAMILY, role)

    def _staff_actor(self, phone: str, role: Role) -> Actor:
        return self._actor(phone, Realm.STAFF, role)

    def _actor(self, phone: str, realm: Realm, role: Role) -> Actor:
        self.session.flush()
        account = identity.find_account(self.session, phone, realm)
        assert account is not None
        mine = [m for m in identity.live_memberships(self.session, account.id) if m.county_id == self.county_id]
        membership = next(m for m in mine if m.role is role)
        return identity.actor_of(self.session, membership_id=membership.id, device_id=None, scope=Scope.FULL)
