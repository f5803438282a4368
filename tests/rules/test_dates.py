from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.core.dates import Holidays, Span, add_months, age_on, anniversary, china_date
from tests.conftest import table

DAYS = st.dates(date(1930, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize("case", table("working_days"), ids=lambda case: case["id"])
def test_which_days_are_worked(case, workdays):
    assert workdays.is_working(date.fromisoformat(case["on"])) is case["is_working"]


def test_2026_has_248_working_days_and_2027_is_an_estimate(workdays):
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert sum(workdays.is_working(day) for day in year) == 248
    assert [workdays.is_estimated(n) for n in (2026, 2027)] == [False, True]


@pytest.mark.parametrize(
    ("day", "months", "becomes"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 5, 10), 36, date(2029, 5, 10)),
    ],
)
def test_months_clamp_to_the_end(day, months, becomes):
    assert add_months(day, months) == becomes


@given(DAYS, st.integers(-60, 60))
def test_a_month_later_is_in_that_month(day, months):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


def test_the_anniversary_of_a_leap_day_is_the_first_of_march():
    assert [anniversary(date(2028, 2, 29), n) for n in (1, 4)] == [date(2029, 3, 1), date(2032, 2, 29)]


@given(DAYS, st.integers(0, 100))
def test_age_changes_on_the_anniversary(birth_on, years):
    birthday = anniversary(birth_on, years)
    assert age_on(birth_on, birthday) == years
    assert age_on(birth_on, birthday - timedelta(days=1)) == years - 1


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 11, 23, 15, 59, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 16, 0, tzinfo=UTC), date(2026, 11, 24)),
    ],
)
def test_the_day_in_china_begins_at_sixteen_hours_utc(instant, day):
    assert china_date(instant) == day


@given(st.dates(date(2026, 1, 1), date(2030, 11, 30)))
def test_the_nearest_working_days_lie_on_either_side(workdays, day):
    before, after = workdays.on_or_before(day), workdays.on_or_after(day)
    assert before <= day <= after
    assert workdays.is_working(before)
    assert workdays.is_working(after)
    assert (before == after) is workdays.is_working(day)
    assert (after - before).days <= 11


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        pytest.param((Span(date(2027, 1, 1), date(2027, 1, 3)),), (), id="another year"),
        pytest.param((Span(date(2026, 1, 1), date(2026, 1, 4)),), (date(2026, 1, 4),), id="a day twice"),
        pytest.param((), (date(2026, 1, 5),), id="a Monday as make-up day"),
    ],
)
def test_a_notice_that_cannot_be_is_not_taken(off, worked):
    with pytest.raises(ValueError, match=r"outside 2026|twice|weekend"):
        Holidays(2026, off, worked)
