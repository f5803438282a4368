"""Words of contracts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class ContractStatus(StrEnum):
    DRAFT = "draft"
    PENDING_REVIEW = "pending_review"
    PENDING_SIGN = "pending_sign"
    RENEWAL_SIGNED = "renewal_signed"
    """Signed ahead: it becomes active on the day the one before is over."""
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
    SIGN_AHEAD = "sign_ahead"
    BEGIN = "begin"
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


class SignatureParty(StrEnum):
    """Whose side a signature is on."""

    RESIDENT = "resident"
    TEAM = "team"


class LedgerKind(StrEnum):
    """What happens to an entitlement. Lines are only ever added; a balance is their sum."""

    GRANT = "grant"
    RESERVE = "reserve"
    RELEASE = "release"
    CONSUME = "consume"


class CauseKind(StrEnum):
    """What a line of the ledger is because of."""

    CONTRACT = "contract"
    VISIT_SERVICE = "visit_service"


class ReviewDecision(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"


TEMPLATE_VERSION = 1
"""Which wording of the contract is signed; running contracts keep theirs."""


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


@dataclass(frozen=True, slots=True)
class ContractSubmitted:
    """Somebody waits for the team's answer."""

    contract_id: UUID
    resident_id: UUID
    team_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class ContractReviewed:
    """The team has answered. `asker_id` is the account that applied."""

    contract_id: UUID
    resident_id: UUID
    is_accepted: bool
    asker_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class ContractActivated:
    """Both sides have signed, or the day of a renewal has come; the resident is in this team's care."""

    contract_id: UUID
    resident_id: UUID
    team_id: UUID
    starts_on: date
    ends_on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class ContractEnded:
    """An active contract is over. `reason` is `expired` or a reason of termination."""

    contract_id: UUID
    resident_id: UUID
    team_id: UUID
    reason: str
    at: datetime
