"""What each team earned in a month: read from the books, never computed anew."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from jiayi.contracts.terms import Payer
from jiayi.core import i18n
from jiayi.core.db import UUIDS
from jiayi.core.errors import NotFound
from jiayi.core.tools import tools
from jiayi.fees import rules
from jiayi.fees.models import FeeEntry, FeeMonth
from jiayi.fees.tables import FeeAccrual
from jiayi.fees.terms import WHOLE, EntryKind
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations

TEAMS = text("select id, name from care_teams order by name, id")
PEOPLE = text(
    "select c.id, c.resident_id, r.name from contracts c"
    " join residents r on r.county_id = c.county_id and r.id = c.resident_id where c.id = any(:ids)"
).bindparams(bindparam("ids", type_=UUIDS))
FORMULA = ("=", "+", "-", "@")


def statements(session: Session, actor: Actor, now: datetime, *, month_on: date | None) -> dict[str, Any]:
    """Each team's sums of a month, the last booked one if none is named: a leader of the own teams, a manager of all."""
    months = list(session.scalars(select(FeeMonth.month_on).order_by(FeeMonth.month_on.desc()).limit(24)))
    month = month_on or (months[0] if months else None)
    seen = _seen(session, actor)
    by_team: dict[UUID, list[FeeEntry]] = defaultdict(list)
    if month is not None:
        for entry in _entries(session, month, list(seen)):
            by_team[entry.team_id].append(entry)
    audit(session, actor, now, "fees.list_statements", detail={"month": str(month)})
    items = [_sums(session, team_id, name, by_team[team_id], month) for team_id, name in seen.items() if month]
    return {"month_on": month, "months": months, "items": items}


def statement(session: Session, actor: Actor, now: datetime, team_id: UUID, *, month_on: date) -> dict[str, Any]:
    """One team's month, line by line. Who the residents are is told to the leader alone. Raises NotFound."""
    seen = _seen(session, actor)
    if team_id not in seen:
        raise NotFound
    entries = _entries(session, month_on, [team_id])
    lines = [_line(one) for one in entries]
    if actor.role is Role.TEAM_LEADER:
        _name(session, lines)
    audit(session, actor, now, "fees.read_statement", subject=f"team:{team_id}", detail={"month": month_on.isoformat()})
    return _sums(session, team_id, seen[team_id], entries, month_on) | {
        "lines": [one for one in lines if one["kind"] is EntryKind.ACCRUAL],
        "corrections": [one for one in lines if one["kind"] is EntryKind.CORRECTION],
    }


def export(session: Session, actor: Actor, now: datetime, *, month_on: date) -> str:
    """The month's entries of all teams that the actor sees, as CSV with a line for each; amounts in yuan."""
    seen = _seen(session, actor)
    entries = _entries(session, month_on, list(seen))
    audit(session, actor, now, "fees.export", detail={"month": month_on.isoformat(), "count": len(entries)})
    file = io.StringIO()
    sheet = csv.writer(file)
    payers = [payer.value for payer in Payer]
    heads = ("month", "team", "contract", "kind", "from", "until", "due", "done", "factor", "base", "total")
    sheet.writerow(
        [*(i18n.text(f"fees-csv-{head}") for head in heads), *(i18n.text(f"fees-payer-{one}") for one in payers)]
    )
    for one in entries:
        sheet.writerow(
            [
                f"{month_on:%Y-%m}", _safe(seen[one.team_id]), one.contract_id, i18n.text(f"fees-kind-{one.kind.value}"),
                one.period_start_on, one.period_end_on, one.due_count, one.done_count,
                f"{one.factor_bp / WHOLE:.4f}", _yuan(one.base_fen), _yuan(one.total_fen),
                *(_yuan(one.lines.get(payer, 0)) for payer in payers),
            ]
        )  # fmt: skip
    # Excel reads a file without this mark as if it were in another encoding.
    return "\ufeff" + file.getvalue()


def _seen(session: Session, actor: Actor) -> dict[UUID, str]:
    """The teams whose money the actor may see, by name."""
    teams = {row[0]: row[1] for row in session.execute(TEAMS)}
    if actor.role in {Role.MANAGER, Role.SUPERVISOR}:
        return teams
    mine = set() if actor.clinician_id is None else organizations.teams_of(session, actor.clinician_id)
    return {one: name for one, name in teams.items() if one in mine and organizations.leads(session, actor, one)}


def _entries(session: Session, month_on: date, team_ids: Sequence[UUID]) -> list[FeeEntry]:
    statement = select(FeeEntry).where(FeeEntry.month_on == month_on, FeeEntry.team_id.in_(team_ids))
    order = (FeeEntry.team_id, FeeEntry.kind, FeeEntry.factor_bp, FeeEntry.contract_id, FeeEntry.period_start_on)
    return list(session.scalars(statement.order_by(*order)))


def _sums(session: Session, team_id: UUID, name: str, entries: Sequence[FeeEntry], month: date) -> dict[str, Any]:
    accruals = [one for one in entries if one.kind is EntryKind.ACCRUAL]
    corrections = [one for one in entries if one.kind is EntryKind.CORRECTION]
    total = sum(one.total_fen for one in entries)
    due, done = (sum(getattr(one, field) for one in accruals) for field in ("due_count", "done_count"))
    base = sum(one.base_fen for one in accruals)
    share_bp = tools(session).rules.of(FeeAccrual, month).team_share_bp_min
    return {
        "team_id": team_id,
        "name": name,
        "month_on": month,
        "contracts_count": len({one.contract_id for one in accruals}),
        "full_count": sum(one.factor_bp == WHOLE for one in accruals),
        "due_count": due,
        "done_count": done,
        "base_fen": base,
        "accrued_fen": sum(one.total_fen for one in accruals),
        "correction_fen": sum(one.total_fen for one in corrections),
        "correction_count": len(corrections),
        "total_fen": total,
        "payers": _by_payer(entries),
        "share_bp": share_bp,
        "team_share_fen": rules.team_share(total, share_bp),
        "missing": _missing(accruals),
    }


def _by_payer(entries: Iterable[FeeEntry]) -> dict[str, int]:
    return {payer.value: sum(one.lines.get(payer.value, 0) for one in entries) for payer in Payer}


def _missing(entries: Iterable[FeeEntry]) -> list[dict[str, Any]]:
    """Which services are missing most: the reasons of the factor."""
    due, done, contracts = Counter[str](), Counter[str](), Counter[str]()
    for entry in entries:
        for one in entry.missing:
            due[one["item_code"]] += one["due"]
            done[one["item_code"]] += one["done"]
            contracts[one["item_code"]] += 1
    found = [
        {"item_code": code, "missing_count": due[code] - done[code], "contracts_count": contracts[code]} for code in due
    ]
    return sorted(found, key=lambda one: (-one["missing_count"], one["item_code"]))


def _line(entry: FeeEntry) -> dict[str, Any]:
    names = (
        "id", "contract_id", "kind", "period_start_on", "period_end_on", "base_fen", "factor_bp", "due_count",
        "done_count", "missing", "reason", "lines", "total_fen",
    )  # fmt: skip
    return {name: getattr(entry, name) for name in names} | {"resident_id": None, "resident_name": None}


def _name(session: Session, lines: Sequence[dict[str, Any]]) -> None:
    ids = [one["contract_id"] for one in lines]
    people = {row[0]: (row[1], row[2]) for row in session.execute(PEOPLE, {"ids": ids})}
    for one in lines:
        one["resident_id"], one["resident_name"] = people[one["contract_id"]]


def _safe(name: str) -> str:
    """A name that a spreadsheet would take for a formula is kept as text."""
    return f"'{name}" if name.startswith(FORMULA) else name


def _yuan(fen: int) -> str:
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02d}"
