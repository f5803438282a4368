"""Shapes of geo's rule tables."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Geofence:
    """How near counts as being there. Readings less accurate than the cap say nothing."""

    radius_metres: int
    accuracy_cap_metres: int


RULE_TABLES: Mapping[str, type] = {"geofence": Geofence}
