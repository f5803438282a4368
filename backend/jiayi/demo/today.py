"""Today, in the middle of the morning; the days to come; and what waits for an answer."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from uuid import UUID

from jiayi.demo import data
from jiayi.demo.agreements import Agreement
from jiayi.demo.deeds import Deeds
from jiayi.demo.diary import MORNING
from jiayi.demo.needs import GLUCOSE, PRESSURE
from jiayi.demo.pressure import Course
from jiayi.demo.rounds import Rounds
from jiayi.demo.staff import POSTS, Staff
from jiayi.demo.stops import Stop
from jiayi.demo.timeline import STORY_TIME
from jiayi.organizations.terms import Profession
from jiayi.visits.terms import VisitSource, VisitStatus, WishPart

P = Profession
STOPS = (7, 9)
AHEAD_STOPS = (2, 4)
AHEAD_DAYS = 5
QUIET_DAYS = 6
"""Nobody is visited twice within so many days without a reason."""
WISHED = ("D01", PRESSURE, GLUCOSE, "A02")
SCRIPTED = frozenset({6, 7})
"""Clinicians whose morning the story tells."""

# fmt: off
OFFERS: Mapping[Profession, tuple[tuple[str, int], ...]] = {
    #                 items by preference, with their minutes
    P.DOCTOR:        ((PRESSURE, 25), ("B04", 25), ("B05", 25), (GLUCOSE, 25)),
    P.NURSE:         (("D01", 25), ("D02", 40), ("A04", 20), ("C09", 20), ("A09", 30)),
    P.PUBLIC_HEALTH: ((PRESSURE, 25), (GLUCOSE, 25), ("A03", 20)),
    P.TCM_DOCTOR:    (("A06", 25),),
    P.PHARMACIST:    (("C05", 30),),
    P.THERAPIST:     (("D09", 45), ("A09", 30)),
}
# fmt: on


class Today:
    """Fills the clinicians' days from those whose turn it is."""

    def __init__(
        self,
        staff: Staff,
        in_force: Mapping[UUID, Agreement],
        courses: Mapping[UUID, Course],
        stops: list[Stop],
        rounds: Rounds,
        deeds: Deeds,
        told: Collection[UUID],
    ) -> None:
        self.staff, self.in_force, self.courses = staff, in_force, courses
        self.stops, self.rounds, self.deeds = stops, rounds, deeds
        self.timeline, self.chance = rounds.world.timeline, rounds.chance
        self._turn_lists: dict[int, list[tuple[Agreement, str, int]]] = {}
        self.scripted = SCRIPTED if told else frozenset[int]()
        recent = self.timeline.at_midnight - timedelta(days=QUIET_DAYS)
        self.taken = set(told) | {
            person.id for stop in stops if stop.start is None or stop.start >= recent for person in stop.people
        }

    def fill(self) -> None:
        """Seven to nine visits for everybody who goes out today, some for the next days, wishes of other teams."""
        today = self.timeline.today
        for number, post in enumerate(POSTS):
            if post.visits_today:
                wanted = self.chance.randint(*STOPS) if number not in self.scripted else STOPS[0]
                self.stops.extend(self._day(number, today, wanted))
        for day in self.timeline.working_days_ahead(AHEAD_DAYS):
            for number in range(len(POSTS)):
                self.stops.extend(self._day(number, day, self.chance.randint(*AHEAD_STOPS)))
        self._go_on()
        self.stops.extend(self._wishes())
        self._number()

    def _day(self, clinician: int, day: date, wanted: int) -> Iterator[Stop]:
        earliest = MORNING + 5 * self.chance.randrange(6)
        for agreement, item, usual in self._turns(clinician):
            if self.rounds.diary.count(clinician, day) >= wanted:
                return
            if agreement.person.id in self.taken or not self._is_left(agreement, item, day):
                continue
            items, minutes = self._together(agreement, item, usual, day)
            start = self.rounds.diary.fit((clinician,), day, minutes, earliest)
            if start is None:
                return
            self.taken.add(agreement.person.id)
            yield self.rounds.stop(agreement, items, (clinician,), day, start, minutes)

    def _turns(self, clinician: int) -> list[tuple[Agreement, str, int]]:
        """Whose turn it is with this clinician, for what and how long.

        What the profession is needed for most comes first, then the follow-up that is due first, then chance.
        """
        if clinician in self._turn_lists:
            return self._turn_lists[clinician]
        offers = OFFERS[POSTS[clinician].profession]
        teams, today = POSTS[clinician].teams, self.timeline.today
        found: list[tuple[int, date, float, Agreement]] = []
        for agreement in self.in_force.values():
            person = agreement.person
            if person.team not in teams or person.id in self.taken or person.is_in_elder_home:
                continue
            rank = next((n for n, (item, _) in enumerate(offers) if self._is_left(agreement, item, today)), None)
            if rank is not None:
                course = self.courses.get(person.id)
                next_on = course.next_on if course is not None else today + timedelta(days=60)
                found.append((rank, next_on, self.chance.random(), agreement))
        found.sort(key=lambda one: one[:3])
        self._turn_lists[clinician] = [(one[3], *offers[one[0]]) for one in found]
        return self._turn_lists[clinician]

    def _together(self, agreement: Agreement, item: str, minutes: int, day: date) -> tuple[tuple[str, ...], int]:
        """A follow-up of glucose goes with one of pressure."""
        if item == PRESSURE and self._is_left(agreement, GLUCOSE, day):
            return (item, GLUCOSE), minutes + 10
        return (item,), minutes

    def _is_left(self, agreement: Agreement, item: str, day: date) -> bool:
        if not agreement.covers(day) or item not in agreement.quotas:
            return False
        if item == "D02" and "L89" not in agreement.person.health.diagnoses:
            return False
        left = agreement.left(item, day)
        return left is None or left > 0

    def _go_on(self) -> None:
        """Let the morning happen up to the story's hour."""
        clock = self.timeline.at(self.timeline.today, STORY_TIME)
        for number in range(len(POSTS)):
            if number in self.scripted:
                continue
            for stop in self._of_today(number):
                if stop.status is not VisitStatus.SCHEDULED or stop.crew[0] in self.scripted or stop.end is None:
                    continue
                if stop.end <= clock - timedelta(minutes=12):
                    self.deeds.do(stop)
                    continue
                if stop.start is not None and stop.start <= clock - timedelta(minutes=8):
                    self.deeds.arrive(stop)
                    self.deeds.measure(stop)
                    stop.values = stop.values[:1]
                elif stop.start is not None and stop.start <= clock + timedelta(minutes=10):
                    self.deeds.depart(stop)
                break

    def _of_today(self, clinician: int) -> list[Stop]:
        first, last = self.timeline.at_midnight, self.timeline.at_midnight + timedelta(days=1)
        mine = [
            one for one in self.stops if clinician in one.crew and one.start is not None and first <= one.start < last
        ]
        return sorted(mine, key=lambda one: one.start or first)

    def _number(self) -> None:
        for number in range(len(POSTS)):
            for order, stop in enumerate(self._of_today(number), start=1):
                stop.orders[number] = order

    def _wishes(self) -> Iterator[Stop]:
        """Two wishes and one that is accepted, for each team without a story."""
        told = {stop.team for stop in self.stops if stop.start is None}
        wish_on = self.timeline.today + timedelta(days=self.chance.randint(1, 6))
        for team in range(len(self.staff.teams)):
            mine = (
                []
                if team in told
                else [
                    (one, item)
                    for one in self.in_force.values()
                    if one.person.team == team and one.person.id not in self.taken and not one.person.is_in_elder_home
                    for item in WISHED
                    if self._is_left(one, item, wish_on)
                ][::2]
            )
            for n, (agreement, item) in enumerate(self.chance.sample(mine, min(3, len(mine)))):
                if agreement.person.id not in self.taken:
                    yield self._wish(agreement, item, wish_on, is_accepted=n > 1)

    def _wish(self, agreement: Agreement, item: str, wish_on: date, *, is_accepted: bool) -> Stop:
        person = agreement.person
        self.taken.add(person.id)
        asked_at = self.timeline.by_day(self.timeline.now - timedelta(minutes=self.chance.randint(15, 700)))
        stop = Stop(
            self.chance.id_at(asked_at), person.team, [], (),
            VisitStatus.ACCEPTED if is_accepted else VisitStatus.REQUESTED,
            VisitSource.APP_RESIDENT if person.account else VisitSource.PHONE_CALL, asked_at,
            self.rounds.leader_account(person.team), person.address, person.village.name, person.spot,
            wish_on=wish_on, wish_part=self.chance.choice(list(WishPart)),
            wish_note=self.chance.choice(data.texts().wishes[item]), asked_by_phone=person.account,
        )  # fmt: skip
        stop.lines.append(self.rounds.line(agreement, item, wish_on, asked_at))
        return stop
