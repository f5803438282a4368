"""What the worker does for pictures and recordings, in each county. Times are UTC: the day in China runs from 16:00 to 16:00."""

from jiayi.attachments import service
from jiayi.core.clock import now
from jiayi.core.db import Sessions
from jiayi.core.jobs import CountyTask


def sweep(sessions: Sessions, county_id: int) -> None:
    """Remove unfinished uploads and files that nobody has any longer."""
    service.sweep(sessions, county_id, now())


TASKS = (CountyTask("attachments.sweep", sweep, cron="30 19 * * *"),)
