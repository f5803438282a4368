"""Shapes of the visits' rule tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from jiayi.geo.terms import Verdict
from jiayi.visits.terms import ConfirmMethod, Level, Measure, MeasurementKind, NoVisitReason, Risk, Unit


@dataclass(frozen=True, slots=True)
class VisitBooking:
    """Booking a home visit; times are of Asia/Shanghai.

    `items_apart`: naming one of these would tell data of level 5, so they are on no visit that others see.
    `items_any_hour`: palliative care, which knows no office hours.
    """

    horizon_days: int
    slot_minutes: int
    starts_from: time
    starts_until: time
    noon: time
    visits_per_day_max: int
    cancel_free_hours: int
    no_show_limit: int
    no_show_days: int
    reserved_percent: int
    reserved_from_slots: int
    reserved_until: time
    offer_minutes: int
    offer_minutes_elder: int
    elder_age: int
    items_apart: tuple[str, ...]
    items_any_hour: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitConfirm:
    """How a resident confirms, and when a worker who has not come out is looked for."""

    methods: tuple[ConfirmMethod, ...]
    refused_reasons: tuple[str, ...]
    strokes_bytes_max: int
    call_after_minutes: int
    leader_after_minutes: int
    police_after_minutes: int


@dataclass(frozen=True, slots=True)
class OutsideChoice:
    """A reason or an action, and the verdicts it answers."""

    code: str
    verdicts: tuple[Verdict, ...]
    is_note_needed: bool = False


@dataclass(frozen=True, slots=True)
class OutsideReasons:
    """What is asked when a check-in is outside or without a position."""

    reasons: tuple[OutsideChoice, ...]
    actions: tuple[OutsideChoice, ...]


@dataclass(frozen=True, slots=True)
class NoVisitReasons:
    """Why a visit did not come about."""

    codes: tuple[NoVisitReason, ...]


@dataclass(frozen=True, slots=True)
class DeclineReasons:
    """Reason codes for declining a request, calling a visit off and breaking it off."""

    decline: tuple[str, ...]
    cancel: tuple[str, ...]
    abort: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindRule:
    """The unit of a kind of measurement and the values it consists of: all of them, or at least one."""

    unit: Unit
    measures: tuple[Measure, ...]
    is_each_needed: bool


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """What a value may be: refused outside lowest to highest, asked again outside usual."""

    lowest: float
    highest: float
    usual_from: float
    usual_to: float
    decimals: int

    def __post_init__(self) -> None:
        if not self.lowest <= self.usual_from < self.usual_to <= self.highest:
            raise ValueError("lowest, usual_from, usual_to, highest do not rise")


@dataclass(frozen=True, slots=True)
class Conversion:
    """Another unit that a device may send for a kind."""

    unit: Unit
    kind: MeasurementKind
    divide_by: int


@dataclass(frozen=True, slots=True)
class Band:
    """Values that are remarked at once; exactly one of the four limits is set."""

    measure: Measure
    level: Level
    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None
    below: float | None = None

    def __post_init__(self) -> None:
        if sum(limit is not None for limit in (self.at_least, self.above, self.at_most, self.below)) != 1:
            raise ValueError("a band has exactly one limit")


@dataclass(frozen=True, slots=True)
class Vitals:
    """Units, plausible ranges and bands of danger of everything measured at home."""

    kinds: Mapping[MeasurementKind, KindRule]
    measures: Mapping[Measure, MeasureRule]
    conversions: tuple[Conversion, ...]
    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        named = {measure for kind in self.kinds.values() for measure in kind.measures}
        if named != set(self.measures) or set(self.kinds) != set(MeasurementKind):
            raise ValueError("kinds and measures do not name each other")


@dataclass(frozen=True, slots=True)
class DangerWords:
    """Words that show 120 before anything else."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitSafety:
    """When at least so many go together, and whether a video link does instead."""

    clinicians_min: int
    two_for: tuple[Risk, ...]
    is_video_link_enough: bool


RULE_TABLES: Mapping[str, type] = {
    "visit_booking": VisitBooking,
    "visit_confirm": VisitConfirm,
    "visit_safety": VisitSafety,
    "outside_reasons": OutsideReasons,
    "no_visit_reasons": NoVisitReasons,
    "decline_reasons": DeclineReasons,
    "vitals": Vitals,
    "danger_words": DangerWords,
}
