"""When the next follow-up is due, and when one is late. Source: domain rules §4.10 and §12.3."""

from datetime import date, timedelta

from jiayi.core.dates import DAY, WorkingCalendar, add_months
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.followups.tables import FollowupSchedule
from jiayi.followups.terms import FollowupClass, Lateness, Mode


def next_due_on(held_on: date, outcome: FollowupClass, calendar: WorkingCalendar, schedule: FollowupSchedule) -> date:
    """The day by which the resident is followed up again.

    After danger, refer or adjust: fourteen days, a hard limit, pulled to an earlier working day. Else three months on,
    clamped to the month's end, pushed to the next working day; if that is past the latest day, pulled before instead.
    """
    if outcome is not FollowupClass.SATISFIED:
        return calendar.on_or_before(held_on + timedelta(days=schedule.recheck_days))
    planned = add_months(held_on, schedule.regular_months)
    pushed = calendar.on_or_after(planned)
    is_too_late = (pushed - held_on).days > schedule.regular_latest_days
    return calendar.on_or_before(planned) if is_too_late else pushed


def lateness(due_on: date, today: date, schedule: FollowupSchedule) -> Lateness:
    """How late an open follow-up is: late from the day after, amber and red from their days on."""
    days = (today - due_on).days
    if days >= schedule.overdue_red_days:
        return Lateness.RED
    if days >= schedule.overdue_amber_days:
        return Lateness.AMBER
    return Lateness.LATE if days > 0 else Lateness.NOT_LATE


def is_face_to_face(mode: Mode, schedule: FollowupSchedule) -> bool:
    """Whether it counts for the figures and for the class."""
    return mode in schedule.face_to_face_modes


def may_give_up(attempt_days: int, schedule: FollowupSchedule) -> Answer:
    """A resident is lost to follow-up only after attempts on that many different days."""
    if attempt_days >= schedule.lost_attempts:
        return Allowed()
    return Refused("followups.refused.too_few_attempts", {"needed": schedule.lost_attempts, "made": attempt_days})


def quarter_of(day: date) -> tuple[int, int]:
    """Year and quarter, in which one of four yearly follow-ups should lie."""
    return day.year, (day.month + 2) // 3


def is_well_spread(first: date, second: date, schedule: FollowupSchedule) -> bool:
    """Two in the same quarter within so many days count once for the spread, though both for the number."""
    is_close = abs(second - first) <= schedule.same_quarter_days * DAY
    return quarter_of(first) != quarter_of(second) or not is_close
