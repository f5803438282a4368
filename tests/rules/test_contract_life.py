"""What becomes of a contract in force: resting, ending soon, changing, how many a team carries."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.contracts.changes import quotas_after, refund_lines
from jiayi.contracts.rules import (
    COUNTED,
    FINAL,
    LIVE,
    care_days,
    is_in_area,
    may,
    may_suspend,
    next_status,
    panel_state,
    phase_of,
)
from jiayi.contracts.tables import ContractTerms, RejectionReasons, Suspensions, TerminationReasons
from jiayi.contracts.terms import ContractAction, ContractStatus, Given, Pause
from jiayi.core.results import Allowed, Refused
from tests.conftest import table

A, S = ContractAction, ContractStatus
TODAY = date(2026, 11, 24)


def day(text):
    return None if text is None else date.fromisoformat(text)


@pytest.fixture(scope="module")
def terms(rules):
    return rules(ContractTerms)


@pytest.mark.parametrize("case", table("contract_phases"), ids=lambda case: case["id"])
def test_what_follows_from_the_dates(case, terms):
    phase = phase_of(S(case["status"]), day(case["ends_on"]), day(case["on"]), terms)
    assert (phase and phase.value) == case["phase"]


@pytest.mark.parametrize("case", table("contract_rests"), ids=lambda case: case["id"])
def test_days_of_rest_do_not_count(case):
    pauses = [Pause(day(first), day(back)) for first, back in case["pauses"]]
    assert care_days(day(case["starts_on"]), day(case["on"]), pauses) == case["care_days"]


@pytest.mark.parametrize("case", table("suspensions"), ids=lambda case: case["id"])
def test_when_a_contract_may_rest(case, rules):
    since = TODAY - timedelta(days=case["away_days"])
    answer = may_suspend(case["reason"], case["evidence"], since, TODAY, rules(Suspensions))
    assert (answer.reason if isinstance(answer, Refused) else None) == case["refused"]


@pytest.mark.parametrize("case", table("panels"), ids=lambda case: case["id"])
def test_how_many_a_team_carries(case, terms):
    assert panel_state(case["carried"], case["doctors"], terms).value == case["state"]


@pytest.mark.parametrize(
    ("village", "area", "inside"),
    [("石板桥", ["石板桥"], True), ("黄桷村", ["石板桥"], False), ("黄桷村", [], True), (None, ["石板桥"], True)],
    ids=["in one of the villages", "in none", "a team for everybody", "nobody knows where"],
)
def test_where_a_team_goes(village, area, inside):
    assert is_in_area(village, area) is inside


def test_a_rest_ends_by_return_by_time_or_for_good():
    assert next_status(S.ACTIVE, A.SUSPEND) is S.SUSPENDED
    left = {next_status(S.SUSPENDED, action) for action in (A.RESUME, A.EXPIRE, A.TERMINATE, A.CLOSE, A.VOID)}
    assert left == {S.ACTIVE, S.EXPIRED, S.TERMINATED, S.CLOSED_DEATH, S.VOIDED}
    assert isinstance(may(A.SUSPEND, S.SUSPENDED), Refused)
    assert isinstance(may(A.RESUME, S.ACTIVE), Refused)


def test_whatever_was_signed_can_be_found_false_and_nothing_else():
    can_be = {status for status in S if may(A.VOID, status) == Allowed()}
    assert can_be == COUNTED | {S.RENEWAL_SIGNED}
    assert S.VOIDED not in COUNTED
    assert LIVE.isdisjoint(FINAL)


@pytest.mark.parametrize("case", table("refunds"), ids=lambda case: case["id"])
def test_what_is_paid_back_for_changed_packages(case):
    lines = refund_lines([Given(*one) for one in case["given"]], case["new"], case["paid_fen"])
    assert [[one.item_code, one.unused_count, one.amount_fen] for one in lines] == case["lines"]


GIVEN = st.builds(
    Given,
    st.sampled_from(["B01", "C07", "D01", "D09"]),
    st.none() | st.integers(0, 48),
    st.integers(0, 60),
    st.integers(0, 20_000),
)


@given(
    st.lists(GIVEN, unique_by=lambda one: one.item_code),
    st.dictionaries(st.sampled_from(["B01", "C07", "D01", "E01"]), st.none() | st.integers(0, 48)),
    st.integers(0, 200_000),
)
def test_nobody_is_paid_back_more_than_was_paid_nor_less_than_nothing(given_lines, new, paid_fen):
    lines = refund_lines(given_lines, new, paid_fen)
    assert sum(one.amount_fen for one in lines) <= paid_fen
    assert all(one.amount_fen > 0 for one in lines)


def test_what_is_not_in_the_new_packages_gives_none():
    assert quotas_after(["B01", "D01"], {"B01": 4, "C02": None}) == {"B01": 4, "C02": None, "D01": 0}


def test_reasons_have_words(rules):
    from jiayi.core import i18n

    reasons = rules(TerminationReasons)
    for code in {*reasons.resident, *reasons.institution, *reasons.voiding}:
        assert all(i18n.text(f"contracts-end_reason-{code}", language=one) for one in i18n.LANGUAGES)
    for code in rules(RejectionReasons).reasons:
        assert all(i18n.text(f"contracts-reject_reason-{code}", language=one) for one in i18n.LANGUAGES)
    for code in rules(Suspensions).reasons:
        assert all(i18n.text(f"contracts-suspend_reason-{code}", language=one) for one in i18n.LANGUAGES)
    for code in rules(Suspensions).evidence:
        assert all(i18n.text(f"contracts-evidence-{code}", language=one) for one in i18n.LANGUAGES)
