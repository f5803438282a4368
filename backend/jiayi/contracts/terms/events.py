"""What has happened to a contract."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


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
