"""What was done, as visits and follow-ups hold it.

A service of a visit and a follow-up of the same item, person and day are one deed. One statement each, for any number
of people and days.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, text
from sqlalchemy.orm import Session

from jiayi.contracts.rules import COUNTED
from jiayi.core.dates import china_date
from jiayi.core.db import UUIDS
from jiayi.followups.terms import Mode, Programme
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import HowMet

_COVERING = """left join lateral (
        select c.id, c.team_id from contracts c where c.resident_id = d.resident_id and c.starts_on <= d.done_on
           and least(c.ends_on, c.ended_on) >= d.done_on and c.status = any(:counted)
         order by c.starts_on desc limit 1
    ) covering on true"""
"""The contract that held on the day."""

_AT_THE_DOOR = """exists (
        select from visit_checks c where c.visit_id = v.id and c.kind = 'in'
           and (c.verdict in ('inside', 'near') or c.reason_code is not null and c.action_code is not null)
    ) as has_place"""

_WANTED = """(cast(:resident_ids as uuid[]) is null or d.resident_id = any(:resident_ids))
      and (cast(:first_on as date) is null or d.done_on between :first_on and :last_on)"""

_LINES = text(
    f"""
    select l.id, l.resident_id, l.item_code, l.visit_id, v.team_id, l.done_by, d.done_at,
           l.done_at is not null and v.started_at is not null as has_time, {_AT_THE_DOOR},
           exists (select from measurements m where m.visit_id = v.id and m.resident_id = l.resident_id)
               or exists (select from follow_ups f where f.visit_id = v.id and f.resident_id = l.resident_id and f.status = 'done')
               or exists (select from prescriptions p where p.resident_id = l.resident_id and p.issued_on = d.done_on) as has_result,
           coalesce(l.contract_id, covering.id) as contract_id,
           array(select w.clinician_id from visit_clinicians w where w.visit_id = v.id and not w.is_removed
                 order by w.clinician_id) as crew
    from visit_services l
    join visits v on v.id = l.visit_id
    cross join lateral (select coalesce(l.done_at, v.ended_at, v.started_at, v.requested_at) as done_at) a
    cross join lateral (select l.resident_id, a.done_at, (a.done_at at time zone 'Asia/Shanghai')::date as done_on) d
    {_COVERING}
    where l.outcome = 'done' and v.status in ('completed', 'verified', 'aborted') and {_WANTED}
    """  # noqa: S608, made of constants
).bindparams(bindparam("resident_ids", type_=UUIDS))

_HELD = text(
    f"""
    select f.id, f.resident_id, f.programme, f.mode, f.spoke_with, f.done_at, f.done_by, f.visit_id,
           coalesce(v.team_id, covering.team_id, r.care_team_id) as team_id, covering.id as contract_id, {_AT_THE_DOOR}
    from follow_ups f
    join residents r on r.id = f.resident_id
    left join visits v on v.id = f.visit_id
    cross join lateral (select f.resident_id, (f.done_at at time zone 'Asia/Shanghai')::date as done_on) d
    {_COVERING}
    where f.status = 'done' and f.done_at is not null and {_WANTED}
    """  # noqa: S608, made of constants
).bindparams(bindparam("resident_ids", type_=UUIDS))


@dataclass
class Deed:
    """One item performed once, as it is written down elsewhere."""

    resident_id: UUID
    item_code: str
    team_id: UUID
    how: HowMet
    done_at: datetime
    contract_id: UUID | None = None
    visit_id: UUID | None = None
    visit_service_id: UUID | None = None
    follow_up_id: UUID | None = None
    performed_by: UUID | None = None
    crew: frozenset[UUID] = field(default_factory=frozenset)
    has_time: bool = True
    has_place: bool = False
    has_result: bool = False

    @property
    def id(self) -> UUID:
        """Of the row that it was first written down in."""
        found = self.visit_service_id or self.follow_up_id
        if found is None:
            raise ValueError("a deed of nothing")
        return found

    @cached_property
    def done_on(self) -> date:
        return china_date(self.done_at)


def deeds_of(session: Session, scope: Mapping[str, Any], table: FulfilmentRules) -> list[Deed]:
    """Every deed of `scope`: `resident_ids` (None for everybody), `first_on` and `last_on` (None for every day)."""
    asked = {**scope, "counted": [status.value for status in COUNTED]}
    lines, held = (session.execute(statement, asked).mappings().all() for statement in (_LINES, _HELD))
    return list(_joined(lines, held, table))


def _joined(lines: Iterable[RowMapping], held: Iterable[RowMapping], table: FulfilmentRules) -> Iterator[Deed]:
    """Every deed once: a follow-up goes to the service of the same item that it was held on."""
    done = [_of_line(row) for row in lines]
    by_key: dict[tuple[UUID, str, date], Deed] = {(one.resident_id, one.item_code, one.done_on): one for one in done}
    for row in held:
        deed = _of_follow_up(row, table)
        service = by_key.get((deed.resident_id, deed.item_code, deed.done_on))
        if service is None or service.follow_up_id is not None or deed.how is not HowMet.HOME:
            done.append(deed)
            continue
        service.follow_up_id, service.has_result = deed.follow_up_id, True
    yield from done


def _of_line(row: RowMapping) -> Deed:
    crew = frozenset(row["crew"]) | ({row["done_by"]} if row["done_by"] else set())
    return Deed(
        row["resident_id"], row["item_code"], row["team_id"], HowMet.HOME, row["done_at"], row["contract_id"],
        row["visit_id"], row["id"], None, row["done_by"] or next(iter(sorted(crew)), None), crew, row["has_time"],
        row["has_place"], row["has_result"],
    )  # fmt: skip


_HOW = {Mode.HOME.value: HowMet.HOME, Mode.CLINIC.value: HowMet.CLINIC}


def _of_follow_up(row: RowMapping, table: FulfilmentRules) -> Deed:
    """By phone it is advice by phone, and with whom is its record; at the centre the centre is the place."""
    how = _HOW.get(row["mode"], HowMet.CALL)
    item_code = table.call_item if how is HowMet.CALL else table.follow_up_items[Programme(row["programme"])]
    return Deed(
        row["resident_id"], item_code, row["team_id"], how, row["done_at"], row["contract_id"], row["visit_id"], None,
        row["id"], row["done_by"], frozenset({row["done_by"]} if row["done_by"] else ()), has_time=True,
        has_place=row["has_place"] or how is HowMet.CLINIC or (how is HowMet.CALL and row["spoke_with"] is not None),
        has_result=True,
    )  # fmt: skip
