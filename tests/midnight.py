"""Who lives a day of the demo, by the machine's own clock, does so within one day."""

import time
from datetime import date, datetime, timedelta
from datetime import time as hour

from jiayi.core.clock import now
from jiayi.core.dates import CHINA, DAY, china_date

LONGEST = timedelta(minutes=4)
"""What a test may take on a slow machine."""


def day_with_room() -> date:
    """Today in China; where a test could run into tomorrow, tomorrow, as soon as it has begun."""
    today = china_date(now())
    left = datetime.combine(today + DAY, hour(), CHINA) - now()
    if left < LONGEST:
        time.sleep(left.total_seconds() + 1)
    return china_date(now())
