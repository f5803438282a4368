"""Words of attachments."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

MAX_BYTES = 2_000_000
"""Of one picture as it comes. A phone of ours sends at most 400 kB."""
MAX_PIXELS = 4096
"""Of the longer side."""


class PictureType(StrEnum):
    """What a picture was when it came, by its content. It is kept as JPEG."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"


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
    """How many bytes of a picture are here."""

    byte_count: int
    is_complete: bool


@dataclass(frozen=True, slots=True)
class AttachmentArrived:
    """All of a picture is here, from this account."""

    sha256: str
    account_id: UUID
