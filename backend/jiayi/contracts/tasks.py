"""What the worker does for contracts, in each county. Times are UTC: the day in China runs from 16:00 to 16:00."""

from jiayi.contracts import messages, service
from jiayi.core.jobs import CountyTask, in_county

TASKS = (
    CountyTask("contracts.expire_due", in_county(service.expire_due), cron="5 * * * *"),
    CountyTask("contracts.remind", in_county(messages.remind), cron="20 0-12 * * *"),
)
