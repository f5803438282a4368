"""A manager's pages of a county of a million residents, and what it takes to count it."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Engine, text

from jiayi.bench.bars import Bar
from jiayi.bench.county import AT_REST, COUNTY, BenchCounty
from jiayi.core import db
from jiayi.core.clock import now
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor, Realm, Role, Scope
from jiayi.reports import service
from jiayi.reports.terms import By, Every, Part
from jiayi.reports.terms import Scope as Where

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jiayi.app import Runtime

LARGE = COUNTY + 1
RESIDENTS = 1_000_000
A_TEAMS = 2_000
"""Residents a team; three villages each."""
CHANGED = 100
ROUNDS = 7

_FILL = (
    (
        "create temp table people as select gen_random_uuid() as id, gen_random_uuid() as contract_id, n, n % :teams as team"
        " from generate_series(1, :count) n"
    ),
    "create temp table crews as select gen_random_uuid() as id, n - 1 as team from generate_series(1, :teams) n",
    (
        "insert into organizations select (jsonb_populate_record(o, jsonb_build_object('county_id', :county))).*"
        " from organizations o where o.county_id = :like limit 1"
    ),
    (
        "insert into care_teams select (jsonb_populate_record(t, jsonb_build_object('county_id', :county, 'id', c.id,"
        " 'name', '团队' || c.team))).* from care_teams t, crews c where t.county_id = :like and t.id = :team"
    ),
    (
        "insert into residents select (jsonb_populate_record(r, jsonb_build_object('county_id', :county, 'id', p.id,"
        " 'care_team_id', c.id, 'village', '村' || c.team || '-' || p.n % 3, 'registered_at', now() - interval '3 years',"
        " 'identity_hash', null))).* from residents r, people p join crews c on c.team = p.team"
        " where r.county_id = :like and r.id = :resident"
    ),
    (
        "insert into contracts (county_id, id, resident_id, organization_id, team_id, status, package_ids, years, channel,"
        " applied_at, applied_by_account_id, signed_at, starts_on, ends_on, version, suggested_team_ids, is_outside_area)"
        " select :county, p.contract_id, p.id, t.organization_id, t.id, 'active', '[]', 1, 'counter', now(), :account, now(),"
        " current_date - (p.n % 330)::int, current_date - (p.n % 330)::int + 364, 1, '[]', false"
        " from people p join crews c on c.team = p.team join care_teams t on t.county_id = :county and t.id = c.id"
        " where p.n % 10 < 7"
    ),
    (
        "insert into entitlements (county_id, id, contract_id, item_code, period_start_on, period_end_on, quota)"
        " select :county, gen_random_uuid(), p.contract_id, i.code, current_date - (p.n % 330)::int,"
        " current_date - (p.n % 330)::int + 364, i.quota"
        " from people p, (values ('A02', 1), ('B01', 4)) i(code, quota) where p.n % 10 < 7"
    ),
    (
        "insert into key_group_flags (county_id, id, resident_id, code, valid_from, evidence_source)"
        " select :county, gen_random_uuid(), p.id, case when n % 2 = 0 then 'K01' else 'K02' end, current_date - 900, 'list'"
        " from people p where p.n % 3 = 0"
    ),
    (
        "insert into programme_enrolments (county_id, id, resident_id, programme, enrolled_on)"
        " select :county, gen_random_uuid(), p.id, 'hypertension', current_date - 700 from people p where p.n % 10 = 3"
    ),
    (
        "insert into follow_ups (county_id, id, resident_id, programme, due_on, status, done_at, outcome, is_in_target,"
        " is_clock_doubtful, is_face_to_face, symptoms, danger_signs, has_new_complication, is_pregnant_or_lactating, version)"
        " select :county, gen_random_uuid(), p.id, 'hypertension', current_date - 80 * k, 'done', now() - k * interval '80 days',"
        " 'satisfied', true, false, true, '[]', '[]', false, false, 1 from people p, generate_series(1, 3) k where p.n % 10 = 3"
    ),
    (
        "insert into fulfilments (county_id, id, resident_id, team_id, item_code, how, encounter_id, follow_up_id, done_at,"
        " done_on, is_counted, shortfalls, asked)"
        " select :county, f.id, f.resident_id, r.care_team_id, 'B01', 'clinic', f.id, f.id, f.done_at, f.due_on, true, '[]', 'app'"
        " from follow_ups f join residents r on r.county_id = f.county_id and r.id = f.resident_id where f.county_id = :county"
    ),
    "drop table people",
    "drop table crews",
    "delete from indicator_marks where county_id = :county",
    # A night has been before: only the new day is counted, not two years of months.
    (
        "insert into indicator_censuses (county_id, census_on, counted_at, totals)"
        " values (:county, date_trunc('month', current_date)::date - 1, now(), '{}')"
    ),
)


def large_county(runtime: Runtime, owner: Engine, county: BenchCounty) -> Iterator[Bar]:
    """Filled, counted whole, looked at, changed and counted again."""
    scale = float(os.environ.get("JIAYI_BENCH_SCALE", "1"))
    count = int(RESIDENTS * scale)
    _fill(owner, county, count)
    manager = _manager(runtime)
    whole = _timed(lambda: service.refresh(runtime.sessions, LARGE, now()))
    for name, page in _pages(manager).items():
        took = statistics.median(_page(runtime, page) for _ in range(ROUNDS))
        yield Bar(f"{name} of a county of 1M residents", took * 1000, "ms", 300)
    _change(owner)
    again = _timed(lambda: service.refresh(runtime.sessions, LARGE, now()))
    yield Bar(f"counting {CHANGED} residents again of whom something was written", again, "s", 10)
    yield Bar("counting a new day of 1M residents", whole / scale, "s, at night", 3600)


def _pages(manager: Actor) -> dict[str, Callable[[Session], object]]:
    at, everybody = now(), Where()
    return {
        "the indicators' page": lambda session: service.indicators(session, manager, at, everybody),
        "one indicator by team": lambda session: service.indicator(session, manager, at, "signed", everybody, by=By.TEAM),
        "two years of months": lambda session: service.trend(session, manager, at, everybody, every=Every.MONTH),
        "the overview": lambda session: service.overview(session, manager, at),
        "fifty people behind a number": lambda session: service.people(
            session, manager, at, "htn_controlled", everybody, part=Part.DENOMINATOR, cursor=None, limit=50
        ),
    }  # fmt: skip


def _page(runtime: Runtime, page: Callable[[Session], object]) -> float:
    with runtime.sessions.county(LARGE, is_read=True) as session:
        took = _timed(lambda: page(session))
        db.commit(session)
    return took


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _fill(owner: Engine, county: BenchCounty, count: int) -> None:
    values = {
        "county": LARGE, "like": COUNTY, "count": count, "teams": max(2, count // A_TEAMS), "team": county.team_id,
        "resident": county.resident_ids[0], "account": county.doctor.account_id,
    }  # fmt: skip
    with owner.begin() as connection:
        connection.execute(AT_REST)
        for statement in _FILL:
            made = text(statement)
            connection.execute(made, {name: values[name] for name in made._bindparams})  # noqa: SLF001 (which it has)
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("vacuum analyze"))


def _change(owner: Engine) -> None:
    with owner.begin() as connection:
        connection.execute(
            text(
                "update contracts set status = 'suspended' where county_id = :county and id in"
                " (select id from contracts where county_id = :county order by id limit :count)"
            ),
            {"county": LARGE, "count": CHANGED},
        )


def _manager(runtime: Runtime) -> Actor:
    with runtime.sessions.county(LARGE) as session:
        account = identity.ensure_account(session, now(), phone="13900008100", realm=Realm.STAFF, name="主任")
        role = identity.ensure_membership(
            session, account_id=account.id, county_id=LARGE, role=Role.MANAGER, subject_id=None, name="主任"
        )
        actor = identity.actor_of(session, membership_id=role.id, device_id=None, scope=Scope.FULL)
        db.commit(session)
    return actor
