"""What the last visits cost and what the teams earned: booked by the product's own verbs, month after month."""

from datetime import timedelta

from sqlalchemy import text

from jiayi.app import Runtime
from jiayi.core import db
from jiayi.core.dates import add_months
from jiayi.demo.world import World
from jiayi.fees import service

MONTHS = 3
BILLED_DAYS = 60
COSTING = text(
    "select distinct v.id from visits v join visit_services s on s.county_id = v.county_id and s.visit_id = v.id"
    " join service_items i on i.county_id = s.county_id and i.code = s.item_code"
    " where v.status in ('completed', 'verified') and v.ended_at >= :since and s.outcome = 'done' and i.price_fen > 0"
    " and (s.contract_id is null or s.is_over_quota) order by v.id"
)


def count_money(runtime: Runtime, world: World) -> None:
    """Bill what no package gave, and book the last months one after the other."""
    now, county_id = world.timeline.now, world.county_id
    with runtime.sessions.county(county_id) as session:
        since = now - timedelta(days=BILLED_DAYS)
        for visit_id in session.scalars(COSTING, {"since": since}).all():
            service.bill_visit(session, now, visit_id)
        db.commit(session)
    first = add_months(world.timeline.today.replace(day=1), -MONTHS)
    for n in range(MONTHS):
        service.book_month(runtime.sessions, county_id, now, add_months(first, n))
