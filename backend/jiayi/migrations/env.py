"""Alembic's environment: runs on the connection that `jiayi.core.migrate` hands over."""

from typing import Any

from alembic import context

from jiayi.core.db import Base
from jiayi.core.features import load_models

load_models()


def include_name(name: str | None, kind: str, _parents: Any) -> bool:
    """procrastinate keeps its own tables."""
    return kind != "table" or not (name or "").startswith("procrastinate_")


def include_object(_object: Any, name: str | None, kind: str, *_about: Any) -> bool:
    return include_name(name, kind, None)


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    include_name=include_name,
    include_object=include_object,
    compare_type=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
