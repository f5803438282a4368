"""`jiayi demo` starts everything, keeps the day's data, and leaves nothing running."""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import httpx
import psutil
import pytest
from sqlalchemy import create_engine, text

from jiayi.core import migrate
from jiayi.core.clock import now as clock_now
from jiayi.core.database import DATABASE, EmbeddedServer, create_role_and_database, owner_engine
from jiayi.core.settings import Settings
from jiayi.demo.house import NotDemoError, prepare
from tests.midnight import day_with_room

RESIDENTS = 60
PATIENCE = 240
"""Seconds. A machine that runs all tests at once is slow."""


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A folder of the demo's own. PostgreSQL runs as another user, to whom pytest closes its own folders."""
    folder = Path(tempfile.mkdtemp(prefix="jiayi-demo-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def demo(data_dir: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The demo as its own process; ended at the end, whatever became of it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JIAYI_")}
    environment |= {"JIAYI_DATA_DIR": str(data_dir), "PYTHONIOENCODING": "utf-8"}
    # A real database in the environment is none of the demo's business.
    environment["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/nothing"
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "jiayi",
        "demo",
        "--residents",
        str(RESIDENTS),
        "--port",
        str(port),
    ]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)


def wait_until_ready(process: subprocess.Popen[str], url: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(process.stdout.read() if process.stdout else "ended")
        try:
            if httpx.get(f"{url}/readyz", timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            continue
    pytest.fail("not ready in time")


def everything(process: subprocess.Popen[str], data_dir: Path) -> list[psutil.Process]:
    """The demo, its children, and the database server, which is nobody's child."""
    postmaster = int((data_dir / "postgresql" / "postmaster.pid").read_text().splitlines()[0])
    roots = [psutil.Process(process.pid), psutil.Process(postmaster)]
    return [one for root in roots for one in (root, *root.children(recursive=True))]


def stop(process: subprocess.Popen[str], data_dir: Path, number: signal.Signals) -> str:
    """End it; what it said. Nothing of it may be left."""
    running = everything(process, data_dir)
    assert len(running) > 4
    process.send_signal(number)
    said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    _, alive = psutil.wait_procs(running, timeout=20)
    assert alive == []
    return said


def test_the_demo_starts_serves_stops_and_keeps_its_day(data_dir: Path):
    day_with_room()
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with demo(data_dir, port) as first:
        wait_until_ready(first, url)
        with httpx.Client(base_url=f"{url}/api/v1", timeout=30) as phone:
            accounts = phone.get("/demo/accounts").json()
            nurse = next(one for one in accounts if one["role"] == "clinician")
            wanted = {"phone": nurse["phone"], "realm": nurse["realm"]}
            code = phone.post("/auth/otp", json=wanted).json()["demo_code"]
            token = phone.post("/auth/token", json=wanted | {"device_id": str(uuid4()), "code": code}).json()
            headers = {"Authorization": f"Bearer {token['access_token']}"}
            assert phone.get("/me", headers=headers).json()["name"] == nurse["name"]
        said = stop(first, data_dir, signal.SIGINT)
        assert url in said
        assert nurse["phone"] in said
    with demo(data_dir, port) as second:
        wait_until_ready(second, url)
        again = httpx.get(f"{url}/api/v1/me", headers=headers, timeout=30)
        assert again.json()["name"] == nurse["name"]
        stop(second, data_dir, signal.SIGTERM)


def test_a_port_in_use_is_said_before_anything_is_started(data_dir: Path):
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with demo(data_dir, port) as process:
            said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert f"PORT={port + 80} make demo" in said
    assert "in use" in said
    assert not (data_dir / "postgresql").exists()


def test_two_demos_do_not_share_a_folder(data_dir: Path):
    with (data_dir / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with demo(data_dir, free_port()) as process:
            said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert str(data_dir) in said


@pytest.fixture
def house(server: EmbeddedServer) -> Iterator[EmbeddedServer]:
    """A server whose database of the usual name is nobody's yet."""
    yield server
    admin = create_engine(server.url(), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'drop database if exists "{DATABASE}" with (force)'))
    admin.dispose()


def count_of_residents(server: EmbeddedServer) -> int:
    engine = owner_engine(server.urls().owner)
    with engine.connect() as connection:
        found = connection.scalar(text("select count(*) from residents"))
    engine.dispose()
    return int(found or 0)


def forget_a_household(server: EmbeddedServer) -> None:
    """Leave a trace by which the same data is known again."""
    engine = owner_engine(server.urls().owner)
    with engine.begin() as connection:
        connection.execute(text("update residents set name = '某人' where name = '丁大川'"))
    engine.dispose()


def names(server: EmbeddedServer) -> set[str]:
    engine = owner_engine(server.urls().owner)
    with engine.connect() as connection:
        found = set(connection.scalars(text("select name from residents")))
    engine.dispose()
    return found


def test_the_county_is_kept_for_a_day_and_made_anew_on_the_next(house: EmbeddedServer, settings: Settings):
    now = clock_now()

    def open_house(at: datetime, residents: int = RESIDENTS, *, fresh: bool = False) -> None:
        prepare(settings, house, residents=residents, fresh=fresh, now=at)

    open_house(now)
    assert count_of_residents(house) == RESIDENTS
    forget_a_household(house)
    open_house(now)
    assert "某人" in names(house)
    open_house(now + timedelta(days=1))
    assert "某人" not in names(house)
    open_house(now + timedelta(days=1), residents=50)
    assert count_of_residents(house) == 50


def test_what_the_demo_did_not_make_is_not_touched(house: EmbeddedServer, settings: Settings):
    create_role_and_database(house.url())
    engine = owner_engine(house.urls().owner)
    migrate.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(
            text(
                "insert into accounts (id, realm, phone_hash, phone_sealed, name, birth_years, failed_count, created_at)"
                " values (gen_random_uuid(), 'staff', 'h', 's', '真的人', '[]', 0, now())"
            )
        )
    engine.dispose()
    with pytest.raises(NotDemoError):
        prepare(settings, house, residents=RESIDENTS, fresh=True, now=clock_now())
