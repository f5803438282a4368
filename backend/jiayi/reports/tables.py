"""Shapes of the reports' rule tables."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndicatorRules:
    """Which records stand for what a formula names; what each number is for is said in the table itself."""

    exam_item: str
    elder_items: tuple[str, ...]
    tcm_items: tuple[str, ...]
    fasting_tests_per_year: int
    confirm_methods: tuple[str, ...]
    few_below: int
    live_residents_max: int
    months_kept: int


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A percentage to be reached by the end of a year, in the nation or, for comparison, in one place."""

    indicator: str
    kind: str
    percent: float
    year: int
    place: str
    source: str
    mark: str

    def __post_init__(self) -> None:
        if self.kind not in {"target", "reference"}:
            raise ValueError(f"kind: expected target or reference, found {self.kind!r}")


@dataclass(frozen=True, slots=True)
class Growth:
    """By how many percentage points a year these are to rise, since a year."""

    indicators: tuple[str, ...]
    since_year: int
    points_min: int
    points_max: int


@dataclass(frozen=True, slots=True)
class IndicatorTargets:
    growth: Growth
    rows: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class ExportRules:
    """How long a request for a list of people waits, and how long an approved one may be fetched."""

    decide_hours: int
    download_hours: int
    rows_max: int
    shown_days: int


RULE_TABLES: Mapping[str, type] = {
    "indicators": IndicatorRules,
    "indicator_targets": IndicatorTargets,
    "exports": ExportRules,
}
