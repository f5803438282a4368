"""The devices on which an account signed in."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.errors import Forbidden, NotFound
from jiayi.identity.models import Device


def note_device(session: Session, now: datetime, account_id: UUID, device_id: UUID) -> None:
    """The account signs in on this device. Raises Forbidden `identity.refused.device_revoked`."""
    device = session.get(Device, (account_id, device_id))
    if device is None:
        session.add(Device(account_id=account_id, id=device_id, first_seen_at=now, last_seen_at=now))
    elif device.revoked_at is not None:
        raise Forbidden("identity.refused.device_revoked")
    else:
        device.last_seen_at = now


def live_devices(session: Session, account_id: UUID) -> set[UUID]:
    """The account's devices that were not revoked."""
    return set(session.scalars(select(Device.id).where(Device.account_id == account_id, Device.revoked_at.is_(None))))


def devices(session: Session, account_id: UUID) -> list[tuple[UUID, datetime, datetime | None]]:
    """The devices on which the account signed in: (id, last seen, revoked), the last seen first."""
    seen = select(Device.id, Device.last_seen_at, Device.revoked_at).where(Device.account_id == account_id)
    return [
        (device_id, seen_at, revoked_at)
        for device_id, seen_at, revoked_at in session.execute(seen.order_by(Device.last_seen_at.desc()))
    ]


def revoke_device(session: Session, now: datetime, account_id: UUID, device_id: UUID) -> None:
    """The device may do nothing more and erases itself at its next contact. Raises NotFound."""
    device = session.get(Device, (account_id, device_id))
    if device is None:
        raise NotFound
    device.revoked_at = now
