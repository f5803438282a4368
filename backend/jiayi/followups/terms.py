"""Words of follow-ups."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Programme(StrEnum):
    HYPERTENSION = "hypertension"
    DIABETES = "diabetes"


class Mode(StrEnum):
    """How a follow-up was held. Only some count as face to face."""

    CLINIC = "clinic"
    HOME = "home"
    PHONE = "phone"
    VIDEO = "video"


class FollowupClass(StrEnum):
    """The outcome of one follow-up, worst first."""

    DANGER = "danger"
    REFER = "refer"
    ADJUST = "adjust"
    SATISFIED = "satisfied"


class Reaction(StrEnum):
    """Adverse reaction to the medicine."""

    NONE = "none"
    SOME = "some"
    HARD = "hard"
    """Hard to control."""


class Adherence(StrEnum):
    REGULAR = "regular"
    INTERMITTENT = "intermittent"
    NOT_TAKING = "not_taking"


class FootPulse(StrEnum):
    """The pulse on the back of the feet, of the worse one."""

    NORMAL = "normal"
    WEAK = "weak"
    ABSENT = "absent"


class Salt(StrEnum):
    """How salty somebody eats."""

    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"


class Coping(StrEnum):
    """How somebody bears the disease: spirits, sleep."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class Compliance(StrEnum):
    """How far somebody does what was advised, the medicine apart."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class ReferralReason(StrEnum):
    """Why somebody is referred; those of danger first."""

    PRESSURE = "pressure"
    GLUCOSE_HIGH = "glucose_high"
    GLUCOSE_LOW = "glucose_low"
    PULSE = "pulse"
    TEMPERATURE = "temperature"
    SIGNS = "signs"
    PREGNANCY = "pregnancy"
    HIGH_AGAIN = "high_again"
    REACTION = "reaction"
    COMPLICATION = "complication"


class Lateness(StrEnum):
    NOT_LATE = "not_late"
    LATE = "late"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Course:
    """What the classification of any programme looks at; `was_uncontrolled` is the face-to-face result before this."""

    dangers: tuple[ReferralReason, ...]
    is_uncontrolled: bool
    was_uncontrolled: bool = False
    reaction: Reaction = Reaction.NONE
    has_new_complication: bool = False

    @property
    def is_danger(self) -> bool:
        return bool(self.dangers)


@dataclass(frozen=True, slots=True)
class PressureVisit:
    """A hypertension follow-up: mmHg, age on the day, danger signs by the codes of the table."""

    systolic: int
    diastolic: int
    age: int
    danger_signs: frozenset[str] = frozenset()
    is_pregnant_or_lactating: bool = False
    was_uncontrolled: bool = False
    reaction: Reaction = Reaction.NONE
    has_new_complication: bool = False


@dataclass(frozen=True, slots=True)
class GlucoseVisit:
    """A diabetes follow-up: mmol/L, mmHg, degrees Celsius; `persistent_pulse` only when a fast heart persists.

    `random` is any reading that is not a fasting one: it may tell danger, never that the target is met.
    """

    age: int
    fasting: float | None = None
    random: float | None = None
    systolic: int | None = None
    diastolic: int | None = None
    persistent_pulse: int | None = None
    temperature: float | None = None
    danger_signs: frozenset[str] = frozenset()
    is_pregnant_or_lactating: bool = False
    was_uncontrolled: bool = False
    reaction: Reaction = Reaction.NONE
    has_new_complication: bool = False


class FollowUpStatus(StrEnum):
    """Where a planned follow-up stands."""

    DUE = "due"
    DONE = "done"
    LOST = "lost"
    """The resident could not be reached, after attempts on several days."""
    CANCELLED = "cancelled"


class LeaveReason(StrEnum):
    """Why a resident leaves a programme, or a follow-up falls away."""

    MOVED_AWAY = "moved_away"
    DECLINED = "declined"
    DECEASED = "deceased"
    ENTERED_WRONGLY = "entered_wrongly"
    SEEN_ELSEWHERE = "seen_elsewhere"


class DiagnosisSource(StrEnum):
    """Who confirmed the disease for which somebody is taken into a programme."""

    HERE = "here"
    """Our own doctors."""
    HOSPITAL = "hospital"
    RECORDS = "records"
    """Papers that the resident brought: a discharge letter, an older file."""


@dataclass(frozen=True, slots=True)
class FollowupRecorded:
    """A follow-up was held and classed."""

    follow_up_id: UUID
    resident_id: UUID
    programme: Programme
    outcome: FollowupClass
    held_on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class HeldFollowup:
    """A follow-up that was held, as far as others ask."""

    held_on: date
    is_in_target: bool
    is_regular: bool
