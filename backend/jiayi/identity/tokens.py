"""Refresh tokens: one family per device and sign-in.

A rotated token stays good until its successor has been used once, because replies get lost on the way to a phone.
Only reuse after that kills the family: then somebody holds a copy.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from jiayi.core.errors import Unauthorized
from jiayi.core.ids import new_id
from jiayi.identity.models import RefreshToken

LIFETIME = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Issued:
    """A refresh token as it leaves: only its hash is kept."""

    secret: str
    account_id: UUID
    device_id: UUID
    expires_at: datetime


def start_family(session: Session, now: datetime, account_id: UUID, device_id: UUID) -> Issued:
    """A new family for this device; families it had before end."""
    session.execute(
        update(RefreshToken)
        .where(RefreshToken.account_id == account_id, RefreshToken.device_id == device_id)
        .where(RefreshToken.killed_at.is_(None))
        .values(killed_at=now)
    )
    return _issue(session, now, account_id, device_id, new_id(), None)


def rotate(session: Session, now: datetime, secret: str) -> Issued:
    """Exchange a token for its successor. Raises as `find`."""
    token = find(session, now, secret)
    token.used_at = now
    return _issue(session, now, token.account_id, token.device_id, token.family_id, token.id)


class FamilyKilled(Unauthorized):
    """A copied token was used; the killing of its family must be committed."""


def find(session: Session, now: datetime, secret: str) -> RefreshToken:
    """The good token with this secret, locked.

    Raises Unauthorized `identity.refused.session_ended` for an unknown, expired or killed one; a reuse after the
    successor was used kills the family (which is committed by the caller even though this raises FamilyKilled).
    """
    token = session.scalar(select(RefreshToken).where(RefreshToken.secret_hash == _hash(secret)).with_for_update())
    if token is None or token.killed_at is not None or token.expires_at <= now:
        raise Unauthorized("identity.refused.session_ended")
    if token.used_at is not None and _successor_was_used(session, token):
        kill_family(session, now, token.family_id)
        raise FamilyKilled("identity.refused.session_ended")
    return token


def kill_family(session: Session, now: datetime, family_id: UUID) -> None:
    """End a device's session: at sign-out, or when a copy was used."""
    session.execute(update(RefreshToken).where(RefreshToken.family_id == family_id).values(killed_at=now))


def kill_account(session: Session, now: datetime, account_id: UUID) -> None:
    """End all sessions of an account."""
    session.execute(update(RefreshToken).where(RefreshToken.account_id == account_id).values(killed_at=now))


def _successor_was_used(session: Session, token: RefreshToken) -> bool:
    used = exists().where(RefreshToken.parent_id == token.id, RefreshToken.used_at.is_not(None))
    return bool(session.scalar(select(used)))


def _issue(
    session: Session, now: datetime, account_id: UUID, device_id: UUID, family_id: UUID, parent_id: UUID | None
) -> Issued:
    secret = secrets.token_urlsafe(32)
    token = RefreshToken(
        family_id=family_id,
        account_id=account_id,
        device_id=device_id,
        parent_id=parent_id,
        secret_hash=_hash(secret),
        issued_at=now,
        expires_at=now + LIFETIME,
    )
    session.add(token)
    return Issued(secret, account_id, device_id, token.expires_at)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
