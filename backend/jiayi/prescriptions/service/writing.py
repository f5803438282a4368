"""Writing a long-term prescription, and the steps it goes through to the resident's hand."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.errors import Forbidden, NotFound, Refusal, demand
from jiayi.core.results import Refused
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import Profession
from jiayi.prescriptions import rules
from jiayi.prescriptions.models import Prescription
from jiayi.prescriptions.refills import supply_end
from jiayi.prescriptions.service import access, facts
from jiayi.prescriptions.tables import LongPrescription
from jiayi.prescriptions.terms import (
    Confirmation,
    LongFacts,
    NeedsReview,
    PrescriptionAction,
    PrescriptionStatus,
    Supply,
)
from jiayi.residents import service as residents

A = PrescriptionAction
OF_PHARMACIST = frozenset({A.TAKE_UP, A.RETURN, A.APPROVE})
OF_PRESCRIBER = frozenset({A.SUBMIT, A.CANCEL, A.TERMINATE})


def issue(
    session: Session,
    actor: Actor,
    now: datetime,
    id: UUID,
    *,
    resident_id: UUID,
    diagnosis_icd10: str,
    drugs: Sequence[Mapping[str, Any]],
    days_supply: int,
    regimen_since_on: date,
    confirmation: Mapping[str, bool] | None = None,
    egfr: float | None = None,
    has_reviewed: bool = False,
) -> Prescription:
    """Write a first long-term prescription and submit it to the pharmacist.

    Raises NotFound, Forbidden `prescriptions.refused.not_doctor`, Invalid `prescriptions.invalid.drug`, Refusal by the
    rules of long-term prescriptions, `.needs_review`, `.too_many_drugs`, `.id_exists`.
    """
    today = china_date(now)
    table = access.limits(session, today)
    prescriber = access.may_prescribe(session, actor, resident_id, table)
    if session.get(Prescription, (actor.county_id, id)) is not None:
        raise Refusal("prescriptions.refused.id_exists")
    lines = facts.drug_lines(drugs)
    known = facts.long_facts(
        session, resident_id, today, table, diagnosis=diagnosis_icd10, drugs=lines, days=days_supply,
        regimen_since_on=regimen_since_on, prescriber=prescriber, confirmation=Confirmation(**(confirmation or {})),
        egfr=egfr,
    )  # fmt: skip
    permit(known, today, table, has_reviewed=has_reviewed)
    prescription = write(
        session, actor, today, id, resident_id=resident_id, diagnosis_icd10=diagnosis_icd10, drugs=lines,
        days_supply=days_supply, regimen_since_on=regimen_since_on,
    )  # fmt: skip
    audit(session, actor, now, "prescriptions.issue", resident_id=resident_id, subject=f"prescription:{id}")
    session.flush()
    return prescription


def permit(known: LongFacts, today: date, table: LongPrescription, *, has_reviewed: bool) -> None:
    """Raises Refusal with the rule's reason; what asks for a doctor's look passes once the doctor says to have looked."""
    if len(known.drugs) > table.drugs_per_sheet_max:
        raise Refusal("prescriptions.refused.too_many_drugs", {"max": table.drugs_per_sheet_max})
    decision = rules.evaluate(known, today, table)
    if isinstance(decision, Refused):
        raise Refusal(decision.reason, decision.detail)
    if isinstance(decision, NeedsReview) and not has_reviewed:
        raise Refusal("prescriptions.refused.needs_review", {"causes": sorted(decision.causes)})


def write(session: Session, actor: Actor, today: date, id: UUID, **content: Any) -> Prescription:
    """A prescription of this doctor, on its way to the pharmacist."""
    if actor.clinician_id is None:
        raise NotFound
    clinician = organizations.get_clinician(session, actor.clinician_id)
    prescription = Prescription(
        id=id, organization_id=clinician.organization_id, prescriber_id=clinician.id, issued_on=today,
        status=PrescriptionStatus.SUBMITTED, **content,
    )  # fmt: skip
    session.add(prescription)
    session.flush()
    return prescription


def advance(
    session: Session, actor: Actor, now: datetime, prescription_id: UUID, *, action: PrescriptionAction
) -> Prescription:
    """Take a prescription one step on; at the hand-over the supply begins and what it replaces is completed.

    The pharmacist reviews, a doctor submits, cancels and terminates, anybody of the team brings it. Raises NotFound,
    Forbidden `prescriptions.refused.not_pharmacist`, `.not_doctor`, Refusal `.wrong_status`, `.missing_confirmation`.
    """
    prescription = access.lock_prescription(session, prescription_id)
    today = china_date(now)
    table = access.limits(session, today)
    residents.care_for(session, actor, prescription.resident_id)
    _may_take(session, actor, prescription, action, table)
    demand(rules.may(action, prescription.status, prescription.days_supply, table))
    _move(prescription, action)
    if action is A.HAND_OVER:
        _hand_over(session, prescription, today)
    audit(
        session, actor, now, f"prescriptions.{action}", resident_id=prescription.resident_id,
        subject=f"prescription:{prescription_id}",
    )  # fmt: skip
    session.flush()
    return prescription


def _may_take(
    session: Session, actor: Actor, prescription: Prescription, action: PrescriptionAction, table: LongPrescription
) -> None:
    if action is A.EXPIRE:
        raise Forbidden("core.forbidden")
    if action in OF_PRESCRIBER:
        access.may_prescribe(session, actor, prescription.resident_id, table)
    if action in OF_PHARMACIST and access.profession_of(session, actor) is not Profession.PHARMACIST:
        raise Forbidden("prescriptions.refused.not_pharmacist")


def _move(prescription: Prescription, action: PrescriptionAction) -> None:
    following = rules.next_status(prescription.status, action)
    if following is not None:
        prescription.status = following


def _hand_over(session: Session, prescription: Prescription, today: date) -> None:
    prescription.dispensed_on = today
    prescription.supply_end_on = supply_end(Supply(today, prescription.days_supply))
    if prescription.replaces_id is not None:
        former = access.lock_prescription(session, prescription.replaces_id)
        if former.status is PrescriptionStatus.HANDED_OVER:
            _move(former, A.COMPLETE)


def expire_due(session: Session, now: datetime) -> None:
    """Approved but never fetched: the paper is good for its day and a few more. Idempotent."""
    today = china_date(now)
    table = access.limits(session, today)
    unfetched = (
        PrescriptionStatus.APPROVED,
        PrescriptionStatus.PATIENT_CONFIRMED,
        PrescriptionStatus.SENT_TO_PHARMACY,
    )
    oldest = today - timedelta(days=table.valid_days_max)
    statement = select(Prescription).where(Prescription.status.in_(unfetched), Prescription.issued_on < oldest)
    for prescription in session.scalars(statement.with_for_update(skip_locked=True)):
        _move(prescription, A.EXPIRE)


def end_for(session: Session, resident_id: UUID) -> None:
    """Nothing more is dispensed, as after a death: what is under way is cancelled or terminated."""
    statement = select(Prescription).where(Prescription.resident_id == resident_id).with_for_update()
    for prescription in session.scalars(statement):
        for action in (A.CANCEL, A.TERMINATE):
            if rules.next_status(prescription.status, action) is not None:
                _move(prescription, action)
                break
    session.flush()
