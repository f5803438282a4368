"""Programmes and follow-ups on the phone: the team sees what was found, the resident when somebody comes.

Two people, one thing: both records of a follow-up are kept. Who takes somebody into a programme as the second, or ends it
as the second, is told that it is so already (`.already_enrolled`, `.has_ended`); a record after the end is kept, and plans
nothing.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.feed import RANK_NOW, RANK_REST, Command, Doc, Merge, Projector, Residents
from jiayi.followups import service
from jiayi.followups.models import FollowUp, ProgrammeEnrolment
from jiayi.followups.schemas import EnrolSchema, FollowUpRecordSchema, LeaveSchema
from jiayi.followups.terms import FollowUpStatus
from jiayi.identity.terms import Actor

SHOWN = (FollowUpStatus.DUE, FollowUpStatus.DONE)
"""One that fell away leaves the phones."""


def project_follow_ups(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    for row in session.scalars(select(FollowUp).where(FollowUp.id.in_(ids), FollowUp.status.in_(SHOWN))):
        resident = {
            "id": row.id,
            "resident_id": row.resident_id,
            "programme": row.programme,
            "due_on": row.due_on,
            "status": row.status,
            "done_at": row.done_at,
        }
        team = resident | {
            "visit_id": row.visit_id,
            "done_by": row.done_by,
            "mode": row.mode,
            "spoke_with": row.spoke_with,
            "is_face_to_face": row.is_face_to_face,
            "systolic": row.systolic,
            "diastolic": row.diastolic,
            "fasting": row.fasting,
            "random": row.random,
            "persistent_pulse": row.persistent_pulse,
            "temperature": row.temperature,
            "symptoms": row.symptoms,
            "danger_signs": row.danger_signs,
            "adherence": row.adherence,
            "reaction": row.reaction,
            "has_new_complication": row.has_new_complication,
            "foot_pulse": row.foot_pulse,
            "salt": row.salt,
            "coping": row.coping,
            "compliance": row.compliance,
            "note": row.note,
            "referral_reasons": row.referral_reasons,
            "referred_to": row.referred_to,
            "is_in_target": row.is_in_target,
            "outcome": row.outcome,
            "next_follow_up_id": row.next_follow_up_id,
        }
        rank = RANK_NOW if row.status is FollowUpStatus.DUE else RANK_REST
        yield Doc("follow_up", row.id, Residents((row.resident_id,), team=team, resident=resident), rank)


def project_enrolments(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """Those that have not ended."""
    live = ProgrammeEnrolment.ended_on.is_(None)
    for row in session.scalars(select(ProgrammeEnrolment).where(ProgrammeEnrolment.id.in_(ids), live)):
        resident = {
            "id": row.id,
            "resident_id": row.resident_id,
            "programme": row.programme,
            "enrolled_on": row.enrolled_on,
        }
        team = resident | {"diagnosis_source": row.diagnosis_source, "diagnosed_on": row.diagnosed_on}
        yield Doc("programme_enrolment", row.id, Residents((row.resident_id,), team=team, resident=resident), RANK_REST)


def _enrolments_of(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    of_these = ProgrammeEnrolment.resident_id.in_(resident_ids)
    return session.scalars(select(ProgrammeEnrolment.id).where(of_these, ProgrammeEnrolment.ended_on.is_(None)))


def _of_residents(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    return session.scalars(
        select(FollowUp.id).where(FollowUp.resident_id.in_(resident_ids), FollowUp.status.in_(SHOWN))
    )


def _record(session: Session, actor: Actor, at: Moment, follow_up_id: UUID, payload: dict[str, Any]) -> FollowUp:
    return service.record(session, actor, at, follow_up_id, **payload)


def _residents_of(session: Session, follow_up_id: UUID, payload: dict[str, Any]) -> Iterable[UUID]:
    known = session.scalar(select(FollowUp.resident_id).where(FollowUp.id == follow_up_id))
    named = payload.get("resident_id")
    return [UUID(str(one)) for one in (known or named,) if one is not None]


def _enrol(session: Session, actor: Actor, at: Moment, id: UUID, payload: dict[str, Any]) -> ProgrammeEnrolment:
    return service.enrol(session, actor, at, id, **payload)


def _leave(session: Session, actor: Actor, at: Moment, id: UUID, payload: dict[str, Any]) -> ProgrammeEnrolment:
    return service.leave(session, actor, at, id, **payload)


PROJECTORS = (
    Projector("follow_up", 2, project_follow_ups, ids_of_residents=_of_residents),
    Projector("programme_enrolment", 1, project_enrolments, ids_of_residents=_enrolments_of),
)
COMMANDS = (
    Command("followups.enrol", EnrolSchema, _enrol),
    Command("followups.leave", LeaveSchema, _leave),
    Command(
        "followups.record", FollowUpRecordSchema, _record, Merge.KEEPS_BOTH, is_work=True, residents_of=_residents_of
    ),
)
