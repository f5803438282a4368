"""Asking for a visit, and what the leader and the family decide about it."""

from typing import Any
from uuid import uuid4

import pytest

from jiayi.app import Runtime
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.residents import service as residents
from jiayi.residents.terms import ProxyScope, Relation
from tests import world as people
from tests.visiting import FAMILY, Visiting, good, tomorrow, tomorrow_at


def test_an_elder_asks_and_the_request_waits_for_the_leader(visiting: Visiting) -> None:
    answer = visiting.elder.post("/visits", visiting.wish("D01", wish_part="morning", wish_note="屋里有狗"))
    visit = good(answer, 201)
    assert (visit["status"], visit["source"], visit["wish_part"]) == ("requested", "app_resident", "morning")
    assert (visit["place_text"], visit["village"]) == ("石板桥3组12号", "石板桥")
    (waiting,) = good(visiting.leader.get("/visits?status=requested"))["items"]
    assert waiting["id"] == visit["id"]


def test_the_leader_is_told_of_a_request(visiting: Visiting) -> None:
    visiting.requested()
    (notice,) = good(visiting.leader.get("/notifications"))["items"]
    assert notice["code"] == "visits.notice.requested"


def test_a_daughter_who_may_book_asks_for_her_father(visiting: Visiting) -> None:
    visit = good(visiting.daughter.post("/visits", visiting.wish(source="app_proxy")), 201)
    assert visit["source"] == "app_proxy"


def test_a_nurse_asks_for_somebody_who_phoned(visiting: Visiting) -> None:
    assert good(visiting.nurse.post("/visits", visiting.wish(source="phone_call")), 201)["status"] == "requested"


def test_what_the_team_plans_by_itself_is_accepted_at_once(visiting: Visiting) -> None:
    assert good(visiting.nurse.post("/visits", visiting.wish(source="followup")), 201)["status"] == "accepted"


def test_a_couple_is_one_visit(visiting: Visiting) -> None:
    both = [
        {"resident_id": str(one), "item_code": "D01"} for one in (visiting.world.elder_id, visiting.world.neighbour_id)
    ]
    visit = good(visiting.nurse.post("/visits", visiting.wish(services=both, source="phone_call")), 201)
    assert len(visit["services"]) == 2
    assert visit["resident_ids"] == [line["resident_id"] for line in visit["services"]]


def test_asking_reserves_from_the_contract_and_cancelling_gives_it_back(visiting: Visiting) -> None:
    contract = visiting.sign_contract()
    visit = visiting.requested("C05")
    assert visiting.left(contract, "C05") == {"reserved": 1, "consumed": 0}
    good(visiting.elder.post(f"/visits/{visit}/cancel", {"reason_code": "resident_away"}))
    assert visiting.left(contract, "C05") == {"reserved": 0, "consumed": 0}


def test_no_more_is_booked_than_the_contract_gives(visiting: Visiting) -> None:
    visiting.sign_contract()
    visiting.requested("C05")
    visiting.asks(visiting.elder, "/visits", visiting.wish("C05"), 409, "contracts.refused.no_quota_left")


def test_words_of_danger_show_120_first_and_are_kept_when_acknowledged(visiting: Visiting) -> None:
    wish = visiting.wish(wish_note="昨晚胸口痛，现在好些")
    visiting.asks(visiting.elder, "/visits", wish, 409, "visits.refused.danger_words")
    good(visiting.elder.post("/visits", wish | {"is_danger_acknowledged": True}), 201)
    assert visiting.seen(wish["id"])["danger_words"] == ["胸口痛"]
    assert "danger_words" not in visiting.seen(wish["id"], visiting.elder)


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        pytest.param({"wish_on": "2020-01-01"}, 409, "visits.refused.day_past", id="a day that has passed"),
        pytest.param({"wish_on": "2099-01-01"}, 409, "visits.refused.day_too_far", id="a day beyond the horizon"),
        pytest.param({"source": "phone_call"}, 422, "visits.invalid.source", id="another's way of asking"),
        pytest.param({"item": "C01"}, 409, "visits.refused.not_at_home", id="an item of the clinic"),
        pytest.param({"item": "B06"}, 409, "visits.refused.item_apart", id="an item that would tell data of level 5"),
        pytest.param({"item": "Z99"}, 404, "catalogue.refused.unknown_item", id="an item that does not exist"),
        pytest.param({"services": []}, 422, "core.invalid.fields", id="nothing to do"),
        pytest.param({"colour": "red"}, 422, "core.invalid.fields", id="a field nobody knows"),
    ],
)
def test_asking_is_refused(visiting: Visiting, change: dict[str, Any], status: int, code: str) -> None:
    item = change.pop("item", "D01")
    visiting.asks(visiting.elder, "/visits", visiting.wish(item, **change), status, code)


def test_the_same_id_is_not_taken_twice(visiting: Visiting) -> None:
    wish = visiting.wish()
    good(visiting.elder.post("/visits", wish), 201)
    visiting.asks(visiting.elder, "/visits", wish, 409, "visits.refused.id_exists")


@pytest.mark.parametrize(
    ("number", "source"),
    [(people.OTHER_ELDER, "app_resident"), (people.OTHER_NURSE, "phone_call")],
    ids=["another elder", "a nurse of another team"],
)
def test_a_stranger_cannot_ask_for_somebody(visiting: Visiting, number: str, source: str) -> None:
    visiting.asks(visiting.phone(number), "/visits", visiting.wish(source=source), 404, "core.not_found")


def test_family_who_may_only_look_cannot_ask(visiting: Visiting) -> None:
    grant_son(visiting, [ProxyScope.VIEW_SUMMARY])
    visiting.asks(
        visiting.phone(SON), "/visits", visiting.wish(source="app_proxy"), 403, "visits.refused.no_booking_scope"
    )


def test_two_people_of_two_teams_are_two_visits(visiting: Visiting, runtime: Runtime) -> None:
    world = visiting.world
    with runtime.sessions.county(world.county_id) as session:
        residents.grant_proxy(
            session, world.other_elder, clock_now(), world.other_elder_id, id=uuid4(), phone=people.DAUGHTER,
            name="丁秀芳", relation=Relation.DAUGHTER, scopes=[ProxyScope.BOOK],
        )  # fmt: skip
        commit(session)
    both = [{"resident_id": str(one), "item_code": "D01"} for one in (world.elder_id, world.other_elder_id)]
    wish = visiting.wish(services=both, source="app_proxy")
    visiting.asks(visiting.daughter, "/visits", wish, 409, "visits.refused.different_teams")


def test_after_three_times_nobody_home_the_booking_asks_for_a_call(visiting: Visiting) -> None:
    for hour in (9, 11, 14):
        visit = visiting.scheduled(start=tomorrow_at(hour))
        good(visiting.nurse.post(f"/visits/{visit}/miss", {"reason_code": "nobody_home"}))
    assert visiting.seen(visiting.requested())["is_call_needed"] is True


def test_the_leader_takes_a_request(visiting: Visiting) -> None:
    visit = visiting.requested()
    assert good(visiting.leader.post(f"/visits/{visit}/accept", {}))["status"] == "accepted"


def test_the_leader_declines_with_a_reason_and_the_elder_hears_it(visiting: Visiting) -> None:
    contract = visiting.sign_contract()
    visit = visiting.requested("C05")
    body = {"reason_code": "no_capacity", "note": "这几天排不开"}
    declined = good(visiting.leader.post(f"/visits/{visit}/decline", body))
    assert (declined["status"], declined["end_reason"]) == ("declined", "no_capacity")
    assert visiting.left(contract, "C05")["reserved"] == 0
    codes = [notice["code"] for notice in good(visiting.elder.get("/notifications"))["items"]]
    assert "visits.notice.declined" in codes


@pytest.mark.parametrize("verb", ["accept", "decline"])
def test_only_the_leader_of_the_team_decides(visiting: Visiting, verb: str) -> None:
    visit = visiting.requested()
    body = {} if verb == "accept" else {"reason_code": "other"}
    visiting.asks(visiting.nurse, f"/visits/{visit}/{verb}", body, 403, "identity.refused.wrong_role")
    visiting.asks(visiting.phone(people.OTHER_LEADER), f"/visits/{visit}/{verb}", body, 404, "core.not_found")


def test_a_decision_is_taken_once(visiting: Visiting) -> None:
    visit = visiting.accepted()
    visiting.asks(visiting.leader, f"/visits/{visit}/accept", {}, 409, "visits.refused.wrong_status")


def test_a_decline_names_a_reason_of_the_list(visiting: Visiting) -> None:
    visit = visiting.requested()
    visiting.asks(
        visiting.leader, f"/visits/{visit}/decline", {"reason_code": "bored"}, 409, "visits.refused.no_reason"
    )


@pytest.mark.parametrize("number", [people.ELDER, people.DAUGHTER, people.NURSE, people.LEADER])
def test_family_and_team_call_a_visit_off(visiting: Visiting, number: str) -> None:
    visit = visiting.scheduled()
    cancelled = good(visiting.phone(number).post(f"/visits/{visit}/cancel", {"reason_code": "weather"}))
    assert (cancelled["status"], cancelled["end_reason"]) == ("cancelled", "weather")
    assert good(visiting.assign(visiting.accepted()))["status"] == "scheduled", "the window is free again"


def test_calling_off_late_is_noted_not_refused(visiting: Visiting) -> None:
    visit = visiting.accepted("D12")
    world = visiting.world
    good(visiting.assign(visit, world.nurse_id, world.doctor_id, start=clock_now(), minutes=1))
    good(visiting.elder.post(f"/visits/{visit}/cancel", {"reason_code": "resident_unwell"}))
    assert visiting.seen(visit)["is_cancelled_late"] is True


def test_a_stranger_cannot_call_a_visit_off(visiting: Visiting) -> None:
    visit = visiting.scheduled()
    body = {"reason_code": "other"}
    visiting.asks(visiting.phone(people.OTHER_ELDER), f"/visits/{visit}/cancel", body, 404, "core.not_found")


def test_a_visit_that_has_begun_is_not_called_off(visiting: Visiting) -> None:
    visit = visiting.started()
    body = {"reason_code": "other"}
    visiting.asks(visiting.elder, f"/visits/{visit}/cancel", body, 409, "visits.refused.wrong_status")


def test_a_death_calls_planned_visits_off_in_the_same_transaction(visiting: Visiting, runtime: Runtime) -> None:
    visit = visiting.scheduled()
    world = visiting.world
    with runtime.sessions.county(world.county_id) as session:
        residents.record_death(session, world.leader, clock_now(), world.elder_id, china_date(clock_now()))
        commit(session)
    assert (visiting.seen(visit)["status"], visiting.seen(visit)["end_reason"]) == ("cancelled", "deceased")


def test_planned_visits_follow_the_resident_to_another_team(visiting: Visiting, runtime: Runtime) -> None:
    visit = visiting.scheduled()
    _move(visiting, runtime, visiting.world.other_team_id)
    moved = visiting.seen(visit, visiting.phone(people.OTHER_LEADER))
    assert (moved["status"], moved["clinician_ids"], moved["planned_start_at"]) == ("requested", [], None)
    assert moved["team_id"] == str(visiting.world.other_team_id)


def test_without_a_team_planned_visits_are_called_off(visiting: Visiting, runtime: Runtime) -> None:
    visit = visiting.scheduled()
    _move(visiting, runtime, None)
    assert visiting.seen(visit, visiting.elder)["end_reason"] == "contract_ended"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("?status=accepted", 1),
        ("?status=declined", 0),
        ("?resident_id={elder_id}", 2),
        ("?clinician_id={nurse_id}", 1),
        ("?clinician_id={doctor_id}", 0),
        ("?on={tomorrow}", 2),
        ("?on=2020-01-01", 0),
        ("?team_id={team_id}", 2),
        ("?limit=1", 1),
    ],
)
def test_visits_are_listed(visiting: Visiting, query: str, count: int) -> None:
    visiting.accepted()
    visiting.scheduled()
    world = visiting.world
    asked = query.format(
        elder_id=world.elder_id, nurse_id=world.nurse_id, doctor_id=world.doctor_id, team_id=world.team_id,
        tomorrow=tomorrow(),
    )  # fmt: skip
    assert len(good(visiting.leader.get(f"/visits{asked}"))["items"]) == count
    assert len(good(visiting.elder.get("/visits"))["items"]) == 2
    assert good(visiting.phone(people.OTHER_LEADER).get("/visits"))["items"] == []


def test_pages_hold_everything_once(visiting: Visiting) -> None:
    wanted = {visiting.requested() for _ in range(3)}
    seen: list[str] = []
    cursor = ""
    for _ in range(4):
        page = good(visiting.leader.get(f"/visits?limit=1{cursor}"))
        seen += [visit["id"] for visit in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert sorted(seen) == sorted(wanted)


@pytest.mark.parametrize(
    ("scopes", "has_services"),
    [([ProxyScope.VIEW_SUMMARY], False), ([ProxyScope.VIEW_FULL], True)],
    ids=["a lesser scope", "full view"],
)
def test_family_see_as_much_as_they_were_granted(
    visiting: Visiting, scopes: list[ProxyScope], has_services: bool
) -> None:
    visit = visiting.scheduled()
    grant_son(visiting, scopes)
    seen = visiting.seen(visit, visiting.phone(SON))
    assert seen["status"] == "scheduled"
    assert ("services" in seen, "item_codes" in seen) == (has_services, not has_services)
    assert "review" not in seen


def test_a_manager_works_with_reports_not_with_visits(visiting: Visiting) -> None:
    assert visiting.phone(people.MANAGER).get("/visits").status_code == 403


SON = "13900000309"
FAMILY[SON] = None


def grant_son(visiting: Visiting, scopes: list[ProxyScope]) -> None:
    world = visiting.world
    with visiting.runtime.sessions.county(world.county_id) as session:
        residents.grant_proxy(
            session, world.elder, clock_now(), world.elder_id, id=uuid4(), phone=SON, name="丁建国",
            relation=Relation.SON, scopes=scopes,
        )  # fmt: skip
        commit(session)


def _move(visiting: Visiting, runtime: Runtime, team_id: Any) -> None:
    with runtime.sessions.county(visiting.world.county_id) as session:
        residents.assign_team(session, clock_now(), visiting.world.elder_id, team_id)
        commit(session)
