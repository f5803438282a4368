"""How a position comes in: coordinates always with their datum."""

from marshmallow import fields

from jiayi.core.web.schemas import In, Real
from jiayi.geo.terms import Datum


class PlaceSchema(In):
    """A place on a map. `datum` says which map: phones give WGS-84, AMap GCJ-02, Baidu BD-09."""

    latitude = Real(required=True, minimum=-90, maximum=90)
    longitude = Real(required=True, minimum=-180, maximum=180)
    datum = fields.Enum(Datum, by_value=True, required=True)
