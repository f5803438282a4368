"""Who is busy when: finds times for visits so that nobody is in two yards at once."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

MORNING, NOON, AFTERNOON, EVENING = 8 * 60 + 30, 12 * 60, 14 * 60, 18 * 60
"""Minutes of the day in which visits lie: not over noon, not into the evening."""
TRAVEL = 10
STEP = 5


class Diary:
    """The days of a town's clinicians, in minutes from midnight."""

    def __init__(self) -> None:
        self._busy: dict[tuple[int, date], list[tuple[int, int]]] = defaultdict(list)

    def count(self, clinician: int, day: date) -> int:
        return len(self._busy[clinician, day])

    def take(self, crew: Iterable[int], day: date, start: int, end: int) -> None:
        """Note a visit."""
        for clinician in crew:
            insort(self._busy[clinician, day], (start, end))

    def fit(self, crew: Iterable[int], day: date, minutes: int, earliest: int = MORNING) -> int | None:
        """The first start at which all of them have time and the way there, noted at once; None on a full day."""
        crew = tuple(crew)
        start = max(MORNING, earliest)
        while start + minutes <= EVENING:
            later = self._blocked_until(crew, day, start, start + minutes)
            if later is None:
                self.take(crew, day, start, start + minutes)
                return start
            start = later
        return None

    def _blocked_until(self, crew: tuple[int, ...], day: date, start: int, end: int) -> int | None:
        if start < AFTERNOON and end > NOON:
            return AFTERNOON
        for clinician in crew:
            for taken_from, taken_until in self._busy[clinician, day]:
                if start < taken_until + TRAVEL and taken_from - TRAVEL < end:
                    return -(-(taken_until + TRAVEL) // STEP) * STEP
        return None
