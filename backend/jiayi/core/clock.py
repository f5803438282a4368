"""The one place that reads the clock. Everything else is told what time it is."""

from dataclasses import dataclass
from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, UTC, with zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened in the world, as far as can be known (all UTC).

    ``occurred_at`` is corrected and never after ``received_at``; ``captured_at`` is what the phone's clock claimed.
    ``monotonic_ms`` is what the clock that nobody can set had counted in this ``boot``: within one, differences are exact.
    """

    occurred_at: datetime
    captured_at: datetime
    received_at: datetime
    is_clock_doubtful: bool = False
    boot: str | None = None
    monotonic_ms: int | None = None


def moment_now(at: datetime) -> Moment:
    """A moment witnessed by the server itself."""
    return Moment(at, at, at)
