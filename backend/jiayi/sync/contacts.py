"""When each phone was last heard of: for whoever asks who has not synced since when.

Written at most every ten minutes a phone, and this process remembers when: an ordinary pull asks nothing of it.
"""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.identity.terms import Actor

NOTED_EVERY = timedelta(minutes=10)
REMEMBERED = 20_000
NO_DEVICE = UUID(int=0)
What = Literal["pull", "push"]
Noted = dict[tuple[int, UUID, UUID, What], datetime]
_noted: WeakKeyDictionary[object, Noted] = WeakKeyDictionary()
"""By database engine, of which a process of ours has one."""


def note(session: Session, now: datetime, actor: Actor, what: What) -> None:
    """This phone has just pulled, or handed in."""
    device_id = actor.device_id or NO_DEVICE
    key = (actor.county_id, actor.membership_id, device_id, what)
    noted = _noted.setdefault(session.get_bind(), {})
    known = noted.get(key)
    if known is not None and timedelta() <= now - known < NOTED_EVERY:
        return
    if len(noted) >= REMEMBERED:
        noted.clear()
    asked = {"county_id": actor.county_id, "membership_id": actor.membership_id, "device_id": device_id}
    session.execute(_NOTE[what], asked | {"account_id": actor.account_id, "now": now})
    noted[key] = now


_NOTE = {
    what: text(
        f"insert into sync_contacts as c (county_id, membership_id, device_id, account_id, last_{what}_at)"  # noqa: S608 (constants)
        " values (:county_id, :membership_id, :device_id, :account_id, :now)"
        f" on conflict (county_id, membership_id, device_id) do update set last_{what}_at = excluded.last_{what}_at"
        f" where c.last_{what}_at is null or c.last_{what}_at < excluded.last_{what}_at"
    )
    for what in ("pull", "push")
}
