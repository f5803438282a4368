from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.contracts.fees import WHOLE, split_fee
from jiayi.contracts.rules import (
    FINAL,
    TRANSITIONS,
    continues,
    contract_years,
    covers,
    first_day,
    is_over,
    is_refunded_in_full,
    is_sign_overdue,
    last_day,
    may,
    may_renew,
    may_terminate,
    next_status,
    renewal_reminders,
    review_due_on,
    term_allowed,
)
from jiayi.contracts.tables import ContractTerms, TerminationReasons
from jiayi.contracts.terms import ContractAction, ContractStatus, Party, Payer
from jiayi.core.results import Allowed, Refused
from tests.conftest import table

A, S = ContractAction, ContractStatus
TODAY = date(2026, 11, 24)
STARTS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@pytest.fixture(scope="module")
def terms(rules):
    return rules(ContractTerms)


def code(answer):
    return answer.reason if isinstance(answer, Refused) else None


def test_the_way_to_a_signed_contract():
    status = S.DRAFT
    for action in (A.SUBMIT, A.ACCEPT, A.SIGN, A.EXPIRE):
        assert may(action, status) == Allowed()
        status = next_status(status, action) or status
    assert status is S.EXPIRED


@pytest.mark.parametrize(
    ("status", "action"),
    [
        pytest.param(S.DRAFT, A.SIGN, id="a draft is not signed"),
        pytest.param(S.PENDING_REVIEW, A.SIGN, id="nor what nobody has looked at"),
        pytest.param(S.PENDING_SIGN, A.TERMINATE, id="what is not signed is cancelled, not terminated"),
        pytest.param(S.ACTIVE, A.CANCEL, id="what is signed is terminated, not cancelled"),
        pytest.param(S.ACTIVE, A.SIGN, id="signed once"),
    ],
)
def test_what_does_not_fit(status, action):
    assert code(may(action, status)) == "contracts.refused.wrong_status"


def test_every_state_is_reached_and_final_ones_are_not_left():
    assert set(TRANSITIONS.values()) | {S.DRAFT} == set(S)
    assert {status for status, action in TRANSITIONS if action is not A.VOID} == set(S) - FINAL


@pytest.mark.parametrize("case", table("contract_terms"), ids=lambda case: case["id"])
def test_the_last_day_is_covered(case):
    starts_on = date.fromisoformat(case["starts_on"])
    ends_on = last_day(starts_on, case["years"])
    assert ends_on.isoformat() == case["ends_on"]
    assert covers(starts_on, ends_on, ends_on)
    assert not is_over(ends_on, ends_on)
    assert is_over(ends_on, ends_on + timedelta(days=1))


@given(STARTS, st.integers(1, 3))
def test_contract_years_follow_each_other_without_a_gap(starts_on, years):
    parts = contract_years(starts_on, years)
    assert (parts[0].first, parts[-1].last) == (starts_on, last_day(starts_on, years))
    assert all(one.last + timedelta(days=1) == next_one.first for one, next_one in pairwise(parts))
    assert all(364 <= (part.last - part.first).days <= 365 for part in parts)


@pytest.mark.parametrize(("years", "refused"), [(0, True), (1, False), (3, False), (4, True)])
def test_one_to_three_years(years, refused, terms):
    assert isinstance(term_allowed(years, terms), Refused) is refused


def test_cover_begins_the_day_after_both_signatures(terms):
    assert first_day(date(2026, 12, 31), terms) == date(2027, 1, 1)


@pytest.mark.parametrize("case", table("renewals"), ids=lambda case: case["id"])
def test_what_counts_as_a_renewal(case, terms):
    ended_on, starts_on = (date.fromisoformat(case[name]) for name in ("previous_ends_on", "starts_on"))
    assert continues(ended_on, starts_on, terms) is case["continues"]


def test_renewal_opens_sixty_days_before_the_end(terms):
    ends_on = TODAY + timedelta(days=60)
    assert may_renew(ends_on, TODAY, terms) == Allowed()
    assert may_renew(ends_on, TODAY - timedelta(days=1), terms) == Refused(
        "contracts.refused.renewal_too_early", {"opens_on": "2026-11-24"}
    )
    assert renewal_reminders(ends_on, terms)[0] == TODAY


@pytest.mark.parametrize("case", table("review_due"), ids=lambda case: case["id"])
def test_an_application_is_looked_at_within_three_working_days(case, workdays, terms):
    due_on = review_due_on(date.fromisoformat(case["submitted_on"]), workdays, terms)
    assert due_on.isoformat() == case["due_on"]


def test_who_does_not_sign_in_fifteen_days_lets_the_place_go(terms):
    assert [is_sign_overdue(TODAY, TODAY + timedelta(days=days), terms) for days in (15, 16)] == [False, True]


@pytest.mark.parametrize(
    ("party", "reason", "in_days", "refused"),
    [
        pytest.param(Party.RESIDENT, "other_team", 0, None, id="the resident, today"),
        pytest.param(
            Party.RESIDENT, "violence", 0, "contracts.refused.reason_not_listed", id="not the resident's reason"
        ),
        pytest.param(Party.RESIDENT, "moved_away", -1, "contracts.refused.ends_in_past", id="not in the past"),
        pytest.param(Party.INSTITUTION, "violence", 15, None, id="the institution, told 15 days before"),
        pytest.param(Party.INSTITUTION, "violence", 14, "contracts.refused.notice_too_short", id="told too late"),
        pytest.param(
            Party.INSTITUTION, "difficult", 15, "contracts.refused.reason_not_listed", id="being difficult is no reason"
        ),
    ],
)
def test_who_may_end_a_contract_and_why(party, reason, in_days, refused, rules, terms):
    ends_on = TODAY + timedelta(days=in_days)
    answer = may_terminate(party, reason, TODAY, ends_on, reasons=rules(TerminationReasons), terms=terms)
    assert code(answer) == refused


@pytest.mark.parametrize(
    ("days", "performed", "refunded"), [(7, 0, True), (8, 0, False), (1, 1, False)], ids=["in time", "late", "used"]
)
def test_cooling_off(days, performed, refunded, terms):
    assert is_refunded_in_full(TODAY, TODAY + timedelta(days=days), performed, terms) is refunded


@pytest.mark.parametrize("case", table("fee_splits"), ids=lambda case: case["id"])
def test_who_pays_what(case):
    shares = {Payer(payer): share for payer, share in case["shares"].items()}
    assert split_fee(case["total_fen"], shares) == case["lines"]


@given(
    st.integers(0, 10_000_000),
    st.tuples(st.integers(0, WHOLE), st.integers(0, WHOLE), st.integers(0, WHOLE)).filter(
        lambda parts: sum(parts) <= WHOLE
    ),
)
def test_the_shares_sum_to_the_fee_and_nobody_pays_less_than_nothing(total_fen, parts):
    payers = (Payer.PUBLIC_HEALTH, Payer.INSURANCE, Payer.INSTITUTION)
    lines = split_fee(total_fen, dict(zip(payers, parts, strict=True)))
    assert sum(lines.values()) == total_fen
    assert min(lines.values()) >= 0
    assert all(abs(lines[payer] * WHOLE - total_fen * part) <= WHOLE for payer, part in zip(payers, parts, strict=True))


def test_shares_beyond_the_whole_are_a_mistake():
    with pytest.raises(ValueError, match="not more than the whole"):
        split_fee(100, {Payer.INSURANCE: 6000, Payer.PUBLIC_HEALTH: 4001})
