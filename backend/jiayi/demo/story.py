"""The people whom the demo is told with: read from seed/demo/story.yaml, put among the others of the first town."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from jiayi.core import resources
from jiayi.core.shapes import read
from jiayi.demo.health import Health
from jiayi.demo.people import told_mobile
from jiayi.demo.places import home
from jiayi.demo.residents import Helper, Household, Person, Phone, Settlement
from jiayi.demo.staff import Cast
from jiayi.identity.terms import Realm, Role
from jiayi.residents.terms import Relation, Risk, Sex
from jiayi.visits.terms import NoVisitReason, VisitSource, WishPart

FOUND_DAYS = 1500


@dataclass(frozen=True, slots=True)
class StoryPost:
    post: int
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody who looks at the figures."""

    role: Role
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody to sign in as; `who` in everyday words."""

    who: str
    phone: str
    realm: Realm


@dataclass(frozen=True, slots=True)
class Relative:
    name: str
    phone: str
    relation: Relation
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Elder:
    """A resident of the story. `signed` and `due` count days from today; a `spouse` lives in the same yard."""

    name: str
    sex: Sex
    age: int
    diagnoses: tuple[str, ...]
    risk: Risk
    packages: tuple[str, ...]
    signed: int
    phone: str
    village: str | None = None
    group: int | None = None
    yard: int | None = None
    spouse: str | None = None
    allergies: tuple[str, ...] = ()
    ability_level: int | None = None
    discharged: int | None = None
    due: int | None = None
    has_app: bool = False
    has_history: bool = False
    is_neglected: bool = False
    family: Relative | None = None


@dataclass(frozen=True, slots=True)
class StoryVisit:
    """A visit at its hour. Past ones were done unless `missed`; today's are to come unless their `state` is done."""

    people: tuple[str, ...]
    items: tuple[str, ...]
    crew: tuple[int, ...]
    day: int
    at: str
    minutes: int
    pressure: tuple[int, ...] = ()
    glucose: float | None = None
    outside_metres: int | None = None
    runs_backwards_minutes: int | None = None
    missed: NoVisitReason | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class StoryRequest:
    """A wish that waits; an accepted one waits for its people."""

    people: tuple[str, ...]
    item: str
    wish: int
    part: WishPart
    source: VisitSource
    minutes_ago: int
    note: str | None = None
    is_accepted: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Visits every so many days, by turns of the crews."""

    person: str
    items: tuple[str, ...]
    crews: tuple[tuple[int, ...], ...]
    first: int
    last: int
    every: int
    at: str
    minutes: int

    def visits(self) -> list[StoryVisit]:
        days = range(self.first, self.last + 1, self.every)
        return [
            StoryVisit((self.person,), self.items, self.crews[n % len(self.crews)], day, self.at, self.minutes)
            for n, day in enumerate(days)
        ]


@dataclass(frozen=True, slots=True)
class Medicine:
    """What somebody takes, handed over on that day; perhaps a wish for more that a doctor has or has not agreed to."""

    person: str
    doctor: int
    diagnosis: str
    drugs: tuple[str, ...]
    dispensed: int
    asked_minutes_ago: int | None = None
    is_approved: bool = False


@dataclass(frozen=True, slots=True)
class HeldWork:
    """Work on a visit that was called off meanwhile (`why`): the leader has to decide on it."""

    person: str
    item: str
    post: int
    day: int
    at: str
    minutes: int
    pressure: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Denied:
    """What family say is not true about the last service: `phone` is theirs."""

    person: str
    phone: str
    note: str


@dataclass(frozen=True, slots=True)
class Story:
    staff: tuple[StoryPost, ...]
    team_phones: tuple[str, ...]
    offices: tuple[Office, ...]
    personas: tuple[Persona, ...]
    elders: tuple[Elder, ...]
    visits: tuple[StoryVisit, ...]
    requests: tuple[StoryRequest, ...]
    series: tuple[Series, ...]
    medicine: tuple[Medicine, ...]
    held: tuple[HeldWork, ...]
    denied: Denied

    def cast(self, county_id: int) -> Cast:
        """Whom the posts are given to."""
        return Cast(
            {one.post: one.name for one in self.staff},
            {one.post: told_mobile(county_id, one.phone) for one in self.staff},
            self.team_phones,
        )

    @property
    def all_visits(self) -> list[StoryVisit]:
        return [*self.visits, *(visit for series in self.series for visit in series.visits())]


@cache
def story() -> Story:
    """The story. Raises ShapeError naming the file and the key."""
    return read(resources.seed() / "demo" / "story.yaml", Story)


def settle_story(settlement: Settlement, elders: Sequence[Elder], county_id: int) -> Mapping[str, Person]:
    """The story's elders, by name."""
    known: dict[str, Person] = {}
    for elder in elders:
        one = _with_spouse(settlement, elder, known[elder.spouse]) if elder.spouse else _in_yard(settlement, elder)
        _tell(settlement, one, elder, county_id)
        known[elder.name] = one
    return known


def _in_yard(settlement: Settlement, elder: Elder) -> Person:
    if elder.village is None or elder.group is None or elder.yard is None:
        raise ValueError(f"{elder.name} lives nowhere")
    village = next(one for one in settlement.town.villages if one.name == elder.village)
    group = elder.group - 1
    address = f"{settlement.town.full_name}{village.name}{elder.group}组{elder.yard}号"
    spot = home(settlement.chance, village.groups[group])
    one = settlement.person(village, group, address, spot, elder.sex, elder.age)
    one.household = Household(settlement.chance.id_at(settlement.timeline.founded_at), f"{elder.name}家", address)
    return one


def _with_spouse(settlement: Settlement, elder: Elder, spouse: Person) -> Person:
    one = settlement.person(spouse.village, spouse.group, spouse.address, spouse.spot, elder.sex, elder.age)
    one.household = spouse.household
    return one


def _tell(settlement: Settlement, one: Person, elder: Elder, county_id: int) -> None:
    today = settlement.timeline.today
    since = today - timedelta(days=FOUND_DAYS)
    assessed_on = today - timedelta(days=60) if elder.ability_level is not None else None
    one.name, one.deceased_on = elder.name, None
    one.health = Health(
        dict.fromkeys(elder.diagnoses, since),
        list(elder.allergies),
        {},
        assessed_on,
        elder.ability_level,
        risk=elder.risk,
    )
    if elder.discharged is not None:
        one.health.discharged_on = today + timedelta(days=elder.discharged)
        one.health.discharge_diagnoses = [elder.diagnoses[0]]
    own = told_mobile(county_id, elder.phone)
    one.phones = [Phone(own, Relation.SELF)]
    one.account = own if elder.has_app else None
    if elder.family is not None:
        number = told_mobile(county_id, elder.family.phone)
        one.phones.append(Phone(number, elder.family.relation))
        one.helpers = [Helper(elder.family.name, number, elder.family.relation, elder.family.scopes)]
