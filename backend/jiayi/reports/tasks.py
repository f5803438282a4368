"""What the worker counts, in each county. Times are UTC: 18:10 is 2:10 at night in China."""

from jiayi.core import db
from jiayi.core.clock import now
from jiayi.core.jobs import CountyTask
from jiayi.reports import service


def refresh(sessions: db.Sessions, county_id: int) -> None:
    """Count the new day, or what changed."""
    service.refresh(sessions, county_id, now())


def recount(sessions: db.Sessions, county_id: int) -> None:
    """Count the ends of months again."""
    service.recount(sessions, county_id, now())


TASKS = (
    CountyTask("reports.refresh", refresh, cron="*/5 * * * *"),
    CountyTask("reports.recount", recount, cron="10 18 * * *"),
)
