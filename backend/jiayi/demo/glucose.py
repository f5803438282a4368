"""The follow-ups of diabetes: each is held on the visit on which a glucose was measured for it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from jiayi.core.dates import age_on, china_date
from jiayi.demo.agreements import Agreement
from jiayi.demo.chance import Chance
from jiayi.demo.needs import GLUCOSE
from jiayi.demo.residents import Person
from jiayi.demo.stops import Stop
from jiayi.demo.world import World
from jiayi.followups.rules import classify, glucose_course, is_fasting_in_target, referral_reasons
from jiayi.followups.schedule import next_due_on
from jiayi.followups.tables import Diabetes, FollowupSchedule
from jiayi.followups.terms import Adherence, FollowupClass, FootPulse, GlucoseVisit, ReferralReason
from jiayi.visits.terms import MeasurementKind, ServiceOutcome

LATE_DAYS = 21
"""Nobody's next one is later than this: somebody was called."""


@dataclass(frozen=True, slots=True)
class Tested:
    """A follow-up that was held: mmol/L, and what follows from it."""

    id: UUID
    due_on: date
    at: datetime
    done_by: int
    visit_id: UUID
    fasting: float
    pressure: tuple[int, int] | None
    symptoms: list[str]
    adherence: Adherence
    foot_pulse: FootPulse | None
    is_in_target: bool
    outcome: FollowupClass
    reasons: tuple[ReferralReason, ...]
    next_due_on: date


@dataclass(frozen=True, slots=True)
class GlucoseCourse:
    """What was held so far, and the day the next is due by."""

    agreement: Agreement
    held: list[Tested]
    due_on: date


class GlucoseCourses:
    """Reads them out of a town's visits."""

    def __init__(self, world: World, number: int) -> None:
        today = world.timeline.today
        self.timeline, self.chance = world.timeline, Chance(world.seed, "glucose", number)
        self.table, self.schedule = world.rules.of(Diabetes, today), world.rules.of(FollowupSchedule, today)

    def all(
        self, agreements: Mapping[UUID, Agreement], stops: Collection[Stop], told_due: Mapping[UUID, date]
    ) -> Iterator[GlucoseCourse]:
        """Of everybody whose contract promises it and who was tested at least once; `told_due`: as the story has it."""
        tested: dict[UUID, list[Stop]] = {}
        for stop in stops:
            for line in stop.lines:
                if line.item_code == GLUCOSE and line.outcome is ServiceOutcome.DONE:
                    tested.setdefault(line.person.id, []).append(stop)
        for person_id, agreement in agreements.items():
            held = list(self._held(agreement, tested.get(person_id, [])))
            if held:
                due_on = max(held[-1].next_due_on, self.timeline.days_ago(LATE_DAYS))
                yield GlucoseCourse(agreement, held, told_due.get(person_id, due_on))

    def _held(self, agreement: Agreement, stops: Iterable[Stop]) -> Iterator[Tested]:
        due_on = self.timeline.calendar.on_or_before(agreement.starts_on + timedelta(days=self.schedule.recheck_days))
        was_uncontrolled, felt_in = False, 0
        for stop in sorted(stops, key=lambda one: one.start or self.timeline.now):
            values = _values(stop, agreement.person)
            if stop.check_out is None or "fasting" not in values:
                continue
            day = china_date(stop.check_out.at)
            foot_pulse = None if day.year == felt_in else self._foot_pulse(agreement.person)
            one = self._one(stop, agreement.person, due_on, values, foot_pulse, was_uncontrolled=was_uncontrolled)
            yield one
            due_on, was_uncontrolled, felt_in = one.next_due_on, not one.is_in_target, day.year

    def _one(
        self,
        stop: Stop,
        person: Person,
        due_on: date,
        values: Mapping[str, float],
        foot_pulse: FootPulse | None,
        *,
        was_uncontrolled: bool,
    ) -> Tested:
        if stop.check_out is None:
            raise ValueError("a visit that is over has its end")
        at = stop.check_out.at
        day, fasting = china_date(at), values["fasting"]
        pressure = (int(values["systolic"]), int(values["diastolic"])) if "systolic" in values else None
        systolic, diastolic = pressure or (None, None)
        age = age_on(person.birth_on, day)
        visit = GlucoseVisit(age, fasting, None, systolic, diastolic, was_uncontrolled=was_uncontrolled)
        course = glucose_course(visit, self.table)
        outcome, is_in_target = classify(course), bool(is_fasting_in_target(fasting, self.table))
        symptoms = ["none"] if is_in_target else self.chance.choice((["none"], ["drinking_much"], ["numb_limbs"]))
        return Tested(
            self.chance.id_at(at), due_on, at, stop.crew[0], stop.id, fasting, pressure, symptoms,
            Adherence.REGULAR if self.chance.happens(92 if is_in_target else 60) else Adherence.INTERMITTENT,
            foot_pulse, is_in_target, outcome, referral_reasons(course),
            next_due_on(day, outcome, self.timeline.calendar, self.schedule),
        )  # fmt: skip

    def _foot_pulse(self, person: Person) -> FootPulse:
        is_old = person.birth_on < self.timeline.days_ago(365 * 78)
        return FootPulse.WEAK if self.chance.happens(14 if is_old else 5) else FootPulse.NORMAL


def _values(stop: Stop, person: Person) -> dict[str, float]:
    kinds = (MeasurementKind.BLOOD_PRESSURE, MeasurementKind.GLUCOSE)
    found: dict[str, float] = {}
    for value in stop.values:
        if value.person is person and value.kind in kinds:
            found.update(value.values)
    return found
