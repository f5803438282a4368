"""The working calendar of this installation: the yearly notices and festivals among the rule tables."""

from datetime import date

from sqlalchemy.orm import Session

from jiayi.core.dates import Festivals, Holidays, WorkingCalendar, working_calendar
from jiayi.core.tools import tools


def calendar_of(session: Session, on: date) -> WorkingCalendar:
    """Which days are worked, as far as is known on that day."""
    rules = tools(session).rules
    return working_calendar(rules.versions(Holidays), rules.of(Festivals, on))
