from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.core.results import Allowed, Refused
from jiayi.core.shapes import build
from jiayi.followups.rules import (
    PLAN,
    classify,
    glucose_course,
    is_in_target,
    is_judged,
    pressure_course,
    referral_reasons,
    unknown_signs,
)
from jiayi.followups.schedule import (
    is_face_to_face,
    is_well_spread,
    lateness,
    may_give_up,
    next_due_on,
    quarter_of,
)
from jiayi.followups.tables import Diabetes, FollowupSchedule, Hypertension
from jiayi.followups.terms import (
    Course,
    FollowupClass,
    GlucoseVisit,
    Lateness,
    Mode,
    PressureVisit,
    Reaction,
    ReferralReason,
)
from tests.conftest import table

BOTH = (True, False)
DANGERS = ((), (ReferralReason.SIGNS,))
EVERY_COURSE = [Course(*facts) for facts in product(DANGERS, BOTH, BOTH, Reaction, BOTH)]


@pytest.fixture(scope="module")
def schedule(rules):
    return rules(FollowupSchedule)


@pytest.mark.parametrize("case", table("hypertension"), ids=lambda case: case["id"])
def test_how_a_pressure_is_classed(case, rules):
    visit = build(PressureVisit, case["visit"], case["id"])
    course = pressure_course(visit, rules(Hypertension))
    assert (classify(course), list(referral_reasons(course))) == (case["becomes"], case.get("reasons", []))


@pytest.mark.parametrize("case", table("diabetes"), ids=lambda case: case["id"])
def test_how_a_glucose_is_classed(case, rules):
    visit = build(GlucoseVisit, case["visit"], case["id"])
    course = glucose_course(visit, rules(Diabetes))
    assert is_judged(visit, course) is (case["becomes"] is not None)
    if case["becomes"] is not None:
        assert (classify(course), list(referral_reasons(course))) == (case["becomes"], case.get("reasons", []))


def test_the_plan_has_an_answer_for_everything_and_no_dead_row():
    hit = [next(row for row in PLAN if row.fits(course)) for course in EVERY_COURSE]
    assert all(row in hit for row in PLAN)


def test_nothing_worse_ever_makes_the_class_milder():
    severity = list(FollowupClass)
    for course in EVERY_COURSE:
        worse = Course(DANGERS[1], True, True, Reaction.HARD, True)
        assert severity.index(classify(worse)) <= severity.index(classify(course))
        alarmed = Course(course.dangers, True, course.was_uncontrolled, course.reaction, course.has_new_complication)
        assert severity.index(classify(alarmed)) <= severity.index(classify(course))


def test_the_two_targets_stand_side_by_side(rules):
    hypertension = rules(Hypertension)
    assert is_in_target(138, 84, 60, hypertension.kpi_target)
    assert not is_in_target(138, 84, 60, hypertension.clinical_target)
    assert is_in_target(148, 84, 80, hypertension.kpi_target)
    assert is_in_target(148, 84, 80, hypertension.clinical_target)


def test_somebody_is_referred_for_a_reason_and_nobody_else_has_one():
    for course in EVERY_COURSE:
        assert bool(referral_reasons(course)) is (classify(course) in {FollowupClass.DANGER, FollowupClass.REFER})


def test_danger_signs_are_those_of_the_table(rules):
    assert unknown_signs(frozenset({"eye_pain", "toothache"}), rules(Hypertension)) == {"toothache"}


@pytest.mark.parametrize("case", table("next_due"), ids=lambda case: case["id"])
def test_when_the_next_follow_up_is_due(case, schedule, workdays):
    held_on, outcome = date.fromisoformat(case["held_on"]), FollowupClass(case["class"])
    assert next_due_on(held_on, outcome, workdays, schedule).isoformat() == case["due_on"]


@given(st.dates(date(2026, 1, 1), date(2030, 6, 30)), st.sampled_from(FollowupClass))
def test_a_due_day_is_worked_and_in_time(schedule, workdays, held_on, outcome):
    due_on = next_due_on(held_on, outcome, workdays, schedule)
    limit = schedule.regular_latest_days if outcome is FollowupClass.SATISFIED else schedule.recheck_days
    assert workdays.is_working(due_on)
    assert held_on < due_on <= held_on + timedelta(days=limit)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, "not_late"),
        (0, "not_late"),
        (1, "late"),
        (6, "late"),
        (7, "amber"),
        (29, "amber"),
        (30, "red"),
        (300, "red"),
    ],
)
def test_how_late_it_is(days, expected, schedule):
    due_on = date(2026, 11, 24)
    assert lateness(due_on, due_on + timedelta(days=days), schedule) is Lateness(expected)


def test_a_call_is_not_face_to_face(schedule):
    assert {mode for mode in Mode if is_face_to_face(mode, schedule)} == {Mode.CLINIC, Mode.HOME}


def test_nobody_is_given_up_after_two_tries(schedule):
    assert may_give_up(2, schedule) == Refused("followups.refused.too_few_attempts", {"needed": 3, "made": 2})
    assert may_give_up(3, schedule) == Allowed()


@pytest.mark.parametrize(
    ("first", "second", "is_spread"),
    [
        pytest.param(date(2026, 1, 5), date(2026, 2, 4), False, id="30 days apart in one quarter"),
        pytest.param(date(2026, 1, 5), date(2026, 2, 5), True, id="31 days apart in one quarter"),
        pytest.param(date(2026, 3, 31), date(2026, 4, 1), True, id="a day apart in two quarters"),
        pytest.param(date(2025, 12, 31), date(2026, 1, 1), True, id="over New Year"),
    ],
)
def test_follow_ups_spread_over_the_year(first, second, is_spread, schedule):
    assert is_well_spread(first, second, schedule) is is_spread
    assert is_well_spread(second, first, schedule) is is_spread


@pytest.mark.parametrize(("month", "quarter"), [(1, 1), (3, 1), (4, 2), (9, 3), (10, 4), (12, 4)])
def test_quarters(month, quarter):
    assert quarter_of(date(2026, month, 1)) == (2026, quarter)
