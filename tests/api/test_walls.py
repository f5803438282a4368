"""The walls between counties, and between the application and what it may not touch: as the database has them."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from jiayi.core import migrate
from jiayi.core.database import APP_ROLE
from jiayi.core.db import Base, CountyMissingError, Mirrored, UnannouncedChangeError
from jiayi.residents.models import Resident
from tests.settled import AWAY, Settled

pytestmark = pytest.mark.xdist_group("settled")

IDENTITY_PLANE = {
    "accounts": {
        "id", "realm", "phone_hash", "phone_sealed", "name", "birth_years", "password_hash", "totp_sealed",
        "totp_last_step", "totp_pending_sealed", "totp_pending_at", "failed_count", "locked_until", "disabled_at", "created_at",
    },
    "devices": {"account_id", "id", "first_seen_at", "last_seen_at", "revoked_at"},
    "refresh_tokens": {
        "id", "family_id", "account_id", "device_id", "secret_hash", "issued_at", "expires_at", "used_at", "parent_id",
        "killed_at",
    },
    "one_time_codes": {"id", "phone_hash", "realm", "code_hash", "sent_at", "expires_at", "tries", "used_at"},
    "memberships": {"id", "account_id", "county_id", "role", "subject_id", "name", "ended_at"},
}  # fmt: skip
"""Tables that every county shares, with all their columns: who may sign in as what, nothing of anybody's health."""
NOBODYS = {"alembic_version"}
SHUT = "(county_id = (NULLIF(current_setting('app.county_id'::text, true), ''::text))::integer)"


@pytest.fixture
def county_tables(settled: Settled) -> list[str]:
    """Every table of the database that is neither the identity plane's nor the job queue's."""
    with settled.owner.connect() as connection:
        names = connection.scalars(
            text(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
                " and relname not like 'procrastinate\\_%' order by 1"
            )
        ).all()
    return [name for name in names if name not in NOBODYS | IDENTITY_PLANE.keys()]


def test_every_table_is_mapped_and_every_class_has_its_table(county_tables: list[str]) -> None:
    assert set(county_tables) | IDENTITY_PLANE.keys() == set(Base.metadata.tables)


def test_the_identity_plane_knows_nothing_of_health(settled: Settled) -> None:
    columns = "select column_name from information_schema.columns where table_schema = 'public' and table_name = :name"
    with settled.owner.connect() as connection:
        found = {name: set(connection.scalars(text(columns), {"name": name})) for name in IDENTITY_PLANE}
    assert found == IDENTITY_PLANE


def test_every_key_and_every_unique_index_begins_with_the_county(settled: Settled, county_tables: list[str]) -> None:
    first_columns = text(
        "select c.relname, i.relname, pg_get_indexdef(x.indexrelid, 1, true) from pg_index x"
        " join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid"
        " where c.relname = any (:names) and (x.indisunique or x.indisexclusion)"
    )
    with settled.owner.connect() as connection:
        indexes = connection.execute(first_columns, {"names": county_tables}).all()
        keyed = connection.scalars(
            text(
                "select c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid"
                " where k.contype = 'p' and c.relname = any (:names)"
            ),
            {"names": county_tables},
        ).all()
    assert sorted(keyed) == sorted(county_tables)
    assert [f"{table}: {index}" for table, index, first in indexes if "county_id" not in first] == []


def test_no_row_can_point_across_counties_or_take_others_with_it(settled: Settled, county_tables: list[str]) -> None:
    keys = text(
        "select c.relname || '.' || k.conname, pg_get_constraintdef(k.oid), k.confdeltype from pg_constraint k"
        " join pg_class c on c.oid = k.conrelid where k.contype = 'f' and c.relname = any (:names)"
    )
    with settled.owner.connect() as connection:
        found = connection.execute(keys, {"names": county_tables}).all()
    assert len(found) > len(county_tables)
    assert [name for name, told, _ in found if not told.startswith("FOREIGN KEY (county_id, ")] == []
    assert [name for name, told, _ in found if "(county_id, id)" not in told] == []
    assert [name for name, _, on_delete in found if on_delete != "r"] == []


def test_every_table_of_a_county_is_shut_to_other_counties(settled: Settled, county_tables: list[str]) -> None:
    policies = text(
        "select tablename, permissive, roles::text[], cmd, qual, with_check from pg_policies where schemaname = 'public'"
    )
    shut = text("select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace")
    with settled.owner.connect() as connection:
        found = [tuple(row) for row in connection.execute(policies)]
        enabled = connection.scalars(shut).all()
    assert sorted(enabled) == county_tables
    assert sorted(found) == [(name, "PERMISSIVE", ["public"], "ALL", SHUT, SHUT) for name in county_tables]


def test_the_application_owns_nothing_and_is_nobody_special(settled: Settled) -> None:
    with settled.owner.connect() as connection:
        rights = connection.execute(
            text(
                "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication from pg_roles"
                " where rolname = :role"
            ),
            {"role": APP_ROLE},
        ).one()
        owned = connection.scalar(
            text(
                "select count(*) from pg_shdepend d join pg_roles r on r.oid = d.refobjid"
                " where r.rolname = :role and d.deptype = 'o'"
            ),
            {"role": APP_ROLE},
        )
        of_roles = connection.scalar(
            text("select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = :role"),
            {"role": APP_ROLE},
        )
        makes = connection.scalar(text("select has_schema_privilege(:role, 'public', 'create')"), {"role": APP_ROLE})
    assert (tuple(rights), owned, of_roles, makes) == ((False,) * 5, 0, 0, False)


def test_one_function_alone_runs_with_the_owners_rights_and_its_own_search_path(settled: Settled) -> None:
    ours = text(
        "select proname, proconfig from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
        " and proname not like 'procrastinate%'"
    )
    with settled.owner.connect() as connection:
        found = [tuple(row) for row in connection.execute(ours)]
    assert found == [("audit_seal", ["search_path=pg_catalog, public"])]


@pytest.mark.parametrize(
    "statement",
    [
        "update ledger_entries set quantity = 100",
        "delete from ledger_entries",
        "truncate ledger_entries",
        "select action from audit_entries",
        "update audit_entries set action = 'nothing'",
        "delete from audit_entries",
        "truncate audit_entries",
        "select chain_hash from audit_seals",
        "insert into audit_seals select * from audit_seals",
        "update audit_seals set chain_hash = ''",
        "delete from audit_seals",
        "alter table residents disable row level security",
        "drop policy county on residents",
        "create table mine (id int)",
        "select version_num from alembic_version",
        "set session authorization postgres",
    ],
)
def test_what_the_application_may_not_do_the_database_refuses(settled: Settled, statement: str) -> None:
    with settled.runtime.sessions.county(settled.world.county_id) as session, pytest.raises(DBAPIError) as refused:
        session.execute(text(statement))
    assert getattr(refused.value.orig, "sqlstate", None) == "42501"


def test_a_session_sees_its_own_county_and_nothing_else(settled: Settled, county_tables: list[str]) -> None:
    readable = [name for name in county_tables if name not in {"audit_entries", "audit_seals"}]
    county = settled.world.county_id
    everything = _counts(settled.owner, readable, "where county_id = :county", county=county)
    assert sum(everything.values()) > len(readable)
    assert _counts(settled.owner, readable) != everything
    with settled.runtime.sessions.county(county) as session:
        assert _counts(session, readable) == everything
        assert _counts(session, readable, "where county_id <> :county", county=county) == dict.fromkeys(readable, 0)
    with settled.runtime.sessions.county(4_242) as session:
        assert _counts(session, readable) == dict.fromkeys(readable, 0)
    with settled.runtime.sessions.identity() as session:
        assert _counts(session, readable) == dict.fromkeys(readable, 0)


def test_a_county_leaves_no_trace_on_the_connection(settled: Settled) -> None:
    with settled.runtime.engine.connect() as connection:
        for county_id in (settled.world.county_id, AWAY):
            with Session(connection, info={"county_id": county_id}) as session:
                assert set(session.scalars(select(Resident.county_id))) == {county_id}
                session.rollback()
        assert connection.scalar(text("select count(*) from residents")) == 0


@pytest.mark.parametrize(
    "statement",
    [
        "insert into households (county_id, id, name, address) values (:other, gen_random_uuid(), '丁家', '石板桥')",
        "update households set county_id = :other",
    ],
)
def test_no_row_is_written_into_another_county(settled: Settled, statement: str) -> None:
    with settled.runtime.sessions.county(settled.world.county_id) as session, pytest.raises(DBAPIError) as refused:
        session.execute(text(statement), {"other": AWAY})
    assert "row-level security" in str(refused.value.orig)


def test_a_session_without_a_county_opens_nothing(settled: Settled) -> None:
    with Session(settled.runtime.engine) as session, pytest.raises(CountyMissingError):
        session.execute(text("select 1"))


def _mirrored() -> Iterator[type[Any]]:
    # In one order: the workers that share the tests must agree on them.
    for mapper in sorted(Base.registry.mappers, key=lambda found: found.class_.__name__):
        if issubclass(mapper.class_, Mirrored):
            yield mapper.class_


@pytest.mark.parametrize("mapped", list(_mirrored()), ids=lambda mapped: mapped.__name__)
def test_a_change_of_many_rows_says_which_documents_it_touches(settled: Settled, mapped: type[Any]) -> None:
    with settled.undone(), settled.runtime.sessions.county(settled.world.county_id) as session:
        for statement in (
            update(mapped).values(county_id=settled.world.county_id),
            delete(mapped),
            insert(mapped).values(county_id=settled.world.county_id),
        ):
            with pytest.raises(UnannouncedChangeError):
                session.execute(statement)


def test_a_change_of_many_rows_that_says_so_is_made(settled: Settled) -> None:
    with settled.undone(), settled.runtime.sessions.county(settled.world.county_id) as session:
        touched = ("resident", uuid4())
        session.execute(update(Resident).values(village="黄桷村"), execution_options={"touches": {touched}})
        assert set(session.scalars(select(Resident.village))) == {"黄桷村"}


def test_the_models_are_what_the_migrations_made(settled: Settled) -> None:
    assert migrate.differences(settled.owner) is None


def _counts(source: Engine | Session, names: list[str], where: str = "", **values: Any) -> dict[str, int]:
    if isinstance(source, Engine):
        with source.connect() as connection:
            return {name: connection.scalar(text(f"select count(*) from {name} {where}"), values) for name in names}
    return {name: source.scalar(text(f"select count(*) from {name} {where}"), values) for name in names}
