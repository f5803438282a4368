"""What was done for somebody, and the plan of a contract's year."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from jiayi.contracts import service as contracts
from jiayi.core.dates import china_date
from jiayi.core.errors import NotFound
from jiayi.core.tools import tools
from jiayi.core.web.paging import page
from jiayi.followups.tables import FollowupSchedule
from jiayi.fulfilment import rules
from jiayi.fulfilment.models import Fulfilment
from jiayi.fulfilment.service.doubts import told
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import Owed
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.residents.terms import Access

PLANNED = text("select programme, due_on from follow_ups where resident_id = :resident_id and status = 'due'")


def list_fulfilments(
    session: Session, actor: Actor, now: datetime, *, resident_id: UUID, cursor: str | None, limit: int
) -> dict[str, Any]:
    """What was done for this resident, newest first, and what of it counts. Raises NotFound."""
    residents.see_full(session, actor, resident_id)
    found = page(
        session,
        select(Fulfilment).where(Fulfilment.resident_id == resident_id),
        Fulfilment.id,
        cursor=cursor,
        limit=limit,
    )
    audit(session, actor, now, "fulfilment.list", resident_id=resident_id)
    return found | {"items": told(session, found["items"])}


def service_plan(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> dict[str, Any]:
    """What the contract owes in its running year, item by item, and the year's twelve months.

    Computed from what it gives and what was done: nothing of it is stored. Raises NotFound.
    """
    contract, access = contracts.see(session, actor, contract_id)
    if access is not Access.FULL:
        raise NotFound
    today = china_date(now)
    table = tools(session).rules.of(FulfilmentRules, today)
    owed = [
        Owed(one.item_code, one.quota, one.period_start_on, one.period_end_on)
        for one in contracts.balances(session, [contract_id])[contract_id]
        if one.item_code in table.items_owed and one.quota and one.period_start_on <= today <= one.period_end_on
    ]
    done = _done(session, contract.resident_id)
    due = _planned(session, contract.resident_id, table)
    months = tools(session).rules.of(FollowupSchedule, today).regular_months
    rests = contracts.pauses_of(session, [contract_id])[contract_id]
    plans = {
        one.item_code: rules.windows(
            one,
            done.get(one.item_code, ()),
            today,
            follow_up_due_on=due.get(one.item_code),
            every_months=months,
            rests=rests,
        )
        for one in sorted(owed, key=lambda one: one.item_code)
    }
    audit(
        session, actor, now, "fulfilment.read_plan", resident_id=contract.resident_id, subject=f"contract:{contract_id}"
    )
    first_on = min((one.first_on for one in owed), default=None)
    every = [window for found in plans.values() for window in found]
    return {
        "contract_id": contract_id,
        "first_on": first_on,
        "months": rules.months(first_on, every, rests) if first_on is not None else [],
        "items": [{"item_code": code, "windows": found} for code, found in plans.items()],
    }


def _done(session: Session, resident_id: UUID) -> Mapping[str, list[date]]:
    statement = select(Fulfilment.item_code, Fulfilment.done_on).where(
        Fulfilment.resident_id == resident_id, Fulfilment.is_counted
    )
    found: dict[str, list[date]] = {}
    for item_code, day in session.execute(statement):
        found.setdefault(item_code, []).append(day)
    return found


def _planned(session: Session, resident_id: UUID, table: FulfilmentRules) -> Mapping[str, date]:
    """By item, the day by which the next follow-up is to be held."""
    items = {programme.value: code for programme, code in table.follow_up_items.items()}
    rows = session.execute(PLANNED, {"resident_id": resident_id})
    return {items[programme]: due_on for programme, due_on in rows if programme in items}
