"""Rows on their way into PostgreSQL by COPY, by the columns of the mapped classes.

A row must fill exactly its table's columns: one that is unknown, or that has no default and is missing, is an error. So
a changed model breaks the seed loudly, and not a demo quietly.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

import orjson
from psycopg import Cursor, sql
from sqlalchemy import Column, Table
from sqlalchemy.dialects.postgresql import Range

from jiayi.core.db import Base
from jiayi.core.features import load_models

CHUNK = 400
NULL = "\\N"


class ColumnError(LookupError):
    """A row does not fill its table's columns."""


class _Missing:
    """Stands for a value that has to be given."""


MISSING = _Missing()


class Encoders(dict[type, Any]):
    """How a Python value is written in COPY's text format."""

    def __missing__(self, kind: type) -> Any:
        if not issubclass(kind, Enum):
            raise TypeError(f"{kind.__name__} has no place in a column")
        self[kind] = {member: member.value for member in kind}.__getitem__
        return self[kind]


def _text(value: str) -> str:
    if "\\" in value or "\t" in value or "\n" in value or "\r" in value:
        value = value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
    return value


def _json(value: object) -> str:
    return _text(orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode())


ENCODERS = Encoders(
    {
        str: _text,
        bool: lambda value: "t" if value else "f",
        int: int.__repr__,
        float: float.__repr__,
        UUID: lambda value: f"{value.int:032x}",
        date: date.isoformat,
        datetime: datetime.isoformat,
        dict: _json,
        list: _json,
        tuple: _json,
        Range: lambda value: f'["{value.lower.isoformat()}","{value.upper.isoformat()}")',
    }
)


class Sheet:
    """The rows of one table."""

    def __init__(self, table: Table, county_id: int) -> None:
        self.name = table.name
        self.lines: list[str] = []
        self._forms: dict[tuple[str, ...], str] = {}
        self._blank = {column.name: _default(column) for column in table.columns}
        if "county_id" in self._blank and self.name != "memberships":
            self._blank["county_id"] = county_id

    @property
    def columns(self) -> list[str]:
        return list(self._blank)

    def add(self, **values: Any) -> None:
        """Take in a row. Raises ColumnError for an unknown or a missing column."""
        given = tuple(values)
        form = self._forms.get(given) or self._form(given)
        try:
            cells = [NULL if value is None else ENCODERS[type(value)](value) for value in values.values()]
        except TypeError as error:
            raise ColumnError(f"{self.name}: {error}") from error
        self.lines.append(form.format(*cells))

    def _form(self, given: tuple[str, ...]) -> str:
        """A line in which these columns are still open, in the order of the table; the others stand there as ever."""
        if unknown := set(given) - self._blank.keys():
            raise ColumnError(f"{self.name} has no {', '.join(sorted(unknown))}")
        if missing := [name for name, value in self._blank.items() if value is MISSING and name not in given]:
            raise ColumnError(f"{self.name}: {', '.join(missing)}")
        places = {name: f"{{{number}}}" for number, name in enumerate(given)}
        cells = [places.get(name) or _fixed(value) for name, value in self._blank.items()]
        self._forms[given] = "\t".join(cells)
        return self._forms[given]


def _fixed(value: Any) -> str:
    """A value as it stands in every line, with what would be taken for an open place doubled."""
    written: str = NULL if value is None else ENCODERS[type(value)](value)
    return written.replace("{", "{{").replace("}", "}}")


def _default(column: Column[Any]) -> Any:
    """What stands in a column that is not given."""
    default: Any = column.default
    if column.primary_key:
        return MISSING
    if default is not None:
        return default.arg(None) if default.is_callable else default.arg
    return None if column.nullable else MISSING


class Sheets:
    """The rows of all tables, written in an order in which every row finds those it names."""

    def __init__(self, county_id: int) -> None:
        load_models()
        self._sheets = {table.name: Sheet(table, county_id) for table in Base.metadata.sorted_tables}

    def __getitem__(self, table: str) -> Sheet:
        return self._sheets[table]

    def counts(self) -> Mapping[str, int]:
        """How many rows wait, by table."""
        return {name: len(sheet.lines) for name, sheet in self._sheets.items() if sheet.lines}

    def write(self, cursor: Cursor[Any]) -> None:
        """Send everything, and be empty again."""
        for sheet in self._sheets.values():
            if not sheet.lines:
                continue
            columns = sql.SQL(", ").join(map(sql.Identifier, sheet.columns))
            statement = sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(sheet.name), columns)
            with cursor.copy(statement) as copy:
                for chunk in _chunks(sheet.lines):
                    copy.write(chunk)
            sheet.lines = []


def _chunks(lines: list[str]) -> Iterator[str]:
    for start in range(0, len(lines), CHUNK):
        yield "\n".join(lines[start : start + CHUNK]) + "\n"
