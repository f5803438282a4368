"""Words of follow-ups."""

from dataclasses import dataclass
from enum import StrEnum


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


class Lateness(StrEnum):
    NOT_LATE = "not_late"
    LATE = "late"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Course:
    """What the classification of any programme looks at; `was_uncontrolled` is the face-to-face result before this."""

    is_danger: bool
    is_uncontrolled: bool
    was_uncontrolled: bool = False
    reaction: Reaction = Reaction.NONE
    has_new_complication: bool = False


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
    """A diabetes follow-up: mmol/L, mmHg, degrees Celsius; `persistent_pulse` only when a fast heart persists."""

    fasting: float
    age: int
    systolic: int | None = None
    diastolic: int | None = None
    persistent_pulse: int | None = None
    temperature: float | None = None
    danger_signs: frozenset[str] = frozenset()
    is_pregnant_or_lactating: bool = False
    was_uncontrolled: bool = False
    reaction: Reaction = Reaction.NONE
    has_new_complication: bool = False
