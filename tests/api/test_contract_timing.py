"""What time does to contracts, also when the worker was away or was killed in the middle of it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import procrastinate
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.contracts import messages, service
from jiayi.contracts.terms import Phase, SignMethod
from jiayi.core import jobs
from jiayi.core.clock import now
from jiayi.core.database import Urls
from jiayi.core.dates import add_months, china_date
from jiayi.core.db import commit
from jiayi.sync import verify
from jiayi.worker import worker_app
from tests.signing import accepted, by_hand, packages
from tests.world import World, sign_contract

TODAY = china_date(now())
DAY = timedelta(days=1)


def signed_for(session: Session, world: World, resident_id: Any, *, ends_in: int, leader: Any = None) -> Any:
    """A contract of one year that ends so many days from today."""
    at = datetime.combine(add_months(TODAY + ends_in * DAY, -12), datetime.min.time(), UTC) + timedelta(hours=4)
    actor = leader or world.leader
    extra = {"resident_id": resident_id, "team_id": world.other_team_id if leader else world.team_id}
    return by_hand(session, actor, accepted(session, world, at=at, leader=actor, **extra), at)


def eventful(session: Session, world: World) -> None:
    """Everything that comes due on one day: an end, a renewal, a change, an end agreed ahead, a place nobody took."""
    old = signed_for(session, world, world.elder_id, ends_in=1)
    by_hand(session, world.leader, accepted(session, world, "P2"))
    early = signed_for(session, world, world.neighbour_id, ends_in=90)
    service.terminate(session, world.leader, now(), early.id, reason_code="moved_away", ended_on=TODAY + DAY)
    moving = signed_for(session, world, world.other_elder_id, ends_in=90, leader=world.other_leader)
    service.change_team(
        session, world.other_leader, now(), moving.id, amendment_id=uuid4(), team_id=world.team_id, from_on=TODAY + 2 * DAY
    )  # fmt: skip
    assert old.ends_on == TODAY + DAY


def states(runtime: Runtime, world: World) -> list[tuple[Any, ...]]:
    with runtime.sessions.county(world.county_id) as session:
        rows = session.execute(
            text(
                "select c.status, c.end_reason, c.ended_on, c.team_id, count(l.id) from contracts c"
                " left join ledger_entries l on l.contract_id = c.id group by c.county_id, c.id order by c.id"
            )
        )
        return [tuple(row) for row in rows]


def test_a_turn_that_was_cut_off_is_done_again_and_nothing_happens_twice(
    runtime: Runtime, world: World, owner: Engine
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        eventful(session, world)
        commit(session)
    late = now() + 20 * DAY
    before = states(runtime, world)
    with runtime.sessions.county(world.county_id) as session:
        assert service.expire_due(session, late) == 4
        session.rollback()  # Killed before the end.
    assert states(runtime, world) == before
    found = []
    for _ in range(2):
        with runtime.sessions.county(world.county_id) as session:
            found.append(service.expire_due(session, late))
            messages.remind(session, late)
            commit(session)
    assert found == [4, 0]
    assert sorted(row[0] for row in states(runtime, world)) == ["active", "active", "expired", "terminated"]
    assert messages_of(runtime, world) == messages_again(runtime, world, late)
    with runtime.sessions.county(world.county_id) as session:
        assert list(verify.verify(session, runtime.feed)) == []


def messages_of(runtime: Runtime, world: World) -> int:
    with runtime.sessions.county(world.county_id) as session:
        return int(session.scalar(text("select count(*) from outgoing_messages")) or 0)


def messages_again(runtime: Runtime, world: World, at: datetime) -> int:
    with runtime.sessions.county(world.county_id) as session:
        messages.remind(session, at)
        commit(session)
    return messages_of(runtime, world)


def test_days_without_a_worker_end_as_days_with_one(runtime: Runtime, world: World) -> None:
    """Turn by turn, or all at once after a fortnight: the same."""
    ends = []
    for days in (range(1, 15), (14,)):
        with runtime.sessions.county(world.county_id) as session:
            eventful(session, world)
            for day in days:
                service.expire_due(session, now() + day * DAY)
            session.flush()
            rows = session.execute(
                text(
                    "select status, end_reason, ended_on, team_id, starts_on from contracts order by starts_on, ended_on"
                )
            )
            ends.append([tuple(row) for row in rows])
            session.rollback()
    assert ends[0] == ends[1]


def test_one_contract_that_cannot_be_helped_does_not_hold_up_the_others(
    runtime: Runtime, world: World, owner: Engine
) -> None:
    """Of two renewals of one person, which cannot be, one begins and one waits; what comes after them does not."""
    with runtime.sessions.county(world.county_id) as session:
        signed_for(session, world, world.elder_id, ends_in=1)
        ahead = by_hand(session, world.leader, accepted(session, world))
        commit(session)
    with owner.begin() as connection:
        connection.execute(
            text(
                "insert into contracts select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*"
                " from contracts c where id = :id"
            ),
            {"id": ahead.id},
        )
    with runtime.sessions.county(world.county_id) as session:
        late = signed_for(session, world, world.other_elder_id, ends_in=90, leader=world.other_leader)
        service.change_team(
            session, world.other_leader, now(), late.id, amendment_id=uuid4(), team_id=world.team_id, from_on=TODAY + DAY
        )  # fmt: skip
        assert service.expire_due(session, now() + 3 * DAY) == 3
        assert late.team_id == world.team_id


def test_the_worker_does_it_for_the_county(runtime: Runtime, world: World, database: Urls, owner: Engine) -> None:
    """What has stood for a year and a day is over after the first turn."""
    long_ago = now() - 400 * DAY
    with runtime.sessions.county(world.county_id) as session:
        contract = by_hand(session, world.leader, accepted(session, world, at=long_ago), long_ago)
        jobs.defer(session, "contracts.expire_due")
        jobs.defer(session, "contracts.remind")
        commit(session)
    _work(worker_app(runtime.sessions, database.app))
    with runtime.sessions.county(world.county_id) as session:
        assert service.get(session, contract.id).status == "expired"


def _work(app: procrastinate.App) -> None:
    import asyncio

    async def run() -> None:
        async with app.open_async():
            await app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)

    asyncio.run(run())


@pytest.mark.parametrize(("days", "said"), [(22, 0), (23, 1), (45, 1)], ids=["early", "a week before", "late"])
def test_the_leader_hears_once_that_nobody_has_been_there(runtime: Runtime, world: World, days: int, said: int) -> None:
    contract_id = sign_contract(runtime, world, world.elder_id, "P1", on=now() - DAY)
    with runtime.sessions.county(world.county_id) as session:
        for _ in range(2):
            messages.remind(session, now() + days * DAY)
        assert first_visit_notices(session) == said
        service.consume(session, now(), contract_id, "A01", TODAY, uuid4())
        messages.remind(session, now() + (days + 1) * DAY)
        assert first_visit_notices(session) == said


def first_visit_notices(session: Session) -> int:
    session.flush()
    return int(session.scalar(text("select count(*) from notices where code = 'contracts.notice.first_visit'")) or 0)


def test_whoever_renews_is_known_and_needs_no_first_visit(runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        signed_for(session, world, world.elder_id, ends_in=0)
        by_hand(session, world.leader, accepted(session, world))
        service.expire_due(session, now() + DAY)
        messages.remind(session, now() + 26 * DAY)
        assert first_visit_notices(session) == 0
        assert packages(session, "P1")


@pytest.mark.parametrize(("days", "said"), [(2, 0), (4, 1), (9, 1)])
def test_who_took_the_photo_hears_once_that_it_has_not_come(
    runtime: Runtime, world: World, days: int, said: int
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = by_hand(session, world.nurse, accepted(session, world), method=SignMethod.PAPER, photo_sha256="ab" * 32)
        assert service.file(session, world.nurse, now(), one.id)["proof_awaited_since_on"] == TODAY
        for _ in range(2):
            messages.remind(session, now() + days * DAY)
        session.flush()
        told = "select count(*) from notices where code = 'contracts.notice.photo_missing'"
        assert session.scalar(text(told)) == said


def test_a_list_tells_what_ends_soon_until_the_next_is_signed(runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        signed_for(session, world, world.elder_id, ends_in=5)
        (row,) = service.page_of(session, world.leader, now(), cursor=None, limit=9)["items"]
        assert row["phase"] is Phase.EXPIRING
        by_hand(session, world.leader, accepted(session, world))
        rows = service.page_of(session, world.leader, now(), cursor=None, limit=9)["items"]
        assert [one["phase"] for one in rows] == [None, None]
