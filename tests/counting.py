"""How many statements something takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import psycopg

AROUND = ("SET LOCAL", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that this process sends to the database meanwhile; those that only set a transaction up don't count."""
    statements: list[str] = []
    execute = psycopg.Cursor.execute

    def noted(cursor: psycopg.Cursor[Any], query: Any, *rest: Any, **named: Any) -> psycopg.Cursor[Any]:
        if not str(query).startswith(AROUND):
            statements.append(str(query))
        return execute(cursor, query, *rest, **named)

    with patch.object(psycopg.Cursor, "execute", noted):
        yield statements
