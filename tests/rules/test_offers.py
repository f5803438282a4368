"""What a draft changes is said line by line; what nobody can keep is not published."""

from dataclasses import replace
from typing import Any

import pytest

from jiayi.catalogue.files import read_catalogue
from jiayi.catalogue.tables import Qualifications
from jiayi.catalogue.terms import Contained, Criterion, Package, PackageLine, Performer
from jiayi.core import resources
from jiayi.offers.rules import changes, hurdles, is_open
from jiayi.offers.terms import ChangeKind, HurdleCode, Part
from jiayi.organizations.terms import Profession, Title

CATALOGUE = read_catalogue(resources.seed() / "catalogue")
PUBLISHED = {one.code: one for one in CATALOGUE.packages}
ITEMS = {one.code: one for one in CATALOGUE.items}
P2 = PUBLISHED["P2"]
NURSE = Performer(Profession.NURSE, Title.INTERMEDIATE, 10)
YOUNG_NURSE = Performer(Profession.NURSE, Title.INTERMEDIATE, 4)


@pytest.fixture(scope="module")
def found(rules):
    def look(draft: Package, staff: tuple[Performer, ...] = (NURSE,), qualified: int = 1) -> dict[HurdleCode, Any]:
        told = hurdles(draft, PUBLISHED, ITEMS, staff, rules(Qualifications), qualified)
        return {one.code: one for one in told}

    return look


def with_line(package: Package, code: str, quota: int | None) -> Package:
    kept = tuple(line for line in package.lines if line.item_code != code)
    return replace(package, lines=(*kept, PackageLine(code, quota)))


def test_nothing_changed_is_nothing_said():
    assert [changes(one, one) for one in CATALOGUE.packages] == [()] * 9


def test_a_first_version_is_all_new():
    assert {one.kind for one in changes(None, P2)} == {ChangeKind.ADDED}


def test_each_kind_of_change_is_a_line_of_its_own():
    draft = with_line(with_line(P2, "B01", 6), "D01", 12)
    draft = replace(draft, lines=tuple(line for line in draft.lines if line.item_code != "B10"), name="高血压包")
    told = {(one.part, one.kind, one.code) for one in changes(P2, draft)}
    assert told == {
        (Part.NAME, ChangeKind.CHANGED, None),
        (Part.ITEM, ChangeKind.CHANGED, "B01"),
        (Part.ITEM, ChangeKind.ADDED, "D01"),
        (Part.ITEM, ChangeKind.REMOVED, "B10"),
    }


def test_who_pays_what_is_compared_payer_by_payer():
    split = {"public_health": 7_000, "insurance": 4_000, "institution": 1_000, "resident": 3_000}
    told = {one.code: (one.kind, one.before, one.after) for one in changes(P2, replace(P2, payer_split=split))}
    assert told == {
        "insurance": (ChangeKind.CHANGED, 5_000, 4_000),
        "institution": (ChangeKind.ADDED, None, 1_000),
    }


def test_whom_it_is_for_and_what_it_contains_and_excludes():
    draft = replace(P2, target=(Criterion(age_from=60),), contains=(), excludes=(*P2.excludes, "P8"))
    told = {(one.part, one.kind, one.code) for one in changes(P2, draft)}
    assert told == {
        (Part.TARGET, ChangeKind.CHANGED, None),
        (Part.CONTAINS, ChangeKind.REMOVED, "P0"),
        (Part.EXCLUDES, ChangeKind.ADDED, "P8"),
    }


def test_as_published_each_could_be_published_but_for_those_that_nobody_here_may_perform(found):
    staff = tuple(Performer(one, Title.SENIOR, 20, frozenset({"assessor", "picc"})) for one in Profession)
    for package in CATALOGUE.packages:
        assert set(found(package, staff)) == {HurdleCode.NOTHING_CHANGED, HurdleCode.EXAMPLE_PRICE}


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (replace(P2, lines=(), contains=()), HurdleCode.EMPTY),
        (replace(P2, lines=(PackageLine("B01", 4), PackageLine("B01", 2))), HurdleCode.TWICE),
        (replace(P2, lines=(PackageLine("Z99", 4),)), HurdleCode.UNKNOWN_ITEM),
        (replace(P2, contains=(Contained("P99"),)), HurdleCode.UNKNOWN_PACKAGE),
        (replace(P2, payer_split={"lottery": 15_000}), HurdleCode.UNKNOWN_PAYER),
        (replace(PUBLISHED["P0"], contains=(Contained("P1"),)), HurdleCode.CONTAINS_ITSELF),
    ],
    ids=lambda one: one.value if isinstance(one, HurdleCode) else "",
)
def test_what_cannot_be_published_is_named(found, draft, code):
    told = found(draft)
    assert told[code].is_blocking
    assert not is_open(told.values())


def test_a_yearly_count_needs_somebody_who_may_do_it_at_home(found):
    draft = with_line(P2, "D02", 4)
    assert HurdleCode.NOBODY_PERFORMS not in found(draft)
    told = found(draft, staff=(YOUNG_NURSE,))[HurdleCode.NOBODY_PERFORMS]
    assert (told.is_blocking, told.detail) == (True, {"item": "D02"})


def test_what_is_given_as_needed_is_only_pointed_out(found):
    told = found(with_line(P2, "D02", None), staff=())
    assert not told[HurdleCode.NOBODY_PERFORMS].is_blocking


def test_that_nobody_qualifies_is_said_and_does_not_block(found):
    told = found(with_line(P2, "B01", 6), qualified=0)
    assert is_open(told.values())
    assert HurdleCode.NOBODY_QUALIFIES in told
