"""What keeps the feed small: old documents leave, unused buckets close."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.db import Sessions, commit
from jiayi.core.jobs import CountyTask, in_county
from jiayi.sync.feed import Feed, close
from jiayi.sync.models import HeldCommand, SyncBucket
from jiayi.sync.terms import Bucket, HeldStatus, RemovalReason
from jiayi.visits import service as visits

UNUSED = timedelta(days=60)


def close_unused(session: Session, now: datetime) -> None:
    """Close the buckets that nobody has pulled for 60 days. The next pull opens them again."""
    unused = select(SyncBucket.bucket).where(SyncBucket.is_open, SyncBucket.pulled_at < now - UNUSED)
    for name in session.scalars(unused).all():
        close(session, Bucket.parse(name))


def age(sessions: Sessions, county_id: int) -> None:
    """Let what is closed for more than a year leave the open buckets; one transaction a bucket."""
    feed = sessions.feed
    if not isinstance(feed, Feed):
        raise TypeError("these sessions have no feed")
    with sessions.county(county_id) as session:
        names = session.scalars(select(SyncBucket.bucket).where(SyncBucket.is_open).order_by(SyncBucket.bucket)).all()
    for name in names:
        with sessions.county(county_id) as session:
            feed.rebuild(session, Bucket.parse(name), RemovalReason.AGED)
            commit(session)


def forget_unnamed_photos(session: Session, now: datetime) -> None:
    """Give up pictures of more than 30 days that no visit names. Held work that is not decided yet names them too."""
    held = select(HeldCommand.payload["sha256"].astext).where(HeldCommand.status == HeldStatus.OPEN)
    visits.forget_unnamed_photos(session, now, {sha256 for sha256 in session.scalars(held) if sha256 is not None})


TASKS = (
    CountyTask("sync.close_unused", in_county(close_unused), cron="40 17 * * *"),
    CountyTask("sync.forget_unnamed_photos", in_county(forget_unnamed_photos), cron="50 18 * * *"),
    CountyTask("sync.age", age, cron="10 18 * * *"),
)
