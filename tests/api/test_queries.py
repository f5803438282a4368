"""How many statements a request sends to the database: as many as the table says, however many rows there are.

A number of tests/tables/query_counts.json that has to grow is a round trip more for every phone, each time.
"""

from typing import Any

import pytest
from sqlalchemy import text

from tests import counting
from tests.conftest import table
from tests.fuzzing import ROW_OF
from tests.routes import Request, usual
from tests.settled import Settled
from tests.visiting import AT_HOME

pytestmark = pytest.mark.xdist_group("settled")

PINNED: dict[str, int] = {row["request"]: row["statements"] for row in table("query_counts")}
LISTS = [request for request in PINNED if request.startswith("GET") and "/sync/pull" not in request]
COPIED = {
    "organizations": {},
    "held_commands": {},
    "notices": {"event_key": "gen_random_uuid()"},
    "refill_requests": {"status": "'cancelled'"},
    "programme_enrolments": {"ended_on": "'2199-01-01'"},
    "findings": {"subject_id": "gen_random_uuid()"},
}
"""Tables of which the settled county has one row, with what must differ in a copy of it."""


@pytest.mark.parametrize("route", LISTS)
def test_a_list_asks_as_often_for_one_row_as_for_many(settled: Settled, route: str) -> None:
    request, who = usual(settled, ROW_OF[route])
    with settled.undone():
        more_of_everything(settled)
        one = counted(settled, Request("GET", request.path, request.query | {"limit": "1"}), who)
        many = counted(settled, Request("GET", request.path, request.query | {"limit": "200"}), who)
    assert (one.items, many.items > 1) == (1, True)
    assert (one.statements, many.statements) == (PINNED[route], PINNED[route])


def test_every_paged_list_is_counted(settled: Settled) -> None:
    paged = {
        f"GET {path}"
        for path, item in settled.document["paths"].items()
        if any(one["name"] == "limit" for one in item.get("get", {}).get("parameters", []))
    }
    assert paged - {"GET /api/v1/sync/pull"} == set(LISTS)


def test_a_pull_asks_as_often_whatever_there_is(settled: Settled) -> None:
    with settled.undone():
        first = pulled(settled, None)
        steady = pulled(settled, first.cursor)
        more_of_everything(settled)
        with settled.runtime.sessions.county(settled.world.county_id) as session:
            session.execute(text("update sync_documents set version = version + 1000000"))
            session.commit()
        changed = pulled(settled, first.cursor)
    assert (first.items > 50, steady.items, changed.items) == (True, 0, first.items)
    assert (steady.statements, changed.statements) == (PINNED["GET /api/v1/sync/pull"],) * 2


def test_a_check_in_from_a_phone_asks_as_often_as_the_table_says(settled: Settled) -> None:
    push, who = usual(settled, ROW_OF["POST /api/v1/sync/push"])
    told = {"kind": "visits.check_in", "entity_id": settled.things["visit.scheduled"], "payload": {"position": AT_HOME}}
    command = push.body["commands"][0] | told
    with settled.undone():
        pulled(settled, None)
        done = counted(settled, Request("POST", push.path, body=push.body | {"commands": [command]}), who)
        again = counted(settled, Request("POST", push.path, body=push.body | {"commands": [command]}), who)
    assert [one["outcome"] for one in done.body["results"]] == ["applied"]
    assert [one.get("replayed") for one in again.body["results"]] == [True]
    assert done.statements == PINNED["visits.check_in pushed"]
    assert again.statements == PINNED["visits.check_in pushed again"]


class Counted:
    """A good answer and what it took."""

    def __init__(self, body: Any, statements: list[str]) -> None:
        self.body = body
        self.statements = len(statements)
        self.items = len(body.get("items", body.get("documents", [])))
        self.cursor: str | None = body.get("cursor")


def counted(settled: Settled, request: Request, who: str | None) -> Counted:
    with counting.counted() as sent:
        answer = request.send(settled, who)
    assert answer.status_code == 200, answer.json
    return Counted(answer.json, sent)


def pulled(settled: Settled, cursor: str | None) -> Counted:
    query = {"limit": "2000"} | ({"cursor": cursor} if cursor else {})
    return counted(settled, Request("GET", "/api/v1/sync/pull", query), "clinician.own")


def more_of_everything(settled: Settled) -> None:
    """Several rows where a list would have one."""
    with settled.runtime.sessions.county(settled.world.county_id) as session:
        session.execute(text("update visits set review_status = 'pending'"))
        session.execute(
            text(
                "insert into fulfilment_doubts select (jsonb_populate_record(d, jsonb_build_object("
                "'id', gen_random_uuid(), 'fulfilment_id', f.id))).* from fulfilment_doubts d, fulfilments f"
                " where f.id <> d.fulfilment_id"
            )
        )
        for name, changes in COPIED.items():
            told = "".join(f", '{column}', {value}" for column, value in changes.items())
            copy = f"jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(){told}))"
            session.execute(text(f"insert into {name} select ({copy}).* from {name} t, generate_series(1, 3) n"))
        session.commit()
