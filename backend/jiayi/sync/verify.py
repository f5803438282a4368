"""Recomputes what phones should see and reports every difference from the feed."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.errors import Invalid, NotFound
from jiayi.core.feed import RemovalReason
from jiayi.sync.feed import Feed
from jiayi.sync.models import SyncBucket, SyncDocument
from jiayi.sync.terms import Bucket


@dataclass(frozen=True, slots=True)
class Difference:
    """One document that is not as it should be."""

    bucket: str
    kind: str
    id: str
    what: str

    def __str__(self) -> str:
        return f"{self.bucket} {self.kind} {self.id}: {self.what}"


def verify(session: Session, feed: Feed) -> Iterator[Difference]:
    """Every difference in the open buckets of this session's county.

    Missing, stale or superfluous documents, and versions beyond the bucket's counter, which a cursor would pass over.
    """
    buckets = session.scalars(select(SyncBucket).where(SyncBucket.is_open).order_by(SyncBucket.bucket)).all()
    for row in buckets:
        changes = feed.differences(session, Bucket.parse(row.bucket))
        for key, change in sorted(changes.items()):
            what = "superfluous" if isinstance(change, RemovalReason) else "missing or stale"
            yield Difference(key.bucket, key.kind, str(key.id), what)
        yield from _beyond(session, row)


def repair(session: Session, feed: Feed, name: str) -> int:
    """Project one bucket anew; how many documents differed. Raises Invalid, NotFound for one that nobody ever pulled."""
    try:
        bucket = Bucket.parse(name)
    except ValueError as error:
        raise Invalid("sync.invalid.bucket") from error
    if session.get(SyncBucket, (session.info["county_id"], str(bucket))) is None:
        raise NotFound
    return feed.rebuild(session, bucket)


def _beyond(session: Session, row: SyncBucket) -> Iterator[Difference]:
    beyond = select(SyncDocument).where(SyncDocument.bucket == row.bucket, SyncDocument.version > row.n)
    for document in session.scalars(beyond):
        yield Difference(row.bucket, document.kind, str(document.id), f"version {document.version} beyond {row.n}")
