"""Writes the feed: in the transaction that made the change, under the buckets' locks.

Versions come from a bucket's counter row, locked until the commit. So versions of a bucket commit in order, and a
cursor never passes over a row of a slower transaction. Order of locks: aggregates (advisory, sorted), then buckets
(sorted), as late as possible.
"""

import zlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from jiayi.core.db import Touched, touch
from jiayi.core.feed import RemovalReason
from jiayi.core.prepared import Prepared
from jiayi.identity.terms import Actor
from jiayi.sync.models import SyncBucket, SyncDocument
from jiayi.sync.projection import Projected, ids_in, project
from jiayi.sync.registry import Registry
from jiayi.sync.states import BucketState, states_entered, states_of
from jiayi.sync.terms import Bucket, DocumentKey, Stored

Existing = Mapping[DocumentKey, Stored | None]
"""Documents in the feed; None for a tombstone."""
Changes = dict[DocumentKey, Stored | RemovalReason]
Why = Callable[[DocumentKey, Stored], RemovalReason]
"""Why a document that nobody sees any more is gone."""
PROJECT_AT_ONCE = 500
LOCKS = 2_048
"""For all aggregates of all counties: two writers meet by chance once in so many."""


class Feed:
    """The feed of one process: its registry of projectors."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def write(self, session: Session, touched: Touched) -> None:
        """Bring every open bucket up to date with these aggregates. Called by `core.db.commit`."""
        known = sorted((kind, root) for kind, root in touched if kind in self.registry.projectors)
        if not known:
            return
        _lock_aggregates(session, known)
        wanted = project(session, self.registry, known)
        left: set[str] = session.info.pop("left_buckets", set())
        if left:
            # Somebody may be opening the bucket that these leave, and would not see that they left: wait, then look.
            _lock_buckets(session, left | {key.bucket for key in wanted})
        because: RemovalReason | None = session.info.pop("removal_reason", None)
        changes = _difference(wanted, _existing(session, known), lambda key, _: because or self._gone(key))
        _apply(session, changes, open_only=True)

    def residents_moved(self, session: Session, resident_ids: Sequence[UUID], left: Iterable[Bucket]) -> None:
        """Everything about these residents changes buckets with them, at this transaction's commit."""
        for projector in self.registry.projectors.values():
            if projector.ids_of_residents is not None:
                touch(session, projector.kind, projector.ids_of_residents(session, list(resident_ids)))
        session.info.setdefault("left_buckets", set()).update(str(bucket) for bucket in left)

    def because(self, session: Session, reason: RemovalReason) -> None:
        """What leaves the feed with this transaction's commit leaves it for this reason."""
        session.info["removal_reason"] = reason

    def _gone(self, key: DocumentKey) -> RemovalReason:
        projector = self.registry.projectors.get(key.kind)
        return projector.gone if projector else RemovalReason.ENDED

    def open(self, session: Session, buckets: Iterable[Bucket]) -> dict[str, BucketState]:
        """The state of these buckets, each opened or brought to the present shape if it was not."""
        names = [str(bucket) for bucket in buckets]
        return self._up_to_date(session, names, states_of(session, names))

    def enter(self, session: Session, actor: Actor, now: datetime) -> dict[str, BucketState]:
        """The states of all buckets that are the actor's now, opened where they were not; that it was asked is audited.

        In the order in which they are to be downloaded first.
        """
        names, found = states_entered(session, actor, now)
        return self._up_to_date(session, names, found)

    def _up_to_date(self, session: Session, names: list[str], found: dict[str, BucketState]) -> dict[str, BucketState]:
        late = [name for name in sorted(names) if name not in found or found[name].shape != self.registry.shape]
        for name in late:
            self.rebuild(session, Bucket.parse(name))
        if late:
            found = states_of(session, names)
        return {name: found[name] for name in names}

    def rebuild(self, session: Session, bucket: Bucket, why: Why | None = None) -> int:
        """Project everything in a bucket anew under its lock, write only what differs, mark it open.

        Opening, a change of shape, ageing, restoring and seeding are this one function. Returns how many differed.
        """
        row = _locked(session, bucket)
        wanted = self.all_in(session, bucket)
        changes = _difference(wanted, _existing_in(session, bucket), why or (lambda key, _: self._gone(key)))
        _apply(session, changes, open_only=False)
        row.is_open, row.shape = True, self.registry.shape
        session.flush()
        return len(changes)

    def all_in(self, session: Session, bucket: Bucket) -> Projected:
        """Everything that should stand in a bucket."""
        wanted: Projected = {}
        for projector in self.registry.projectors.values():
            ids = ids_in(session, projector, bucket)
            for start in range(0, len(ids), PROJECT_AT_ONCE):
                roots = [(projector.kind, one) for one in ids[start : start + PROJECT_AT_ONCE]]
                wanted |= project(session, self.registry, roots, bucket)
        return wanted

    def differences(self, session: Session, bucket: Bucket) -> Changes:
        """What `rebuild` would change, without changing it."""
        return _difference(self.all_in(session, bucket), _existing_in(session, bucket), lambda key, _: self._gone(key))


def close(session: Session, bucket: Bucket) -> None:
    """Forget a bucket that nobody pulls any more; the next pull opens it again."""
    row = _locked(session, bucket)
    session.execute(
        text("delete from sync_documents where county_id = :county_id and bucket = :bucket"),
        {"county_id": session.info["county_id"], "bucket": str(bucket)},
    )
    row.is_open, row.closings = False, row.closings + 1
    session.flush()


_LOCK_AGGREGATES = Prepared(text("select pg_advisory_xact_lock(k) from unnest(cast(:keys as bigint[])) as k"))


def _lock_aggregates(session: Session, roots: Iterable[tuple[str, UUID]]) -> None:
    # Two transactions that change parts of one aggregate must project one after the other, or the slower would write
    # what it saw before the faster committed. Many share a lock, or a transaction about thousands would fill the
    # server's table of locks.
    keys = sorted({(int.from_bytes(root.bytes[8:], "big") ^ hash_of(kind)) % LOCKS for kind, root in roots})
    _LOCK_AGGREGATES(session, keys=keys)


def hash_of(kind: str) -> int:
    """A small stable number for a document kind."""
    return zlib.crc32(kind.encode())


_EXISTING = Prepared(
    text(
        "select d.bucket, d.kind, d.id, d.rank, d.body from unnest(cast(:kinds as text[]), cast(:ids as uuid[])) as r(kind, id)"
        " join sync_documents d on d.county_id = :county_id and d.kind = r.kind and d.id = r.id"
    )
)


def _existing(session: Session, roots: Sequence[tuple[str, UUID]]) -> Existing:
    rows = _EXISTING(
        session, county_id=session.info["county_id"], kinds=[kind for kind, _ in roots], ids=[one for _, one in roots]
    )
    return {
        DocumentKey(bucket, kind, one): None if body is None else Stored(rank, body)
        for bucket, kind, one, rank, body in rows
    }


def _existing_in(session: Session, bucket: Bucket) -> Existing:
    statement = select(SyncDocument.kind, SyncDocument.id, SyncDocument.rank, SyncDocument.body).where(
        SyncDocument.county_id == session.info["county_id"], SyncDocument.bucket == str(bucket)
    )
    return {DocumentKey(str(bucket), r.kind, r.id): _stored(r) for r in session.execute(statement)}


def _stored(row: Any) -> Stored | None:
    return None if row.body is None else Stored(row.rank, row.body)


def _difference(wanted: Projected, existing: Existing, why: Why) -> Changes:
    """What must be written so that `existing` becomes `wanted`. What another bucket of the sort shows now has moved."""
    changes: Changes = {key: stored for key, stored in wanted.items() if existing.get(key) != stored}
    shown = {(_sort(key), key.kind, key.id) for key in wanted}
    for key, stored in existing.items():
        if stored is not None and key not in wanted:
            has_moved = (_sort(key), key.kind, key.id) in shown
            changes[key] = RemovalReason.MOVED if has_moved else why(key, stored)
    return changes


def _sort(key: DocumentKey) -> str:
    return key.bucket.partition(":")[0]


_TAKEN = (
    "insert into sync_buckets (county_id, bucket, n, is_open)"
    " select :county_id, b.bucket, b.k, false from unnest(cast(:names as text[]), cast(:counts as bigint[])) as b(bucket, k)"
    " on conflict (county_id, bucket) do update set n = sync_buckets.n + excluded.n"
    " returning bucket, n, is_open"
)
_WRITE = Prepared(
    text(
        f"with taken as ({_TAKEN})"  # noqa: S608 (constants)
        " insert into sync_documents (county_id, bucket, kind, id, version, rank, removed, body)"
        " select :county_id, t.bucket, d.kind, d.id, t.n - d.back, d.rank, d.removed, d.body"
        " from unnest(cast(:buckets as text[]), cast(:kinds as text[]), cast(:ids as uuid[]), cast(:backs as bigint[]),"
        " cast(:ranks as smallint[]), cast(:removed as text[]), cast(:bodies as text[]))"
        " as d(bucket, kind, id, back, rank, removed, body)"
        " join taken t on t.bucket = d.bucket where t.is_open or not :open_only"
        " on conflict (county_id, bucket, kind, id) do update set version = excluded.version, rank = excluded.rank,"
        " removed = excluded.removed, body = excluded.body"
    ),
    lists=["bodies"],
)
"""`back`: how many versions of its bucket come after a document's."""


def _apply(session: Session, changes: Changes, *, open_only: bool) -> None:
    """Lock the buckets in sorted order, take as many versions of each as it has changes, and write these with them.

    A closed bucket is locked too (its opener must wait for us, and will see what we did) but gets no documents.
    """
    if not changes:
        return
    keys = sorted(changes)
    counts: dict[str, int] = {}
    rows: dict[str, list[Any]] = {
        name: [] for name in ("buckets", "kinds", "ids", "backs", "ranks", "removed", "bodies")
    }
    for key in reversed(keys):
        back = counts.get(key.bucket, 0)
        counts[key.bucket] = back + 1
        change = changes[key]
        rows["buckets"].append(key.bucket)
        rows["kinds"].append(key.kind)
        rows["ids"].append(key.id)
        rows["backs"].append(back)
        rows["ranks"].append(0 if isinstance(change, RemovalReason) else change.rank)
        rows["removed"].append(change.value if isinstance(change, RemovalReason) else None)
        rows["bodies"].append(None if isinstance(change, RemovalReason) else change.body)
    names = sorted(counts)
    taken = {"names": names, "counts": [counts[name] for name in names], "open_only": open_only}
    _WRITE(session, county_id=session.info["county_id"], **taken, **rows)


_TAKE = Prepared(text(_TAKEN))


def _lock_buckets(session: Session, names: Collection[str]) -> None:
    _TAKE(session, county_id=session.info["county_id"], names=sorted(names), counts=[0] * len(names))


def _locked(session: Session, bucket: Bucket) -> SyncBucket:
    county_id = session.info["county_id"]
    session.execute(
        insert(SyncBucket).values(county_id=county_id, bucket=str(bucket), n=0, is_open=False).on_conflict_do_nothing()
    )
    return session.get_one(SyncBucket, (county_id, str(bucket)), with_for_update=True, populate_existing=True)
