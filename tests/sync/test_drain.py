"""A day's photos drain over a line that breaks every two megabytes, by the app's own code, to a real server."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import Engine, text

from jiayi.app import Runtime
from jiayi.core.database import Urls
from tests import world as people
from tests.line import broken_line
from tests.phone import Phone
from tests.photos import allow, sha256_of
from tests.visiting import Visiting
from tests.world import World

PWA = Path(__file__).parents[2] / "pwa"
LINE_BYTES = 2_000_000
PATIENCE = 60
MOST_SENT = 1.3
"""Times the photos' own bytes: what is sent twice, the commands and the heads of requests included."""


@pytest.fixture
def port(runtime: Runtime, database: Urls) -> Iterator[int]:
    """A server of two processes, on this test's database and folder, with the keys of the test's own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    settings = runtime.settings
    (field_key,) = settings.field_keys.items()
    environment = os.environ | {
        "JIAYI_SERVING_OWNER_URL": database.owner.render_as_string(hide_password=False),
        "JIAYI_SERVING_APP_URL": database.app.render_as_string(hide_password=False),
        "JIAYI_DATA_DIR": str(settings.data_dir),
        "JIAYI_SECRET_KEY": settings.jwt_key,
        "JIAYI_FIELD_KEYS": f"{field_key[0]}:{b64encode(field_key[1]).decode()}",
        "JIAYI_SEARCH_KEY": b64encode(settings.search_key).decode(),
        "JIAYI_SEAL_KEYS": f"s1:{b64encode(settings.seal_keys['s1']).decode()}",
    }
    listen = f"from jiayi.serving import listen; listen('jiayi.serving:application', '127.0.0.1', {port}, 2)"
    server = subprocess.Popen([sys.executable, "-c", listen], env=environment, start_new_session=True)
    try:
        until = time.monotonic() + PATIENCE
        while not is_ready(port):
            assert time.monotonic() < until
            assert server.poll() is None
        yield port
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def is_ready(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/readyz").is_success
    except httpx.TransportError:
        return False


def pictures(folder: Path, count: int) -> dict[str, int]:
    """So many different photos of some 400 kB, as the phone keeps them: sha256 to size."""
    paper = Image.effect_noise((1600, 1200), 18).convert("RGB")
    made = {}
    for number in range(count):
        paper.paste((number * 2 % 256, 90, 160), (number * 15 % 1500, 0, number * 15 % 1500 + 90, 300))
        path = folder / f"{number:03}.jpg"
        paper.save(path, "JPEG", quality=60)
        content = path.read_bytes()
        assert 300_000 < len(content) < 500_000
        made[sha256_of(content)] = len(content)
    return made


def plan(phone: Phone, url: str, folder: Path, world: World) -> dict[str, object]:
    (membership,) = phone.memberships
    account = {"id": str(world.nurse.account_id), "realm": "staff", "name": "", "scope": "full", "is_expired": False}
    return {
        "url": url,
        "account": account | {"memberships": [membership]},
        "membership_id": membership["id"],
        "county_id": world.county_id,
        "access_token": phone.token,
        "device_id": str(phone.device_id),
        "resident_id": str(world.elder_id),
        "pictures": str(folder),
    }


@pytest.mark.parametrize("count", [20, pytest.param(100, marks=pytest.mark.soak)])
def test_photos_drain_over_a_line_that_keeps_breaking(
    app: Flask, runtime: Runtime, owner: Engine, world: World, port: int, tmp_path: Path, count: int
) -> None:
    visiting = Visiting(app, runtime, owner, world)
    allow(visiting)
    folder = tmp_path / "pictures"
    folder.mkdir()
    taken = pictures(folder, count)
    with broken_line(port, LINE_BYTES) as line:
        told = tmp_path / "plan.json"
        told.write_text(json.dumps(plan(visiting.phone(people.NURSE), line.url, folder, world)))
        command = ["node", "node_modules/vitest/vitest.mjs", "run"]
        environment = os.environ | {"JIAYI_DRAIN": str(told)}
        run = subprocess.run(
            command, check=False, cwd=PWA, env=environment, capture_output=True, text=True, timeout=300
        )
        assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
        sent, cuts = line.sent, line.cuts
    payload = sum(taken.values())
    assert cuts >= payload // LINE_BYTES, "the line did break"
    assert sent <= MOST_SENT * payload
    with owner.connect() as connection:
        arrived = connection.scalars(text("select sha256 from attachments")).all()
        named = connection.scalars(text("select sha256 from visit_photos")).all()
        visits = connection.scalar(text("select count(distinct visit_id) from visit_photos"))
    assert sorted(arrived) == sorted(named) == sorted(taken), "each once"
    assert visits == count
    kept = runtime.settings.data_dir / "attachments" / str(world.county_id)
    assert len([path for path in kept.glob("??/*") if path.is_file()]) == count
    assert list((kept / "partial").iterdir()) == []
