"""Turns a town's people and staff into rows: files, phones, accounts, memberships."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from jiayi.core.crypto import FieldCipher, Place
from jiayi.core.dates import DAY, add_months
from jiayi.demo.chance import Chance
from jiayi.demo.health import diagnosis_name
from jiayi.demo.life import Life
from jiayi.demo.residents import Person
from jiayi.demo.sheets import Sheets
from jiayi.demo.staff import TEAM_AT, Clinician
from jiayi.geo.terms import Datum
from jiayi.identity.terms import Realm, Role
from jiayi.organizations.terms import OrganizationKind
from jiayi.residents.groups import lists_by_group
from jiayi.residents.rules import level_5_groups
from jiayi.residents.tables import KeyGroups
from jiayi.residents.terms import Channel, ConsentPurpose, Evidence

MATCHED, SEEN = 2, 3
MOVED_TO = ("成都双流，跟女儿住", "重庆合川，跟儿子住", "南充城里", "广东东莞，带孙子")
YEAR = 12


class PeopleRows:
    """Writes people down. Phones and identity numbers are sealed here, with their keyed hashes."""

    def __init__(self, life: Life, sheets: Sheets, cipher: FieldCipher, account_ids: Mapping[str, UUID]) -> None:
        self.life, self.sheets, self.cipher = life, sheets, cipher
        self.county_id, self.timeline = life.world.county_id, life.world.timeline
        self.accounts = account_ids
        self.chance = Chance(life.world.seed, "papers", life.town.number)
        self.key_groups = life.world.rules.of(KeyGroups, self.timeline.today)
        self.hidden = level_5_groups(self.key_groups)
        self.signed = {one.person.id for one in life.agreements}
        self.moved = {one.person.id: one.ended_on for one in life.agreements if one.end_reason == "moved_away"}

    def write(self) -> None:
        self._staff()
        self._households()
        for person in self.life.people:
            self._resident(person)
        self._family_accounts()

    # ------------------------------------------------------------ staff

    def _staff(self) -> None:
        staff, town = self.life.staff, self.life.town
        for institution in staff.institutions:
            is_care = institution.kind is OrganizationKind.PRIMARY_CARE
            self.sheets["organizations"].add(
                id=institution.id, kind=institution.kind, name=institution.name, phone=institution.phone,
                address=institution.address, latitude=institution.spot.latitude, longitude=institution.spot.longitude,
                region_code=town.code, beds_count=institution.beds, has_practice_licence=is_care,
                has_elder_licence=not is_care, licence_no=None,
            )  # fmt: skip
        for clinician in staff.clinicians:
            self._clinician(clinician)
        for team in staff.teams:
            self.sheets["care_teams"].add(
                id=team.id, organization_id=staff.institutions[team.organization].id, name=team.name, phone=team.phone,
                leader_id=staff.clinicians[team.leader].id, service_area=list(team.village_names),
            )  # fmt: skip
            for member in team.members:
                clinician = staff.clinicians[member]
                joined_on = max(clinician.worked_since_on, self.timeline.founded_at.date())
                self.sheets["team_members"].add(
                    id=self._id(), team_id=team.id, clinician_id=clinician.id, joined_on=joined_on
                )

    def _clinician(self, one: Clinician) -> None:
        organization = self.life.staff.institutions[TEAM_AT[one.post.teams[0]]]
        self.sheets["clinicians"].add(
            id=one.id, organization_id=organization.id, account_id=one.account_id, name=one.name,
            profession=one.post.profession, title=one.post.title, worked_since_on=one.worked_since_on,
            certificates=list(one.post.certificates),
        )  # fmt: skip
        self.account(one.account_id, Realm.STAFF, one.phone, one.name)
        role = Role.TEAM_LEADER if one.post.is_leader else Role.CLINICIAN
        self.membership(one.membership_id, one.account_id, role, one.id, one.name)

    # ------------------------------------------------------------ residents

    def _households(self) -> None:
        found = {one.household.id: one.household for one in self.life.people if one.household is not None}
        for household in found.values():
            self.sheets["households"].add(id=household.id, name=household.name, address=household.address)

    def _resident(self, one: Person) -> None:
        spot, health = one.spot, one.health
        place = Place("residents", "identity", self.county_id, one.id)
        home = next(place for place in self.life.staff.institutions if place.kind is OrganizationKind.ELDER_HOME)
        level = (SEEN if self.chance.happens(60) else MATCHED) if one.id in self.signed else 1
        self.sheets["residents"].add(
            id=one.id, name=one.name, sex=one.sex, birth_on=one.birth_on, identity_level=level,
            identity_sealed=self.cipher.encrypt(one.identity_number, place),
            identity_hash=self.cipher.search_hash("identity", one.identity_number),
            care_team_id=self.life.staff.teams[one.team].id, household_id=one.household and one.household.id,
            elder_home_id=home.id if one.is_in_elder_home else None, address_text=one.address,
            village=one.village.name, village_group=f"{one.group + 1}组" if one.household else None,
            latitude=spot and spot.latitude, longitude=spot and spot.longitude,
            position_datum_source=Datum.WGS84 if spot else None, allergies=health.allergies, risk=health.risk,
            assessed_on=health.assessed_on, ability_level=health.ability_level, discharged_on=health.discharged_on,
            discharge_diagnoses=health.discharge_diagnoses, deceased_on=one.deceased_on, **self._moved(one),
            registered_at=one.registered_at, changed_at=one.registered_at,
        )  # fmt: skip
        for phone in one.phones:
            row_id = self._id()
            place = Place("resident_phones", "number", self.county_id, row_id)
            self.sheets["resident_phones"].add(
                id=row_id, resident_id=one.id, number_sealed=self.cipher.encrypt(phone.number, place),
                number_hash=self.cipher.search_hash("number", phone.number), label=phone.label, relation=phone.relation,
            )  # fmt: skip
        for icd10, since in health.diagnoses.items():
            self.sheets["resident_conditions"].add(
                id=self._id(), resident_id=one.id, icd10=icd10, name=diagnosis_name(icd10), since_on=since
            )
        self._flags(one)
        self._consents(one)
        self._helpers(one)

    def _moved(self, one: Person) -> dict[str, Any]:
        """A contract that ended for a move had its last day on the day before."""
        last_on = self.moved.get(one.id)
        if last_on is None:
            return {}
        return {"moved_on": last_on + DAY, "moved_to": MOVED_TO[one.id.int % len(MOVED_TO)]}

    def _flags(self, one: Person) -> None:
        add = self.sheets["key_group_flags"].add
        spans = self.life.spans[one.id]
        for span in spans:
            add(
                id=self._id(), resident_id=one.id, code=span.group, valid_from=span.first, valid_to=span.last,
                evidence_source=Evidence.RULE,
            )  # fmt: skip
        told = {
            group: one.health.lists[name]
            for group, name in lists_by_group(self.key_groups).items()
            if name in one.health.lists
        }
        for group, since in told.items():
            add(
                id=self._id(),
                resident_id=one.id,
                code=group,
                valid_from=since,
                valid_to=None,
                evidence_source=Evidence.LIST,
            )
        if self.hidden & (set(told) | {span.group for span in spans}):
            self._name_staff(one)

    def _name_staff(self, one: Person) -> None:
        """Of those who care, one doctor knows what the others must not."""
        staff = self.life.staff
        leader = staff.clinicians[staff.teams[one.team].leader]
        self.sheets["named_staff"].add(
            id=self._id(), resident_id=one.id, clinician_id=leader.id, named_at=one.registered_at,
            named_by_account_id=leader.account_id,
        )  # fmt: skip

    def _consents(self, one: Person) -> None:
        wanted = [ConsentPurpose.C1]
        if one.id in self.signed:
            wanted += [ConsentPurpose.C2, ConsentPurpose.C8]
        if one.helpers:
            wanted.append(ConsentPurpose.C6)
        account = self._leader(one).account_id
        for purpose in wanted:
            self.sheets["consents"].add(
                id=self._id(), resident_id=one.id, purpose=purpose, version=1, given_at=one.registered_at,
                channel=Channel.HOME_VISIT, account_id=account,
            )  # fmt: skip

    def _helpers(self, one: Person) -> None:
        for helper in one.helpers:
            valid_from = self.timeline.days_ago(self.chance.randint(10, 300))
            granted_by = self.accounts[one.account] if one.account else self._leader(one).account_id
            self.sheets["proxies"].add(
                id=self._id(), resident_id=one.id, account_id=self.accounts[helper.phone], name=helper.name,
                relation=helper.relation, scopes=list(helper.scopes), granted_by_account_id=granted_by,
                granted_by_staff=one.account is None, valid_from=valid_from, expires_on=add_months(valid_from, YEAR),
            )  # fmt: skip

    def _leader(self, one: Person) -> Clinician:
        return self.life.staff.clinicians[self.life.staff.teams[one.team].leader]

    # ------------------------------------------------------------ accounts

    def _family_accounts(self) -> None:
        """One account a phone: a couple on one phone is two memberships of it."""
        holders: dict[str, list[Person]] = {}
        helpers: dict[str, str] = {}
        for one in self.life.people:
            if one.account is not None:
                holders.setdefault(one.account, []).append(one)
            helpers |= {helper.phone: helper.name for helper in one.helpers}
        told = {person.id for person in self.life.told.values()}
        for phone, people in holders.items():
            # Whoever tries the demo is not asked for the birth year of somebody who does not exist.
            years = [one.birth_on.year for one in people if one.id not in told]
            self.account(self.accounts[phone], Realm.FAMILY, phone, people[0].name, sorted(set(years)))
            for one in people:
                if one.deceased_on is None:
                    self.membership(self._id(), self.accounts[phone], Role.RESIDENT, one.id, one.name)
        for phone, name in helpers.items():
            self.account(self.accounts[phone], Realm.FAMILY, phone, name)
            self.membership(self._id(), self.accounts[phone], Role.PROXY, None, name)

    def account(self, id: UUID, realm: Realm, phone: str, name: str, birth_years: list[int] | None = None) -> None:
        """An account that signs in with this phone."""
        self.sheets["accounts"].add(
            id=id, realm=realm, phone_hash=self.cipher.search_hash("phone", phone), name=name,
            phone_sealed=self.cipher.encrypt(phone, Place("accounts", "phone", 0, id)), birth_years=birth_years or [],
            created_at=self.timeline.founded_at,
        )  # fmt: skip

    def membership(self, id: UUID, account_id: UUID, role: Role, subject_id: UUID | None, name: str) -> None:
        """What an account is in this county."""
        self.sheets["memberships"].add(
            id=id, account_id=account_id, county_id=self.county_id, role=role, subject_id=subject_id, name=name
        )

    def _id(self) -> UUID:
        return self.chance.id_at(self.timeline.founded_at)


def family_accounts(life: Life) -> dict[str, UUID]:
    """The ids of the family accounts, by phone."""
    chance = Chance(life.world.seed, "accounts", life.town.number)
    phones: dict[str, None] = {}
    for one in life.people:
        phones |= dict.fromkeys(filter(None, (one.account, *(helper.phone for helper in one.helpers))))
    return {phone: chance.id_at(life.world.timeline.founded_at) for phone in phones}
