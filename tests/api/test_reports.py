"""What managers and supervisors are told: people, each once, with the fraction beside the rate."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.contracts import service as contracts
from jiayi.core.db import commit
from jiayi.core.errors import Forbidden, Invalid
from jiayi.followups.models import FollowUp, ProgrammeEnrolment
from jiayi.followups.terms import FollowupClass, FollowUpStatus, Programme
from jiayi.reports import service
from jiayi.reports.terms import Rate
from jiayi.residents import service as residents
from jiayi.residents.terms import Sex
from jiayi.visits.terms import ConfirmMethod
from tests import world as people
from tests.counting import counted
from tests.indicators import performed
from tests.phone import signed_in
from tests.world import World, sign_contract

BEGAN = datetime(2025, 3, 1, 4, 0, tzinfo=UTC)
SIGNED = datetime(2026, 1, 9, 4, 0, tzinfo=UTC)
"""In force since 10 January 2026: a quarter of the year is over on 10 April, half of it on 10 July."""
NOW = datetime(2026, 7, 20, 4, 0, tzinfo=UTC)
TODAY = date(2026, 7, 20)
READINGS = 3
"""Names of teams, whether the county is large, everything that is counted."""


@pytest.fixture
def world(world: World, owner: Engine) -> World:
    """The small county as if its people had been registered long ago."""
    with owner.begin() as connection:
        connection.execute(text("update residents set registered_at = :began"), {"began": BEGAN})
    return world


def total(session: Session, world: World, on: date = TODAY) -> SimpleNamespace:
    return SimpleNamespace(**service.overview(session, world.manager, NOW, on=on)["total"])


def visit(session: Session, world: World, resident_id: UUID, on: date, method: ConfirmMethod | None) -> None:
    """A finished visit at the resident's home."""
    performed(session, world, resident_id, "B01", on, method=method)


def serve(session: Session, world: World, resident_id: UUID, *days: date) -> None:
    for day in days:
        performed(session, world, resident_id, "B01", day)


def test_coverage_counts_people_and_key_groups_each_once(session: Session, runtime: Runtime, world: World) -> None:
    residents.register(session, world.nurse, BEGAN, uuid4(), name="余海", birth_on=date(1990, 1, 1), sex=Sex.MALE)
    commit(session)
    sign_contract(runtime, world, world.elder_id, "P2", on=SIGNED)
    found = total(session, world)
    assert (found.signed, found.key_group_signed) == (Rate(1, 4), Rate(1, 3))
    assert (found.signed.percent, found.key_group_signed.percent) == (25.0, 33.3)


def test_a_census_looks_at_its_own_day(session: Session, runtime: Runtime, world: World) -> None:
    sign_contract(runtime, world, world.elder_id, "P2", on=SIGNED)
    assert total(session, world, date(2026, 1, 9)).signed == Rate(0, 3)
    assert total(session, world, date(2026, 1, 10)).signed == Rate(1, 3)
    assert total(session, world, date(2025, 2, 28)).residents_count == 0


def test_of_nobody_there_is_no_rate(session: Session, world: World) -> None:
    found = total(session, world)
    assert (found.fulfilled, found.fulfilled.percent) == (Rate(0, 0), None)
    assert found.visits_confirmed.percent is None


def test_what_is_owed_falls_due_part_by_part(session: Session, runtime: Runtime, world: World) -> None:
    sign_contract(runtime, world, world.elder_id, "P2", on=SIGNED)
    assert total(session, world, date(2026, 4, 9)).due_count == 0
    assert total(session, world, date(2026, 4, 11)).fulfilled == Rate(0, 1)
    serve(session, world, world.elder_id, date(2026, 4, 11))
    assert total(session, world, date(2026, 4, 11)).fulfilled == Rate(1, 1)
    assert total(session, world, date(2026, 7, 12)).fulfilled == Rate(0, 1)
    serve(session, world, world.elder_id, date(2026, 7, 12))
    assert total(session, world, date(2026, 7, 12)).fulfilled == Rate(1, 1)
    assert total(session, world, date(2026, 7, 11)).fulfilled == Rate(0, 1), "what came later does not count back"


def test_what_fell_due_last_year_is_not_owed_this_year(session: Session, runtime: Runtime, world: World) -> None:
    sign_contract(runtime, world, world.elder_id, "P2", on=datetime(2025, 7, 1, 4, tzinfo=UTC))
    assert total(session, world, date(2025, 12, 31)).due_count == 1
    assert total(session, world, date(2026, 1, 1)).due_count == 0
    assert total(session, world, date(2026, 4, 10)).due_count == 1


def test_signed_for_90_days_and_nobody_ever_came(session: Session, runtime: Runtime, world: World) -> None:
    sign_contract(runtime, world, world.elder_id, "P2", on=SIGNED)
    sign_contract(runtime, world, world.neighbour_id, "P2", on=SIGNED)
    assert total(session, world, date(2026, 4, 9)).unserved_count == 0
    assert total(session, world, date(2026, 4, 10)).unserved_count == 2
    visit(session, world, world.elder_id, date(2026, 4, 15), None)
    assert total(session, world).unserved_count == 1
    assert total(session, world, date(2026, 4, 14)).unserved_count == 2


def test_what_does_not_count_serves_nobody(session: Session, runtime: Runtime, world: World) -> None:
    sign_contract(runtime, world, world.elder_id, "P2", on=SIGNED)
    performed(session, world, world.elder_id, "B01", date(2026, 4, 1), is_counted=False)
    assert (total(session, world).unserved_count, total(session, world).fulfilled) == (1, Rate(0, 1))


def test_visits_of_this_month_are_told_apart(session: Session, world: World) -> None:
    visit(session, world, world.elder_id, date(2026, 6, 30), None)
    visit(session, world, world.elder_id, date(2026, 7, 1), None)
    found = total(session, world)
    assert (found.visits_month_count, found.visits_count) == (1, 2)


def test_visits_of_this_year_and_those_that_were_confirmed(session: Session, world: World) -> None:
    visit(session, world, world.elder_id, date(2026, 4, 15), ConfirmMethod.STROKES)
    visit(session, world, world.elder_id, date(2026, 5, 15), ConfirmMethod.REFUSED)
    visit(session, world, world.neighbour_id, date(2026, 6, 15), None)
    visit(session, world, world.elder_id, date(2025, 12, 31), ConfirmMethod.STROKES)
    found = total(session, world)
    assert (found.visits_count, found.visits_confirmed) == (3, Rate(1, 3))


def test_control_looks_at_the_last_follow_up_of_the_year_and_who_is_lost_is_not_in_target(
    session: Session, world: World
) -> None:
    def follow_up(resident_id: UUID, on: date, *, is_in_target: bool | None) -> None:
        status = FollowUpStatus.LOST if is_in_target is None else FollowUpStatus.DONE
        done_at = None if is_in_target is None else datetime(on.year, on.month, on.day, 2, tzinfo=UTC)
        session.add(
            FollowUp(
                resident_id=resident_id, programme=Programme.HYPERTENSION, due_on=on, status=status, done_at=done_at,
                is_in_target=is_in_target, outcome=None if is_in_target is None else FollowupClass.SATISFIED,
                is_face_to_face=is_in_target is not None,
            )
        )  # fmt: skip
        session.flush()

    for one in (world.elder_id, world.neighbour_id, world.other_elder_id):
        session.add(ProgrammeEnrolment(resident_id=one, programme=Programme.HYPERTENSION, enrolled_on=date(2025, 6, 1)))
    follow_up(world.elder_id, date(2026, 2, 1), is_in_target=False)
    follow_up(world.elder_id, date(2026, 5, 1), is_in_target=True)
    follow_up(world.neighbour_id, date(2026, 2, 1), is_in_target=True)
    follow_up(world.neighbour_id, date(2026, 5, 1), is_in_target=False)
    follow_up(world.other_elder_id, date(2025, 12, 1), is_in_target=True)
    assert total(session, world).controlled == Rate(1, 3)
    follow_up(world.elder_id, date(2026, 7, 1), is_in_target=None)
    assert total(session, world).controlled == Rate(0, 3)


def test_contracts_that_ran_out_and_those_that_another_follows(
    session: Session, runtime: Runtime, world: World
) -> None:
    long_ago = datetime(2025, 6, 9, 4, 0, tzinfo=UTC)
    sign_contract(runtime, world, world.elder_id, "P1", on=long_ago)
    sign_contract(runtime, world, world.neighbour_id, "P1", on=long_ago)
    contracts.expire_due(session, datetime(2026, 6, 10, 4, 0, tzinfo=UTC))
    commit(session)
    assert total(session, world).renewed == Rate(0, 2)
    sign_contract(runtime, world, world.elder_id, "P1", on=datetime(2026, 6, 20, 4, 0, tzinfo=UTC))
    assert total(session, world).renewed == Rate(1, 2)


def test_the_dead_are_counted_no_more(session: Session, runtime: Runtime, world: World) -> None:
    sign_contract(runtime, world, world.elder_id, "P2", on=SIGNED)
    residents.record_death(session, world.nurse, NOW - timedelta(days=2), world.elder_id, TODAY - timedelta(days=2))
    assert total(session, world).signed == Rate(0, 2)
    assert total(session, world, TODAY - timedelta(days=3)).signed == Rate(1, 3)


def test_teams_and_villages_sum_to_the_whole(session: Session, runtime: Runtime, world: World) -> None:
    sign_contract(runtime, world, world.elder_id, "P2", on=SIGNED)
    sign_contract(runtime, world, world.other_elder_id, "P1", leader=world.other_leader, on=SIGNED)
    visit(session, world, world.elder_id, date(2026, 4, 15), ConfirmMethod.CODE)
    found = service.overview(session, world.supervisor, NOW)
    by_team = {one["team_id"]: SimpleNamespace(**one["counts"]) for one in found["teams"]}
    assert by_team[world.team_id].signed == Rate(1, 2)
    assert by_team[world.other_team_id].signed == Rate(1, 1)
    assert [one["name"] for one in found["teams"]] == ["第一团队", "第二团队"]
    (village,) = found["villages"]
    assert village["team_ids"] == sorted([world.team_id, world.other_team_id])
    for parts in (found["organizations"], found["teams"], found["villages"]):
        for name in ("residents_count", "signed_count", "due_count", "unserved_count", "visits_count"):
            assert sum(one["counts"][name] for one in parts) == found["total"][name], name
    alone = service.overview(session, world.manager, NOW, team_id=world.team_id)
    assert SimpleNamespace(**alone["total"]) == by_team[world.team_id]


def test_the_overview_takes_three_readings_however_many_teams(session: Session, runtime: Runtime, world: World) -> None:
    session.connection()
    with counted() as queries:
        service.overview(session, world.manager, NOW)
    assert len([one for one in queries if one.lstrip().lower().startswith(("select", "with"))]) == READINGS, queries


def test_nobody_counts_tomorrow_and_only_the_office_counts(session: Session, world: World) -> None:
    with pytest.raises(Invalid, match="on"):
        service.overview(session, world.manager, NOW, on=TODAY + timedelta(days=1))
    for actor in (world.leader, world.nurse, world.admin, world.elder, world.daughter):
        with pytest.raises(Forbidden):
            service.overview(session, actor, NOW)


def test_the_manager_reads_it_over_http(app: Flask, runtime: Runtime, world: World) -> None:
    sign_contract(runtime, world, world.elder_id, "P2", on=SIGNED)
    found: dict[str, Any] = signed_in(app, people.MANAGER).get("/reports/overview?on=2026-07-20").json
    assert found["total"]["signed"] == {"numerator": 1, "denominator": 3, "percent": 33.3}
    assert found["total"]["unserved_count"] == 1
    assert [one["village"] for one in found["villages"]] == ["石板桥"]
    assert signed_in(app, people.LEADER).get("/reports/overview").status_code == 403


@pytest.mark.parametrize(("on", "status"), [("1990-01-01", 200), ("0001-01-01", 422), ("9999-12-31", 422)])
def test_any_day_of_the_calendar_gets_an_answer(app: Flask, world: World, on: str, status: int) -> None:
    assert signed_in(app, people.MANAGER).get(f"/reports/overview?on={on}").status_code == status


def test_percent_is_rounded_half_up_to_one_decimal() -> None:
    assert Rate(341, 452).percent == 75.4
    assert Rate(1, 2000).percent == 0.1
    assert Rate(1, 8).percent == 12.5
    assert Rate(0, 3).percent == 0.0
