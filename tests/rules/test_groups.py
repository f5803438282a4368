"""Since when and until when somebody belongs to a key group."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.residents.groups import group_spans, is_age_alone
from jiayi.residents.rules import is_level_5_diagnosis, key_groups
from jiayi.residents.tables import KeyGroups
from jiayi.residents.terms import GroupHistory, GroupList, GroupSpan, KeyGroup, Listed


@pytest.fixture(scope="session")
def groups(rules):
    return rules(KeyGroups)


def spans(groups, birth_on, **known):
    return set(group_spans(GroupHistory(birth_on, known.pop("diagnoses", {}), **known), groups))


def test_an_elder_belongs_since_the_65th_birthday_whenever_registered(groups):
    assert spans(groups, date(1950, 3, 5)) == {
        GroupSpan(KeyGroup.K07, date(1950, 3, 5), date(1957, 3, 4)),
        GroupSpan(KeyGroup.K01, date(2015, 3, 5), None),
        GroupSpan(KeyGroup.K12, date(2030, 3, 5), None),
    }


def test_who_was_born_on_a_leap_day_is_65_on_the_first_of_march(groups):
    assert GroupSpan(KeyGroup.K01, date(2025, 3, 1), None) in spans(groups, date(1960, 2, 29))


def test_a_diagnosis_counts_from_its_day_or_from_the_age_it_counts_at(groups):
    assert GroupSpan(KeyGroup.K02, date(2015, 1, 1), None) in spans(
        groups, date(1950, 3, 5), diagnoses={"I10": date(2015, 1, 1)}
    )
    assert GroupSpan(KeyGroup.K02, date(2025, 3, 5), None) in spans(
        groups, date(1990, 3, 5), diagnoses={"I10": date(2015, 1, 1)}
    )


def test_a_list_that_ends_ends_what_follows_from_it(groups):
    listed = Listed(GroupList.SPECIAL_FAMILY, date(2020, 1, 1), date(2024, 12, 31))
    found = spans(groups, date(1950, 3, 5), lists=(listed,))
    assert GroupSpan(KeyGroup.K13, date(2020, 1, 1), date(2024, 12, 31)) in found
    assert not any(span.group is KeyGroup.K10 for span in found), "the list itself is kept as it was told"


def test_an_assessment_counts_from_its_day(groups):
    found = spans(groups, date(1960, 3, 5), assessed_on=date(2026, 5, 1), ability_level=2)
    assert GroupSpan(KeyGroup.K12, date(2026, 5, 1), None) in found


DAYS = st.dates(date(1930, 1, 1), date(2035, 12, 31))
HISTORIES = st.builds(
    GroupHistory,
    birth_on=st.dates(date(1925, 1, 1), date(2020, 12, 31)),
    diagnoses=st.dictionaries(st.sampled_from(["I10", "E11.9", "F20", "J44", "A15", "M17"]), DAYS, max_size=4),
    lists=st.lists(
        st.builds(
            lambda one, first, days: Listed(one, first, None if days is None else first + timedelta(days=days)),
            st.sampled_from(GroupList), DAYS, st.none() | st.integers(0, 4_000),
        ),
        max_size=3,
    ).map(tuple),
    assessed_on=st.none() | DAYS,
    ability_level=st.none() | st.integers(0, 3),
)  # fmt: skip


@given(HISTORIES, DAYS)
def test_on_any_day_the_spans_say_what_the_rule_says(groups, history, day):
    followed = {group for group in KeyGroup if group not in {KeyGroup.K06, KeyGroup.K08, KeyGroup.K09, KeyGroup.K10}}
    within = {
        span.group
        for span in group_spans(history, groups)
        if span.first <= day and (span.last is None or day <= span.last)
    }
    expected = key_groups(history.on(day), day, groups) & followed if day >= history.birth_on else within
    assert within == expected


@given(HISTORIES)
def test_spans_of_one_group_never_overlap(groups, history):
    by_group: dict[KeyGroup, list[GroupSpan]] = {}
    for span in group_spans(history, groups):
        by_group.setdefault(span.group, []).append(span)
    for found in by_group.values():
        for one, after in itertools.pairwise(found):
            assert one.last is not None
            assert one.last < after.first


@pytest.mark.parametrize("icd10", ["F20", "F20.0", "F71", "B20", "B24.x00", "A51.0", "Z21"])
def test_mental_disorder_hiv_and_venereal_disease_are_level_5(groups, icd10):
    assert is_level_5_diagnosis(icd10, groups)


@pytest.mark.parametrize("icd10", ["I10", "E11.9", "F03", "F32", "J44", "A15", "B18"])
def test_other_diagnoses_are_not(groups, icd10):
    assert not is_level_5_diagnosis(icd10, groups)


def test_only_the_groups_of_the_birthday_are_left_to_the_phone(groups):
    assert {group for group, rule in groups.groups.items() if is_age_alone(rule)} == {
        KeyGroup.K01, KeyGroup.K07, KeyGroup.K12
    }  # fmt: skip
