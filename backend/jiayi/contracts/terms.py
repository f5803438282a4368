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


class SignMethod(StrEnum):
    """`paper`: a name written on the printed page; `fingerprint`: a print on it, with a witness and the own voice. Of both a photo."""

    STROKES = "strokes"
    CODE = "code"
    CODE_AND_STROKES = "code_and_strokes"
    PAPER = "paper"
    FINGERPRINT = "fingerprint"


class SignPlace(StrEnum):
    """Before the team, on a phone of theirs; or on the signer's own."""

    TEAM = "team"
    OWN = "own"


class Capacity(StrEnum):
    """How far somebody's own word binds. Source: domain rules §10.5."""

    FULL = "full"
    LIMITED = "limited"
    NONE = "none"


class GuardianBasis(StrEnum):
    """By what right a guardian signs, in the order of the law; `agreed` in writing, beforehand."""

    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    RELATIVE = "relative"
    APPOINTED = "appointed"
    AGREED = "agreed"


class EvidenceKind(StrEnum):
    """What a seal closes: both signatures under a text, also under a change's, the photo of a page or a recording that came later."""

    SIGNED = "signed"
    AMENDED = "amended"
    PHOTO = "photo"
    RECORDING = "recording"


class FindingState(StrEnum):
    """What a look at the evidence says of one thing. `unknown`: sealed with a key that is not here."""

    HOLDS = "holds"
    CHANGED = "changed"
    MISSING = "missing"
    TO_COME = "to_come"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `contracts-evidence-<about>_<state>` says it in words."""

    about: str
    state: FindingState
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodeLetter:
    """A code on its way to the signer's phone, with what its text needs."""

    phone: str
    values: Mapping[str, str]


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
    place: SignPlace = SignPlace.TEAM
    capacity: Capacity = Capacity.FULL
    is_minor: bool = False
    may_proxy_sign_renewal: bool = False
    guardian_basis: GuardianBasis | None = None
    has_ward_view: bool = False
    """What a child of eight or more says to it was written down."""
    has_photo: bool = False
    has_recording: bool = False
    """The signer's own voice, agreeing."""
    has_witness: bool = False
    is_witness_party: bool = False
    """The witness is the resident, the signer, or whoever holds the phone."""
    was_heard: bool = False
    """It was read out, and agreed to aloud."""


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
    WITHDRAW = "withdraw"
    """So many fewer are given than before: the packages were changed."""


class CauseKind(StrEnum):
    """What a line of the ledger is because of."""

    CONTRACT = "contract"
    AMENDMENT = "amendment"
    VISIT_SERVICE = "visit_service"


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
    """A contract in force is over. `reason` is `expired`, `death`, or a reason of ending or voiding it."""

    contract_id: UUID
    resident_id: UUID
    team_id: UUID
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ContractPaused:
    """The resident is away for long, or is back (`is_back`)."""

    contract_id: UUID
    resident_id: UUID
    team_id: UUID
    is_back: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ContractAmended:
    """Other packages, or another team, from today on."""

    contract_id: UUID
    resident_id: UUID
    team_id: UUID
    is_other_team: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """The institution has said that it ends the contract on that day."""

    contract_id: UUID
    resident_id: UUID
    team_id: UUID
    ends_on: date
    at: datetime
