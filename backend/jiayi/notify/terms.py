"""Words of messages."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Channel(StrEnum):
    SMS = "sms"
    VOICE = "voice"
    PUSH = "push"


class MessageStatus(StrEnum):
    """Where a message is on its way out."""

    QUEUED = "queued"
    SENT = "sent"
    SKIPPED = "skipped"
    """Nobody needs it any more, or it reaches its reader another way."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ReminderDue:
    """The moment has come that somebody asked to be reminded of. Whoever knows `kind` looks how things stand now."""

    kind: str
    subject_id: UUID
    due_at: datetime
    now: datetime
