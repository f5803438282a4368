"""Asking for more of the same, and the doctor's answer."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.errors import Invalid, Refusal, demand
from jiayi.core.events import publish
from jiayi.core.ids import new_id
from jiayi.core.workdays import calendar_of
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.prescriptions.models import Prescription, RefillRequest
from jiayi.prescriptions.refills import RefillFacts, largest_refill, may_refill, opens_on
from jiayi.prescriptions.service import access, facts
from jiayi.prescriptions.service.writing import permit, write
from jiayi.prescriptions.terms import (
    EarlyReason,
    PrescriptionStatus,
    RefillAsked,
    RefillDecided,
    RefillDecision,
    RefillStatus,
    RefuseReason,
    Supply,
)

FALLEN_AWAY = frozenset({PrescriptionStatus.CANCELLED, PrescriptionStatus.EXPIRED, PrescriptionStatus.TERMINATED})


def request_refill(
    session: Session,
    actor: Actor,
    now: datetime,
    id: UUID,
    *,
    prescription_id: UUID,
    note: str | None = None,
    early_reason: EarlyReason | None = None,
) -> RefillRequest:
    """Ask for more of the same, from the day on that the window opens, or earlier for a reason.

    Raises NotFound, Forbidden `prescriptions.refused.no_refill_scope`, Refusal `.too_early` and `.early_again` with
    `opens_on`, `.not_at_home`, `.asked_already`, `.refill_underway`, `.id_exists`.
    """
    prescription = access.lock_prescription(session, prescription_id)
    access.may_ask(session, actor, prescription.resident_id)
    if session.get(RefillRequest, (actor.county_id, id)) is not None:
        raise Refusal("prescriptions.refused.id_exists")
    today = china_date(now)
    supply = _refillable(session, prescription)
    calendar, table = calendar_of(session, today), access.limits(session, today)
    known = RefillFacts(supply, early_reason, _last_early_on(session, prescription.resident_id))
    demand(may_refill(known, today, calendar, table))
    is_early = today < opens_on(supply, calendar, table)
    request = RefillRequest(
        id=id, resident_id=prescription.resident_id, prescription_id=prescription_id, early_reason=early_reason if is_early else None,
        note=note, requested_at=now, requested_by_account_id=actor.account_id,
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(request)
    except IntegrityError as error:
        raise Refusal("prescriptions.refused.asked_already") from error
    audit(
        session, actor, now, "prescriptions.request_refill", resident_id=request.resident_id,
        subject=f"refill_request:{id}",
    )  # fmt: skip
    publish(session, RefillAsked(id, request.resident_id, prescription.prescriber_id, now))
    session.flush()
    return request


def _refillable(session: Session, prescription: Prescription) -> Supply:
    """The supply that a refill would follow. Raises Refusal."""
    supply = facts.supply_of(prescription)
    if supply is None or prescription.status is not PrescriptionStatus.HANDED_OVER or not prescription.is_long_term:
        raise Refusal("prescriptions.refused.not_at_home")
    following = select(Prescription.id).where(
        Prescription.replaces_id == prescription.id, Prescription.status.not_in(FALLEN_AWAY)
    )
    if session.scalar(following.limit(1)) is not None:
        raise Refusal("prescriptions.refused.refill_underway")
    return supply


def _last_early_on(session: Session, resident_id: UUID) -> date | None:
    """When the resident last got a refill before its time."""
    latest = session.scalar(
        select(func.max(RefillRequest.requested_at)).where(
            RefillRequest.resident_id == resident_id,
            RefillRequest.early_reason.is_not(None),
            RefillRequest.status == RefillStatus.APPROVED,
        )
    )
    return china_date(latest) if latest is not None else None


def decide_refill(
    session: Session,
    actor: Actor,
    now: datetime,
    request_id: UUID,
    *,
    decision: RefillDecision,
    days: int | None = None,
    refused_reason: RefuseReason | None = None,
    refused_note: str | None = None,
    has_reviewed: bool = False,
) -> RefillRequest:
    """A doctor of the team agrees to so many days, at most four weeks, or says why not.

    Raises NotFound, Forbidden `prescriptions.refused.not_doctor`, Invalid `prescriptions.invalid.decision`, Refusal
    `.wrong_status`, `.needs_review`, `.too_much_at_home`, and by the rules of long-term prescriptions.
    """
    request = access.lock_request(session, request_id)
    today = china_date(now)
    table = access.limits(session, today)
    prescriber = access.may_prescribe(session, actor, request.resident_id, table)
    if request.status is not RefillStatus.PENDING:
        raise Refusal("prescriptions.refused.wrong_status", {"status": request.status.value, "action": decision.value})
    is_approved = decision is RefillDecision.APPROVE
    if is_approved is (days is None) or is_approved is (refused_reason is not None):
        raise Invalid("prescriptions.invalid.decision")
    if days is not None:
        former = access.lock_prescription(session, request.prescription_id)
        supply = _refillable(session, former)
        known = facts.long_facts(
            session, request.resident_id, today, table, diagnosis=former.diagnosis_icd10, drugs=former.drugs, days=days,
            regimen_since_on=former.regimen_since_on, prescriber=prescriber, former=former,
            is_suspended=request.is_suspended,
        )  # fmt: skip
        permit(known, today, table, has_reviewed=has_reviewed)
        largest = largest_refill(supply, today, table)
        if days > largest:
            raise Refusal("prescriptions.refused.too_much_at_home", {"max": largest})
        made = write(
            session, actor, today, new_id(), resident_id=request.resident_id, diagnosis_icd10=former.diagnosis_icd10,
            drugs=former.drugs, days_supply=days, regimen_since_on=former.regimen_since_on, replaces_id=former.id,
        )  # fmt: skip
        request.new_prescription_id = made.id
    request.status = RefillStatus.REFUSED if days is None else RefillStatus.APPROVED
    request.days, request.refused_reason, request.refused_note = days, refused_reason, refused_note
    request.decided_at, request.decided_by = now, actor.clinician_id
    audit(
        session, actor, now, "prescriptions.decide_refill", resident_id=request.resident_id,
        subject=f"refill_request:{request_id}", detail={"decision": decision},
    )  # fmt: skip
    if actor.clinician_id is not None:
        asker_id = request.requested_by_account_id
        publish(session, RefillDecided(request_id, request.resident_id, asker_id, actor.clinician_id, days, now))
    session.flush()
    return request


def cancel_refill(session: Session, actor: Actor, now: datetime, request_id: UUID) -> RefillRequest:
    """Whoever may ask may also take the wish back. Raises NotFound, Forbidden, Refusal `.wrong_status`."""
    request = access.lock_request(session, request_id)
    access.may_ask(session, actor, request.resident_id)
    if request.status is not RefillStatus.PENDING:
        raise Refusal("prescriptions.refused.wrong_status", {"status": request.status.value, "action": "cancel"})
    request.status, request.decided_at = RefillStatus.CANCELLED, now
    audit(
        session, actor, now, "prescriptions.cancel_refill", resident_id=request.resident_id,
        subject=f"refill_request:{request_id}",
    )  # fmt: skip
    session.flush()
    return request


def suspend_refills(session: Session, resident_id: UUID) -> None:
    """A dangerous value was found: nobody agrees to more of the same before a doctor has looked at the person."""
    for request in _pending(session, resident_id):
        request.is_suspended = True
    session.flush()


def end_refills(session: Session, resident_id: UUID, now: datetime) -> None:
    """Nobody needs an answer any more, as after a death."""
    for request in _pending(session, resident_id):
        request.status, request.decided_at = RefillStatus.CANCELLED, now
    session.flush()


def _pending(session: Session, resident_id: UUID) -> Iterable[RefillRequest]:
    mine = (RefillRequest.resident_id == resident_id, RefillRequest.status == RefillStatus.PENDING)
    return session.scalars(select(RefillRequest).where(*mine).with_for_update()).all()
