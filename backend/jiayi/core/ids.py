"""UUID version 7 (RFC 9562): made where the thing is made, sorts by time of making."""

import os
import time
from uuid import UUID

_VERSION_7 = 0x7000
_VARIANT = 0x8000000000000000


def new_id() -> UUID:
    """A fresh UUIDv7: 48 bits of Unix milliseconds, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    return at_millisecond(milliseconds, int.from_bytes(os.urandom(10), "big"))


def at_millisecond(milliseconds: int, randomness: int) -> UUID:
    """The UUIDv7 for this millisecond with the low 74 bits of `randomness`: the same input gives the same id."""
    high = milliseconds << 16 | _VERSION_7 | (randomness >> 62) & 0xFFF
    low = _VARIANT | randomness & 0x3FFFFFFFFFFFFFFF
    return UUID(int=high << 64 | low)
