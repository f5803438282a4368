"""What keeps the feed small: old documents leave, unused buckets close."""

from collections.abc import Collection
from datetime import datetime, timedelta

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.db import Sessions, commit
from jiayi.core.feed import RemovalReason
from jiayi.core.jobs import CountyTask, in_county
from jiayi.residents import service as residents
from jiayi.sync.feed import Feed, close
from jiayi.sync.models import HeldCommand, SyncBucket
from jiayi.sync.terms import Bucket, DocumentKey, HeldStatus, Stored
from jiayi.visits import service as visits

UNUSED = timedelta(days=60)


def close_unused(session: Session, now: datetime) -> None:
    """Close the buckets that nobody has pulled for 60 days. The next pull opens them again."""
    unused = select(SyncBucket.bucket).where(SyncBucket.is_open, SyncBucket.pulled_at < now - UNUSED)
    for name in session.scalars(unused).all():
        close(session, Bucket.parse(name))


def age(sessions: Sessions, county_id: int) -> None:
    """Let what is closed for more than a year, and who has died, leave the open buckets; one transaction a bucket."""
    feed = sessions.feed
    if not isinstance(feed, Feed):
        raise TypeError("these sessions have no feed")
    with sessions.county(county_id) as session:
        names = session.scalars(select(SyncBucket.bucket).where(SyncBucket.is_open).order_by(SyncBucket.bucket)).all()
        gone = {str(one) for one in residents.ids_of_gone(session)}
    for name in names:
        with sessions.county(county_id) as session:
            feed.rebuild(session, Bucket.parse(name), lambda key, stored: _why(key, stored, gone))
            commit(session)


def _why(key: DocumentKey, stored: Stored, gone: Collection[str]) -> RemovalReason:
    body = orjson.loads(stored.body)
    about = [str(key.id)] if key.kind == "resident" else body.get("resident_ids") or [body.get("resident_id")]
    return RemovalReason.DELETED if set(about) <= set(gone) else RemovalReason.AGED


def forget_unnamed_photos(session: Session, now: datetime) -> None:
    """Give up pictures of more than 30 days that no visit names. Held work that is not decided yet names them too."""
    held = select(HeldCommand.payload["sha256"].astext).where(HeldCommand.status == HeldStatus.OPEN)
    visits.forget_unnamed_photos(session, now, {sha256 for sha256 in session.scalars(held) if sha256 is not None})


TASKS = (
    CountyTask("sync.close_unused", in_county(close_unused), cron="40 17 * * *"),
    CountyTask("sync.forget_unnamed_photos", in_county(forget_unnamed_photos), cron="50 18 * * *"),
    CountyTask("sync.age", age, cron="10 18 * * *"),
)
