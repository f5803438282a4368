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
    institution_notice_days: int
    cooling_off_days: int
    identity_level_min: int
    consents_needed: tuple[str, ...]
    panel_warning_count: int
    panel_full_count: int
    free_sign_methods: tuple[SignMethod, ...]
    paid_sign_methods: tuple[SignMethod, ...]

    def __post_init__(self) -> None:
        if not self.years_min <= self.years_default <= self.years_max:
            raise ValueError("years_default lies outside years_min and years_max")


@dataclass(frozen=True, slots=True)
class TerminationReasons:
    """Reason codes by the side that may give them."""

    resident: tuple[str, ...]
    institution: tuple[str, ...]
    registry: tuple[str, ...]


RULE_TABLES: Mapping[str, type] = {"contract_terms": ContractTerms, "termination_reasons": TerminationReasons}
