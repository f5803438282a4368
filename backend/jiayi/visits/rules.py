"""When a home visit may change state, and what makes it count.

Pure: no Flask, no SQLAlchemy, no clock. The service gathers facts, asks, then writes. The tables are exported to the
phone, which decides the same offline. Source: design of visits; domain rules §5.3, §1.8.
"""

from collections.abc import Mapping
from datetime import timedelta

from jiayi.core.dates import china_date
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.geo.terms import Verdict
from jiayi.visits.tables import OutsideChoice, OutsideReasons
from jiayi.visits.terms import (
    Check,
    Element,
    ReviewReason,
    Standing,
    Stay,
    Ticks,
    Verification,
    VisitFacts,
    VisitProof,
)
from jiayi.visits.terms import VisitAction as A
from jiayi.visits.terms import VisitStatus as S

# fmt: off
STARTS: Mapping[A, S] = {
    A.REQUEST:         S.REQUESTED,    # the family, or staff for somebody who phoned
    A.PLAN:            S.ACCEPTED,     # the team by itself, because a follow-up is due
    A.START_UNPLANNED: S.IN_PROGRESS,  # at the door, offline, with the phone's own id
}

TRANSITIONS: Mapping[tuple[S, A], S] = {
    # state            action          becomes
    (S.REQUESTED,      A.ACCEPT):      S.ACCEPTED,
    (S.REQUESTED,      A.DECLINE):     S.DECLINED,
    (S.REQUESTED,      A.CANCEL):      S.CANCELLED,
    (S.ACCEPTED,       A.ASSIGN):      S.SCHEDULED,
    (S.ACCEPTED,       A.CANCEL):      S.CANCELLED,
    (S.ACCEPTED,       A.MISS):        S.MISSED,       # called to arrange it, no answer
    (S.SCHEDULED,      A.ASSIGN):      S.SCHEDULED,    # somebody else, or another time
    (S.SCHEDULED,      A.UNASSIGN):    S.ACCEPTED,
    (S.SCHEDULED,      A.DEPART):      S.EN_ROUTE,
    (S.SCHEDULED,      A.CHECK_IN):    S.IN_PROGRESS,  # nobody strands for not having pressed "depart"
    (S.SCHEDULED,      A.CANCEL):      S.CANCELLED,
    (S.SCHEDULED,      A.MISS):        S.MISSED,
    (S.EN_ROUTE,       A.CHECK_IN):    S.IN_PROGRESS,
    (S.EN_ROUTE,       A.CANCEL):      S.CANCELLED,
    (S.EN_ROUTE,       A.MISS):        S.MISSED,
    (S.EN_ROUTE,       A.ABORT):       S.ABORTED,
    (S.IN_PROGRESS,    A.CHECK_OUT):   S.COMPLETED,
    (S.IN_PROGRESS,    A.MISS):        S.MISSED,       # checked in, and nobody opens
    (S.IN_PROGRESS,    A.ABORT):       S.ABORTED,
    (S.COMPLETED,      A.VERIFY):      S.VERIFIED,
    (S.COMPLETED,      A.RETURN):      S.IN_PROGRESS,  # the record is open again for its clinicians
    (S.VERIFIED,       A.RETURN):      S.COMPLETED,    # contradicted: the leader looks again
}

STANDING: Mapping[A, Standing] = {
    A.REQUEST:         Standing.ANYONE,
    A.PLAN:            Standing.TEAM,
    A.START_UNPLANNED: Standing.TEAM,
    A.ACCEPT:          Standing.LEADER,
    A.DECLINE:         Standing.LEADER,
    A.ASSIGN:          Standing.LEADER,
    A.UNASSIGN:        Standing.LEADER,
    A.DEPART:          Standing.ON_VISIT,
    A.CHECK_IN:        Standing.ON_VISIT,
    A.CHECK_OUT:       Standing.ON_VISIT,
    A.VERIFY:          Standing.LEADER,
    A.RETURN:          Standing.LEADER,
    A.CANCEL:          Standing.ANYONE,
    A.MISS:            Standing.TEAM,   # whoever made the call or stood at the door
    A.ABORT:           Standing.ON_VISIT,
}
# fmt: on

FINAL = frozenset({S.DECLINED, S.CANCELLED, S.MISSED, S.ABORTED})
"""States that nothing leaves."""

OPEN = frozenset({S.REQUESTED, S.ACCEPTED, S.SCHEDULED, S.EN_ROUTE, S.IN_PROGRESS})
"""States in which somebody still has to do something at the resident's."""


UNDER_WAY = frozenset({S.EN_ROUTE, S.IN_PROGRESS, S.COMPLETED})
"""States in which the work is somebody's, until it counts."""


def next_status(status: S | None, action: A) -> S | None:
    """What a visit becomes, None when the action does not fit; a visit that is not there yet has status None."""
    return STARTS.get(action) if status is None else TRANSITIONS.get((status, action))


def may(action: A, facts: VisitFacts) -> Answer:
    """Whether this person may do this to the visit as it stands. Access to the resident is checked before."""
    if next_status(facts.status, action) is None:
        status = "" if facts.status is None else facts.status.value
        return Refused("visits.refused.wrong_status", {"status": status, "action": action.value})
    match STANDING[action]:
        case Standing.ON_VISIT if not facts.is_on_visit:
            return Refused("visits.refused.wrong_clinician")
        case Standing.LEADER if not facts.is_leader:
            return Refused("visits.refused.not_leader")
        case Standing.TEAM if not (facts.is_team or facts.is_leader or facts.is_on_visit):
            return Refused("visits.refused.not_team")
    return Allowed()


def outside_answered(
    verdict: Verdict, reason_code: str | None, action_code: str | None, note: str | None, choices: OutsideReasons
) -> Answer:
    """An outside or unknown check goes on with a reason and an action that answer it; others ask nothing."""
    if not verdict.asks_why:
        return Allowed()
    reason = _chosen(choices.reasons, reason_code, verdict)
    if reason is None:
        return Refused("visits.refused.no_outside_reason", {"verdict": verdict.value})
    if _chosen(choices.actions, action_code, verdict) is None:
        return Refused("visits.refused.no_outside_action", {"verdict": verdict.value})
    if reason.is_note_needed and not (note or "").strip():
        return Refused("visits.refused.no_note")
    return Allowed()


def _chosen(choices: tuple[OutsideChoice, ...], code: str | None, verdict: Verdict) -> OutsideChoice | None:
    return next((choice for choice in choices if choice.code == code and verdict in choice.verdicts), None)


def known_reason(code: str | None, codes: tuple[str, ...]) -> Answer:
    """A decline, a cancellation, a break-off or a missed visit names one of its reasons."""
    return Allowed() if code in codes else Refused("visits.refused.no_reason")


def verification(proof: VisitProof) -> Verification:
    """Which of the six elements are missing, and what the leader has to look at before they count.

    A check outside or without a position is a place once it has its reason and action. Times that run backwards or
    overlap are facts: they are looked at, never refused.
    """
    has = {
        Element.SERVICE: proof.has_service_done,
        Element.PERSON: proof.has_resident,
        Element.PROVIDER: proof.has_clinician,
        Element.DATE: proof.done_on is not None,
        Element.PLACE: _is_placed(proof.check_in) and _is_placed(proof.check_out),
        Element.BEGIN_AND_END: proof.check_in is not None and proof.check_out is not None,
    }
    return Verification(
        missing=tuple(element for element in Element if not has[element]),
        reviews=tuple(reason for reason in ReviewReason if _asks_for(reason, proof)),
    )


def may_verify(proof: VisitProof) -> Answer:
    """A visit is verified only when all six elements are there; what is under review, the leader decides."""
    missing = verification(proof).missing
    if not missing:
        return Allowed()
    return Refused("visits.refused.incomplete", {"missing": ",".join(missing), "count": len(missing)})


def _is_placed(check: Check | None) -> bool:
    if check is None:
        return False
    return not check.verdict.asks_why or (check.reason_code is not None and check.action_code is not None)


def _asks_for(reason: ReviewReason, proof: VisitProof) -> bool:
    checks = [check for check in (proof.check_in, proof.check_out) if check is not None]
    match reason:
        case ReviewReason.OUTSIDE:
            return any(check.verdict is Verdict.OUTSIDE for check in checks)
        case ReviewReason.UNKNOWN_PLACE:
            return any(check.verdict is Verdict.UNKNOWN for check in checks)
        case ReviewReason.CLOCK_DOUBTFUL:
            return any(check.is_clock_doubtful for check in checks)
        case ReviewReason.BACKWARDS:
            return _runs_backwards(proof)
        case ReviewReason.OVERLAPPING:
            return proof.is_overlapping
        case ReviewReason.OVER_QUOTA:
            return proof.is_over_quota
        case ReviewReason.NOT_CONFIRMED:
            return not proof.is_confirmed


def stay(check_in: Ticks, check_out: Ticks) -> Stay:
    """How long somebody stayed: exactly, where one life of the phone saw both ends.

    Else reckoned from the corrected times, which is said.
    """
    is_one_boot = check_in.boot is not None and check_in.boot == check_out.boot
    if is_one_boot and check_in.monotonic_ms is not None and check_out.monotonic_ms is not None:
        return Stay(_minutes(check_out.monotonic_ms - check_in.monotonic_ms), is_measured=True)
    span = check_out.occurred_at - check_in.occurred_at
    return Stay(_minutes(span // timedelta(milliseconds=1)), is_measured=False)


def _minutes(milliseconds: int) -> int:
    """Whole minutes, half up."""
    return (milliseconds + 30_000) // 60_000


def _runs_backwards(proof: VisitProof) -> bool:
    """The end lies before the begin, or the day written down is not the day of the begin."""
    if proof.check_in is None or proof.check_out is None:
        return False
    if proof.check_out.occurred_at < proof.check_in.occurred_at:
        return True
    return proof.done_on is not None and proof.done_on != china_date(proof.check_in.occurred_at)
