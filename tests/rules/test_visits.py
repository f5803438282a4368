from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from jiayi.core.results import Allowed, Refused
from jiayi.geo.terms import Verdict
from jiayi.visits.rules import (
    FINAL,
    OPEN,
    STANDING,
    STARTS,
    TRANSITIONS,
    known_reason,
    may,
    may_verify,
    next_status,
    outside_answered,
    stay,
    verification,
)
from jiayi.visits.tables import DeclineReasons, NoVisitReasons, OutsideReasons
from jiayi.visits.terms import (
    Check,
    Element,
    NoVisitReason,
    ReviewReason,
    Stay,
    Ticks,
    VisitAction,
    VisitFacts,
    VisitProof,
    VisitStatus,
)
from tests.conftest import table

IN, OUT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC), datetime(2026, 11, 24, 1, 40, tzinfo=UTC)


def code(answer):
    return answer.reason if isinstance(answer, Refused) else None


@pytest.mark.parametrize("case", table("visit_steps"), ids=lambda case: case["id"])
def test_what_may_happen_to_a_visit(case):
    status = None if case["status"] is None else VisitStatus(case["status"])
    action = VisitAction(case["action"])
    standing = {name: case.get(name, False) for name in ("is_on_visit", "is_leader", "is_team")}
    answer = may(action, VisitFacts(status, **standing))
    assert code(answer) == case.get("code")
    if isinstance(answer, Allowed):
        assert next_status(status, action) == case["becomes"]


def test_every_state_is_reached_and_final_ones_are_not_left():
    assert set(TRANSITIONS.values()) | set(STARTS.values()) == set(VisitStatus)
    left = {status for status, _ in TRANSITIONS}
    assert left == set(VisitStatus) - FINAL
    assert left == OPEN | {VisitStatus.COMPLETED, VisitStatus.VERIFIED}


def test_every_action_has_somebody_who_takes_it_and_a_state_it_fits():
    assert set(STANDING) == set(VisitAction)
    assert {action for _, action in TRANSITIONS} | set(STARTS) == set(VisitAction)


def test_every_open_visit_can_be_ended_by_those_who_stand_at_the_door():
    ways = {VisitAction.CANCEL, VisitAction.MISS, VisitAction.ABORT, VisitAction.CHECK_OUT}
    assert all(any((status, way) in TRANSITIONS for way in ways) for status in OPEN)


@pytest.mark.parametrize("case", table("outside_answers"), ids=lambda case: case["id"])
def test_outside_goes_on_with_a_reason_and_an_action(case, rules):
    answer = outside_answered(
        Verdict(case["verdict"]), case["reason_code"], case["action_code"], case["note"], rules(OutsideReasons)
    )
    assert code(answer) == case["code"]


@pytest.mark.parametrize("verdict", [Verdict.OUTSIDE, Verdict.UNKNOWN])
def test_nobody_is_stranded(verdict, rules):
    choices = rules(OutsideReasons)
    ways = product(choices.reasons, choices.actions)
    assert any(outside_answered(verdict, why.code, then.code, "x", choices) == Allowed() for why, then in ways)


def test_reasons_are_those_of_the_table(rules):
    reasons = rules(DeclineReasons)
    assert known_reason("no_capacity", reasons.decline) == Allowed()
    assert code(known_reason("no_capacity", reasons.abort)) == "visits.refused.no_reason"
    assert code(known_reason(None, reasons.decline)) == "visits.refused.no_reason"
    assert set(rules(NoVisitReasons).codes) == set(NoVisitReason)


WHOLE = VisitProof(
    has_service_done=True,
    has_resident=True,
    has_clinician=True,
    done_on=IN.date(),
    check_in=Check(IN, Verdict.INSIDE),
    check_out=Check(OUT, Verdict.INSIDE),
    is_confirmed=True,
)


def proof(**changes):
    return replace(WHOLE, **changes)


def test_a_whole_proof_verifies_itself():
    assert verification(proof()).verifies_itself
    assert may_verify(proof()) == Allowed()


EXPLAINED = Check(IN, Verdict.OUTSIDE, "elder_elsewhere", "serve_here_with_photo")


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        pytest.param({"has_service_done": False}, [Element.SERVICE], id="nothing was done"),
        pytest.param({"has_resident": False}, [Element.PERSON], id="nobody it was done for"),
        pytest.param({"has_clinician": False}, [Element.PROVIDER], id="nobody who did it"),
        pytest.param({"done_on": None}, [Element.DATE], id="no day"),
        pytest.param({"check_out": None}, [Element.PLACE, Element.BEGIN_AND_END], id="never checked out"),
        pytest.param({"check_in": Check(IN, Verdict.OUTSIDE)}, [Element.PLACE], id="outside without a reason"),
        pytest.param({"check_in": Check(IN, Verdict.UNKNOWN, "no_position")}, [Element.PLACE], id="without an action"),
        pytest.param({"check_in": EXPLAINED}, [], id="outside, explained"),
    ],
)
def test_what_is_missing_of_the_six_elements(changes, missing):
    assert list(verification(proof(**changes)).missing) == missing
    assert code(may_verify(proof(**changes))) == ("visits.refused.incomplete" if missing else None)


@pytest.mark.parametrize(
    ("changes", "reviews"),
    [
        pytest.param({"check_in": EXPLAINED}, [ReviewReason.OUTSIDE], id="outside"),
        pytest.param(
            {"check_out": Check(OUT, Verdict.UNKNOWN, "no_position", "serve_here_with_photo")},
            [ReviewReason.UNKNOWN_PLACE],
            id="no position at the end",
        ),
        pytest.param(
            {"check_in": Check(IN, Verdict.NEAR, is_clock_doubtful=True)},
            [ReviewReason.CLOCK_DOUBTFUL],
            id="wrong clock",
        ),
        pytest.param(
            {"check_out": Check(IN.replace(hour=0), Verdict.INSIDE)}, [ReviewReason.BACKWARDS], id="backwards"
        ),
        pytest.param({"done_on": IN.date().replace(day=23)}, [ReviewReason.BACKWARDS], id="another day"),
        pytest.param({"is_overlapping": True}, [ReviewReason.OVERLAPPING], id="two places at once"),
        pytest.param({"is_over_quota": True}, [ReviewReason.OVER_QUOTA], id="over the quota"),
        pytest.param({"is_confirmed": False}, [ReviewReason.NOT_CONFIRMED], id="nobody signed"),
    ],
)
def test_what_the_leader_looks_at_still_counts(changes, reviews):
    found = verification(proof(**changes))
    assert list(found.reviews) == reviews
    assert not found.verifies_itself
    assert may_verify(proof(**changes)) == Allowed()


def test_the_day_of_a_visit_is_the_day_in_china():
    early = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    checks = {"check_in": Check(early, Verdict.INSIDE), "check_out": Check(OUT, Verdict.INSIDE)}
    assert verification(proof(done_on=IN.date(), **checks)).reviews == ()


@pytest.mark.parametrize("case", table("visit_stays"), ids=lambda case: case["id"])
def test_how_long_somebody_stayed_is_exact_within_one_life_of_the_phone_and_else_says_so(case):
    came, went = (Ticks(datetime.fromisoformat(at), boot, ticks) for at, boot, ticks in (case["in"], case["out"]))
    assert stay(came, went) == Stay(**case["expected"])
