"""Prescriptions and refills on the phone: the team and the resident (and family who see everything)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.feed import RANK_NOW, RANK_PEOPLE, RANK_REST, Command, Doc, Merge, Projector, Residents
from jiayi.identity.terms import Actor
from jiayi.prescriptions import service
from jiayi.prescriptions.models import Prescription, RefillRequest
from jiayi.prescriptions.schemas import RefillAskSchema, RefillCancelSchema, RefillDecideSchema
from jiayi.prescriptions.terms import PrescriptionStatus, RefillStatus

OVER = frozenset({PrescriptionStatus.CANCELLED, PrescriptionStatus.EXPIRED, PrescriptionStatus.TERMINATED})
OF_TEAM_ONLY = ("diagnosis_icd10", "regimen_since_on", "version")


def project_prescriptions(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    rows = session.scalars(select(Prescription).where(Prescription.id.in_(ids), Prescription.status.not_in(OVER)))
    for body in service.prescription_bodies(session, rows):
        resident = {name: value for name, value in body.items() if name not in OF_TEAM_ONLY}
        rank = RANK_REST if body["status"] is PrescriptionStatus.COMPLETED else RANK_PEOPLE
        yield Doc("prescription", body["id"], Residents((body["resident_id"],), team=body, resident=resident), rank)


def project_requests(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    for row in session.scalars(select(RefillRequest).where(RefillRequest.id.in_(ids))):
        resident = {
            "id": row.id,
            "resident_id": row.resident_id,
            "prescription_id": row.prescription_id,
            "status": row.status,
            "note": row.note,
            "requested_at": row.requested_at,
            "decided_at": row.decided_at,
            "decided_by": row.decided_by,
            "days": row.days,
            "refused_reason": row.refused_reason,
            "refused_note": row.refused_note,
            "new_prescription_id": row.new_prescription_id,
        }
        team = resident | {
            "early_reason": row.early_reason,
            "is_suspended": row.is_suspended,
            "version": row.version,
        }
        rank = RANK_NOW if row.status is RefillStatus.PENDING else RANK_REST
        yield Doc("refill_request", row.id, Residents((row.resident_id,), team=team, resident=resident), rank)


def _prescriptions_of(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    mine = (Prescription.resident_id.in_(resident_ids), Prescription.status.not_in(OVER))
    return session.scalars(select(Prescription.id).where(*mine))


def _requests_of(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    return session.scalars(select(RefillRequest.id).where(RefillRequest.resident_id.in_(resident_ids)))


def _request(session: Session, actor: Actor, at: Moment, request_id: UUID, payload: dict[str, Any]) -> RefillRequest:
    return service.request_refill(session, actor, at.received_at, request_id, **payload)


def _decide(session: Session, actor: Actor, at: Moment, request_id: UUID, payload: dict[str, Any]) -> RefillRequest:
    return service.decide_refill(session, actor, at.received_at, request_id, **payload)


def _cancel(session: Session, actor: Actor, at: Moment, request_id: UUID, _payload: dict[str, Any]) -> RefillRequest:
    return service.cancel_refill(session, actor, at.received_at, request_id)


def _version_of(session: Session, request_id: UUID) -> int | None:
    return session.scalar(select(RefillRequest.version).where(RefillRequest.id == request_id))


PROJECTORS = (
    Projector("prescription", 1, project_prescriptions, ids_of_residents=_prescriptions_of),
    Projector("refill_request", 1, project_requests, ids_of_residents=_requests_of),
)
COMMANDS = (
    Command("prescriptions.request_refill", RefillAskSchema, _request),
    Command("prescriptions.cancel_refill", RefillCancelSchema, _cancel),
    Command("prescriptions.decide_refill", RefillDecideSchema, _decide, Merge.REFUSE_IF_STALE, version_of=_version_of),
)
