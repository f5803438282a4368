"""What the worker does for messages, in each county."""

from jiayi.core.jobs import CountyTask
from jiayi.notify import delivery
from jiayi.notify.service import SEND_DUE

TASKS = (
    CountyTask(SEND_DUE, delivery.send_due, cron="* * * * *"),
    CountyTask("notify.remind_due", delivery.remind_due, cron="* * * * *"),
    CountyTask("notify.prune", delivery.prune, cron="20 19 * * *"),
)
