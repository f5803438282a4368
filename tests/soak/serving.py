"""The server that can be made to stumble: the application as it is, and troubles that a request asks for by a header.

`die:2`: the process ends after its second commit of that request, so before it could answer. `database:2`: PostgreSQL
does. `slow_begin` and `slow_commit`: a transaction takes its time after it began, or before it ends. Only ever started by
the simulator.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from jiayi import serving
from jiayi.core.db import touched
from tests.soak import mutants

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SLOW_SECONDS = 0.15
SECOND = 2
FORGET = "/-/forget"
"""Lets go of all connections, so that the database can be exchanged."""
_troubled = threading.local()


def application() -> WSGIApplication:
    """The application, with the mutant that the environment names, and with its troubles."""
    mutants.apply(os.environ.get("JIAYI_SOAK_MUTANT", ""))
    app = serving.application()
    event.listen(Session, "after_begin", _began)
    event.listen(Session, "before_commit", _commits)
    event.listen(Session, "after_commit", _committed)

    def dispatch(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == FORGET:
            app.extensions["jiayi.sessions"].engine.dispose()
            start_response("204 No Content", [])
            return []
        _troubled.what, _, after = environ.get("HTTP_X_TROUBLE", "").partition(":")
        _troubled.commits_left, _troubled.begun = int(after or 0), 0
        try:
            return app(environ, start_response)
        finally:
            _troubled.what = ""

    return dispatch


def _trouble() -> str:
    return getattr(_troubled, "what", "")


def _began(session: Session, _transaction: Any, _connection: Any) -> None:
    # The first transaction of a push only asks who sends it; the next is the first command's.
    _troubled.begun = getattr(_troubled, "begun", 0) + 1
    if _trouble() == "slow_begin" and _troubled.begun == SECOND:
        time.sleep(SLOW_SECONDS)


def _commits(session: Session) -> None:
    # Only what wrote to the feed has versions that somebody might pass over.
    if _trouble() == "slow_commit" and touched(session):
        time.sleep(SLOW_SECONDS)


def _committed(_session: Session) -> None:
    if _trouble() not in {"die", "database"}:
        return
    _troubled.commits_left -= 1
    if _troubled.commits_left > 0:
        return
    if _trouble() == "die":
        os.killpg(os.getpgid(0), signal.SIGKILL)
    _troubled.what = ""
    _stop_database()


def _stop_database() -> None:
    pid_file = Path(os.environ["JIAYI_DATA_DIR"]) / "postgresql" / "postmaster.pid"
    with contextlib.suppress(OSError, ValueError):
        os.kill(int(pid_file.read_text().splitlines()[0]), signal.SIGQUIT)
    until = time.monotonic() + 5
    while pid_file.exists() and time.monotonic() < until:
        time.sleep(0.01)


if __name__ == "__main__":
    import sys

    serving.listen("tests.soak.serving:application", "127.0.0.1", int(sys.argv[1]), 1)
