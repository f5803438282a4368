"""The sums that somebody asks for: counted anew where that is quick, else as they were counted before, with when.

A small county is counted while its manager waits. Of a large one only days are told that were counted: today, and the ends
of the months before.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.db import UUIDS
from jiayi.core.errors import Invalid, Refusal
from jiayi.core.tools import tools
from jiayi.reports.models import IndicatorCensus
from jiayi.reports.service.counting import TEXTS, Cells, count
from jiayi.reports.tables import IndicatorRules
from jiayi.reports.terms import NOTHING, By, Cell, Rate, Scope

Key = UUID | str | None
Sums = dict[str, Rate]

TEAMS = text(
    "select t.id, t.name, t.organization_id, o.name from care_teams t "
    "join organizations o on o.county_id = t.county_id and o.id = t.organization_id order by o.name, t.name, t.id"
)
IS_LARGE = text("select count(*) > :most from (select from residents limit :most + 1) few")
PENDING = text("select count(distinct resident_id) from (select resident_id from indicator_marks limit 10000) few")
CENSUSES = text("select census_on, counted_at, totals from indicator_censuses where census_on = any(:days)")
STORED = """
select c.census_on, {columns}, c.code, sum(c.numerator)::int, sum(c.denominator)::int
from indicator_counts c
where c.census_on = any(:days) and c.code = any(:codes)
  and (cast(:team_ids as uuid[]) is null or c.team_id = any(:team_ids))
  and (cast(:village as text) is null or c.village = :village)
group by 1, 2, 3, 4
"""
_COLUMNS = {
    None: "null::uuid, ''::text",
    False: "c.team_id, ''::text",
    True: "null::uuid, c.village",
}
"""Team and village, as far as the answer is cut by them: by neither, by team, by village."""


@dataclass(frozen=True, slots=True)
class Team:
    id: UUID
    name: str
    organization_id: UUID
    organization_name: str


@dataclass(frozen=True, slots=True)
class AsOf:
    """When it was counted, and of how many residents something was written since (up to ten thousand)."""

    counted_at: datetime
    changed_count: int


class Reader:
    """Reads sums of one county for one asker."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session, self.now, self.today = session, now, china_date(now)
        self.rules = tools(session).rules.of(IndicatorRules, self.today)
        self.teams = [Team(*row) for row in session.execute(TEAMS)]
        self.is_large: bool = session.execute(IS_LARGE, {"most": self.rules.live_residents_max}).scalar_one()
        self._counted: dict[date, Cells] = {}

    def day(self, on: date | None) -> date:
        """The census day, today when none is named. Raises Invalid `reports.invalid.on` for one to come."""
        if on is not None and on > self.today:
            raise Invalid("reports.invalid.on")
        return on or self.today

    def as_of(self, on: date) -> AsOf:
        """Raises Refusal `reports.refused.not_counted` where that day was not counted."""
        if not self.is_large:
            return AsOf(self.now, 0)
        census = self._census(on)
        pending = self.session.execute(PENDING).scalar_one() if on == self.today else 0
        return AsOf(census.counted_at, pending)

    def totals(self, on: date, codes: Collection[str], scope: Scope) -> Sums:
        """Of everybody in this scope."""
        if self.is_large and scope == Scope():
            held = self._census(on).totals
            return {code: Rate(*held.get(code, (0, 0))) for code in codes}
        return self.sums(on, codes, scope, None).get(None, {})

    def sums(self, on: date, codes: Collection[str], scope: Scope, by: By | None) -> dict[Key, Sums]:
        """The same by institution, team or village; under None together."""
        key = self._key(by)
        if not self.is_large:
            return _grouped(self._within(self._cells(on), codes, scope), key)
        self._census(on)
        return self._stored([on], codes, scope, by, key)[on]

    def places(self, on: date) -> set[tuple[UUID | None, str]]:
        """Which team cares for somebody in which village."""
        if not self.is_large:
            return {(cell.team_id, cell.village) for cell in self._cells(on) if cell.code == "signed"}
        found = text("select team_id, village from indicator_counts where census_on = :on and code = 'signed'")
        return {(team_id, village) for team_id, village in self.session.execute(found, {"on": on})}

    def trend(self, days: Sequence[date], codes: Collection[str], scope: Scope) -> dict[date, tuple[datetime, Sums]]:
        """Sums of several days, and when they were counted; today's as `totals` has them, days not counted are left out."""
        rows = self.session.execute(CENSUSES, {"days": [day for day in days if day != self.today]})
        known = {day: (counted_at, totals) for day, counted_at, totals in rows}
        found: dict[date, tuple[datetime, Sums]] = {}
        if scope == Scope():
            for day, (counted_at, held) in known.items():
                found[day] = (counted_at, {code: Rate(*held.get(code, (0, 0))) for code in codes})
        else:
            parts = self._stored(list(known), codes, scope, None, self._key(None))
            found = {day: (known[day][0], part.get(None, {})) for day, part in parts.items()}
        for day in days:
            if day not in found and (day == self.today or not self.is_large):
                found[day] = (self.as_of(day).counted_at, self.totals(day, codes, scope))
        return found

    def _census(self, on: date) -> IndicatorCensus:
        census = self.session.get(IndicatorCensus, (self.session.info["county_id"], on))
        if census is None:
            raise Refusal("reports.refused.not_counted")
        return census

    def _cells(self, day: date) -> Cells:
        if day not in self._counted:
            self._counted[day] = count(self.session, day, self.today)
        return self._counted[day]

    def _within(self, cells: Cells, codes: Collection[str], scope: Scope) -> Iterable[tuple[Cell, Rate]]:
        team_ids = self.team_ids(scope)
        for cell, rate in cells.items():
            is_of_team = team_ids is None or cell.team_id in team_ids
            if cell.code in codes and is_of_team and scope.village in {None, cell.village}:
                yield cell, rate

    def team_ids(self, scope: Scope) -> set[UUID] | None:
        """The teams of a scope; None where it names none, and then those count as well who have no team."""
        if scope.team_id is not None:
            return {scope.team_id}
        if scope.organization_id is not None:
            return {team.id for team in self.teams if team.organization_id == scope.organization_id}
        return None

    def _key(self, by: By | None) -> Callable[[UUID | None, str], Key]:
        institutions = {team.id: team.organization_id for team in self.teams}
        keys: dict[By | None, Callable[[UUID | None, str], Key]] = {
            None: lambda _team, _village: None,
            By.ORGANIZATION: lambda team, _village: None if team is None else institutions.get(team),
            By.TEAM: lambda team, _village: team,
            By.VILLAGE: lambda _team, village: village,
        }
        return keys[by]

    def _stored(
        self,
        days: Sequence[date],
        codes: Collection[str],
        scope: Scope,
        by: By | None,
        key: Callable[[UUID | None, str], Key],
    ) -> dict[date, dict[Key, Sums]]:
        team_ids = self.team_ids(scope)
        columns = _COLUMNS[None if by is None else by is By.VILLAGE]
        made = text(STORED.format(columns=columns)).bindparams(
            bindparam("codes", type_=TEXTS), bindparam("team_ids", type_=UUIDS)
        )
        given: dict[str, Any] = {
            "days": list(days), "codes": list(codes), "village": scope.village,
            "team_ids": None if team_ids is None else list(team_ids),
        }  # fmt: skip
        found: dict[date, dict[Key, Sums]] = {day: {} for day in days}
        for day, team_id, village, code, *sums in self.session.execute(made, given):
            part = found[day].setdefault(key(team_id, village), defaultdict(lambda: NOTHING))
            part[code] += Rate(*sums)
        return found


def _grouped(cells: Iterable[tuple[Cell, Rate]], key: Callable[[UUID | None, str], Key]) -> dict[Key, Sums]:
    found: dict[Key, Sums] = {}
    for cell, rate in cells:
        part = found.setdefault(key(cell.team_id, cell.village), defaultdict(lambda: NOTHING))
        part[cell.code] += rate
    return found
