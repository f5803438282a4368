"""What the worker does for residents, in each county. Times are UTC: the day in China begins at 16:00."""

from jiayi.core.jobs import CountyTask, in_county
from jiayi.residents import tidings

TASKS = (CountyTask("residents.tell_of_expired", in_county(tidings.tell_of_expired), cron="15 16 * * *"),)
