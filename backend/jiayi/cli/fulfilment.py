"""`jiayi fulfilment …`."""

import click

from jiayi.cli.shared import COUNTY, read_settings


@click.group()
def fulfilment() -> None:
    """What was done and counts, and who is not being served."""


@fulfilment.command(name="evaluate")
@click.option("--county", type=COUNTY, help="one county's region code; all of them if left out")
def fulfilment_evaluate(county: int | None) -> None:
    """Look at everybody now, as the worker does each night; tell how many findings were written."""
    from jiayi import operators
    from jiayi.app import make_runtime
    from jiayi.core import clock, database
    from jiayi.fulfilment import service

    settings = read_settings()
    wanted = [county] if county else operators.counties(settings)
    with database.connected(settings) as urls:
        runtime = make_runtime(settings, urls)
        for one in wanted:
            count = service.evaluate_county(runtime.sessions, one, clock.now())
            click.echo(f"county {one}: {count} findings opened, changed or closed")
        runtime.engine.dispose()
