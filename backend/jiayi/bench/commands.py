"""Push: a hundred check-ins by commands, against the same rows by the bare ORM in a hundred transactions."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from jiayi.bench.bars import Bar
from jiayi.bench.county import COUNTY, BenchCounty, plan_visits
from jiayi.core.clock import now
from jiayi.core.dates import china_date
from jiayi.core.db import Base
from jiayi.sync.envelope import read
from jiayi.sync.push import push
from jiayi.sync.schemas import PushBody
from jiayi.sync.terms import Bucket, BucketKind

if TYPE_CHECKING:
    from jiayi.app import Runtime

COUNT = 100
ROUNDS = 5


def push_against_orm(runtime: Runtime, owner: Engine, county: BenchCounty) -> Iterator[Bar]:
    """Alternating rounds; the ratio of the medians."""
    ours, bare = [], []
    for turn in range(ROUNDS):
        # Years that no other measurement plans visits in.
        first = china_date(now()) + timedelta(days=366 * 3 + 2 * COUNT * turn)
        visits = plan_visits(owner, county, COUNT, first)
        others = plan_visits(owner, county, COUNT, first + timedelta(days=COUNT))
        with runtime.sessions.county(COUNTY) as session:
            runtime.feed.rebuild(session, Bucket(BucketKind.TEAM, county.team_id))
            session.commit()
        ours.append(_pushed(runtime, county, visits))
        bare.append(_written(runtime, county, others))
    yield Bar(
        "push of 100 check-ins, of the same rows by the bare ORM",
        statistics.median(ours) / statistics.median(bare),
        "x",
        3,
    )
    yield Bar("push of 100 check-ins", statistics.median(ours) * 1000, "ms")


def _pushed(runtime: Runtime, county: BenchCounty, visits: list[UUID]) -> float:
    body = json.loads(json.dumps({"device_id": str(county.device_id), "commands": [check_in(one) for one in visits]}))
    loaded = PushBody().load(body)
    start = time.perf_counter()
    received_at = now()
    results = push(
        runtime.sessions, runtime.feed.registry, county.doctor, [read(one, received_at) for one in loaded["commands"]]
    )
    took = time.perf_counter() - start
    wrong = [result for result in results if result["outcome"] != "applied"]
    if wrong:
        raise RuntimeError(wrong[0])
    return took


def check_in(visit_id: UUID) -> dict[str, Any]:
    """A check-in at the door, as a phone sends it."""
    wall = now().isoformat()
    reading = {"wall": wall, "monotonic_ms": 1, "boot": "b"}
    position = {"latitude": 30.8, "longitude": 106.08, "datum": "wgs84", "accuracy_metres": 12}
    return {
        "id": str(uuid4()), "kind": "visits.check_in", "entity_id": str(visit_id),
        "clock": reading | {"anchor": reading | {"server_time": wall}}, "payload": {"position": position},
    }  # fmt: skip


def _mapped(name: str) -> Any:
    return next(mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__name__ == name)


def _written(runtime: Runtime, county: BenchCounty, visits: list[UUID]) -> float:
    """Every row that a check-in leaves behind, with no rule, no question and no lock."""
    start = time.perf_counter()
    for visit_id in visits:
        with Session(runtime.engine, info={"county_id": COUNTY}) as session:
            _write_one(session, county, visit_id)
            session.commit()
    return time.perf_counter() - start


def _write_one(session: Session, county: BenchCounty, visit_id: UUID) -> None:
    at = now()
    visit = session.get_one(_mapped("Visit"), (COUNTY, visit_id))
    visit.status, visit.started_at = "in_progress", at
    bucket = session.get_one(_mapped("SyncBucket"), (COUNTY, county.bucket))
    bucket.n += 1
    document = session.get(_mapped("SyncDocument"), (COUNTY, county.bucket, "visit", visit_id))
    if document is not None:
        document.version, document.body = bucket.n, document.body
    session.add_all(
        [
            _mapped("VisitCheck")(
                visit_id=visit_id, kind="in", clinician_id=county.doctor_id, occurred_at=at, captured_at=at,
                received_at=at, is_clock_doubtful=False, latitude=30.8, longitude=106.08, datum_source="wgs84",
                accuracy_metres=12, distance_metres=0, verdict="inside",
            ),
            _mapped("SyncReceipt")(
                id=uuid4(), account_id=county.doctor.account_id, kind="visits.check_in", entity_id=visit_id,
                payload_sha256="0" * 64, outcome="applied", occurred_at=at, received_at=at,
            ),
            _mapped("AuditEntry")(
                happened_at=at, account_id=county.doctor.account_id, role="clinician", action="visits.check_in",
                subject=f"visit:{visit_id}",
            ),
        ]
    )  # fmt: skip
