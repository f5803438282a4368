"""Prescriptions and refill requests as lists and as bodies for phones and HTTP."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, false, select
from sqlalchemy.orm import Session

from jiayi.core.web.paging import page
from jiayi.core.workdays import calendar_of
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.prescriptions.models import Prescription, RefillRequest
from jiayi.prescriptions.refills import opens_on
from jiayi.prescriptions.service import access, facts
from jiayi.prescriptions.terms import PrescriptionStatus, RefillStatus
from jiayi.residents import service as residents

Body = dict[str, Any]


def list_prescriptions(
    session: Session,
    actor: Actor,
    now: datetime,
    *,
    team_id: UUID | None,
    resident_id: UUID | None,
    status: PrescriptionStatus | None,
    cursor: str | None,
    limit: int,
) -> Body:
    """Prescriptions of the residents in sight, newest first."""
    statement = _in_sight(session, actor, select(Prescription), Prescription.resident_id, team_id, resident_id)
    if status is not None:
        statement = statement.where(Prescription.status == status)
    found = page(session, statement, Prescription.id, cursor=cursor, limit=limit)
    _note(session, actor, now, "prescriptions.list", found, resident_id)
    return found | {"items": prescription_bodies(session, found["items"])}


def list_requests(
    session: Session,
    actor: Actor,
    now: datetime,
    *,
    team_id: UUID | None,
    resident_id: UUID | None,
    status: RefillStatus | None,
    cursor: str | None,
    limit: int,
) -> Body:
    """Refill requests of the residents in sight, newest first."""
    statement = _in_sight(session, actor, select(RefillRequest), RefillRequest.resident_id, team_id, resident_id)
    if status is not None:
        statement = statement.where(RefillRequest.status == status)
    found = page(session, statement, RefillRequest.id, cursor=cursor, limit=limit)
    _note(session, actor, now, "prescriptions.list_refills", found, resident_id)
    return found


def prescription_bodies(session: Session, prescriptions: Iterable[Prescription]) -> list[Body]:
    """All that there is to say, with the first day on which a refill may be asked for."""
    return [
        {
            "id": row.id,
            "resident_id": row.resident_id,
            "organization_id": row.organization_id,
            "prescriber_id": row.prescriber_id,
            "diagnosis_icd10": row.diagnosis_icd10,
            "is_long_term": row.is_long_term,
            "drugs": row.drugs,
            "days_supply": row.days_supply,
            "issued_on": row.issued_on,
            "dispensed_on": row.dispensed_on,
            "supply_end_on": row.supply_end_on,
            "refill_opens_on": _opens_on(session, row),
            "status": row.status,
            "regimen_since_on": row.regimen_since_on,
            "replaces_id": row.replaces_id,
            "version": row.version,
        }
        for row in prescriptions
    ]


def ending(session: Session, from_on: date, to_on: date) -> list[Prescription]:
    """Medicine at home that runs out between these days, both included, and is not being renewed yet."""
    followed = select(Prescription.replaces_id).where(
        Prescription.replaces_id.is_not(None), Prescription.status.in_(UNDER_WAY)
    )
    statement = select(Prescription).where(
        Prescription.status == PrescriptionStatus.HANDED_OVER,
        Prescription.is_long_term,
        Prescription.supply_end_on.between(from_on, to_on),
        Prescription.id.not_in(followed),
    )
    return list(session.scalars(statement.order_by(Prescription.id)))


UNDER_WAY = (
    PrescriptionStatus.SUBMITTED,
    PrescriptionStatus.PHARMACIST_REVIEW,
    PrescriptionStatus.APPROVED,
    PrescriptionStatus.PATIENT_CONFIRMED,
    PrescriptionStatus.SENT_TO_PHARMACY,
    PrescriptionStatus.DISPENSED,
    PrescriptionStatus.DELIVERING,
)


def _opens_on(session: Session, prescription: Prescription) -> date | None:
    supply = facts.supply_of(prescription)
    if supply is None or not prescription.is_long_term:
        return None
    # By the rules of the day of hand-over: a document must not change by itself.
    on = supply.dispensed_on
    return opens_on(supply, calendar_of(session, on), access.limits(session, on))


def _note(session: Session, actor: Actor, now: datetime, action: str, found: Body, resident_id: UUID | None) -> None:
    audit(session, actor, now, action, resident_id=resident_id, detail={"count": len(found["items"])})


def _in_sight(
    session: Session, actor: Actor, statement: Select[Any], column: Any, team_id: UUID | None, resident_id: UUID | None
) -> Select[Any]:
    """Narrow to one resident, else to the actor's own or to the residents of his or her teams; nobody out of sight."""
    one = resident_id or actor.resident_id
    if one is not None:
        return statement.where(column == one if access.is_in_sight(session, actor, one) else false())
    teams = organizations.teams_of(session, actor.clinician_id) if actor.clinician_id else set()
    if team_id is not None:
        teams &= {team_id}
    return statement.where(column.in_(residents.ids_of_care_teams(session, teams)))
