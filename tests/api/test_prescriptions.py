"""Refills: who may ask and when, what the doctor may agree to, who hears of it, and the way to the resident's hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask

from jiayi.app import Runtime
from jiayi.core.clock import moment_now
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.core.ids import new_id
from jiayi.followups import service as followups
from jiayi.followups.terms import Adherence, Mode, Programme
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import Profession, Title
from jiayi.prescriptions import messages, service
from jiayi.prescriptions.terms import PrescriptionAction as A
from jiayi.residents import service as residents
from jiayi.residents.terms import ProxyScope, Relation
from tests import world as people
from tests.phones import PhoneOf, watched_phones
from tests.world import World

PHARMACIST = "13900000105"
AMLODIPINE = {"drug_id": "amlodipine_5mg", "dose_text": "早上一片", "daily_dose": 1}
STEPS = (A.TAKE_UP, A.APPROVE, A.SEND, A.DELIVER, A.HAND_OVER)


@pytest.fixture
def phone_of(app: Flask, runtime: Runtime, world: World) -> Iterator[PhoneOf]:
    with watched_phones(app, runtime) as watched:
        yield watched


@pytest.fixture
def pharmacist(runtime: Runtime, world: World) -> str:
    with runtime.sessions.county(world.county_id) as session:
        one = organizations.add_clinician(
            session, world.admin, clock_now(), uuid4(), organization_id=world.organization_id, name="杜明",
            phone=PHARMACIST, profession=Profession.PHARMACIST, title=Title.JUNIOR,
        )  # fmt: skip
        organizations.join_team(session, world.admin, clock_now(), world.team_id, one.id)
        commit(session)
    return PHARMACIST


@pytest.fixture
def in_target(runtime: Runtime, world: World) -> None:
    """Two good follow-ups at home, some weeks apart."""
    for days in (100, 60):
        _follow_up(runtime, world, clock_now() - timedelta(days=days))


@pytest.fixture
def ending(runtime: Runtime, world: World, in_target: None) -> UUID:
    """Medicine for 28 days, of which two are left."""
    return _handed_over(runtime, world, clock_now() - timedelta(days=26))


def test_the_daughter_asks_and_the_doctor_who_wrote_it_hears(phone_of: PhoneOf, world: World, ending: UUID) -> None:
    answer = _ask(phone_of, people.DAUGHTER, ending)
    assert (answer.status_code, answer.json["status"]) == (201, "pending")
    (notice,) = _notices(phone_of, people.DOCTOR)
    assert (notice["code"], notice["values"]["resident_name"]) == ("prescriptions.notice.refill_asked", "丁大川")
    assert _notices(phone_of, people.LEADER) == []


def test_with_twenty_days_left_it_is_too_early_and_the_day_is_named(
    phone_of: PhoneOf, runtime: Runtime, world: World, in_target: None
) -> None:
    prescription = _handed_over(runtime, world, clock_now() - timedelta(days=8))
    answer = _ask(phone_of, people.ELDER, prescription)
    assert (answer.status_code, answer.json["code"]) == (409, "prescriptions.refused.too_early")
    (shown,) = phone_of(people.ELDER).get(f"/prescriptions?resident_id={world.elder_id}").json["items"]
    assert answer.json["detail"]["opens_on"] == shown["refill_opens_on"]


def test_a_journey_is_a_reason_to_ask_early_but_not_twice(
    phone_of: PhoneOf, runtime: Runtime, world: World, in_target: None
) -> None:
    prescription = _handed_over(runtime, world, clock_now() - timedelta(days=8))
    asked = _ask(phone_of, people.ELDER, prescription, early_reason="travel")
    assert asked.json["early_reason"] == "travel"
    decided = _decide(phone_of, people.DOCTOR, asked.json["id"], decision="approve", days=14)
    _advance(runtime, world, decided.json["new_prescription_id"], clock_now())
    again = _ask(phone_of, people.ELDER, decided.json["new_prescription_id"], early_reason="loss")
    assert again.json["code"] == "prescriptions.refused.early_again"


def test_asking_twice_is_asking_once(phone_of: PhoneOf, ending: UUID) -> None:
    assert _ask(phone_of, people.ELDER, ending).status_code == 201
    assert _ask(phone_of, people.DAUGHTER, ending).json["code"] == "prescriptions.refused.asked_already"


def test_the_doctor_agrees_and_the_family_hears(phone_of: PhoneOf, world: World, ending: UUID) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    decided = _decide(phone_of, people.DOCTOR, request, decision="approve", days=28)
    assert (decided.json["status"], decided.json["days"]) == ("approved", 28)
    made = _prescription(phone_of, world, decided.json["new_prescription_id"])
    assert (made["status"], made["replaces_id"], made["drugs"][0]["name"]) == (
        "submitted", str(ending), "苯磺酸氨氯地平片",
    )  # fmt: skip
    for number in (people.ELDER, people.DAUGHTER):
        (notice,) = _notices(phone_of, number)
        assert notice["code"] == "prescriptions.notice.refill_approved"
        assert (notice["values"]["days"], notice["values"]["doctor_name"]) == ("28", "陈志远")
    assert _ask(phone_of, people.ELDER, ending).json["code"] == "prescriptions.refused.refill_underway"


def test_who_asked_hears_the_answer_even_without_alerts(
    phone_of: PhoneOf, runtime: Runtime, world: World, ending: UUID
) -> None:
    _let_help(runtime, world, ProxyScope.BOOK)
    request = _ask(phone_of, people.DAUGHTER, ending).json["id"]
    _decide(phone_of, people.DOCTOR, request, decision="approve", days=28)
    assert [one["code"] for one in _notices(phone_of, people.DAUGHTER)] == ["prescriptions.notice.refill_approved"]


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (29, "prescriptions.refused.missing_confirmation"),
        (85, "prescriptions.refused.over_max"),
    ],
)
def test_more_than_four_weeks_is_not_agreed_to_in_passing(
    phone_of: PhoneOf, ending: UUID, days: int, code: str
) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    answer = _decide(phone_of, people.DOCTOR, request, decision="approve", days=days)
    assert (answer.status_code, answer.json["code"]) == (409, code)


def test_the_doctor_says_why_not(phone_of: PhoneOf, ending: UUID) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    decided = _decide(phone_of, people.DOCTOR, request, decision="refuse", refused_reason="must_be_seen")
    assert (decided.json["status"], decided.json["refused_reason"]) == ("refused", "must_be_seen")
    assert [one["code"] for one in _notices(phone_of, people.ELDER)] == ["prescriptions.notice.refill_refused"]
    assert _ask(phone_of, people.ELDER, ending).status_code == 201


@pytest.mark.parametrize(
    "half",
    [
        {"decision": "refuse"},
        {"decision": "approve"},
        {"decision": "approve", "days": 7, "refused_reason": "not_needed"},
        {"decision": "refuse", "days": 7, "refused_reason": "not_needed"},
    ],
)
def test_a_decision_is_whole(phone_of: PhoneOf, ending: UUID, half: dict[str, Any]) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    answer = _decide(phone_of, people.DOCTOR, request, **half)
    assert (answer.status_code, answer.json["code"]) == (422, "prescriptions.invalid.decision")


def test_only_a_doctor_of_the_residents_team_decides(phone_of: PhoneOf, pharmacist: str, ending: UUID) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    wish = {"decision": "approve", "days": 28}
    for number in (people.NURSE, pharmacist):
        answer = _decide(phone_of, number, request, **wish)
        assert (answer.status_code, answer.json["code"]) == (403, "prescriptions.refused.not_doctor")
    assert _decide(phone_of, people.OTHER_LEADER, request, **wish).status_code == 404
    assert _decide(phone_of, people.ELDER, request, **wish).status_code == 403


def test_what_was_decided_is_decided(phone_of: PhoneOf, ending: UUID) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    _decide(phone_of, people.DOCTOR, request, decision="refuse", refused_reason="not_needed")
    again = _decide(phone_of, people.LEADER, request, decision="approve", days=28)
    assert again.json["code"] == "prescriptions.refused.wrong_status"


def test_a_pressure_out_of_target_must_be_looked_at_first(
    phone_of: PhoneOf, runtime: Runtime, world: World, ending: UUID
) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    _follow_up(runtime, world, clock_now() - timedelta(days=1), systolic=165)
    answer = _decide(phone_of, people.DOCTOR, request, decision="approve", days=28)
    assert answer.json["code"] == "prescriptions.refused.uncontrolled"


def test_danger_suspends_the_wish_until_a_doctor_has_looked(
    phone_of: PhoneOf, runtime: Runtime, world: World, ending: UUID
) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    _follow_up(runtime, world, clock_now(), danger_signs=["eye_pain"])
    wish = {"decision": "approve", "days": 28}
    refused = _decide(phone_of, people.DOCTOR, request, **wish)
    assert (refused.json["code"], refused.json["detail"]["causes"]) == (
        "prescriptions.refused.needs_review", ["danger_value"],
    )  # fmt: skip
    assert _decide(phone_of, people.DOCTOR, request, **wish, has_reviewed=True).json["status"] == "approved"


def test_family_without_that_scope_cannot_ask(phone_of: PhoneOf, runtime: Runtime, world: World, ending: UUID) -> None:
    _let_help(runtime, world, ProxyScope.VIEW_SUMMARY)
    answer = _ask(phone_of, people.DAUGHTER, ending)
    assert (answer.status_code, answer.json["code"]) == (403, "prescriptions.refused.no_refill_scope")
    assert _ask(phone_of, people.OTHER_ELDER, ending).status_code == 404


def test_the_wish_can_be_taken_back(phone_of: PhoneOf, ending: UUID) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    assert phone_of(people.DAUGHTER).post(f"/refill-requests/{request}/cancel", {}).json["status"] == "cancelled"
    listed = phone_of(people.DOCTOR).get("/refill-requests?status=pending").json["items"]
    assert listed == []


def test_a_prescription_goes_by_the_pharmacist_to_the_hand(
    phone_of: PhoneOf, world: World, pharmacist: str, ending: UUID
) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    made = _decide(phone_of, people.DOCTOR, request, decision="approve", days=28).json["new_prescription_id"]

    def step(number: str, action: str) -> Any:
        return phone_of(number).post(f"/prescriptions/{made}/advance", {"action": action})

    assert step(people.NURSE, "hand_over").json["code"] == "prescriptions.refused.wrong_status"
    assert step(people.DOCTOR, "take_up").json["code"] == "prescriptions.refused.not_pharmacist"
    for number, action in ((pharmacist, "take_up"), (pharmacist, "approve"), (people.NURSE, "send")):
        assert step(number, action).status_code == 200
    assert step(people.NURSE, "deliver").status_code == 200
    handed = step(people.NURSE, "hand_over").json
    days = date.fromisoformat(handed["supply_end_on"]) - date.fromisoformat(handed["dispensed_on"])
    assert (handed["status"], days) == ("handed_over", timedelta(days=28))
    assert _prescription(phone_of, world, str(ending))["status"] == "completed"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"drugs": [AMLODIPINE | {"drug_id": "alprazolam_0_4mg"}]}, "prescriptions.refused.excluded_drug"),
        ({"drugs": [AMLODIPINE | {"drug_id": "snake_oil"}]}, "prescriptions.invalid.drug"),
        ({"diagnosis_icd10": "S72.0"}, "prescriptions.refused.no_diagnosis"),
        ({"days_supply": 84}, "prescriptions.refused.missing_confirmation"),
    ],
    ids=["a sleeping pill", "not on the list", "no chronic disease", "twelve weeks unsigned"],
)
def test_a_first_prescription_keeps_the_rules(
    phone_of: PhoneOf, world: World, in_target: None, changed: dict[str, Any], code: str
) -> None:
    assert phone_of(people.DOCTOR).post("/prescriptions", _first(world) | changed).json["code"] == code


def test_twelve_weeks_go_out_with_all_four_confirmations(phone_of: PhoneOf, world: World, in_target: None) -> None:
    signed = dict.fromkeys(("has_strict_assessment", "has_education", "has_record", "has_signature"), True)
    wish = _first(world) | {"days_supply": 84, "confirmation": signed}
    assert phone_of(people.DOCTOR).post("/prescriptions", wish).status_code == 201
    assert phone_of(people.NURSE).post("/prescriptions", _first(world)).status_code == 403


def test_without_two_good_follow_ups_there_is_no_long_prescription(phone_of: PhoneOf, world: World) -> None:
    answer = phone_of(people.DOCTOR).post("/prescriptions", _first(world))
    assert answer.json["code"] == "prescriptions.refused.adherence"


def test_the_family_hears_three_times_that_medicine_runs_out(
    runtime: Runtime, world: World, phone_of: PhoneOf, now: datetime
) -> None:
    for days in (100, 60):
        _follow_up(runtime, world, now - timedelta(days=days))
    _handed_over(runtime, world, now)
    ends = now + timedelta(days=28)
    told = {left: _remind(runtime, world, ends - timedelta(days=left), phone_of) for left in (8, 7, 6, 3, 2, 0, -1)}
    assert [told[left] for left in (8, 6, 2, -1)] == [[], [], [], []]
    assert told[7] == ["prescriptions.notice.supply_ends_later"]
    assert told[3] == ["prescriptions.notice.supply_ends"]
    assert told[0] == ["prescriptions.notice.supply_ended"]


def test_who_has_asked_already_and_got_it_is_not_reminded(
    runtime: Runtime, world: World, phone_of: PhoneOf, ending: UUID
) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    _decide(phone_of, people.DOCTOR, request, decision="approve", days=28)
    assert _remind(runtime, world, clock_now() + timedelta(days=2), phone_of) == []


def test_a_prescription_that_nobody_fetched_expires(
    runtime: Runtime, world: World, phone_of: PhoneOf, pharmacist: str, ending: UUID
) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    made = _decide(phone_of, people.DOCTOR, request, decision="approve", days=28).json["new_prescription_id"]
    for action in ("take_up", "approve"):
        phone_of(pharmacist).post(f"/prescriptions/{made}/advance", {"action": action})
    for days, status in ((3, "approved"), (4, "expired")):
        with runtime.sessions.county(world.county_id) as session:
            service.expire_due(session, clock_now() + timedelta(days=days))
            commit(session)
        assert _prescription(phone_of, world, made)["status"] == status
    assert _ask(phone_of, people.ELDER, ending).status_code == 201


def test_asking_and_deciding_work_from_the_outbox(phone_of: PhoneOf, world: World, ending: UUID) -> None:
    request = str(uuid4())
    daughter, doctor = phone_of(people.DAUGHTER), phone_of(people.DOCTOR)
    (asked,) = daughter.push(
        daughter.command("prescriptions.request_refill", request, {"prescription_id": str(ending)})
    )
    assert asked["outcome"] == "applied"
    (shown,) = [doc["body"] for doc in doctor.pull()["documents"] if doc["kind"] == "refill_request"]
    wish = {"decision": "approve", "days": 28}
    decide = doctor.command("prescriptions.decide_refill", request, wish, base_version=shown["version"])
    stale = phone_of(people.LEADER).command("prescriptions.decide_refill", request, wish, base_version=shown["version"])
    assert doctor.push(decide)[0]["outcome"] == "applied"
    (late,) = phone_of(people.LEADER).push(stale)
    assert (late["outcome"], late["code"]) == ("refused", "sync.refused.stale")
    (own,) = [doc["body"] for doc in daughter.pull()["documents"] if doc["kind"] == "refill_request"]
    assert (own["status"], own["days"]) == ("approved", 28)


def test_the_family_document_says_nothing_of_the_illness(phone_of: PhoneOf, ending: UUID) -> None:
    (body,) = [doc["body"] for doc in phone_of(people.ELDER).pull()["documents"] if doc["kind"] == "prescription"]
    assert "diagnosis_icd10" not in body
    assert body["drugs"][0]["dose_text"] == "早上一片"


def test_after_a_death_nothing_is_decided_or_dispensed(
    phone_of: PhoneOf, runtime: Runtime, world: World, ending: UUID
) -> None:
    request = _ask(phone_of, people.ELDER, ending).json["id"]
    with runtime.sessions.county(world.county_id) as session:
        yesterday = china_date(clock_now()) - timedelta(days=1)
        residents.record_death(session, world.leader, clock_now(), world.elder_id, yesterday)
        commit(session)
    (kept,) = phone_of(people.LEADER).get("/refill-requests").json["items"]
    assert (kept["id"], kept["status"]) == (request, "cancelled")
    assert _prescription(phone_of, world, str(ending))["status"] == "terminated"


def _let_help(runtime: Runtime, world: World, *scopes: ProxyScope) -> None:
    """The daughter may do this and nothing else from now on."""
    with runtime.sessions.county(world.county_id) as session:
        residents.grant_proxy(
            session, world.elder, clock_now(), world.elder_id, id=uuid4(), phone=people.DAUGHTER, name="丁秀芳",
            relation=Relation.DAUGHTER, scopes=scopes,
        )  # fmt: skip
        commit(session)


def _first(world: World) -> dict[str, Any]:
    return {
        "id": str(uuid4()),
        "resident_id": str(world.elder_id),
        "diagnosis_icd10": "I10",
        "drugs": [AMLODIPINE],
        "days_supply": 28,
        "regimen_since_on": (china_date(clock_now()) - timedelta(days=300)).isoformat(),
    }


def _follow_up(runtime: Runtime, world: World, at: datetime, systolic: int = 128, **found: Any) -> None:
    with runtime.sessions.county(world.county_id) as session:
        followups.record(
            session, world.doctor, moment_now(at), new_id(), mode=Mode.HOME, systolic=systolic, diastolic=76,
            adherence=Adherence.REGULAR, resident_id=world.elder_id, programme=Programme.HYPERTENSION, **found,
        )  # fmt: skip
        commit(session)


def _handed_over(runtime: Runtime, world: World, at: datetime) -> UUID:
    """Medicine for 28 days, handed over at that time."""
    with runtime.sessions.county(world.county_id) as session:
        made = service.issue(
            session, world.doctor, at, uuid4(), resident_id=world.elder_id, diagnosis_icd10="I10", drugs=[AMLODIPINE],
            days_supply=28, regimen_since_on=china_date(at) - timedelta(days=300),
        )  # fmt: skip
        commit(session)
    _advance(runtime, world, made.id, at)
    return made.id


def _advance(runtime: Runtime, world: World, prescription_id: UUID | str, at: datetime) -> None:
    """To the resident's hand, by a pharmacist of the team."""
    with runtime.sessions.county(world.county_id) as session:
        clinician = organizations.add_clinician(
            session, world.admin, at, uuid4(), organization_id=world.organization_id, name="药师", phone=None,
            profession=Profession.PHARMACIST, title=Title.JUNIOR,
        )  # fmt: skip
        organizations.join_team(session, world.admin, at, world.team_id, clinician.id)
        pharmacist = replace(world.nurse, subject_id=clinician.id)
        for action in STEPS:
            service.advance(session, pharmacist, at, UUID(str(prescription_id)), action=action)
        commit(session)


def _remind(runtime: Runtime, world: World, at: datetime, phone_of: PhoneOf) -> list[str]:
    """Which notices the elder gets when the task runs, twice, at that time."""
    before = {notice["id"] for notice in _notices(phone_of, people.ELDER)}
    for _ in range(2):
        with runtime.sessions.county(world.county_id) as session:
            messages.remind_of_supply_ends(session, at)
            commit(session)
    return [
        notice["code"]
        for notice in _notices(phone_of, people.ELDER)
        if notice["id"] not in before and "supply" in notice["code"]
    ]


def _ask(phone_of: PhoneOf, number: str, prescription_id: UUID | str, **more: Any) -> Any:
    body = {"id": str(uuid4()), "prescription_id": str(prescription_id)} | more
    return phone_of(number).post("/refill-requests", body)


def _decide(phone_of: PhoneOf, number: str, request_id: str, **decision: Any) -> Any:
    return phone_of(number).post(f"/refill-requests/{request_id}/decide", decision)


def _notices(phone_of: PhoneOf, number: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = phone_of(number).get("/notifications").json["items"]
    return listed


def _prescription(phone_of: PhoneOf, world: World, prescription_id: str) -> dict[str, Any]:
    listed = phone_of(people.LEADER).get(f"/prescriptions?resident_id={world.elder_id}").json["items"]
    found: dict[str, Any] = next(one for one in listed if one["id"] == prescription_id)
    return found
