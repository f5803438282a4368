"""What is counted before anybody asks: each night all ends of months and the new day, every few minutes what changed.

The latest day is kept resident by resident (`indicator_facts`), so that a change is counted by taking away what that
resident added and adding what he or she adds now. Triggers leave a mark on whoever is written about (`walls.py`). The
days before are only sums; each is counted whole, and appears when it is whole.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, text
from sqlalchemy.orm import Session

from jiayi.core import db
from jiayi.core.dates import china_date
from jiayi.core.db import UUIDS
from jiayi.core.ids import new_id
from jiayi.core.tools import tools
from jiayi.reports.models import IndicatorCensus, IndicatorCount
from jiayi.reports.rules import month_ends
from jiayi.reports.service.counting import EVERYTHING, add, count, run, statement
from jiayi.reports.tables import IndicatorRules
from jiayi.reports.terms import Cell, Rate

BATCH = 2_000
"""Residents a transaction: well below a second each."""

COUNT_FACTS = statement(
    EVERYTHING,
    """
, added as (
    insert into indicator_facts (county_id, id, census_on, resident_id, team_id, village, counted)
    select :county_id, gen_random_uuid(), :on, l.resident_id, l.team_id, l.village,
           jsonb_object_agg(l.code, jsonb_build_array(l.numerator, l.denominator))
    from (select code, resident_id, team_id, village, sum(numerator) as numerator, sum(denominator) as denominator
          from lines group by code, resident_id, team_id, village) l
    group by l.resident_id, l.team_id, l.village
    returning team_id, village, counted
), removed as (
    delete from indicator_facts where resident_id = any(:ids) returning census_on, team_id, village, counted
), parts as (
    select a.team_id, a.village, p.key as code, (p.value ->> 0)::int as numerator, (p.value ->> 1)::int as denominator
    from added a, jsonb_each(a.counted) p
    union all
    select r.team_id, r.village, p.key, -(p.value ->> 0)::int, -(p.value ->> 1)::int
    from removed r, jsonb_each(r.counted) p
    where r.census_on = :on
)
insert into indicator_counts as c (county_id, id, census_on, code, team_id, village, numerator, denominator)
select :county_id, gen_random_uuid(), :on, p.code, p.team_id, p.village, sum(p.numerator), sum(p.denominator)
from parts p group by p.code, p.team_id, p.village
having sum(p.numerator) <> 0 or sum(p.denominator) <> 0
on conflict (county_id, census_on, code, team_id, village)
do update set numerator = c.numerator + excluded.numerator, denominator = c.denominator + excluded.denominator
returning c.code
""",
)
MARKED = text(
    """
    delete from indicator_marks where resident_id in (
        select resident_id from indicator_marks order by id limit :batch
    ) returning resident_id
    """
)
EARLIER = text("select exists (select from indicator_censuses where census_on < :on)")
ALONE = text("select pg_advisory_xact_lock(hashtext('indicator_facts'), :county_id)")
UNMARK = text("delete from indicator_marks where resident_id = any(:ids)").bindparams(bindparam("ids", type_=UUIDS))


def refresh(sessions: db.Sessions, county_id: int, now: datetime) -> None:
    """Bring the latest day up to date: the whole county when a day has begun, else those of whom something was written.

    The first time the days before as well.
    """
    today = china_date(now)
    with sessions.county(county_id) as session:
        is_counted = session.get(IndicatorCensus, (county_id, today)) is not None
    if is_counted:
        _refresh_marked(sessions, county_id, today, now)
        return
    for ids in _batches(sessions, county_id):
        with sessions.county(county_id) as session:
            session.execute(UNMARK, {"ids": ids})
            _count_facts(session, today, ids)
            db.commit(session)
    with sessions.county(county_id) as session:
        _note(session, today, now)
        _forget(session, today)
        is_first = not session.scalar(EARLIER, {"on": today})
        db.commit(session)
    if is_first:
        recount(sessions, county_id, now)


def recount(sessions: db.Sessions, county_id: int, now: datetime) -> None:
    """Count the days before anew: what was done offline, denied or found false since then changes them."""
    today = china_date(now)
    with sessions.county(county_id, is_read=True) as session:
        kept = tools(session).rules.of(IndicatorRules, today).months_kept
    for day in month_ends(today, kept)[:-1]:
        cells: dict[Cell, Rate] = {}
        for ids in _batches(sessions, county_id):
            with sessions.county(county_id, is_read=True) as session:
                add(cells, count(session, day, today, ids))
        with sessions.county(county_id) as session:
            _write(session, day, cells)
            _note(session, day, now)
            db.commit(session)


def _refresh_marked(sessions: db.Sessions, county_id: int, today: date, now: datetime) -> None:
    while True:
        with sessions.county(county_id) as session:
            ids = sorted(set(session.scalars(MARKED, {"batch": BATCH})))
            if ids:
                _count_facts(session, today, ids)
            else:
                _note(session, today, now)
            db.commit(session)
        if not ids:
            return


def _count_facts(session: Session, on: date, ids: Sequence[UUID]) -> None:
    # One at a time: what is taken away must be what was added.
    session.execute(ALONE, {"county_id": session.info["county_id"]})
    run(session, COUNT_FACTS, on, on, ids, county_id=session.info["county_id"])


def _batches(sessions: db.Sessions, county_id: int) -> Iterator[list[UUID]]:
    """Everybody's ids, some at a time; whoever is registered meanwhile is marked."""
    after = UUID(int=0)
    statement = text("select id from residents where id > :after order by id limit :batch")
    while True:
        with sessions.county(county_id, is_read=True) as session:
            ids = list(session.scalars(statement, {"after": after, "batch": BATCH}))
        if not ids:
            return
        yield ids
        after = ids[-1]


def _write(session: Session, on: date, cells: dict[Cell, Rate]) -> None:
    session.execute(delete(IndicatorCount).where(IndicatorCount.census_on == on))
    rows = [
        {
            "county_id": session.info["county_id"], "id": new_id(), "census_on": on, "code": cell.code,
            "team_id": cell.team_id, "village": cell.village, "numerator": rate.numerator, "denominator": rate.denominator,
        }
        for cell, rate in cells.items()
    ]  # fmt: skip
    if rows:
        session.execute(insert(IndicatorCount), rows)


NOTE = text(
    """
    insert into indicator_censuses (county_id, census_on, counted_at, totals)
    select :county_id, :on, :now, coalesce(jsonb_object_agg(s.code, jsonb_build_array(s.numerator, s.denominator)), '{}')
    from (select code, sum(numerator) as numerator, sum(denominator) as denominator
          from indicator_counts where census_on = :on group by code) s
    on conflict (county_id, census_on) do update set counted_at = excluded.counted_at, totals = excluded.totals
    """
)


def _note(session: Session, on: date, now: datetime) -> None:
    session.execute(NOTE, {"county_id": session.info["county_id"], "on": on, "now": now})


def _forget(session: Session, today: date) -> None:
    """Days that are no end of a month are of use only while they are today."""
    kept = tools(session).rules.of(IndicatorRules, today).months_kept
    days = month_ends(today, kept)
    for table in (IndicatorCount, IndicatorCensus):
        session.execute(delete(table).where(table.census_on.not_in(days)))
