"""`jiayi fees …`."""

from datetime import datetime

import click

from jiayi.cli.shared import COUNTY, read_settings


@click.group()
def fees() -> None:
    """What the teams' contracts earn."""


@fees.command(name="accrue")
@click.option(
    "--month", type=click.DateTime(["%Y-%m"]), help="the month, as 2026-10; every month that is due if left out"
)
@click.option("--county", type=COUNTY, help="one county's region code; all of them if left out")
def fees_accrue(month: datetime | None, county: int | None) -> None:
    """Book a month's fees, and correct what is found different now. Once more adds only what has changed since."""
    from jiayi import operators
    from jiayi.core import i18n
    from jiayi.core.errors import Problem

    settings = read_settings()
    for one in [county] if county else operators.counties(settings):
        try:
            count = operators.book_fees(settings, one, month.date() if month else None)
        except Problem as problem:
            raise click.ClickException(i18n.text(i18n.message_id(problem.code), language="en")) from problem
        click.echo(f"county {one}: {count} entries")
