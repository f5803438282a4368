"""Who is not being served: one look at a whole county, and that its time grows with the county and no faster."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Engine, text

from jiayi.bench.bars import Bar
from jiayi.bench.county import AT_REST, COUNTY, BenchCounty
from jiayi.core.clock import now
from jiayi.fulfilment import service

if TYPE_CHECKING:
    from jiayi.app import Runtime

CONTRACTS = 100_000
SERVICES = 6
"""So many were done for each who was served at all."""

_FILL = (
    (
        "create temp table people on commit drop as select gen_random_uuid() as id, gen_random_uuid() as contract_id, n"
        " from generate_series(1, :count) n"
    ),
    (
        "insert into residents select (jsonb_populate_record(r, jsonb_build_object('id', p.id))).* from people p, residents r"
        " where r.county_id = :county and r.id = (select id from residents where county_id = :county order by id limit 1)"
    ),
    (
        "insert into contracts (county_id, id, resident_id, organization_id, team_id, status, package_ids, years, channel,"
        " applied_at, applied_by_account_id, signed_at, starts_on, ends_on, version, suggested_team_ids, is_outside_area)"
        " select :county, p.contract_id, p.id, t.organization_id, t.id, 'active', '[]', 1, 'counter', now(), :account, now(),"
        " current_date - (p.n % 330)::int, current_date - (p.n % 330)::int + 364, 1, '[]', false"
        " from people p, care_teams t where t.id = :team"
    ),
    (
        "insert into entitlements (county_id, id, contract_id, item_code, period_start_on, period_end_on, quota)"
        " select :county, gen_random_uuid(), p.contract_id, i.code, current_date - (p.n % 330)::int,"
        " current_date - (p.n % 330)::int + 364, i.quota"
        " from people p, (values ('A02', 1), ('B01', 4), ('D01', 12)) i(code, quota)"
    ),
    (
        "with held as (insert into follow_ups (county_id, id, resident_id, programme, due_on, status, is_clock_doubtful,"
        " is_face_to_face, symptoms, danger_signs, has_new_complication, is_pregnant_or_lactating, version)"
        " select :county, gen_random_uuid(), p.id, 'hypertension', current_date, 'cancelled', false, false, '[]', '[]',"
        " false, false, 1 from people p, generate_series(1, :services) n where p.n % 5 > 0 returning id, resident_id)"
        " insert into fulfilments (county_id, id, resident_id, team_id, item_code, how, encounter_id, follow_up_id,"
        " performed_by, done_at, done_on, is_counted, shortfalls, asked)"
        " select :county, h.id, h.resident_id, :team, 'B01', 'clinic', h.id, h.id, :doctor, now() - interval '60 days',"
        " current_date - 60, true, '[]', 'app' from held h"
    ),
    (
        "insert into key_group_flags (county_id, id, resident_id, code, valid_from, evidence_source)"
        " select :county, gen_random_uuid(), p.id, 'K01', current_date - 900, 'list' from people p"
    ),
)


def whole_county(runtime: Runtime, owner: Engine, county: BenchCounty) -> Iterator[Bar]:
    """A tenth of the county first, then all of it: the second look at each, when nothing has to be written any more."""
    scale = float(os.environ.get("JIAYI_BENCH_SCALE", "1"))
    small = int(CONTRACTS * scale / 10)
    _fill(owner, county, small)
    service.evaluate_county(runtime.sessions, COUNTY, now())
    tenth = _timed(runtime)
    _fill(owner, county, int(CONTRACTS * scale) - small)
    first = _timed(runtime)
    whole = _timed(runtime)
    yield Bar("a night's look at 100,000 contracts for who is not served", whole, "s", 60)
    yield Bar("the same against a tenth of the contracts", whole / tenth, "x", 15)
    yield Bar("the very first look, in which most of them are new", first, "s")


def _timed(runtime: Runtime) -> float:
    start = time.perf_counter()
    service.evaluate_county(runtime.sessions, COUNTY, now())
    return time.perf_counter() - start


def _fill(owner: Engine, county: BenchCounty, count: int) -> None:
    values = {
        "county": COUNTY, "count": count, "team": county.team_id, "doctor": county.doctor_id,
        "account": county.doctor.account_id, "services": SERVICES,
    }  # fmt: skip
    with owner.begin() as connection:
        connection.execute(AT_REST)
        for statement in _FILL:
            names = text(statement).compile().params.keys()
            connection.execute(text(statement), {name: values[name] for name in names})
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("analyze"))
