"""Ids of what is computed: the same for the same thing at the same moment, so that a county made twice is the same."""

import hashlib
from datetime import datetime
from uuid import UUID

from jiayi.core.ids import at_millisecond

ID_BITS = 74


def id_of(now: datetime, about: str) -> UUID:
    tail = int.from_bytes(hashlib.sha256(about.encode()).digest()) >> (256 - ID_BITS)
    return at_millisecond(int(now.timestamp() * 1000), tail)
