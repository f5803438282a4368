"""Where a visit stands, who may move it, and why it came to nothing."""

from dataclasses import dataclass
from enum import StrEnum


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


class VisitSource(StrEnum):
    """How a visit came about."""

    APP_RESIDENT = "app_resident"
    APP_PROXY = "app_proxy"
    PHONE_CALL = "phone_call"
    STAFF = "staff"
    UNPLANNED = "unplanned"
    FOLLOWUP = "followup"


class WishPart(StrEnum):
    """Which part of the day somebody wishes for."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    ANY = "any"


class NoVisitReason(StrEnum):
    NOBODY_HOME = "nobody_home"
    REFUSED_AT_DOOR = "refused_at_door"
    NO_ANSWER = "no_answer"


class ServiceOutcome(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    NOT_DONE = "not_done"


class Risk(StrEnum):
    """What one person does not go to alone."""

    FIRST_VISIT = "first_visit"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What is known of a visit and of who acts, before an action."""

    status: VisitStatus | None
    is_on_visit: bool = False
    is_leader: bool = False
    is_team: bool = False
