"""The `jiayi` command."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiayi.core import database, migrate, resources
from jiayi.core import settings as settings_module

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from jiayi.core.settings import Settings
    from jiayi.operators import Operator


def _settings() -> Settings:
    try:
        return settings_module.load()
    except settings_module.SettingsError as error:
        raise click.ClickException(str(error)) from error


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jiayi")
def main() -> None:
    """Family-doctor home services that really happen, and the proof that they did."""


@main.command()
@click.option("--host", help="address to listen on [JIAYI_HOST, 127.0.0.1]")
@click.option("--port", type=int, help="port to listen on [PORT, 8000]")
@click.option("--workers", type=int, help="server processes [JIAYI_WORKERS, 2]")
def serve(host: str | None, port: int | None, workers: int | None) -> None:
    """Serve the API and the app."""
    from jiayi.serving import serve as run

    run(_settings(), host, port, workers)


@main.command()
def worker() -> None:
    """Run background jobs: reminders, expiry, sealing."""
    from jiayi.worker import run

    settings = _settings()
    with database.connected(settings) as urls:
        run(settings, urls)


@main.command()
@click.option("--residents", type=int, default=1200, show_default=True, help="how many residents the county has")
@click.option("--fresh", is_flag=True, help="start from an empty database again")
@click.option("--port", type=int, help="port to listen on [PORT, 8000]")
def demo(residents: int, fresh: bool, port: int | None) -> None:  # noqa: FBT001 (click's way)
    """Set up and run everything with a fictional county: server, worker and app."""
    from jiayi.demo.run import run

    run(residents=residents, fresh=fresh, port=port)


@main.command(name="migrate")
@click.option("--check", is_flag=True, help="only tell whether the models have what the migrations lack")
@click.option("--new", "message", help="write a migration for what the models have and the database lacks")
def migrate_command(check: bool, message: str | None) -> None:  # noqa: FBT001 (click's way)
    """Bring the database to the newest state."""
    if check:
        from jiayi.core.scratch import scratch_database

        with scratch_database() as urls:
            migrate.upgrade(database.owner_engine(urls.owner))
            found = migrate.differences(database.owner_engine(urls.owner))
        if found:
            raise click.ClickException(found)
        click.echo("models and migrations agree")
        return
    with database.connected(_settings()) as urls:
        engine = database.owner_engine(urls.owner)
        if message:
            migrate.write_revision(engine, message)
        else:
            migrate.upgrade(engine)
            click.echo("database is up to date")
        engine.dispose()


@main.command()
@click.option("--residents", type=int, default=1200, show_default=True, help="how many residents the county has")
@click.option("--county", type=int, default=511399, show_default=True, help="the county's region code")
@click.option("--seed", "number", type=int, default=7, show_default=True, help="the same number gives the same county")
def seed(residents: int, county: int, number: int) -> None:
    """Fill an empty county with fictional people, contracts and visits."""
    from jiayi.demo.seeding import seed_county

    settings = _settings()
    with database.connected(settings) as urls:
        migrate.upgrade(database.owner_engine(urls.owner))
        seed_county(settings, urls, county_id=county, residents=residents, number=number)


@main.command()
@click.option("--check", is_flag=True, help="fail unless pwa/openapi.json is what the code says")
@click.option("--write", "path", type=click.Path(dir_okay=False, path_type=Path), help="write the document there")
def openapi(check: bool, path: Path | None) -> None:  # noqa: FBT001 (click's way)
    """Print the OpenAPI document."""
    from jiayi.document import build

    document = build() + b"\n"
    committed = resources.seed().parent / "pwa" / "openapi.json"
    if check:
        if not committed.exists() or committed.read_bytes() != document:
            raise click.ClickException("pwa/openapi.json is stale: jiayi openapi --write pwa/openapi.json")
        click.echo("pwa/openapi.json is fresh")
    elif path:
        path.write_bytes(document)
    else:
        sys.stdout.buffer.write(document)


@main.command()
@click.option("--json", "path", type=click.Path(path_type=Path), default=Path("build/bench.json"), show_default=True)
def bench(path: Path) -> None:
    """Measure against the bars; exit 1 if one falls short."""
    from jiayi.bench.run import run

    if not run(path):
        sys.exit(1)


@main.command()
@click.option("--new-secrets", is_flag=True, help="print fresh secrets for the environment, and nothing else")
def doctor(new_secrets: bool) -> None:  # noqa: FBT001 (click's way)
    """Check this installation."""
    if new_secrets:
        for name, value in settings_module.make_secrets().items():
            click.echo(f"{name}={value!r}")
        return
    from jiayi.doctor import examine

    if not examine():
        sys.exit(1)


@main.group(name="county")
def county_group() -> None:
    """The counties of this installation."""


@county_group.command(name="add")
@click.argument("county", type=click.IntRange(100_000, 999_999))
def county_add(county: int) -> None:
    """Give the county with this region code the catalogue of this release."""
    with _operating(county) as operator:
        operator.add_county()
    click.echo("next: jiayi staff add, for its first administrator")


@contextmanager
def _operating(county: int) -> Iterator[Operator]:
    from jiayi.core import i18n
    from jiayi.core.errors import Problem
    from jiayi.operators import operating

    try:
        with operating(_settings(), county) as operator:
            yield operator
    except Problem as problem:
        raise click.ClickException(
            f"{i18n.text(i18n.message_id(problem.code), language='en')} ({problem.code})"
        ) from problem


_county = click.option(
    "--county", type=click.IntRange(100_000, 999_999), required=True, help="the county's region code"
)
_phone = click.option("--phone", required=True, help="the person's mobile number")


@main.group()
def staff() -> None:
    """Accounts of those who work here: the first ones, lost phones, forgotten passwords. All of it is audited."""


@staff.command(name="add")
@_county
@_phone
@click.option("--name", required=True)
@click.option("--role", type=click.Choice(["admin", "manager", "supervisor"]), default="admin", show_default=True)
def staff_add(county: int, phone: str, name: str, role: str) -> None:
    """Add somebody of the office. Clinicians are added by the administrator, with POST /api/v1/clinicians."""
    from jiayi.identity.terms import Role

    with _operating(county) as operator:
        operator.add_staff(phone=phone, name=name, role=Role(role))
    click.echo("next: jiayi staff authenticator, without which nobody gets in")


@staff.command(name="authenticator")
@_county
@_phone
def staff_authenticator(county: int, phone: str) -> None:
    """Print a fresh second factor, for the person's authenticator app. The former one ends."""
    with _operating(county) as operator:
        click.echo(operator.authenticator(phone))


@staff.command(name="password")
@_county
@_phone
@click.password_option(help="asked for when it is not given")
def staff_password(county: int, phone: str, password: str) -> None:
    """Set a password, to sign in with instead of a code by SMS."""
    with _operating(county) as operator:
        operator.set_password(phone, password)


@staff.command(name="disable")
@_county
@_phone
def staff_disable(county: int, phone: str) -> None:
    """End all sessions and let nobody in; work done can be handed in for 30 days."""
    with _operating(county) as operator:
        operator.disable(phone)


@staff.command(name="enable")
@_county
@_phone
def staff_enable(county: int, phone: str) -> None:
    """Undo `disable`, and unlock after too many wrong tries."""
    with _operating(county) as operator:
        operator.enable(phone)


@staff.command(name="devices")
@_county
@_phone
def staff_devices(county: int, phone: str) -> None:
    """List the phones that this person signed in on, the last used first."""
    with _operating(county) as operator:
        for device_id, seen_at, revoked_at in operator.devices(phone):
            click.echo(f"{device_id}  {seen_at:%Y-%m-%d %H:%M} UTC{'  revoked' if revoked_at else ''}")


@staff.command(name="revoke")
@_county
@_phone
@click.argument("device", type=click.UUID)
def staff_revoke(county: int, phone: str, device: UUID) -> None:
    """Bar a lost phone; it erases what it holds at its next contact."""
    with _operating(county) as operator:
        operator.revoke_device(phone, device)


@main.group()
def sync() -> None:
    """The feed that phones read."""


@sync.command(name="verify")
def sync_verify() -> None:
    """Recompute what phones should see; report any difference from the feed."""
    from jiayi.checks import verify_feed

    with database.connected(_settings()) as urls:
        found = list(verify_feed(_settings(), urls))
    for line in found:
        click.echo(line)
    click.echo(f"{len(found)} differences")
    sys.exit(1 if found else 0)


@sync.command(name="status")
@click.option(
    "--county", type=click.IntRange(100_000, 999_999), help="one county's region code; all of them if left out"
)
def sync_status(county: int | None) -> None:
    """Tell who has not synced since when, what was refused, what waits for a leader, how large the feed is."""
    from jiayi.operators import counties, operating
    from jiayi.sync.standing import largest, lines, look

    for one in [county] if county else counties(_settings()):
        click.echo(f"county {one}")
        with operating(_settings(), one) as operator:
            for line in lines(look(operator.session, operator.now), largest(operator.session)):
                click.echo(line)


@sync.command(name="rebuild")
@_county
@click.argument("bucket")
def sync_rebuild(county: int, bucket: str) -> None:
    """Project everything in a bucket (team:<id>, resident:<id>, …) anew and write what differs. Phones get only that."""
    with _operating(county) as operator:
        click.echo(f"{operator.rebuild(bucket)} documents differed")


@main.group()
def audit() -> None:
    """The sealed record of who did what."""


@audit.command(name="verify")
def audit_verify() -> None:
    """Check the seals of every county; report any entry that was changed or is missing."""
    from jiayi.core.audit import verify

    with database.connected(_settings()) as urls:
        engine = database.owner_engine(urls.owner)
        found = verify(engine)
        engine.dispose()
    for line in found:
        click.echo(line)
    click.echo(f"{len(found)} problems")
    sys.exit(1 if found else 0)
