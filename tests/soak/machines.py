"""The machines of a run: PostgreSQL, server and worker in a scratch folder, and the process in which the phones live."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
from sqlalchemy import create_engine, text

from jiayi.app import make_runtime
from jiayi.core import migrate
from jiayi.core.database import EmbeddedServer, Urls, app_engine, create_role_and_database, owner_engine
from jiayi.core.settings import load
from tests.soak.county import County, make_county
from tests.soak.serving import FORGET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from jiayi.app import Runtime

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "build" / "simulator"
LIVE, TEMPLATE, BACKUP = "jiayi", "soak_template", "soak_backup"
PATIENCE = 60
HURRIED = ("fsync", "full_page_writes")
"""What a simulated county holds must outlive PostgreSQL, but not a power cut: it may lie in the machine's memory."""


class Machines:
    """Everything that can be killed, and what starts it again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.mutant = folder, ""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = os.environ | {"JIAYI_DATA_DIR": str(folder), "JIAYI_DEMO": "1"}
        self.database = EmbeddedServer(folder)
        self.server: subprocess.Popen[bytes] | None = None
        self.worker: subprocess.Popen[bytes] | None = None
        self.runtime, self.owner = self._connect(TEMPLATE)
        self.county = self._prepare()
        self.runtime, self.owner = self._connect(LIVE)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _connect(self, name: str) -> tuple[Runtime, Engine]:
        # The folder's own secrets, as the server will find them.
        os.environ["JIAYI_DATA_DIR"], before = str(self.folder), os.environ.get("JIAYI_DATA_DIR")
        try:
            settings = load()
        finally:
            os.environ.pop("JIAYI_DATA_DIR")
            if before is not None:
                os.environ["JIAYI_DATA_DIR"] = before
        urls = self.database.urls(name)
        return make_runtime(settings, urls, app_engine(urls.app)), owner_engine(urls.owner)

    def _prepare(self) -> County:
        self._administer(*(f"alter system set {name} = off" for name in HURRIED), "select pg_reload_conf()")
        create_role_and_database(self.database.url(), TEMPLATE)
        migrate.upgrade(self.owner)
        county = make_county(self.runtime)
        self.let_go()
        return county

    def _administer(self, *statements: str) -> None:
        engine = create_engine(self.database.url(), isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                for statement in statements:
                    connection.execute(text(statement))
        finally:
            engine.dispose()

    def let_go(self) -> None:
        """Close every connection, ours and the server's."""
        self.runtime.engine.dispose()
        self.owner.dispose()
        if self.server is not None:
            httpx.get(f"{self.origin}{FORGET}")

    def _copy(self, source: str, target: str) -> None:
        self.let_go()
        gone = f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{source}'"
        self._administer(
            f'drop database if exists "{target}" with (force)',
            gone,
            f'create database "{target}" template "{source}" strategy file_copy',
        )

    def begin_anew(self) -> None:
        """The county as it was made."""
        self._copy(TEMPLATE, LIVE)

    def back_up(self) -> None:
        self._copy(LIVE, BACKUP)

    def restore(self) -> None:
        """Put the copy back, as operations.md says: with a new epoch."""
        self._copy(BACKUP, LIVE)
        with self.owner.begin() as connection:
            connection.execute(text("update sync_epochs set epoch = gen_random_uuid(), started_at = now()"))

    def ensure_running(self) -> None:
        """Start again whatever does not run."""
        if not (self.folder / "postgresql" / "postmaster.pid").exists():
            self.start_database()
        if self.server is None or self.server.poll() is not None:
            self.start_server()

    def start_database(self) -> None:
        """After a crash: PostgreSQL recovers by itself."""
        self.database = EmbeddedServer(self.folder)
        self.database._server.ensure_postgres_running()
        self.runtime.engine.dispose()
        self.owner.dispose()

    def stop_database(self) -> None:
        """At once, as if it had been killed."""
        pid_file = self.folder / "postgresql" / "postmaster.pid"
        os.kill(int(pid_file.read_text().splitlines()[0]), signal.SIGQUIT)
        wait(lambda: not pid_file.exists(), "PostgreSQL does not stop")

    def start_server(self) -> None:
        urls: Urls = self.database.urls(LIVE)
        own = {
            "JIAYI_SERVING_OWNER_URL": urls.owner.render_as_string(hide_password=False),
            "JIAYI_SERVING_APP_URL": urls.app.render_as_string(hide_password=False),
            "JIAYI_SOAK_MUTANT": self.mutant,
        }
        self.server = self._start([sys.executable, "-m", "tests.soak.serving", str(self.port)], own)
        wait(self._is_ready, "the server does not get ready")

    def become(self, mutant: str) -> None:
        """From now on the server is this mutant, or with no name itself."""
        if mutant != self.mutant:
            self.kill(self.server)
            self.mutant = mutant
            self.ensure_running()

    def _start(self, command: list[str], own: dict[str, str]) -> subprocess.Popen[bytes]:
        with (self.folder / "machines.log").open("ab") as log:
            return subprocess.Popen(
                command, env=self.environment | own, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
            )

    def _is_ready(self) -> bool:
        assert self.server is not None
        assert self.server.poll() is None, (self.folder / "machines.log").read_text()[-3000:]
        try:
            return httpx.get(f"{self.origin}/readyz").status_code == httpx.codes.OK
        except httpx.TransportError:
            return False

    def start_worker(self) -> None:
        self.worker = self._start([sys.executable, "-m", "jiayi", "worker"], {})

    def kill(self, process: subprocess.Popen[bytes] | None) -> None:
        """End it at once, without a word to anybody."""
        if process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        if process is not None:
            process.wait()

    def stop(self) -> None:
        self.kill(self.worker)
        self.kill(self.server)
        self.runtime.engine.dispose()
        self.owner.dispose()
        if (self.folder / "postgresql" / "postmaster.pid").exists():
            self.database.stop()


def wait(is_so: Any, otherwise: str) -> None:
    """Until something that another process does is done."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, otherwise
        time.sleep(0.02)


@contextlib.contextmanager
def machines() -> Iterator[Machines]:
    """A county with its server, in a folder that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="jiayi-soak-"))
    running: Machines | None = None
    try:
        running = Machines(folder)
        running.begin_anew()
        running.start_server()
        yield running
    finally:
        if running is not None:
            running.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Phones:
    """The process in which the phones live: takes orders, gives answers, a line each."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            ["node", str(BUILT / "main.js"), str(BUILT / "app.js")],
            cwd=ROOT / "pwa", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def tell(self, order: str, **values: Any) -> Any:
        """Give an order and wait for its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"order": order} | values) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "the phones' process is gone"
        told = json.loads(line)
        assert "error" not in told, f"{order} {values}: {told['error']}"
        return told["answer"]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()


def build_phones() -> None:
    """Bundle the app's sync code and the process around it; a second or two."""
    vite = ["node", "node_modules/vite/bin/vite.js", "build", "--config", "simulator/vite.config.ts", "--mode"]
    for mode in ("app", "main"):
        subprocess.run([*vite, mode], cwd=ROOT / "pwa", check=True, capture_output=True)


@contextlib.contextmanager
def phones() -> Iterator[Phones]:
    """The phones' process, ended afterwards."""
    running = Phones()
    try:
        yield running
    finally:
        running.stop()
