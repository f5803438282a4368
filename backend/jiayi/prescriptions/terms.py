"""Words of prescriptions and refills."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jiayi.organizations.terms import Profession, Title


class DrugClass(StrEnum):
    """What keeps a drug out of a long-term prescription."""

    TOXIC = "toxic"
    RADIOACTIVE = "radioactive"
    PRECURSOR = "precursor"
    NARCOTIC = "narcotic"
    PSYCHOTROPIC_1 = "psychotropic_1"
    PSYCHOTROPIC_2 = "psychotropic_2"
    ANTIMICROBIAL = "antimicrobial"


class EarlyReason(StrEnum):
    """Why a refill is asked for before its window opens."""

    TRAVEL = "travel"
    LOSS = "loss"
    DOSE_CHANGE = "dose_change"


class PrescriptionStatus(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    PHARMACIST_REVIEW = "pharmacist_review"
    RETURNED = "returned"
    APPROVED = "approved"
    PATIENT_CONFIRMED = "patient_confirmed"
    SENT_TO_PHARMACY = "sent_to_pharmacy"
    DISPENSED = "dispensed"
    DELIVERING = "delivering"
    HANDED_OVER = "handed_over"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    TERMINATED = "terminated"


class PrescriptionAction(StrEnum):
    SUBMIT = "submit"
    TAKE_UP = "take_up"
    RETURN = "return"
    APPROVE = "approve"
    CONFIRM = "confirm"
    SEND = "send"
    DISPENSE = "dispense"
    DELIVER = "deliver"
    HAND_OVER = "hand_over"
    COMPLETE = "complete"
    CANCEL = "cancel"
    EXPIRE = "expire"
    TERMINATE = "terminate"


class Renewal(StrEnum):
    """Which rules of issue hold: the first one, and one after a stop, ask for a higher title."""

    FIRST = "first"
    RENEWAL = "renewal"


class ReviewCause(StrEnum):
    """What a doctor has to look at before going on."""

    ADMISSION = "admission"
    NEW_DIAGNOSIS = "new_diagnosis"
    ADVERSE_REACTION = "adverse_reaction"
    DANGER_VALUE = "danger_value"


@dataclass(frozen=True, slots=True)
class Drug:
    """What the rules know of a drug. `is_for_chronic_infection`: allowed for TB and the like despite its class."""

    id: str
    ingredient: str
    classes: frozenset[DrugClass] = frozenset()
    is_for_chronic_infection: bool = False
    is_cold_chain: bool = False


@dataclass(frozen=True, slots=True)
class Prescriber:
    profession: Profession
    title: Title
    is_at_primary_care: bool
    is_in_related_specialty: bool = False


@dataclass(frozen=True, slots=True)
class PastFollowup:
    """One follow-up as far as a prescription asks."""

    held_on: date
    is_in_target: bool
    is_regular: bool


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The four things that a supply of more than four weeks needs."""

    has_strict_assessment: bool = False
    has_education: bool = False
    has_record: bool = False
    has_signature: bool = False

    @property
    def is_complete(self) -> bool:
        return self.has_strict_assessment and self.has_education and self.has_record and self.has_signature


@dataclass(frozen=True, slots=True)
class LongFacts:
    """What is known when a long-term prescription is asked for. `followups`: newest first."""

    diagnosis: str | None
    regimen_since_on: date
    refill_gap_days: int
    followups: tuple[PastFollowup, ...]
    drugs: tuple[Drug, ...]
    prescriber: Prescriber
    renewal: Renewal
    days: int
    age: int
    egfr: float | None = None
    concurrent_drug_count: int = 0
    causes: frozenset[ReviewCause] = frozenset()
    confirmation: Confirmation = Confirmation()


@dataclass(frozen=True, slots=True)
class Permitted:
    """A long-term prescription may be written; a frail patient's goes to the pharmacist first."""

    is_pharmacist_first: bool = False


@dataclass(frozen=True, slots=True)
class NeedsReview:
    """No automatic renewal: a doctor looks first."""

    causes: frozenset[ReviewCause]


@dataclass(frozen=True, slots=True)
class Supply:
    """Medicine handed over: the day and for how many days."""

    dispensed_on: date
    days: int


class RefillStatus(StrEnum):
    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class RefillDecision(StrEnum):
    APPROVE = "approve"
    REFUSE = "refuse"


class RefuseReason(StrEnum):
    """Why the doctor does not go on with the same medicine as it is."""

    UNCONTROLLED = "uncontrolled"
    MUST_BE_SEEN = "must_be_seen"
    DOSE_CHANGES = "dose_changes"
    ADVERSE_REACTION = "adverse_reaction"
    STILL_ENOUGH = "still_enough"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class RefillAsked:
    """Somebody asks for more of the same; the team's doctor decides."""

    request_id: UUID
    resident_id: UUID
    prescriber_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class RefillDecided:
    """The doctor agreed to so many days, or did not."""

    request_id: UUID
    resident_id: UUID
    asker_id: UUID
    clinician_id: UUID
    days: int | None
    at: datetime
