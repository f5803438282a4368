"""The days on which a team examines a village: the yearly services of everybody there, at the village's clinic."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from jiayi.demo.agreements import Agreement
from jiayi.demo.needs import Crew
from jiayi.demo.places import Town, Village
from jiayi.demo.rounds import Rounds
from jiayi.demo.stops import Stop
from jiayi.organizations.terms import Profession

P = Profession
YEARLY = ("A01", "A02", "A03", "A04", "A06")
CREW: Crew = ((P.DOCTOR,), (P.NURSE,), (P.PUBLIC_HEALTH,), (P.TCM_DOCTOR,))
EVERY_DAYS = 48
AT_ONCE = 12
"""People in one morning."""
MINUTES_EACH = 15
COMES = 95
TRIES = 4


class VillageDays:
    """Every village has its days through the year; who is new, or was not there, comes to the next."""

    def __init__(self, rounds: Rounds, town: Town, agreements: Iterable[Agreement]) -> None:
        self.rounds, self.town = rounds, town
        self.waiting = [one for one in agreements if not one.person.is_in_elder_home]

    def plan(self) -> Iterator[Stop]:
        """In the order of the villages; of nobody who has had all that the year gives."""
        timeline = self.rounds.world.timeline
        for number, village in enumerate(self.town.villages):
            mine = [one for one in self.waiting if one.person.village is village]
            # Not all villages on the same day.
            day = timeline.remembered_from + timedelta(days=3 + number * 5 % EVERY_DAYS)
            while day < timeline.today:
                due = [one for one in mine if self._lines(one, day) and self.rounds.chance.happens(COMES)]
                for first in range(0, len(due), AT_ONCE):
                    stop = self._morning(village, due[first : first + AT_ONCE], day)
                    if stop is not None:
                        yield stop
                day += timedelta(days=EVERY_DAYS)

    def _lines(self, agreement: Agreement, day: date) -> tuple[str, ...]:
        if not agreement.covers(day):
            return ()
        return tuple(item for item in YEARLY if item in agreement.quotas and agreement.left(item, day) != 0)

    def _morning(self, village: Village, due: list[Agreement], day: date) -> Stop | None:
        rounds, calendar = self.rounds, self.rounds.world.timeline.calendar
        for _ in range(TRIES):
            day = calendar.on_or_after(day)
            crew = rounds.crew(CREW, village.team, day)
            present = [one for one in due if one.covers(day)]
            if crew is None or not present or day >= rounds.world.timeline.today:
                return None
            minutes = MINUTES_EACH * len(present)
            start = rounds.diary.fit(crew, day, minutes)
            if start is not None:
                stop = rounds.visit(present[0].person, crew, day, start, minutes)
                stop.place, stop.spot = f"{self.town.full_name}{village.name}卫生室", village.spot
                stop.lines.extend(
                    rounds.line(one, item, day, stop.requested_at) for one in present for item in self._lines(one, day)
                )
                return stop
            day += timedelta(days=1)
        return None
