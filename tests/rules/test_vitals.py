import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.core.results import Refused
from jiayi.visits.tables import Vitals
from jiayi.visits.terms import Measure, MeasurementKind
from jiayi.visits.vitals import Accepted, Suspicious, guard, remarks
from tests.conftest import table


@pytest.fixture(scope="module")
def vitals(rules):
    return rules(Vitals)


@pytest.mark.parametrize("case", table("vitals"), ids=lambda case: case["id"])
def test_what_was_measured(case, vitals):
    found = guard(MeasurementKind(case["kind"]), case["values"], case["unit"], vitals)
    if isinstance(found, Refused):
        assert (case["outcome"], case.get("code")) == ("refused", found.reason)
        return
    assert case["outcome"] == ("suspicious" if isinstance(found, Suspicious) else "accepted")
    assert dict(found.values) == case["becomes"]
    assert list(found.measures if isinstance(found, Suspicious) else []) == case.get("measures", [])
    assert [[remark.measure, remark.level] for remark in remarks(found.values, vitals)] == case["remarks"]


@given(st.sampled_from([kind for kind in MeasurementKind if kind is not MeasurementKind.BLOOD_PRESSURE]), st.floats())
def test_whatever_is_typed_gets_an_answer_and_nothing_impossible_passes(vitals, kind, value):
    rule = vitals.kinds[kind]
    found = guard(kind, {rule.measures[0]: value}, rule.unit, vitals)
    limits = vitals.measures[rule.measures[0]]
    if not isinstance(found, Refused):
        assert limits.lowest <= found.values[rule.measures[0]] <= limits.highest
    assert isinstance(found, Refused) or math.isfinite(value)


def test_every_measure_has_a_kind_and_an_unremarkable_value(vitals):
    for kind, rule in vitals.kinds.items():
        middle = {measure: vitals.measures[measure].usual_from + 40 for measure in rule.measures}
        ordinary = {Measure.FASTING: 5.6, Measure.RANDOM: 7.2, Measure.TEMPERATURE: 36.5, Measure.SPO2: 97}
        values = {measure: ordinary.get(measure, middle[measure]) for measure in rule.measures}
        found = guard(kind, values, rule.unit, vitals)
        assert isinstance(found, Accepted)
        assert remarks(found.values, vitals) == ()
