"""What makes a visit count: the six elements, the resident's word, the leader's look. And what is measured."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from jiayi.app import Runtime, create_app
from jiayi.core.clock import Moment
from jiayi.core.clock import now as clock_now
from jiayi.core.db import commit
from jiayi.core.errors import Refusal
from jiayi.visits import service
from jiayi.visits.terms import ConfirmMethod
from tests import world as people
from tests.conftest import strict
from tests.phone import Phone
from tests.visiting import AT_HOME, FAR_AWAY, SIGNED, Visiting, good

REASON = {"reason_code": "address_wrong", "action_code": "serve_and_correct_address"}


def test_outside_with_reason_and_action_waits_for_the_leader_and_is_approved(visiting: Visiting) -> None:
    visit = visiting.done(position=FAR_AWAY)
    for which in ("in", "out"):
        good(visiting.nurse.post(f"/visits/{visit}/locate", {"which": which} | REASON))
    (waiting,) = good(visiting.leader.get("/reviews"))["items"]
    assert (waiting["id"], waiting["status"]) == (visit, "completed")
    assert waiting["review"] == {"status": "pending", "reason": "outside", "reasons": ["outside"], "note": None}
    approved = good(visiting.leader.post(f"/reviews/{visit}", {"decision": "approve"}))
    assert (approved["status"], approved["review"]["status"]) == ("verified", "approved")
    assert good(visiting.leader.get("/reviews"))["items"] == []


def test_outside_without_a_reason_is_not_approved(visiting: Visiting) -> None:
    visit = visiting.done(position=FAR_AWAY)
    visiting.asks(visiting.leader, f"/reviews/{visit}", {"decision": "approve"}, 409, "visits.refused.incomplete")


def test_a_reason_that_answers_another_verdict_does_not_stand_for_a_place(visiting: Visiting) -> None:
    visit = visiting.done(position=None)
    for which in ("in", "out"):
        good(visiting.nurse.post(f"/visits/{visit}/locate", {"which": which} | REASON))
    visiting.asks(visiting.leader, f"/reviews/{visit}", {"decision": "approve"}, 409, "visits.refused.incomplete")


def test_a_visit_that_is_given_back_is_closed_again_by_its_clinician(visiting: Visiting) -> None:
    visit = visiting.done(position=FAR_AWAY)
    back = good(visiting.leader.post(f"/reviews/{visit}", {"decision": "return", "note": "写一下为什么远"}))
    assert (back["status"], back["review"]["status"]) == ("in_progress", "returned")
    ended_at = back["ended_at"]
    for which in ("in", "out"):
        good(visiting.nurse.post(f"/visits/{visit}/locate", {"which": which} | REASON))
    again = good(visiting.nurse.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))
    assert (again["status"], again["review"]["status"]) == ("completed", "pending")
    assert (again["ended_at"], again["check_out"]["verdict"]) == (ended_at, "outside"), "the first times stay"
    assert good(visiting.leader.post(f"/reviews/{visit}", {"decision": "approve"}))["status"] == "verified"


def test_a_verified_visit_that_is_contradicted_is_looked_at_again(visiting: Visiting) -> None:
    visit = visiting.done()
    body = {"decision": "return", "note": "老人说那天没人来"}
    again = good(visiting.leader.post(f"/reviews/{visit}", body))
    assert (again["status"], again["verified_at"]) == ("completed", None)
    assert good(visiting.leader.post(f"/reviews/{visit}", {"decision": "approve"}))["status"] == "verified"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"decision": "return"}, 422, "visits.invalid.note_missing"),
        ({"decision": "burn"}, 422, "core.invalid.fields"),
    ],
)
def test_a_review_says_what_and_why(visiting: Visiting, body: dict[str, Any], status: int, code: str) -> None:
    visit = visiting.done(position=FAR_AWAY)
    visiting.asks(visiting.leader, f"/reviews/{visit}", body, status, code)


def test_only_the_leader_of_the_team_reviews(visiting: Visiting) -> None:
    visit = visiting.done(position=FAR_AWAY)
    body = {"decision": "approve"}
    visiting.asks(visiting.nurse, f"/reviews/{visit}", body, 403, "identity.refused.wrong_role")
    visiting.asks(visiting.phone(people.OTHER_LEADER), f"/reviews/{visit}", body, 404, "core.not_found")
    assert good(visiting.phone(people.OTHER_LEADER).get("/reviews"))["items"] == []


def test_what_is_not_finished_is_not_reviewed(visiting: Visiting) -> None:
    visit = visiting.started()
    visiting.asks(visiting.leader, f"/reviews/{visit}", {"decision": "approve"}, 409, "visits.refused.wrong_status")


def test_without_the_residents_word_the_leader_looks_at_it(visiting: Visiting) -> None:
    visit = visiting.started()
    good(visiting.nurse.post(f"/visits/{visit}/record-services", visiting.served()))
    ended = good(visiting.nurse.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))
    assert (ended["status"], ended["review"]["reasons"]) == ("completed", ["not_confirmed"])
    late = good(visiting.nurse.post(f"/visits/{visit}/confirm", SIGNED))
    assert (late["status"], late["review"]) == ("verified", None)


def test_a_carer_signs_with_a_name_and_a_refusal_gives_its_reason(visiting: Visiting) -> None:
    visit = visiting.started()
    path = f"/visits/{visit}/confirm"
    good(visiting.nurse.post(path, {"method": "refused", "reason": "cannot_write"}))
    assert visiting.seen(visit)["confirmation"]["method"] == "refused"
    good(visiting.nurse.post(path, {"method": "carer", "signer_name": "丁秀芳"}))
    good(visiting.nurse.post(path, {"method": "refused", "reason": "other"}))
    assert visiting.seen(visit)["confirmation"]["signer_name"] == "丁秀芳", "a confirmation is not taken back"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"method": "strokes"}, 422, "visits.invalid.confirmation"),
        ({"method": "carer"}, 422, "visits.invalid.confirmation"),
        ({"method": "refused"}, 409, "visits.refused.no_reason"),
        ({"method": "refused", "reason": "bored"}, 409, "visits.refused.no_reason"),
        ({"method": "code", "code": "000000"}, 409, "visits.refused.wrong_code"),
        ({"method": "code"}, 409, "visits.refused.wrong_code"),
    ],
)
def test_a_confirmation_needs_what_its_method_needs(
    visiting: Visiting, body: dict[str, Any], status: int, code: str
) -> None:
    visit = visiting.started()
    visiting.asks(visiting.nurse, f"/visits/{visit}/confirm", body, status, code)


def test_a_signature_that_is_too_large_is_refused(visiting: Visiting) -> None:
    visit = visiting.started()
    strokes = {"w": 300, "h": 120, "strokes": [[12345] * 5000]}
    body = {"method": "strokes", "strokes": strokes}
    visiting.asks(visiting.nurse, f"/visits/{visit}/confirm", body, 422, "visits.invalid.confirmation")


def test_a_code_on_the_residents_own_phone_confirms(visiting: Visiting) -> None:
    visit = visiting.started()
    code = _send(visiting, visit)
    wrong = {"method": "code", "code": "000000" if code != "000000" else "111111"}
    visiting.asks(visiting.nurse, f"/visits/{visit}/confirm", wrong, 409, "visits.refused.wrong_code")
    good(visiting.nurse.post(f"/visits/{visit}/confirm", {"method": "code", "code": code}))
    assert visiting.seen(visit)["confirmation"]["method"] == "code"


def test_the_sms_is_signed_by_the_institution_and_only_its_hash_is_kept(visiting: Visiting, runtime: Runtime) -> None:
    code = _send(visiting, visiting.started())
    sent = (runtime.settings.data_dir / "sms.log").read_text(encoding="utf-8").splitlines()[-1]
    assert sent.startswith(f"{people.ELDER}\t【柳溪镇卫生院】")
    assert code in sent
    with visiting.owner.connect() as connection:
        assert code not in str(connection.execute(text("select * from visit_codes")).one())


def test_guessing_a_code_ends_after_five_tries(visiting: Visiting) -> None:
    visit = visiting.started()
    code = _send(visiting, visit)
    for number in range(5):
        guess = f"{(int(code) + number + 1) % 1_000_000:06d}"
        visiting.nurse.post(f"/visits/{visit}/confirm", {"method": "code", "code": guess})
    body = {"method": "code", "code": code}
    visiting.asks(visiting.nurse, f"/visits/{visit}/confirm", body, 409, "visits.refused.wrong_code")


def test_a_code_entered_offline_in_time_counts_later(visiting: Visiting, runtime: Runtime) -> None:
    visit = visiting.started()
    code = _send(visiting, visit)
    told, heard = clock_now() + timedelta(minutes=5), clock_now() + timedelta(hours=3)
    with runtime.sessions.county(visiting.world.county_id) as session:
        at = Moment(heard, heard, heard)
        with pytest.raises(Refusal, match="wrong_code"):
            _confirm(session, visiting, at, visit, code)
        _confirm(session, visiting, Moment(told, told, heard), visit, code)
        commit(session)
    assert visiting.seen(visit)["confirmation"]["method"] == "code"


def test_a_second_code_is_not_sent_at_once(visiting: Visiting) -> None:
    visit = visiting.started()
    _send(visiting, visit)
    # In a demo nothing is sent, and nobody has to wait.
    nurse = Phone(create_app(strict(visiting.runtime)))
    nurse.token = visiting.nurse.token
    answer = nurse.post(f"/visits/{visit}/send-code", {"resident_id": str(visiting.world.elder_id)})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")


def test_no_code_goes_to_somebody_without_a_phone(visiting: Visiting) -> None:
    lines = [{"resident_id": str(visiting.world.neighbour_id), "item_code": "D01"}]
    visit = str(uuid4())
    good(visiting.nurse.post("/visits/start-unplanned", {"id": visit, "services": lines}), 201)
    body = {"resident_id": str(visiting.world.neighbour_id)}
    visiting.asks(visiting.nurse, f"/visits/{visit}/send-code", body, 409, "visits.refused.no_phone")
    body = {"resident_id": str(visiting.world.elder_id)}
    visiting.asks(visiting.nurse, f"/visits/{visit}/send-code", body, 404, "core.not_found")


@pytest.mark.parametrize(
    ("kind", "values", "unit", "is_danger"),
    [
        pytest.param("blood_pressure", {"systolic": 180, "diastolic": 70}, "mmHg", True, id="T05 180/70"),
        pytest.param("blood_pressure", {"systolic": 179, "diastolic": 110}, "mmHg", True, id="T05 179/110"),
        pytest.param("blood_pressure", {"systolic": 179, "diastolic": 109}, "mmHg", False, id="T05 179/109"),
        pytest.param("glucose", {"fasting": 16.6}, "mmol/L", False, id="T07 16.6"),
        pytest.param("glucose", {"fasting": 16.7}, "mmol/L", True, id="T07 16.7"),
        pytest.param("glucose", {"fasting": 3.9}, "mmol/L", True, id="T07 3.9"),
        pytest.param("glucose", {"fasting": 4.0}, "mmol/L", False, id="T07 4.0"),
    ],
)
def test_a_dangerous_value_is_marked(
    visiting: Visiting, kind: str, values: dict[str, float], unit: str, is_danger: bool
) -> None:
    visit = visiting.started()
    body = visiting.pressure(kind=kind, values=values, unit=unit)
    kept = good(visiting.nurse.post(f"/visits/{visit}/measure", body))
    assert (kept["is_danger"], kept["values"]) == (is_danger, values)
    told = [one["code"] for one in good(visiting.leader.get("/notifications"))["items"]]
    assert ("visits.notice.danger" in told) == is_danger


def test_another_unit_is_converted_and_what_was_sent_is_kept(visiting: Visiting) -> None:
    visit = visiting.started()
    body = visiting.pressure(kind="glucose", values={"random": 180}, unit="mg/dL")
    kept = good(visiting.nurse.post(f"/visits/{visit}/measure", body))
    assert (kept["values"], kept["unit"]) == ({"random": 10.0}, "mmol/L")
    with visiting.owner.connect() as connection:
        row = connection.execute(text("select sent_values, sent_unit from measurements")).one()
    assert (row.sent_values, row.sent_unit) == ({"random": 180}, "mg/dL")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"values": {"systolic": 80, "diastolic": 120}}, "visits.refused.pressures_swapped"),
        ({"values": {"systolic": 1380, "diastolic": 82}}, "visits.refused.impossible_value"),
        ({"values": {"systolic": 138}}, "visits.refused.wrong_measures"),
        ({"unit": "kg"}, "visits.refused.wrong_unit"),
    ],
)
def test_a_slip_of_the_finger_is_refused(visiting: Visiting, change: dict[str, Any], code: str) -> None:
    visit = visiting.started()
    visiting.asks(visiting.nurse, f"/visits/{visit}/measure", visiting.pressure(**change), 409, code)


def test_the_same_measurement_twice_is_one_and_another_under_its_id_is_refused(visiting: Visiting) -> None:
    visit = visiting.started()
    body = visiting.pressure()
    path = f"/visits/{visit}/measure"
    assert good(visiting.nurse.post(path, body))["id"] == good(visiting.nurse.post(path, body))["id"]
    other = visiting.pressure(150, 90) | {"measurement_id": body["measurement_id"]}
    visiting.asks(visiting.nurse, path, other, 409, "visits.refused.id_exists")


def test_nobody_is_measured_who_is_not_on_the_visit(visiting: Visiting) -> None:
    visit = visiting.started()
    body = visiting.pressure(resident_id=str(visiting.world.neighbour_id))
    visiting.asks(visiting.nurse, f"/visits/{visit}/measure", body, 409, "visits.refused.wrong_resident")


def test_values_at_the_centre_belong_to_no_visit(visiting: Visiting) -> None:
    kept = good(visiting.nurse.post("/measurements", visiting.pressure()), 201)
    assert kept["visit_id"] is None
    visiting.asks(visiting.stranger, "/measurements", visiting.pressure(), 404, "core.not_found")


def test_who_may_see_the_file_reads_the_values(visiting: Visiting) -> None:
    visit = visiting.started()
    good(visiting.nurse.post(f"/visits/{visit}/measure", visiting.pressure(note="坐着量的")))
    path = f"/measurements?resident_id={visiting.world.elder_id}&kind=blood_pressure"
    (for_team,) = good(visiting.leader.get(path))["items"]
    (for_elder,) = good(visiting.elder.get(path))["items"]
    assert for_team["note"] == "坐着量的"
    assert "note" not in for_elder
    assert for_elder["values"] == {"systolic": 138, "diastolic": 82}
    assert visiting.stranger.get(path).status_code == 404
    assert good(visiting.leader.get(path.replace("blood_pressure", "glucose")))["items"] == []


def _send(visiting: Visiting, visit: str) -> str:
    body = {"resident_id": str(visiting.world.elder_id)}
    return str(good(visiting.nurse.post(f"/visits/{visit}/send-code", body))["demo_code"])


def _confirm(session: Any, visiting: Visiting, at: Moment, visit: str, code: str) -> None:
    service.confirm(session, visiting.world.nurse, at, UUID(visit), method=ConfirmMethod.CODE, code=code)
