"""Money: sums, never a fen less than nothing, twelve months that make a year, at least seventy in a hundred to the team."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.core.dates import DAY, anniversary
from jiayi.core.results import Allowed, Refused
from jiayi.fees import rules
from jiayi.fees.tables import CareVoucher, FeeAccrual, VisitPrices
from jiayi.fees.terms import WHOLE, Asked, Charge, ChargeKind, ContractMonth, Covers, Held, ItemDue, Source, Voucher
from tests.conftest import table

FEN = st.integers(0, 10_000_000)
SHARE = st.integers(0, WHOLE)
LINES = st.lists(st.builds(Charge, st.sampled_from(ChargeKind), FEN, st.booleans()), max_size=8)
COVERS = st.builds(Covers, FEN, FEN, st.none() | st.builds(Voucher, SHARE, FEN))
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize("case", table("visit_prices"), ids=lambda case: case["id"])
def test_what_a_visit_costs_and_who_pays(case, rules_of):
    asked = [Asked(*one) for one in case["services"]]
    lines = rules.charges(asked, rules_of(VisitPrices), case.get("materials_fen", 0))
    assert [[line.kind, line.amount_fen] for line in lines] == case["lines"]
    told = dict(case["covers"])
    voucher = told.pop("voucher", None)
    assert rules.pay(lines, Covers(**told, voucher=Voucher(**voucher) if voucher else None)) == case["payers"]


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("case", table("bill_payments"), ids=lambda case: case["id"])
def test_a_payment_is_noted_once_and_taken_back_until_its_month_is_booked(case):
    days = {name: date.fromisoformat(case[name]) for name in ("done_on", "paid_on", "last_booked_on") if name in case}
    booked, is_paid = days.get("last_booked_on"), case.get("is_paid", False)
    noted = rules.may_note_payment(case["owed_fen"], days["paid_on"], days["done_on"], TODAY, booked, is_paid=is_paid)
    assert getattr(noted, "reason", None) == case["noted"]
    undone = rules.may_undo_payment(days["paid_on"] if is_paid else None, booked)
    assert getattr(undone, "reason", None) == case.get("undone", "fees.refused.not_paid")


@pytest.fixture(scope="module")
def rules_of(tables):
    return lambda shape: tables.of(shape, TODAY)


@given(LINES, COVERS)
def test_who_pays_sums_to_the_price_and_nobody_pays_less_than_nothing(lines, covers):
    paid = rules.pay(lines, covers)
    assert sum(paid.values()) == sum(line.amount_fen for line in lines)
    assert min(paid.values()) >= 0
    assert tuple(paid) == tuple(Source)


@given(LINES, COVERS)
def test_nobody_pays_more_than_was_said(lines, covers):
    paid = rules.pay(lines, covers)
    assert paid[Source.INSURANCE] <= covers.insurance_fen
    assert paid[Source.LTC] <= covers.ltc_fen
    assert paid[Source.VOUCHER] <= (0 if covers.voucher is None else covers.voucher.left_fen)
    assert paid[Source.PACKAGE] <= sum(line.amount_fen for line in lines if line.is_covered)


@given(LINES, COVERS, FEN)
def test_more_insurance_never_makes_it_dearer_for_the_resident(lines, covers, more):
    richer = Covers(covers.insurance_fen + more, covers.ltc_fen, covers.voucher)
    assert rules.pay(lines, richer)[Source.RESIDENT] <= rules.pay(lines, covers)[Source.RESIDENT]


def test_a_negative_amount_is_no_payment():
    with pytest.raises(ValueError, match="negative"):
        rules.pay([Charge(ChargeKind.ITEM, -1)], Covers())


@given(st.lists(st.builds(Asked, st.just("D03"), st.none() | FEN, st.booleans()), max_size=6))
def test_the_way_is_charged_once_at_most(services):
    prices = VisitPrices(home_visit_fee_fen=4_000, is_example_price=True, package_covers_home_visit=True)
    lines = rules.charges(services, prices)
    assert sum(line.kind is ChargeKind.HOME_VISIT for line in lines) == any(one.price_fen for one in services)


def test_the_voucher_is_a_placeholder_within_its_bounds(rules_of):
    voucher = rules_of(CareVoucher)
    assert (voucher.share_bp_min, voucher.share_bp_max, voucher.month_cap_fen) == (3000, 6000, 80_000)


# ------------------------------------------------------------ the team's fee


@given(FEN)
def test_twelve_months_make_a_year(yearly):
    parts = [rules.month_part(yearly, number) for number in range(12)]
    assert sum(parts) == yearly
    assert max(parts) - min(parts) <= 1


@given(DAYS, st.integers(1, 3))
def test_each_contract_year_has_twelve_months_that_follow_each_other(starts_on, years):
    ends_on = anniversary(starts_on, years) - DAY
    months = list(rules.contract_months(starts_on, ends_on))
    assert len(months) == 12 * years
    assert (months[0].first_on, months[-1].last_on) == (starts_on, ends_on)
    assert all(one.last_on + DAY == after.first_on for one, after in pairwise(months))


@given(DAYS, st.integers(1, 3), st.integers(-400, 1200))
def test_months_that_ended_before_a_day_can_be_left_out(starts_on, years, days):
    since_on, ends_on = starts_on + days * DAY, anniversary(starts_on, years) - DAY
    every = rules.contract_months(starts_on, ends_on)
    assert list(rules.contract_months(starts_on, ends_on, since_on)) == [
        one for one in every if one.last_on >= since_on
    ]


def test_a_month_that_is_not_lasted_out_earns_nothing():
    months = list(rules.contract_months(date(2026, 1, 15), date(2026, 4, 13)))
    assert [one.last_on for one in months] == [date(2026, 2, 14), date(2026, 3, 14)]


@given(st.lists(st.builds(ItemDue, st.just("D01"), st.integers(0, 50), st.integers(0, 50)), max_size=6))
def test_the_factor_lies_between_nothing_and_everything_and_names_what_is_missing(items):
    found = rules.quality(items)
    assert 0 <= found.factor_bp <= WHOLE
    assert bool(found.missing) == (found.done < found.due)
    assert (found.factor_bp == WHOLE) >= (not found.missing)


def test_doing_one_thing_twice_does_not_make_up_for_another():
    found = rules.quality([ItemDue("B01", 2, 5), ItemDue("D01", 2, 0)])
    assert (found.factor_bp, found.missing) == (5000, (ItemDue("D01", 2, 0),))


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 3, 31), 0),
        (date(2026, 4, 1), 1),
        (date(2026, 12, 30), 3),
        (date(2026, 12, 31), 4),
        (date(2027, 6, 1), 4),
    ],
)
def test_four_a_year_are_due_one_a_quarter(day, due):
    assert rules.due_by(4, date(2026, 1, 1), date(2026, 12, 31), day) == due


PAYERS = st.dictionaries(st.sampled_from(["public_health", "insurance", "institution", "resident"]), FEN)


@given(PAYERS, st.integers(0, 11), st.integers(0, 20), st.integers(0, 20))
def test_what_a_month_earns_sums_and_is_never_more_than_its_twelfth(yearly, number, due, done):
    month = ContractMonth(number, date(2026, 1, 1), date(2026, 1, 31), date(2026, 1, 1))
    found = rules.earned(month, yearly, rules.quality([ItemDue("D01", due, min(due, done))]))
    assert found.base_fen == sum(rules.month_part(fen, number) for fen in yearly.values())
    assert found.total_fen == rules.share_of(found.base_fen, found.quality.factor_bp) <= found.base_fen
    assert all(fen >= 0 for fen in found.lines.values())


def test_a_month_of_rest_earns_nothing_and_says_so():
    month = next(rules.contract_months(date(2026, 1, 1), date(2026, 12, 31)))
    found = rules.earned(month, {"insurance": 12_000}, rules.quality([]), is_rested=True)
    assert (found.base_fen, found.total_fen, found.reason) == (1_000, 0, "rested")


@given(PAYERS, PAYERS)
def test_a_correction_makes_the_books_say_what_is_wanted(wanted, booked):
    delta = rules.difference(wanted, booked)
    assert {payer: booked.get(payer, 0) + fen for payer, fen in delta.items()} == {
        payer: wanted.get(payer, 0) for payer in {**wanted, **booked}
    }


@given(st.integers(-10_000_000, 10_000_000))
def test_the_team_never_gets_a_fen_less_than_its_share(total):
    share = rules.team_share(total, 7_000)
    assert 0 <= share * WHOLE - total * 7_000 < WHOLE


def test_seventy_in_a_hundred_is_the_rule(rules_of):
    assert rules_of(FeeAccrual).team_share_bp_min == 7_000


def test_a_month_is_booked_when_it_is_over_and_no_more_after_a_later_one():
    october = date(2026, 10, 1)
    assert rules.may_book(october, date(2026, 11, 1), None) == Allowed()
    assert rules.may_book(october, date(2026, 11, 1), october) == Allowed()
    assert rules.may_book(october, date(2026, 10, 31), None) == Refused(
        "fees.refused.month_open", {"month": "2026-10-01"}
    )
    assert rules.may_book(october, date(2026, 12, 1), date(2026, 11, 1)) == Refused(
        "fees.refused.month_closed", {"month": "2026-10-01"}
    )


def test_a_changed_package_counts_from_the_day_of_the_change():
    before, now = Held(date(2026, 5, 31), ()), Held(None, ())
    assert rules.held_on([before, now], date(2026, 5, 31)) is before
    assert rules.held_on([before, now], date(2026, 6, 1)) is now
