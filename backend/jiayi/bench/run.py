"""Runs the measurements on a scratch database and a server of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
import httpx
import psutil

from jiayi.app import Runtime, make_runtime
from jiayi.bench import calibration, commands, county, crowd, feed, indicators, kinto, memory, peers, phone, unserved
from jiayi.bench.bars import Bar, report
from jiayi.bench.load import Load
from jiayi.core import migrate
from jiayi.core.database import Urls, owner_engine
from jiayi.core.scratch import scratch_database
from jiayi.core.settings import SECRETS, load, make_secrets

WAIT_SECONDS = 60


SECTIONS = ("server", "phone")


def run(path: Path, sections: Sequence[str] = SECTIONS) -> bool:
    """Measure everything, or some sections; True when every bar holds."""
    made = make_secrets()
    os.environ.update({name: made[name] for name in SECRETS})
    found: list[Bar] = []
    if "server" in sections:
        with scratch_database() as urls:
            migrate.upgrade(owner_engine(urls.owner))
            found += _bars(make_runtime(replace(load(), is_demo=False), urls), urls)
    if "phone" in sections and phone.is_possible():
        click.echo("filling a phone…")
        with scratch_database() as urls:
            migrate.upgrade(owner_engine(urls.owner))
            found += _phone_bars(urls)
    return report(found, path)


def _phone_bars(urls: Urls) -> Iterator[Bar]:
    name, bucket = crowd.nurse(replace(load(), is_demo=True), urls)
    owner = owner_engine(urls.owner)
    crowd.crowd(owner, bucket)
    serving = {"JIAYI_DEMO": "1", "JIAYI_BENCH_COUNTY": str(county.COUNTY), "JIAYI_BENCH_BUCKET": bucket}
    with _listening(urls, serving, 2) as (_, port):
        yield from phone.speed(f"http://127.0.0.1:{port}", name, lambda: calibration.pace(owner))
    owner.dispose()


def _bars(runtime: Runtime, urls: Urls) -> Iterator[Bar]:
    owner = owner_engine(urls.owner)
    place = county.build(runtime)
    click.echo("pushing…")
    yield from commands.push_against_orm(runtime, owner, place)
    click.echo("pulling…")
    headers = {"Authorization": f"Bearer {county.token(runtime, place)}"}
    with _server(urls, place, runtime.settings.workers) as (_, port):
        asked = Load("127.0.0.1", port, "/api/v1/sync/pull", headers)
        yield from feed.pull_against_bare(runtime, owner, place, asked)
        pace = calibration.pace(owner)
        click.echo(f"beside Kinto… (this machine takes {pace:.2f} of the reference's time)")
        with kinto.running(urls.owner, peers.RECORDS) as theirs:
            yield from peers.against_kinto(runtime, owner, place, asked, theirs)
    click.echo("first downloads…")
    with _server(urls, place, runtime.settings.workers) as (_, port):
        yield from peers.first_downloads(
            runtime, owner, place, Load("127.0.0.1", port, "/api/v1/sync/pull", headers), pace
        )
    yield from peers.feed_cost(runtime, owner, place)
    click.echo("watching memory…")
    with _server(urls, place, 1) as (process, port):
        yield from memory.growth(process, Load("127.0.0.1", port, "/api/v1/me", headers))
    click.echo("looking for who is not served…")
    yield from unserved.whole_county(runtime, owner, place)
    click.echo("counting indicators…")
    yield from indicators.large_county(runtime, owner, place)
    click.echo("filling a large feed…")
    yield from feed.small_against_large(runtime, owner)
    runtime.engine.dispose()
    owner.dispose()


@contextmanager
def _server(urls: Urls, place: county.BenchCounty, workers: int) -> Iterator[tuple[psutil.Process, int]]:
    about = {"JIAYI_BENCH_COUNTY": str(county.COUNTY), "JIAYI_BENCH_BUCKET": place.bucket}
    with _listening(urls, about, workers) as found:
        yield found


@contextmanager
def _listening(urls: Urls, about: dict[str, str], workers: int) -> Iterator[tuple[psutil.Process, int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    environment = (
        os.environ
        | about
        | {
            "JIAYI_SERVING_OWNER_URL": urls.owner.render_as_string(hide_password=False),
            "JIAYI_SERVING_APP_URL": urls.app.render_as_string(hide_password=False),
        }
    )
    code = f"from jiayi.serving import listen; listen('jiayi.bench.server:application', '127.0.0.1', {port}, {workers})"
    started = subprocess.Popen([sys.executable, "-c", code], env=environment)  # noqa: S603 (ourselves)
    try:
        _wait_for(port)
        yield psutil.Process(started.pid), port
    finally:
        started.terminate()
        started.wait(20)


def _wait_for(port: int) -> None:
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        if time.monotonic() > until:
            raise TimeoutError(f"no server on port {port}")
        time.sleep(0.05)
