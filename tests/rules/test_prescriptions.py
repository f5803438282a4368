from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.core import resources
from jiayi.core.results import Allowed, Refused
from jiayi.core.shapes import build
from jiayi.prescriptions.files import read_drugs
from jiayi.prescriptions.refills import (
    RefillFacts,
    largest_refill,
    may_refill,
    must_be_seen,
    opens_on,
    remaining_days,
    reminders_on,
    supply_end,
    team_task_on,
    window_days,
)
from jiayi.prescriptions.rules import TRANSITIONS, evaluate, expires_on, longest_days, may, next_status
from jiayi.prescriptions.tables import LongPrescription
from jiayi.prescriptions.terms import (
    LongFacts,
    NeedsReview,
    PrescriptionAction,
    PrescriptionStatus,
    Supply,
)
from tests.conftest import table

A, S = PrescriptionAction, PrescriptionStatus
TODAY = date(2026, 11, 24)
DRUGS = {drug.id: drug for drug in read_drugs(resources.seed() / "codes/drugs.yaml")}
ORDINARY = {
    "diagnosis": "I10",
    "regimen_since_on": "2026-01-01",
    "refill_gap_days": 2,
    "followups": [
        {"held_on": "2026-11-01", "is_in_target": True, "is_regular": True},
        {"held_on": "2026-08-01", "is_in_target": True, "is_regular": True},
    ],
    "drugs": ["amlodipine_5mg"],
    "prescriber": {"profession": "doctor", "title": "intermediate", "is_at_primary_care": True},
    "renewal": "first",
    "days": 28,
    "age": 70,
}


@pytest.fixture(scope="module")
def limits(rules):
    return rules(LongPrescription)


def facts_of(changes):
    plain = ORDINARY | changes
    drugs = [DRUGS[drug_id].rule_facts for drug_id in plain["drugs"]]
    as_data = [
        {
            "id": drug.id,
            "ingredient": drug.ingredient,
            "classes": list(drug.classes),
            "is_for_chronic_infection": drug.is_for_chronic_infection,
            "is_cold_chain": drug.is_cold_chain,
        }
        for drug in drugs
    ]
    return build(LongFacts, plain | {"drugs": as_data}, "case")


def code(answer):
    return answer.reason if isinstance(answer, Refused) else None


@pytest.mark.parametrize("case", table("long_prescriptions"), ids=lambda case: case["id"])
def test_t17_who_may_have_a_long_term_prescription(case, limits):
    found = evaluate(facts_of(case["facts"]), TODAY, limits)
    if isinstance(found, Refused):
        assert found.reason == case["outcome"]
    elif isinstance(found, NeedsReview):
        assert case["outcome"] == "review"
    else:
        assert case["outcome"] == ("pharmacist first" if found.is_pharmacist_first else "permitted")


@given(st.integers(1, 120), st.integers(35, 100))
def test_never_more_days_than_the_longest(limits, days, age):
    facts = facts_of({"days": days, "age": age})
    found = evaluate(facts, TODAY, limits)
    assert isinstance(found, Refused) or days <= longest_days(facts, limits) <= limits.days_max


def test_the_lists_know_the_drugs_that_matter():
    assert len(DRUGS) >= 40
    assert DRUGS["alprazolam_0_4mg"].classes == {"psychotropic_2"}
    assert DRUGS["isoniazid_100mg"].is_for_chronic_infection
    assert DRUGS["insulin_glargine_300u"].is_cold_chain


def supply_of(case):
    return Supply(date.fromisoformat(case["dispensed_on"]), case["days"])


@pytest.mark.parametrize("case", table("refills"), ids=lambda case: case["id"])
def test_when_a_refill_may_be_asked_for(case, limits, workdays):
    today = date.fromisoformat(case["today"])
    asked = {name: case[name] for name in ("early_reason", "last_early_on", "has_doctor_note") if name in case}
    supply = {"dispensed_on": case["dispensed_on"], "days": case["days"]}
    facts = build(RefillFacts, {"supply": supply} | asked, case["id"])
    assert opens_on(facts.supply, workdays, limits).isoformat() == case["opens_on"]
    assert remaining_days(facts.supply, today) == case["remaining"]
    assert code(may_refill(facts, today, workdays, limits)) == case["code"]


@pytest.mark.parametrize(("days", "left"), [(7, 3), (14, 3), (15, 3), (16, 4), (28, 6), (30, 6), (84, 17)])
def test_the_window_is_a_fifth_rounded_up(days, left, limits):
    assert window_days(days, limits) == left


@pytest.mark.parametrize(("left", "largest"), [(17, 67), (6, 78), (0, 84)])
def test_no_more_than_84_days_lie_at_home(left, largest, limits):
    supply = Supply(TODAY - timedelta(days=84 - left), 84)
    assert largest_refill(supply, TODAY, limits) == largest


@given(st.integers(1, 84), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 120))
def test_stock_at_home_never_passes_the_maximum(limits, workdays, days, dispensed_on, later):
    supply, today = Supply(dispensed_on, days), dispensed_on + timedelta(days=later)
    assert 0 <= largest_refill(supply, today, limits) + remaining_days(supply, today) <= limits.days_max
    assert opens_on(supply, workdays, limits) < supply_end(supply)


def test_reminders_lie_before_the_medicine_runs_out(limits):
    supply = Supply(date(2026, 3, 1), 28)
    assert [day.isoformat() for day in reminders_on(supply, limits)] == ["2026-03-22", "2026-03-26", "2026-03-29"]
    assert team_task_on(supply, limits) == date(2026, 3, 24)


def test_face_to_face_every_twelve_weeks(limits):
    assert [must_be_seen(TODAY - timedelta(days=days), TODAY, limits) for days in (83, 84)] == [False, True]


@pytest.mark.parametrize(
    ("action", "status", "days", "refused"),
    [
        pytest.param(A.SEND, S.APPROVED, 28, None, id="four weeks go without the patient's word"),
        pytest.param(A.SEND, S.APPROVED, 29, "prescriptions.refused.missing_confirmation", id="T29 more do not"),
        pytest.param(A.SEND, S.PATIENT_CONFIRMED, 84, None, id="confirmed, they do"),
        pytest.param(A.APPROVE, S.SUBMITTED, 28, "prescriptions.refused.wrong_status", id="no approval unseen"),
        pytest.param(A.SUBMIT, S.APPROVED, 28, "prescriptions.refused.wrong_status", id="approved is not changed"),
        pytest.param(
            A.CANCEL, S.HANDED_OVER, 28, "prescriptions.refused.wrong_status", id="handed over is handed over"
        ),
    ],
)
def test_the_way_of_a_prescription(action, status, days, refused, limits):
    assert code(may(action, status, days, limits)) == refused


def test_every_state_is_reached_and_every_way_ends():
    assert set(TRANSITIONS.values()) | {S.DRAFT} == set(S)
    assert set(S) - {status for status, _ in TRANSITIONS} == {S.COMPLETED, S.CANCELLED, S.EXPIRED, S.TERMINATED}
    assert next_status(S.RETURNED, A.SUBMIT) is S.SUBMITTED
    assert may(A.SUBMIT, S.DRAFT, 7, None) == Allowed()  # type: ignore[arg-type]  # no limit is looked at


@pytest.mark.parametrize(("extra", "days"), [(0, 0), (3, 3), (9, 3), (-1, 0)])
def test_a_prescription_is_good_for_its_day_and_three_more_at_most(extra, days, limits):
    assert expires_on(TODAY, extra, limits) == TODAY + timedelta(days=days)
