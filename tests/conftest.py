"""One embedded PostgreSQL per run, one database per test, cloned from a migrated template."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session

from jiayi.app import Runtime, connect, create_app, make_runtime
from jiayi.core import migrate
from jiayi.core.database import EmbeddedServer, Urls, app_engine, create_role_and_database, owner_engine
from jiayi.core.db import Sessions
from jiayi.core.settings import Settings, make_secrets
from jiayi.sync.verify import verify
from tests.settled import Settled, settle
from tests.visiting import Visiting
from tests.world import World, make_world

TABLES = Path(__file__).parent / "tables"
TEMPLATE = "template_jiayi"
ENOUGH_BYTES = 2 * 1024**3
NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
"""Tuesday 24 November 2026, 9 in the morning in China."""


ORDER = ("soak", "settled", "", "screens of doctor", "e2e")
"""What takes minutes on one worker does not come last. Browsers do: they leave an event loop running in their process."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Groups named in ORDER in that order, all others where it says nothing."""

    def rank(item: pytest.Item) -> int:
        mark = item.get_closest_marker("xdist_group")
        otherwise = "e2e" if item.get_closest_marker("e2e") else ""
        return ORDER.index(mark.args[0] if mark is not None and mark.args[0] in ORDER else otherwise)

    items.sort(key=rank)


def table(name: str) -> list[dict]:
    """The cases of a decision table shared with the app."""
    rows: list[dict] = json.loads((TABLES / f"{name}.json").read_text(encoding="utf-8"))
    return rows


@pytest.fixture(scope="session")
def settings() -> Settings:
    secrets = make_secrets()
    return Settings(
        data_dir=Path(tempfile.gettempdir()),
        owner_url=None,
        app_url=None,
        jwt_key=secrets["JIAYI_SECRET_KEY"],
        field_keys={"k1": bytes(range(32))},
        search_key=bytes(reversed(range(32))),
        seal_keys={"s1": bytes(range(1, 33))},
        vapid_key=secrets["JIAYI_VAPID_KEY"],
        vapid_subject="mailto:test@localhost",
        public_url="https://jiayi.example.cn",
        sms_url="",
        is_demo=True,
        host="127.0.0.1",
        port=8000,
        workers=1,
    )


@pytest.fixture(scope="session")
def server() -> Iterator[EmbeddedServer]:
    folder = Path(tempfile.mkdtemp(prefix="jiayi-test-", dir=_memory()))
    server = EmbeddedServer(folder)
    try:
        _hurry(server)
        create_role_and_database(server.url(), TEMPLATE)
        engine = owner_engine(server.url(TEMPLATE))
        migrate.upgrade(engine)
        engine.dispose()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _memory() -> Path | None:
    """Where files are made fastest, if there is enough of it: a database of a test is some hundred of them."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > ENOUGH_BYTES else None


def _hurry(server: EmbeddedServer) -> None:
    """What a test's database holds need not outlive a power cut."""
    engine = create_engine(server.url(), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(text(f"alter system set {setting} = off"))
        connection.execute(text("select pg_reload_conf()"))
    engine.dispose()


@pytest.fixture(scope="session")
def template_world(server: EmbeddedServer, settings: Settings) -> World:
    """The small county, made once in the template that every test's database is cloned from."""
    urls = server.urls(TEMPLATE)
    engine = app_engine(urls.app)
    made = make_world(make_runtime(settings, urls, engine))
    engine.dispose()
    return made


@contextmanager
def fresh_database(server: EmbeddedServer) -> Iterator[Urls]:
    """A migrated database of one's own, with the small county in it; dropped at the end."""
    name = f"t_{uuid4().hex[:12]}"
    admin = create_engine(server.url(), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'create database "{name}" template {TEMPLATE} strategy file_copy'))
    try:
        yield server.urls(name)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f'drop database "{name}" with (force)'))
        admin.dispose()


@pytest.fixture
def database(server: EmbeddedServer, template_world: World) -> Iterator[Urls]:
    """A fresh migrated database of this test's own, with the small county in it."""
    with fresh_database(server) as urls:
        yield urls


@pytest.fixture
def owner(database: Urls) -> Iterator[Engine]:
    """The owner's connection, past row-level security: to look, and to plant faults."""
    engine = owner_engine(database.owner)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def roaming(server: EmbeddedServer) -> tuple[Engine, dict[str, str]]:
    """One engine for all tests, which keeps what it has compiled; the second says which database it goes to next."""
    engine, there = app_engine(server.urls(TEMPLATE).app), {"dbname": TEMPLATE}

    @event.listens_for(engine, "do_connect")
    def _go(_dialect: object, _record: object, _args: object, named: dict[str, str]) -> None:
        named |= there

    return engine, there


@pytest.fixture
def runtime(
    database: Urls, roaming: tuple[Engine, dict[str, str]], settings: Settings, tmp_path: Path
) -> Iterator[Runtime]:
    """What a server process has, on this test's database, as the application's role."""
    engine, there = roaming
    there["dbname"] = str(database.app.database)
    yield make_runtime(replace(settings, data_dir=tmp_path), database, engine)
    engine.dispose()


def strict(runtime: Runtime) -> Runtime:
    """The same, outside the demo."""
    tools = replace(runtime.tools, settings=replace(runtime.settings, is_demo=False))
    return Runtime(Sessions(runtime.engine, tools, runtime.feed), runtime.feed, tools)


@pytest.fixture(scope="session")
def routes(server: EmbeddedServer, settings: Settings, template_world: World) -> Flask:
    """The application, put together once a run."""
    engine = app_engine(server.urls(TEMPLATE).app)
    made = create_app(make_runtime(settings, server.urls(TEMPLATE), engine))
    engine.dispose()
    return made


@pytest.fixture
def app(routes: Flask, runtime: Runtime) -> Flask:
    """The application at work on this test's database."""
    connect(routes, runtime)
    return routes


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def world(database: Urls, template_world: World) -> World:
    """A small county; see tests/world.py."""
    return template_world


@pytest.fixture
def session(runtime: Runtime, world: World) -> Iterator[Session]:
    """A look into the small county."""
    with runtime.sessions.county(world.county_id) as opened:
        yield opened


@pytest.fixture
def visiting(app: Flask, runtime: Runtime, owner: Engine, world: World) -> Visiting:
    """The team at work on the elder's visits."""
    return Visiting(app, runtime, owner, world)


@pytest.fixture
def feed_agrees(runtime: Runtime, world: World) -> Iterator[None]:
    """At the end phones are told what the tables say."""
    yield
    with runtime.sessions.county(world.county_id) as session:
        assert list(verify(session, runtime.feed)) == []


@pytest.fixture(scope="session")
def settled(
    server: EmbeddedServer, settings: Settings, template_world: World, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settled]:
    """Two settled counties, for all tests that only ask and undo; see tests/settled.py."""
    with fresh_database(server) as urls:
        engine, owner = app_engine(urls.app), owner_engine(urls.owner)
        runtime = make_runtime(replace(settings, data_dir=tmp_path_factory.mktemp("settled")), urls, engine)
        try:
            yield settle(create_app(runtime), runtime, owner, template_world)
        finally:
            engine.dispose()
            owner.dispose()
