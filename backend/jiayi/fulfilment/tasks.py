"""What the worker does for fulfilment, in each county. Times are UTC: 17:40 is 1:40 at night in China."""

from jiayi.core import db
from jiayi.core.clock import now
from jiayi.core.jobs import CountyTask
from jiayi.fulfilment import service


def evaluate(sessions: db.Sessions, county_id: int) -> None:
    """Look at everybody."""
    service.evaluate_county(sessions, county_id, now())


TASKS = (CountyTask("fulfilment.evaluate", evaluate, cron="40 17 * * *"),)
