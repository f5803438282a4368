"""`jiayi doctor`: whether this installation is whole."""

from collections.abc import Callable

import click

from jiayi.core import database, i18n, migrate, resources
from jiayi.core import settings as settings_module
from jiayi.core.scratch import scratch_database


def examine() -> bool:
    """Run every check, one line each; True when all hold."""
    held = [_line(name, check) for name, check in CHECKS.items()]
    return all(held)


def _line(name: str, check: Callable[[], str]) -> bool:
    try:
        found = check()
    except Exception as error:  # noqa: BLE001 (whatever is wrong, the doctor names it and goes on)
        click.echo(f"✗ {name}: {error}")
        return False
    click.echo(f"✓ {name}: {found}")
    return True


def _settings() -> str:
    settings = settings_module.load()
    return "embedded database" if settings.is_embedded else "own database"


def _rules() -> str:
    from jiayi.app import rule_tables

    return f"{len(list(rule_tables().everything()))} rule tables"


def _texts() -> str:
    for language in i18n.LANGUAGES:
        i18n.text("identity-sms-code", {"code": "000000", "minutes": 5}, language)
    return ", ".join(i18n.LANGUAGES)


def _app() -> str:
    index = resources.pwa() / "index.html"
    if not index.is_file():
        raise FileNotFoundError("the app is not built: make build")
    return f"{sum(1 for _ in resources.pwa().rglob('*'))} files"


def _database() -> str:
    settings = settings_module.load()
    if settings.is_embedded:
        with scratch_database() as urls:
            migrate.upgrade(database.owner_engine(urls.owner))
        return "the embedded server starts and takes the migrations"
    with database.connected(settings) as urls:
        found = migrate.differences(database.owner_engine(urls.owner))
    if found:
        raise RuntimeError(f"run `jiayi migrate`: {found}")
    return "reachable and up to date"


CHECKS = {"settings": _settings, "rules": _rules, "texts": _texts, "app": _app, "database": _database}
