"""What the last visits cost, what of it has come in, and what the teams earned: counted by the product's own verbs."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text

from jiayi.app import Runtime
from jiayi.core import db
from jiayi.core.dates import add_months
from jiayi.demo.chance import Chance
from jiayi.demo.world import World
from jiayi.fees import service
from jiayi.fees.terms import PaidHow
from jiayi.identity import service as identity
from jiayi.identity.terms import Scope

MONTHS = 3
BILLED_DAYS = 60
COSTING = text(
    "select distinct v.id from visits v join visit_services s on s.county_id = v.county_id and s.visit_id = v.id"
    " join service_items i on i.county_id = s.county_id and i.code = s.item_code"
    " where v.team_id = any(:team_ids) and v.status in ('completed', 'verified') and v.ended_at >= :since"
    " and s.outcome = 'done' and i.price_fen > 0"
    " and (s.contract_id is null or s.is_over_quota) order by v.id"
)
OPEN_DAYS = 6
OPEN_PERCENT = 12
OWED = text(
    "select distinct on (b.visit_id, b.resident_id) b.id, b.done_on, m.id as membership_id from visit_bills b"
    " join visits v on v.county_id = b.county_id and v.id = b.visit_id"
    " join care_teams t on t.county_id = v.county_id and t.id = v.team_id"
    " join memberships m on m.county_id = t.county_id and m.subject_id = t.leader_id and m.ended_at is null"
    " where v.team_id = any(:team_ids) and (b.payers ->> 'resident')::int > 0 and b.done_on < :until"
    " order by b.visit_id, b.resident_id, b.number desc"
)


def months(world: World) -> list[date]:
    """The months that are booked, by their first days."""
    first = add_months(world.timeline.today.replace(day=1), -MONTHS)
    return [add_months(first, n) for n in range(MONTHS)]


def earned(runtime: Runtime, world: World, team_ids: Sequence[UUID]) -> Iterator[dict[str, Any]]:
    """What the months brought these teams, as rows of what was booked."""
    with runtime.sessions.county(world.county_id, is_read=True) as session:
        for month_on in months(world):
            yield from service.fresh(session, world.timeline.now, month_on, team_ids)


def bill(runtime: Runtime, world: World, team_ids: Sequence[UUID]) -> None:
    """Bill what no package gave by these teams, and note what of it came in."""
    now, county_id = world.timeline.now, world.county_id
    with runtime.sessions.county(county_id) as session:
        since = now - timedelta(days=BILLED_DAYS)
        for visit_id in session.scalars(COSTING, {"since": since, "team_ids": list(team_ids)}).all():
            service.bill_visit(session, now, visit_id)
        db.commit(session)
    _collect(runtime, world, team_ids)


def _collect(runtime: Runtime, world: World, team_ids: Sequence[UUID]) -> None:
    """The leaders note what came in this month; the latest and some others are still open."""
    today, now = world.timeline.today, world.timeline.now
    chance = Chance(world.seed, "collecting", team_ids[0])
    with runtime.sessions.county(world.county_id) as session:
        for row in session.execute(
            OWED, {"until": today - timedelta(days=OPEN_DAYS), "team_ids": list(team_ids)}
        ).all():
            if chance.happens(OPEN_PERCENT):
                continue
            leader = identity.actor_of(session, membership_id=row.membership_id, device_id=None, scope=Scope.FULL)
            paid_on = max(row.done_on, today.replace(day=1))
            service.pay(session, leader, now, row.id, how=chance.choice(list(PaidHow)), paid_on=paid_on)
        db.commit(session)
