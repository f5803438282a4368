from datetime import date
from itertools import combinations

import pytest

from jiayi.catalogue.files import read_catalogue
from jiayi.catalogue.terms import Category, Criterion
from jiayi.contracts.packages import (
    carried_over,
    is_over_quota,
    may_combine,
    may_hold,
    may_reserve,
    meets,
    merged_quotas,
)
from jiayi.contracts.terms import Entitled, TargetFacts
from jiayi.core import resources
from jiayi.core.results import Allowed, Refused
from jiayi.core.shapes import ShapeError, build
from tests.conftest import table

TODAY = date(2026, 11, 24)
CATALOGUE = read_catalogue(resources.seed() / "catalogue")
PACKAGES = {package.code: package for package in CATALOGUE.packages}


def of(case):
    return build(TargetFacts, case["facts"], case["id"])


def test_t24_the_catalogue_has_49_items_in_five_categories_and_nine_packages():
    counts = {category: sum(item.category is category for item in CATALOGUE.items) for category in Category}
    assert list(counts.values()) == [10, 10, 9, 12, 8]
    assert list(PACKAGES) == [f"P{n}" for n in range(9)]


def test_t24_every_price_is_flagged_as_an_example():
    assert all(item.is_example_price for item in CATALOGUE.items)
    assert all(package.is_example_price for package in CATALOGUE.packages)


def test_t24_what_the_packages_cost():
    totals = [PACKAGES[f"P{n}"].total_fen for n in range(9)]
    assert totals == [2000, 6000, 15000, 18000, 26000, 20000, 198000, 240000, 60000]
    assert all(sum(package.payer_split.values()) == package.total_fen for package in CATALOGUE.packages)


@pytest.mark.parametrize("case", table("package_targets"), ids=lambda case: case["id"])
def test_for_whom_a_package_is_meant(case):
    answer = may_hold(PACKAGES[case["package"]], of(case), TODAY)
    assert isinstance(answer, Allowed) is case["is_eligible"]


@pytest.mark.parametrize("case", table("package_quotas"), ids=lambda case: case["id"])
def test_what_packages_entitle_to(case):
    held = [PACKAGES[code] for code in case["held"]]
    quotas = merged_quotas(held, PACKAGES, of(case), TODAY)
    assert quotas == case["quotas"]
    assert list(quotas) == sorted(quotas)


def test_the_order_of_packages_changes_nothing_and_holding_one_twice_adds_nothing():
    facts = TargetFacts(age=70, groups=frozenset({"K02", "K03", "K11"}), institution_beds=120)
    for one, other in combinations(CATALOGUE.packages, 2):
        merged = merged_quotas([one, other], PACKAGES, facts, TODAY)
        assert merged == merged_quotas([other, one], PACKAGES, facts, TODAY)
        assert merged == merged_quotas([one, other, one], PACKAGES, facts, TODAY)


@pytest.mark.parametrize(
    ("codes", "refused"),
    [
        pytest.param(["P2", "P3"], None, id="two diseases"),
        pytest.param(["P1", "P2"], None, id="the basic one and a disease"),
        pytest.param(["P4", "P2"], "contracts.refused.excluded", id="P4 shuts out P2"),
        pytest.param(["P3", "P4"], "contracts.refused.excluded", id="and P3, in any order"),
        pytest.param(["P0", "P1"], "contracts.refused.excluded", id="two basic ones"),
        pytest.param(["P2", "P2"], "contracts.refused.excluded", id="the same twice"),
        pytest.param([], "contracts.refused.no_package", id="none"),
    ],
)
def test_which_packages_go_together(codes, refused):
    answer = may_combine([PACKAGES[code] for code in codes])
    assert (answer.reason if isinstance(answer, Refused) else None) == refused


def test_an_empty_criterion_holds_for_everybody():
    assert meets(Criterion(), TargetFacts(age=0), TODAY)


@pytest.mark.parametrize(
    ("before", "left", "is_bookable", "is_over"),
    [
        pytest.param(Entitled(4), 4, True, False, id="untouched"),
        pytest.param(Entitled(4, consumed_count=3), 1, True, False, id="one left"),
        pytest.param(Entitled(4, consumed_count=3, reserved_count=1), 0, False, False, id="the last one booked"),
        pytest.param(Entitled(4, consumed_count=4), 0, False, True, id="used up: done work still counts"),
        pytest.param(Entitled(4, consumed_count=6), 0, False, True, id="over the quota already"),
        pytest.param(Entitled(None, consumed_count=90), None, True, False, id="as needed"),
    ],
)
def test_what_is_left(before, left, is_bookable, is_over):
    assert before.left == left
    assert isinstance(may_reserve(before), Allowed) is is_bookable
    assert is_over_quota(before) is is_over


def test_what_was_done_counts_in_a_changed_package():
    assert carried_over({"B01": 2, "B04": 1}, {"B01": 4, "C01": None}) == {"B01": 2}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("code: P8\n", "code: P7\n", "P7 stands 2 times", id="a package twice"),
        pytest.param("item_code: E07, quota: 26", "item_code: E99, quota: 26", "P8 names E99", id="an unknown item"),
        pytest.param("excludes: [P2, P3]", "excludes: [P2, P9]", "P4 names P9", id="an unknown package"),
        pytest.param("resident: 28000", "resident: 27000", "do not sum", id="shares that do not sum"),
        pytest.param("{age_from: 65}", "{age_form: 65}", "age_form: unknown key", id="a slip in a rule"),
    ],
)
def test_a_wrong_catalogue_is_not_read(tmp_path, old, new, says):
    folder = resources.seed() / "catalogue"
    for name in ("service_items.yaml", "packages.yaml"):
        text = (folder / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace(old, new) if name == "packages.yaml" else text, encoding="utf-8")
    with pytest.raises(ShapeError, match=says):
        read_catalogue(tmp_path)
