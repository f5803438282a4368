"""How fast this machine is now: a fixed query and a fixed loop, against the machine on which the bars in seconds were set."""

from __future__ import annotations

import statistics
import time

from sqlalchemy import Engine, text

REFERENCE_SECONDS = 0.3
"""What both took together there, with nothing else running."""
_QUERY = text("select sum(hashtext(n::text)::bigint) from generate_series(1, 1000000) n")
_LOOP = 2_000_000


def pace(owner: Engine) -> float:
    """This machine's time over that one's: 2 is half as fast."""
    found = [_once(owner) for _ in range(3)]
    return statistics.median(found) / REFERENCE_SECONDS


def _once(owner: Engine) -> float:
    start = time.perf_counter()
    with owner.connect() as connection:
        connection.execute(_QUERY)
    total = 0
    for number in range(_LOOP):
        total += number * number
    return time.perf_counter() - start
