"""`jiayi contract …`."""

import sys
from uuid import UUID

import click

from jiayi.cli.shared import COUNTY, read_settings


@click.group()
def contract() -> None:
    """Signed contracts and the evidence under them."""


@contract.command(name="verify")
@click.argument("contract_id", metavar="ID", type=click.UUID)
@click.option("--county", type=COUNTY, help="its county's region code; looked for in all of them if left out")
@click.option("--language", type=click.Choice(["zh-CN", "en"]), default="en", show_default=True)
def contract_verify(contract_id: UUID, county: int | None, language: str) -> None:
    """Recompute text, signatures, times, photo and seals; say what holds and what was changed. Exit 1 unless all holds."""
    from jiayi.checks import verify_contract
    from jiayi.contracts.service import holds
    from jiayi.core import i18n

    found = verify_contract(read_settings(), contract_id, county)
    if found is None:
        raise click.ClickException("there is no signed contract with this id")
    for one in found:
        mark = "  " if one.state.value == "holds" else "! "
        click.echo(mark + i18n.text(f"contracts-evidence-{one.about}_{one.state.value}", one.values, language))
    sys.exit(0 if holds(found) else 1)


@contract.command(name="keys")
def contract_keys() -> None:
    """Print the public keys with which anybody can check our seals, without us."""
    from jiayi.core.crypto import Sealer

    for key_id, public in Sealer(read_settings().seal_keys).public_keys().items():
        click.echo(f"{key_id}  {public}")
