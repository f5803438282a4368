"""When a refill may be asked for and how much it may hold. Source: domain rules §3.3.

Supply end is the first day without medicine: the day of hand-over plus the days handed over.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from jiayi.core.dates import DAY, WorkingCalendar
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.prescriptions.tables import LongPrescription
from jiayi.prescriptions.terms import EarlyReason, Supply


def supply_end(supply: Supply) -> date:
    """The first day without medicine."""
    return supply.dispensed_on + timedelta(days=supply.days)


def remaining_days(supply: Supply, today: date) -> int:
    """Days of medicine left, today included; never less than none."""
    return max(0, (supply_end(supply) - today).days)


def window_days(days: int, table: LongPrescription) -> int:
    """With how many days left the window opens: a fifth of the supply rounded up, at least three."""
    part = table.refill.window_part
    return max(table.refill.window_min_days, (days + part - 1) // part)


def opens_on(supply: Supply, calendar: WorkingCalendar, table: LongPrescription) -> date:
    """The first day a refill may be asked for; earlier when a holiday follows the end of the supply."""
    end = supply_end(supply)
    span = [end + n * DAY for n in range(table.refill.holiday_span_days)]
    is_stretched = sum(not calendar.is_working(day) for day in span) >= table.refill.holiday_off_days
    earlier = table.refill.holiday_opens_earlier_days if is_stretched else 0
    return end - timedelta(days=window_days(supply.days, table) + earlier)


@dataclass(frozen=True, slots=True)
class RefillFacts:
    """What is known when a refill is asked for."""

    supply: Supply
    early_reason: EarlyReason | None = None
    last_early_on: date | None = None
    has_doctor_note: bool = False


def may_refill(facts: RefillFacts, today: date, calendar: WorkingCalendar, table: LongPrescription) -> Answer:
    """Whether it is time; before the window with a reason, once in a while, more often with a doctor's note."""
    opens = opens_on(facts.supply, calendar, table)
    if today >= opens:
        return Allowed()
    if facts.early_reason is None:
        return Refused("prescriptions.refused.too_early", {"opens_on": opens.isoformat()})
    last, every = facts.last_early_on, table.refill.early_every_days
    if last is not None and (today - last).days < every and not facts.has_doctor_note:
        return Refused("prescriptions.refused.early_again", {"opens_on": opens.isoformat()})
    return Allowed()


def largest_refill(supply: Supply, today: date, table: LongPrescription) -> int:
    """The most days a refill may hold, so that not more than the maximum lies at home."""
    return max(0, table.days_max - remaining_days(supply, today))


def reminders_on(supply: Supply, table: LongPrescription) -> tuple[date, ...]:
    """The days on which resident and proxy are reminded."""
    return tuple(supply_end(supply) - timedelta(days=days) for days in table.refill.reminder_days)


def team_task_on(supply: Supply, table: LongPrescription) -> date:
    """The day on which the team gets a task."""
    return supply_end(supply) - timedelta(days=table.refill.team_task_days)


def must_be_seen(last_seen_on: date, today: date, table: LongPrescription) -> bool:
    """Face to face at least every twelve weeks."""
    return today - last_seen_on >= timedelta(weeks=table.refill.face_to_face_weeks)
