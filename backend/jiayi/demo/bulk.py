"""What rests while a large county is written, and what is put right after it.

Triggers and foreign keys rest where the owner may let them; the other indexes are taken away only from a database in
which nobody lives yet, and built again in one go: to keep them up row by row takes as long as the rows themselves. Who
kills a seed of that size has an empty database to make anew.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL

from jiayi.core.database import owner_engine
from jiayi.core.db import Base

_IS_SUPERUSER = text("select rolsuper from pg_roles where rolname = current_user")
_IS_EMPTY = text("select not exists (select 1 from residents)")
_INDEXES = text(
    "select c.relname, pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid"
    " join pg_class t on t.oid = i.indrelid"
    " where c.relnamespace = 'public'::regnamespace and t.relname = any(:tables)"
    " and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid) order by i.indrelid, c.relname"
)
_TABLES = text(
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
    " order by pg_relation_size(oid) desc"
)
_MARKS = text(
    "insert into indicator_marks (county_id, id, resident_id)"
    " select county_id, gen_random_uuid(), id from residents where county_id = :county_id"
)


def may_rest_triggers(owner: URL) -> bool:
    """Whether this owner may write past triggers and foreign keys."""
    with connected(owner) as connection:
        return bool(connection.scalar(_IS_SUPERUSER))


@contextmanager
def resting_indexes(owner: URL, *, is_wanted: bool) -> Iterator[None]:
    """Without the indexes that no constraint is made of, if that is wanted and nobody lives in the database."""
    with connected(owner) as connection:
        rest = is_wanted and connection.scalar(_IS_EMPTY)
        indexes = list(connection.execute(_INDEXES, {"tables": list(Base.metadata.tables)})) if rest else []
        for name, _ in indexes:
            connection.execute(text(f'drop index "{name}"'))
    try:
        yield
    finally:
        with ThreadPoolExecutor(os.cpu_count()) as builders:
            list(builders.map(lambda index: _build(owner, index[1]), indexes))


def _build(owner: URL, definition: str) -> None:
    with connected(owner) as connection:
        connection.execute(text("set local maintenance_work_mem = '128MB'"))
        connection.execute(text("set local max_parallel_maintenance_workers = 0"))
        connection.exec_driver_sql(definition)


def mark_everybody(owner: URL, county_id: int) -> None:
    """What the triggers at rest would have noted: that there is somebody to count."""
    with connected(owner) as connection:
        connection.execute(_MARKS, {"county_id": county_id})


def analyze(owner: URL, table: str | None = None) -> None:
    """Let the planner know what there is now, in this table or in all of them."""
    with connected(owner) as connection:
        tables = [table] if table else list(connection.scalars(_TABLES))
    count = min(os.cpu_count() or 1, len(tables))
    with ThreadPoolExecutor(count) as analysts:
        list(analysts.map(lambda n: _analyze(owner, tables[n::count]), range(count)))


def _analyze(owner: URL, tables: list[str]) -> None:
    with connected(owner) as connection:
        connection.exec_driver_sql("analyze " + ", ".join(f'"{one}"' for one in tables))


@contextmanager
def connected(owner: URL) -> Iterator[Connection]:
    """One transaction as the owner."""
    engine = owner_engine(owner)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()
