"""Work for later, kept in the same database: deferred in the transaction that causes it, it commits and rolls back with it.

A feature's `tasks.py` lists its tasks; the worker collects them. A worker may be killed in the middle and the job is
then run again, so every task is idempotent.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from procrastinate.exceptions import AlreadyEnqueued

from jiayi.core import db
from jiayi.core.clock import now

if TYPE_CHECKING:
    from procrastinate import App
    from sqlalchemy.orm import Session

Verb = Callable[["Session", datetime], object]


@dataclass(frozen=True, slots=True)
class CountyTask:
    """Work inside one county. `run(sessions, county_id, **kwargs)` opens its own transactions.

    With `cron` (five fields, UTC) it is done for each county at these times; then it is not retried, for the next turn
    comes anyway. Without, it is done when deferred, and retried with growing pauses.
    """

    name: str
    run: Callable[..., object]
    cron: str | None = None


def defer(
    session: Session,
    task_name: str,
    *,
    lock: str | None = None,
    queueing_lock: str | None = None,
    **task_kwargs: object,
) -> None:
    """Have `task_name` done after this transaction, in the session's county unless `county_id` is given.

    The arguments are JSON values. No two jobs with one `lock` run at once; of several with one `queueing_lock` that
    nobody has begun, the first stays and the others are dropped (for tasks with `cron` only: a retry would collide).
    """
    if "county_id" in session.info:
        task_kwargs.setdefault("county_id", session.info["county_id"])
    if queueing_lock is None:
        _write_down(session, task_name, lock, None, task_kwargs)
        return
    # A job that waits already breaks a unique index: in a savepoint, the transaction outlives it.
    with contextlib.suppress(AlreadyEnqueued), session.begin_nested():
        _write_down(session, task_name, lock, queueing_lock, task_kwargs)


def _write_down(
    session: Session, task_name: str, lock: str | None, queueing_lock: str | None, task_kwargs: dict[str, object]
) -> None:
    # Asked of the session, the connection takes part in its savepoint; the driver's own is not asked before.
    connection = session.connection().connection.driver_connection
    _app().configure_task(
        task_name, lock=lock, queueing_lock=queueing_lock, task_kwargs=task_kwargs, connection=connection
    ).defer()


def in_county(verb: Verb) -> Callable[..., None]:
    """A task's `run` made of a verb `(session, now, **kwargs)`: one transaction, committed at the end."""

    def run(sessions: db.Sessions, county_id: int, **task_kwargs: object) -> None:
        with sessions.county(county_id) as session:
            verb(session, now(), **task_kwargs)
            db.commit(session)

    return run


@cache
def _app() -> App:
    """Only knows how to write a job down; never opened, because each job goes through its own session's connection."""
    from procrastinate import App, SyncPsycopgConnector

    return App(connector=SyncPsycopgConnector())
