"""Who may do what: every route, asked by everybody in every relation to what it is about (tests/tables/access.json).

A row says of each role what its request is answered with: `ok`, or a status; where the relation counts, by relation.
Nobody outside finds a resident's id (but roles in `names`), name or number in an answer, nobody at all what is of data
level 5. What is `audited` leaves an entry.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event

from jiayi.core.clock import now
from jiayi.core.dates import china_date
from tests import world as people
from tests.conftest import table
from tests.settled import Settled
from tests.visiting import tomorrow_at
from tests.world import ELDER_IDENTITY

pytestmark = pytest.mark.xdist_group("settled")

ROWS = table("access")
ROLES = frozenset(ROWS[0]["expect"])
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
OUTSIDE_API = frozenset({"/healthz", "/readyz", "/api/v1/openapi.json"})
"""Routes that are plain functions and open to everybody."""
PAGES = frozenset({"/", "/<path:path>"})
"""Files of the app."""


@dataclass(frozen=True)
class Caller:
    """Somebody of a role, in a relation to the resident whom a request is about."""

    role: str
    relation: str

    def __str__(self) -> str:
        return self.role if self.relation == "own" else f"{self.role}.{self.relation}"


CALLERS = tuple(
    Caller(*name.split("."))
    for name in (
        "resident.own", "resident.same_household", "resident.other_household", "resident.other_county",
        "proxy_full.own", "proxy_full.other_household", "proxy_full.other_county", "proxy_lesser.own",
        "clinician.own", "clinician.same_team", "clinician.other_team", "clinician.other_county",
        "team_leader.own", "team_leader.other_team", "team_leader.other_county",
        "manager.own", "manager.other_county", "supervisor.own", "supervisor.other_county",
        "admin.own", "admin.other_county", "integration.own", "hand_in.own", "signed_out.own",
    )
)  # fmt: skip
OUTSIDE = frozenset({"other_household", "other_team", "other_county"})


def name_of(row: dict[str, Any]) -> str:
    return f"{row['route']} ({row['case']})" if "case" in row else row["route"]


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_each_is_let_in_as_the_table_says(settled: Settled, row: dict[str, Any]) -> None:
    expected, found, leaks, silent = {}, {}, [], []
    for caller in callers_of(row):
        with settled.undone(), audits(settled) as noted:
            answer = ask(settled, row, caller)
        expected[str(caller)] = wanted(row, caller)
        found[str(caller)] = "ok" if answer.status_code < 400 else answer.status_code
        text = answer.get_data(as_text=True)
        leaks += [f"{caller}: {word}" for word in words_to_hide(settled, row, caller) if word in text]
        if row.get("audited") and answer.status_code < 400 and not noted:
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


def ask(settled: Settled, row: dict[str, Any], caller: Caller) -> Any:
    method, rule = row["route"].split(" ")
    things = Things(settled)
    path = re.sub(r"<[^>]*?(\w+)>", lambda found: things.id(row["ids"][found[1]]), rule)
    query = "&".join(f"{name}={things.value(value)}" for name, value in row.get("query", {}).items())
    body = things.value(row["body"] | row.get("bodies", {}).get(caller.role, {})) if "body" in row else None
    return settled.ask(actor_name(row, caller), method, f"{path}?{query}" if query else path, body, row.get("headers"))


def callers_of(row: dict[str, Any]) -> Iterator[Caller]:
    """Everybody; where a role as such is refused, one of that role."""
    for caller in CALLERS:
        if caller.relation == "own" or not isinstance(row["expect"][caller.role], int):
            yield caller


def actor_name(row: dict[str, Any], caller: Caller) -> str | None:
    """Under which name the settled county knows this caller; of the neighbour, the elder is the other in the household."""
    if caller.role == "signed_out":
        return None
    relation = caller.relation
    if caller.role == "resident" and row.get("about") == "neighbour":
        relation = {"own": "same_household", "same_household": "own"}.get(relation, relation)
    return f"{caller.role}.{relation}"


def wanted(row: dict[str, Any], caller: Caller) -> str | int:
    told = row["expect"][caller.role]
    cell: str | int | None = told.get(caller.relation, told.get("else")) if isinstance(told, dict) else told
    assert cell is not None, f"{name_of(row)} says nothing of {caller}"
    return cell


def words_to_hide(settled: Settled, row: dict[str, Any], caller: Caller) -> Iterator[str]:
    """What must not stand in an answer to this caller."""
    is_named = str(caller) == "clinician" and row["route"].endswith(("/level5", "/sync/pull"))
    if not is_named:
        yield from ("F20.0", "偏执型", settled.things["hidden_condition"], settled.things["hidden_flag"])
    is_office = caller.role in {"manager", "supervisor", "admin", "integration"}
    if not is_office and caller.relation not in OUTSIDE and caller.role != "signed_out":
        return
    if caller.role not in row.get("names", ()):
        yield from (settled.things["elder"], settled.things["neighbour"])
    if caller.relation != "other_county":  # There, people of the same names live.
        yield from ("丁大川", "任桂英", people.ELDER, ELDER_IDENTITY)


@dataclass(frozen=True)
class Things:
    """Fills in what a row names with `$`."""

    settled: Settled

    def id(self, name: str) -> str:
        return name[1:] if name.startswith("=") else self.settled.things[name]

    def value(self, told: Any) -> Any:
        if isinstance(told, dict):
            return {name: self.value(one) for name, one in told.items()}
        if isinstance(told, list):
            return [self.value(one) for one in told]
        if isinstance(told, str) and told.startswith("$"):
            return self._named(told[1:])
        return told

    def _named(self, name: str) -> str:
        today = china_date(now())
        own = {
            "new": lambda: str(uuid4()),
            "now": lambda: now().isoformat(),
            "today": today.isoformat,
            "tomorrow": (today + timedelta(days=1)).isoformat,
            "tomorrow_at_15": lambda: tomorrow_at(15).isoformat(),
            "tomorrow_at_16": lambda: tomorrow_at(16).isoformat(),
            "last_year": (today - timedelta(days=365)).isoformat,
            "elder_identity": lambda: ELDER_IDENTITY,
        }
        return own[name]() if name in own else self.settled.things[name]


@contextmanager
def audits(settled: Settled) -> Iterator[list[UUID | None]]:
    """The audit entries written inside: whom each is about. The application may write them and not read them."""
    noted: list[UUID | None] = []

    def listen(_connection, _cursor, statement: str, parameters: Any, *_rest) -> None:
        if statement.startswith("INSERT INTO audit_entries"):
            noted.append(parameters["resident_id"])

    engine = settled.runtime.engine
    target = getattr(engine, "engine", engine)
    event.listen(target, "before_cursor_execute", listen)
    try:
        yield noted
    finally:
        event.remove(target, "before_cursor_execute", listen)
