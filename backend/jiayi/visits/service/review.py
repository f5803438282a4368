"""Whether a finished visit counts: by itself when all six elements are there, else after the leader has looked at it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from jiayi.core.dates import china_date
from jiayi.core.errors import Invalid, demand
from jiayi.identity.terms import Actor
from jiayi.visits import rules
from jiayi.visits.models import Visit, VisitCheck, VisitClinician, VisitConfirmation
from jiayi.visits.service import access, position, telling
from jiayi.visits.terms import (
    CheckKind,
    ConfirmMethod,
    ReviewDecision,
    ReviewStatus,
    ServiceOutcome,
    VisitAction,
    VisitFacts,
    VisitProof,
    VisitStatus,
)


def settle(session: Session, now: datetime, visit: Visit) -> None:
    """Look at a completed visit again: verify it, or put it on the leader's board. Called after every new fact."""
    if visit.status is not VisitStatus.COMPLETED or visit.review_status is ReviewStatus.RETURNED:
        return
    found = rules.verification(proof_of(session, visit))
    reasons = [reason.value for reason in found.reviews]
    if visit.review_status is ReviewStatus.APPROVED and set(reasons) <= set(visit.review_reasons):
        reasons = []
    elif reasons:
        visit.review_status, visit.review_reasons = ReviewStatus.PENDING, reasons
    else:
        visit.review_status, visit.review_reasons = ReviewStatus.NONE, []
    if not reasons and not found.missing:
        _verify(visit, now)
    session.flush()


def review(
    session: Session, actor: Actor, now: datetime, visit_id: UUID, *, decision: ReviewDecision, note: str | None = None
) -> Visit:
    """The leader lets it count, or gives it back to its clinicians (a verified one is first looked at again).

    Raises NotFound, Forbidden, Invalid `visits.invalid.note_missing` for a return without a word, Refusal
    `visits.refused.wrong_status`, `visits.refused.incomplete` with the elements that are missing.
    """
    visit = access.lead(session, actor, visit_id)
    action = VisitAction.VERIFY if decision is ReviewDecision.APPROVE else VisitAction.RETURN
    access.demand(action, VisitFacts(visit.status, is_leader=True, is_team=True))
    if decision is ReviewDecision.RETURN and not (note or "").strip():
        raise Invalid("visits.invalid.note_missing")
    if decision is ReviewDecision.APPROVE:
        demand(rules.may_verify(proof_of(session, visit)))
        visit.review_status = ReviewStatus.APPROVED
        _verify(visit, now)
    else:
        visit.status = rules.TRANSITIONS[visit.status, action]
        visit.review_status, visit.verified_at = ReviewStatus.RETURNED, None
    visit.reviewed_by_account_id, visit.reviewed_at, visit.review_note = actor.account_id, now, note
    telling.note(session, actor, now, f"visits.review_{decision.value}", visit, note)
    session.flush()
    return visit


def _verify(visit: Visit, now: datetime) -> None:
    visit.status = rules.TRANSITIONS[visit.status, VisitAction.VERIFY]
    visit.verified_at = now


def proof_of(session: Session, visit: Visit) -> VisitProof:
    """Everything the visit can show for itself."""
    lines = access.services_of(session, visit.id)
    checks = {check.kind: check for check in session.scalars(select(VisitCheck).where(VisitCheck.visit_id == visit.id))}
    method = session.scalar(select(VisitConfirmation.method).where(VisitConfirmation.visit_id == visit.id))
    came_in = checks.get(CheckKind.IN)
    on = china_date(came_in.occurred_at if came_in else visit.requested_at)
    return VisitProof(
        has_service_done=any(line.outcome is ServiceOutcome.DONE for line in lines),
        has_resident=bool(lines),
        has_clinician=bool(access.clinician_ids_of(session, visit.id)),
        done_on=on if came_in else None,
        check_in=position.proof_of(session, came_in, on),
        check_out=position.proof_of(session, checks.get(CheckKind.OUT), on),
        is_confirmed=method is not None and method is not ConfirmMethod.REFUSED,
        is_overlapping=_overlaps(session, visit),
        is_over_quota=visit.is_over_quota,
    )


def _overlaps(session: Session, visit: Visit) -> bool:
    """Whether one of its clinicians was on another visit at the same time, by the clock."""
    if visit.started_at is None or visit.ended_at is None:
        return False
    mine, other = aliased(VisitClinician), aliased(VisitClinician)
    statement = (
        select(func.count())
        .select_from(mine)
        .join(other, (other.county_id == mine.county_id) & (other.clinician_id == mine.clinician_id))
        .join(Visit, (Visit.county_id == other.county_id) & (Visit.id == other.visit_id))
        .where(mine.visit_id == visit.id, other.visit_id != visit.id)
        .where(mine.is_removed.is_(False), other.is_removed.is_(False))
        .where(Visit.started_at < visit.ended_at, Visit.ended_at > visit.started_at)
    )
    return bool(session.scalar(statement))
