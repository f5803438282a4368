"""`jiayi staff …`."""

from uuid import UUID

import click

from jiayi.cli.shared import operating, the_county

_phone = click.option("--phone", required=True, help="the person's mobile number")


@click.group()
def staff() -> None:
    """Accounts of those who work here: the first ones, lost phones, forgotten passwords. All of it is audited."""


@staff.command(name="add")
@the_county
@_phone
@click.option("--name", required=True)
@click.option("--role", type=click.Choice(["admin", "manager", "supervisor"]), default="admin", show_default=True)
def staff_add(county: int, phone: str, name: str, role: str) -> None:
    """Add somebody of the office. Clinicians are added by the administrator, with POST /api/v1/clinicians."""
    from jiayi.identity.terms import Role

    with operating(county) as operator:
        operator.add_staff(phone=phone, name=name, role=Role(role))
    click.echo("next: jiayi staff authenticator, without which nobody gets in")


@staff.command(name="authenticator")
@the_county
@_phone
def staff_authenticator(county: int, phone: str) -> None:
    """Print a fresh second factor, for the person's authenticator app. The former one ends."""
    with operating(county) as operator:
        click.echo(operator.authenticator(phone))


@staff.command(name="password")
@the_county
@_phone
@click.password_option(help="asked for when it is not given")
def staff_password(county: int, phone: str, password: str) -> None:
    """Set a password, to sign in with instead of a code by SMS."""
    with operating(county) as operator:
        operator.set_password(phone, password)


@staff.command(name="disable")
@the_county
@_phone
def staff_disable(county: int, phone: str) -> None:
    """End all sessions and let nobody in; work done can be handed in for 30 days."""
    with operating(county) as operator:
        operator.disable(phone)


@staff.command(name="enable")
@the_county
@_phone
def staff_enable(county: int, phone: str) -> None:
    """Undo `disable`, and unlock after too many wrong tries."""
    with operating(county) as operator:
        operator.enable(phone)


@staff.command(name="devices")
@the_county
@_phone
def staff_devices(county: int, phone: str) -> None:
    """List the phones that this person signed in on, the last used first."""
    with operating(county) as operator:
        for device_id, seen_at, revoked_at in operator.devices(phone):
            click.echo(f"{device_id}  {seen_at:%Y-%m-%d %H:%M} UTC{'  revoked' if revoked_at else ''}")


@staff.command(name="revoke")
@the_county
@_phone
@click.argument("device", type=click.UUID)
def staff_revoke(county: int, phone: str, device: UUID) -> None:
    """Bar a lost phone; it erases what it holds at its next contact."""
    with operating(county) as operator:
        operator.revoke_device(phone, device)
