"""Shapes of the contracts' rule tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiayi.contracts.terms import SignMethod


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """Term, renewal and notice of a contract."""

    years_min: int
    years_max: int
    years_default: int
    starts_after_days: int
    renewal_opens_days: int
    renewal_reminder_days: tuple[int, ...]
    lapse_days: int
    review_within_working_days: int
    sign_within_days: int
    first_visit_within_days: int
    photo_reminder_days: int
    first_visit_reminder_days: int
    institution_notice_days: int
    cooling_off_days: int
    identity_level_min: int
    consents_needed: tuple[str, ...]
    panel_warning_count: int
    panel_full_count: int

    def __post_init__(self) -> None:
        if not self.years_min <= self.years_default <= self.years_max:
            raise ValueError("years_default lies outside years_min and years_max")


@dataclass(frozen=True, slots=True)
class SigningWays:
    """How the resident's side may be signed: before the team, or on the own phone for what is free and what is paid.

    A recording of the spoken consent is between `recording_seconds_min` and `_max` long.
    """

    team_methods: tuple[SignMethod, ...]
    own_free_methods: tuple[SignMethod, ...]
    own_paid_methods: tuple[SignMethod, ...]
    photo_methods: tuple[SignMethod, ...]
    witness_methods: tuple[SignMethod, ...]
    recording_methods: tuple[SignMethod, ...]
    recording_seconds_min: int
    recording_seconds_max: int
    own_income_from_age: int

    def __post_init__(self) -> None:
        if not 0 < self.recording_seconds_min < self.recording_seconds_max:
            raise ValueError("a recording has no length between recording_seconds_min and _max")


@dataclass(frozen=True, slots=True)
class TerminationReasons:
    """Reason codes by the side that may give them; `voiding`: a supervisor's. For some the residents are offered a team.

    `moved`: those by which the resident lives elsewhere afterwards.
    """

    resident: tuple[str, ...]
    institution: tuple[str, ...]
    voiding: tuple[str, ...]
    transfer_offered: tuple[str, ...]
    moved: tuple[str, ...]

    def __post_init__(self) -> None:
        if not set(self.moved) <= {*self.resident, *self.institution}:
            raise ValueError("moved: nobody's reason")
        if not set(self.transfer_offered) <= set(self.institution):
            raise ValueError("transfer_offered: not an institution's reason")


@dataclass(frozen=True, slots=True)
class Suspensions:
    """Why a contract rests, and what is good as evidence that somebody is away, or back."""

    reasons: tuple[str, ...]
    evidence: tuple[str, ...]
    hospital_days_over: int


@dataclass(frozen=True, slots=True)
class RejectionReasons:
    """Why a team does not take somebody on; the last is said in words."""

    reasons: tuple[str, ...]
    in_words: str

    def __post_init__(self) -> None:
        if self.in_words not in self.reasons:
            raise ValueError("in_words is not among the reasons")


RULE_TABLES: Mapping[str, type] = {
    "contract_terms": ContractTerms,
    "contract_signing": SigningWays,
    "termination_reasons": TerminationReasons,
    "suspensions": Suspensions,
    "rejection_reasons": RejectionReasons,
}
