"""A cursor that a phone did not get from us is refused, not run into the database."""

import base64

import pytest

from jiayi.core.errors import Invalid
from jiayi.sync.pull import Cursor, Place

EPOCH = "0190a8c0-0000-7000-8000-000000000001"
TEAM = "team:0190a8c0-0000-7000-8000-000000000002"


def _encoded(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


def _forged(text: str) -> str:
    return _encoded(text.replace("EPOCH", EPOCH).replace("TEAM", TEAM))


def test_a_cursor_comes_back_as_it_went() -> None:
    places = {TEAM: Place(7), "county": Place(9, 2, (1, "visit", "0190a8c0-0000-7000-8000-000000000003"))}
    assert Cursor.decode(Cursor(EPOCH, places).encode()) == Cursor(EPOCH, places)


def test_no_cursor_starts_from_nothing() -> None:
    assert Cursor.decode(None) == Cursor()


@pytest.mark.parametrize(
    "raw",
    [
        "x",
        "%%%",
        _encoded("[]"),
        _encoded("{}"),
        _encoded('{"e":"no","b":{}}'),
        _forged('{"e":"EPOCH","b":{"king:1":[1,0]}}'),
        _forged('{"e":"EPOCH","b":{"TEAM":[-1,0]}}'),
        _forged('{"e":"EPOCH","b":{"TEAM":[99999999999999999999,0]}}'),
        _forged('{"e":"EPOCH","b":{"TEAM":["1",0]}}'),
        _forged('{"e":"EPOCH","b":{"TEAM":[1,0,0,"vi\\u0000","x"]}}'),
        _forged('{"e":"EPOCH","b":{"TEAM":[1,0,0]}}'),
        _forged('{"e":"EPOCH","b":7}'),
    ],
)
def test_a_forged_cursor_is_refused(raw: str) -> None:
    with pytest.raises(Invalid) as refused:
        Cursor.decode(raw)
    assert refused.value.code == "sync.invalid.cursor"
