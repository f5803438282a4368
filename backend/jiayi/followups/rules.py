"""How a follow-up of hypertension or diabetes is classed. Source: domain rules §4.1 (H1–H4), §4.2 (G1–G4).

Pure, and shared with the phone: `PLAN` is exported, the predicates are written again there under the same cases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jiayi.followups.tables import Diabetes, Hypertension, Target
from jiayi.followups.terms import Course, FollowupClass, GlucoseVisit, PressureVisit, Reaction
from jiayi.followups.terms import ReferralReason as W

C, R = FollowupClass, Reaction
ANY = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the plan: what must be so (ANY: no matter) and the class that follows."""

    is_danger: bool | None
    is_uncontrolled: bool | None
    was_uncontrolled: bool | None
    reaction: Reaction | None
    has_new_complication: bool | None
    becomes: FollowupClass

    def fits(self, course: Course) -> bool:
        wanted = (
            (self.is_danger, course.is_danger),
            (self.is_uncontrolled, course.is_uncontrolled),
            (self.was_uncontrolled, course.was_uncontrolled),
            (self.reaction, course.reaction),
            (self.has_new_complication, course.has_new_complication),
        )
        return all(want is ANY or want == is_so for want, is_so in wanted)


# fmt: off
PLAN: tuple[Row, ...] = (
    #   danger  uncontrolled  the time before  reaction  complication  class
    Row(True,   ANY,          ANY,             ANY,      ANY,          C.DANGER),     # H1, G1
    Row(ANY,    True,         True,            ANY,      ANY,          C.REFER),      # H2, G2
    Row(ANY,    ANY,          ANY,             R.HARD,   ANY,          C.REFER),
    Row(ANY,    ANY,          ANY,             ANY,      True,         C.REFER),
    Row(ANY,    True,         ANY,             ANY,      ANY,          C.ADJUST),     # H3, G3
    Row(ANY,    ANY,          ANY,             R.SOME,   ANY,          C.ADJUST),
    Row(ANY,    ANY,          ANY,             ANY,      ANY,          C.SATISFIED),  # H4, G4
)
# fmt: on
"""First match wins. The same for every programme; what is danger and what is uncontrolled, each says itself."""


def classify(course: Course) -> FollowupClass:
    """The class of a follow-up."""
    return next(row.becomes for row in PLAN if row.fits(course))


def target_at(age: int, rows: Sequence[Target]) -> Target:
    """The row of a target table for an age; the rows rise by age and start at 0."""
    return next(row for row in reversed(rows) if age >= row.age_from)


def is_in_target(systolic: int, diastolic: int, age: int, rows: Sequence[Target]) -> bool:
    """Whether both pressures lie below the target. Which target, kpi or clinical, the caller says."""
    target = target_at(age, rows)
    return systolic < target.systolic_below and diastolic < target.diastolic_below


def pressure_course(visit: PressureVisit, table: Hypertension) -> Course:
    """What the plan looks at, after a pressure; in target means `kpi_target` at the age on the day."""
    is_uncontrolled = not is_in_target(visit.systolic, visit.diastolic, visit.age, table.kpi_target)
    found = {
        W.PRESSURE: _is_pressure_danger(visit.systolic, visit.diastolic, table),
        W.SIGNS: bool(visit.danger_signs),
        W.PREGNANCY: visit.is_pregnant_or_lactating and is_uncontrolled,
    }
    return _course(visit, found, is_uncontrolled=is_uncontrolled)


def glucose_course(visit: GlucoseVisit, table: Diabetes) -> Course:
    """What the plan looks at, after a glucose. Any reading may be dangerous; only a fasting one tells the target."""
    is_uncontrolled = is_fasting_in_target(visit.fasting, table) is False
    readings = [value for value in (visit.fasting, visit.random) if value is not None]
    found = {
        W.PRESSURE: _is_pressure_danger(visit.systolic or 0, visit.diastolic or 0, table),
        W.GLUCOSE_HIGH: any(value >= table.danger_glucose_at_least for value in readings),
        W.GLUCOSE_LOW: any(value <= table.danger_glucose_at_most for value in readings),
        W.PULSE: (visit.persistent_pulse or 0) > table.danger_persistent_pulse_above,
        W.TEMPERATURE: (visit.temperature or 0) > table.danger_temperature_above,
        W.SIGNS: bool(visit.danger_signs),
        W.PREGNANCY: visit.is_pregnant_or_lactating and is_uncontrolled,
    }
    return _course(visit, found, is_uncontrolled=is_uncontrolled)


def is_fasting_in_target(fasting: float | None, table: Diabetes) -> bool | None:
    """Whether a fasting glucose lies below the target; without one nobody knows."""
    return None if fasting is None else fasting < table.target_fasting_below


def _course(visit: PressureVisit | GlucoseVisit, found: Mapping[W, bool], *, is_uncontrolled: bool) -> Course:
    dangers = tuple(reason for reason, is_so in found.items() if is_so)
    return Course(dangers, is_uncontrolled, visit.was_uncontrolled, visit.reaction, visit.has_new_complication)


def referral_reasons(course: Course) -> tuple[W, ...]:
    """Why somebody is referred, urgently (H1, G1) or on advice (H2, G2); nothing when nobody is."""
    if course.dangers:
        return course.dangers
    found = {
        W.HIGH_AGAIN: course.is_uncontrolled and course.was_uncontrolled,
        W.REACTION: course.reaction is R.HARD,
        W.COMPLICATION: course.has_new_complication,
    }
    return tuple(reason for reason, is_so in found.items() if is_so)


def is_judged(visit: GlucoseVisit, course: Course) -> bool:
    """Whether a diabetes follow-up can be classed: by a fasting glucose, or because there is reason to refer without."""
    return visit.fasting is not None or bool(referral_reasons(course))


def _is_pressure_danger(systolic: int, diastolic: int, table: Hypertension | Diabetes) -> bool:
    return systolic >= table.danger_systolic or diastolic >= table.danger_diastolic


def unknown_signs(signs: frozenset[str], table: Hypertension | Diabetes) -> frozenset[str]:
    """Danger signs that the table does not list; a caller refuses them."""
    return signs - set(table.danger_signs)
