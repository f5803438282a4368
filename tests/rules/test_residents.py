from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from jiayi.core import resources
from jiayi.core.masking import mask_identity, mask_name, mask_phone
from jiayi.core.results import Allowed, Refused
from jiayi.core.shapes import build
from jiayi.residents.files import conditions_of, read_diagnoses, read_regions
from jiayi.residents.phones import is_mobile, read_phone
from jiayi.residents.rules import (
    capacity,
    key_groups,
    level_5_groups,
    may_grant,
    may_still_read,
    name_allowed,
    proxy_expiry,
    read_identity,
)
from jiayi.residents.tables import KeyGroups, Proxies
from jiayi.residents.terms import Capacity, GroupFacts, Identity, IdentityKind, KeyGroup, ProxyScope
from tests.conftest import table

TODAY = date(2026, 11, 24)
MASKS = {"name": mask_name, "phone": mask_phone, "identity": mask_identity}


@pytest.mark.parametrize("case", table("identities"), ids=lambda case: case["id"])
def test_t16_identity_numbers(case):
    found = read_identity(case["typed"], TODAY)
    if isinstance(found, Refused):
        assert found.reason == case.get("code")
        return
    assert (found.number, found.birth_on.isoformat(), found.sex) == (case["number"], case["birth_on"], case["sex"])
    assert found.kind == case.get("kind", IdentityKind.RESIDENT_CARD)
    assert (found.is_legacy, found.is_age_doubtful) == (
        case.get("is_legacy", False),
        case.get("is_age_doubtful", False),
    )


@given(st.dates(date(1930, 1, 1), TODAY), st.integers(1, 999), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(birth_on, serial, position, shift):
    body = f"110105{birth_on:%Y%m%d}{serial:03}"
    number = body + ric.calc_check_digit(body + "0")
    assert isinstance(read_identity(number, TODAY), Identity)
    digit = 10 if number[position] == "X" else int(number[position])
    wrong = number[:position] + str((digit + shift) % 10) + number[position + 1 :]
    assert wrong == number or isinstance(read_identity(wrong, TODAY), Refused)


@given(st.text(max_size=20))
def test_whatever_is_typed_gets_an_answer(typed):
    found = read_identity(typed, TODAY)
    assert isinstance(found, Refused) or found.number == read_identity(found.number, TODAY).number  # type: ignore[union-attr]


@pytest.mark.parametrize("case", table("key_groups"), ids=lambda case: case["id"])
def test_who_belongs_to_which_group(case, rules):
    facts = build(GroupFacts, case["facts"], case["id"])
    assert sorted(key_groups(facts, date.fromisoformat(case["on"]), rules(KeyGroups))) == case["groups"]


def test_groups_that_only_named_staff_may_know_of(rules):
    assert level_5_groups(rules(KeyGroups)) == {KeyGroup.K04, KeyGroup.K10, KeyGroup.K13}


@pytest.mark.parametrize("case", table("masks"), ids=lambda case: case["id"])
def test_what_a_list_shows(case):
    assert MASKS[case["kind"]](case["value"]) == case["masked"]


@pytest.mark.parametrize(
    ("birth_on", "court", "expected"),
    [
        pytest.param(date(1950, 1, 1), {}, Capacity.FULL, id="an elder"),
        pytest.param(date(1950, 1, 1), {"is_without": True}, Capacity.NONE, id="an elder, as a court found"),
        pytest.param(date(1950, 1, 1), {"is_limited": True}, Capacity.LIMITED, id="limited, as a court found"),
        pytest.param(date(2018, 11, 25), {}, Capacity.NONE, id="seven"),
        pytest.param(date(2018, 11, 24), {}, Capacity.LIMITED, id="eight today"),
        pytest.param(date(2008, 11, 25), {}, Capacity.LIMITED, id="seventeen"),
        pytest.param(date(2008, 11, 24), {}, Capacity.FULL, id="eighteen today"),
    ],
)
def test_legal_capacity(birth_on, court, expected, rules):
    assert capacity(birth_on, TODAY, rules(Proxies), **court) is expected


def test_family_may_help_for_a_year_and_for_three_at_most(rules):
    proxies = rules(Proxies)
    assert proxy_expiry(TODAY, None, proxies) == date(2027, 11, 24)
    assert proxy_expiry(TODAY, 36, proxies) == date(2029, 11, 24)
    assert isinstance(proxy_expiry(TODAY, 37, proxies), Refused)
    assert isinstance(proxy_expiry(TODAY, 0, proxies), Refused)


@pytest.mark.parametrize(
    ("scopes", "expires_on", "refused"),
    [
        pytest.param({ProxyScope.BOOK}, date(2027, 11, 24), None, id="booking, a year"),
        pytest.param(set(ProxyScope), date(2029, 11, 24), None, id="everything, three years"),
        pytest.param({ProxyScope.BOOK}, date(2029, 11, 25), "residents.refused.proxy_term", id="a day more than three"),
        pytest.param({ProxyScope.BOOK}, TODAY, "residents.refused.proxy_term", id="no time at all"),
        pytest.param(set(), date(2027, 11, 24), "residents.refused.proxy_scope", id="nothing"),
    ],
)
def test_what_an_elder_lets_family_do(scopes, expires_on, refused, rules):
    answer = may_grant(frozenset(scopes), TODAY, expires_on, rules(Proxies))
    assert (answer.reason if isinstance(answer, Refused) else None) == refused


def test_family_may_read_for_thirty_days_after_a_death(rules):
    days = [may_still_read(TODAY, TODAY + timedelta(days=n), rules(Proxies)) for n in (30, 31)]
    assert days == [True, False]


@pytest.mark.parametrize(
    ("name", "is_allowed"),
    [
        ("丁大川", True),
        ("阿依古丽·买买提", True),
        ("𠮷田", True),
        ("John Smith", True),
        ("丁", False),
        ("丁3", False),
        ("··", False),
    ],
)
def test_names(name, is_allowed):
    assert isinstance(name_allowed(name), Allowed) is is_allowed


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("138 1234 1234", "13812341234"),
        ("+86 138-1234-1234", "13812341234"),
        ("008613812341234", "13812341234"),
        ("１３８１２３４１２３４", "13812341234"),
        ("0817-3334444", "08173334444"),
        ("(010) 88886666", "01088886666"),
        ("4001234567", "4001234567"),
        ("95598", "95598"),
        ("12812341234", None),
        ("1381234123", None),
        ("", None),
    ],
)
def test_phone_numbers(typed, number):
    assert read_phone(typed) == number
    assert number is None or is_mobile(number) is number.startswith("13")


def test_the_code_lists_are_read():
    diagnoses = read_diagnoses(resources.seed() / "codes/icd10.yaml")
    assert conditions_of(frozenset({"I10.x00", "E11.901", "J18"}), diagnoses) == {"hypertension", "diabetes"}
    regions = read_regions(resources.seed() / "codes/regions.yaml")
    towns = {town.code[:9] for town in regions.towns}
    assert all(village.code[:9] in towns and village.latitude for village in regions.villages)
    assert {village.code[:6] for village in regions.villages} == {str(regions.county_id)}
