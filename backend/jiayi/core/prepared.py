"""Statements for what every request asks: compiled once, then handed to the driver past ORM and compiler.

SQLAlchemy's part of a small statement costs twice what the database's does; on the way of a pull that was a third of all.
"""

from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg.pq import DiagnosticField, ExecStatus
from psycopg.types.string import ByteaBinaryLoader
from sqlalchemy import ClauseElement, Connection
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

_DIALECT = PGDialect_psycopg()  # type: ignore[no-untyped-call] # as SQLAlchemy has it


class Prepared:
    """A statement in the session's transaction. It does not flush, and returns columns as the driver reads them."""

    def __init__(
        self,
        statement: ClauseElement,
        columns: Sequence[str] | None = None,
        *,
        is_raw: bool = False,
        lists: Sequence[str] = (),
    ) -> None:
        """`columns`: those that an insert fills. `is_raw`: text comes as its UTF-8 bytes, for who only passes it on.

        `lists`: values that are lists of long texts, sent as they are: as one text each quotation mark would be escaped.
        """
        self._sql = str(statement.compile(dialect=_DIALECT, column_keys=columns))
        for name in lists:
            self._sql = self._sql.replace(f"%({name})s", f"%({name})b")
        self._is_raw = is_raw

    def __call__(self, session: Session, **values: object) -> list[tuple[Any, ...]]:
        """All rows; none of a statement that returns nothing. Raises what SQLAlchemy would."""
        try:
            cursor = _driver(session.connection()).cursor(binary=self._is_raw)
            if self._is_raw:
                cursor.adapters.register_loader("text", ByteaBinaryLoader)
            cursor.execute(self._sql, values)
            return cursor.fetchall() if cursor.description else []
        except psycopg.Error as error:
            raise _wrapped(error, self._sql) from error


def begin(connection: Connection, settings: str) -> None:
    """Begin a transaction with these settings of its own, in one round trip; the driver by itself would take two.

    Raises what SQLAlchemy would.
    """
    result = _driver(connection).pgconn.exec_(f"BEGIN; {settings}".encode())
    if result.status != ExecStatus.COMMAND_OK:
        state = result.error_field(DiagnosticField.SQLSTATE)
        error = (
            psycopg.errors.lookup(state.decode())() if state else psycopg.OperationalError(result.get_error_message())
        )
        raise _wrapped(error, "BEGIN")


def _driver(connection: Connection) -> psycopg.Connection[tuple[Any, ...]]:
    return connection.connection.dbapi_connection  # type: ignore[return-value]


def _wrapped(error: psycopg.Error, statement: str) -> BaseException:
    return DBAPIError.instance(statement, None, error, psycopg.Error, hide_parameters=True, dialect=_DIALECT)
