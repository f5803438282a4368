"""Who stands behind a number: the same lines, counted anew for the day, a page at a time.

A page looks at some residents after the last one in order, and goes on until it is full; it reads as many as it must and
never the whole county. Names are masked: the office cares for nobody.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from jiayi.core.db import UUIDS
from jiayi.core.errors import Forbidden
from jiayi.core.masking import mask_name
from jiayi.core.web.paging import read_cursor, write_cursor
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.reports.service.access import may_read
from jiayi.reports.service.counting import run, statement
from jiayi.reports.service.reading import Reader
from jiayi.reports.service.views import find, teller
from jiayi.reports.terms import Part, Scope

LOOKED_AT = 1_000
LOOKS = 12
"""So often a page looks on; where those asked for are rare it comes short, and the next goes on from there."""

IDS = text(
    """
    select r.id from residents r
    where r.id > :after and (cast(:village as text) is null or coalesce(r.village, '') = :village)
      and (cast(:team_ids as uuid[]) is null or r.care_team_id = any(:team_ids)
           or exists (select from contracts c where c.resident_id = r.id and (c.team_id = any(:team_ids)
                or exists (select from contract_amendments a where a.contract_id = c.id and a.was_team_id = any(:team_ids))))
           or exists (select from satisfaction_answers s where s.resident_id = r.id and s.team_id = any(:team_ids)))
    order by r.id limit :batch
    """
).bindparams(bindparam("team_ids", type_=UUIDS))

PEOPLE = """
select s.resident_id, r.name, r.village, t.id, t.name, t.phone, s.numerator, s.denominator
from (
    select l.resident_id, (array_agg(l.team_id order by l.team_id))[1] as team_id,
           sum(l.numerator)::int as numerator, sum(l.denominator)::int as denominator
    from lines l
    where l.code = :code and (cast(:team_ids as uuid[]) is null or l.team_id = any(:team_ids))
    group by l.resident_id
) s
join residents r on r.id = s.resident_id
left join care_teams t on t.id = s.team_id
where case :part when 'numerator' then s.numerator > 0 when 'gap' then s.numerator < s.denominator else true end
order by s.resident_id
"""


def people(
    session: Session,
    actor: Actor,
    now: datetime,
    code: str,
    scope: Scope,
    *,
    part: Part,
    on: date | None = None,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    """A page of those counted above the line, below it, or below and not above.

    Raises Forbidden `reports.refused.not_listed` where nobody may be named, NotFound, Invalid.
    """
    may_read(actor)
    one = find(code)
    reader = Reader(session, now)
    day = reader.day(on)
    if not teller(session, reader).may_list(one):
        raise Forbidden("reports.refused.not_listed")
    team_ids = reader.team_ids(scope)
    narrowed = {"team_ids": None if team_ids is None else list(team_ids), "village": scope.village}
    made = statement([code], PEOPLE).bindparams(bindparam("team_ids", type_=UUIDS))
    asked = {"code": code, "part": part.value, "team_ids": narrowed["team_ids"]}
    after = read_cursor(cursor) if cursor else UUID(int=0)
    items: list[dict[str, Any]] = []
    is_more = True
    for _ in range(LOOKS):
        ids = list(session.scalars(IDS, narrowed | {"after": after, "batch": LOOKED_AT}))
        rows = run(session, made, day, reader.today, ids, **asked) if ids else []
        room = limit - len(items)
        items += [_line(row) for row in rows[:room]]
        is_more = len(ids) == LOOKED_AT or len(rows) > room
        if len(rows) >= room:
            after = items[-1]["resident_id"] if items else after
            break
        if not is_more:
            break
        after = ids[-1]
    audit(
        session, actor, now, "reports.people",
        detail={"code": code, "part": part.value, "on": day.isoformat(), "count": len(items)},
    )  # fmt: skip
    return {"on": day, "items": items, "next_cursor": write_cursor(after) if is_more else None}


def _line(row: tuple[Any, ...]) -> dict[str, Any]:
    resident_id, name, village, team_id, team_name, team_phone, numerator, denominator = row
    return {
        "resident_id": resident_id, "name": mask_name(name), "village": village, "team_id": team_id,
        "team_name": team_name, "team_phone": team_phone, "numerator": numerator, "denominator": denominator,
    }  # fmt: skip
