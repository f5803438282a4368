"""How often one may ask what anybody may ask. Counted in each server process by itself: against load, not against guessing."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from threading import Lock

from jiayi.core.errors import TooMany

MOST_KEYS = 10_000


class Limit:
    """So many in so long a time, for each key; who asks too often is told when to come again."""

    def __init__(self, count: int, per: timedelta) -> None:
        self.count, self.per = count, per
        self._asked: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = Lock()

    def ask(self, key: str, now: datetime) -> None:
        """Count one. Raises TooMany with the seconds to wait."""
        with self._lock:
            asked = self._asked.pop(key, deque())
            while asked and asked[0] <= now - self.per:
                asked.popleft()
            self._asked[key] = asked
            if len(self._asked) > MOST_KEYS:
                self._asked.popitem(last=False)
            if len(asked) >= self.count:
                raise TooMany("core.too_many", int((asked[0] + self.per - now).total_seconds()) + 1)
            asked.append(now)
