"""`jiayi audit …`."""

import sys

import click

from jiayi.cli.shared import read_settings
from jiayi.core import database


@click.group()
def audit() -> None:
    """The sealed record of who did what."""


@audit.command(name="verify")
def audit_verify() -> None:
    """Check the seals of every county; report any entry that was changed or is missing."""
    from jiayi.core.audit import verify

    with database.connected(read_settings()) as urls:
        engine = database.owner_engine(urls.owner)
        found = verify(engine)
        engine.dispose()
    for line in found:
        click.echo(line)
    click.echo(f"{len(found)} problems")
    sys.exit(1 if found else 0)
