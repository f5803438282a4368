"""`jiayi demo`: database, county, server and worker on this machine alone, until Ctrl-C."""

import contextlib
import fcntl
import os
import signal
import socket
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from jiayi.core import clock, i18n
from jiayi.core import settings as settings_module
from jiayi.core.database import EmbeddedServer
from jiayi.core.settings import Settings
from jiayi.demo.children import Child, ChildEndedError, ask, wait_until_ready
from jiayi.demo.house import COUNTY_ID, NotDemoError, prepare
from jiayi.demo.people import told_mobile
from jiayi.demo.story import story

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LOOK_EVERY_SECONDS = 0.5
OTHER_PORT = 80
WHO_WIDTH, NAME_WIDTH, PHONE_WIDTH = 20, 10, 14


class _Stopped(BaseException):
    """Somebody wants the demo to end."""


def run(*, residents: int, fresh: bool, port: int | None) -> None:
    """Set up what is missing and run until told to stop (SIGINT, SIGTERM, SIGHUP); then nothing of it is left running.

    The demo always has an embedded database of its own: a DATABASE_URL in the environment is not looked at.
    """
    os.environ["JIAYI_DEMO"] = "1"
    # One server process starts sooner than two, and is enough for whoever looks on from this machine.
    os.environ.setdefault("JIAYI_WORKERS", "1")
    for name in ("DATABASE_URL", "JIAYI_APP_DATABASE_URL"):
        os.environ.pop(name, None)
    try:
        settings = settings_module.load()
    except settings_module.SettingsError as error:
        raise click.ClickException(str(error)) from error
    for number in SIGNALS:
        signal.signal(number, _stop)
    try:
        with _alone(settings.data_dir):
            _run(settings, port or settings.port, residents=residents, fresh=fresh)
    except _Stopped:
        _say("demo-stopped")


def _run(settings: Settings, port: int, *, residents: int, fresh: bool) -> None:
    _demand_free(settings.host, port)
    with contextlib.ExitStack() as stack:
        server = EmbeddedServer(settings.data_dir)
        stack.callback(server.stop)
        try:
            prepare(settings, server, residents=residents, fresh=fresh, now=clock.now())
        except NotDemoError:
            _refuse("demo-refused-not_demo", folder=str(settings.data_dir))
        _say("demo-starting")
        children = [
            Child("jiayi serve", ["serve", "--port", str(port)], settings.data_dir / "demo-server.log"),
            Child("jiayi worker", ["worker"], settings.data_dir / "demo-worker.log"),
        ]
        for child in children:
            stack.callback(child.stop)
        for child in children:
            stack.callback(child.ask_to_stop)
        # First of all when it ends: a second Ctrl-C must not leave half of it running.
        stack.callback(_ignore_signals)
        _watch(f"http://{settings.host}:{port}", children)


def _watch(url: str, children: list[Child]) -> None:
    """Run until one of the children ends, or somebody ends it all."""
    try:
        wait_until_ready(url, children)
        _welcome(url)
        while True:
            for child in children:
                child.demand_running()
            time.sleep(LOOK_EVERY_SECONDS)
    except ChildEndedError as ended:
        _refuse("demo-refused-server_ended", tail=ended.tail, name=ended.name)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _Stopped


def _ignore_signals() -> None:
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """Only one demo a folder; the lock falls away with its holder, however that ends."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "demo.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            _refuse("demo-refused-runs_already", folder=str(data_dir))
        yield


def _demand_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            _refuse("demo-refused-port_taken", port=str(port), other=str(port + OTHER_PORT))


def _welcome(url: str) -> None:
    """Say where it is and who there is to be, in both languages."""
    names = {told_mobile(COUNTY_ID, persona.phone): persona.who for persona in story().personas}
    people = ask(f"{url}/api/v1/demo/accounts")
    for language in i18n.LANGUAGES:
        click.echo()
        click.echo(i18n.text("demo-ready", {"url": url}, language))
        click.echo(i18n.text("demo-sign-in", {}, language))
        for one in people:
            who = i18n.text(f"demo-who-{names[one['phone']]}", {}, language)
            realm = i18n.text(f"demo-realm-{one['realm']}", {}, language)
            columns = (_pad(who, WHO_WIDTH), _pad(one["name"], NAME_WIDTH), _pad(one["phone"], PHONE_WIDTH), realm)
            click.echo(f"  {''.join(columns)}")
        click.echo(i18n.text("demo-fictional", {}, language))
        click.echo(i18n.text("demo-stop", {}, language))


def _pad(text: str, width: int) -> str:
    """Fill up to a width in columns of the terminal, where a Han character takes two."""
    taken = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
    return text + " " * max(1, width - taken)


def _say(message_id: str) -> None:
    click.echo(" / ".join(i18n.text(message_id, {}, language) for language in i18n.LANGUAGES))


def _refuse(message_id: str, tail: str = "", **values: str) -> NoReturn:
    lines = [i18n.text(message_id, values, language) for language in i18n.LANGUAGES]
    raise click.ClickException("\n".join([*lines, *([tail] if tail else [])]))
