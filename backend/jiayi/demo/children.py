"""The processes of the demo: started, waited for, and never left behind."""

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 120
GRACE_SECONDS = 10
TAIL_LINES = 15
LOOK_EVERY_SECONDS = 0.1
ANSWER_SECONDS = 5
_COMMAND = "from jiayi.demo.children import end_with_parent; end_with_parent(); from jiayi.cli import main; main()"
_SET_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG, see prctl(2)."""


class ChildEndedError(Exception):
    """A process ended that should run on; `tail` holds its last lines."""

    def __init__(self, name: str, tail: str) -> None:
        super().__init__(tail)
        self.name, self.tail = name, tail


class Child:
    """One `jiayi` command that runs beside the demo; what it says goes to a log file.

    It leads a group of its own: Ctrl-C reaches the demo alone, which then ends the whole group.
    """

    def __init__(self, name: str, arguments: list[str], log: Path) -> None:
        self.name = name
        self._log = log
        with log.open("wb") as file:
            self._process = subprocess.Popen(  # noqa: S603 (our own command)
                [sys.executable, "-c", _COMMAND, *arguments], stdin=subprocess.DEVNULL, stdout=file,
                stderr=subprocess.STDOUT, process_group=0,
            )  # fmt: skip

    def demand_running(self) -> None:
        """Raises ChildEndedError if it does not run any more."""
        if self._process.poll() is not None:
            lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
            raise ChildEndedError(self.name, "\n".join(lines[-TAIL_LINES:]))

    def ask_to_stop(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)

    def stop(self) -> None:
        """Wait until it has ended, and end what is left of its group."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE_SECONDS)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def end_with_parent() -> None:
    """Have this process told to end when the demo dies, however that comes about (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, int(signal.SIGTERM))


def wait_until_ready(url: str, children: list[Child]) -> None:
    """Wait until the server answers that it is ready. Raises ChildEndedError, TimeoutError."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        for child in children:
            child.demand_running()
        with contextlib.suppress(urllib.error.URLError, OSError):
            ask(f"{url}/readyz")
            return
        time.sleep(LOOK_EVERY_SECONDS)
    raise TimeoutError(url)


def ask(url: str) -> Any:
    """What our own server answers, read from JSON. Raises URLError, OSError."""
    with urllib.request.urlopen(url, timeout=ANSWER_SECONDS) as answer:  # noqa: S310 (a loopback address)
        if answer.status != HTTPStatus.OK:
            raise OSError(answer.status)
        return json.load(answer)
