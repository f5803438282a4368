"""A list of people needs a second person, within hours, and is fetched once."""

from datetime import UTC, datetime, timedelta

import pytest

from jiayi.reports import rules
from jiayi.reports.tables import ExportRules
from jiayi.reports.terms import ExportDecision, ExportFacts
from tests.conftest import table

BEGAN = datetime(2026, 11, 22, 1, tzinfo=UTC)


def at(hours: float) -> datetime:
    return BEGAN + timedelta(hours=hours)


@pytest.mark.parametrize("case", table("export_phases"), ids=lambda case: case["id"])
def test_where_a_request_stands_and_who_may_do_what(case, tables):
    decision = ExportDecision(case["decision"]) if "decision" in case else None
    later = [at(case[name]) if name in case else None for name in ("decided", "fetched")]
    facts = ExportFacts(at(case["asked"]), decision, *later)
    phase = rules.export_phase(facts, at(case["now"]), tables.of(ExportRules, BEGAN.date()))
    assert phase == case["phase"]
    decided = rules.may_decide(phase, is_own=case.get("is_own_decision", False))
    assert getattr(decided, "reason", None) == case["decide"]
    fetched = rules.may_fetch(phase, is_own=not case.get("is_foreign_fetch", False))
    assert getattr(fetched, "reason", None) == case["fetch"]
