"""Starts granian on the WSGI application. Connection pools are opened after the fork, in each process."""

import os

from flask import Flask
from granian.constants import Interfaces
from granian.server import Server

from jiayi.core import database
from jiayi.core.settings import Settings, load

BLOCKING_THREADS = 4


def serve(settings: Settings, host: str | None, port: int | None, workers: int | None) -> None:
    """Serve until told to stop. The database is connected (or its embedded server started) around the whole."""
    if host is not None:
        os.environ["JIAYI_HOST"] = host
        settings = load()
    with database.connected(settings) as urls:
        start(urls, settings.host, port or settings.port, workers or settings.workers)


def start(urls: database.Urls, host: str, port: int, workers: int) -> None:
    """Run the server in this process until it is told to stop."""
    # Each worker builds its own application; it finds the database here.
    os.environ["JIAYI_SERVING_OWNER_URL"] = urls.owner.render_as_string(hide_password=False)
    os.environ["JIAYI_SERVING_APP_URL"] = urls.app.render_as_string(hide_password=False)
    listen("jiayi.serving:application", host, port, workers)


def listen(factory: str, host: str, port: int, workers: int) -> None:
    """Run granian on the WSGI application that `factory` makes in each worker."""
    Server(
        factory,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=BLOCKING_THREADS,
        backpressure=128,
        log_access=False,
        websockets=False,
        factory=True,
    ).serve()


def application() -> Flask:
    """The WSGI application of one server process."""
    from sqlalchemy import make_url

    from jiayi.app import create_app, make_runtime

    urls = database.Urls(make_url(os.environ["JIAYI_SERVING_OWNER_URL"]), make_url(os.environ["JIAYI_SERVING_APP_URL"]))
    return create_app(make_runtime(load(), urls))
