"""Jobs: kept with the change that causes them, done once a county, put back when their worker was killed."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import procrastinate
import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import ProgrammingError

from jiayi.app import Runtime
from jiayi.core import audit, jobs
from jiayi.core.clock import now as clock_now
from jiayi.core.database import APP_ROLE, Urls
from jiayi.core.db import commit
from jiayi.identity import service as identity
from jiayi.identity.terms import Role
from jiayi.notify import service as notify
from jiayi.worker import GIVEN_UP, worker_app
from tests.push_service import Browser, PushService, push_service
from tests.world import COUNTY, World

OTHER_COUNTY = 511398


@pytest.fixture
def worker(runtime: Runtime, database: Urls) -> procrastinate.App:
    return worker_app(runtime.sessions, database.app)


@pytest.fixture
def pushes() -> Iterator[PushService]:
    with push_service() as running:
        yield running


def test_a_job_is_there_once_its_transaction_is_committed(runtime: Runtime, owner: Engine) -> None:
    with runtime.sessions.county(COUNTY) as session:
        jobs.defer(session, "notify.prune")
        assert _jobs(owner) == []
        commit(session)
    assert [(job["task_name"], job["args"]) for job in _jobs(owner)] == [("notify.prune", {"county_id": COUNTY})]


def test_a_job_goes_with_the_transaction_that_is_rolled_back(runtime: Runtime, owner: Engine) -> None:
    with runtime.sessions.county(COUNTY) as session:
        jobs.defer(session, "notify.prune")
        session.rollback()
        jobs.defer(session, "audit.seal")
        commit(session)
    assert [job["task_name"] for job in _jobs(owner)] == ["audit.seal"]


def test_of_several_that_wait_with_one_lock_the_first_stays_and_nothing_else_is_lost(
    runtime: Runtime, owner: Engine
) -> None:
    with runtime.sessions.county(COUNTY) as session:
        audit.record(session, at=clock_now(), account_id=None, role="test", action="test.one")
        for _ in range(3):
            jobs.defer(session, "notify.prune", queueing_lock="prune")
        audit.record(session, at=clock_now(), account_id=None, role="test", action="test.two")
        commit(session)
    assert len(_jobs(owner)) == 1
    with owner.connect() as connection:
        kept = connection.scalars(text("select action from audit_entries where role = 'test' order by id")).all()
    assert list(kept) == ["test.one", "test.two"]


def test_what_is_told_leaves_the_house_without_waiting_for_the_next_minute(
    runtime: Runtime, world: World, worker: procrastinate.App, pushes: PushService
) -> None:
    browser = Browser()
    with runtime.sessions.county(COUNTY) as session:
        notify.subscribe(
            session, world.daughter, clock_now(), endpoint=f"{pushes.origin}/daughter", keys=browser.keys()
        )
        notify.tell(
            session, clock_now(), world.daughter.account_id, "visits.notice.requested", {"resident_name": "丁大川"},
            "/visits", "event:1", is_urgent=True,
        )  # fmt: skip
        commit(session)
    _work(worker)
    assert [browser.read(push.body)["url"] for push in pushes.received] == ["/visits"]


def test_what_comes_round_is_done_for_every_county(
    runtime: Runtime, world: World, worker: procrastinate.App, owner: Engine
) -> None:
    with runtime.sessions.county(OTHER_COUNTY) as session:
        account_id = world.supervisor.account_id
        identity.ensure_membership(
            session, account_id=account_id, county_id=OTHER_COUNTY, role=Role.SUPERVISOR, subject_id=None, name="区督导"
        )
        commit(session)
    for county_id in (COUNTY, OTHER_COUNTY):
        _note(runtime, "test.first", county_id)
    _age(owner, "1 minute")
    with runtime.sessions.identity() as session:
        jobs.defer(session, "audit.seal.each_county", timestamp=0)
        commit(session)
    _work(worker)
    with owner.connect() as connection:
        sealed = connection.scalars(text("select distinct county_id from audit_seals order by 1")).all()
    assert list(sealed) == [OTHER_COUNTY, COUNTY]
    assert audit.verify(owner) == []


def test_a_job_whose_worker_was_killed_is_done_by_the_next_one(
    runtime: Runtime, world: World, worker: procrastinate.App, owner: Engine
) -> None:
    _killed(runtime, owner, attempts=0)
    _retry_stalled(runtime)
    _work(worker)
    assert [job for job in _jobs(owner) if job["task_name"] == "notify.prune"] == []


def test_a_job_of_a_worker_that_lives_is_left_alone(
    runtime: Runtime, world: World, worker: procrastinate.App, owner: Engine
) -> None:
    _killed(runtime, owner, attempts=0, silent_seconds=1)
    _retry_stalled(runtime)
    _work(worker)
    (job,) = [job for job in _jobs(owner) if job["task_name"] == "notify.prune"]
    assert job["status"] == "doing"


def test_a_job_that_takes_every_worker_down_is_given_up(
    runtime: Runtime, world: World, worker: procrastinate.App, owner: Engine
) -> None:
    _killed(runtime, owner, attempts=GIVEN_UP)
    _retry_stalled(runtime)
    _work(worker)
    (job,) = [job for job in _jobs(owner) if job["task_name"] == "notify.prune"]
    assert job["status"] == "failed"


def test_a_stalled_job_gives_way_to_its_like_that_waits(
    runtime: Runtime, world: World, worker: procrastinate.App, owner: Engine
) -> None:
    _killed(runtime, owner, attempts=0, queueing_lock="prune")
    _retry_stalled(runtime)
    with runtime.sessions.county(COUNTY) as session:
        jobs.defer(session, "notify.prune", queueing_lock="prune")
        commit(session)
    _work(worker)
    assert [job["status"] for job in _jobs(owner) if job["task_name"] == "notify.prune"] == ["failed"]


def test_a_task_that_fails_is_tried_again_later(
    runtime: Runtime, world: World, worker: procrastinate.App, owner: Engine
) -> None:
    def fail(_sessions: object, county_id: int) -> None:
        raise RuntimeError(county_id)

    from jiayi import worker as module

    module._register(worker, runtime.sessions, jobs.CountyTask("test.fail", fail))
    with runtime.sessions.county(COUNTY) as session:
        jobs.defer(session, "test.fail")
        commit(session)
    _work(worker)
    (job,) = [job for job in _jobs(owner) if job["task_name"] == "test.fail"]
    assert (job["status"], job["attempts"]) == ("todo", 1)


def test_every_feature_has_its_tasks_registered(worker: procrastinate.App) -> None:
    assert {
        "audit.seal", "contracts.expire_due", "notify.send_due", "notify.remind_due", "prescriptions.expire_due",
        "prescriptions.remind_of_supply_ends",
    } <= set(worker.tasks)  # fmt: skip


def test_the_worker_is_the_applications_role(worker: procrastinate.App) -> None:
    conninfo = worker.connector._pool_args["conninfo"]  # type: ignore[attr-defined]
    assert make_url(conninfo).username == APP_ROLE


def test_the_application_cannot_touch_what_is_sealed(runtime: Runtime, world: World) -> None:
    audit.seal(runtime.sessions, COUNTY)
    for statement in (
        "update audit_entries set action = 'nothing'",
        "delete from audit_entries",
        "select * from audit_entries",
        "insert into audit_seals values (1, 1, now(), '[]', '')",
        "delete from audit_seals",
    ):
        with runtime.sessions.county(COUNTY) as session, pytest.raises(ProgrammingError, match="permission denied"):
            session.execute(text(statement))


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("update audit_entries set action = 'visits.cancel' where id = :id", "was changed"),
        ("update audit_entries set account_id = gen_random_uuid() where id = :id", "was changed"),
        ("delete from audit_entries where id = :id", "does not hold the entries"),
        ("update audit_entries set seal_number = null where id = :id", "does not hold the entries"),
        ("delete from audit_seals where number = 1", "seal 1 is missing"),
        ("update audit_seals set entry_ids = '[]' where number = 2 and :id is not null", "does not hold the entries"),
    ],
)
def test_whoever_meddles_with_the_audit_is_found_out(
    runtime: Runtime, world: World, owner: Engine, fault: str, found: str
) -> None:
    first = _sealed(runtime, owner, "test.first")
    _sealed(runtime, owner, "test.second")
    assert audit.verify(owner) == []
    with owner.begin() as connection:
        connection.execute(text(fault), {"id": first} if ":id" in fault else {})
    problems = audit.verify(owner)
    assert any(found in problem and str(COUNTY) in problem for problem in problems), problems


def test_an_audit_that_is_no_longer_sealed_is_noticed(runtime: Runtime, owner: Engine) -> None:
    _sealed(runtime, owner, "test.first")
    _note(runtime, "test.second")
    assert audit.verify(owner) == []
    _age(owner, "1 hour")
    assert audit.verify(owner) == [f"county {COUNTY}: 1 entries should be sealed and are not"]
    audit.seal(runtime.sessions, COUNTY)
    assert audit.verify(owner) == []


def test_sealing_again_adds_nothing(runtime: Runtime, world: World, owner: Engine) -> None:
    _sealed(runtime, owner, "test.first")
    audit.seal(runtime.sessions, COUNTY)
    with owner.connect() as connection:
        assert connection.scalar(text("select max(number) from audit_seals")) == 1


def _sealed(runtime: Runtime, owner: Engine, action: str) -> Any:
    """Note an act and seal it with all before it; the entry's id."""
    _note(runtime, action)
    _age(owner, "5 seconds")
    audit.seal(runtime.sessions, COUNTY)
    with owner.connect() as connection:
        return connection.scalar(text("select id from audit_entries where action = :action"), {"action": action})


def _note(runtime: Runtime, action: str, county_id: int = COUNTY) -> None:
    with runtime.sessions.county(county_id) as session:
        audit.record(session, at=clock_now(), account_id=uuid4(), role="test", action=action, detail={"词": ["一", 2]})
        commit(session)


def _age(owner: Engine, by: str) -> None:
    with owner.begin() as connection:
        statement = (
            "update audit_entries set happened_at = happened_at - cast(:by as interval) where seal_number is null"
        )
        connection.execute(text(statement), {"by": by})


def _jobs(owner: Engine) -> list[dict[str, Any]]:
    with owner.connect() as connection:
        rows = connection.execute(
            text("select task_name, status::text, args, attempts from procrastinate_jobs order by id")
        )
        return [dict(row) for row in rows.mappings()]


def _work(worker: procrastinate.App) -> None:
    """Work until nothing is left to do."""
    worker.run_worker(wait=False, delete_jobs="successful", install_signal_handlers=False, listen_notify=False)


def _killed(
    runtime: Runtime, owner: Engine, *, attempts: int, silent_seconds: int = 3600, queueing_lock: str | None = None
) -> None:
    """A job as a worker leaves it that is killed in the middle."""
    with runtime.sessions.county(COUNTY) as session:
        jobs.defer(session, "notify.prune", queueing_lock=queueing_lock)
        commit(session)
    with owner.begin() as connection:
        worker_id = connection.scalar(
            text(
                "insert into procrastinate_workers (last_heartbeat)"
                " values (now() - make_interval(secs => :silent)) returning id"
            ),
            {"silent": silent_seconds},
        )
        connection.execute(
            text("update procrastinate_jobs set status = 'doing', worker_id = :worker, attempts = :attempts"),
            {"worker": worker_id, "attempts": attempts},
        )


def _retry_stalled(runtime: Runtime) -> None:
    with runtime.sessions.identity() as session:
        jobs.defer(session, "worker.retry_stalled", timestamp=0)
        commit(session)
