"""Words of attachments."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

MAX_BYTES = 2_000_000
"""Of one picture as it comes. A phone of ours sends at most 400 kB."""
MAX_SOUND_BYTES = 1_000_000
"""Of one recording. A phone of ours writes 24 kbit a second: a minute is 180 kB, on an iPhone some 500."""
MAX_PIXELS = 4096
"""Of the longer side."""


class AttachmentType(StrEnum):
    """What a file was when it came, by its content. A picture is kept as JPEG, a recording as it is."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    WEBM = "audio/webm"
    MP4 = "audio/mp4"


SOUNDS = frozenset({AttachmentType.WEBM, AttachmentType.MP4})
PICTURES = frozenset(AttachmentType) - SOUNDS


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes `first` to before `end` of `total`."""

    first: int
    end: int
    total: int

    @property
    def is_whole(self) -> bool:
        return self.first == 0 and self.end == self.total


@dataclass(frozen=True, slots=True)
class UploadState:
    """How many bytes of a file are here."""

    byte_count: int
    is_complete: bool


@dataclass(frozen=True, slots=True)
class AttachmentArrived:
    """All of a picture or recording is here, from this account."""

    sha256: str
    account_id: UUID
