"""Migrations, run by the owner of the database."""

from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

_FOLDER = Path(__file__).parent.parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest state. Idempotent; two at once wait for each other."""
    with engine.begin() as connection:
        connection.exec_driver_sql("select pg_advisory_xact_lock(7215)")
        command.upgrade(_config(connection), "head")


def differences(engine: Engine) -> str | None:
    """What the models have and the migrations do not, in words; None when they agree."""
    with engine.begin() as connection:
        try:
            command.check(_config(connection))
        except CommandError as error:
            return str(error)
    return None


def write_revision(engine: Engine, message: str) -> None:
    """Write a migration for what the models have and the database does not."""
    with engine.begin() as connection:
        command.revision(_config(connection), message, autogenerate=True, rev_id=f"{datetime.now(UTC):%Y%m%d_%H%M}")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
