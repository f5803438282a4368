"""A real server that can be killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

PATIENCE = 60


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

    @contextmanager
    def away(self) -> Iterator[None]:
        """Nobody answers as long as this lasts."""
        self.kill()
        try:
            yield
        finally:
            self.start()

    def person(self, role: str, name: str | None = None) -> dict[str, Any]:
        return next(one for one in self.accounts if one["role"] == role and name in {None, one["name"]})
