"""Three servers that are wrong on purpose. What the simulator does not catch in them, it would not catch in ours."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.sync import feed, push

TAKE = text(
    "insert into sync_buckets (county_id, bucket, n, is_open)"
    " select :county_id, b.bucket, b.k, false from unnest(cast(:buckets as text[]), cast(:counts as bigint[])) as b(bucket, k)"
    " on conflict (county_id, bucket) do update set n = sync_buckets.n + excluded.n"
    " returning bucket, n, is_open"
)
TAKE_TIME = text(
    "insert into sync_buckets (county_id, bucket, n, is_open)"
    " select :county_id, b.bucket, (extract(epoch from now()) * 1000000)::bigint + b.k, false"
    " from unnest(cast(:buckets as text[]), cast(:counts as bigint[])) as b(bucket, k)"
    " on conflict (county_id, bucket) do update set n = greatest(sync_buckets.n, excluded.n)"
    " returning bucket, (extract(epoch from now()) * 1000000)::bigint as n, is_open"
)
"""When the transaction began: what a column `updated_at` would hold."""


def no_receipt() -> None:
    """A command that comes again is done again."""
    honest = push._receipt

    def forgetful(*args: Any) -> push.Result | None:
        honest(*args)
        return None

    push._receipt = forgetful  # type: ignore[assignment]


def no_bucket_lock() -> None:
    """Versions are taken in a transaction of their own, so they are not committed in their order."""
    honest = feed._WRITE

    def write(session: Session, *, names: list[str], counts: list[int], open_only: bool, **rows: Any) -> list[Any]:
        if not open_only:
            # Whoever opens a bucket holds its row already.
            return honest(session, names=names, counts=counts, open_only=open_only, **rows)
        with session.get_bind().engine.begin() as apart:
            apart.execute(text(f"set local app.county_id = '{int(session.info['county_id'])}'"))
            taken = apart.execute(TAKE, {"county_id": rows["county_id"], "buckets": names, "counts": counts}).all()
        return _write(session, {row.bucket: row.n for row in taken if row.is_open}, rows)

    feed._WRITE = write  # type: ignore[assignment]
    feed._lock_buckets = lambda *_: None


def cursor_by_time() -> None:
    """A version is the time at which its transaction began."""

    def write(session: Session, *, names: list[str], counts: list[int], open_only: bool, **rows: Any) -> list[Any]:
        taken = session.execute(TAKE_TIME, {"county_id": rows["county_id"], "buckets": names, "counts": counts}).all()
        many = dict(zip(names, counts, strict=True))
        last = {row.bucket: row.n + many[row.bucket] for row in taken if row.is_open or not open_only}
        return _write(session, last, rows)

    feed._WRITE = write  # type: ignore[assignment]


DOCUMENTS = text(
    "insert into sync_documents (county_id, bucket, kind, id, version, rank, removed, body)"
    " values (:county_id, :bucket, :kind, :id, :version, :rank, :removed, :body)"
    " on conflict (county_id, bucket, kind, id) do update set version = excluded.version, rank = excluded.rank,"
    " removed = excluded.removed, body = excluded.body"
)
COLUMNS = {
    "buckets": "bucket", "kinds": "kind", "ids": "id", "backs": "back", "ranks": "rank", "removed": "removed",
    "bodies": "body",
}  # fmt: skip


def _write(session: Session, last: Mapping[str, int], rows: Mapping[str, Any]) -> list[Any]:
    columns = {one: rows[many] for many, one in COLUMNS.items()}
    documents = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    for one in documents:
        if one["bucket"] in last:
            version = last[one["bucket"]] - one.pop("back")
            session.execute(DOCUMENTS, one | {"county_id": rows["county_id"], "version": version})
    return []


MUTANTS: Mapping[str, Callable[[], None]] = {
    "no_receipt": no_receipt,
    "no_bucket_lock": no_bucket_lock,
    "cursor_by_time": cursor_by_time,
}


def apply(name: str) -> None:
    """Make this process that mutant; with no name, leave it as it is."""
    if name:
        MUTANTS[name]()
