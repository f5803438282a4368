"""What a visit has to show for itself, and who looks at it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jiayi.geo.terms import Verdict


class CheckKind(StrEnum):
    IN = "in"
    OUT = "out"


class ConfirmMethod(StrEnum):
    STROKES = "strokes"
    CODE = "code"
    CARER = "carer"
    REFUSED = "refused"


class PhotoKind(StrEnum):
    """What a photo shows: the care (a wound, the medicines), or the place where it was given."""

    CARE = "care"
    PLACE = "place"


class Element(StrEnum):
    """The six elements of visit verification."""

    SERVICE = "service"
    PERSON = "person"
    PROVIDER = "provider"
    DATE = "date"
    PLACE = "place"
    BEGIN_AND_END = "begin_and_end"


class ReviewReason(StrEnum):
    """Why the leader looks at a visit before it is verified."""

    OUTSIDE = "outside"
    UNKNOWN_PLACE = "unknown_place"
    CLOCK_DOUBTFUL = "clock_doubtful"
    BACKWARDS = "backwards"
    OVERLAPPING = "overlapping"
    OVER_QUOTA = "over_quota"
    NOT_CONFIRMED = "not_confirmed"


class ReviewStatus(StrEnum):
    """Where the leader's look at a visit stands."""

    NONE = "none"
    PENDING = "pending"
    APPROVED = "approved"
    RETURNED = "returned"


class ReviewDecision(StrEnum):
    APPROVE = "approve"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Check:
    """One check-in or check-out as it was recorded."""

    occurred_at: datetime
    verdict: Verdict
    reason_code: str | None = None
    action_code: str | None = None
    is_clock_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """A moment by both clocks: the corrected time, and what the phone had counted in that life of its own."""

    occurred_at: datetime
    boot: str | None = None
    monotonic_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """How long somebody was there. Not measured: reckoned from the phone's wall clock, which may have been set meanwhile."""

    minutes: int
    is_measured: bool


@dataclass(frozen=True, slots=True)
class VisitProof:
    """Everything a finished visit can show for itself."""

    has_service_done: bool
    has_resident: bool
    has_clinician: bool
    done_on: date | None
    check_in: Check | None
    check_out: Check | None
    is_confirmed: bool = False
    is_overlapping: bool = False
    is_over_quota: bool = False


@dataclass(frozen=True, slots=True)
class Verification:
    """What is missing of the six elements, and what the leader has to look at."""

    missing: tuple[Element, ...]
    reviews: tuple[ReviewReason, ...]

    @property
    def verifies_itself(self) -> bool:
        return not self.missing and not self.reviews
