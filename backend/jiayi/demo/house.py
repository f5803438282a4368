"""The demo's database: made anew whenever its day is over.

What was made, and for which day, stands in the database's own comment. A database without it was not made by the demo and
is never touched. The demo is told as of today; moving yesterday's data on would leave plans, due days and supplies that
no longer fit each other, so it is thrown away and made again, which takes seconds.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL

from jiayi.core import resources
from jiayi.core.database import DATABASE, EmbeddedServer, create_role_and_database, owner_engine
from jiayi.core.dates import china_date
from jiayi.core.settings import Settings

COUNTY_ID = 511399
NUMBER = 7
KEY = "jiayi_demo"
_PACKAGE = Path(__file__).parent.parent


class NotDemoError(Exception):
    """The database holds what the demo did not make."""


@dataclass(frozen=True, slots=True)
class Label:
    """What the demo has made: for which day, how many residents, by which code, and whether it came to the end."""

    day: str
    residents: int
    number: int
    made_by: str
    is_whole: bool


def prepare(settings: Settings, server: EmbeddedServer, *, residents: int, fresh: bool, now: datetime) -> None:
    """See to a migrated database with today's county of this size; what is there is kept if it is just that.

    Raises NotDemoError, and SeedingError for a size that no county has.
    """
    wanted = Label(china_date(now).isoformat(), residents, NUMBER, _made_by(), is_whole=True)
    found = _label(server.url())
    if found is None and _has_people(server):
        raise NotDemoError
    if found != asdict(wanted) or fresh:
        _make_anew(settings, server, wanted, now)


def _make_anew(settings: Settings, server: EmbeddedServer, wanted: Label, now: datetime) -> None:
    # Only here: the next start, which settles nobody, need not wait for so much code.
    from jiayi.core import migrate
    from jiayi.demo.seeding import seed_county

    with _connected(server.url()) as connection:
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(DATABASE)))
    create_role_and_database(server.url())
    half_made = Label(wanted.day, wanted.residents, wanted.number, wanted.made_by, is_whole=False)
    _stick(server.url(), half_made)
    engine = owner_engine(server.urls().owner)
    migrate.upgrade(engine)
    engine.dispose()
    size, number = wanted.residents, wanted.number
    seed_county(settings, server.urls(), county_id=COUNTY_ID, residents=size, number=number, now=now)
    _stick(server.url(), wanted)


def _made_by() -> str:
    """Changes with the tables, and with what the county is made by."""
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    yield from _PACKAGE.glob("*/models.py")
    yield from (_PACKAGE / "migrations").rglob("*.py")
    yield from (_PACKAGE / "demo").glob("*.py")
    yield from resources.seed().rglob("*.yaml")


def _label(server: URL) -> dict[str, Any] | None:
    """What the label says, of whatever version; None when there is none."""
    with _connected(server) as connection:
        row = connection.execute(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = %s", (DATABASE,)
        ).fetchone()
    comment = str(row[0]) if row is not None and row[0] is not None else ""
    return dict(json.loads(comment)[KEY]) if comment.startswith(f'{{"{KEY}":') else None


def _stick(server: URL, label: Label) -> None:
    comment = json.dumps({KEY: asdict(label)})
    statement = sql.SQL("comment on database {} is {}").format(sql.Identifier(DATABASE), sql.Literal(comment))
    with _connected(server) as connection:
        connection.execute(statement)


def _has_people(server: EmbeddedServer) -> bool:
    with _connected(server.url()) as connection:
        known = connection.execute("select 1 from pg_database where datname = %s", (DATABASE,)).fetchone()
    if known is None:
        return False
    with _connected(server.url(DATABASE)) as connection:
        has_table = connection.execute("select to_regclass('public.accounts') is not null").fetchone()
        if has_table != (True,):
            return False
        return connection.execute("select 1 from accounts limit 1").fetchone() is not None


def _connected(url: URL) -> psycopg.Connection[tuple[object, ...]]:
    conninfo = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(conninfo, autocommit=True)
