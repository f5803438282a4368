"""Reads a request's body strictly: JSON that says so, with no name twice."""

import json
import re
from typing import Any, NoReturn

from flask import Request, abort
from webargs.core import is_json, missing
from webargs.flaskparser import FlaskParser


class StrictParser(FlaskParser):
    """webargs' parser for Flask with our JSON. A body of another type is 415, one that cannot be read 400."""

    def _raw_load_json(self, req: Request) -> Any:
        data = req.get_data(cache=True)
        if not data:
            return missing
        if not is_json(req.mimetype):
            abort(415)
        try:
            return json.loads(data.decode(), object_pairs_hook=_object, parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            # Also a whole number of thousands of digits, and brackets nested by the thousand.
            raise json.JSONDecodeError("not JSON as we take it", "body", 0) from error


UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What neither PostgreSQL nor JSON can hold: NUL, and halves of a surrogate pair."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that cannot be stored is none of ours; it is made storable, so that the problem it causes can be told."""
    found = {UNSTORABLE.sub("\ufffd", name): value for name, value in pairs}
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
