"""How a follow-up of hypertension or diabetes is classed. Source: domain rules §4.1 (H1–H4), §4.2 (G1–G4).

Pure, and shared with the phone: `PLAN` is exported, the predicates are written again there under the same cases.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jiayi.followups.tables import Diabetes, Hypertension, Target
from jiayi.followups.terms import Course, FollowupClass, GlucoseVisit, PressureVisit, Reaction

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
    return Course(
        is_danger=_is_pressure_danger(visit.systolic, visit.diastolic, table)
        or bool(visit.danger_signs)
        or (visit.is_pregnant_or_lactating and is_uncontrolled),
        is_uncontrolled=is_uncontrolled,
        was_uncontrolled=visit.was_uncontrolled,
        reaction=visit.reaction,
        has_new_complication=visit.has_new_complication,
    )


def glucose_course(visit: GlucoseVisit, table: Diabetes) -> Course:
    """What the plan looks at, after a fasting glucose."""
    is_uncontrolled = visit.fasting >= table.target_fasting_below
    return Course(
        is_danger=_is_glucose_danger(visit, table)
        or bool(visit.danger_signs)
        or (visit.is_pregnant_or_lactating and is_uncontrolled),
        is_uncontrolled=is_uncontrolled,
        was_uncontrolled=visit.was_uncontrolled,
        reaction=visit.reaction,
        has_new_complication=visit.has_new_complication,
    )


def _is_pressure_danger(systolic: int, diastolic: int, table: Hypertension | Diabetes) -> bool:
    return systolic >= table.danger_systolic or diastolic >= table.danger_diastolic


def _is_glucose_danger(visit: GlucoseVisit, table: Diabetes) -> bool:
    return (
        visit.fasting >= table.danger_glucose_at_least
        or visit.fasting <= table.danger_glucose_at_most
        or _is_pressure_danger(visit.systolic or 0, visit.diastolic or 0, table)
        or (visit.persistent_pulse or 0) > table.danger_persistent_pulse_above
        or (visit.temperature or 0) > table.danger_temperature_above
    )


def unknown_signs(signs: frozenset[str], table: Hypertension | Diabetes) -> frozenset[str]:
    """Danger signs that the table does not list; a caller refuses them."""
    return signs - set(table.danger_signs)
