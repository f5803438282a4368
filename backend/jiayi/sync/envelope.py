"""A command as a phone hands it in: what it is, what it rests on, and when it was, with the phone's clock made good."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from jiayi.core.clock import Moment
from jiayi.sync.rules import Anchor, PhoneClock, correct


@dataclass(frozen=True, slots=True)
class Envelope:
    """A command as it came, with its time made good."""

    id: UUID
    kind: str
    entity_id: UUID
    depends_on: Sequence[UUID]
    replaces: UUID | None
    base_version: int | None
    at: Moment
    payload: Mapping[str, Any]
    sha256: str


def read(raw: Mapping[str, Any], received_at: datetime) -> Envelope:
    """The envelope of a command that `CommandSchema` has accepted."""
    clock = raw["clock"]
    anchor = Anchor(**clock["anchor"]) if clock["anchor"] else None
    at = correct(PhoneClock(clock["wall"], clock["monotonic_ms"], clock["boot"], anchor), received_at)
    # json, not orjson: a phone may send numbers beyond 64 bits, to be refused and not to break on.
    sealed = json.dumps([raw["kind"], str(raw["entity_id"]), raw["payload"]], sort_keys=True)
    return Envelope(
        raw["id"],
        raw["kind"],
        raw["entity_id"],
        raw["depends_on"],
        raw["replaces"],
        raw["base_version"],
        at,
        raw["payload"],
        hashlib.sha256(sealed.encode()).hexdigest(),
    )
