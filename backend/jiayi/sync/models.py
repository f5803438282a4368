"""The feed, the receipts of commands, and work held for the leader."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.core.feed import RemovalReason
from jiayi.sync.terms import HeldStatus, Outcome


class SyncBucket(Base):
    """A bucket's counter, the lock of everybody who writes to it. `shape` is the hash of the projectors' versions."""

    __tablename__ = "sync_buckets"

    county_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bucket: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(BigInteger, default=0)
    is_open: Mapped[bool] = mapped_column(default=False)
    shape: Mapped[str | None]
    pulled_at: Mapped[datetime | None]
    closings: Mapped[int] = mapped_column(default=0, server_default="0")
    """How often it was closed. A phone that read it before it was closed begins it anew: what vanished left no tombstone."""


class SyncDocument(Base):
    """One document in one bucket, as JSON text ready to send; a tombstone has a reason and no body."""

    __tablename__ = "sync_documents"
    __table_args__ = (
        Index("ix_sync_documents_version", "county_id", "bucket", "version", unique=True),
        Index(
            "ix_sync_documents_first",
            "county_id",
            "bucket",
            "rank",
            "kind",
            "id",
            postgresql_where=text("removed is null"),
        ),
        Index("ix_sync_documents_document", "county_id", "kind", "id"),
    )

    county_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bucket: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    rank: Mapped[int] = mapped_column(SmallInteger)
    removed: Mapped[RemovalReason | None]
    body: Mapped[str | None]


class SyncEpoch(Base):
    """Changes when a county was restored from a backup: phones then send again what they applied since."""

    __tablename__ = "sync_epochs"

    county_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    epoch: Mapped[UUID]
    started_at: Mapped[datetime]


class SyncReceipt(CountyRow, Base):
    """What became of a command: a replay is answered from here and changes nothing."""

    __tablename__ = "sync_receipts"
    __table_args__ = (
        Index(None, "county_id", "account_id", "received_at"),
        Index(None, "county_id", "entity_id"),
    )

    account_id: Mapped[UUID]
    device_id: Mapped[UUID | None]
    kind: Mapped[str]
    entity_id: Mapped[UUID]
    payload_sha256: Mapped[str]
    outcome: Mapped[Outcome]
    code: Mapped[str | None]
    detail: Mapped[dict[str, Any] | None]
    occurred_at: Mapped[datetime]
    received_at: Mapped[datetime]
    replaced_by: Mapped[UUID | None]
    """The command that put this refused one right: nobody needs to look at it any more."""
    discarded_at: Mapped[datetime | None]
    """Its person let this refused one go: nobody needs to look at it any more."""


class HeldCommand(CountyRow, Mirrored, Base):
    """Work done in good faith by somebody who may no longer write it. The leader files, moves or voids it."""

    __tablename__ = "held_commands"
    __table_args__ = (Index(None, "county_id", "status"), Index(None, "county_id", "account_id"))
    feed_kind = "held_command"

    account_id: Mapped[UUID]
    account_name: Mapped[str]
    membership_id: Mapped[UUID]
    kind: Mapped[str]
    entity_id: Mapped[UUID]
    payload: Mapped[dict[str, Any]]
    seq: Mapped[int] = mapped_column(BigInteger, Identity())
    """The order of arrival, which is the order of doing."""
    depends_on: Mapped[list[Any]] = mapped_column(default=list)
    occurred_at: Mapped[datetime]
    captured_at: Mapped[datetime]
    received_at: Mapped[datetime]
    is_clock_doubtful: Mapped[bool]
    boot: Mapped[str | None]
    monotonic_ms: Mapped[int | None] = mapped_column(BigInteger)
    code: Mapped[str]
    from_team_id: Mapped[UUID | None]
    """The team for which it was done."""
    resident_ids: Mapped[list[Any]]
    team_ids: Mapped[list[Any]]
    status: Mapped[HeldStatus] = mapped_column(default=HeldStatus.OPEN)
    decided_at: Mapped[datetime | None]
    decided_by_account_id: Mapped[UUID | None]
    decided_by_name: Mapped[str | None]
    decision_note: Mapped[str | None]


class SyncContact(Base):
    """When a phone was last heard of under a membership, to ten minutes: who has not synced since when."""

    __tablename__ = "sync_contacts"

    county_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    membership_id: Mapped[UUID] = mapped_column(primary_key=True)
    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID]
    last_pull_at: Mapped[datetime | None]
    last_push_at: Mapped[datetime | None]
    waiting_count: Mapped[int | None]
    """How much had not been handed in yet, as the phone last said."""
    wiped_at: Mapped[datetime | None]
    """When the phone last found that all it kept was gone."""
    lost_count: Mapped[int | None]
    """How much went with it unsent, as far as anybody knows."""
