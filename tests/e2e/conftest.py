"""The built app in a real Chromium, against a real server that can be killed.

One data folder with a small demo county serves the whole run of a worker; every person has a phone of their own, which is a
persistent browser profile (only such a one can install, sync in the background and be pushed to).
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect, sync_playwright

from jiayi.core.database import EmbeddedServer, is_running

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 60
RESIDENTS = 60
LAUNCH = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--lang=zh-CN",
]
expect.set_options(timeout=15_000)


@dataclass
class DemoServer:
    """`jiayi serve` with the demo county; `kill()` is the power cut, `start()` the morning after."""

    data_dir: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    accounts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"JIAYI_DATA_DIR": str(self.data_dir), "JIAYI_DEMO": "1", "JIAYI_WORKERS": "1"}

    def start(self) -> None:
        command = [sys.executable, "-m", "jiayi", "serve", "--port", str(self.port)]
        with (self.data_dir / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        until = time.monotonic() + PATIENCE
        while not self._is_ready():
            assert self.process.poll() is None, (self.data_dir / "serve.log").read_text()[-3000:]
            assert time.monotonic() < until, "the server does not get ready"
            time.sleep(0.05)

    def _is_ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz").status_code == httpx.codes.OK
        except httpx.TransportError:
            return False

    def kill(self) -> None:
        """End it at once, without a word to anybody."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def person(self, role: str, name: str | None = None) -> dict[str, Any]:
        return next(one for one in self.accounts if one["role"] == role and name in {None, one["name"]})


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoServer]:
    data_dir = tmp_path_factory.mktemp("e2e")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = DemoServer(data_dir, port)
    seed = [sys.executable, "-m", "jiayi", "seed", "--residents", str(RESIDENTS)]
    subprocess.run(seed, env=server.environment, check=True, capture_output=True)
    server.start()
    server.accounts = httpx.get(f"{server.url}/api/v1/demo/accounts").json()
    yield server
    server.kill()
    if is_running(data_dir):
        EmbeddedServer(data_dir).stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


class Handset:
    """One person's phone: a browser profile of 360 by 740 points, somewhere in the county."""

    def __init__(self, playwright: Playwright, server: DemoServer, folder: Path, **options: Any) -> None:
        self.server = server
        self.errors: list[str] = []
        self.taps = 0
        settings: dict[str, Any] = {
            "viewport": {"width": 360, "height": 740},
            "device_scale_factor": 2,
            "has_touch": True,
            "is_mobile": True,
            "locale": "zh-CN",
            "timezone_id": "Asia/Shanghai",
            "permissions": ["geolocation", "notifications"],
            "geolocation": {"latitude": 30.8, "longitude": 106.1, "accuracy": 12},
        }
        self.context: BrowserContext = playwright.chromium.launch_persistent_context(
            str(folder), executable_path=CHROMIUM, headless=True, args=LAUNCH, **(settings | options)
        )
        self.page: Page = self.context.pages[0] if self.context.pages else self.context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, path: str = "/") -> Page:
        self.page.goto(f"{self.server.url}{path}")
        return self.page

    def stand_at(self, latitude: float, longitude: float, accuracy: float = 12) -> None:
        self.context.set_geolocation({"latitude": latitude, "longitude": longitude, "accuracy": accuracy})

    def close(self) -> None:
        self.context.close()


@pytest.fixture
def handset(playwright: Playwright, demo_server: DemoServer, tmp_path: Path) -> Iterator[Any]:
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
