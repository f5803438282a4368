"""Shapes of the prescriptions' rule tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiayi.organizations.terms import Profession, Title
from jiayi.prescriptions.terms import DrugClass, EarlyReason


@dataclass(frozen=True, slots=True)
class Refill:
    """When a refill may be asked for, and when to remind of it."""

    window_min_days: int
    window_part: int
    reminder_days: tuple[int, ...]
    team_task_days: int
    early_reasons: tuple[EarlyReason, ...]
    early_every_days: int
    holiday_span_days: int
    holiday_off_days: int
    holiday_opens_earlier_days: int
    face_to_face_weeks: int


@dataclass(frozen=True, slots=True)
class LongPrescription:
    """Limits of a long-term prescription. All lengths are days, never rounded weeks."""

    ordinary_days: int
    days_max: int
    stable_regimen_days: int
    refill_gap_days_max: int
    followups_needed: int
    last_followup_days_max: int
    excluded_classes: frozenset[DrugClass]
    infection_diagnoses: tuple[str, ...]
    special_storage_days_max: int
    first_issue_title_min: Title
    prescriber_professions: frozenset[Profession]
    frail_days_max: int
    frail_age: int
    frail_egfr_below: int
    frail_drug_count: int
    drugs_per_sheet_max: int
    valid_days_max: int
    disease_list: tuple[str, ...]
    refill: Refill


RULE_TABLES: Mapping[str, type] = {"long_prescription": LongPrescription}
