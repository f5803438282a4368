"""What is planned: the one open follow-up of a resident in a programme, and when the next is due."""

from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jiayi.core.ids import new_id
from jiayi.core.tools import tools
from jiayi.core.workdays import calendar_of
from jiayi.followups import schedule
from jiayi.followups.models import FollowUp, ProgrammeEnrolment
from jiayi.followups.tables import FollowupSchedule
from jiayi.followups.terms import FollowupClass, FollowUpStatus, Programme


def lock(session: Session, follow_up_id: UUID) -> FollowUp | None:
    """The follow-up, locked until the transaction ends, as it stands now."""
    key = (session.info["county_id"], follow_up_id)
    return session.get(FollowUp, key, with_for_update=True, populate_existing=True)


def due_of(session: Session, resident_id: UUID, programme: Programme) -> FollowUp | None:
    """The open follow-up, locked."""
    mine = (FollowUp.resident_id == resident_id, FollowUp.programme == programme)
    return session.scalar(select(FollowUp).where(*mine, FollowUp.status == FollowUpStatus.DUE).with_for_update())


def plan(session: Session, resident_id: UUID, programme: Programme, due_on: date, id: UUID | None = None) -> FollowUp:
    """Plan a follow-up, where none is open."""
    planned = FollowUp(id=id or new_id(), resident_id=resident_id, programme=programme, due_on=due_on)
    session.add(planned)
    session.flush()
    return planned


def next_due_on(session: Session, held_on: date, outcome: FollowupClass) -> date:
    """When the next is due after one with this outcome."""
    return schedule.next_due_on(held_on, outcome, calendar_of(session, held_on), schedule_table(session, held_on))


def schedule_table(session: Session, on: date) -> FollowupSchedule:
    return tools(session).rules.of(FollowupSchedule, on)


def live_enrolments(resident_id: UUID) -> Select[ProgrammeEnrolment]:
    """The programmes that the resident is in."""
    return select(ProgrammeEnrolment).where(
        ProgrammeEnrolment.resident_id == resident_id, ProgrammeEnrolment.ended_on.is_(None)
    )


def is_enrolled(session: Session, resident_id: UUID, programme: Programme) -> bool:
    mine = live_enrolments(resident_id).where(ProgrammeEnrolment.programme == programme)
    return session.scalar(mine.limit(1)) is not None
