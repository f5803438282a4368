"""The server corrects clocks by the very cases that the app is held to."""

from datetime import datetime

import pytest

from jiayi.sync.rules import Anchor, PhoneClock, correct
from tests.conftest import table

CASES = table("clock_correction")


def _reading(raw: dict) -> dict:
    return {"wall": _time(raw["wall"]), "monotonic_ms": raw["monotonic_ms"], "boot": raw["boot"]}


def _time(raw: str) -> datetime:
    return datetime.fromisoformat(raw)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_when_it_happened(case: dict) -> None:
    raw = case["clock"]
    anchor = raw.get("anchor")
    clock = PhoneClock(
        **_reading(raw),
        anchor=Anchor(server_time=_time(anchor["server_time"]), **_reading(anchor)) if anchor else None,
    )
    moment = correct(clock, _time(case["received_at"]))
    assert moment.occurred_at == _time(case["expected"]["occurred_at"])
    assert moment.is_clock_doubtful == case["expected"]["is_clock_doubtful"]
    assert moment.captured_at == clock.wall
