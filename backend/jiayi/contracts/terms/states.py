"""Where a contract stands, and what moves it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class ContractStatus(StrEnum):
    DRAFT = "draft"
    PENDING_REVIEW = "pending_review"
    PENDING_SIGN = "pending_sign"
    RENEWAL_SIGNED = "renewal_signed"
    """Signed ahead: it becomes active on the day the one before is over."""
    ACTIVE = "active"
    SUSPENDED = "suspended"
    """The resident is away for long: in force, but nothing is owed meanwhile."""
    EXPIRED = "expired"
    TERMINATED = "terminated"
    CLOSED_DEATH = "closed_death"
    VOIDED = "voided"
    """Found to be false: it never counted."""
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
    SUSPEND = "suspend"
    RESUME = "resume"
    EXPIRE = "expire"
    TERMINATE = "terminate"
    CLOSE = "close"
    VOID = "void"


class Phase(StrEnum):
    """What is not written down but follows from a contract's dates: the weeks before its end, and those after it."""

    EXPIRING = "expiring"
    LAPSED = "lapsed"


class Party(StrEnum):
    """Whose wish it is that a contract ends."""

    RESIDENT = "resident"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which nothing is owed: from the first of them until the day of return, None while it lasts."""

    from_on: date
    until_on: date | None


class ReviewDecision(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"


class AmendmentStatus(StrEnum):
    PENDING_SIGN = "pending_sign"
    """The team has said what is to change; the resident has not agreed yet."""
    SIGNED = "signed"
    """Agreed: it holds from its first day on."""
    IN_FORCE = "in_force"
    CANCELLED = "cancelled"


class PanelState(StrEnum):
    """How many a team's doctors carry already."""

    FREE = "free"
    CROWDED = "crowded"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class VoidView:
    """A contract before a supervisor who may void it. `done_count`: services given under it."""

    contract_id: UUID
    organization_name: str
    team_name: str
    resident_masked: str
    status: ContractStatus
    starts_on: date | None
    ends_on: date | None
    done_count: int
    may_void: bool
