"""The routes of the API as tests/tables/access.json has them: well-formed requests, and who sends them."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

from jiayi.core.clock import now
from jiayi.core.dates import china_date
from tests.conftest import table
from tests.phone import Answer
from tests.photos import picture
from tests.settled import Settled
from tests.visiting import tomorrow_at
from tests.world import ELDER_IDENTITY

Row = dict[str, Any]
ROWS: list[Row] = table("access")


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


@dataclass(frozen=True)
class Request:
    """What is sent, but by whom."""

    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    def send(self, settled: Settled, who: str | None) -> Answer:
        query = "&".join(f"{name}={value}" for name, value in self.query.items())
        return settled.ask(who, self.method, f"{self.path}?{query}" if query else self.path, self.body, self.headers)


def name_of(row: Row) -> str:
    return f"{row['route']} ({row['case']})" if "case" in row else str(row["route"])


def request_of(settled: Settled, row: Row, role: str) -> Request:
    """The row's request, as somebody of this role would send it."""
    method, rule = row["route"].split(" ")
    return Request(
        method,
        re.sub(r"<[^>]*?(\w+)>", lambda found: _id(settled, row["ids"][found[1]]), rule),
        {name: _filled(settled, value) for name, value in row.get("query", {}).items()},
        _body(settled, row, role),
        row.get("headers", {}),
    )


def _body(settled: Settled, row: Row, role: str) -> Any:
    if row.get("picture"):
        return picture()
    return _filled(settled, row["body"] | row.get("bodies", {}).get(role, {})) if "body" in row else None


def wanted(row: Row, caller: Caller) -> str | int:
    """What this caller is answered: `ok` or a status."""
    told = row["expect"][caller.role]
    cell: str | int | None = told.get(caller.relation, told.get("else")) if isinstance(told, dict) else told
    assert cell is not None, f"{name_of(row)} says nothing of {caller}"
    return cell


def actor_name(row: Row, caller: Caller) -> str | None:
    """Under which name the settled county knows this caller; of the neighbour, the elder is the other in the household."""
    if caller.role == "signed_out":
        return None
    relation = caller.relation
    if caller.role == "resident" and row.get("about") == "neighbour":
        relation = {"own": "same_household", "same_household": "own"}.get(relation, relation)
    return f"{caller.role}.{relation}"


def usual(settled: Settled, row: Row) -> tuple[Request, str | None]:
    """The row's request and the first who may send it: of the team if one may, nobody where nobody is let in."""
    by_worth = sorted(CALLERS, key=lambda one: (_WORTH.get(wanted(row, one), 3), one.role != "clinician"))
    caller = next((one for one in CALLERS if one.role == row.get("asked_by")), by_worth[0])
    is_shut = wanted(row, caller) not in _WORTH and "asked_by" not in row
    return request_of(settled, row, caller.role), None if is_shut else actor_name(row, caller)


_WORTH = {"ok": 0, 409: 1, 404: 2}
"""Let in; let in and refused by a rule, as things stand; let in, and nothing is there. `asked_by` names who gets furthest else."""


def _id(settled: Settled, name: str) -> str:
    return name[1:] if name.startswith("=") else settled.things[name]


def _filled(settled: Settled, told: Any) -> Any:
    """What a row names with `$`, filled in."""
    if isinstance(told, dict):
        return {name: _filled(settled, one) for name, one in told.items()}
    if isinstance(told, list):
        return [_filled(settled, one) for one in told]
    if isinstance(told, str) and told.startswith("$"):
        return _named(settled, told[1:])
    return told


def _named(settled: Settled, name: str) -> str:
    today = china_date(now())
    made = {
        "new": lambda: str(uuid4()),
        "now": lambda: now().isoformat(),
        "today": today.isoformat,
        "tomorrow": (today + timedelta(days=1)).isoformat,
        "tomorrow_at_15": lambda: tomorrow_at(15).isoformat(),
        "tomorrow_at_16": lambda: tomorrow_at(16).isoformat(),
        "last_year": (today - timedelta(days=365)).isoformat,
        "elder_identity": lambda: ELDER_IDENTITY,
    }
    return made[name]() if name in made else settled.things[name]
