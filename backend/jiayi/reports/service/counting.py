"""Counting the indicators for a day: the sums of their lines, by team and village."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, TEXT
from sqlalchemy.orm import Session

from jiayi.contracts.rules import COUNTED as COUNTED_STATUSES
from jiayi.contracts.tables import ContractTerms, TerminationReasons
from jiayi.contracts.terms import ContractStatus
from jiayi.core.db import UUIDS
from jiayi.core.tools import tools
from jiayi.followups.tables import Diabetes, FollowupSchedule
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.reports.rules import BESIDES, COUNTED
from jiayi.reports.service.lines import lines_of
from jiayi.reports.tables import IndicatorRules
from jiayi.reports.terms import NOTHING, Cell, Rate

EVERYTHING = (*COUNTED, *BESIDES)
TEXTS = ARRAY(TEXT)
Cells = Mapping[Cell, Rate]

SUMS = (
    "select code, team_id, village, sum(numerator)::int, sum(denominator)::int from lines "
    "group by code, team_id, village"
)


def statement(codes: Collection[str], tail: str) -> TextClause:
    """`with … lines` of these indicators and what is asked of them; parameters by `parameters`."""
    made = text(f"with {lines_of(codes)}\n{tail}")
    wanted = {"ids": UUIDS} | dict.fromkeys(
        ("counted_statuses", "signed_statuses", "items_owed", "elder_items", "tcm_items", "moved_reasons", "confirm_methods"),
        TEXTS,
    )  # fmt: skip
    named = made._bindparams  # noqa: SLF001 (which of them the statement has)
    return made.bindparams(*(bindparam(name, type_=kind) for name, kind in wanted.items() if name in named))


def parameters(session: Session, on: date, today: date, ids: Collection[UUID] | None = None) -> dict[str, Any]:
    """What the lines are told of a day, by the tables of today, so that two days can be compared."""
    of = tools(session).rules.of
    own, owed, schedule = of(IndicatorRules, today), of(FulfilmentRules, today), of(FollowupSchedule, today)
    counted = sorted(status.value for status in COUNTED_STATUSES)
    return {
        "on": on,
        "year_start": date(on.year, 1, 1),
        "ids": None if ids is None else list(ids),
        "counted_statuses": counted,
        "signed_statuses": [*counted, ContractStatus.RENEWAL_SIGNED.value],
        "lapse_days": of(ContractTerms, today).lapse_days,
        "moved_reasons": list(of(TerminationReasons, today).moved),
        "items_owed": list(owed.items_owed),
        "exam_item": own.exam_item,
        "elder_items": list(own.elder_items),
        "tcm_items": list(own.tcm_items),
        "face_to_face_times": schedule.face_to_face_per_year,
        "regular_days": schedule.regular_latest_days,
        "recheck_days": schedule.recheck_days,
        "fasting_times": own.fasting_tests_per_year,
        "fasting_below": of(Diabetes, today).target_fasting_below,
        "satisfied_from": owed.satisfied_from,
        "unserved_days": owed.unserved_days,
        "attempt_days": owed.attempt_days,
        "unreachable_days": owed.unreachable_days,
        "confirm_methods": list(own.confirm_methods),
    }


def run(
    session: Session, made: TextClause, on: date, today: date, ids: Collection[UUID] | None = None, **more: Any
) -> list[tuple[Any, ...]]:
    """All rows of a statement of `statement`, with what it asks for of `parameters`."""
    given = parameters(session, on, today, ids) | more
    named = made._bindparams  # noqa: SLF001
    return [tuple(row) for row in session.execute(made, {name: given[name] for name in named})]


_ALL_SUMS = statement(EVERYTHING, SUMS)


def count(session: Session, on: date, today: date, ids: Collection[UUID] | None = None) -> dict[Cell, Rate]:
    """Everything that is counted, on that day, of all residents or of these."""
    rows = run(session, _ALL_SUMS, on, today, ids)
    return {Cell(code, team_id, village): Rate(*sums) for code, team_id, village, *sums in rows}


def add(cells: dict[Cell, Rate], more: Cells) -> None:
    for cell, rate in more.items():
        cells[cell] = cells.get(cell, NOTHING) + rate


def totals(cells: Cells) -> dict[str, Rate]:
    """Each indicator's sum."""
    found: dict[str, Rate] = defaultdict(lambda: NOTHING)
    for cell, rate in cells.items():
        found[cell.code] += rate
    return found
