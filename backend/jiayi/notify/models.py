"""The inbox, the messages on their way out, what is to be remembered, and the browsers that take web push."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.notify.terms import Channel, MessageStatus


class Notice(CountyRow, Mirrored, Base):
    """One line in somebody's inbox: the text of `code` with `values`, leading to `url` in the app."""

    __tablename__ = "notices"
    __table_args__ = (
        UniqueConstraint("county_id", "account_id", "event_key", name="uq_notices_event"),
        Index(None, "county_id", "created_at"),
    )
    feed_kind = "notice"

    account_id: Mapped[UUID]
    kind: Mapped[str]
    code: Mapped[str]
    values: Mapped[dict[str, Any]]
    url: Mapped[str]
    event_key: Mapped[str]
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]


class OutgoingMessage(CountyRow, Base):
    """A push or an SMS on its way to an account, or to a phone number that has none.

    `recipient` is what limits are counted by: the account's id for push, the number's keyed hash for SMS. At most one
    row an event, a channel and a recipient.
    """

    __tablename__ = "outgoing_messages"
    __table_args__ = (
        CheckConstraint("(account_id is null) <> (phone_sealed is null)", name="one_address"),
        UniqueConstraint("county_id", "event_key", "channel", "recipient", name="uq_outgoing_messages_event"),
        Index("ix_outgoing_messages_due", "county_id", "due_at", postgresql_where=text("status = 'queued'")),
        Index("ix_outgoing_messages_sent", "county_id", "recipient", "channel", "sent_at"),
        Index(None, "county_id", "created_at"),
    )

    account_id: Mapped[UUID | None]
    phone_sealed: Mapped[str | None]
    recipient: Mapped[str]
    channel: Mapped[Channel]
    text_code: Mapped[str]
    values: Mapped[dict[str, Any]]
    url: Mapped[str]
    event_key: Mapped[str]
    about: Mapped[str]
    """What the message is about (`kind:id`): reminders of one thing are counted together."""
    concerns_id: Mapped[UUID | None]
    """Whom it concerns, so that it can be taken back."""
    is_urgent: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    status: Mapped[MessageStatus] = mapped_column(default=MessageStatus.QUEUED)
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    failure: Mapped[str | None]


class Reminder(CountyRow, Base):
    """Look at `subject_id` again at `due_at`. What there is to say is decided then, by how things stand then."""

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("county_id", "kind", "subject_id", "due_at", name="uq_reminders_moment"),
        Index("ix_reminders_due", "county_id", "due_at", postgresql_where=text("done_at is null")),
    )

    kind: Mapped[str]
    subject_id: Mapped[UUID]
    due_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class PushSubscription(CountyRow, Base):
    """A browser that takes web push for an account. `failed_at`: since when it could not be reached."""

    __tablename__ = "push_subscriptions"
    __table_args__ = (UniqueConstraint("county_id", "endpoint"), Index(None, "county_id", "account_id"))

    account_id: Mapped[UUID]
    device_id: Mapped[UUID | None]
    endpoint: Mapped[str]
    keys: Mapped[dict[str, Any]]
    """`p256dh` and `auth`, base64url, as the browser made them."""
    created_at: Mapped[datetime]
    failed_at: Mapped[datetime | None]
