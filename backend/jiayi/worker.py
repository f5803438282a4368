"""Runs the jobs: what changes deferred, and what comes round by itself for each county.

A worker that is killed leaves its job standing as begun; `retry_stalled` puts it back, and it is run again: so every
task is idempotent.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import procrastinate
from procrastinate import PsycopgConnector, RetryStrategy, exceptions
from procrastinate.builtin_tasks import remove_old_jobs
from procrastinate.jobs import Status

from jiayi.app import make_runtime
from jiayi.core import db, jobs
from jiayi.core.features import parts
from jiayi.identity import service as identity

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from procrastinate import JobContext
    from sqlalchemy.engine import URL

    from jiayi.core.database import Urls
    from jiayi.core.settings import Settings

    HouseTask = Callable[[JobContext, int], Awaitable[None]]

log = logging.getLogger(__name__)

CONCURRENCY = 4
RETRY = RetryStrategy(max_attempts=6, exponential_wait=5)
"""5 s, 25 s, 2 min, 10 min, 52 min, 4 h."""
GIVEN_UP = 10
"""A job that has stalled so often takes its worker down with it, and is not tried again."""
KEPT_HOURS = 24 * 14
"""How long a failed job is kept to be looked at; one that went well is removed at once."""


def run(settings: Settings, urls: Urls) -> None:
    """Work until told to stop (SIGINT, SIGTERM); what has begun is finished first."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("jiayi").setLevel(logging.INFO)
    runtime = make_runtime(settings, urls)
    worker_app(runtime.sessions, urls.app).run_worker(concurrency=CONCURRENCY, delete_jobs="successful")
    runtime.engine.dispose()


def worker_app(sessions: db.Sessions, url: URL) -> procrastinate.App:
    """The job queue on this database (as the application's role), with every task of every feature."""
    conninfo = url.set(drivername="postgresql").render_as_string(hide_password=False)
    app = procrastinate.App(connector=PsycopgConnector(conninfo=conninfo))
    for module in parts("tasks"):
        for task in module.TASKS:
            _register(app, sessions, task)
    _come_round(app, "worker.retry_stalled", "* * * * *", retry_stalled)
    _come_round(app, "worker.remove_old", "50 18 * * *", remove_old)
    return app


def _register(app: procrastinate.App, sessions: db.Sessions, task: jobs.CountyTask) -> None:
    def run_in_county(**task_kwargs: object) -> None:
        task.run(sessions, **task_kwargs)

    # With a queueing lock a retry would collide with the next turn, so what comes round by itself is not retried.
    app.task(name=task.name, retry=False if task.cron else RETRY)(run_in_county)
    if task.cron is None:
        return

    def defer_for_each_county(timestamp: int) -> None:  # noqa: ARG001 (procrastinate gives it)
        with sessions.identity() as session:
            for county_id in identity.counties(session):
                key = f"{task.name}:{county_id}"
                jobs.defer(session, task.name, county_id=county_id, lock=key, queueing_lock=key)
            db.commit(session)

    name = f"{task.name}.each_county"
    app.periodic(cron=task.cron)(app.task(name=name, queueing_lock=name)(defer_for_each_county))


def _come_round(app: procrastinate.App, name: str, cron: str, run: HouseTask) -> None:
    app.periodic(cron=cron)(app.task(name=name, queueing_lock=name, pass_context=True)(run))


async def retry_stalled(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 (procrastinate gives it)
    """Put jobs back whose worker has fallen silent."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        log.warning("job %s was left by its worker", job.call_string)
        if job.attempts >= GIVEN_UP:
            await manager.finish_job(job, Status.FAILED, delete_job=False)
            continue
        try:
            await manager.retry_job(job)
        except exceptions.UniqueViolation:
            # The same job waits in the queue already.
            await manager.finish_job(job, Status.FAILED, delete_job=False)


async def remove_old(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 (procrastinate gives it)
    """Forget jobs that ended long ago."""
    await remove_old_jobs(context, max_hours=KEPT_HOURS, remove_failed=True, remove_cancelled=True)
