"""When a code may be sent and when a sign-in is locked.

Pure. Source: domain rules §12.5 (codes) and §10.4 (lock-out); the numbers come from the rule tables `otp`, `lockout`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from jiayi.identity.tables import Lockout, Otp


@dataclass(frozen=True, slots=True)
class Wait:
    """Not now: try again after so many seconds."""

    seconds: int


def code_wait(sent: Sequence[datetime], now: datetime, limits: Otp) -> Wait | None:
    """How long to wait before another code may be sent to this number; None: at once.

    `sent` holds when codes were sent in the last 24 hours, in any order.
    """
    newest_first = sorted(sent, reverse=True)
    windows = (
        (1, timedelta(seconds=limits.resend_seconds)),
        (limits.max_per_hour, timedelta(hours=1)),
        (limits.max_per_day, timedelta(days=1)),
    )
    waits = [
        newest_first[count - 1] + window - now
        for count, window in windows
        if len(newest_first) >= count and newest_first[count - 1] + window > now
    ]
    return Wait(int(max(waits).total_seconds()) + 1) if waits else None


def code_expiry(now: datetime, *, is_elder: bool, limits: Otp) -> datetime:
    """Codes for people of 65 and over live longer."""
    minutes = limits.valid_minutes_elder if is_elder else limits.valid_minutes
    return now + timedelta(minutes=minutes)


def locked_until(failed_count: int, now: datetime, limits: Lockout) -> datetime | None:
    """Until when sign-in is locked after this many failures in a row; None: not locked."""
    if failed_count < limits.max_failures:
        return None
    return now + timedelta(minutes=limits.lock_minutes)
