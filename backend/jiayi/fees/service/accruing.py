"""Booking what contract months earn, each month once for all; what a later look finds different is a line of its own.

A month is booked in batches, each in a transaction of its own. Booking it again adds only what has changed since: nothing,
if nothing has.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, func, insert, select, text
from sqlalchemy.orm import Session

from jiayi.core import db
from jiayi.core.dates import DAY, add_months, china_date
from jiayi.core.db import UUIDS
from jiayi.core.errors import demand
from jiayi.core.tools import tools
from jiayi.fees import rules
from jiayi.fees.models import FeeEntry, FeeMonth
from jiayi.fees.service.ids import id_of
from jiayi.fees.tables import FeeAccrual
from jiayi.fees.terms import NOTHING, Booked, ContractMonth, Earned, EntryKind, Held, ItemDue
from jiayi.fulfilment.tables import FulfilmentRules

BATCH = 500

_CONTRACTS = """
    select c.id, c.resident_id, c.team_id, c.starts_on, d.last_on, c.package_ids, c.status = 'voided' as is_void
    from contracts c
    cross join lateral (
        select case when c.status = 'voided' then c.ends_on else least(c.ends_on, c.ended_on) end as last_on
    ) d
    where c.signed_at is not null and c.starts_on <= :last_on and d.last_on >= :since_on
      and c.status in ('active', 'suspended', 'expired', 'terminated', 'closed_death', 'voided')
      and {which}
    order by c.id
"""
NEXT = text(_CONTRACTS.format(which="c.id > :after") + "limit :batch")
OF_TEAMS = text(_CONTRACTS.format(which="c.team_id = any(:team_ids)"))
AMENDMENTS = text(
    """
    select contract_id, from_on, was_package_ids, was_team_id from contract_amendments
    where status = 'in_force' and contract_id = any(:ids) order by from_on
    """
).bindparams(bindparam("ids", type_=UUIDS))
SUSPENSIONS = text(
    "select contract_id, from_on, until_on from contract_suspensions where contract_id = any(:ids)"
).bindparams(bindparam("ids", type_=UUIDS))
OWED = text(
    """
    select contract_id, item_code, period_start_on, period_end_on, quota from entitlements
    where contract_id = any(:ids) and item_code = any(:items) and quota > 0 order by item_code
    """
).bindparams(bindparam("ids", type_=UUIDS))
DONE = text(
    """
    select resident_id, item_code, done_on from fulfilments
    where is_counted and resident_id = any(:ids) and item_code = any(:items)
      and done_on between :since_on and :last_on
    """
).bindparams(bindparam("ids", type_=UUIDS))
PACKAGES = text("select id, payer_split from packages")


@dataclass(frozen=True, slots=True)
class _Batch:
    """What is known of some contracts, gathered by a few statements."""

    histories: Mapping[UUID, Sequence[Held]]
    teams: Mapping[UUID, Sequence[tuple[date, UUID]]]
    rests: Mapping[UUID, Sequence[RowMapping]]
    owed: Mapping[UUID, Sequence[RowMapping]]
    done: Mapping[tuple[UUID, str], Sequence[date]]
    booked: Mapping[tuple[UUID, date], Booked]
    fees: Mapping[UUID, Mapping[str, int]]


def book_due(sessions: db.Sessions, county_id: int, now: datetime) -> int:
    """Book every month that is over and not booked; how many entries were written."""
    with sessions.county(county_id, is_read=True) as session:
        due = months_due(session, china_date(now))
    return sum(book_month(sessions, county_id, now, month_on) for month_on in due)


def months_due(session: Session, today: date) -> list[date]:
    """The months to book: after the last booked one, else the month before this one."""
    last = add_months(today.replace(day=1), -1)
    booked = _last_booked(session)
    first = last if booked is None else add_months(booked, 1)
    return [add_months(first, n) for n in range((last.year - first.year) * 12 + last.month - first.month + 1)]


def book_month(sessions: db.Sessions, county_id: int, now: datetime, month_on: date) -> int:
    """Book the contract months that ended in this month, and correct earlier ones; how many entries were written.

    Raises Refusal `fees.refused.month_open`, `.month_closed`.
    """
    with sessions.county(county_id, is_read=True) as session:
        demand(rules.may_book(month_on, china_date(now), _last_booked(session)))
        first_ever = session.scalar(select(func.min(FeeMonth.month_on)))
    table = _table(sessions, month_on)
    since_on = max(min(first_ever or month_on, month_on), add_months(month_on, -table.correction_months))
    count, after = 0, UUID(int=0)
    while True:
        with sessions.county(county_id) as session:
            session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"fees {county_id}"))))
            demand(rules.may_book(month_on, china_date(now), _last_booked(session)))
            last_on = add_months(month_on, 1) - DAY
            values = {"since_on": since_on, "last_on": last_on, "after": after, "batch": BATCH}
            contracts = session.execute(NEXT, values).mappings().all()
            entries = list(_entries(session, now, contracts, month_on, since_on))
            if entries:
                session.execute(insert(FeeEntry), entries)
            count += len(entries)
            is_last = len(contracts) < BATCH
            if is_last and session.scalar(select(FeeMonth).where(FeeMonth.month_on == month_on)) is None:
                session.add(FeeMonth(**booked_month(now, month_on)))
            db.commit(session)
        if is_last:
            return count
        after = contracts[-1]["id"]


def fresh(session: Session, now: datetime, month_on: date, team_ids: Collection[UUID]) -> Iterator[dict[str, Any]]:
    """What `book_month` would book for these teams' contracts where nothing is booked yet, as rows; writes nothing."""
    values = {"since_on": month_on, "last_on": add_months(month_on, 1) - DAY, "team_ids": list(team_ids)}
    contracts = session.execute(OF_TEAMS, values).mappings().all()
    yield from _entries(session, now, contracts, month_on, month_on)


def booked_month(now: datetime, month_on: date) -> dict[str, Any]:
    """That a month was booked, as a row."""
    return {"id": id_of(now, f"month {month_on}"), "month_on": month_on, "booked_at": now}


def _entries(
    session: Session, now: datetime, contracts: Sequence[RowMapping], month_on: date, since_on: date
) -> Iterator[dict[str, Any]]:
    last_on = add_months(month_on, 1) - DAY
    batch = _gather(session, contracts, month_on, last_on)
    for contract in contracts:
        for month in rules.contract_months(contract["starts_on"], min(contract["last_on"], last_on), since_on):
            found = _earned(batch, contract, month)
            booked = batch.booked.get((contract["id"], month.first_on), Booked())
            delta = {payer: fen for payer, fen in rules.difference(found.lines, booked.lines).items() if fen}
            if (booked.count and not delta) or (contract["is_void"] and not booked.count):
                continue
            is_timely = booked.count == 0 and month.last_on >= month_on
            yield {
                "id": id_of(now, f"{contract['id']} {month.first_on} {booked.count + 1}"),
                "county_id": session.info["county_id"],
                "contract_id": contract["id"],
                "team_id": _team_on(batch, contract, month.last_on),
                "month_on": month_on,
                "period_start_on": month.first_on,
                "period_end_on": month.last_on,
                "number": booked.count + 1,
                "kind": EntryKind.ACCRUAL if is_timely else EntryKind.CORRECTION,
                "base_fen": found.base_fen,
                "factor_bp": found.quality.factor_bp,
                "due_count": found.quality.due,
                "done_count": found.quality.done,
                "missing": [
                    {"item_code": one.item_code, "due": one.due, "done": one.done} for one in found.quality.missing
                ],
                "reason": found.reason,
                "lines": delta,
                "total_fen": sum(delta.values()),
                "booked_at": now,
            }


def _earned(batch: _Batch, contract: RowMapping, month: ContractMonth) -> Earned:
    yearly: dict[str, int] = defaultdict(int)
    for package_id in rules.held_on(batch.histories[contract["id"]], month.last_on).package_ids:
        for payer, fen in batch.fees[package_id].items():
            yearly[payer] += fen
    found = rules.quality([_due(batch, contract, row, month) for row in _owed_in(batch, contract["id"], month)])
    if contract["is_void"]:
        return Earned(sum(rules.month_part(fen, month.number) for fen in yearly.values()), found, NOTHING, "voided")
    return rules.earned(month, yearly, found, is_rested=_is_rested(batch.rests.get(contract["id"], ()), month))


def _owed_in(batch: _Batch, contract_id: UUID, month: ContractMonth) -> Iterable[RowMapping]:
    rows = batch.owed.get(contract_id, ())
    return (row for row in rows if row["period_start_on"] <= month.last_on <= row["period_end_on"])


def _due(batch: _Batch, contract: RowMapping, row: RowMapping, month: ContractMonth) -> ItemDue:
    due = rules.due_by(row["quota"], row["period_start_on"], row["period_end_on"], month.last_on)
    days = batch.done.get((contract["resident_id"], row["item_code"]), ())
    done = sum(row["period_start_on"] <= day <= month.last_on for day in days)
    return ItemDue(row["item_code"], due, min(due, done))


def _is_rested(rests: Sequence[RowMapping], month: ContractMonth) -> bool:
    """Nobody was there to be served on any day of it."""
    return any(
        one["from_on"] <= month.first_on and (one["until_on"] is None or one["until_on"] > month.last_on)
        for one in rests
    )


def _team_on(batch: _Batch, contract: RowMapping, day: date) -> UUID:
    """Whose residents they were on that day: what changes hands later stays with those who served."""
    former = next((team_id for from_on, team_id in batch.teams.get(contract["id"], ()) if day < from_on), None)
    team_id: UUID = former or contract["team_id"]
    return team_id


def _gather(session: Session, contracts: Sequence[RowMapping], month_on: date, last_on: date) -> _Batch:
    ids, people = [one["id"] for one in contracts], [one["resident_id"] for one in contracts]
    items = list(tools(session).rules.of(FulfilmentRules, month_on).items_owed)
    histories: dict[UUID, list[Held]] = defaultdict(list)
    teams: dict[UUID, list[tuple[date, UUID]]] = defaultdict(list)
    for row in session.execute(AMENDMENTS, {"ids": ids}).mappings():
        if row["was_package_ids"] is not None:
            histories[row["contract_id"]].append(Held(row["from_on"] - DAY, _uuids(row["was_package_ids"])))
        if row["was_team_id"] is not None:
            teams[row["contract_id"]].append((row["from_on"], row["was_team_id"]))
    for one in contracts:
        histories[one["id"]].append(Held(None, _uuids(one["package_ids"])))
    done: dict[tuple[UUID, str], list[date]] = defaultdict(list)
    begun_on = min((one["starts_on"] for one in contracts), default=month_on)
    span = {"ids": people, "items": items, "since_on": begun_on, "last_on": last_on}
    for row in session.execute(DONE, span).mappings().all():
        done[row["resident_id"], row["item_code"]].append(row["done_on"])
    return _Batch(
        histories, teams, _by_contract(session.execute(SUSPENSIONS, {"ids": ids}).mappings().all()),
        _by_contract(session.execute(OWED, {"ids": ids, "items": items}).mappings().all()), done, _booked(session, ids),
        {row[0]: row[1] for row in session.execute(PACKAGES)},
    )  # fmt: skip


def _booked(session: Session, ids: Sequence[UUID]) -> dict[tuple[UUID, date], Booked]:
    found: dict[tuple[UUID, date], Booked] = {}
    rows = select(FeeEntry.contract_id, FeeEntry.period_start_on, FeeEntry.lines).where(FeeEntry.contract_id.in_(ids))
    for contract_id, period_start_on, lines in session.execute(rows).all():
        before = found.get((contract_id, period_start_on), Booked())
        every = dict.fromkeys((*before.lines, *lines))
        summed = {payer: before.lines.get(payer, 0) + lines.get(payer, 0) for payer in every}
        found[contract_id, period_start_on] = Booked(before.count + 1, summed)
    return found


def _by_contract(rows: Iterable[RowMapping]) -> dict[UUID, list[RowMapping]]:
    found: dict[UUID, list[RowMapping]] = defaultdict(list)
    for row in rows:
        found[row["contract_id"]].append(row)
    return found


def _uuids(values: Sequence[str]) -> tuple[UUID, ...]:
    return tuple(UUID(one) for one in values)


def _last_booked(session: Session) -> date | None:
    return session.scalar(select(func.max(FeeMonth.month_on)))


def _table(sessions: db.Sessions, on: date) -> FeeAccrual:
    found: Any = sessions.tools
    table: FeeAccrual = found.rules.of(FeeAccrual, on)
    return table
