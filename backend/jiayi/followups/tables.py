"""Shapes of the follow-ups' rule tables. `asks_of`: a complaint that can be a danger sign, and that sign."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiayi.followups.terms import Mode


@dataclass(frozen=True, slots=True)
class Target:
    """Pressures in mmHg that must both be undercut from an age on."""

    age_from: int
    systolic_below: int
    diastolic_below: int


@dataclass(frozen=True, slots=True)
class Hypertension:
    """Thresholds of hypertension follow-up: `kpi_target` drives figures, `clinical_target` drives advice."""

    age_from: int
    danger_systolic: int
    danger_diastolic: int
    self_measured_again_minutes: int
    kpi_target: tuple[Target, ...]
    clinical_target: tuple[Target, ...]
    danger_signs: tuple[str, ...]
    symptoms: tuple[str, ...]
    asks_of: Mapping[str, str]

    def __post_init__(self) -> None:
        for rows in (self.kpi_target, self.clinical_target):
            ages = [row.age_from for row in rows]
            if not ages or ages[0] != 0 or ages != sorted(set(ages)):
                raise ValueError("the ages of a target start at 0 and rise")
        _check_asked(self)


@dataclass(frozen=True, slots=True)
class Diabetes:
    """Thresholds of diabetes follow-up; glucose in mmol/L, temperature in degrees Celsius."""

    age_from: int
    target_fasting_below: float
    danger_glucose_at_least: float
    danger_glucose_at_most: float
    danger_systolic: int
    danger_diastolic: int
    danger_persistent_pulse_above: int
    danger_temperature_above: float
    danger_signs: tuple[str, ...]
    symptoms: tuple[str, ...]
    asks_of: Mapping[str, str]

    def __post_init__(self) -> None:
        _check_asked(self)


def _check_asked(table: Hypertension | Diabetes) -> None:
    if not set(table.asks_of) <= set(table.symptoms) or not set(table.asks_of.values()) <= set(table.danger_signs):
        raise ValueError("asks_of leads from a symptom to a danger sign")


@dataclass(frozen=True, slots=True)
class FollowupSchedule:
    """When the next follow-up is due, and when it is late."""

    regular_months: int
    regular_latest_days: int
    recheck_days: int
    face_to_face_per_year: int
    same_quarter_days: int
    overdue_amber_days: int
    overdue_red_days: int
    lost_attempts: int
    face_to_face_modes: tuple[Mode, ...]


RULE_TABLES: Mapping[str, type] = {
    "hypertension": Hypertension,
    "diabetes": Diabetes,
    "followup_schedule": FollowupSchedule,
}
