"""Plays the story: its visits at their hours, its wishes that wait."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from jiayi.demo.agreements import Agreement
from jiayi.demo.deeds import Deeds
from jiayi.demo.needs import PRESSURE
from jiayi.demo.pressure import Course, Pressure, PressureCourse
from jiayi.demo.residents import Person
from jiayi.demo.rounds import Rounds
from jiayi.demo.stops import Held, Line, Stop, Value
from jiayi.demo.story import Elder, StoryRequest, StoryVisit, story
from jiayi.geo.terms import Verdict
from jiayi.visits.terms import MeasurementKind, VisitSource, VisitStatus

DONE = "done"
OUTSIDE_ACCURACY = 35.0


class Scenes:
    """The story's visits among the others of its town."""

    def __init__(
        self,
        told: Mapping[str, Person],
        agreements: Sequence[Agreement],
        courses: dict[UUID, Course],
        rounds: Rounds,
        deeds: Deeds,
    ) -> None:
        self.told, self.courses, self.rounds, self.deeds = told, courses, rounds, deeds
        self.timeline = rounds.world.timeline
        self.agreements = {one.person.id: one for one in agreements if one.was_signed}
        self._scripts: dict[UUID, StoryVisit] = {}

    def visits(self) -> list[Stop]:
        """All visits of the story, in their order, with the follow-ups that were held on them."""
        stops = []
        for script in sorted(story().all_visits, key=lambda one: (one.day, one.at)):
            stop = self._stop(script)
            self._scripts[stop.id] = script
            stops.append(stop)
        for person in self.told.values():
            self._follow(person, [stop for stop in stops if person in stop.people])
        return stops

    def play(self, stop: Stop) -> None:
        """Let it happen, as far as the story says that it has."""
        script = self._scripts[stop.id]
        if script.missed is not None:
            self.deeds.miss(stop, script.missed)
        elif script.day < 0 or script.state == DONE:
            self._do(stop, script)

    def requests(self) -> list[Stop]:
        """Wishes that wait for the leader."""
        return [self._request(one) for one in story().requests]

    def called_off(self) -> list[Stop]:
        """Visits that were called off while somebody without signal was on the way to them."""
        stops = []
        for work in story().held:
            script = StoryVisit((work.person,), (work.item,), (work.post,), work.day, work.at, work.minutes)
            stop = self._stop(script)
            stop.status, stop.end_reason, stop.note = VisitStatus.CANCELLED, "other", work.why
            stops.append(stop)
        return stops

    def set_due_days(self, elders: Mapping[str, Elder]) -> None:
        """The day by which the next follow-up is due, where the story needs it."""
        for elder in elders.values():
            course = self.courses.get(self.told[elder.name].id)
            if elder.due is not None and course is not None:
                course.due_on = self.timeline.today + timedelta(days=elder.due)

    def _stop(self, script: StoryVisit) -> Stop:
        people = [self.told[name] for name in script.people]
        day = self.timeline.today + timedelta(days=script.day)
        begin = time.fromisoformat(script.at)
        minutes = begin.hour * 60 + begin.minute
        self.rounds.diary.take(script.crew, day, minutes, minutes + script.minutes)
        stop = self.rounds.visit(people[0], script.crew, day, minutes, script.minutes)
        pairs = [(person, item) for person in people for item in script.items]
        for n, (person, item) in enumerate(pairs):
            # Made one after the other: so the first named stays the first.
            asked_at = stop.requested_at + timedelta(milliseconds=n)
            stop.lines.append(self._line(person, item, asked_at, begin=self.timeline.at(day, begin)))
        return stop

    def _line(self, person: Person, item: str, asked_at: datetime, begin: datetime) -> Line:
        agreement = self.agreements.get(person.id)
        if agreement is not None and agreement.covers(begin.date()):
            return self.rounds.line(agreement, item, begin.date(), asked_at)
        return Line(self.rounds.chance.id_at(asked_at), person, None, item)

    def _follow(self, person: Person, stops: Sequence[Stop]) -> None:
        held: list[Held] = []
        agreement = self.agreements.get(person.id)
        if agreement is None:
            return
        course = PressureCourse(self.rounds.world, self.rounds.chance, person, Pressure.usual(self.rounds.chance))
        due_on = course.first_due_on(agreement)
        for stop in stops:
            script = self._scripts[stop.id]
            if PRESSURE not in script.items or not script.pressure or stop.start is None:
                continue
            high, low = script.pressure
            stop.held = course.tell(stop.start.date(), due_on, (high, low))
            held.append(stop.held)
            due_on = stop.held.next_due_on
        if held:
            self.courses[person.id] = Course(held, due_on, due_on)

    def _do(self, stop: Stop, script: StoryVisit) -> None:
        self.deeds.arrive(stop, Verdict.INSIDE)
        if stop.check_in is None:
            raise ValueError("the story's people are at home")
        if script.outside_metres is not None:
            stop.check_in = self.deeds.check_at(
                stop,
                stop.check_in.at,
                Verdict.OUTSIDE,
                script.outside_metres,
                OUTSIDE_ACCURACY,
                reason="elder_elsewhere",
            )
        self.deeds.measure(stop)
        if script.pressure and stop.held is None:
            stop.values = [self._pressure(one, script) for one in stop.values]
        if script.glucose is not None:
            person, at = stop.people[0], stop.check_in.at + timedelta(minutes=6)
            others = [one for one in stop.values if one.kind is not MeasurementKind.GLUCOSE]
            stop.values = [*others, Value(person, MeasurementKind.GLUCOSE, {"fasting": script.glucose}, at)]
        backwards = script.runs_backwards_minutes
        self.deeds.leave(stop, -backwards if backwards is not None else None, is_confirmed=True)

    def _pressure(self, one: Value, script: StoryVisit) -> Value:
        if one.kind is not MeasurementKind.BLOOD_PRESSURE:
            return one
        high, low = script.pressure
        return Value(one.person, one.kind, {"systolic": high, "diastolic": low}, one.at)

    def _request(self, script: StoryRequest) -> Stop:
        people = [self.told[name] for name in script.people]
        person = people[0]
        wish_on = self.timeline.today + timedelta(days=script.wish)
        asked_at = self.timeline.now - timedelta(minutes=script.minutes_ago)
        status = VisitStatus.ACCEPTED if script.is_accepted else VisitStatus.REQUESTED
        stop = Stop(
            self.rounds.chance.id_at(asked_at), person.team, [], (), status, script.source, asked_at,
            self.rounds.leader_account(person.team), person.address, person.village.name, person.spot,
            wish_on=wish_on, wish_part=script.part, wish_note=script.note,
        )  # fmt: skip
        begin = self.timeline.at(wish_on, time(9))
        stop.lines.extend(self._line(one, script.item, asked_at, begin) for one in people)
        if script.source is VisitSource.APP_PROXY:
            stop.asked_by_phone = person.helpers[0].phone
        return stop
