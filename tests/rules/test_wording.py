import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from jiayi.core import wording
from jiayi.core.dates import china_date

HOW = {
    "date": wording.date_text,
    "day": wording.day_text,
    "near_day": wording.near_day_text,
    "time": lambda at, _today, language: wording.time_text(at, language),
    "moment": wording.moment_text,
    "near_moment": wording.near_moment_text,
}
TABLE = Path(__file__).parent.parent / "tables" / "date_texts.json"
CASES = [case for case in json.loads(TABLE.read_text(encoding="utf-8")) if case["kind"] in HOW]


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['kind']}: {case['id']}") for case in CASES])
def test_dates_are_worded_as_on_the_phone(case: dict[str, Any]) -> None:
    is_day = case["kind"] in {"date", "day", "near_day"}
    value = date.fromisoformat(case["input"]) if is_day else datetime.fromisoformat(case["input"])
    assert HOW[case["kind"]](value, date.fromisoformat(case["today"]), case["lang"]) == case["expected"]


def test_values_of_a_message_are_worded_by_their_names() -> None:
    values = {"planned_start_at": "2026-11-26T01:00:00Z", "due_on": "2026-11-25", "days": 28}
    words = wording.worded(values, china_date(datetime.fromisoformat("2026-11-24T02:00:00Z")))
    assert words == {"planned_start_at": "后天上午9点", "due_on": "明天", "days": "28"}
