"""Accounts and what they hold. No table here has row-level security: none has health data."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base
from jiayi.core.ids import new_id
from jiayi.identity.terms import Realm, Role


class Account(Base):
    """A phone's keyholder, unique by (phone, realm). A couple on one phone is one family account."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("phone_hash", "realm"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    realm: Mapped[Realm]
    phone_hash: Mapped[str]
    phone_sealed: Mapped[str]
    name: Mapped[str]
    birth_years: Mapped[list[Any]] = mapped_column(default=list)
    password_hash: Mapped[str | None]
    totp_sealed: Mapped[str | None]
    totp_last_step: Mapped[int | None]
    totp_pending_sealed: Mapped[str | None]
    """A fresh secret that counts only when its first code was typed."""
    totp_pending_at: Mapped[datetime | None]
    failed_count: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Device(Base):
    """A phone on which an account has signed in. Revoked devices erase themselves at their next contact."""

    __tablename__ = "devices"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="RESTRICT"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class RefreshToken(Base):
    """One link of a family of refresh tokens: one family per device and sign-in."""

    __tablename__ = "refresh_tokens"
    __table_args__ = (Index(None, "family_id"), Index(None, "account_id", "device_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    family_id: Mapped[UUID]
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="RESTRICT"))
    device_id: Mapped[UUID]
    secret_hash: Mapped[str] = mapped_column(unique=True)
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    """When this token was first exchanged for its successor."""
    parent_id: Mapped[UUID | None]
    killed_at: Mapped[datetime | None]


class OneTimeCode(Base):
    """A code sent by SMS: six digits, single use."""

    __tablename__ = "one_time_codes"
    __table_args__ = (Index(None, "phone_hash", "realm", "sent_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    phone_hash: Mapped[str]
    realm: Mapped[Realm]
    code_hash: Mapped[str]
    sent_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None]


class Membership(Base):
    """What an account is in one county: the resident, a proxy, a clinician, a manager."""

    __tablename__ = "memberships"
    __table_args__ = (Index(None, "account_id"), Index(None, "county_id", "subject_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="RESTRICT"))
    county_id: Mapped[int]
    role: Mapped[Role]
    subject_id: Mapped[UUID | None]
    name: Mapped[str]
    ended_at: Mapped[datetime | None]
