"""Statements for what every request asks: compiled once, then handed to the driver past ORM and compiler.

SQLAlchemy's part of a small statement costs twice what the database's does; on the way of a pull that was a third of all.
"""

from collections.abc import Sequence
from typing import Any

import psycopg
from sqlalchemy import ClauseElement
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

_DIALECT = PGDialect_psycopg()  # type: ignore[no-untyped-call] # as SQLAlchemy has it


class Prepared:
    """A statement in the session's transaction. It does not flush, and returns columns as the driver reads them."""

    def __init__(self, statement: ClauseElement, columns: Sequence[str] | None = None) -> None:
        """`columns`: those that an insert fills."""
        self._sql = str(statement.compile(dialect=_DIALECT, column_keys=columns))

    def __call__(self, session: Session, **values: object) -> list[tuple[Any, ...]]:
        """All rows; none of a statement that returns nothing. Raises what SQLAlchemy would."""
        driver: psycopg.Connection[tuple[Any, ...]] = session.connection().connection.dbapi_connection  # type: ignore[assignment]
        try:
            cursor = driver.execute(self._sql, values)
            return cursor.fetchall() if cursor.description else []
        except psycopg.Error as error:
            raise DBAPIError.instance(
                self._sql, None, error, psycopg.Error, hide_parameters=True, dialect=_DIALECT
            ) from error
