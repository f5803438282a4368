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
    honest = feed._take_versions

    def take(session: Session, counts: Mapping[str, int], *, open_only: bool) -> dict[str, int]:
        if not open_only:
            # Whoever opens a bucket holds its row already.
            return honest(session, counts, open_only=open_only)
        with session.get_bind().engine.begin() as apart:
            apart.execute(text(f"set local app.county_id = '{int(session.info['county_id'])}'"))
            rows = apart.execute(TAKE, _asked(session, counts)).all()
        return {row.bucket: row.n for row in rows if row.is_open}

    feed._take_versions = take


def cursor_by_time() -> None:
    """A version is the time at which its transaction began."""

    def take(session: Session, counts: Mapping[str, int], *, open_only: bool) -> dict[str, int]:
        rows = session.execute(TAKE_TIME, _asked(session, counts)).all()
        return {row.bucket: row.n + counts[row.bucket] for row in rows if row.is_open or not open_only}

    feed._take_versions = take


def _asked(session: Session, counts: Mapping[str, int]) -> dict[str, Any]:
    names = sorted(counts)
    return {"county_id": session.info["county_id"], "buckets": names, "counts": [counts[name] for name in names]}


MUTANTS: Mapping[str, Callable[[], None]] = {
    "no_receipt": no_receipt,
    "no_bucket_lock": no_bucket_lock,
    "cursor_by_time": cursor_by_time,
}


def apply(name: str) -> None:
    """Make this process that mutant; with no name, leave it as it is."""
    if name:
        MUTANTS[name]()
