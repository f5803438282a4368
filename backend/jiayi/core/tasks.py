"""What the worker does for the house itself, in each county."""

from jiayi.core import audit
from jiayi.core.jobs import CountyTask

TASKS = (CountyTask("audit.seal", audit.seal, cron="* * * * *"),)
