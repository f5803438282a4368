"""What a follow-up found, whether it can be true, and what it means in its programme."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from jiayi.core.errors import Invalid, Refusal
from jiayi.core.results import Refused
from jiayi.core.tools import tools
from jiayi.followups import rules
from jiayi.followups.tables import Diabetes, Hypertension
from jiayi.followups.terms import (
    Compliance,
    Coping,
    FollowupClass,
    FootPulse,
    GlucoseVisit,
    PressureVisit,
    Programme,
    Reaction,
    ReferralReason,
    Salt,
)
from jiayi.visits.tables import Vitals
from jiayi.visits.terms import MeasurementKind, Unit
from jiayi.visits.vitals import guard


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured, seen and asked: mmHg, mmol/L, °C, symptoms and danger signs by the codes of the table."""

    systolic: int | None = None
    diastolic: int | None = None
    fasting: float | None = None
    random: float | None = None
    persistent_pulse: int | None = None
    temperature: float | None = None
    symptoms: Sequence[str] = field(default_factory=list)
    danger_signs: Sequence[str] = field(default_factory=list)
    reaction: Reaction = Reaction.NONE
    has_new_complication: bool = False
    is_pregnant_or_lactating: bool = False
    foot_pulse: FootPulse | None = None
    salt: Salt | None = None
    coping: Coping | None = None
    compliance: Compliance | None = None
    note: str | None = None
    referred_to: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    is_in_target: bool | None
    outcome: FollowupClass
    referral_reasons: tuple[ReferralReason, ...]


def judge(
    session: Session, found: Found, programme: Programme, age: int, on: date, *, was_uncontrolled: bool
) -> Verdict:
    """What it means. Raises Invalid `followups.invalid.symptoms`, Refusal of impossible and of missing values."""
    _check_values(session, found, on)
    if programme is Programme.HYPERTENSION:
        return _by_pressure(found, tools(session).rules.of(Hypertension, on), age, was_uncontrolled=was_uncontrolled)
    return _by_glucose(found, tools(session).rules.of(Diabetes, on), age, was_uncontrolled=was_uncontrolled)


def _by_pressure(found: Found, table: Hypertension, age: int, *, was_uncontrolled: bool) -> Verdict:
    _check_codes(found, table)
    if found.systolic is None or found.diastolic is None:
        raise Refusal("followups.refused.no_pressure")
    visit = PressureVisit(
        found.systolic, found.diastolic, age, frozenset(found.danger_signs), found.is_pregnant_or_lactating,
        was_uncontrolled, found.reaction, found.has_new_complication,
    )  # fmt: skip
    course = rules.pressure_course(visit, table)
    is_in_target = rules.is_in_target(found.systolic, found.diastolic, age, table.kpi_target)
    return Verdict(is_in_target, rules.classify(course), rules.referral_reasons(course))


def _by_glucose(found: Found, table: Diabetes, age: int, *, was_uncontrolled: bool) -> Verdict:
    _check_codes(found, table)
    visit = GlucoseVisit(
        age, found.fasting, found.random, found.systolic, found.diastolic, found.persistent_pulse, found.temperature,
        frozenset(found.danger_signs), found.is_pregnant_or_lactating, was_uncontrolled, found.reaction,
        found.has_new_complication,
    )  # fmt: skip
    course = rules.glucose_course(visit, table)
    if not rules.is_judged(visit, course):
        raise Refusal("followups.refused.no_fasting")
    is_in_target = rules.is_fasting_in_target(found.fasting, table)
    return Verdict(is_in_target, rules.classify(course), rules.referral_reasons(course))


def _check_codes(found: Found, table: Hypertension | Diabetes) -> None:
    if set(found.symptoms) - set(table.symptoms) or rules.unknown_signs(frozenset(found.danger_signs), table):
        raise Invalid("followups.invalid.symptoms")


def _check_values(session: Session, found: Found, on: date) -> None:
    vitals = tools(session).rules.of(Vitals, on)
    for kind, unit, values in readings(found):
        guarded = guard(kind, values, unit, vitals)
        if isinstance(guarded, Refused):
            raise Refusal(guarded.reason, guarded.detail)


def readings(found: Found) -> Iterator[tuple[MeasurementKind, Unit, dict[str, float]]]:
    """What was measured, by kind."""
    told = (
        (MeasurementKind.BLOOD_PRESSURE, Unit.MMHG, {"systolic": found.systolic, "diastolic": found.diastolic}),
        (MeasurementKind.GLUCOSE, Unit.MMOL_PER_L, {"fasting": found.fasting, "random": found.random}),
        (MeasurementKind.PULSE, Unit.BPM, {"pulse": found.persistent_pulse}),
        (MeasurementKind.TEMPERATURE, Unit.CELSIUS, {"temperature": found.temperature}),
    )
    for kind, unit, values in told:
        given = {name: float(value) for name, value in values.items() if value is not None}
        if given:
            yield kind, unit, given
