"""What phones send is refused one by one: a senseless command is answered, and the others are done."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from tests.routes import ROWS, usual
from tests.settled import Settled

pytestmark = pytest.mark.xdist_group("settled")

PUSH = next(row for row in ROWS if row["route"].endswith("/sync/push"))


def test_a_phone_ahead_of_time_does_not_write_into_the_future(settled: Settled) -> None:
    request, who = usual(settled, PUSH)
    command = request.body["commands"][0] | {"clock": {"wall": "2199-01-01T00:00:00Z", "monotonic_ms": 1, "boot": "b"}}
    with settled.undone(), settled.runtime.sessions.county(settled.world.county_id) as session:
        answer = settled.ask(who, "POST", request.path, request.body | {"commands": [command]})
        assert [one["outcome"] for one in answer.json["results"]] == ["applied"]
        assert session.scalar(text("select max(written_at) <= now() + interval '1 minute' from visit_notes"))


def test_a_senseless_command_is_refused_and_does_not_stop_the_others(settled: Settled) -> None:
    push, who = usual(settled, PUSH)
    good = push.body["commands"][0]
    wrong: list[tuple[str, Any]] = []
    for kind, command in settled.runtime.feed.registry.commands.items():
        for field in (*command.schema().fields, "more", "\x00", "\ud800"):
            wrong += [(f"{kind} {field}", {"kind": kind, "payload": {field: value}}) for value in SENSELESS_VALUES]
    commands = [good | {"id": str(uuid4())} | told for _, told in wrong]
    results = []
    with settled.undone():
        for start in range(0, len(commands), 199):
            body = push.body | {"commands": [*commands[start : start + 199], good | {"id": str(uuid4())}]}
            answer = settled.ask(who, "POST", push.path, body)
            assert answer.status_code == 200, answer.json
            *found, last = answer.json["results"]
            assert last["outcome"] == "applied"
            results += found
    strange = [
        (where, told["payload"], result["outcome"], result.get("code"))
        for (where, told), result in zip(wrong, results, strict=True)
        if result["outcome"] != "refused"
    ]
    assert strange == []


SENSELESS_VALUES: tuple[Any, ...] = ("\x00", "\ud800", 10**30, [], {"\x00": "\ud800"}, "x" * 30_000)
"""What no field of any command takes."""
