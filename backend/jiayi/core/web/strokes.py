"""Handwriting, small enough to travel inside a command."""

from typing import Any

import orjson
from marshmallow import ValidationError, fields, validate, validates_schema

from jiayi.core.web.schemas import In, Int

MAX_BYTES = 20_000
MAX_STROKES = 500
MAX_NUMBERS = 6_000
MAX_COORDINATE = 1_000_000


class StrokesSchema(In):
    """A signature on a field of `w` by `h`. A stroke is a flat list of whole numbers, three a point: x, y, milliseconds."""

    w = Int(required=True, minimum=1, maximum=10_000)
    h = Int(required=True, minimum=1, maximum=10_000)
    strokes = fields.List(
        fields.List(
            Int(minimum=-MAX_COORDINATE, maximum=MAX_COORDINATE), validate=validate.Length(min=3, max=MAX_NUMBERS)
        ),
        required=True,
        validate=validate.Length(min=1, max=MAX_STROKES),
    )

    @validates_schema
    def small_enough(self, data: dict[str, Any], **_kwargs: Any) -> None:
        if len(orjson.dumps(data)) > MAX_BYTES:
            raise ValidationError("core.too_large", "strokes")
