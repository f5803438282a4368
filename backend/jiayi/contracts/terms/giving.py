"""What a contract gives, for whom, who pays, and what is left of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID


class Payer(StrEnum):
    PUBLIC_HEALTH = "public_health"
    INSURANCE = "insurance"
    INSTITUTION = "institution"
    RESIDENT = "resident"


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


class LedgerKind(StrEnum):
    """What happens to an entitlement. Lines are only ever added; a balance is their sum."""

    GRANT = "grant"
    RESERVE = "reserve"
    RELEASE = "release"
    CONSUME = "consume"
    WITHDRAW = "withdraw"
    """So many fewer are given than before: the packages were changed."""


class CauseKind(StrEnum):
    """What a line of the ledger is because of."""

    CONTRACT = "contract"
    AMENDMENT = "amendment"
    VISIT_SERVICE = "visit_service"


@dataclass(frozen=True, slots=True)
class Given:
    """One item in the contract year of a change: what was given, what of it is done or set aside, what it costs apart."""

    item_code: str
    quota: int | None
    used_count: int
    unit_fen: int


@dataclass(frozen=True, slots=True)
class RefundLine:
    """Bought and no longer to be had."""

    item_code: str
    unused_count: int
    unit_fen: int
    amount_fen: int


@dataclass(frozen=True, slots=True)
class Balance:
    """What is left of one item in one contract year; `left` None is as needed, without a count."""

    id: UUID
    contract_id: UUID
    item_code: str
    period_start_on: date
    period_end_on: date
    quota: int | None
    reserved: int
    consumed: int
    left: int | None
