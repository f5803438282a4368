"""On the road and at the door: facts are kept, whatever order they come in; nobody is stranded."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from jiayi.app import Runtime
from jiayi.core.clock import Moment
from jiayi.core.clock import now as clock_now
from jiayi.core.db import commit
from jiayi.geo.datums import to_bd09, to_gcj02
from jiayi.geo.terms import Datum, Point
from jiayi.visits import service
from tests import world as people
from tests.visiting import AT_HOME, FAR_AWAY, SIGNED, Visiting, good, tomorrow

REASON = {"reason_code": "address_wrong", "action_code": "serve_and_correct_address"}


def test_a_visit_from_the_road_to_the_proof(visiting: Visiting) -> None:
    contract = visiting.sign_contract()
    visit = visiting.scheduled("C05", by=people.DOCTOR)
    doctor = visiting.doctor
    assert good(doctor.post(f"/visits/{visit}/depart", {}))["status"] == "en_route"
    arrived = good(doctor.post(f"/visits/{visit}/check-in", {"position": AT_HOME}))
    assert (arrived["status"], arrived["check_in"]["verdict"]) == ("in_progress", "inside")
    assert 0 < arrived["check_in"]["distance_metres"] < 30
    good(doctor.post(f"/visits/{visit}/measure", visiting.pressure()))
    good(doctor.post(f"/visits/{visit}/record-services", visiting.served("C05")))
    good(doctor.post(f"/visits/{visit}/write-note", {"note": "药盒理好了"}))
    good(doctor.post(f"/visits/{visit}/confirm", SIGNED))
    ended = good(doctor.post(f"/visits/{visit}/check-out", {"position": AT_HOME, "next_visit_on": "2027-01-05"}))
    assert (ended["status"], ended["next_visit_on"], ended["note"]) == ("verified", "2027-01-05", "药盒理好了")
    assert ended["verified_at"] is not None
    assert (ended["review"], ended["is_over_quota"]) == (None, False)
    assert ended["confirmation"]["method"] == "strokes"
    assert visiting.left(contract, "C05") == {"reserved": 0, "consumed": 1}


def test_family_hear_that_somebody_was_there(visiting: Visiting) -> None:
    visiting.done()
    codes = {notice["code"] for notice in good(visiting.daughter.get("/notifications"))["items"]}
    assert "visits.notice.completed" in codes


def test_who_forgot_to_press_depart_checks_in_all_the_same(visiting: Visiting) -> None:
    visit = visiting.scheduled()
    assert good(visiting.nurse.post(f"/visits/{visit}/check-in", {}))["status"] == "in_progress"


@pytest.mark.parametrize("convert", [to_gcj02, to_bd09], ids=["GCJ-02", "BD-09"])
def test_a_position_of_another_map_is_converted_not_mixed(visiting: Visiting, convert: Callable[..., Any]) -> None:
    there = convert(Point(30.8001, 106.0801, Datum.WGS84))
    position = {"latitude": there.latitude, "longitude": there.longitude, "datum": there.datum, "accuracy_metres": 12}
    visit = visiting.started(position=position)
    assert visiting.seen(visit)["check_in"]["verdict"] == "inside"
    with visiting.owner.connect() as connection:
        row = connection.execute(text("select latitude, datum_source from visit_checks")).one()
    assert abs(row.latitude - 30.8001) < 1e-6
    assert row.datum_source == there.datum


def test_the_verdict_is_the_servers_not_the_phones(visiting: Visiting) -> None:
    visit = visiting.scheduled()
    answer = visiting.nurse.post(f"/visits/{visit}/check-in", {"position": AT_HOME, "verdict": "inside"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("position", "verdict"),
    [
        pytest.param(AT_HOME, "inside", id="at home"),
        pytest.param(FAR_AWAY | {"latitude": 30.8022, "accuracy_metres": 80}, "near", id="within accuracy"),
        pytest.param(FAR_AWAY, "outside", id="far away"),
        pytest.param(AT_HOME | {"accuracy_metres": 2000}, "unknown", id="too vague to tell"),
        pytest.param(None, "unknown", id="no position"),
    ],
)
def test_nobody_is_stranded_whatever_the_position_says(
    visiting: Visiting, position: dict[str, Any] | None, verdict: str
) -> None:
    visit = visiting.started(position=position)
    assert visiting.seen(visit)["check_in"]["verdict"] == verdict


def test_a_position_that_comes_later_counts(visiting: Visiting) -> None:
    visit = visiting.started(position=None)
    good(visiting.nurse.post(f"/visits/{visit}/locate", {"which": "in", "position": AT_HOME}))
    good(visiting.nurse.post(f"/visits/{visit}/locate", {"which": "in", "position": FAR_AWAY}))
    assert visiting.seen(visit)["check_in"]["verdict"] == "inside", "the first one stays"


def test_a_position_for_a_check_that_was_not_made_is_refused(visiting: Visiting) -> None:
    visit = visiting.started()
    body = {"which": "out", "position": AT_HOME}
    visiting.asks(visiting.nurse, f"/visits/{visit}/locate", body, 409, "visits.refused.no_check")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"reason_code": "bored"}, "visits.refused.no_outside_reason"),
        ({"reason_code": "other"}, "visits.refused.no_note"),
        ({"action_code": "go_home"}, "visits.refused.no_outside_action"),
    ],
)
def test_reasons_are_those_of_the_table(visiting: Visiting, body: dict[str, Any], code: str) -> None:
    visit = visiting.scheduled()
    visiting.asks(visiting.nurse, f"/visits/{visit}/check-in", body, 409, code)


def test_saying_a_thing_twice_changes_nothing(visiting: Visiting) -> None:
    visit = visiting.done()
    once = visiting.seen(visit)
    again = {
        "depart": {}, "check-in": {"position": FAR_AWAY}, "check-out": {"position": FAR_AWAY}, "confirm": SIGNED,
        "record-services": visiting.served(),
    }  # fmt: skip
    for verb, body in again.items():
        good(visiting.nurse.post(f"/visits/{visit}/{verb}", body))
    twice = visiting.seen(visit)
    assert twice | {"version": 0, "departed_at": None} == once | {"version": 0, "departed_at": None}


def test_a_second_clinician_joins_and_keeps_the_first_check(visiting: Visiting) -> None:
    visit = visiting.started()
    first = visiting.seen(visit)
    good(visiting.doctor.post(f"/visits/{visit}/check-in", {"position": FAR_AWAY}))
    joined = visiting.seen(visit)
    assert set(joined["clinician_ids"]) == {str(visiting.world.nurse_id), str(visiting.world.doctor_id)}
    assert joined["check_in"] == first["check_in"]


@pytest.mark.parametrize(
    "verb", ["check-out", "record-services", "write-note", "confirm", "measure", "locate", "abort"]
)
def test_a_colleague_who_was_not_there_does_not_write_into_it(visiting: Visiting, verb: str) -> None:
    visit = visiting.started()
    body = _body(visiting, verb)
    visiting.asks(visiting.doctor, f"/visits/{visit}/{verb}", body, 403, "visits.refused.wrong_clinician")


@pytest.mark.parametrize("verb", ["depart", "check-in", "check-out", "measure", "miss"])
def test_nobody_of_another_team_does(visiting: Visiting, verb: str) -> None:
    visit = visiting.scheduled()
    body = _body(visiting, verb)
    visiting.asks(visiting.stranger, f"/visits/{visit}/{verb}", body, 403, "visits.refused.wrong_team")


@pytest.mark.parametrize("verb", ["depart", "check-in"])
def test_who_was_taken_off_does_not_join_unasked(visiting: Visiting, verb: str) -> None:
    visit = visiting.scheduled("B01", by=people.DOCTOR)
    good(visiting.assign(visit, visiting.world.leader_id))
    visiting.asks(visiting.doctor, f"/visits/{visit}/{verb}", {}, 403, "visits.refused.reassigned")


@pytest.mark.parametrize("verb", ["depart", "check-in", "record-services", "confirm", "check-out", "miss", "abort"])
def test_a_cancelled_visit_says_that_it_was_cancelled(visiting: Visiting, verb: str) -> None:
    visit = visiting.scheduled()
    good(visiting.elder.post(f"/visits/{visit}/cancel", {"reason_code": "other"}))
    body = _body(visiting, verb)
    visiting.asks(visiting.nurse, f"/visits/{visit}/{verb}", body, 409, "visits.refused.cancelled")


@pytest.mark.parametrize("verb", ["check-out", "record-services", "confirm", "measure", "write-note", "abort"])
def test_what_has_not_begun_cannot_be_written_down(visiting: Visiting, verb: str) -> None:
    visit = visiting.scheduled()
    body = _body(visiting, verb)
    visiting.asks(visiting.nurse, f"/visits/{visit}/{verb}", body, 409, "visits.refused.wrong_status")


def test_what_was_not_done_gives_the_reservation_back(visiting: Visiting) -> None:
    contract = visiting.sign_contract()
    visit = visiting.started("C05", by=people.DOCTOR)
    body = visiting.served("C05", outcome="not_done")
    good(visiting.doctor.post(f"/visits/{visit}/record-services", body))
    good(visiting.doctor.post(f"/visits/{visit}/check-out", {}))
    assert visiting.left(contract, "C05") == {"reserved": 0, "consumed": 0}
    ended = visiting.seen(visit)
    assert (ended["status"], ended["services"][0]["outcome"]) == ("completed", "not_done")


def test_done_work_is_charged_past_the_quota_and_looked_at(visiting: Visiting) -> None:
    contract = visiting.sign_contract()
    visiting.done("C05", by=people.DOCTOR)
    extra = visiting.started("B01", by=people.DOCTOR)
    good(visiting.doctor.post(f"/visits/{extra}/record-services", visiting.served("B01", "C05")))
    good(visiting.doctor.post(f"/visits/{extra}/confirm", SIGNED))
    good(visiting.doctor.post(f"/visits/{extra}/check-out", {"position": AT_HOME}))
    ended = visiting.seen(extra)
    assert {line["item_code"]: line["is_over_quota"] for line in ended["services"]} == {"B01": False, "C05": True}
    assert (ended["status"], ended["review"]["reasons"]) == ("completed", ["over_quota"])
    assert visiting.left(contract, "C05")["consumed"] == 2


def test_what_is_told_after_the_check_out_is_charged_once(visiting: Visiting) -> None:
    contract = visiting.sign_contract()
    visit = visiting.started("C05", by=people.DOCTOR)
    good(visiting.doctor.post(f"/visits/{visit}/confirm", SIGNED))
    assert good(visiting.doctor.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))["status"] == "completed"
    for _ in range(2):
        good(visiting.doctor.post(f"/visits/{visit}/record-services", visiting.served("C05")))
    assert visiting.seen(visit)["status"] == "verified", "the missing element has arrived"
    assert visiting.left(contract, "C05") == {"reserved": 0, "consumed": 1}


def test_what_was_charged_stays_done(visiting: Visiting) -> None:
    visiting.sign_contract()
    visit = visiting.done("C05", by=people.DOCTOR)
    body = visiting.served("C05", outcome="not_done")
    visiting.asks(visiting.doctor, f"/visits/{visit}/record-services", body, 409, "visits.refused.charged")


def test_an_item_added_at_the_door_must_be_ones_own_work(visiting: Visiting) -> None:
    visit = visiting.started()
    path = f"/visits/{visit}/record-services"
    visiting.asks(visiting.nurse, path, visiting.served("B01"), 403, "catalogue.refused.wrong_profession")
    added = good(visiting.nurse.post(path, visiting.served("D03")))
    assert [line["item_code"] for line in added["services"]] == ["D01", "D03"]


def test_two_clinicians_keep_a_note_each(visiting: Visiting) -> None:
    visit = visiting.started()
    good(visiting.doctor.post(f"/visits/{visit}/check-in", {}))
    good(visiting.nurse.post(f"/visits/{visit}/write-note", {"note": "血压还好"}))
    good(visiting.doctor.post(f"/visits/{visit}/write-note", {"note": "药减半片"}))
    good(visiting.nurse.post(f"/visits/{visit}/write-note", {"note": "血压好"}))
    assert visiting.seen(visit)["note"] == "药减半片\n血压好"
    assert "note" not in visiting.seen(visit, visiting.elder)


def test_breaking_off_keeps_what_was_done(visiting: Visiting) -> None:
    contract = visiting.sign_contract()
    visit = visiting.started("C05", by=people.DOCTOR)
    good(visiting.doctor.post(f"/visits/{visit}/record-services", visiting.served("C05")))
    body = {"reason_code": "emergency_120", "note": "胸口痛，120接走"}
    aborted = good(visiting.doctor.post(f"/visits/{visit}/abort", body))
    assert (aborted["status"], aborted["end_reason"], aborted["end_note"]) == ("aborted", "emergency_120", body["note"])
    assert visiting.left(contract, "C05")["consumed"] == 1


@pytest.mark.parametrize("reason", ["nobody_home", "refused_at_door", "no_answer"])
def test_a_visit_that_did_not_come_about_is_a_contact_attempt(visiting: Visiting, reason: str) -> None:
    contract = visiting.sign_contract()
    visit = visiting.scheduled("C05", by=people.DOCTOR)
    body = {"reason_code": reason, "position": AT_HOME}
    missed = good(visiting.doctor.post(f"/visits/{visit}/miss", body))
    assert (missed["status"], missed["end_reason"]) == ("missed", reason)
    assert [attempt["kind"] for attempt in missed["contact_attempts"]] == [reason]
    assert missed["check_in"]["verdict"] == "inside", "somebody stood at the door"
    assert visiting.left(contract, "C05")["reserved"] == 0


def test_somebody_checked_in_and_nobody_opened(visiting: Visiting) -> None:
    visit = visiting.started()
    assert good(visiting.nurse.post(f"/visits/{visit}/miss", {"reason_code": "nobody_home"}))["status"] == "missed"


def test_a_colleague_who_only_phoned_does_not_end_anothers_visit(visiting: Visiting) -> None:
    visit = visiting.scheduled()
    body = {"reason_code": "no_answer"}
    visiting.asks(visiting.doctor, f"/visits/{visit}/miss", body, 403, "visits.refused.wrong_clinician")


def test_a_visit_begins_at_the_door_without_a_plan(visiting: Visiting) -> None:
    body = _unplanned(visiting, position=AT_HOME)
    visit = good(visiting.nurse.post("/visits/start-unplanned", body), 201)
    assert (visit["status"], visit["source"], visit["check_in"]["verdict"]) == ("in_progress", "unplanned", "inside")
    assert visit["clinician_ids"] == [str(visiting.world.nurse_id)]
    assert visit["id"] == body["id"]


def test_an_unplanned_start_with_a_known_id_is_refused(visiting: Visiting) -> None:
    body = _unplanned(visiting)
    good(visiting.nurse.post("/visits/start-unplanned", body), 201)
    visiting.asks(visiting.nurse, "/visits/start-unplanned", body, 409, "visits.refused.id_exists")


def test_nobody_starts_unplanned_at_a_strangers(visiting: Visiting) -> None:
    visiting.asks(visiting.stranger, "/visits/start-unplanned", _unplanned(visiting), 404, "core.not_found")


def test_an_unplanned_visit_at_the_time_of_a_planned_one_is_a_fact(visiting: Visiting) -> None:
    visiting.started()
    assert visiting.nurse.post("/visits/start-unplanned", _unplanned(visiting)).status_code == 201


def test_times_that_run_backwards_are_kept_and_looked_at(visiting: Visiting, runtime: Runtime) -> None:
    visit = UUID(visiting.started())
    received = clock_now()
    early = Moment(received - timedelta(hours=2), received - timedelta(hours=2), received)
    with runtime.sessions.county(visiting.world.county_id) as session:
        service.check_out(session, visiting.world.nurse, early, visit, position=AT_HOME | {"datum": Datum.WGS84})
        commit(session)
    ended = visiting.seen(str(visit))
    assert ended["ended_at"] < ended["started_at"]
    assert "backwards" in ended["review"]["reasons"]


def test_two_visits_at_one_time_are_kept_and_the_later_told_is_looked_at(visiting: Visiting, runtime: Runtime) -> None:
    visiting.done()
    with visiting.owner.begin() as connection:
        connection.execute(text("update visits set started_at = started_at - interval '1 hour'"))
    received = clock_now()
    begin, end = (received - timedelta(minutes=minutes) for minutes in (40, 20))
    visit = uuid4()
    lines = [{"resident_id": visiting.world.elder_id, "item_code": "D01"}]
    with runtime.sessions.county(visiting.world.county_id) as session:
        nurse = visiting.world.nurse
        service.start_unplanned(session, nurse, Moment(begin, begin, received), visit, services=lines)
        service.check_out(session, nurse, Moment(end, end, received), visit)
        commit(session)
    assert "overlapping" in visiting.seen(str(visit))["review"]["reasons"]


def test_a_doubtful_clock_is_looked_at(visiting: Visiting, runtime: Runtime) -> None:
    visit = UUID(visiting.scheduled())
    at = datetime.now(UTC)
    with runtime.sessions.county(visiting.world.county_id) as session:
        service.check_in(session, visiting.world.nurse, Moment(at, at, at, is_clock_doubtful=True), visit)
        service.check_out(session, visiting.world.nurse, Moment(at, at, at), visit)
        commit(session)
    assert "clock_doubtful" in visiting.seen(str(visit))["review"]["reasons"]


def _unplanned(visiting: Visiting, **more: Any) -> dict[str, Any]:
    lines = [{"resident_id": str(visiting.world.elder_id), "item_code": "D01"}]
    return {"id": str(uuid4()), "services": lines} | more


def _body(visiting: Visiting, verb: str) -> dict[str, Any]:
    """A body that would be good, were the rest good."""
    bodies: dict[str, dict[str, Any]] = {
        "check-out": {"next_visit_on": tomorrow().isoformat()},
        "record-services": visiting.served(),
        "write-note": {"note": "好"},
        "confirm": SIGNED,
        "measure": visiting.pressure(),
        "locate": {"which": "in"} | REASON,
        "abort": {"reason_code": "unsafe"},
        "miss": {"reason_code": "nobody_home"},
    }
    return bodies.get(verb, {})
