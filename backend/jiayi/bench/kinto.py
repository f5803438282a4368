"""Kinto, a peer: a store of JSON records that clients keep in step with, in an environment of its own on the same PostgreSQL.

Both sides sign in and check permissions on every request. Kinto's batch checks no rule and writes no audit; ours does both.
"""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import psycopg

from jiayi.bench.load import Load
from jiayi.core.database import create_role_and_database

if TYPE_CHECKING:
    from sqlalchemy import URL

PACKAGES = (
    "kinto[postgresql]==26.5.0",
    "psycopg2-binary==2.9.13",
    "waitress==3.0.2",
    "setuptools==80.9.0",
    "sqlalchemy==2.0.44",
)
HOME = Path("build/kinto")
DATABASE = "kinto"
AUTHORIZATION = "Basic " + base64.b64encode(b"nurse:only-here").decode()
RECORDS = "/v1/buckets/team/collections/visits/records"
THREADS = 4
BATCH = 100
WAIT_SECONDS = 60

_SETTINGS = """
[app:main]
use = egg:kinto
kinto.storage_backend = kinto.core.storage.postgresql
kinto.storage_url = {url}
kinto.permission_backend = kinto.core.permission.postgresql
kinto.permission_url = {url}
kinto.cache_backend = kinto.core.cache.memory
kinto.userid_hmac_secret = only-here
kinto.bucket_create_principals = system.Authenticated
kinto.batch_max_requests = {batch}
multiauth.policies = basicauth

[server:main]
use = egg:waitress#main
host = 127.0.0.1
port = {port}
threads = {threads}

[loggers]
keys = root
[handlers]
keys =
[formatters]
keys =
[logger_root]
level = ERROR
handlers =
"""

_FILL = (
    "insert into objects (id, parent_id, resource_name, last_modified, data, deleted)"
    " select gen_random_uuid()::text, '/buckets/team/collections/visits', 'record',"
    " from_epoch((extract(epoch from now()) * 1000)::bigint - 1000000 + n), %s::jsonb, false from generate_series(1, %s) n"
)


@contextmanager
def running(server: URL, filled: int) -> Iterator[Load]:
    """A Kinto with so many records of some 300 bytes, and who asks it."""
    python = _environment()
    create_role_and_database(server, DATABASE)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    url = server.set(drivername="postgresql", database=DATABASE)
    written = url.render_as_string(hide_password=False).replace("%", "%%")
    settings = HOME / "kinto.ini"
    settings.write_text(_SETTINGS.format(url=written, port=port, batch=BATCH, threads=THREADS))
    subprocess.run([python.with_name("kinto"), "migrate", "--ini", settings], check=True, capture_output=True)  # noqa: S603 (programs of our own environment)
    process = subprocess.Popen([python.with_name("pserve"), settings], stderr=subprocess.DEVNULL)  # noqa: S603 (programs of our own environment)
    try:
        load = Load("127.0.0.1", port, RECORDS, {"Authorization": AUTHORIZATION, "Content-Type": "application/json"})
        _wait(load)
        _make(load, url, filled)
        yield load
    finally:
        process.terminate()
        process.wait(20)


def _environment() -> Path:
    """Its own Python environment, made once."""
    python = HOME / "env" / "bin" / "python"
    if not python.with_name("kinto").exists():
        HOME.mkdir(parents=True, exist_ok=True)
        uv = Path(sys.executable).with_name("uv")
        subprocess.run([uv, "venv", "--quiet", "--clear", HOME / "env"], check=True)  # noqa: S603 (programs of our own environment)
        subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *PACKAGES], check=True)  # noqa: S603 (programs of our own environment)
    return python.absolute()


def _wait(load: Load) -> None:
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            if httpx.get(f"http://{load.host}:{load.port}/v1/__heartbeat__").is_success:
                return
        except httpx.TransportError:
            pass
        if time.monotonic() > until:
            raise TimeoutError("kinto")
        time.sleep(0.1)


def _make(load: Load, url: URL, count: int) -> None:
    with httpx.Client(base_url=f"http://{load.host}:{load.port}/v1", headers=load.headers, timeout=120) as client:
        client.put("/buckets/team").raise_for_status()
        client.put("/buckets/team/collections/visits").raise_for_status()
    # By its own batches this takes half an hour.
    with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(_FILL, [json.dumps(record(0)), count])
        connection.execute("vacuum analyze objects")


def batch(numbers: range) -> bytes:
    """A batch that creates these records."""
    asked: list[dict[str, Any]] = [{"body": {"data": record(number)}} for number in numbers]
    return json.dumps({"defaults": {"method": "POST", "path": RECORDS}, "requests": asked}).encode()


def record(number: int) -> dict[str, Any]:
    """As large as the documents it is measured against."""
    return {"number": number, "note": "血压平稳，按时服药。" * 8}


def since(load: Load, behind: int) -> str:
    """The path of a client that lacks the last `behind` records."""
    with httpx.Client(base_url=f"http://{load.host}:{load.port}", headers=load.headers, timeout=60) as client:
        newest = client.get(RECORDS, params={"_sort": "-last_modified", "_limit": behind + 1}).raise_for_status().json()
    return f"{RECORDS}?_since={newest['data'][-1]['last_modified']}"
