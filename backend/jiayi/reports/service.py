"""Counts for those who answer for the whole: who is signed, who got what was owed, who was never visited.

People, not contracts, are counted; each once. Only what was really done counts: a service recorded as done on a visit.
"""

from collections.abc import Sequence
from dataclasses import astuple
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, TEXT
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.errors import Forbidden, Invalid
from jiayi.core.tools import tools
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.reports.terms import Counts

READERS = frozenset({Role.MANAGER, Role.SUPERVISOR})

# One row a team and village. `owed` says by how many services of an item somebody should have been served on a day: the
# year is cut in as many parts as there are services, and each is owed at the end of its part.
PEOPLE = text(
    """
    with person as (
        select r.id, r.care_team_id, r.village,
               exists (select from key_group_flags f where f.resident_id = r.id
                       and f.valid_from <= :on and (f.valid_to is null or f.valid_to >= :on)) as is_key
        from residents r
        where (r.deceased_on is null or r.deceased_on > :on) and (r.registered_at at time zone 'Asia/Shanghai')::date <= :on
    ), signed as (
        select distinct on (c.resident_id) c.resident_id, c.id, c.team_id, c.starts_on
        from contracts c
        where c.status in ('active', 'suspended', 'expired', 'terminated', 'closed_death')
          and c.starts_on <= :on and c.ends_on >= :on and (c.ended_on is null or c.ended_on >= :on)
        order by c.resident_id, c.starts_on desc
    ), owed as (
        select s.resident_id, e.id,
               floor(e.quota * (least(:on, e.period_end_on) - e.period_start_on + 1)::numeric
                     / (e.period_end_on - e.period_start_on + 1)) as by_now,
               floor(e.quota * greatest(0, :year_start - e.period_start_on)::numeric
                     / (e.period_end_on - e.period_start_on + 1)) as before
        from signed s join entitlements e on e.contract_id = s.id
        where e.item_code = any (:items) and e.quota is not null
          and e.period_start_on <= :on and e.period_end_on >= :year_start
    ), done as (
        select l.entitlement_id, sum(l.quantity) as consumed
        from ledger_entries l join signed s on s.id = l.contract_id
        where l.kind = 'consume' and (l.at at time zone 'Asia/Shanghai')::date <= :on
        group by l.entitlement_id
    ), kept as (
        select o.resident_id, bool_and(coalesce(d.consumed, 0) >= o.by_now) as is_kept
        from owed o left join done d on d.entitlement_id = o.id
        where o.by_now > o.before
        group by o.resident_id
    ), served as (
        select v.resident_id
        from visit_services v join signed s on s.resident_id = v.resident_id
        where v.outcome = 'done' and v.done_at is not null
          and (v.done_at at time zone 'Asia/Shanghai')::date between s.starts_on and :on
        union
        select f.resident_id
        from follow_ups f join signed s on s.resident_id = f.resident_id
        where f.status = 'done' and (f.done_at at time zone 'Asia/Shanghai')::date between s.starts_on and :on
    ), managed as (
        select e.resident_id from programme_enrolments e
        where e.programme = 'hypertension' and e.enrolled_on <= :on and (e.ended_on is null or e.ended_on >= :year_start)
        group by e.resident_id
    ), latest as (
        select distinct on (f.resident_id) f.resident_id, f.status = 'done' and f.is_in_target as is_in_target
        from follow_ups f
        where f.programme = 'hypertension' and f.status in ('done', 'lost')
          and coalesce((f.done_at at time zone 'Asia/Shanghai')::date, f.due_on) between :year_start and :on
        order by f.resident_id, coalesce((f.done_at at time zone 'Asia/Shanghai')::date, f.due_on) desc, f.id desc
    )
    select coalesce(s.team_id, p.care_team_id) as team_id, coalesce(p.village, '') as village,
           count(*) as residents,
           count(s.resident_id) as signed,
           count(*) filter (where p.is_key) as key_group,
           count(*) filter (where p.is_key and s.resident_id is not null) as key_group_signed,
           count(k.resident_id) as due,
           count(*) filter (where k.is_kept) as fulfilled,
           count(*) filter (where s.starts_on <= :unserved_since and w.resident_id is null) as unserved,
           count(m.resident_id) as managed,
           count(m.resident_id) filter (where t.is_in_target) as controlled
    from person p
    left join signed s on s.resident_id = p.id
    left join kept k on k.resident_id = p.id
    left join served w on w.resident_id = p.id
    left join managed m on m.resident_id = p.id
    left join latest t on t.resident_id = p.id
    group by 1, 2
    """
).bindparams(bindparam("items", type_=ARRAY(TEXT)))

VISITS = text(
    """
    select v.team_id, coalesce(v.village, '') as village,
           count(*) filter (where (v.started_at at time zone 'Asia/Shanghai')::date >= :month_start) as visits_month,
           count(*) as visits,
           count(*) filter (where c.method in ('strokes', 'code', 'carer')) as confirmed
    from visits v left join visit_confirmations c on c.visit_id = v.id
    where v.status in ('completed', 'verified')
      and (v.started_at at time zone 'Asia/Shanghai')::date between :year_start and :on
    group by 1, 2
    """
)

RENEWALS = text(
    """
    select c.team_id, coalesce(r.village, '') as village, count(*) as run_out,
           count(*) filter (where exists (
               select from contracts n where n.renews_id = c.id
               and n.status in ('active', 'suspended', 'renewal_signed', 'expired', 'terminated', 'closed_death')
           )) as renewed
    from contracts c join residents r on r.id = c.resident_id
    where c.status = 'expired' and c.ends_on >= :year_start and c.ends_on < :on
      and (r.deceased_on is null or r.deceased_on > c.ends_on)
    group by 1, 2
    """
)

TEAMS = text(
    "select t.id, t.name, t.organization_id, o.name from care_teams t "
    "join organizations o on o.county_id = t.county_id and o.id = t.organization_id order by o.name, t.name, t.id"
)

Cell = tuple[UUID | None, str]
Cells = dict[Cell, Counts]


def overview(
    session: Session, actor: Actor, now: datetime, *, on: date | None = None, team_id: UUID | None = None
) -> dict[str, Any]:
    """The county's counts for the year of `on` up to that day: together, by institution, by team, by village.

    With `team_id` of that team alone. Raises Forbidden, Invalid `reports.invalid.on` for a day to come.
    """
    may_read(actor)
    today = china_date(now)
    day = on or today
    if day > today:
        raise Invalid("reports.invalid.on")
    table = tools(session).rules.of(FulfilmentRules, today)
    cells = {cell: counts for cell, counts in _cells(session, day, table).items() if team_id in {None, cell[0]}}
    audit(session, actor, now, "reports.overview", detail={"on": day.isoformat()})
    teams = [row for row in session.execute(TEAMS) if any(cell[0] == row[0] for cell in cells)]
    villages = sorted({cell[1] for cell in cells if cell[1]})
    return {
        "on": day,
        "total": _sum(list(cells.values())),
        "organizations": [
            {
                "organization_id": one,
                "name": name,
                "counts": _of(cells, {team for team, _, organization, _ in teams if organization == one}),
            }
            for one, name in dict.fromkeys((organization, name) for _, _, organization, name in teams)
        ],
        "teams": [
            {"team_id": one, "name": name, "organization_id": organization, "counts": _of(cells, {one})}
            for one, name, organization, _ in teams
        ],
        "villages": [
            {
                "village": one,
                "team_ids": sorted(cell[0] for cell in cells if cell[1] == one and cell[0] is not None),
                "counts": _sum([counts for cell, counts in cells.items() if cell[1] == one]),
            }
            for one in villages
        ],
    }


def may_read(actor: Actor) -> None:
    """Managers and supervisors. Raises Forbidden."""
    if actor.role not in READERS:
        raise Forbidden("identity.refused.wrong_role")


def _cells(session: Session, day: date, table: FulfilmentRules) -> Cells:
    """Counted by today's table, so that two days can be compared."""
    span = {"on": day, "year_start": date(day.year, 1, 1), "month_start": day.replace(day=1)}
    rule = {"items": list(table.items_owed), "unserved_since": day - timedelta(days=table.unserved_days)}
    people = _rows(session, PEOPLE, span | rule)
    visits, renewals = _rows(session, VISITS, span), _rows(session, RENEWALS, span)
    return {
        cell: Counts(*people.get(cell, (0,) * 9), *visits.get(cell, (0,) * 3), *renewals.get(cell, (0,) * 2))
        for cell in people.keys() | visits.keys() | renewals.keys()
    }


def _of(cells: Cells, team_ids: set[UUID]) -> Counts:
    return _sum([counts for cell, counts in cells.items() if cell[0] in team_ids])


def _rows(session: Session, statement: TextClause, values: dict[str, Any]) -> dict[Cell, tuple[int, ...]]:
    return {(row[0], row[1]): tuple(row[2:]) for row in session.execute(statement, values)}


def _sum(parts: Sequence[Counts]) -> Counts:
    columns = zip(*(astuple(part) for part in parts), strict=True)
    totals = [sum(column) for column in columns]
    return Counts(*totals) if totals else Counts(*(0,) * 14)
