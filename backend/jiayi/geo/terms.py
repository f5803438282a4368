"""Points on the earth that know their coordinate system, because mixing two costs 400 to 1,400 metres.

Source: domain rules §9.7. Stored is WGS-84; GCJ-02 (AMap, Tencent) and BD-09 (Baidu) are converted on the way in.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, TypeAlias, TypeVar


class Datum(StrEnum):
    """The coordinate system a pair of numbers is written in."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


D = TypeVar("D", bound=Datum)


@dataclass(frozen=True, slots=True)
class Point(Generic[D]):
    """Degrees north and east in one datum. Invariant in its datum: a checker refuses one for the other."""

    latitude: float
    longitude: float
    datum: D

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):  # noqa: PLR2004 - the globe
            raise ValueError(f"{self.latitude}, {self.longitude} is not on the earth")


Wgs84: TypeAlias = Literal[Datum.WGS84]
Gcj02: TypeAlias = Literal[Datum.GCJ02]
Bd09: TypeAlias = Literal[Datum.BD09]


class Verdict(StrEnum):
    """Where somebody stood when checking in or out, seen from the registered home."""

    INSIDE = "inside"
    NEAR = "near"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"

    @property
    def asks_why(self) -> bool:
        """Whether a reason and an action are asked, and the leader looks at it."""
        return self in {Verdict.OUTSIDE, Verdict.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict and, where both places are known, the distance in whole metres."""

    verdict: Verdict
    distance_metres: int | None
