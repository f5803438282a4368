"""The `jiayi` command."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from jiayi.cli.audit import audit
from jiayi.cli.contract import contract
from jiayi.cli.county import county
from jiayi.cli.fees import fees
from jiayi.cli.fulfilment import fulfilment
from jiayi.cli.shared import read_settings
from jiayi.cli.staff import staff
from jiayi.cli.sync import sync
from jiayi.core import database, migrate, resources
from jiayi.core import settings as settings_module


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jiayi")
def main() -> None:
    """Family-doctor home services that really happen, and the proof that they did."""


for group in (audit, contract, county, fees, fulfilment, staff, sync):
    main.add_command(group)


@main.command()
@click.option("--host", help="address to listen on [JIAYI_HOST, 127.0.0.1]")
@click.option("--port", type=int, help="port to listen on [PORT, 8000]")
@click.option("--workers", type=int, help="server processes [JIAYI_WORKERS, 2]")
def serve(host: str | None, port: int | None, workers: int | None) -> None:
    """Serve the API and the app."""
    from jiayi.serving import serve as run

    run(read_settings(), host, port, workers)


@main.command()
def worker() -> None:
    """Run background jobs: reminders, expiry, sealing."""
    from jiayi.worker import run

    settings = read_settings()
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
    with database.connected(read_settings()) as urls:
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

    settings = read_settings()
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
@click.option("--only", multiple=True, help="measure this section alone; may be given several times")
def bench(path: Path, only: tuple[str, ...]) -> None:
    """Measure against the bars; exit 1 if one falls short."""
    from jiayi.bench.run import SECTIONS, run

    if unknown := set(only) - set(SECTIONS):
        raise click.UsageError(f"no section {', '.join(sorted(unknown))}; there are: {', '.join(SECTIONS)}")
    if not run(path, only or SECTIONS):
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
