"""What others hear of visits."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


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
