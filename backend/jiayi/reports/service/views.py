"""Indicators as they are shown: all of a scope, one of them cut into parts, their trend."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core.errors import NotFound
from jiayi.core.tools import tools
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.reports import rules
from jiayi.reports.rules import BY_CODE, COUNTED, INDICATORS
from jiayi.reports.service.access import may_read
from jiayi.reports.service.reading import Reader
from jiayi.reports.tables import IndicatorTargets
from jiayi.reports.terms import NOTHING, By, Every, Indicator, Rate, Scope
from jiayi.residents.service.level5 import hidden_groups

POINTS = {Every.MONTH: 12, Every.QUARTER: 8, Every.YEAR: 2}


class Teller:
    """Says of a rate what may be said, to whoever may look at counts."""

    def __init__(self, session: Session, today: date, few_below: int) -> None:
        self.hidden = frozenset(group.value for group in hidden_groups(session))
        self.answers_min = tools(session).rules.of(FulfilmentRules, today).answers_min
        self.few_below = few_below

    def body(self, indicator: Indicator, rate: Rate, scope: Scope) -> dict[str, Any]:
        told = rules.told(indicator, rate, scope, self.hidden, answers_min=self.answers_min, few_below=self.few_below)
        return {
            "numerator": told.numerator, "denominator": told.denominator, "percent": told.percent, "untold": told.untold,
        }  # fmt: skip

    def may_list(self, indicator: Indicator) -> bool:
        return rules.may_list(indicator, self.hidden)


def teller(session: Session, reader: Reader) -> Teller:
    return Teller(session, reader.today, reader.rules.few_below)


def indicators(
    session: Session, actor: Actor, now: datetime, scope: Scope, *, on: date | None = None
) -> dict[str, Any]:
    """Every indicator of a scope on a day.

    Raises Forbidden, Invalid `reports.invalid.on`, Refusal `reports.refused.not_counted`.
    """
    may_read(actor)
    reader = Reader(session, now)
    day = reader.day(on)
    body = _head(reader, day) | {"items": table_of(session, reader, day, scope)}
    audit(session, actor, now, "reports.indicators", detail=about(day, scope))
    return body


def table_of(session: Session, reader: Reader, day: date, scope: Scope) -> list[dict[str, Any]]:
    """Every indicator's line."""
    told = teller(session, reader)
    sums = reader.totals(day, COUNTED, scope)
    targets = _targets(session, day)
    return [
        {
            "code": one.code, "area": one.area, "unit": one.unit, "source": one.source, "mark": one.mark,
            "group": one.group, "is_listed": told.may_list(one), "targets": targets.get(one.code, []),
        }
        | told.body(one, sums.get(one.code, NOTHING), scope)
        for one in INDICATORS
    ]  # fmt: skip


def indicator(
    session: Session, actor: Actor, now: datetime, code: str, scope: Scope, *, by: By, on: date | None = None
) -> dict[str, Any]:
    """One indicator by institution, team or village. Raises NotFound, and what `indicators` raises."""
    may_read(actor)
    one = find(code)
    reader = Reader(session, now)
    day = reader.day(on)
    told = teller(session, reader)
    whole = reader.totals(day, [code], scope) if one.is_recorded else {}
    parts = reader.sums(day, [code], scope, by) if one.is_recorded else {}
    names = names_of(reader, by)
    rows = [
        {"id": None if by is By.VILLAGE else key, "name": names.get(key, str(key or "")), "of": of_key(reader, by, key)}
        | told.body(one, sums.get(code, NOTHING), narrowed(scope, by, key))
        for key, sums in parts.items()
        if key
    ]
    audit(session, actor, now, "reports.indicator", detail=about(day, scope) | {"code": code, "by": by.value})
    return _head(reader, day) | {
        "code": code, "area": one.area, "unit": one.unit, "source": one.source, "mark": one.mark, "group": one.group,
        "is_listed": told.may_list(one), "targets": _targets(session, day).get(code, []), "by": by,
        "growth": _growth(session, reader, day, code, scope, whole.get(code, NOTHING)),
        "rows": sorted(rows, key=lambda row: (str(row["of"]), str(row["name"]))),
    } | told.body(one, whole.get(code, NOTHING), scope)  # fmt: skip


def trend(
    session: Session, actor: Actor, now: datetime, scope: Scope, *, every: Every, until_on: date | None = None
) -> dict[str, Any]:
    """Every indicator at the ends of the last months, quarters or years, and on the day itself; what was not counted is left out."""
    may_read(actor)
    reader = Reader(session, now)
    day = reader.day(until_on)
    days = rules.ends(every, day, POINTS[every])
    told = teller(session, reader)
    counted = reader.trend(days, COUNTED, scope)
    known = [one for one in days if one in counted]
    audit(session, actor, now, "reports.trend", detail=about(day, scope) | {"every": every.value})
    return {
        "every": every,
        "days": [{"on": one, "counted_at": counted[one][0]} for one in known],
        "items": [
            {
                "code": one.code,
                "points": [{"on": at} | told.body(one, counted[at][1].get(one.code, NOTHING), scope) for at in known],
            }
            for one in INDICATORS
            if one.is_recorded
        ],
    }


def find(code: str) -> Indicator:
    """Raises NotFound."""
    if code not in BY_CODE:
        raise NotFound
    return BY_CODE[code]


def _head(reader: Reader, day: date) -> dict[str, Any]:
    as_of = reader.as_of(day)
    return {"on": day, "counted_at": as_of.counted_at, "changed_count": as_of.changed_count}


def about(day: date, scope: Scope) -> dict[str, Any]:
    parts = {"organization_id": scope.organization_id, "team_id": scope.team_id, "village": scope.village}
    return {"on": day.isoformat()} | {name: str(value) for name, value in parts.items() if value is not None}


def _targets(session: Session, day: date) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    table = tools(session).rules.of(IndicatorTargets, day)
    for row in table.rows:
        found.setdefault(row.indicator, []).append(
            {"kind": row.kind, "percent": row.percent, "year": row.year, "place": row.place, "mark": row.mark}
        )
    return found


def _growth(session: Session, reader: Reader, day: date, code: str, scope: Scope, rate: Rate) -> dict[str, Any] | None:
    """By how many percentage points it has risen since the last year ended, and by how many it should in a year."""
    aim = tools(session).rules.of(IndicatorTargets, reader.today).growth
    since = date(day.year - 1, 12, 31)
    if code not in aim.indicators or since.year < aim.since_year:
        return None
    then = reader.trend([since], [code], scope).get(since)
    before = then[1].get(code, NOTHING).percent if then else None
    if before is None or rate.percent is None:
        return None
    points = {"points": round(rate.percent - before, 1), "points_min": aim.points_min, "points_max": aim.points_max}
    return {"since_on": since} | points


def names_of(reader: Reader, by: By) -> dict[UUID | str | None, str]:
    if by is By.ORGANIZATION:
        return {team.organization_id: team.organization_name for team in reader.teams}
    return {team.id: team.name for team in reader.teams}


def of_key(reader: Reader, by: By, key: UUID | str | None) -> str | None:
    if by is not By.TEAM:
        return None
    return next((team.organization_name for team in reader.teams if team.id == key), None)


def narrowed(scope: Scope, by: By, key: UUID | str | None) -> Scope:
    if by is By.VILLAGE:
        return Scope(scope.organization_id, scope.team_id, str(key))
    part = UUID(str(key))
    return Scope(team_id=part) if by is By.TEAM else Scope(organization_id=part)
