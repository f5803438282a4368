"""Pull: against the bare database, and on a small feed against a large one in the same database."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import Engine, text

from jiayi.bench.bars import Bar
from jiayi.bench.county import COUNTY, BenchCounty
from jiayi.core.clock import now
from jiayi.sync.pull import Cursor, Place, epoch_of, pull
from jiayi.sync.terms import COUNTY as COUNTY_BUCKET
from jiayi.sync.terms import Bucket, BucketKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jiayi.app import Runtime
    from jiayi.bench.load import Load

ROUNDS = 5
REQUESTS = 200
SIZES = (100_000, 1_000_000, 5_000_000, 10_000_000)
CHANGED = 100
ALTERNATIONS = 30

_FILL = text(
    "insert into sync_documents (county_id, bucket, kind, id, version, rank, removed, body)"
    " select :county, :bucket, 'note', d.id, n, 2, null,"
    " '{\"id\":\"' || d.id || '\",\"note\":\"' || repeat('血压平稳，按时服药。', 8) || '\",\"version\":' || n || '}'"
    " from generate_series(cast(:first as bigint), cast(:last as bigint)) n"
    " cross join lateral (select cast('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid) as id) d"
)
"""Ids rise with time, as those that are made by phones and server do (UUIDv7)."""

_OPEN = text(
    "insert into sync_buckets (county_id, bucket, n, is_open, shape) values (:county, :bucket, :n, true, :shape)"
    " on conflict (county_id, bucket) do update set n = excluded.n, is_open = true, shape = excluded.shape"
)


def fill(owner: Engine, bucket: str, count: int, shape: str) -> None:
    """Put documents of some 300 bytes into a bucket."""
    with owner.begin() as connection:
        first = connection.scalar(
            text("select coalesce(max(version), 0) from sync_documents where county_id = :county and bucket = :bucket"),
            {"county": COUNTY, "bucket": bucket},
        )
        connection.execute(
            _FILL, {"county": COUNTY, "bucket": bucket, "first": int(first or 0) + 1, "last": int(first or 0) + count}
        )
        connection.execute(_OPEN, {"county": COUNTY, "bucket": bucket, "n": int(first or 0) + count, "shape": shape})


def cursor_behind(session: Session, bucket: str, others: list[str], behind: int, epoch: str) -> str:
    """The cursor of a phone that lacks the last `behind` documents of a bucket and has all of the others."""
    rows = session.execute(
        text("select bucket, n from sync_buckets where county_id = :county"), {"county": COUNTY}
    ).all()
    at = {row.bucket: int(row.n) for row in rows}
    places = {name: Place(at.get(name, 0)) for name in others} | {bucket: Place(at[bucket] - behind)}
    return Cursor(epoch, places).encode()


def pull_against_bare(runtime: Runtime, owner: Engine, county: BenchCounty, load: Load) -> Iterator[Bar]:
    """500 documents by a pull, with sign-in and row-level security, against the same bytes from the bare database."""
    own = [str(Bucket(BucketKind.ACCOUNT, county.doctor.account_id)), str(COUNTY_BUCKET)]
    load.once(load.connect())
    fill(owner, county.bucket, 600, runtime.feed.registry.shape)
    with runtime.sessions.county(COUNTY) as session:
        epoch = epoch_of(session, now())
        load.path = f"/api/v1/sync/pull?limit=1000&cursor={cursor_behind(session, county.bucket, own, 500, epoch)}"
    answer = load.once(load.connect())
    ours, bare = rates([load, replace(load, path="/bare")])
    (orm,) = rates([replace(load, path="/orm")], REQUESTS // 4)
    yield Bar("pull of 500 documents, of the bare database's throughput", ours / bare, "x", 0.5, at_least=True)
    yield Bar("pull of 500 documents", ours, f"a second, {len(answer) // 1024} KiB each")
    yield Bar("the same by ORM and marshmallow, of the bare database's throughput", orm / bare, "x")


def rates(loads: list[Load], requests: int = REQUESTS) -> list[float]:
    """Median rates, in turn, so that a drift of the machine meets all alike."""
    found: list[list[float]] = [[] for _ in loads]
    for _ in range(ROUNDS):
        for load, rounds in zip(loads, found, strict=True):
            rounds.append(load.rate(requests))
    return [statistics.median(rounds) for rounds in found]


def small_against_large(runtime: Runtime, owner: Engine) -> Iterator[Bar]:
    """An incremental pull of 100 changes, from buckets of 100 thousand to 10 million rows in one table."""
    scale = float(os.environ.get("JIAYI_BENCH_SCALE", "1"))
    buckets = {count: Bucket(BucketKind.TEAM, uuid4()) for count in SIZES}
    for count, bucket in buckets.items():
        fill(owner, str(bucket), int(count * scale), runtime.feed.registry.shape)
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("vacuum analyze sync_documents"))
    times: dict[int, list[float]] = {count: [] for count in SIZES}
    for _ in range(ALTERNATIONS + 3):
        for count, bucket in buckets.items():
            times[count].append(_timed(runtime, bucket))
    took = {count: statistics.median(found[3:]) for count, found in times.items()}
    yield Bar("pull of 100 changes from 5M rows against 100k", took[5_000_000] / took[100_000], "x", 1.25)
    yield Bar("pull of 100 changes from 10M rows against 1M", took[10_000_000] / took[1_000_000], "x", 1.2)
    yield Bar("pull of 100 changes from 100k rows", took[100_000] * 1000, "ms")


def _timed(runtime: Runtime, bucket: Bucket) -> float:
    with runtime.sessions.county(COUNTY, is_read=True) as session:
        epoch = epoch_of(session, now())
        cursor = cursor_behind(session, str(bucket), [], CHANGED, epoch)
        start = time.perf_counter()
        pull(session, now(), runtime.feed.open(session, [bucket]), cursor, 1000)
        return time.perf_counter() - start
