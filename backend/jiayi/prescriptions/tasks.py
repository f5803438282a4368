"""What the worker does for prescriptions, in each county. Times are UTC: the day in China runs from 16:00 to 16:00."""

from jiayi.core.jobs import CountyTask, in_county
from jiayi.prescriptions import messages, service

TASKS = (
    CountyTask("prescriptions.expire_due", in_county(service.expire_due), cron="5 * * * *"),
    CountyTask("prescriptions.remind_of_supply_ends", in_county(messages.remind_of_supply_ends), cron="10 0-12 * * *"),
)
