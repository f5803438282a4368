"""What is told of a visit before it becomes rows: who goes where and when, what was done, what the phone saw."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from jiayi.demo.agreements import Agreement
from jiayi.demo.places import Spot
from jiayi.demo.residents import Person
from jiayi.followups.terms import Adherence, FollowupClass, Mode, ReferralReason
from jiayi.geo.terms import Verdict
from jiayi.visits.terms import (
    ConfirmMethod,
    MeasurementKind,
    NoVisitReason,
    ReviewReason,
    ServiceOutcome,
    VisitSource,
    VisitStatus,
    WishPart,
)


@dataclass(slots=True, eq=False)
class Line:
    """One item for one person; `done_by` is a clinician's number."""

    id: UUID
    person: Person
    agreement: Agreement | None
    item_code: str
    outcome: ServiceOutcome = ServiceOutcome.PLANNED
    is_over_quota: bool = False
    done_by: int | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A check-in or check-out and what the position said."""

    at: datetime
    verdict: Verdict
    spot: Spot | None
    accuracy: float | None
    distance: int | None
    reason: str | None = None
    action: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """Something measured."""

    person: Person
    kind: MeasurementKind
    values: Mapping[str, float]
    at: datetime


@dataclass(frozen=True, slots=True)
class Confirmed:
    method: ConfirmMethod
    signer: str | None
    reason: str | None = None


@dataclass(slots=True, eq=False)
class Held:
    """A follow-up of hypertension that was held: planned for `due_on`, then these pressures and what follows from them."""

    id: UUID
    person: Person
    due_on: date
    day: date
    mode: Mode
    systolic: int
    diastolic: int
    adherence: Adherence
    is_in_target: bool
    outcome: FollowupClass
    next_due_on: date
    reasons: tuple[ReferralReason, ...] = ()
    at: datetime | None = None
    done_by: int | None = None
    visit_id: UUID | None = None


@dataclass(slots=True, eq=False)
class Stop:
    """A visit. `crew` are numbers of clinicians; times are those planned, then those that came about."""

    id: UUID
    team: int
    lines: list[Line]
    crew: tuple[int, ...]
    status: VisitStatus
    source: VisitSource
    requested_at: datetime
    requested_by: UUID
    place: str
    village: str
    spot: Spot | None
    start: datetime | None = None
    end: datetime | None = None
    orders: dict[int, int] = field(default_factory=dict)
    """Which stop of the day it is for each of the crew."""
    wish_on: date | None = None
    wish_part: WishPart = WishPart.ANY
    wish_note: str | None = None
    departed_at: datetime | None = None
    check_in: Check | None = None
    check_out: Check | None = None
    confirmed: Confirmed | None = None
    values: list[Value] = field(default_factory=list)
    note: str | None = None
    attempt: NoVisitReason | None = None
    attempt_at: datetime | None = None
    end_reason: str | None = None
    next_visit_on: date | None = None
    reviews: tuple[ReviewReason, ...] = ()
    reviewed_by: UUID | None = None
    held: Held | None = None
    asked_by_phone: str | None = None
    """The family account that asked, by its phone."""

    @property
    def people(self) -> list[Person]:
        return list({line.person.id: line.person for line in self.lines}.values())
