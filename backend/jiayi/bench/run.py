"""Runs the measurements on a scratch database and a server of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click
import httpx
import psutil
from sqlalchemy import Engine

from jiayi.app import Runtime, make_runtime
from jiayi.bench import calibration, commands, county, crowd, feed, indicators, kinto, memory, peers, phone, unserved
from jiayi.bench.bars import Bar, report
from jiayi.bench.load import Load
from jiayi.core import migrate
from jiayi.core.database import Urls, owner_engine
from jiayi.core.scratch import scratch_database
from jiayi.core.settings import SECRETS, load, make_secrets

WAIT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Stage:
    """A migrated scratch database with the county that is measured."""

    runtime: Runtime
    owner: Engine
    place: county.BenchCounty
    urls: Urls

    @contextmanager
    def server(self, path: str, workers: int | None = None) -> Iterator[tuple[psutil.Process, Load]]:
        """A running server, and somebody of the county who asks it."""
        headers = {"Authorization": f"Bearer {county.token(self.runtime, self.place)}"}
        about = {"JIAYI_BENCH_COUNTY": str(county.COUNTY), "JIAYI_BENCH_BUCKET": self.place.bucket}
        with _listening(self.urls, about, workers or self.runtime.settings.workers) as (process, port):
            yield process, Load("127.0.0.1", port, path, headers)


PULL = "/api/v1/sync/pull"


def _push(on: Stage) -> Iterator[Bar]:
    yield from commands.push_against_orm(on.runtime, on.owner, on.place)


def _pull(on: Stage) -> Iterator[Bar]:
    with on.server(PULL) as (_, asked):
        yield from feed.pull_against_bare(on.runtime, on.owner, on.place, asked)


def _kinto(on: Stage) -> Iterator[Bar]:
    with on.server(PULL) as (_, asked), kinto.running(on.urls.owner, peers.RECORDS) as theirs:
        yield from peers.against_kinto(on.runtime, on.owner, on.place, asked, theirs)


def _first(on: Stage) -> Iterator[Bar]:
    with on.server(PULL) as (_, asked):
        yield from peers.first_downloads(on.runtime, on.owner, on.place, asked, calibration.pace(on.owner))


def _feed(on: Stage) -> Iterator[Bar]:
    yield from peers.feed_cost(on.runtime, on.owner, on.place)


def _memory(on: Stage) -> Iterator[Bar]:
    with on.server("/api/v1/me", workers=1) as (process, asked):
        yield from memory.growth(process, asked)


def _unserved(on: Stage) -> Iterator[Bar]:
    yield from unserved.whole_county(on.runtime, on.owner, on.place)


def _indicators(on: Stage) -> Iterator[Bar]:
    yield from indicators.large_county(on.runtime, on.owner, on.place)


def _large(on: Stage) -> Iterator[Bar]:
    yield from feed.small_against_large(on.runtime, on.owner)


ON_STAGE: Mapping[str, Callable[[Stage], Iterator[Bar]]] = {
    "push": _push, "pull": _pull, "feed": _feed, "kinto": _kinto, "first": _first, "memory": _memory,
    "unserved": _unserved, "indicators": _indicators, "large": _large,
}  # fmt: skip
SECTIONS = (*ON_STAGE, "phone")


def run(path: Path, sections: Collection[str] = SECTIONS) -> bool:
    """Measure everything, or some sections; True when every bar holds. A section that breaks does not keep the others."""
    made = make_secrets()
    os.environ.update({name: made[name] for name in SECRETS})
    found: list[Bar] = []
    broken: list[str] = []
    for name, bars in _begun(sections):
        click.echo(f"{name}…")
        try:
            for bar in bars:
                click.echo(bar.line())
                found.append(bar)
        except Exception as problem:  # noqa: BLE001 (said, and the next one has its turn)
            click.echo(f"✗ {name} was not measured: {problem!r}")
            broken.append(name)
    return report(found, path) and not broken


def _begun(sections: Collection[str]) -> Iterator[tuple[str, Iterator[Bar]]]:
    wanted = [name for name in ON_STAGE if name in sections]
    if wanted:
        with scratch_database() as urls:
            owner = owner_engine(urls.owner)
            migrate.upgrade(owner)
            runtime = make_runtime(replace(load(), is_demo=False), urls)
            stage = Stage(runtime, owner, county.build(runtime), urls)
            click.echo(f"this machine takes {calibration.pace(owner):.2f} of the reference's time")
            for name in wanted:
                yield name, ON_STAGE[name](stage)
            runtime.engine.dispose()
            owner.dispose()
    if "phone" in sections and phone.is_possible():
        with scratch_database() as urls:
            migrate.upgrade(owner_engine(urls.owner))
            yield "phone", _phone_bars(urls)


def _phone_bars(urls: Urls) -> Iterator[Bar]:
    name, bucket = crowd.nurse(replace(load(), is_demo=True), urls)
    owner = owner_engine(urls.owner)
    crowd.crowd(owner, bucket)
    serving = {"JIAYI_DEMO": "1", "JIAYI_BENCH_COUNTY": str(county.COUNTY), "JIAYI_BENCH_BUCKET": bucket}
    with _listening(urls, serving, 2) as (_, port):
        yield from phone.speed(f"http://127.0.0.1:{port}", name, lambda: calibration.pace(owner))
    owner.dispose()


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
