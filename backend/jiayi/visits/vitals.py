"""Whether a measured value can be true, and whether it is dangerous.

A slip of the finger is refused, an unlikely value is asked for once more, a dangerous one is remarked at once; the phone
does all this offline over the same table. Source: domain rules §4.1, §4.2 (unit guard), §5.3 (limits at home).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor, isfinite
from typing import TypeAlias

from jiayi.core.results import Refused
from jiayi.visits.tables import Band, Conversion, Vitals
from jiayi.visits.terms import Level, Measure, MeasurementKind, Remark

Values: TypeAlias = Mapping[Measure, float]


@dataclass(frozen=True, slots=True)
class Accepted:
    """The values in the table's unit, rounded to its decimals; what the device sent is kept by the caller."""

    values: Values


@dataclass(frozen=True, slots=True)
class Suspicious:
    """Possible but unlikely: measure again, or say that it is right. The values are as for Accepted."""

    values: Values
    measures: tuple[Measure, ...]


Guarded: TypeAlias = Accepted | Suspicious | Refused


def guard(kind: MeasurementKind, values: Mapping[str, float], unit: str, vitals: Vitals) -> Guarded:
    """Judge one measurement. Refuses another unit, a missing or foreign value, and what no body can have."""
    rule = vitals.kinds[kind]
    names = {measure.value for measure in rule.measures}
    if not values or not set(values) <= names or (rule.is_each_needed and set(values) != names):
        return Refused("visits.refused.wrong_measures", {"kind": kind.value})
    conversion = next((other for other in vitals.conversions if other.kind is kind and other.unit == unit), None)
    if conversion is None and unit != rule.unit:
        return Refused("visits.refused.wrong_unit", {"kind": kind.value, "unit": rule.unit.value})
    converted = {
        measure: _round(_convert(float(values[measure]), conversion), vitals.measures[measure].decimals)
        for measure in rule.measures
        if measure in values
    }
    for measure, value in converted.items():
        limits = vitals.measures[measure]
        if not (isfinite(value) and limits.lowest <= value <= limits.highest):
            return Refused("visits.refused.impossible_value", {"measure": measure.value})
    if kind is MeasurementKind.BLOOD_PRESSURE and converted[Measure.SYSTOLIC] <= converted[Measure.DIASTOLIC]:
        return Refused("visits.refused.pressures_swapped")
    unlikely = tuple(measure for measure, value in converted.items() if not _is_usual(measure, value, vitals))
    return Suspicious(converted, unlikely) if unlikely else Accepted(converted)


def remarks(values: Values, vitals: Vitals) -> tuple[Remark, ...]:
    """Every value that lies in a band of danger, urgent before stop."""
    found = {
        Remark(band.measure, band.level)
        for band in vitals.bands
        if band.measure in values and _lies_in(values[band.measure], band)
    }
    return tuple(
        sorted(found, key=lambda remark: (list(Level).index(remark.level), list(Measure).index(remark.measure)))
    )


def _convert(value: float, conversion: Conversion | None) -> float:
    return value if conversion is None else value / conversion.divide_by


def _round(value: float, decimals: int) -> float:
    """Half up, by the same arithmetic as the phone's; what is too large for that stays as it is."""
    scale = float(10**decimals)
    scaled = value * scale + 0.5
    return floor(scaled) / scale if isfinite(scaled) else value


def _is_usual(measure: Measure, value: float, vitals: Vitals) -> bool:
    limits = vitals.measures[measure]
    return limits.usual_from <= value <= limits.usual_to


def _lies_in(value: float, band: Band) -> bool:
    if band.at_least is not None:
        return value >= band.at_least
    if band.above is not None:
        return value > band.above
    if band.at_most is not None:
        return value <= band.at_most
    return band.below is not None and value < band.below
