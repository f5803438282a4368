"""The demo's time: everything is told from the moment of seeding, so that the county is always in the middle of its day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from jiayi.core.dates import CHINA, DAY, WorkingCalendar, china_date

STORY_TIME = time(10, 46)
"""How far today's work has come, in China."""
AWAKE_FROM, AWAKE_UNTIL = time(7), time(21)
REMEMBERED_DAYS = 365


@dataclass(frozen=True)
class Timeline:
    """The moment of seeding, and the working days around it."""

    now: datetime
    calendar: WorkingCalendar

    @cached_property
    def today(self) -> date:
        return china_date(self.now)

    @cached_property
    def founded_at(self) -> datetime:
        """When the county's files were opened."""
        return self.at(self.today - timedelta(days=800), time(9))

    @cached_property
    def at_midnight(self) -> datetime:
        """The first moment of today in China."""
        return self.at(self.today, time())

    @cached_property
    def head_start(self) -> timedelta:
        """How long before their hour today's deeds are put, so that none lies in the future. None from 10:46 on."""
        return max(timedelta(0), self.at(self.today, STORY_TIME) - self.now)

    @cached_property
    def remembered_from(self) -> date:
        """Visits before this day are left out, as phones forget them too."""
        return self.days_ago(REMEMBERED_DAYS)

    def at(self, day: date, clock: time) -> datetime:
        """That hour in China."""
        return datetime.combine(day, clock, CHINA)

    def by_day(self, at: datetime) -> datetime:
        """That moment, or the evening before it: nobody asks for anything in the night."""
        local = at.astimezone(CHINA)
        if local.time() > AWAKE_UNTIL:
            return local.replace(hour=AWAKE_UNTIL.hour - 1)
        return local if local.time() >= AWAKE_FROM else local.replace(hour=AWAKE_UNTIL.hour - 1) - DAY

    def days_ago(self, count: int) -> date:
        return self.today - timedelta(days=count)

    def working_days_ahead(self, count: int) -> tuple[date, ...]:
        """The next working days, tomorrow or later."""
        days: list[date] = []
        day = self.today
        while len(days) < count:
            day += DAY
            if self.calendar.is_working(day):
                days.append(day)
        return tuple(days)
