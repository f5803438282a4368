"""Who may do what: every route, asked by everybody in every relation to what it is about (tests/tables/access.json).

A row says of each role what its request is answered with: `ok`, or a status; where the relation counts, by relation.
Nobody outside finds a resident's id (but roles in `names`), name or number in an answer, nobody at all what is of data
level 5. What is `audited` leaves an entry.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from uuid import UUID

import psycopg
import pytest

from tests import world as people
from tests.refusing import assert_told
from tests.routes import CALLERS, ROWS, Caller, Row, actor_name, name_of, request_of, wanted
from tests.settled import Settled
from tests.world import ELDER_IDENTITY

pytestmark = pytest.mark.xdist_group("settled")

ROLES = frozenset(ROWS[0]["expect"])
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
OUTSIDE_API = frozenset({"/healthz", "/readyz", "/api/v1/docs", "/api/v1/openapi.json"})
"""Routes that are plain functions and open to everybody."""
PAGES = frozenset({"/", "/<page:path>"})
"""Files of the app."""
OFFICE = frozenset({"manager", "supervisor", "admin", "integration"})
OUTSIDE = frozenset({"other_household", "other_team", "other_county"})


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_each_is_let_in_as_the_table_says(settled: Settled, row: Row) -> None:
    expected, found, leaks, silent = {}, {}, [], []
    for caller in callers_of(row):
        with settled.undone(), audits() as noted:
            answer = request_of(settled, row, caller.role).send(settled, actor_name(row, caller))
        is_ok = answer.status_code < 400
        if not is_ok:
            assert_told(answer)
        expected[str(caller)] = wanted(row, caller)
        found[str(caller)] = "ok" if is_ok else answer.status_code
        text = answer.get_data().decode(errors="replace")
        leaks += [f"{caller}: {word}" for word in words_to_hide(settled, row, caller) if word in text]
        if row.get("audited") and is_ok and not noted:
            silent.append(str(caller))
    assert found == expected
    assert leaks == []
    assert silent == [], "an audit entry is missing"


def test_the_table_names_every_route_and_nothing_else(settled: Settled) -> None:
    routes = {f"{method} {rule}" for method, rule, _ in views(settled)}
    assert {row["route"] for row in ROWS} == routes


def test_the_table_names_every_role_in_every_row() -> None:
    assert {role for row in ROWS for role in ROLES ^ set(row["expect"])} == set()


def test_every_route_says_whom_it_lets_in(settled: Settled) -> None:
    silent = [
        f"{method} {rule}"
        for method, rule, view in views(settled)
        if rule not in OUTSIDE_API and not (getattr(view, "is_public", False) or getattr(view, "roles", None))
    ]
    assert silent == []


def views(settled: Settled) -> Iterator[tuple[str, str, Any]]:
    """Method, path and view function of every route but the app's own files."""
    for rule in settled.app.url_map.iter_rules():
        if rule.rule in PAGES:
            continue
        view_class = getattr(settled.app.view_functions[rule.endpoint], "view_class", None)
        for method in set(METHODS) & (rule.methods or set()):
            yield method, rule.rule, getattr(view_class, method.lower(), None)


def callers_of(row: Row) -> Iterator[Caller]:
    """Everybody; where a role as such is refused, one of that role."""
    for caller in CALLERS:
        if caller.relation == "own" or not isinstance(row["expect"][caller.role], int):
            yield caller


def words_to_hide(settled: Settled, row: Row, caller: Caller) -> Iterator[str]:
    """What must not stand in an answer to this caller."""
    is_named = str(caller) == "clinician" and row["route"].endswith(("/level5", "/sync/pull"))
    if not is_named:
        yield from ("F20.0", "偏执型", settled.things["hidden_condition"], settled.things["hidden_flag"])
    if caller.role not in OFFICE and caller.relation not in OUTSIDE and caller.role != "signed_out":
        return
    if caller.role not in row.get("names", ()):
        yield from (settled.things["elder"], settled.things["neighbour"])
    if caller.relation != "other_county":  # There, people of the same names live.
        yield from ("丁大川", "任桂英", people.ELDER, ELDER_IDENTITY)


@contextmanager
def audits() -> Iterator[list[UUID | None]]:
    """The audit entries written inside: whom each is about. The application may write them and not read them."""
    noted: list[UUID | None] = []
    execute = psycopg.Cursor.execute

    def listen(cursor: psycopg.Cursor[Any], query: Any, *values: Any, **named: Any) -> psycopg.Cursor[Any]:
        if "INSERT INTO audit_entries" in str(query):
            noted.append(values[0]["resident_id"])
        return execute(cursor, query, *values, **named)

    with patch.object(psycopg.Cursor, "execute", listen):
        yield noted
