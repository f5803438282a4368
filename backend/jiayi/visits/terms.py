"""Words of home visits."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jiayi.geo.terms import Verdict


class VisitStatus(StrEnum):
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    EN_ROUTE = "en_route"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    VERIFIED = "verified"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    MISSED = "missed"
    ABORTED = "aborted"


class VisitAction(StrEnum):
    REQUEST = "request"
    PLAN = "plan"
    START_UNPLANNED = "start_unplanned"
    ACCEPT = "accept"
    DECLINE = "decline"
    ASSIGN = "assign"
    UNASSIGN = "unassign"
    DEPART = "depart"
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    VERIFY = "verify"
    RETURN = "return"
    CANCEL = "cancel"
    MISS = "miss"
    ABORT = "abort"


class Standing(StrEnum):
    """Who takes an action: one of the visit's own clinicians, the team's leader, its members, the family too."""

    ON_VISIT = "on_visit"
    LEADER = "leader"
    TEAM = "team"
    ANYONE = "anyone"


class NoVisitReason(StrEnum):
    NOBODY_HOME = "nobody_home"
    REFUSED_AT_DOOR = "refused_at_door"
    NO_ANSWER = "no_answer"


class ConfirmMethod(StrEnum):
    STROKES = "strokes"
    CODE = "code"
    CARER = "carer"
    REFUSED = "refused"


class ServiceOutcome(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    NOT_DONE = "not_done"


class WishPart(StrEnum):
    """Which part of the day somebody wishes for."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    ANY = "any"


class VisitSource(StrEnum):
    """How a visit came about."""

    APP_RESIDENT = "app_resident"
    APP_PROXY = "app_proxy"
    PHONE_CALL = "phone_call"
    STAFF = "staff"
    UNPLANNED = "unplanned"
    FOLLOWUP = "followup"


class CheckKind(StrEnum):
    IN = "in"
    OUT = "out"


class ReviewStatus(StrEnum):
    """Where the leader's look at a visit stands."""

    NONE = "none"
    PENDING = "pending"
    APPROVED = "approved"
    RETURNED = "returned"


class ReviewDecision(StrEnum):
    APPROVE = "approve"
    RETURN = "return"


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


class PhotoKind(StrEnum):
    """What a photo shows: the care (a wound, the medicines), or the place where it was given."""

    CARE = "care"
    PLACE = "place"


class MeasurementKind(StrEnum):
    BLOOD_PRESSURE = "blood_pressure"
    GLUCOSE = "glucose"
    PULSE = "pulse"
    TEMPERATURE = "temperature"
    SPO2 = "spo2"
    WEIGHT = "weight"
    HEIGHT = "height"
    WAIST = "waist"


class Measure(StrEnum):
    """One number of a measurement; a blood pressure has two, a glucose is fasting or random."""

    SYSTOLIC = "systolic"
    DIASTOLIC = "diastolic"
    FASTING = "fasting"
    RANDOM = "random"
    PULSE = "pulse"
    TEMPERATURE = "temperature"
    SPO2 = "spo2"
    WEIGHT = "weight"
    HEIGHT = "height"
    WAIST = "waist"


class Unit(StrEnum):
    MMHG = "mmHg"
    MMOL_PER_L = "mmol/L"
    MG_PER_DL = "mg/dL"
    BPM = "bpm"
    CELSIUS = "celsius"
    PERCENT = "percent"
    KG = "kg"
    CM = "cm"


class Risk(StrEnum):
    """What one person does not go to alone."""

    FIRST_VISIT = "first_visit"
    NIGHT = "night"


class Level(StrEnum):
    """What a value in a band of danger asks for: 120 or a referral at once, or stopping the procedure."""

    URGENT = "urgent"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What is known of a visit and of who acts, before an action."""

    status: VisitStatus | None
    is_on_visit: bool = False
    is_leader: bool = False
    is_team: bool = False


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


@dataclass(frozen=True, slots=True)
class Remark:
    """A value that lies in a band of danger."""

    measure: Measure
    level: Level


@dataclass(frozen=True, slots=True)
class VisitRequested:
    """Somebody asks for a visit; the team's leader decides."""

    visit_id: UUID
    team_id: UUID
    resident_ids: tuple[UUID, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class VisitDecided:
    """The leader took the request, or did not (then `reason` is one of the decline reasons)."""

    visit_id: UUID
    team_id: UUID
    resident_ids: tuple[UUID, ...]
    is_accepted: bool
    reason: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class VisitScheduled:
    """It is known who comes and when; also after a change of either. `removed_ids`: clinicians who go no longer."""

    visit_id: UUID
    team_id: UUID
    resident_ids: tuple[UUID, ...]
    clinician_ids: tuple[UUID, ...]
    removed_ids: tuple[UUID, ...]
    planned_start_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class VisitUnplanned:
    """Nobody goes at that time any more; another plan will follow."""

    visit_id: UUID
    team_id: UUID
    resident_ids: tuple[UUID, ...]
    clinician_ids: tuple[UUID, ...]
    planned_start_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class VisitCancelled:
    """Called off by the family, the team or the register."""

    visit_id: UUID
    team_id: UUID
    resident_ids: tuple[UUID, ...]
    clinician_ids: tuple[UUID, ...]
    planned_start_at: datetime | None
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class VisitCompleted:
    """The clinicians came out; `at` is the moment we heard, `item_codes` are those done.

    Published again when it turns out later that more was done.
    """

    visit_id: UUID
    team_id: UUID
    resident_ids: tuple[UUID, ...]
    occurred_at: datetime
    item_codes: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class VisitRecorded:
    """Something was written down about a visit that is over: what was done, where, what was found."""

    visit_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class DangerMeasured:
    """A value that asks for 120 or a referral at once."""

    measurement_id: UUID
    resident_id: UUID
    at: datetime
