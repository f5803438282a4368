"""What time does to contracts."""

from jiayi.contracts import service
from jiayi.core.jobs import CountyTask, in_county

TASKS = (CountyTask("contracts.expire_due", in_county(service.expire_due), cron="5 16 * * *"),)
"""At five past midnight in China."""
