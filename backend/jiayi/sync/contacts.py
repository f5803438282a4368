"""When each phone was last heard of, and how much still waited on it: for whoever asks who has not synced since when.

Written at most every ten minutes a phone, and this process remembers when: an ordinary pull asks nothing of it. A phone
says how much waits only when that has changed since it last said so; then it is written at once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from jiayi.identity.terms import Actor
from jiayi.sync.models import SyncContact, SyncReceipt

NOTED_EVERY = timedelta(minutes=10)
REMEMBERED = 20_000
NO_DEVICE = UUID(int=0)
LAST_RECEIVED = 5
What = Literal["pull", "push"]
Noted = dict[tuple[int, UUID, UUID, What], datetime]
_noted: WeakKeyDictionary[object, Noted] = WeakKeyDictionary()
"""By pool of connections, of which a process of ours has one; or by the one connection that all goes through."""


def note(session: Session, now: datetime, actor: Actor, what: What, waiting_count: int | None = None) -> None:
    """This phone has just pulled, or handed in; so much still waits on it, if it has said."""
    device_id = actor.device_id or NO_DEVICE
    key = (actor.county_id, actor.membership_id, device_id, what)
    bind = session.get_bind()
    noted = _noted.setdefault(getattr(bind, "pool", bind), {})
    known = noted.get(key)
    if waiting_count is None and known is not None and timedelta() <= now - known < NOTED_EVERY:
        return
    if len(noted) >= REMEMBERED:
        noted.clear()
    asked = {"county_id": actor.county_id, "membership_id": actor.membership_id, "device_id": device_id}
    session.execute(_NOTE[what], asked | {"account_id": actor.account_id, "now": now, "waiting": waiting_count})
    noted[key] = now


_NOTE = {
    what: text(
        "insert into sync_contacts as c"  # noqa: S608 (constants)
        f" (county_id, membership_id, device_id, account_id, last_{what}_at, waiting_count)"
        " values (:county_id, :membership_id, :device_id, :account_id, :now, cast(:waiting as integer))"
        " on conflict (county_id, membership_id, device_id) do update"
        f" set last_{what}_at = greatest(c.last_{what}_at, excluded.last_{what}_at),"
        " waiting_count = coalesce(excluded.waiting_count, c.waiting_count)"
        f" where c.last_{what}_at is null or c.last_{what}_at < excluded.last_{what}_at"
        " or excluded.waiting_count is not null"
    )
    for what in ("pull", "push")
}


@dataclass(frozen=True, slots=True)
class Loss:
    """What is known of a phone that found its store empty."""

    last_pull_at: datetime | None
    last_push_at: datetime | None
    lost_count: int | None
    last_received: list[SyncReceipt]
    """The newest first."""


def wiped(
    session: Session, now: datetime, actor: Actor, waiting_count: int | None, waiting_at: datetime | None
) -> Loss:
    """The browser has cleared what this phone kept, and left it its sign-in.

    `waiting_count` is what the phone itself still knows to have waited, at `waiting_at` by its own clock; what it said
    to us later counts more. Telling it twice changes nothing but the moment.
    """
    device_id = actor.device_id or NO_DEVICE
    mine = (SyncContact.account_id == actor.account_id, SyncContact.device_id == device_id)
    contacts = session.scalars(select(SyncContact).where(*mine).with_for_update()).all()
    pulled = max((one.last_pull_at for one in contacts if one.last_pull_at), default=None)
    pushed = max((one.last_push_at for one in contacts if one.last_push_at), default=None)
    told = [one.waiting_count for one in contacts if one.waiting_count is not None]
    heard_at = max((at for at in (pulled, pushed) if at), default=None)
    is_newer = waiting_at is None or heard_at is None or waiting_at >= heard_at
    lost_count = waiting_count if waiting_count is not None and (is_newer or not told) else sum(told) if told else None
    if not contacts:
        ids = {"county_id": actor.county_id, "membership_id": actor.membership_id, "device_id": device_id}
        contacts = [SyncContact(account_id=actor.account_id, **ids)]
        session.add_all(contacts)
    for one in contacts:
        one.wiped_at, one.lost_count = now, lost_count
    session.flush()
    return Loss(pulled, pushed, lost_count, _last_received(session, actor, device_id))


def _last_received(session: Session, actor: Actor, device_id: UUID) -> list[SyncReceipt]:
    mine = (SyncReceipt.account_id == actor.account_id, SyncReceipt.device_id == device_id)
    newest = select(SyncReceipt).where(*mine).order_by(SyncReceipt.received_at.desc(), SyncReceipt.occurred_at.desc())
    return list(session.scalars(newest.limit(LAST_RECEIVED)))
