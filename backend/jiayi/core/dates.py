"""Calendar days in China: months that clamp, working days that follow the yearly notice, never a clock.

Source: domain rules §4.10, §12.1. No daylight saving since 1991, so a fixed offset is exact for every instant we store.
"""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
DAY = timedelta(days=1)
SATURDAY = 5


def china_date(instant: datetime) -> date:
    """The calendar day in Asia/Shanghai of an aware instant."""
    return instant.astimezone(CHINA).date()


def add_months(day: date, months: int) -> date:
    """The same day some months later, at the latest that month's last day (30 Nov + 3 → 28 Feb)."""
    years, month0 = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month0 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def anniversary(day: date, years: int) -> date:
    """The same day some years later; 29 February falls on 1 March in a common year (domain rules §1.2)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def age_on(birth_on: date, day: date) -> int:
    """Full years lived on that day."""
    return day.year - birth_on.year - ((day.month, day.day) < (birth_on.month, birth_on.day))


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.first} to {self.last} runs backwards")

    def days(self) -> Iterable[date]:
        return (self.first + n * DAY for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class Holidays:
    """One year's notice of the State Council: what is off, and which weekend days are worked for it."""

    year: int
    days_off: tuple[Span, ...]
    days_worked: tuple[date, ...]

    def __post_init__(self) -> None:
        days = [day for span in self.days_off for day in span.days()] + list(self.days_worked)
        if any(day.year != self.year for day in days):
            raise ValueError(f"a day outside {self.year}")
        if len(days) != len(set(days)):
            raise ValueError("a day stands twice")
        if any(day.weekday() < SATURDAY for day in self.days_worked):
            raise ValueError("only a weekend day can be a make-up working day")


@dataclass(frozen=True, slots=True)
class Festivals:
    """Days off that are known before a year's notice: fixed ones as `MM-DD`, lunar ones by year."""

    fixed: tuple[str, ...]
    lunar: Mapping[str, tuple[date, ...]]


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked. Years without a notice are an estimate: weekends and known festivals only."""

    off: frozenset[date] = field(repr=False)
    worked: frozenset[date] = field(repr=False)
    noticed_years: frozenset[int]
    festivals: frozenset[str]

    def is_estimated(self, year: int) -> bool:
        return year not in self.noticed_years

    def is_working(self, day: date) -> bool:
        if day in self.worked:
            return True
        if day in self.off or day.weekday() >= SATURDAY:
            return False
        return not (self.is_estimated(day.year) and day.strftime("%m-%d") in self.festivals)

    def on_or_after(self, day: date) -> date:
        """That day if it is worked, else the next one that is."""
        return self._walk(day, DAY)

    def on_or_before(self, day: date) -> date:
        """That day if it is worked, else the last one before that is."""
        return self._walk(day, -DAY)

    def _walk(self, day: date, step: timedelta) -> date:
        while not self.is_working(day):
            day += step
        return day


def working_calendar(notices: Iterable[Holidays], festivals: Festivals) -> WorkingCalendar:
    """Put the yearly notices and the festivals together."""
    notices = tuple(notices)
    years = frozenset(notice.year for notice in notices)
    lunar = {day for days in festivals.lunar.values() for day in days if day.year not in years}
    off = {day for notice in notices for span in notice.days_off for day in span.days()}
    return WorkingCalendar(
        off=frozenset(off | lunar),
        worked=frozenset(day for notice in notices for day in notice.days_worked),
        noticed_years=years,
        festivals=frozenset(festivals.fixed),
    )
