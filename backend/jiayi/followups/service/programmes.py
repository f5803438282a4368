"""Who is in a programme of follow-up: enrolling, leaving, and letting one follow-up fall away."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.dates import age_on, china_date
from jiayi.core.errors import NotFound, Refusal, demand
from jiayi.core.ids import new_id
from jiayi.core.tools import tools
from jiayi.followups.models import FollowUp, ProgrammeEnrolment
from jiayi.followups.schedule import may_give_up
from jiayi.followups.service.planning import (
    due_of,
    is_enrolled,
    live_enrolments,
    lock,
    next_due_on,
    plan,
    schedule_table,
)
from jiayi.followups.tables import Diabetes, Hypertension
from jiayi.followups.terms import DiagnosisSource, FollowupClass, FollowUpStatus, LeaveReason, Programme
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.visits import service as visits

TABLES: Mapping[Programme, type[Hypertension] | type[Diabetes]] = {
    Programme.HYPERTENSION: Hypertension,
    Programme.DIABETES: Diabetes,
}
DIAGNOSES = {Programme.HYPERTENSION: ("I10", "原发性高血压"), Programme.DIABETES: ("E11", "2型糖尿病")}
"""What is followed up: domain rules §9.5."""


def enrol(
    session: Session,
    actor: Actor,
    at: Moment,
    id: UUID,
    *,
    resident_id: UUID,
    programme: Programme,
    diagnosis_source: DiagnosisSource,
    diagnosed_on: date | None = None,
    first_due_on: date | None = None,
    first_follow_up_id: UUID | None = None,
) -> ProgrammeEnrolment:
    """Take a resident into a programme and plan the first follow-up, within two weeks unless a day is given.

    The diagnosis comes into the file, where it is not there. Raises NotFound, Invalid `core.invalid.day` for a diagnosis
    to come, Refusal `followups.refused.already_enrolled`, `.too_young`, `.deceased`, `.id_exists`.
    """
    resident = residents.care_for(session, actor, resident_id)
    today = china_date(at.occurred_at)
    table = tools(session).rules.of(TABLES[programme], today)
    if resident.deceased_on is not None:
        raise Refusal("followups.refused.deceased")
    if age_on(resident.birth_on, today) < table.age_from:
        raise Refusal("followups.refused.too_young", {"age": table.age_from})
    planned = first_follow_up_id and session.get(FollowUp, (actor.county_id, first_follow_up_id))
    if planned or session.get(ProgrammeEnrolment, (actor.county_id, id)) is not None:
        raise Refusal("followups.refused.id_exists")
    enrolment = ProgrammeEnrolment(
        id=id, resident_id=resident_id, programme=programme, diagnosis_source=diagnosis_source,
        diagnosed_on=diagnosed_on, enrolled_on=today,
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(enrolment)
    except IntegrityError as error:
        raise Refusal("followups.refused.already_enrolled") from error
    due_on = first_due_on or next_due_on(session, today, FollowupClass.ADJUST)
    plan(session, resident_id, programme, due_on, first_follow_up_id)
    _note_diagnosis(session, actor, at.received_at, resident_id, programme, diagnosed_on or today)
    audit(
        session, actor, at.received_at, "followups.enrol", resident_id=resident_id, subject=f"programme_enrolment:{id}"
    )
    session.flush()
    return enrolment


def _note_diagnosis(
    session: Session, actor: Actor, now: datetime, resident_id: UUID, programme: Programme, since_on: date
) -> None:
    icd10, name = DIAGNOSES[programme]
    known = residents.diagnoses_of(session, [resident_id]).get(resident_id, [])
    if not any(one["icd10"].startswith(icd10) for one in known):
        residents.add_condition(
            session, actor, now, resident_id, id=new_id(), icd10=icd10, name=name, since_on=since_on
        )


def leave(
    session: Session, actor: Actor, at: Moment, enrolment_id: UUID, *, leave_reason: LeaveReason
) -> ProgrammeEnrolment:
    """End a resident's time in a programme; what was planned falls away. Raises NotFound, Refusal `followups.refused.has_ended`."""
    key = (actor.county_id, enrolment_id)
    enrolment = session.get(ProgrammeEnrolment, key, with_for_update=True, populate_existing=True)
    if enrolment is None:
        raise NotFound
    residents.care_for(session, actor, enrolment.resident_id)
    if enrolment.ended_on is not None:
        raise Refusal("followups.refused.has_ended")
    _leave(session, china_date(at.occurred_at), enrolment, leave_reason)
    audit(
        session, actor, at.received_at, "followups.leave", resident_id=enrolment.resident_id,
        subject=f"programme_enrolment:{enrolment_id}", reason=leave_reason,
    )  # fmt: skip
    session.flush()
    return enrolment


def leave_all(session: Session, resident_id: UUID, on: date, reason: LeaveReason) -> None:
    """The resident leaves every programme, as on a death."""
    for enrolment in session.scalars(live_enrolments(resident_id)):
        _leave(session, on, enrolment, reason)
    session.flush()


def _leave(session: Session, on: date, enrolment: ProgrammeEnrolment, reason: LeaveReason) -> None:
    enrolment.ended_on, enrolment.leave_reason = max(on, enrolment.enrolled_on), reason
    due = due_of(session, enrolment.resident_id, enrolment.programme)
    if due is not None:
        due.status, due.leave_reason = FollowUpStatus.CANCELLED, reason


def cancel(session: Session, actor: Actor, at: Moment, follow_up_id: UUID, *, leave_reason: LeaveReason) -> FollowUp:
    """Let one planned follow-up fall away, as when another house has just held it; the next regular one is planned.

    Raises NotFound, Refusal `followups.refused.wrong_status`.
    """
    follow_up = _open(session, actor, follow_up_id)
    follow_up.leave_reason = leave_reason
    _drop(session, china_date(at.occurred_at), follow_up, FollowUpStatus.CANCELLED)
    audit(
        session, actor, at.received_at, "followups.cancel", resident_id=follow_up.resident_id,
        subject=f"follow_up:{follow_up_id}", reason=leave_reason,
    )  # fmt: skip
    session.flush()
    return follow_up


def give_up(session: Session, actor: Actor, at: Moment, follow_up_id: UUID) -> FollowUp:
    """The resident could not be reached: on enough different days since the last follow-up, somebody stood at the door.

    The next regular one is planned. Raises NotFound, Refusal `followups.refused.wrong_status`, `.too_few_attempts`.
    """
    follow_up = _open(session, actor, follow_up_id)
    today = china_date(at.occurred_at)
    last = session.scalar(
        select(func.max(FollowUp.done_at)).where(
            FollowUp.resident_id == follow_up.resident_id, FollowUp.programme == follow_up.programme
        )
    )
    attempts = visits.attempts_of(session, follow_up.resident_id, since=last)
    days = len({china_date(tried_at) for tried_at in attempts})
    demand(may_give_up(days, schedule_table(session, today)))
    _drop(session, today, follow_up, FollowUpStatus.LOST)
    audit(
        session, actor, at.received_at, "followups.give_up", resident_id=follow_up.resident_id,
        subject=f"follow_up:{follow_up_id}",
    )  # fmt: skip
    session.flush()
    return follow_up


def _open(session: Session, actor: Actor, follow_up_id: UUID) -> FollowUp:
    """The follow-up, locked and still due. Raises NotFound, Refusal `followups.refused.wrong_status`."""
    follow_up = lock(session, follow_up_id)
    if follow_up is None:
        raise NotFound
    residents.care_for(session, actor, follow_up.resident_id)
    if follow_up.status is not FollowUpStatus.DUE:
        raise Refusal("followups.refused.wrong_status", {"status": follow_up.status.value})
    return follow_up


def _drop(session: Session, today: date, follow_up: FollowUp, status: FollowUpStatus) -> None:
    """Close it without a record; whoever is in the programme gets the next regular one."""
    follow_up.status = status
    session.flush()
    if is_enrolled(session, follow_up.resident_id, follow_up.programme):
        due_on = next_due_on(session, max(follow_up.due_on, today), FollowupClass.SATISFIED)
        follow_up.next_follow_up_id = plan(session, follow_up.resident_id, follow_up.programme, due_on).id
