"""The elders of a town: households in yards, couples who share a phone, children far away with a number to call."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from jiayi.core.dates import age_on, anniversary
from jiayi.demo import people
from jiayi.demo.chance import Chance, Weighted
from jiayi.demo.health import Health, health
from jiayi.demo.places import Spot, Town, Village, home
from jiayi.demo.timeline import Timeline
from jiayi.residents.terms import Relation, Sex

MAX_TOWNS = 800
TOWN_SIZE = 1200
SERIALS_A_TOWN = 5
LANES = 10
"""With more than a hundred towns the birthdays are shared out among lanes, or identity numbers would run out."""
ELDER_HOME_SHARE = 0.017

AGES = Weighted(
    {(45, 54): 4, (55, 64): 8, (65, 69): 27, (70, 74): 24, (75, 79): 17, (80, 84): 12, (85, 89): 6, (90, 97): 2}
)
COUPLE, ALONE, WITH_CHILDREN = "couple", "alone", "with_children"
HOUSEHOLDS = Weighted({COUPLE: 45, ALONE: 33, WITH_CHILDREN: 22})
CHILDREN = Weighted({Relation.SON: 48, Relation.DAUGHTER: 44, Relation.GRANDCHILD: 8})
LABELS: Mapping[Relation, str] = {
    Relation.SELF: "本人",
    Relation.SON: "儿子",
    Relation.DAUGHTER: "女儿",
    Relation.GRANDCHILD: "孙子女",
    Relation.SPOUSE: "老伴",
}


@dataclass(frozen=True, slots=True)
class Phone:
    number: str
    relation: Relation

    @property
    def label(self) -> str:
        return LABELS[self.relation]


@dataclass(frozen=True, slots=True)
class Household:
    id: UUID
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody of the family who may do things for the resident in the app."""

    name: str
    phone: str
    relation: Relation
    scopes: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Person:
    """A resident. `team` is the town's team that cares, `account` the phone that signs in, if any."""

    id: UUID
    name: str
    sex: Sex
    birth_on: date
    identity_number: str
    village: Village
    group: int
    address: str
    spot: Spot | None
    team: int
    health: Health
    registered_at: datetime
    household: Household | None = None
    phones: list[Phone] = field(default_factory=list)
    account: str | None = None
    helpers: list[Helper] = field(default_factory=list)
    is_in_elder_home: bool = False
    deceased_on: date | None = None

    def age(self, today: date) -> int:
        return age_on(self.birth_on, today)


class Register:
    """Hands out what must be everybody's own in a town: identity numbers and phone numbers."""

    def __init__(self, region: int, town: int, town_count: int) -> None:
        self._region = region
        self._slot = town % (MAX_TOWNS // 8)
        self._lane = town // (MAX_TOWNS // 8) if town_count > MAX_TOWNS // 8 else None
        self._born: dict[tuple[date, Sex], int] = {}
        self._phones = iter(people.serials_of(town))

    def identity(self, birth_on: date, sex: Sex) -> tuple[date, str]:
        """The birthday, perhaps some days earlier, and the number of somebody new."""
        if self._lane is not None:
            birth_on -= timedelta(days=(birth_on.toordinal() - self._lane) % LANES)
        while self._born.get((birth_on, sex), 0) == SERIALS_A_TOWN:
            birth_on -= timedelta(days=LANES)
        count = self._born.get((birth_on, sex), 0)
        self._born[birth_on, sex] = count + 1
        serial = self._slot * SERIALS_A_TOWN + count
        return birth_on, people.identity_number(self._region, birth_on, sex, serial)

    def mobile(self) -> str:
        return people.mobile(self._region, next(self._phones))


class Settlement:
    """Fills a town with people, household by household."""

    def __init__(self, seed: str, town: Town, region: int, town_count: int, timeline: Timeline) -> None:
        self.chance = Chance(seed, "residents", town.number)
        self.town = town
        self.timeline = timeline
        self.register = Register(region, town.number, town_count)

    def settle(self, count: int) -> list[Person]:
        """So many residents, the last ones in the town's elder home."""
        in_home = int(count * ELDER_HOME_SHARE)
        people_here: list[Person] = []
        while len(people_here) < count - in_home:
            people_here.extend(self._household())
        del people_here[count - in_home :]
        people_here.extend(self._in_elder_home() for _ in range(in_home))
        return people_here

    def _household(self) -> Iterator[Person]:
        chance = self.chance
        village = chance.choice(self.town.villages)
        kind = HOUSEHOLDS.draw(chance)
        first, last = AGES.draw(chance)
        age = chance.randint(first, last)
        sex = Sex.MALE if kind == COUPLE or chance.happens(38) else Sex.FEMALE
        group, yard = chance.randrange(len(village.groups)), chance.randint(1, 60)
        spot = None if chance.happens(3) else home(chance, village.groups[group])
        address = f"{self.town.full_name}{village.name}{group + 1}组{yard}号"
        one = self.person(village, group, address, spot, sex, age)
        one.household = Household(self._id(), f"{one.name}家", address)
        child = Phone(self.register.mobile(), CHILDREN.draw(chance)) if kind != ALONE or chance.happens(60) else None
        if kind == COUPLE:
            wife = self.person(village, group, address, spot, Sex.FEMALE, max(45, age - chance.randint(-2, 6)))
            wife.household = one.household
            self._give_phones(one, wife, child)
            yield one
            yield wife
            return
        self._give_phones(one, None, child)
        yield one

    def _in_elder_home(self) -> Person:
        chance = self.chance
        sex = Sex.MALE if chance.happens(45) else Sex.FEMALE
        one = self.person(self.town.villages[0], 0, f"{self.town.name}敬老院", None, sex, chance.randint(76, 94))
        one.is_in_elder_home = True
        one.phones = [Phone(self.register.mobile(), CHILDREN.draw(chance))]
        return one

    def person(self, village: Village, group: int, address: str, spot: Spot | None, sex: Sex, age: int) -> Person:
        """Somebody new in this yard."""
        chance, today = self.chance, self.timeline.today
        birth_on, identity = self.register.identity(people.birthday(chance, age, today), sex)
        name = people.surnames().draw(chance) + people.given_name(chance, sex, birth_on.year)
        registered_at = self.timeline.founded_at + timedelta(minutes=chance.randrange(400 * 24 * 60))
        one = Person(
            chance.id_at(registered_at), name, sex, birth_on, identity, village, group, address, spot, village.team,
            health(chance, age, today, birth_on), registered_at,
        )  # fmt: skip
        if chance.happens(0.8):
            one.deceased_on = today - timedelta(days=chance.randint(3, 88))
        return one

    def _give_phones(self, one: Person, spouse: Person | None, child: Phone | None) -> None:
        chance = self.chance
        own = Phone(self.register.mobile(), Relation.SELF)
        one.phones.append(own)
        if chance.happens(40):
            one.account = own.number
        if spouse is not None:
            is_shared = chance.happens(60)
            number = own if is_shared else Phone(self.register.mobile(), Relation.SELF)
            spouse.phones.append(number)
            spouse.account = one.account if is_shared else number.number if chance.happens(30) else None
        if child is None:
            return
        for elder in filter(None, (one, spouse)):
            elder.phones.append(child)
        if chance.happens(25):
            born = anniversary(one.birth_on, 25 if child.relation is not Relation.GRANDCHILD else 50)
            sex = Sex.FEMALE if child.relation is Relation.DAUGHTER else Sex.MALE
            surname = one.name[0] if one.sex is Sex.MALE else people.surnames().draw(chance)
            name = surname + people.given_name(chance, sex, born.year)
            scopes = ("book", "receive_alerts", "view_full") if chance.happens(50) else ("book", "view_summary")
            one.helpers.append(Helper(name, child.number, child.relation, scopes))

    def _id(self) -> UUID:
        return self.chance.id_at(self.timeline.founded_at)
