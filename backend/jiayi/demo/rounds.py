"""Gives each visit that is due its people and its time."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from jiayi.demo.agreements import Agreement
from jiayi.demo.chance import Chance, Weighted
from jiayi.demo.diary import MORNING, Diary
from jiayi.demo.needs import ROUNDS, TOGETHER, Crew, Occasion
from jiayi.demo.residents import Person
from jiayi.demo.staff import POSTS, Staff
from jiayi.demo.stops import Line, Stop
from jiayi.demo.world import World
from jiayi.visits.terms import VisitSource, VisitStatus

SOURCES = Weighted({VisitSource.FOLLOWUP: 60, VisitSource.STAFF: 26, VisitSource.PHONE_CALL: 14})
ROUNDS_MINUTES = 120
POSTPONE_DAYS = 3


class Rounds:
    """Plans a town's visits into its clinicians' days."""

    def __init__(self, world: World, chance: Chance, staff: Staff) -> None:
        self.world, self.chance, self.staff = world, chance, staff
        self.diary = Diary()

    def plan(self, occasions: Iterable[Occasion]) -> list[Stop]:
        """The visits that these became, in the order of their days; what found no place was left out."""
        planned = []
        for occasion in sorted(occasions, key=lambda one: (one.day, -len(one.crew))):
            stop = self._plan(occasion)
            if stop is not None:
                planned.append(stop)
        return planned

    def _plan(self, occasion: Occasion) -> Stop | None:
        agreement = occasion.agreement
        items = [code for code in occasion.items if self._is_left(agreement, code, occasion.day)]
        if not items:
            return None
        day = occasion.day
        for _ in range(1 if occasion.held else POSTPONE_DAYS):
            crew = self.crew(occasion.crew, agreement.person.team, day)
            if crew is None or not agreement.covers(day) or day >= self.world.timeline.today:
                return None
            start = self.diary.fit(crew, day, occasion.minutes, MORNING + 5 * self.chance.randrange(12))
            if start is not None:
                stop = self.stop(agreement, items, crew, day, start, occasion.minutes)
                stop.held = occasion.held
                return stop
            day = self.world.timeline.calendar.on_or_after(day + timedelta(days=1))
        return None

    def _is_left(self, agreement: Agreement, item_code: str, day: date) -> bool:
        if not agreement.starts_on <= day <= agreement.ends_on:
            return False
        left = agreement.left(item_code, day)
        return left is None or left > 0 or self.chance.happens(4)

    def crew(self, crew: Crew, team: int, day: date) -> tuple[int, ...] | None:
        """The least busy of the team who will do, leaders last; None when the team has nobody."""
        chosen: list[int] = []
        for professions in crew:
            fit = [
                number
                for number in self.staff.teams[team].members
                if POSTS[number].profession in professions and number not in chosen
            ]
            if not fit:
                return None
            chosen.append(
                min(fit, key=lambda number: (self.diary.count(number, day) + 2 * POSTS[number].is_leader, number))
            )
        return tuple(chosen)

    def stop(
        self, agreement: Agreement, items: Iterable[str], crew: tuple[int, ...], day: date, start: int, minutes: int
    ) -> Stop:
        """A visit to one person, scheduled; it takes its items from the contract."""
        stop = self.visit(agreement.person, crew, day, start, minutes)
        stop.lines.extend(self.line(agreement, code, day, stop.requested_at) for code in items)
        return stop

    def visit(self, person: Person, crew: tuple[int, ...], day: date, start: int, minutes: int) -> Stop:
        """A scheduled visit at somebody's home, with nothing to do yet."""
        begin = self.moment(day, start)
        asked_at = begin - timedelta(days=self.chance.randint(1, 8), minutes=self.chance.randrange(300))
        asked_at = self.world.timeline.by_day(min(asked_at, self.world.timeline.now - timedelta(minutes=90)))
        return Stop(
            self.chance.id_at(asked_at), person.team, [], crew, VisitStatus.SCHEDULED, SOURCES.draw(self.chance), asked_at,
            self.leader_account(person.team), person.address, person.village.name, person.spot, begin,
            begin + timedelta(minutes=minutes),
        )  # fmt: skip

    def line(self, agreement: Agreement, item_code: str, day: date, asked_at: datetime) -> Line:
        """One item of a visit, booked in the contract."""
        agreement.book(item_code, day)
        return Line(self.chance.id_at(asked_at), agreement.person, agreement, item_code)

    def elder_home(self, agreements: list[Agreement], first: date) -> Iterable[Stop]:
        """Rounds in the elder home every two weeks: one visit for all who live there."""
        if not agreements:
            return
        day = self.world.timeline.calendar.on_or_after(first)
        while day < self.world.timeline.today:
            present = [one for one in agreements if one.covers(day) and self._is_left(one, ROUNDS, day)]
            crew = self.crew(TOGETHER, agreements[0].person.team, day)
            start = self.diary.fit(crew, day, ROUNDS_MINUTES, 14 * 60) if crew and present else None
            if crew and start is not None:
                stop = self.stop(present[0], (ROUNDS,), crew, day, start, ROUNDS_MINUTES)
                stop.lines.extend(self.line(one, ROUNDS, day, stop.requested_at) for one in present[1:])
                yield stop
            # Where nobody had time, the next day is tried.
            wait = 12 if (crew and start is not None) or not present else 1
            day = self.world.timeline.calendar.on_or_after(day + timedelta(days=wait))

    def leader_account(self, team: int) -> UUID:
        """Who plans for a team."""
        return self.staff.clinicians[self.staff.teams[team].leader].account_id

    def moment(self, day: date, minutes: int) -> datetime:
        """That minute of the day in China."""
        return self.world.timeline.at(day, time(minutes // 60, minutes % 60))
