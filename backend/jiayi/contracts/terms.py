"""Words of contracts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ContractStatus(StrEnum):
    DRAFT = "draft"
    PENDING_REVIEW = "pending_review"
    PENDING_SIGN = "pending_sign"
    ACTIVE = "active"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    CANCELLED = "cancelled"
    REJECTED = "rejected"


class ContractAction(StrEnum):
    SUBMIT = "submit"
    ACCEPT = "accept"
    REJECT = "reject"
    SIGN = "sign"
    CANCEL = "cancel"
    EXPIRE = "expire"
    TERMINATE = "terminate"


class Party(StrEnum):
    """Who ends a contract: one of its sides, or the register (a death, a fraud found)."""

    RESIDENT = "resident"
    INSTITUTION = "institution"
    REGISTRY = "registry"


class SignMethod(StrEnum):
    STROKES = "strokes"
    CODE = "code"
    PAPER = "paper"


class Signer(StrEnum):
    """In whose hand the resident's side is signed."""

    RESIDENT = "resident"
    GUARDIAN = "guardian"
    PROXY = "proxy"


class Payer(StrEnum):
    PUBLIC_HEALTH = "public_health"
    INSURANCE = "insurance"
    INSTITUTION = "institution"
    RESIDENT = "resident"


@dataclass(frozen=True, slots=True)
class SignFacts:
    """What is known when the resident's side is about to be signed."""

    signer: Signer
    method: SignMethod
    resident_fen: int
    identity_level: int
    is_first_contract: bool
    may_proxy_sign_renewal: bool = False


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """What a package's target rule asks about a resident, on the day asked."""

    age: int
    groups: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    ability_level: int | None = None
    ltc_level: int | None = None
    is_flagged_disabled: bool = False
    discharged_on: date | None = None
    discharge_diagnoses: frozenset[str] = frozenset()
    had_orthopaedic_surgery: bool = False
    institution_beds: int | None = None
    """Beds of the contracted elder-care institution the resident lives in; None at home."""


@dataclass(frozen=True, slots=True)
class ContractYear:
    """Twelve months of a contract, first and last day included; quotas start afresh in each."""

    number: int
    first: date
    last: date


Quotas = Mapping[str, int | None]
"""Count per service item and contract year; None means as needed, without a limit."""


@dataclass(frozen=True, slots=True)
class Entitled:
    """Left of one item in this contract year; None for as needed."""

    quota: int | None
    consumed_count: int = 0
    reserved_count: int = field(default=0)

    @property
    def left(self) -> int | None:
        return None if self.quota is None else max(0, self.quota - self.consumed_count - self.reserved_count)
