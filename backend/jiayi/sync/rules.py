"""When did it really happen? Phones' clocks are corrected, not trusted.

Pure; the app runs the same rule, held to the same cases (tests/tables/clock_correction.json). Same boot as the anchor:
the server's time plus what the monotonic clock counted since. Another boot: plus what the wall clock counted. Never
before the anchor, of which the phone knew already, nor after the moment of receipt. Doubtful, beyond two minutes: when the two clocks disagree within a boot, when the wall ran
backwards across boots, when the result is after the receipt; and always without an anchor.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jiayi.core.clock import Moment

TOLERANCE = timedelta(minutes=2)
AT_ONCE = timedelta(0)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last time the phone heard the server: the server's time, and the phone's clocks at that moment."""

    server_time: datetime
    wall: datetime
    monotonic_ms: int
    boot: str


@dataclass(frozen=True, slots=True)
class PhoneClock:
    """The phone's clocks when it happened."""

    wall: datetime
    monotonic_ms: int
    boot: str
    anchor: Anchor | None = None


def correct(clock: PhoneClock, received_at: datetime) -> Moment:
    """The moment as far as it can be known."""
    happened_at, is_doubtful = _estimate(clock)
    is_future = happened_at - received_at > TOLERANCE
    occurred_at = min(happened_at, received_at)
    is_doubtful = is_doubtful or is_future
    return Moment(occurred_at, clock.wall, received_at, is_doubtful, clock.boot, clock.monotonic_ms)


def _estimate(clock: PhoneClock) -> tuple[datetime, bool]:
    anchor = clock.anchor
    if anchor is None:
        return clock.wall, True
    by_wall = clock.wall - anchor.wall
    if clock.boot != anchor.boot:
        return anchor.server_time + max(by_wall, AT_ONCE), by_wall < -TOLERANCE
    by_monotonic = timedelta(milliseconds=clock.monotonic_ms - anchor.monotonic_ms)
    return anchor.server_time + max(by_monotonic, AT_ONCE), abs(by_wall - by_monotonic) > TOLERANCE
