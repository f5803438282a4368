"""Words of money. Amounts are whole fen, shares parts of ten thousand (basis points)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

WHOLE = 10_000


class Source(StrEnum):
    """Who pays for a visit, in the order in which they are asked. Source: domain rules §6.4."""

    INSURANCE = "insurance"
    LTC = "ltc"
    """Long-term care insurance."""
    VOUCHER = "voucher"
    PACKAGE = "package"
    """What the contract's package gives: paid for already."""
    RESIDENT = "resident"


class ChargeKind(StrEnum):
    ITEM = "item"
    HOME_VISIT = "home_visit"
    """The way there: once a visit, never hidden in an item's price."""
    MATERIALS = "materials"


@dataclass(frozen=True, slots=True)
class Asked:
    """A service of a visit. `price_fen` None: its price is found elsewhere, and is not added up here."""

    item_code: str
    price_fen: int | None
    is_covered: bool


@dataclass(frozen=True, slots=True)
class Charge:
    """One line of what a visit costs; `is_covered` by the package."""

    kind: ChargeKind
    amount_fen: int
    is_covered: bool = False
    item_code: str | None = None
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Voucher:
    """It pays a share of what the insurances left, within what is left of its month."""

    share_bp: int
    left_fen: int


@dataclass(frozen=True, slots=True)
class Covers:
    """What others than package and resident would pay at most."""

    insurance_fen: int = 0
    ltc_fen: int = 0
    voucher: Voucher | None = None


class PaidHow(StrEnum):
    """How the resident paid."""

    CASH = "cash"
    SCAN = "scan"
    """By phone, with a code."""
    CARD = "card"


class PaymentKind(StrEnum):
    """`paid`: the resident has paid; `undone`: that was noted by mistake, or given back."""

    PAID = "paid"
    UNDONE = "undone"


class EntryKind(StrEnum):
    """`accrual`: of a month that ended in the month booked; `correction`: what a later look found different."""

    ACCRUAL = "accrual"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class ItemDue:
    """How often an item was due by a day of the contract year, and how often it had been done and counts."""

    item_code: str
    due: int
    done: int


@dataclass(frozen=True, slots=True)
class Quality:
    """How much of what was due was done: `factor_bp` from 0 to 10000, and what is missing."""

    factor_bp: int
    due: int
    done: int
    missing: tuple[ItemDue, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """Packages that a contract held up to a day, itself included; None for those that it holds still."""

    until_on: date | None
    package_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ContractMonth:
    """A twelfth of a contract year; `number` counts from 0 within the year."""

    number: int
    first_on: date
    last_on: date
    year_first_on: date


@dataclass(frozen=True, slots=True)
class Earned:
    """What a contract month earned, by payer. `reason`: why it earned nothing although it was paid for."""

    base_fen: int
    quality: Quality
    lines: Mapping[str, int]
    reason: str | None = None

    @property
    def total_fen(self) -> int:
        return sum(self.lines.values())


NOTHING: Mapping[str, int] = {}
Missing = Sequence[ItemDue]
Lines = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Booked:
    """What stands in the books of a contract month already."""

    count: int = 0
    lines: Lines = field(default_factory=dict)
