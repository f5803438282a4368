"""`jiayi county …`."""

import click

from jiayi.cli.shared import COUNTY, operating


@click.group()
def county() -> None:
    """The counties of this installation."""


@county.command(name="add")
@click.argument("code", metavar="COUNTY", type=COUNTY)
def county_add(code: int) -> None:
    """Give the county with this region code the catalogue of this release."""
    with operating(code) as operator:
        operator.add_county()
    click.echo("next: jiayi staff add, for its first administrator")
