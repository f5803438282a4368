"""Follow-ups of hypertension and diabetes: what is classed how, what is planned next, who hears of danger, what is never lost."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from jiayi.app import Runtime
from jiayi.core.clock import moment_now
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.core.ids import new_id
from jiayi.followups import service
from jiayi.followups.schemas import FollowUpSchema
from jiayi.followups.terms import Adherence, LeaveReason, Mode, Programme
from jiayi.residents import service as residents
from jiayi.residents.terms import ProxyScope, Relation
from tests import world as people
from tests.phone import Phone
from tests.phones import PhoneOf, watched_phones
from tests.world import World

GOOD = {"mode": "home", "systolic": 128, "diastolic": 76, "adherence": "regular"}
HIGH = GOOD | {"systolic": 162}
CALL = {"mode": "phone", "spoke_with": "daughter"}
DANGER = GOOD | {"systolic": 184}
SWEET = {"mode": "home", "fasting": 6.4, "adherence": "regular", "programme": "diabetes"}


@pytest.fixture
def phone_of(app: Flask, runtime: Runtime, world: World) -> Iterator[PhoneOf]:
    with watched_phones(app, runtime) as watched:
        yield watched


@pytest.fixture
def due(phone_of: PhoneOf, runtime: Runtime, world: World) -> str:
    """The elder's first planned follow-up."""
    answer = phone_of(people.LEADER).post("/programmes", _enrolment(world))
    assert answer.status_code == 201, answer.json
    (planned,) = _follow_ups(runtime, world)
    return str(planned["id"])


def test_who_is_enrolled_is_due_within_two_weeks_on_a_working_day(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    (planned,) = _follow_ups(runtime, world)
    days = (date.fromisoformat(planned["due_on"]) - china_date(clock_now())).days
    assert planned["status"] == "due"
    assert 0 < days <= 15


def test_nobody_is_enrolled_twice(phone_of: PhoneOf, runtime: Runtime, world: World, due: str) -> None:
    answer = phone_of(people.NURSE).post("/programmes", _enrolment(world))
    assert (answer.status_code, answer.json["code"]) == (409, "followups.refused.already_enrolled")


def test_in_target_is_satisfied_and_comes_again_in_three_months(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    held = phone_of(people.NURSE).post(f"/follow-ups/{due}/record", GOOD)
    assert (held.status_code, held.json["outcome"], held.json["is_in_target"]) == (200, "satisfied", True)
    following = _of(_follow_ups(runtime, world), held.json["next_follow_up_id"])
    assert 88 <= _days_on(following) <= 101


def test_high_once_is_adjusted_and_high_twice_is_referred(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    _hold(runtime, world, clock_now() - timedelta(days=30), 128, 76)
    phone = phone_of(people.LEADER)
    first = phone.post(f"/follow-ups/{due}/record", HIGH)
    assert first.json["outcome"] == "adjust"
    second = phone.post(f"/follow-ups/{first.json['next_follow_up_id']}/record", HIGH)
    assert second.json["outcome"] == "refer"
    assert _days_on(_of(_follow_ups(runtime, world), second.json["next_follow_up_id"])) <= 14


def test_a_phone_call_does_not_count_as_the_time_before(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone = phone_of(people.LEADER)
    first = phone.post(f"/follow-ups/{due}/record", HIGH | {"mode": "phone"})
    assert first.json["is_face_to_face"] is False
    assert phone.post(f"/follow-ups/{first.json['next_follow_up_id']}/record", HIGH).json["outcome"] == "adjust"


def test_what_somebody_measured_himself_is_never_the_second_in_a_row(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone = phone_of(people.LEADER)
    first = phone.post(f"/follow-ups/{due}/record", HIGH)
    called = phone.post(f"/follow-ups/{first.json['next_follow_up_id']}/record", HIGH | CALL)
    assert (called.json["outcome"], called.json["referral_reasons"]) == ("adjust", [])


def test_what_is_measured_at_the_centre_is_a_measurement_and_what_is_told_by_phone_is_not(
    phone_of: PhoneOf, world: World, due: str
) -> None:
    phone = phone_of(people.NURSE)
    assert phone.post(f"/follow-ups/{due}/record", GOOD | CALL).status_code == 200
    sweet = SWEET | {"mode": "clinic", "resident_id": str(world.elder_id), "systolic": 136, "diastolic": 80}
    assert phone.post(f"/follow-ups/{uuid4()}/record", sweet).status_code == 200
    kept = phone.get(f"/measurements?resident_id={world.elder_id}").json["items"]
    expected = [{"fasting": 6.4}, {"systolic": 136, "diastolic": 80}]
    assert sorted((one["values"] for one in kept), key=len) == expected


@pytest.mark.parametrize(
    "found",
    [{"systolic": 180}, {"diastolic": 110}, {"danger_signs": ["eye_pain"]}],
    ids=["systolic at the limit", "diastolic at the limit", "a sign alone"],
)
def test_danger_is_seen_again_within_two_weeks_and_the_leader_hears_at_once(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str, found: dict[str, Any]
) -> None:
    held = phone_of(people.NURSE).post(f"/follow-ups/{due}/record", GOOD | found)
    assert held.json["outcome"] == "danger"
    assert _days_on(_of(_follow_ups(runtime, world), held.json["next_follow_up_id"])) <= 14
    (notice,) = phone_of(people.LEADER).get("/notifications").json["items"]
    assert notice["code"] == "followups.notice.danger"
    assert notice["url"] == f"/residents/{world.elder_id}"


def test_just_below_danger_alarms_nobody(phone_of: PhoneOf, runtime: Runtime, world: World, due: str) -> None:
    held = phone_of(people.NURSE).post(f"/follow-ups/{due}/record", GOOD | {"systolic": 179, "diastolic": 109})
    assert held.json["outcome"] == "adjust"
    assert phone_of(people.LEADER).get("/notifications").json["items"] == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"symptoms": ["headache"]}, "followups.invalid.symptoms"),
        ({"danger_signs": ["tired"]}, "followups.invalid.symptoms"),
        ({"systolic": 70, "diastolic": 90}, "visits.refused.pressures_swapped"),
        ({"systolic": 390}, "visits.refused.impossible_value"),
        ({"systolic": None}, "visits.refused.wrong_measures"),
        ({"systolic": None, "diastolic": None}, "followups.refused.no_pressure"),
    ],
)
def test_what_cannot_be_is_not_written_down(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str, wrong: dict[str, Any], code: str
) -> None:
    assert phone_of(people.NURSE).post(f"/follow-ups/{due}/record", GOOD | wrong).json["code"] == code
    assert [one["status"] for one in _follow_ups(runtime, world)] == ["due"]


def test_a_diabetic_is_followed_up_by_fasting_glucose_beside_the_pressure(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone = phone_of(people.LEADER)
    assert phone.post("/programmes", _enrolment(world, "diabetes")).status_code == 201
    (sweet,) = [one for one in _follow_ups(runtime, world) if one["programme"] == "diabetes"]
    details = {
        "foot_pulse": "weak",
        "salt": "heavy",
        "coping": "fair",
        "compliance": "good",
        "symptoms": ["numb_limbs"],
    }
    first = phone.post(f"/follow-ups/{sweet['id']}/record", SWEET | details | {"fasting": 7.4})
    assert (first.json["outcome"], first.json["is_in_target"], first.json["referral_reasons"]) == ("adjust", False, [])
    assert {name: first.json[name] for name in details} == details
    again = phone.post(f"/follow-ups/{first.json['next_follow_up_id']}/record", SWEET | {"fasting": 7.0})
    assert (again.json["outcome"], again.json["referral_reasons"]) == ("refer", ["high_again"])
    # The pressure has its own course: high for the first time.
    assert phone.post(f"/follow-ups/{due}/record", HIGH).json["outcome"] == "adjust"


@pytest.mark.parametrize(
    ("found", "answer"),
    [
        ({"fasting": None, "random": 9.0}, "followups.refused.no_fasting"),
        ({"fasting": 41.0}, "visits.refused.impossible_value"),
        ({"symptoms": ["nosebleed"]}, "followups.invalid.symptoms"),
        ({"fasting": None, "random": 17.1}, ["glucose_high"]),
        ({"fasting": 6.0, "persistent_pulse": 104, "temperature": 39.2}, ["pulse", "temperature"]),
    ],
    ids=["after a meal says nothing", "no meter shows it", "a symptom of the other form", "high after a meal", "ill"],
)
def test_what_a_glucose_can_say(
    phone_of: PhoneOf, world: World, found: dict[str, Any], answer: str | list[str]
) -> None:
    told = SWEET | {"resident_id": str(world.elder_id), "referred_to": "县医院内分泌科"} | found
    held = phone_of(people.NURSE).post(f"/follow-ups/{uuid4()}/record", told)
    if isinstance(answer, str):
        assert held.json["code"] == answer
    else:
        assert (held.json["outcome"], held.json["referral_reasons"]) == ("danger", answer)
        assert held.json["referred_to"] == "县医院内分泌科"


def test_a_second_record_of_one_follow_up_is_kept_beside_the_first(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone_of(people.NURSE).post(f"/follow-ups/{due}/record", GOOD)
    second = phone_of(people.LEADER).post(f"/follow-ups/{due}/record", HIGH)
    assert second.status_code == 200
    assert second.json["id"] != due
    found = _follow_ups(runtime, world)
    assert sorted(one["status"] for one in found) == ["done", "done", "due"]
    # High now: what was planned in three months is pulled nearer.
    assert _days_on(next(one for one in found if one["status"] == "due")) <= 14


def test_a_record_handed_in_late_plans_nothing_over_what_came_after_it(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone = phone_of(people.LEADER)
    phone.post(f"/follow-ups/{due}/record", GOOD)
    _hold(runtime, world, clock_now() - timedelta(days=3), 162, 80)
    (planned,) = [one for one in _follow_ups(runtime, world) if one["status"] == "due"]
    assert _days_on(planned) > 80


def test_a_phone_records_offline_and_the_team_sees_it(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone = phone_of(people.NURSE)
    sent = phone.command("followups.record", due, GOOD)
    (first,), (again,) = phone.push(sent), phone.push(sent)
    assert (first["outcome"], again["outcome"], again["replayed"]) == ("applied", "applied", True)
    assert [one["status"] for one in _follow_ups(runtime, world)].count("done") == 1
    shown = [doc["body"] for doc in phone_of(people.LEADER).pull()["documents"] if doc["kind"] == "follow_up"]
    assert {body["status"] for body in shown} == {"done", "due"}


def test_a_phone_takes_somebody_into_a_programme_records_and_ends_it_without_a_signal(
    phone_of: PhoneOf, runtime: Runtime, world: World
) -> None:
    phone, enrolment_id, first_id = phone_of(people.NURSE), str(uuid4()), str(uuid4())
    told = _enrolment(world) | {"diagnosed_on": "2015-06-01", "first_follow_up_id": first_id}
    del told["id"]
    sent = [phone.command("followups.enrol", enrolment_id, told), phone.command("followups.record", first_id, GOOD)]
    assert [one["outcome"] for one in phone.push(*sent)] == ["applied"] * 2
    assert [one["status"] for one in _follow_ups(runtime, world)].count("due") == 1

    bodies = {number: _bodies(phone_of(number)) for number in (people.LEADER, people.ELDER)}
    assert bodies[people.LEADER]["programme_enrolment"]["diagnosis_source"] == "hospital"
    assert "diagnosis_source" not in bodies[people.ELDER]["programme_enrolment"]
    assert [one["icd10"] for one in bodies[people.LEADER]["resident"]["conditions"]] == ["I10"]

    other = phone_of(people.LEADER)
    again, ended, twice = other.push(
        other.command("followups.enrol", str(uuid4()), told | {"first_follow_up_id": None}),
        other.command("followups.leave", enrolment_id, {"leave_reason": "declined"}),
        other.command("followups.leave", enrolment_id, {"leave_reason": "declined"}),
    )
    assert (again["code"], ended["outcome"]) == ("followups.refused.already_enrolled", "applied")
    assert twice["code"] == "followups.refused.has_ended"
    assert [one["status"] for one in _follow_ups(runtime, world)].count("due") == 0
    gone = [one["kind"] for one in phone_of(people.NURSE).pull()["documents"]]
    assert "programme_enrolment" not in gone


def test_the_elder_sees_when_somebody_comes_and_no_values(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone_of(people.NURSE).post(f"/follow-ups/{due}/record", GOOD)
    shown = [doc["body"] for doc in phone_of(people.ELDER).pull()["documents"] if doc["kind"] == "follow_up"]
    assert len(shown) == 2
    assert all(set(body) == {"id", "resident_id", "programme", "due_on", "status", "done_at"} for body in shown)


def test_family_with_a_summary_only_see_no_follow_up(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        residents.grant_proxy(
            session, world.elder, clock_now(), world.elder_id, id=uuid4(), phone=people.DAUGHTER, name="丁秀芳",
            relation=Relation.DAUGHTER, scopes=[ProxyScope.VIEW_SUMMARY],
        )  # fmt: skip
        commit(session)
    daughter = phone_of(people.DAUGHTER)
    assert [doc for doc in daughter.pull()["documents"] if doc["kind"] == "follow_up"] == []
    assert daughter.get(f"/follow-ups?resident_id={world.elder_id}").json["items"] == []


def test_work_of_another_team_is_held_for_the_leader_and_not_lost(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    stranger = phone_of(people.OTHER_NURSE)
    (result,) = stranger.push(stranger.command("followups.record", due, GOOD))
    assert result["outcome"] == "held"
    assert stranger.post(f"/follow-ups/{due}/record", GOOD).status_code == 404
    assert [one["status"] for one in _follow_ups(runtime, world)] == ["due"]


def test_the_elder_cannot_write_a_follow_up(phone_of: PhoneOf, runtime: Runtime, world: World, due: str) -> None:
    assert phone_of(people.ELDER).post(f"/follow-ups/{due}/record", GOOD).status_code == 403


def test_one_that_falls_away_is_planned_anew(phone_of: PhoneOf, runtime: Runtime, world: World, due: str) -> None:
    phone = phone_of(people.LEADER)
    answer = phone.post(f"/follow-ups/{due}/cancel", {"leave_reason": "seen_elsewhere"})
    assert answer.json["status"] == "cancelled"
    assert _of(_follow_ups(runtime, world), answer.json["next_follow_up_id"])["status"] == "due"
    again = phone.post(f"/follow-ups/{due}/cancel", {"leave_reason": "seen_elsewhere"})
    assert again.json["code"] == "followups.refused.wrong_status"


def test_one_let_go_without_a_signal_is_seen_by_the_team_with_its_reason_and_told_to_the_second(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    nurse, leader = phone_of(people.NURSE), phone_of(people.LEADER)
    early, cancelled = nurse.push(
        nurse.command("followups.give_up", due, {}),
        nurse.command("followups.cancel", due, {"leave_reason": "declined"}),
    )
    assert (early["code"], cancelled["outcome"]) == ("followups.refused.too_few_attempts", "applied")
    (second,) = leader.push(leader.command("followups.give_up", due, {}))
    assert second["code"] == "followups.refused.wrong_status"
    shown = {number: _shown(phone_of(number)) for number in (people.LEADER, people.ELDER)}
    assert (shown[people.LEADER][due]["status"], shown[people.LEADER][due]["leave_reason"]) == ("cancelled", "declined")
    assert [body["status"] for body in shown[people.ELDER].values()] == ["due"]


def test_somebody_is_lost_after_three_days_in_vain_and_not_before(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone = phone_of(people.NURSE)
    early = phone.post(f"/follow-ups/{due}/give-up", {})
    assert (early.json["code"], early.json["detail"]["made"]) == ("followups.refused.too_few_attempts", 0)
    for days in (3, 2, 2, 1):
        _nobody_home(phone, world, clock_now() - timedelta(days=days))
    lost = phone.post(f"/follow-ups/{due}/give-up", {})
    assert lost.json["status"] == "lost"
    assert _of(_follow_ups(runtime, world), lost.json["next_follow_up_id"])["status"] == "due"


def test_leaving_the_programme_leaves_nothing_due(phone_of: PhoneOf, runtime: Runtime, world: World, due: str) -> None:
    phone = phone_of(people.LEADER)
    (enrolment,) = phone.get("/programmes").json["items"]
    left = phone.post(f"/programmes/{enrolment['id']}/leave", {"leave_reason": "moved_away"})
    assert left.json["ended_on"] is not None
    assert [one["status"] for one in _follow_ups(runtime, world)] == ["cancelled"]
    twice = phone.post(f"/programmes/{enrolment['id']}/leave", {"leave_reason": "moved_away"})
    assert twice.json["code"] == "followups.refused.has_ended"


def test_after_a_death_nothing_is_due(phone_of: PhoneOf, runtime: Runtime, world: World, due: str) -> None:
    with runtime.sessions.county(world.county_id) as session:
        residents.record_death(
            session, world.leader, clock_now(), world.elder_id, china_date(clock_now()) - timedelta(days=1)
        )
        commit(session)
    (one,) = _follow_ups(runtime, world)
    assert (one["status"], one["leave_reason"]) == ("cancelled", LeaveReason.DECEASED)


def test_the_list_goes_by_team_day_and_status(phone_of: PhoneOf, runtime: Runtime, world: World, due: str) -> None:
    phone = phone_of(people.LEADER)
    planned = phone.get("/follow-ups").json["items"][0]["due_on"]
    after = (date.fromisoformat(planned) + timedelta(days=1)).isoformat()
    assert phone.get(f"/follow-ups?due_before={planned}").json["items"] == []
    assert len(phone.get(f"/follow-ups?due_before={after}&status=due&team_id={world.team_id}").json["items"]) == 1
    assert phone.get("/follow-ups?status=done").json["items"] == []
    assert phone.get(f"/follow-ups?team_id={world.other_team_id}").json["items"] == []
    assert phone_of(people.OTHER_NURSE).get("/follow-ups").json["items"] == []


def test_a_follow_up_of_a_morning_is_of_its_own_day_in_china(runtime: Runtime, world: World) -> None:
    held_at = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    _hold(runtime, world, held_at, 128, 76)
    with runtime.sessions.county(world.county_id) as session:
        (held,) = service.latest_held(session, world.elder_id, 2)
    assert held.held_on == date(2026, 11, 21)


def test_a_visit_for_it_is_linked_before_or_after_it_is_written_down(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone = phone_of(people.NURSE)
    visit_id = _visit(phone, world, "B01")
    assert _of(_follow_ups(runtime, world), due)["visit_id"] == visit_id
    assert phone.post(f"/follow-ups/{due}/record", GOOD).json["visit_id"] == visit_id


def test_what_was_written_down_at_the_door_is_linked_when_the_nurse_comes_out(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    phone = phone_of(people.NURSE)
    phone.post(f"/follow-ups/{due}/record", GOOD)
    visit_id = _visit(phone, world, "B01")
    found = _follow_ups(runtime, world)
    assert _of(found, due)["visit_id"] == visit_id
    assert [one["visit_id"] for one in found if one["status"] == "due"] == [None]


def test_a_visit_for_the_other_programme_is_not_linked(
    phone_of: PhoneOf, runtime: Runtime, world: World, due: str
) -> None:
    _visit(phone_of(people.NURSE), world, "B02")
    assert _of(_follow_ups(runtime, world), due)["visit_id"] is None


def _visit(phone: Phone, world: World, item_code: str) -> str:
    """A visit that began unplanned at the elder's door, and its end."""
    visit_id = str(uuid4())
    there = {"position": {"latitude": 30.8, "longitude": 106.08, "datum": "wgs84", "accuracy_metres": 8}}
    service = {"resident_id": str(world.elder_id), "item_code": item_code}
    results = phone.push(
        phone.command("visits.start_unplanned", visit_id, {"services": [service], **there}),
        phone.command("visits.record_services", visit_id, {"services": [service | {"outcome": "done"}]}),
        phone.command("visits.check_out", visit_id, there),
    )
    assert [result["outcome"] for result in results] == ["applied"] * 3, results
    return visit_id


def _nobody_home(phone: Phone, world: World, at: datetime) -> None:
    """A visit for a follow-up for which nobody opened."""
    visit_id = str(uuid4())
    wish = {
        "services": [{"resident_id": str(world.elder_id), "item_code": "B01"}],
        "wish_on": (china_date(clock_now()) + timedelta(days=2)).isoformat(),
        "source": "followup",
    }
    results = phone.push(
        phone.command("visits.request", visit_id, wish),
        phone.command("visits.miss", visit_id, {"reason_code": "nobody_home"}, wall=at),
    )
    assert [result["outcome"] for result in results] == ["applied"] * 2, results


def _enrolment(world: World, programme: str = "hypertension") -> dict[str, str]:
    told = {"resident_id": str(world.elder_id), "programme": programme, "diagnosis_source": "hospital"}
    return {"id": str(uuid4()), **told}


def _bodies(phone: Phone) -> dict[str, dict[str, Any]]:
    return {doc["kind"]: doc["body"] for doc in phone.pull()["documents"]}


def _shown(phone: Phone) -> dict[str, dict[str, Any]]:
    return {doc["id"]: doc["body"] for doc in phone.pull()["documents"] if doc["kind"] == "follow_up"}


def _follow_ups(runtime: Runtime, world: World) -> list[dict[str, Any]]:
    with runtime.sessions.county(world.county_id) as session:
        found = service.list_follow_ups(
            session, world.leader, clock_now(), team_id=None, resident_id=None, due_before=None, status=None, cursor=None,
            limit=50,
        )  # fmt: skip
        listed: list[dict[str, Any]] = FollowUpSchema(many=True).dump(found["items"])
        return listed


def _of(found: list[dict[str, Any]], follow_up_id: str) -> dict[str, Any]:
    return next(one for one in found if one["id"] == follow_up_id)


def _days_on(follow_up: dict[str, Any]) -> int:
    return (date.fromisoformat(follow_up["due_on"]) - china_date(clock_now())).days


def _hold(runtime: Runtime, world: World, at: datetime, systolic: int, diastolic: int) -> None:
    """A follow-up that nobody planned, held at home by the leader."""
    with runtime.sessions.county(world.county_id) as session:
        service.record(
            session, world.leader, moment_now(at), new_id(), mode=Mode.HOME, systolic=systolic, diastolic=diastolic,
            adherence=Adherence.REGULAR, resident_id=world.elder_id, programme=Programme.HYPERTENSION,
        )  # fmt: skip
        commit(session)
