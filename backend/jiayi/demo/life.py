"""A town and everything that happened in it, made from its number: people, staff, contracts, visits, what is to come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from jiayi.contracts.terms import ContractStatus, TargetFacts
from jiayi.demo.agreements import SHARE, SHARE_OF_HEALTHY, Agreement, agree, facts_of, is_healthy, renew, spans_of
from jiayi.demo.chance import Chance
from jiayi.demo.deeds import Deeds
from jiayi.demo.medicine import Cabinet, Pharmacy
from jiayi.demo.needs import PRESSURE, ROUNDS, Occasion, followed_up, occasions
from jiayi.demo.places import Town, another_town, first_town
from jiayi.demo.pressure import Course, Pressure, PressureCourse
from jiayi.demo.residents import Person, Settlement
from jiayi.demo.rounds import Rounds
from jiayi.demo.scenes import Scenes
from jiayi.demo.staff import ELDER_HOME, Staff, hire
from jiayi.demo.stops import Stop
from jiayi.demo.story import Elder, settle_story, story
from jiayi.demo.today import Today
from jiayi.demo.village_days import VillageDays
from jiayi.demo.world import World
from jiayi.followups.terms import Mode
from jiayi.residents.terms import GroupSpan

NEGLECTED = 2
"""Of a hundred contracts, how many were signed and never served."""


@dataclass
class Life:
    """A town and what happened there; courses of pressure by the resident's id, the story's elders by name."""

    world: World
    town: Town
    staff: Staff
    people: list[Person]
    told: Mapping[str, Person]
    spans: Mapping[UUID, tuple[GroupSpan, ...]]
    agreements: list[Agreement]
    courses: dict[UUID, Course] = field(default_factory=dict)
    stops: list[Stop] = field(default_factory=list)
    cabinet: Cabinet = field(default_factory=lambda: Cabinet([], []))

    @cached_property
    def told_ids(self) -> frozenset[UUID]:
        """The story's elders."""
        return frozenset(person.id for person in self.told.values())

    def in_force(self) -> dict[UUID, Agreement]:
        """The contracts that cover today, by resident."""
        today = self.world.timeline.today
        return {
            one.person.id: one
            for one in self.agreements
            if one.status is ContractStatus.ACTIVE and one.covers(today) and one.person.deceased_on is None
        }


def live(world: World, number: int, count: int) -> Life:
    """The town of this number with so many residents. Number 0 is the story's."""
    is_first = number == 0
    town = first_town(world.seed, world.county_id) if is_first else another_town(world.seed, world.county_id, number)
    staff = hire(world.seed, town, world.timeline, story().cast(world.county_id) if is_first else None)
    life = _settled(world, town, staff, count, story().elders if is_first else ())
    _History(life, {elder.name: elder for elder in story().elders} if is_first else {}).write()
    pharmacy = Pharmacy(world, staff, number)
    pharmacy.tell(life.told, story().medicine if is_first else ())
    pharmacy.fill([one for one in life.in_force().values() if one.person.id not in life.told_ids])
    life.cabinet = pharmacy.cabinet
    return life


def _settled(world: World, town: Town, staff: Staff, count: int, elders: Sequence[Elder]) -> Life:
    settlement = Settlement(world.seed, town, world.county_id, world.town_count, world.timeline)
    told = settle_story(settlement, elders, world.county_id)
    people = [*told.values(), *settlement.settle(count - len(told))]
    for person in people:
        if person.is_in_elder_home:
            person.spot = staff.institutions[ELDER_HOME].spot
    spans = {person.id: spans_of(world, person) for person in people}
    beds = staff.institutions[ELDER_HOME].beds
    chance = Chance(world.seed, "agreements", town.number)
    agreements = []
    for person, elder in zip(people, [*elders, *(None for _ in people[len(told) :])], strict=True):
        facts = facts_of(world, person, spans[person.id], beds)
        if elder is not None:
            agreements.append(_told(world, chance, person, elder, facts))
        elif chance.happens(SHARE_OF_HEALTHY if is_healthy(facts) else SHARE):
            agreements.append(agree(world, chance, person, facts))
            if agreements[-1].status is ContractStatus.EXPIRED and chance.happens(60):
                agreements.extend(filter(None, [renew(world, chance, agreements[-1])]))
    return Life(world, town, staff, people, told, spans, agreements)


def _told(world: World, chance: Chance, person: Person, elder: Elder, facts: TargetFacts) -> Agreement:
    is_over = elder.signed < -366  # noqa: PLR2004 - the story's contracts last a year
    status = ContractStatus.EXPIRED if is_over else ContractStatus.ACTIVE
    return agree(
        world, chance, person, facts, codes=elder.packages, status=status, started_days_ago=-elder.signed, years=1
    )


class _History:
    """Writes a town's year: the story's scenes, then what chance brings."""

    def __init__(self, life: Life, elders: Mapping[str, Elder]) -> None:
        world = life.world
        self.life, self.world, self.elders = life, world, elders
        self.chance = Chance(world.seed, "visits", life.town.number)
        self.rounds = Rounds(world, self.chance, life.staff)
        self.deeds = Deeds(world, self.chance, life.staff)
        self.neglected: set[UUID] = set()
        renewed = {one.renews for one in life.agreements}
        self.renewed = frozenset(one.id for one in life.agreements if one.id in renewed)

    def write(self) -> None:
        """The past in the order of its days, then today, then the days to come."""
        life = self.life
        scenes = Scenes(life.told, life.agreements, life.courses, self.rounds, self.deeds)
        told = scenes.visits() if self.elders else []
        due = list(self._due())
        planned = [*told, *self._village_days(), *self.rounds.plan(due), *self._elder_home_rounds()]
        today = self.world.timeline.at_midnight
        scripted = {stop.id for stop in told}
        for stop in sorted(planned, key=lambda one: (one.start is None, one.start)):
            if stop.id in scripted:
                scenes.play(stop)
            elif stop.start is not None and stop.start < today:
                self.deeds.past(stop)
        life.stops.extend(planned)
        self._held_elsewhere()
        if self.elders:
            life.stops.extend(scenes.requests())
            life.stops.extend(scenes.called_off())
            scenes.set_due_days(self.elders)
        Today(life.staff, life.in_force(), life.courses, life.stops, self.rounds, self.deeds, life.told_ids).fill()

    def _due(self) -> Iterator[Occasion]:
        for agreement in self.life.agreements:
            if not agreement.was_signed:
                continue
            elder = self.elders.get(agreement.person.name) if agreement.person.id in self.life.told_ids else None
            is_neglected = elder.is_neglected if elder is not None else self.chance.happens(NEGLECTED)
            if is_neglected:
                self.neglected.add(agreement.person.id)
            is_scripted = elder is not None and not elder.has_history
            if PRESSURE in agreement.quotas and agreement.person.id not in self.life.courses:
                yield from self._followed(agreement, is_neglected=is_neglected or is_scripted)
            if not (is_neglected or is_scripted):
                yield from occasions(self.world, self.chance, agreement)

    def _followed(self, agreement: Agreement, *, is_neglected: bool) -> Iterator[Occasion]:
        course = PressureCourse(self.world, self.chance, agreement.person, Pressure.usual(self.chance))
        found = course.run(agreement, is_neglected=is_neglected, goes_on=agreement.id in self.renewed)
        self.life.courses[agreement.person.id] = found
        yield from (followed_up(held, agreement) for held in found.held if held.mode is Mode.HOME)

    def _elder_home_rounds(self) -> list[Stop]:
        here = [one for one in self.life.agreements if ROUNDS in one.quotas and one.was_signed]
        return list(self.rounds.elder_home(here, self.world.timeline.remembered_from))

    def _village_days(self) -> list[Stop]:
        """The story's people have their own; nobody calls those who are forgotten."""
        left_out = self.neglected | self.life.told_ids
        mine = [one for one in self.life.agreements if one.was_signed and one.person.id not in left_out]
        return list(VillageDays(self.rounds, self.life.town, mine).plan())

    def _held_elsewhere(self) -> None:
        """What was followed up without a visit of ours was seen at the centre."""
        for course in self.life.courses.values():
            for held in course.held:
                if held.mode is Mode.HOME and held.visit_id is None:
                    held.mode = Mode.CLINIC
