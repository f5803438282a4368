"""The manager's first page: who is signed, who got what was owed, who was never visited. The indicators, put together."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.reports.service.access import may_read
from jiayi.reports.service.reading import Reader, Sums
from jiayi.reports.terms import NOTHING, By, Rate, Scope

CODES = (
    "signed", "key_group", "fulfilled", "renewed", "htn_controlled", "unserved", "confirmed", "visits_month",
)  # fmt: skip


def overview(
    session: Session, actor: Actor, now: datetime, *, on: date | None = None, team_id: UUID | None = None
) -> dict[str, Any]:
    """The counts for the year of `on` up to that day: together, by institution, by team, by village.

    With `team_id` of that team alone. Raises Forbidden, Invalid `reports.invalid.on` for a day to come, Refusal
    `reports.refused.not_counted`.
    """
    may_read(actor)
    reader = Reader(session, now)
    day = reader.day(on)
    as_of = reader.as_of(day)
    scope = Scope(team_id=team_id)
    by_team = reader.sums(day, CODES, scope, By.TEAM)
    by_village = reader.sums(day, CODES, scope, By.VILLAGE)
    places = reader.places(day)
    teams = [team for team in reader.teams if team.id in by_team]
    audit(session, actor, now, "reports.overview", detail={"on": day.isoformat()})
    return {
        "on": day,
        "counted_at": as_of.counted_at,
        "changed_count": as_of.changed_count,
        "total": _counts(*by_team.values()),
        "organizations": [
            {
                "organization_id": one,
                "name": name,
                "counts": _counts(*(by_team[team.id] for team in teams if team.organization_id == one)),
            }
            for one, name in dict.fromkeys((team.organization_id, team.organization_name) for team in teams)
        ],
        "teams": [
            {
                "team_id": team.id,
                "name": team.name,
                "organization_id": team.organization_id,
                "counts": _counts(by_team[team.id]),
            }
            for team in teams
        ],
        "villages": [
            {
                "village": one,
                "team_ids": sorted(
                    team for team, village in places if village == one and team is not None and team_id in {None, team}
                ),
                "counts": _counts(by_village[one]),
            }
            for one in sorted(filter(None, map(str, by_village)))
        ],
    }


def _counts(*parts: Sums) -> dict[str, Any]:
    sums = {code: sum((part.get(code, NOTHING) for part in parts), NOTHING) for code in CODES}
    visits: Rate = sums["confirmed"]
    return {
        "residents_count": sums["signed"].denominator,
        "signed_count": sums["signed"].numerator,
        "key_group_count": sums["key_group"].denominator,
        "due_count": sums["fulfilled"].denominator,
        "fulfilled_count": sums["fulfilled"].numerator,
        "unserved_count": sums["unserved"].numerator,
        "visits_month_count": sums["visits_month"].numerator,
        "visits_count": visits.denominator,
        "signed": sums["signed"],
        "key_group_signed": sums["key_group"],
        "fulfilled": sums["fulfilled"],
        "visits_confirmed": visits,
        "controlled": sums["htn_controlled"],
        "renewed": sums["renewed"],
    }
