"""`jiayi sync …`."""

import sys

import click

from jiayi.cli.shared import COUNTY, operating, read_settings, the_county
from jiayi.core import database


@click.group()
def sync() -> None:
    """The feed that phones read."""


@sync.command(name="verify")
def sync_verify() -> None:
    """Recompute what phones should see; report any difference from the feed."""
    from jiayi.checks import verify_feed

    with database.connected(read_settings()) as urls:
        found = list(verify_feed(read_settings(), urls))
    for line in found:
        click.echo(line)
    click.echo(f"{len(found)} differences")
    sys.exit(1 if found else 0)


@sync.command(name="status")
@click.option("--county", type=COUNTY, help="one county's region code; all of them if left out")
def sync_status(county: int | None) -> None:
    """Tell who has not synced since when, what was refused, what waits for a leader, how large the feed is."""
    from jiayi import operators
    from jiayi.sync.standing import largest, lines, look

    for one in [county] if county else operators.counties(read_settings()):
        click.echo(f"county {one}")
        with operators.operating(read_settings(), one) as operator:
            for line in lines(look(operator.session, operator.now), largest(operator.session)):
                click.echo(line)


@sync.command(name="rebuild")
@the_county
@click.argument("bucket")
def sync_rebuild(county: int, bucket: str) -> None:
    """Project everything in a bucket (team:<id>, resident:<id>, …) anew and write what differs. Phones get only that."""
    with operating(county) as operator:
        click.echo(f"{operator.rebuild(bucket)} documents differed")
