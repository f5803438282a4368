"""Base schema and fields: strict on what comes in, exact on what goes out."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, validate, validates_schema

from jiayi.core.web.parsing import UNSTORABLE

MAX_TEXT = 2_000
FIRST_BIRTH_YEAR = 1850
FIRST_YEAR = 1969
LAST_YEAR = 2200
MAX_INTEGER = 2**53 - 1
"""Beyond this a phone's numbers lose digits."""


class Str(fields.String):
    """Text that PostgreSQL can store: no NUL, no lone surrogate; at most `max_length` characters, blank refused."""

    def __init__(self, *, max_length: int = MAX_TEXT, min_length: int = 1, **kwargs: Any) -> None:
        length = validate.Length(min=min_length, max=max_length)
        given = kwargs.pop("validate", [])
        super().__init__(validate=[length, *(given if isinstance(given, list) else [given])], **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if UNSTORABLE.search(text):
            raise ValidationError("core.invalid.text")
        return text


class Int(fields.Integer):
    """A whole number within `minimum` and `maximum`; no booleans, no "7"."""

    def __init__(self, *, minimum: int = 0, maximum: int = MAX_INTEGER, **kwargs: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(min=minimum, max=maximum), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if isinstance(value, bool | str):
            raise ValidationError("core.invalid.integer")
        number: int = super()._deserialize(value, attr, data, **kwargs)
        return number


class Real(fields.Float):
    """A finite number within `minimum` and `maximum`."""

    def __init__(self, *, minimum: float, maximum: float, **kwargs: Any) -> None:
        super().__init__(allow_nan=False, validate=validate.Range(min=minimum, max=maximum), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if isinstance(value, bool | str):
            raise ValidationError("core.invalid.number")
        number: float = super()._deserialize(value, attr, data, **kwargs)
        return number


class UtcDateTime(fields.AwareDateTime):
    """A moment with a zone, kept as UTC, between 1970 and 2200: near the calendar's ends sums overflow."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="iso", default_timezone=UTC, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> datetime:
        parsed = super()._deserialize(value, attr, data, **kwargs)
        if not FIRST_YEAR < parsed.year < LAST_YEAR:
            raise ValidationError("core.invalid.time")
        return parsed.astimezone(UTC)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return None if value is None else super()._serialize(value.astimezone(UTC), attr, obj, **kwargs)


class _Told(Schema):
    """What comes in. Days lie between 1850 and 2200: near the calendar's ends sums overflow."""

    @validates_schema(skip_on_field_errors=False)
    def within_living_memory(self, data: Mapping[str, Any], **_kwargs: Any) -> None:
        days = {name: value for name, value in data.items() if type(value) is date}
        far = [name for name, day in days.items() if not FIRST_BIRTH_YEAR <= day.year < LAST_YEAR]
        if far:
            raise ValidationError({name: ["core.invalid.day"] for name in far})


class In(_Told):
    """A request body: unknown fields are refused."""

    class Meta:
        unknown = RAISE


class Query(_Told):
    """A query string: unknown parameters are passed over, as caches and proxies add some."""

    class Meta:
        unknown = EXCLUDE


class Out(Schema):
    """A response body."""


class PageQuery(Query):
    """Cursor paging: `cursor` from the last answer's `next_cursor`, `limit` 1 to 200."""

    cursor = Str(load_default=None, max_length=200, metadata={"description": "next_cursor of the page before"})
    limit = fields.Integer(load_default=50, validate=validate.Range(min=1, max=200))
