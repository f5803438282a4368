"""Between a position as it comes in and the columns it is kept in."""

from collections.abc import Mapping
from typing import Any

from jiayi.geo.datums import to_wgs84
from jiayi.geo.terms import Point


def stored_place(place: Mapping[str, Any] | None) -> dict[str, float | None]:
    """`latitude` and `longitude` in WGS-84 of `{latitude, longitude, datum}`; both None for no place."""
    if place is None:
        return {"latitude": None, "longitude": None}
    point = to_wgs84(Point(place["latitude"], place["longitude"], place["datum"]))
    return {"latitude": point.latitude, "longitude": point.longitude}
