"""Pictures and recordings that were uploaded. The bytes are files; see `folder.py`."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from jiayi.attachments.terms import AttachmentType
from jiayi.core.db import Base, CountyRow


class Attachment(CountyRow, Base):
    """One picture or recording of one account. `sha256` is of the bytes that came, `stored_sha256` of those that are kept.

    Who uploads a file has it; who only knows its hash has nothing. So two accounts with the same one are two rows
    and one file.
    """

    __tablename__ = "attachments"
    __table_args__ = (
        UniqueConstraint("county_id", "sha256", "uploaded_by_account_id"),
        Index(None, "county_id", "stored_sha256"),
        Index(None, "county_id", "uploaded_at"),
    )

    sha256: Mapped[str]
    stored_sha256: Mapped[str]
    type: Mapped[AttachmentType]
    byte_count: Mapped[int]
    uploaded_by_account_id: Mapped[UUID]
    uploaded_at: Mapped[datetime]
