"""The built app in a real Chromium, against a real server that can be killed.

A small demo county serves the whole run of a worker, or as much of it as lies in one day; every person has a phone of
their own.
"""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from jiayi.core.database import EmbeddedServer, is_running
from tests.e2e.handset import Handset
from tests.e2e.records import Records
from tests.e2e.server import DemoServer
from tests.midnight import day_with_room

RESIDENTS = 60
expect.set_options(timeout=15_000)


@contextmanager
def _settled(data_dir: Path) -> Iterator[DemoServer]:
    """A demo county of today, served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = DemoServer(data_dir, port)
    seed = [sys.executable, "-m", "jiayi", "seed", "--residents", str(RESIDENTS)]
    subprocess.run(seed, env=server.environment, check=True, capture_output=True)
    try:
        server.start()
        server.accounts = httpx.get(f"{server.url}/api/v1/demo/accounts").json()
        yield server
    finally:
        server.kill()
        if is_running(data_dir):
            EmbeddedServer(data_dir).stop()


@pytest.fixture(scope="session")
def county_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[date], DemoServer]]:
    """The demo county of a day; yesterday's ends where today's begins."""
    with ExitStack() as open_one:
        made: dict[date, DemoServer] = {}

        def county(day: date) -> DemoServer:
            if day not in made:
                open_one.close()
                made[day] = open_one.enter_context(_settled(tmp_path_factory.mktemp("e2e")))
            return made[day]

        yield county


@pytest.fixture
def demo_server(county_of: Callable[[date], DemoServer]) -> DemoServer:
    return county_of(day_with_room())


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture
def handset(playwright: Playwright, demo_server: DemoServer, tmp_path: Path) -> Iterator[Callable[..., Handset]]:
    """Makes phones; each is closed at the end and must not have met an error of ours."""
    made: list[Handset] = []

    def make(**options: Any) -> Handset:
        made.append(Handset(playwright, demo_server, tmp_path / uuid4().hex, **options))
        return made[-1]

    yield make
    for number, one in enumerate(made):
        # Under build/ after a failure there is something to look at.
        one.page.screenshot(path=Path("build") / "e2e" / f"{number}.png")
        one.close()
    assert [error for one in made for error in one.errors] == []


@pytest.fixture
def records(demo_server: DemoServer) -> Iterator[Callable[..., Records]]:
    """Makes readers of what the server has."""
    with ExitStack() as open_ones:
        yield lambda *whose: open_ones.enter_context(Records(demo_server, *whose))
