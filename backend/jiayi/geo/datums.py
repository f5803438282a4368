"""Convert points between WGS-84, GCJ-02 and BD-09. Source: domain rules §9.7 (formula family and test points).

The formulas only go one way (WGS-84 → GCJ-02 → BD-09); the way back repeats the forward step five times, which returns
to well below a millimetre. Nothing is shifted outside the box around China, nor in Hong Kong, Macao and Taiwan, where
the maps of record are not shifted.
"""

from collections.abc import Callable
from math import atan2, cos, hypot, pi, radians, sin, sqrt
from typing import Any, TypeAlias

from jiayi.geo.terms import Bd09, Datum, Gcj02, Point, Wgs84

Pair: TypeAlias = tuple[float, float]
"""Latitude and longitude, in degrees."""

AXIS_METRES = 6378245.0
ECCENTRICITY_SQUARED = 0.006693421622965943
BAIDU_TURN = pi * 3000 / 180
INVERSE_STEPS = 5

CHINA_BOX = ((0.8293, 55.8271), (72.004, 137.8347))
"""South and north, west and east."""

# fmt: off
UNSHIFTED: tuple[tuple[Pair, ...], ...] = (
    # Hong Kong, along the Shenzhen river and out to sea
    ((22.43, 113.87), (22.488, 113.98), (22.507, 114.03), (22.515, 114.075), (22.532, 114.11), (22.544, 114.15),
     (22.550, 114.22), (22.56, 114.30), (22.56, 114.45), (22.13, 114.45), (22.13, 113.82)),
    # Macao: peninsula, Taipa and Coloane
    ((22.216, 113.528), (22.216, 113.56), (22.16, 113.60), (22.105, 113.60), (22.105, 113.548), (22.17, 113.537)),
    # Taiwan
    ((25.35, 121.0), (25.35, 122.1), (21.8, 122.1), (21.8, 120.0), (23.6, 120.0)),
    # Penghu
    ((23.8, 119.25), (23.8, 119.75), (23.15, 119.75), (23.15, 119.25)),
)
# fmt: on


def to_wgs84(point: Point[Any]) -> Point[Wgs84]:
    """The same place in WGS-84, the only datum that is stored and measured."""
    if point.datum is Datum.WGS84:
        return point
    pair = (point.latitude, point.longitude)
    gcj = _undo(_gcj_to_baidu, pair) if point.datum is Datum.BD09 else pair
    return Point(*_undo(_wgs_to_gcj, gcj), Datum.WGS84)


def to_gcj02(point: Point[Any]) -> Point[Gcj02]:
    """The same place as AMap and Tencent draw it."""
    if point.datum is Datum.GCJ02:
        return point
    pair = (point.latitude, point.longitude)
    gcj = _undo(_gcj_to_baidu, pair) if point.datum is Datum.BD09 else _wgs_to_gcj(pair)
    return Point(*gcj, Datum.GCJ02)


def to_bd09(point: Point[Any]) -> Point[Bd09]:
    """The same place as Baidu draws it."""
    if point.datum is Datum.BD09:
        return point
    gcj = to_gcj02(point)
    return Point(*_gcj_to_baidu((gcj.latitude, gcj.longitude)), Datum.BD09)


def is_shifted(pair: Pair) -> bool:
    """Whether Chinese maps shift this place at all."""
    (south, north), (west, east) = CHINA_BOX
    if not (south <= pair[0] <= north and west <= pair[1] <= east):
        return False
    return not any(_holds(outline, pair) for outline in UNSHIFTED)


def _wgs_to_gcj(pair: Pair) -> Pair:
    if not is_shifted(pair):
        return pair
    latitude, longitude = pair
    y, x = latitude - 35.0, longitude - 105.0
    ripple = (sin(6 * x * pi) + sin(2 * x * pi)) * 20
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    north += (
        (ripple + (sin(y * pi) + 2 * sin(y / 3 * pi)) * 20 + (8 * sin(y / 12 * pi) + 16 * sin(y * pi / 30)) * 20)
        * 2
        / 3
    )
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    east += (
        (ripple + (sin(x * pi) + 2 * sin(x / 3 * pi)) * 20 + (15 * sin(x / 12 * pi) + 30 * sin(x / 30 * pi)) * 10)
        * 2
        / 3
    )
    flattened = 1 - ECCENTRICITY_SQUARED * sin(radians(latitude)) ** 2
    metres_a_degree_north = AXIS_METRES * (1 - ECCENTRICITY_SQUARED) / flattened**1.5 * pi / 180
    metres_a_degree_east = AXIS_METRES / sqrt(flattened) * cos(radians(latitude)) * pi / 180
    return latitude + north / metres_a_degree_north, longitude + east / metres_a_degree_east


def _gcj_to_baidu(pair: Pair) -> Pair:
    if not is_shifted(pair):
        return pair
    latitude, longitude = pair
    radius = hypot(longitude, latitude) + 0.00002 * sin(latitude * BAIDU_TURN)
    angle = atan2(latitude, longitude) + 0.000003 * cos(longitude * BAIDU_TURN)
    return radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065


def _undo(forward: Callable[[Pair], Pair], target: Pair) -> Pair:
    latitude, longitude = target
    for _ in range(INVERSE_STEPS):
        north, east = forward((latitude, longitude))
        latitude, longitude = latitude + target[0] - north, longitude + target[1] - east
    return latitude, longitude


def _holds(outline: tuple[Pair, ...], pair: Pair) -> bool:
    """Whether a closed outline goes round the point (a ray due east crosses it an odd number of times)."""
    latitude, longitude = pair
    is_inside = False
    for (lat_a, lng_a), (lat_b, lng_b) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (lat_a > latitude) != (lat_b > latitude):
            crossing = lng_a + (latitude - lat_a) / (lat_b - lat_a) * (lng_b - lng_a)
            is_inside ^= longitude < crossing
    return is_inside
