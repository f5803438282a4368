"""Programmes and follow-ups on the phone: the team sees what was found, the resident when somebody comes.

Two people, one thing: both records of a follow-up are kept. Who takes somebody into a programme as the second, ends it as
the second, or lets a follow-up go that another has held or let go, is told that it is so already (`.already_enrolled`,
`.has_ended`, `.wrong_status`); a record after the end is kept, and plans nothing.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.feed import RANK_NOW, RANK_REST, Command, Doc, Merge, Projector, Residents
from jiayi.followups import service
from jiayi.followups.models import FollowUp, ProgrammeEnrolment
from jiayi.followups.schemas import EnrolSchema, FollowUpRecordSchema, GiveUpSchema, LeaveSchema
from jiayi.followups.terms import FollowUpStatus
from jiayi.identity.terms import Actor

SHOWN = or_(FollowUp.status.in_((FollowUpStatus.DUE, FollowUpStatus.DONE)), FollowUp.next_follow_up_id.is_not(None))
"""One that fell away by itself stays with its team, who sees why; one that ended with its programme leaves the phones."""


def project_follow_ups(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    for row in session.scalars(select(FollowUp).where(FollowUp.id.in_(ids), SHOWN)):
        resident = {
            "id": row.id,
            "resident_id": row.resident_id,
            "programme": row.programme,
            "due_on": row.due_on,
            "status": row.status,
            "done_at": row.done_at,
        }
        team = resident | {
            "leave_reason": row.leave_reason,
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
        own = resident if row.status in (FollowUpStatus.DUE, FollowUpStatus.DONE) else None
        yield Doc("follow_up", row.id, Residents((row.resident_id,), team=team, resident=own), rank)


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
    return session.scalars(select(FollowUp.id).where(FollowUp.resident_id.in_(resident_ids), SHOWN))


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


def _cancel(session: Session, actor: Actor, at: Moment, follow_up_id: UUID, payload: dict[str, Any]) -> FollowUp:
    return service.cancel(session, actor, at, follow_up_id, **payload)


def _give_up(session: Session, actor: Actor, at: Moment, follow_up_id: UUID, _payload: dict[str, Any]) -> FollowUp:
    return service.give_up(session, actor, at, follow_up_id)


PROJECTORS = (
    Projector("follow_up", 3, project_follow_ups, ids_of_residents=_of_residents),
    Projector("programme_enrolment", 1, project_enrolments, ids_of_residents=_enrolments_of),
)
COMMANDS = (
    Command("followups.enrol", EnrolSchema, _enrol),
    Command("followups.leave", LeaveSchema, _leave),
    Command("followups.cancel", LeaveSchema, _cancel),
    Command("followups.give_up", GiveUpSchema, _give_up),
    Command(
        "followups.record", FollowUpRecordSchema, _record, Merge.KEEPS_BOTH, is_work=True, residents_of=_residents_of
    ),
)
