"""Words of fulfilment: what was done and counts, what is owed, who is not being served, whether people were content."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class HowMet(StrEnum):
    """How the two sides met: at home on a visit, at the centre, or by phone or video."""

    HOME = "home"
    CLINIC = "clinic"
    CALL = "call"


class Shortfall(StrEnum):
    """Why something that was done does not count."""

    WRONG_ROLE = "wrong_role"
    NO_TIME = "no_time"
    NO_PLACE = "no_place"
    NO_CALL = "no_call"
    """Of a call nobody wrote down with whom."""
    NO_RESULT = "no_result"
    CONTRADICTED = "contradicted"


class DoubtStatus(StrEnum):
    """What became of "that is not true"."""

    OPEN = "open"
    UPHELD = "upheld"
    """The resident is right: it does not count."""
    DISMISSED = "dismissed"


class DoubtReason(StrEnum):
    """What the resident says."""

    NOBODY_CAME = "nobody_came"
    NOT_DONE = "not_done"
    OTHER_DAY = "other_day"
    OTHER = "other"


class DoubtDecision(StrEnum):
    UPHOLD = "uphold"
    DISMISS = "dismiss"


class Asked(StrEnum):
    """How somebody is asked whether the service was good: on the family's phone, or by a call."""

    APP = "app"
    CALL = "call"


class WindowState(StrEnum):
    """How one owed service stands on a day."""

    DONE = "done"
    OVERDUE = "overdue"
    DUE = "due"
    AHEAD = "ahead"
    REST = "rest"
    """The contract rested when it would have been due: it is not owed."""


class FindingCode(StrEnum):
    """The rules of §1.8."""

    SNS_1 = "sns_1"
    """Signed for long, and never served."""
    SNS_2 = "sns_2"
    """Of a key group, and something mandatory is long overdue."""
    SNS_3 = "sns_3"
    """The year is half over, and less than half of what is due was done."""
    SNS_4 = "sns_4"
    """One person's records lie too close together, or repeat themselves."""
    SNS_5 = "sns_5"
    """Tried in vain on several days: cannot be reached for now."""
    SNS_6 = "sns_6"
    """Too many of a team's home visits were confirmed by nobody."""


class Severity(StrEnum):
    RED = "red"
    AMBER = "amber"
    FRAUD_REVIEW = "fraud_review"
    NOTE = "note"


SEVERITY = {
    FindingCode.SNS_1: Severity.RED,
    FindingCode.SNS_2: Severity.RED,
    FindingCode.SNS_3: Severity.AMBER,
    FindingCode.SNS_4: Severity.FRAUD_REVIEW,
    FindingCode.SNS_5: Severity.NOTE,
    FindingCode.SNS_6: Severity.AMBER,
}
OF_RESIDENTS = (FindingCode.SNS_1, FindingCode.SNS_2, FindingCode.SNS_3, FindingCode.SNS_5)
"""These are the leader's; the others are the manager's."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one item performed once. The place of a call is its record: when, and with whom."""

    how: HowMet
    is_authorised: bool
    has_time: bool
    has_place: bool
    has_result: bool
    doubt: DoubtStatus | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """How often an item is owed in one contract year, first and last day included."""

    item_code: str
    count: int
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class Window:
    """The days within which one owed service is to be done, and how that stands; `done_on` when it was."""

    number: int
    first_on: date
    last_on: date
    state: WindowState
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class DoubtRaised:
    """The resident, or family, say that it is not true."""

    fulfilment_id: UUID
    resident_id: UUID
    team_id: UUID
    performer_ids: frozenset[UUID]
    at: datetime


@dataclass(frozen=True, slots=True)
class DoubtDecided:
    """Somebody has decided between the resident and the team."""

    fulfilment_id: UUID
    resident_id: UUID
    performer_ids: frozenset[UUID]
    is_upheld: bool
    done_on: date
    note: str
    url: str
    at: datetime
