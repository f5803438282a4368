"""Who did what, about whom, and why.

A row is inserted plain in the caller's transaction, by a role that may only insert. A task seals the rows of a county
once a minute in a hash chain over batches (a chain locked on every insert would halve throughput); the sealing runs in
the database, in a function of the owner's, so that the application cannot touch what is sealed.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, Session, mapped_column

from jiayi.core.db import Base, CountyRow


class AuditEntry(CountyRow, Base):
    """One act. `detail` names things by id and code only, never by personal data."""

    __tablename__ = "audit_entries"
    __table_args__ = (Index(None, "county_id", "happened_at"), Index(None, "county_id", "resident_id"))

    happened_at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    role: Mapped[str]
    action: Mapped[str]
    resident_id: Mapped[UUID | None]
    subject: Mapped[str | None]
    reason: Mapped[str | None]
    detail: Mapped[dict[str, Any] | None]


class AuditSeal(Base):
    """A batch of entries and the chain's hash after it."""

    __tablename__ = "audit_seals"

    county_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    sealed_at: Mapped[datetime]
    entry_ids: Mapped[list[Any]]
    chain_hash: Mapped[str]


def record(
    session: Session,
    *,
    at: datetime,
    account_id: UUID | None,
    role: str,
    action: str,
    resident_id: UUID | None = None,
    subject: str | None = None,
    reason: str | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Write one entry in the caller's transaction. `action` is `feature.verb`, `subject` is `kind:id`."""
    entry = AuditEntry(
        happened_at=at, account_id=account_id, role=role, action=action,
        resident_id=resident_id, subject=subject, reason=reason, detail=detail,
    )
    session.add(entry)


