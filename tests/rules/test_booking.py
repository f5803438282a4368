from datetime import date, datetime, timedelta

import pytest

from jiayi.core.dates import CHINA
from jiayi.core.results import Allowed, Refused
from jiayi.core.shapes import build
from jiayi.visits.booking import (
    AssignFacts,
    SafetyFacts,
    danger_words_in,
    is_at_night,
    is_cancelled_late,
    may_assign,
    may_go,
    may_wish,
    must_confirm_by_phone,
    reserved_count,
)
from jiayi.visits.tables import DangerWords, VisitBooking, VisitSafety
from tests.conftest import table

TODAY = date(2026, 11, 24)


def at(hour, minute=0, day=26):
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


def facts(start, **changes):
    return AssignFacts(**({"starts_at": start, "ends_at": start + timedelta(hours=1)} | changes))


def code(answer):
    return answer.reason if isinstance(answer, Refused) else None


@pytest.mark.parametrize("case", table("danger_words"), ids=lambda case: case["id"])
def test_words_of_danger(case, rules):
    assert list(danger_words_in(case["text"], rules(DangerWords))) == case["found"]


def test_no_word_of_danger_stands_twice(rules):
    words = rules(DangerWords).words
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("wish_on", "refused"),
    [
        pytest.param(date(2026, 11, 23), "visits.refused.day_past", id="yesterday"),
        pytest.param(date(2026, 11, 24), None, id="today"),
        pytest.param(date(2026, 12, 8), None, id="the fourteenth day"),
        pytest.param(date(2026, 12, 9), "visits.refused.day_too_far", id="the fifteenth"),
    ],
)
def test_for_which_day_a_visit_is_wished(wish_on, refused, rules):
    assert code(may_wish(wish_on, TODAY, rules(VisitBooking))) == refused


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        pytest.param(facts(at(9)), None, id="nine in the morning"),
        pytest.param(facts(at(8)), None, id="eight sharp"),
        pytest.param(facts(at(7, 59)), "visits.refused.outside_hours", id="before eight"),
        pytest.param(facts(at(18)), None, id="six in the evening"),
        pytest.param(facts(at(18, 1)), "visits.refused.outside_hours", id="after six"),
        pytest.param(facts(at(21), is_palliative=True), None, id="palliative care in the evening"),
        pytest.param(facts(at(9), day_counts=[5]), None, id="the sixth visit of the day"),
        pytest.param(facts(at(9), day_counts=[0, 6]), "visits.refused.day_full", id="the seventh"),
        pytest.param(facts(at(9), ends_at=at(9)), "visits.refused.window_backwards", id="no time at all"),
        pytest.param(
            facts(at(9), ends_at=at(9, day=27)), "visits.refused.window_over_midnight", id="until the next morning"
        ),
    ],
)
def test_when_clinicians_may_be_given_a_visit(given, refused, rules):
    assert code(may_assign(given, rules(VisitBooking))) == refused


@pytest.mark.parametrize("case", table("two_persons"), ids=lambda case: case["id"])
def test_who_does_not_go_alone(case, rules):
    assert code(may_go(build(SafetyFacts, case["facts"], case["id"]), rules(VisitSafety))) == case["code"]


def test_night_is_when_no_visit_begins(rules):
    booking = rules(VisitBooking)
    assert [is_at_night(start, booking) for start in (at(7, 59), at(8), at(18), at(18, 1))] == [
        True,
        False,
        False,
        True,
    ]


def test_calling_off_is_free_until_four_hours_before(rules):
    start, booking = at(14), rules(VisitBooking)
    assert not is_cancelled_late(start, at(10), booking)
    assert is_cancelled_late(start, at(10, 1), booking)


def test_three_no_shows_ask_for_a_call(rules):
    assert [must_confirm_by_phone(count, rules(VisitBooking)) for count in (2, 3)] == [False, True]


@pytest.mark.parametrize(("slots", "held"), [(0, 0), (2, 0), (3, 1), (5, 1), (6, 2), (10, 2), (12, 3)])
def test_a_fifth_is_held_for_those_who_phone(slots, held, rules):
    assert reserved_count(slots, rules(VisitBooking)) == held


def test_an_answer_that_allows_says_nothing_else(rules):
    assert may_wish(TODAY, TODAY, rules(VisitBooking)) == Allowed()
