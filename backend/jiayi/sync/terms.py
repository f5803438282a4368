"""Words of sync."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Outcome(StrEnum):
    """What became of a command. Only the first three are kept as receipts."""

    APPLIED = "applied"
    REFUSED = "refused"
    HELD = "held"
    WAITING = "waiting"
    RETRY = "retry"


class HeldStatus(StrEnum):
    """What the leader did with held work."""

    OPEN = "open"
    FILED = "filed"
    MOVED = "moved"
    VOIDED = "voided"


class BucketKind(StrEnum):
    """Who pulls a bucket."""

    TEAM = "team"
    RESIDENT = "resident"
    FAMILY = "family"
    ACCOUNT = "account"
    COUNTY = "county"


class DropReason(StrEnum):
    """Why a phone has to erase a bucket."""

    CLOSED = "closed"
    """Nobody had pulled it for long; it comes anew, from this very answer on."""
    LEFT = "left"
    """Its holder is not of that team any more."""
    REVOKED = "revoked"
    """The right to see that resident was taken back, has run out, or ended with the resident."""
    CHANGED = "changed"
    """More or less of that resident may be seen now; it comes anew as another bucket."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True, order=True)
class Bucket:
    """A bucket by kind and owner; written `team:<id>`, the county's own plainly `county`."""

    kind: BucketKind
    owner_id: UUID | None = None

    def __str__(self) -> str:
        return self.kind.value if self.owner_id is None else f"{self.kind.value}:{self.owner_id}"

    @staticmethod
    def parse(text: str) -> "Bucket":
        """The bucket of this name. Raises ValueError."""
        kind, _, owner = text.partition(":")
        return Bucket(BucketKind(kind), UUID(owner) if owner else None)


COUNTY = Bucket(BucketKind.COUNTY)


class DocumentKey(NamedTuple):
    """A document's place in the feed."""

    bucket: str
    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as it stands in the feed, or as it should: `body` is JSON text ready to send."""

    rank: int
    body: str
