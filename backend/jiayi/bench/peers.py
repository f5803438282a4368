"""The feed beside Kinto; ten workers' first download; what a feed costs a transaction."""

from __future__ import annotations

import gzip
import json
import statistics
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Engine, text

from jiayi.bench import kinto
from jiayi.bench.bars import Bar
from jiayi.bench.commands import check_in
from jiayi.bench.county import COUNTY, BenchCounty, plan_visits
from jiayi.bench.feed import cursor_behind, fill, rates
from jiayi.core.clock import moment_now, now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.sync.pull import epoch_of
from jiayi.sync.terms import COUNTY as COUNTY_BUCKET
from jiayi.sync.terms import Bucket, BucketKind

if TYPE_CHECKING:
    from jiayi.app import Runtime
    from jiayi.bench.load import Load

RECORDS, CHANGED, BATCH = 50_000, 100, 100
WRITERS = 4
WORKERS = 10
RESIDENTS, DOCUMENTS = 2_000, 12_000


def against_kinto(runtime: Runtime, owner: Engine, county: BenchCounty, ours: Load, theirs: Load) -> Iterator[Bar]:
    """An incremental pull of 100 of 50,000, and batches of 100 by four writers at once."""
    own = [str(Bucket(BucketKind.ACCOUNT, county.doctor.account_id)), str(COUNTY_BUCKET)]
    ours.once(ours.connect())
    fill(owner, county.bucket, RECORDS, runtime.feed.registry.shape)
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("vacuum analyze sync_documents"))
    with runtime.sessions.county(COUNTY) as session:
        cursor = cursor_behind(session, county.bucket, own, CHANGED, epoch_of(session, now()))
    ours.path = f"/api/v1/sync/pull?limit=1000&cursor={cursor}"
    theirs.path = kinto.since(theirs, CHANGED)
    mine, other = rates([ours, theirs])
    yield Bar("pull of 100 of 50,000, of Kinto's a second", mine / other, "x", 4, at_least=True)
    yield Bar("pull of 100 of 50,000", mine, "a second")
    pushed, failed = _written(ours, [_pushes(owner, county, turn) for turn in range(WRITERS)])
    batched, _ = _written(theirs, [[("/v1/batch", kinto.batch(range(BATCH)))] * 3] * WRITERS)
    yield Bar("batches of 100 by four writers, of Kinto's a second", pushed / batched, "x", 1, at_least=True)
    yield Bar("commands of these that were not applied", failed, "of 1,200", 0)


def _pushes(owner: Engine, county: BenchCounty, turn: int) -> list[tuple[str, bytes]]:
    today = china_date(now())
    # Years that no other measurement plans visits in.
    visits = plan_visits(owner, county, 3 * BATCH, today + timedelta(days=366 * (30 + turn)))
    batches = [visits[start : start + BATCH] for start in range(0, len(visits), BATCH)]
    bodies = ({"device_id": str(county.device_id), "commands": [check_in(one) for one in batch]} for batch in batches)
    return [("/api/v1/sync/push", json.dumps(body).encode()) for body in bodies]


def _written(load: Load, queues: list[list[tuple[str, bytes]]]) -> tuple[float, int]:
    """Batches a second over all writers, and how many commands came to nothing."""
    failed: list[str] = []
    broken: list[BaseException] = []

    def write(queue: list[tuple[str, bytes]]) -> None:
        writer = load.copy()
        connection = writer.connect()
        try:
            for writer.path, writer.body in queue:
                results: dict[str, Any] = json.loads(writer.once(connection))
                failed.extend(str(one) for one in results.get("results", ()) if one["outcome"] != "applied")
        except (OSError, RuntimeError) as error:
            broken.append(error)
        finally:
            connection.close()

    took = _together([lambda queue=queue: write(queue) for queue in queues])
    if broken:
        raise broken[0]
    return sum(len(queue) for queue in queues) / took, len(failed)


def _together(works: list[Any]) -> float:
    threads = [threading.Thread(target=work) for work in works]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


_COPIES = text(
    "insert into sync_documents (county_id, bucket, kind, id, version, rank, removed, body)"
    " select d.county_id, d.bucket, d.kind, gen_random_uuid(), :n + row_number() over (), d.rank, null, d.body"
    " from (select *, row_number() over (order by id) as place from sync_documents where county_id = :county"
    " and bucket = :bucket and kind = :kind and removed is null limit 40) d, generate_series(1, :times)"
)


def first_downloads(runtime: Runtime, owner: Engine, county: BenchCounty, load: Load, pace: float) -> Iterator[Bar]:
    """Ten workers at once begin from nothing: 2,000 residents, 12,000 documents each, gzip on."""
    plan_visits(owner, county, 40, china_date(now()))
    with runtime.sessions.county(COUNTY) as session:
        runtime.feed.rebuild(session, Bucket(BucketKind.TEAM, county.team_id))
        session.commit()
    with owner.begin() as connection:
        for kind, times in (("resident", RESIDENTS // 40), ("visit", (DOCUMENTS - RESIDENTS) // 40)):
            n = connection.scalar(
                text("select max(version) from sync_documents where county_id = :county and bucket = :bucket"),
                {"county": COUNTY, "bucket": county.bucket},
            )
            about = {"county": COUNTY, "bucket": county.bucket, "kind": kind, "times": times, "n": n}
            connection.execute(_COPIES, about)
        connection.execute(
            text("update sync_buckets set n = n + :n where county_id = :county and bucket = :bucket"),
            {"n": 2 * DOCUMENTS, "county": COUNTY, "bucket": county.bucket},
        )
    seconds: list[float] = []
    sizes: list[tuple[int, int]] = []

    def begin() -> None:
        start = time.perf_counter()
        sizes.append(_download(load))
        seconds.append(time.perf_counter() - start)

    _together([begin] * WORKERS)
    count, size = sizes[0]
    yield Bar(
        "ten first downloads at once, the mean, at the pace of calibration", statistics.mean(seconds) / pace, "s", 8
    )
    yield Bar(f"of {count} documents each", size / 1024, "KiB with gzip")


def _download(load: Load) -> tuple[int, int]:
    """Everything from nothing: (documents, bytes received)."""
    phone = load.copy()
    phone.headers = {**load.headers, "Accept-Encoding": "gzip"}
    connection = phone.connect()
    count = size = 0
    cursor: str | None = None
    more = True
    while more:
        phone.path = "/api/v1/sync/pull?limit=1000" + (f"&cursor={cursor}" if cursor else "")
        packed = phone.once(connection)
        size += len(packed)
        answer = json.loads(gzip.decompress(packed))
        count += len(answer["documents"])
        cursor, more = answer["cursor"], answer["more"]
    connection.close()
    return count, size


def feed_cost(runtime: Runtime, owner: Engine, county: BenchCounty) -> Iterator[Bar]:
    """A check-in by the service, with the feed written in its transaction and without."""
    times: list[list[float]] = [[], []]
    sides = [runtime, runtime.without_feed()]
    # What was filled in at once before this, a county's database has long been vacuumed of.
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("vacuum analyze"))
    for turn in range(10):
        today = china_date(now())
        visits = plan_visits(owner, county, 40, today + timedelta(days=366 * (10 + turn)))
        for number, visit_id in enumerate(visits):
            side = number % 2
            times[side].append(_checked_in(sides[side], county, visit_id))
    with_feed, without = (statistics.median(found) for found in times)
    yield Bar("a transaction with the feed, of the same without", with_feed / without, "x", 1.6)


def _checked_in(runtime: Runtime, county: BenchCounty, visit_id: UUID) -> float:
    command = runtime.feed.registry.commands["visits.check_in"]
    payload = command.schema().load(check_in(visit_id)["payload"])
    start = time.perf_counter()
    with runtime.sessions.county(COUNTY) as session:
        command.run(session, county.doctor, moment_now(now()), visit_id, payload)
        commit(session)
    return time.perf_counter() - start
