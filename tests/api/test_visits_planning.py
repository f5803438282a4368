"""Who goes when: assigning, the order of a day, what is still free. Nobody is sent to two places at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, text

from jiayi.app import Runtime
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.core.errors import Busy, Problem
from jiayi.notify import delivery
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import Profession, Title
from jiayi.visits import service
from tests import world as people
from tests.phone import Phone
from tests.visiting import Visiting, good, tomorrow, tomorrow_at


def test_the_leader_says_who_goes_and_when(visiting: Visiting) -> None:
    visit = visiting.accepted()
    planned = good(visiting.assign(visit))
    assert (planned["status"], planned["clinician_ids"]) == ("scheduled", [str(visiting.world.nurse_id)])
    assert datetime.fromisoformat(planned["planned_start_at"]) == tomorrow_at(9)
    assert _told(visiting.nurse) == {"visits.notice.assigned"}
    assert "visits.notice.scheduled" in _told(visiting.elder)


def test_nobody_goes_alone_to_a_home_where_nobody_has_been(visiting: Visiting) -> None:
    first = visiting.accepted("D01")
    assert visiting.seen(first)["is_first_visit"] is True
    alone = visiting.world.nurse_id
    refused = visiting.unchanged(lambda: visiting.assign(first, alone, has_video_link=False))
    assert (refused.status_code, _code(refused)) == (409, "visits.refused.first_visit_alone")
    good(visiting.assign(first, visiting.world.nurse_id, visiting.world.doctor_id, has_video_link=False))
    good(visiting.assign(first, visiting.world.nurse_id, has_video_link=True))
    assert visiting.seen(first)["has_video_link"] is True


def test_where_somebody_has_been_one_goes_alone(visiting: Visiting) -> None:
    visiting.done("D01")
    again = visiting.accepted("D01")
    assert visiting.seen(again)["is_first_visit"] is False
    good(visiting.assign(again, visiting.world.nurse_id, start=tomorrow_at(15), has_video_link=False))


def test_somebody_else_may_go_instead(visiting: Visiting) -> None:
    visit = visiting.scheduled("D01")
    trainee = _nurse(visiting, years=8)
    planned = good(visiting.assign(visit, trainee, start=tomorrow_at(10)))
    assert planned["clinician_ids"] == [str(trainee)]
    other = visiting.accepted()
    assert visiting.assign(other, start=tomorrow_at(9)).status_code == 200, "the first nurse is free again"


def test_a_nurse_with_four_years_is_not_sent_to_change_a_catheter(visiting: Visiting) -> None:
    """T25."""
    visit = visiting.accepted("D04")
    trainee = _nurse(visiting, years=4)
    answer = visiting.unchanged(lambda: visiting.assign(visit, trainee))
    assert (answer.status_code, _code(answer)) == (403, "catalogue.refused.too_few_years")
    assert visiting.assign(visit).status_code == 200, "one with many years is"


def test_a_nurse_is_not_sent_for_what_a_doctor_does(visiting: Visiting) -> None:
    visit = visiting.accepted("B01")
    answer = visiting.unchanged(lambda: visiting.assign(visit))
    assert (answer.status_code, _code(answer)) == (403, "catalogue.refused.wrong_profession")


def test_what_needs_two_is_not_given_to_one(visiting: Visiting) -> None:
    visit = visiting.accepted("C07")
    answer = visiting.unchanged(lambda: visiting.assign(visit, visiting.world.doctor_id))
    assert (answer.status_code, _code(answer)) == (409, "visits.refused.too_few_clinicians")
    assert visiting.assign(visit, visiting.world.doctor_id, visiting.world.nurse_id).status_code == 200


def test_what_needs_a_doctor_and_a_nurse_is_not_given_to_two_doctors(visiting: Visiting) -> None:
    visit = visiting.accepted("D12")
    answer = visiting.unchanged(lambda: visiting.assign(visit, visiting.world.doctor_id, visiting.world.leader_id))
    assert (answer.status_code, _code(answer)) == (409, "catalogue.refused.role_missing")


@pytest.mark.parametrize(
    ("start", "minutes", "code"),
    [
        pytest.param(tomorrow_at(9), -10, "visits.refused.window_backwards", id="the end before the start"),
        pytest.param(tomorrow_at(7, 30), 40, "visits.refused.outside_hours", id="too early"),
        pytest.param(tomorrow_at(18, 30), 40, "visits.refused.outside_hours", id="too late"),
        pytest.param(tomorrow_at(17), 500, "visits.refused.window_over_midnight", id="over midnight"),
    ],
)
def test_a_window_must_fit_the_day(visiting: Visiting, start: datetime, minutes: int, code: str) -> None:
    visit = visiting.accepted()
    answer = visiting.unchanged(lambda: visiting.assign(visit, start=start, minutes=minutes))
    assert (answer.status_code, _code(answer)) == (409, code)


def test_palliative_care_knows_no_office_hours(visiting: Visiting) -> None:
    visit = visiting.accepted("D12")
    world = visiting.world
    assert visiting.assign(visit, world.nurse_id, world.doctor_id, start=tomorrow_at(20)).status_code == 200


def test_nobody_of_another_team_is_sent(visiting: Visiting) -> None:
    visit = visiting.accepted()
    answer = visiting.unchanged(lambda: visiting.assign(visit, visiting.world.other_nurse_id))
    assert _code(answer) == "visits.refused.not_member"


@pytest.mark.parametrize(
    ("minutes_later", "is_busy"),
    [(0, True), (39, True), (-39, True), (40, False), (-40, False)],
    ids=["the same window", "its last minute", "its first minute", "right after", "right before"],
)
def test_one_clinician_is_not_sent_to_two_places_at_once(visiting: Visiting, minutes_later: int, is_busy: bool) -> None:
    visiting.scheduled(start=tomorrow_at(10))
    second = visiting.accepted()
    start = tomorrow_at(10) + timedelta(minutes=minutes_later)
    if not is_busy:
        assert visiting.assign(second, start=start).status_code == 200
        return
    answer = visiting.unchanged(lambda: visiting.assign(second, start=start))
    assert (answer.status_code, _code(answer)) == (409, "visits.refused.clinician_busy")


def test_two_may_go_at_the_same_time_to_two_places(visiting: Visiting) -> None:
    visiting.scheduled(start=tomorrow_at(10))
    assert visiting.assign(visiting.accepted("B01"), visiting.world.doctor_id, start=tomorrow_at(10)).status_code == 200


def test_a_visit_that_is_over_binds_nobody_any_longer(visiting: Visiting) -> None:
    visiting.done()
    assert visiting.assign(visiting.accepted()).status_code == 200


def test_six_visits_are_a_day(visiting: Visiting) -> None:
    for hour in (8, 9, 10, 11, 13, 14):
        visiting.scheduled(start=tomorrow_at(hour))
    seventh = visiting.accepted()
    answer = visiting.unchanged(lambda: visiting.assign(seventh, start=tomorrow_at(16)))
    assert (answer.status_code, _code(answer)) == (409, "visits.refused.day_full")


def test_of_many_who_plan_one_nurse_at_once_exactly_one_wins(visiting: Visiting, runtime: Runtime) -> None:
    visits = [UUID(visiting.accepted()) for _ in range(8)]
    together = Barrier(len(visits))

    def plan(number: int, visit_id: UUID) -> str:
        start = tomorrow_at(10) + timedelta(minutes=number)
        with runtime.sessions.county(visiting.world.county_id) as session:
            together.wait()
            try:
                service.assign(
                    session, visiting.world.leader, clock_now(), visit_id, clinician_ids=[visiting.world.nurse_id],
                    planned_start_at=start, planned_end_at=start + timedelta(minutes=40), has_video_link=True,
                )  # fmt: skip
                commit(session)
            except Problem as problem:
                return problem.code
            return "planned"

    with ThreadPoolExecutor(len(visits)) as pool:
        codes = sorted(pool.map(plan, range(len(visits)), visits))
    assert codes == sorted(["planned"] + ["visits.refused.clinician_busy"] * 7)
    assert _overlaps(visiting) == 0


def test_many_who_plan_two_nurses_crosswise_leave_no_overlap(visiting: Visiting, runtime: Runtime) -> None:
    second = _nurse(visiting, years=9)
    visits = [UUID(visiting.accepted()) for _ in range(6)]
    pairs = [[visiting.world.nurse_id, second], [second, visiting.world.nurse_id]] * 3
    together = Barrier(len(visits))

    def plan(visit_id: UUID, pair: list[UUID]) -> bool:
        with runtime.sessions.county(visiting.world.county_id) as session:
            together.wait()
            try:
                service.assign(
                    session, visiting.world.leader, clock_now(), visit_id, clinician_ids=pair,
                    planned_start_at=tomorrow_at(10), planned_end_at=tomorrow_at(11), has_video_link=True,
                )  # fmt: skip
                commit(session)
            except Busy:
                raise
            except Problem:
                return False
            return True

    with ThreadPoolExecutor(len(visits)) as pool:
        assert sum(pool.map(plan, visits, pairs)) == 1
    assert _overlaps(visiting) == 0


def test_the_database_itself_refuses_an_overlap(visiting: Visiting, owner: Engine) -> None:
    visiting.scheduled(start=tomorrow_at(10))
    other = visiting.scheduled(start=tomorrow_at(14))
    moved = text("update visit_clinicians set during = tstzrange(:a, :b) where visit_id = :visit")
    with owner.connect() as connection, pytest.raises(Exception, match="ex_visit_clinicians_busy"):
        connection.execute(moved, {"a": tomorrow_at(10), "b": tomorrow_at(11), "visit": other})


def test_taking_everybody_off_leaves_the_visit_accepted(visiting: Visiting) -> None:
    visit = visiting.scheduled()
    freed = good(visiting.leader.post(f"/visits/{visit}/unassign", {}))
    assert (freed["status"], freed["clinician_ids"], freed["planned_start_at"]) == ("accepted", [], None)
    assert visiting.assign(visiting.accepted()).status_code == 200


def test_who_was_told_of_a_plan_hears_that_it_is_off(visiting: Visiting) -> None:
    visit = visiting.scheduled()
    good(visiting.leader.post(f"/visits/{visit}/unassign", {}))
    assert _told(visiting.nurse) == {"visits.notice.assigned", "visits.notice.taken_off"}
    assert "visits.notice.unplanned" in _told(visiting.elder)


def test_the_family_is_reminded_the_evening_before(visiting: Visiting, runtime: Runtime) -> None:
    visit = visiting.accepted()
    good(visiting.assign(visit, start=tomorrow_at(9) + timedelta(days=1)))
    _remind(visiting, runtime, tomorrow_at(17))
    assert "visits.notice.tomorrow" not in _told(visiting.elder)
    _remind(visiting, runtime, tomorrow_at(18, 1))
    assert "visits.notice.tomorrow" in _told(visiting.elder)


def test_nobody_is_reminded_of_what_was_called_off(visiting: Visiting, runtime: Runtime) -> None:
    visit = visiting.accepted()
    good(visiting.assign(visit, start=tomorrow_at(9) + timedelta(days=1)))
    good(visiting.elder.post(f"/visits/{visit}/cancel", {"reason_code": "other"}))
    _remind(visiting, runtime, tomorrow_at(18, 1))
    assert "visits.notice.tomorrow" not in _told(visiting.elder)


@pytest.mark.parametrize("verb", ["assign", "unassign"])
def test_planning_is_the_leaders(visiting: Visiting, verb: str) -> None:
    visit = visiting.scheduled()
    body = {
        "clinician_ids": [str(visiting.world.nurse_id)],
        "planned_start_at": tomorrow_at(11).isoformat(),
        "planned_end_at": tomorrow_at(12).isoformat(),
        "has_video_link": True,
    }
    body = body if verb == "assign" else {}
    visiting.asks(visiting.nurse, f"/visits/{visit}/{verb}", body, 403, "identity.refused.wrong_role")
    visiting.asks(visiting.phone(people.OTHER_LEADER), f"/visits/{visit}/{verb}", body, 404, "core.not_found")


@pytest.mark.parametrize("verb", ["assign", "unassign"])
def test_what_has_begun_is_not_planned_again(visiting: Visiting, verb: str) -> None:
    visit = visiting.started()
    answer = visiting.unchanged(
        lambda: visiting.assign(visit) if verb == "assign" else visiting.leader.post(f"/visits/{visit}/unassign", {})
    )
    assert (answer.status_code, _code(answer)) == (409, "visits.refused.wrong_status")


def test_the_leader_puts_a_day_in_order(visiting: Visiting) -> None:
    first, second, third = (visiting.scheduled(start=tomorrow_at(hour)) for hour in (9, 10, 11))
    plan = {"clinician_id": str(visiting.world.nurse_id), "on": tomorrow().isoformat()}
    good(visiting.leader.post("/day-plans", plan | {"visit_ids": [third, first]}))
    nurse, doctor = str(visiting.world.nurse_id), str(visiting.world.doctor_id)
    assert [visiting.seen(visit)["order_nos"] for visit in (first, second, third)] == [{nurse: 2}, {}, {nurse: 1}]
    good(visiting.assign(first, visiting.world.nurse_id, visiting.world.doctor_id))
    good(visiting.leader.post("/day-plans", plan | {"clinician_id": doctor, "visit_ids": [first]}))
    assert visiting.seen(first)["order_nos"] == {nurse: 2, doctor: 1}, "each has a way of his or her own"


def test_only_visits_of_that_day_are_put_in_order(visiting: Visiting) -> None:
    today, other = visiting.scheduled(), visiting.accepted()
    plan = {"clinician_id": str(visiting.world.nurse_id), "on": tomorrow().isoformat()}
    for visit_ids in ([today, other], [today, today], [str(uuid4())]):
        visiting.asks(visiting.leader, "/day-plans", plan | {"visit_ids": visit_ids}, 409, "visits.refused.not_in_day")


def test_another_teams_leader_does_not_order_the_day(visiting: Visiting) -> None:
    visit = visiting.scheduled()
    plan = {"clinician_id": str(visiting.world.nurse_id), "on": tomorrow().isoformat(), "visit_ids": [visit]}
    visiting.asks(visiting.phone(people.OTHER_LEADER), "/day-plans", plan, 404, "core.not_found")


def test_free_windows_count_who_is_not_away(visiting: Visiting) -> None:
    on = tomorrow() + timedelta(days=1)
    visit = visiting.accepted()
    start = tomorrow_at(10) + timedelta(days=1)
    good(visiting.assign(visit, start=start))
    day = _day(visiting, on)
    free = {datetime.fromisoformat(slot["starts_at"]).astimezone(UTC): slot["free_count"] for slot in day["slots"]}
    assert len(free) == 10
    assert free[start] == 2
    assert free[start + timedelta(hours=1)] == 3
    assert day["free_count"] == sum(free.values())


def test_some_windows_are_held_back_for_those_who_phone(visiting: Visiting) -> None:
    on = tomorrow() + timedelta(days=1)
    path = f"/visit-slots?team_id={visiting.world.team_id}&from_on={on}&days=1"
    (for_family,) = good(visiting.elder.get(path))["items"]
    assert for_family["free_count"] == 30 - 2 * 6


def test_windows_are_shown_within_the_horizon(visiting: Visiting) -> None:
    path = f"/visit-slots?team_id={visiting.world.team_id}&from_on={{}}"
    assert visiting.elder.get(path.format(tomorrow() + timedelta(days=60))).status_code == 422
    assert visiting.elder.get(path.format("2020-01-01")).status_code == 422


def _told(phone: Phone) -> set[str]:
    """The codes of everything in this person's inbox."""
    return {notice["code"] for notice in good(phone.get("/notifications"))["items"]}


def _remind(visiting: Visiting, runtime: Runtime, at: datetime) -> None:
    """What the worker does each minute, at that time."""
    delivery.remind_due(runtime.sessions, visiting.world.county_id, lambda: at)


def _day(visiting: Visiting, on: date) -> dict[str, Any]:
    path = f"/visit-slots?team_id={visiting.world.team_id}&from_on={on}&days=1"
    days: list[dict[str, Any]] = good(visiting.leader.get(path))["items"]
    return days[0]


def _nurse(visiting: Visiting, years: int) -> UUID:
    """Another nurse of the team, with so many years."""
    world, now = visiting.world, clock_now()
    with visiting.runtime.sessions.county(world.county_id) as session:
        nurse = organizations.add_clinician(
            session, world.admin, now, uuid4(), organization_id=world.organization_id, name="罗小雨",
            profession=Profession.NURSE, title=Title.JUNIOR, worked_since_on=china_date(now) - timedelta(days=366 * years),
        )  # fmt: skip
        organizations.join_team(session, world.admin, now, world.team_id, nurse.id)
        commit(session)
    return nurse.id


def _overlaps(visiting: Visiting) -> int:
    count = text(
        "select count(*) from visit_clinicians a join visit_clinicians b on a.clinician_id = b.clinician_id"
        " and a.id < b.id and a.during && b.during where a.is_planned and b.is_planned"
    )
    with visiting.owner.connect() as connection:
        return int(connection.scalars(count).one())


def _code(answer: object) -> object:
    return answer.json["code"]  # type: ignore[attr-defined]
