"""The course of a blood pressure: followed up each quarter, by telephone when it was too high."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from jiayi.core.dates import age_on
from jiayi.demo.agreements import Agreement
from jiayi.demo.chance import Chance
from jiayi.demo.residents import Person
from jiayi.demo.stops import Held
from jiayi.demo.world import World
from jiayi.followups.rules import classify, is_in_target, pressure_course, referral_reasons
from jiayi.followups.schedule import next_due_on
from jiayi.followups.tables import FollowupSchedule, Hypertension
from jiayi.followups.terms import Adherence, FollowupClass, Mode, PressureVisit

SPREAD = 6.0
FIRST_WEEKS = (3, 20)
LATE = 3
"""Of a hundred follow-ups, how many are held weeks after their day."""


@dataclass(slots=True)
class Pressure:
    """Where somebody's pressures swing; medicine brings them down."""

    systolic: float
    diastolic: float

    @staticmethod
    def usual(chance: Chance) -> "Pressure":
        return Pressure(chance.gauss(148, 10), chance.gauss(82, 5))

    def reading(self, chance: Chance) -> tuple[int, int]:
        high = max(98, min(205, round(chance.gauss(self.systolic, SPREAD))))
        low = max(52, min(high - 25, 118, round(chance.gauss(self.diastolic, SPREAD / 1.6))))
        return high, low


@dataclass(slots=True)
class Course:
    """What was held so far, the day the next is due by, and the day on which somebody would go."""

    held: list[Held]
    due_on: date
    next_on: date


class PressureCourse:
    """Follows one contract's follow-ups from its first day to yesterday."""

    def __init__(self, world: World, chance: Chance, person: Person, pressure: Pressure) -> None:
        today = world.timeline.today
        self.world, self.chance, self.person, self.pressure = world, chance, person, pressure
        self.table = world.rules.of(Hypertension, today)
        self.schedule = world.rules.of(FollowupSchedule, today)
        self.was_uncontrolled = False

    def run(self, agreement: Agreement, *, is_neglected: bool = False, goes_on: bool = False) -> Course:
        """Four a year at home at most, the others at the centre; nobody goes to somebody neglected.

        Of a contract that was renewed it `goes_on` after its end.
        """
        timeline, chance = self.world.timeline, self.chance
        last = timeline.days_ago(1)
        if agreement.ended_on is not None and not goes_on:
            last = min(last, agreement.ended_on)
        held: list[Held] = []
        due_on = self.first_due_on(agreement)
        day = max(agreement.starts_on, timeline.remembered_from) + timedelta(days=chance.randint(*FIRST_WEEKS))
        homes: dict[int, int] = {}
        while not is_neglected and (day := timeline.calendar.on_or_after(day)) <= last:
            year = agreement.year_of(min(day, agreement.ends_on))
            homes[year] = homes.get(year, 0) + 1
            mode = Mode.HOME if homes[year] <= self.schedule.face_to_face_per_year else Mode.CLINIC
            for one in self._turn(day, due_on, last, mode):
                held.append(one)
                due_on = one.next_due_on
            day = self._next_day(due_on, held[-1].outcome)
        return Course(held, due_on, day)

    def first_due_on(self, agreement: Agreement) -> date:
        """Within two weeks of the start."""
        first = agreement.starts_on + timedelta(days=self.schedule.recheck_days)
        return self.world.timeline.calendar.on_or_before(first)

    def _turn(self, day: date, due_on: date, last: date, mode: Mode) -> Iterator[Held]:
        """One follow-up face to face, and a call two weeks later if it was too high."""
        one = self._held(day, due_on, mode)
        yield one
        self.was_uncontrolled = not one.is_in_target
        if one.outcome is FollowupClass.SATISFIED or not self.chance.happens(80):
            return
        self.pressure.systolic -= self.chance.uniform(-3, 7)
        call_on = one.next_due_on - timedelta(days=self.chance.randint(0, 3))
        call_on = self.world.timeline.calendar.on_or_before(call_on)
        if day < call_on <= last:
            yield self._held(call_on, one.next_due_on, Mode.PHONE)

    def _next_day(self, due_on: date, outcome: FollowupClass) -> date:
        if outcome is FollowupClass.SATISFIED:
            return due_on + timedelta(days=self.chance.randint(-9, 4) + 40 * self.chance.happens(LATE))
        return due_on + timedelta(days=self.chance.randint(-4, 12))

    def tell(self, day: date, due_on: date, pressure: tuple[int, int]) -> Held:
        """A follow-up at home with these pressures; the next one is judged by it."""
        one = self._held(day, due_on, Mode.HOME, pressure)
        self.was_uncontrolled = not one.is_in_target
        return one

    def _held(self, day: date, due_on: date, mode: Mode, pressure: tuple[int, int] | None = None) -> Held:
        chance, person = self.chance, self.person
        systolic, diastolic = pressure or self.pressure.reading(chance)
        age = age_on(person.birth_on, day)
        was_uncontrolled = self.was_uncontrolled and mode is not Mode.PHONE
        visit = PressureVisit(systolic, diastolic, age, was_uncontrolled=was_uncontrolled)
        in_target = is_in_target(systolic, diastolic, age, self.table.kpi_target)
        course = pressure_course(visit, self.table)
        outcome = classify(course)
        is_regular = in_target if pressure else chance.happens(92 if in_target else 55)
        return Held(
            chance.id_at(self.world.timeline.at(day, time(9))), person, due_on, day, mode, systolic, diastolic,
            Adherence.REGULAR if is_regular else Adherence.INTERMITTENT, in_target, outcome,
            next_due_on(day, outcome, self.world.timeline.calendar, self.schedule), referral_reasons(course),
        )  # fmt: skip
