"""What the worker does for money, in each county. Times are UTC: 18:20 is 2:20 at night in China.

It looks every night, so that a month is booked on its first day after, or as soon as the worker runs again.
"""

from jiayi.core import db
from jiayi.core.clock import now
from jiayi.core.jobs import CountyTask
from jiayi.fees import service


def book(sessions: db.Sessions, county_id: int) -> None:
    """Book every month that is over."""
    service.book_due(sessions, county_id, now())


TASKS = (CountyTask("fees.book", book, cron="20 18 * * *"),)
