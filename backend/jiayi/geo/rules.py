"""Was somebody there: the one rule for every check-in and check-out.

Source: design of visits (inside, near within accuracy, outside, unknown), domain rules §5.3 and §9.7.
"""

from math import floor, isfinite

from geopy.distance import geodesic

from jiayi.geo.tables import Geofence
from jiayi.geo.terms import Datum, Finding, Point, Verdict, Wgs84


class MixedDatumError(TypeError):
    """Two points can be measured only when both are WGS-84."""


def distance_metres(a: Point[Wgs84], b: Point[Wgs84]) -> float:
    """Metres along the ellipsoid. Raises MixedDatumError for a point in another datum that slipped past the types."""
    if a.datum is not Datum.WGS84 or b.datum is not Datum.WGS84:
        raise MixedDatumError(f"cannot measure {a.datum} to {b.datum}")
    return float(geodesic((a.latitude, a.longitude), (b.latitude, b.longitude)).meters)


def verdict(
    home: Point[Wgs84] | None, here: Point[Wgs84] | None, accuracy_metres: float | None, fence: Geofence
) -> Finding:
    """What a position says about being at the home. The accuracy is a radius, as the browser reports it.

    inside: within the radius. near: the circle of accuracy reaches the radius. unknown: a place is missing, or the
    reading is worse than the cap. outside: the rest.
    """
    if home is None or here is None:
        return Finding(Verdict.UNKNOWN, None)
    distance = distance_metres(home, here)
    whole = floor(distance + 0.5)
    if (
        accuracy_metres is None
        or not isfinite(accuracy_metres)
        or not 0 <= accuracy_metres <= fence.accuracy_cap_metres
    ):
        return Finding(Verdict.UNKNOWN, whole)
    if distance <= fence.radius_metres:
        return Finding(Verdict.INSIDE, whole)
    if distance - accuracy_metres <= fence.radius_metres:
        return Finding(Verdict.NEAR, whole)
    return Finding(Verdict.OUTSIDE, whole)
