"""What was found at a follow-up.

It is never refused for what has become of the plan meanwhile: a second record of one follow-up, or a record of one that
was called off, becomes a follow-up of its own.
"""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.dates import CHINA, DAY, age_on, china_date
from jiayi.core.errors import NotFound
from jiayi.core.events import publish
from jiayi.core.ids import new_id
from jiayi.followups import schedule
from jiayi.followups.models import FollowUp
from jiayi.followups.service import judging
from jiayi.followups.service.planning import due_of, is_enrolled, lock, next_due_on, plan, schedule_table
from jiayi.followups.terms import (
    Adherence,
    FollowupClass,
    FollowupRecorded,
    FollowUpStatus,
    HeldFollowup,
    Mode,
    Programme,
    Reaction,
)
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.residents.terms import Relation
from jiayi.visits import service as visits


def record(
    session: Session,
    actor: Actor,
    at: Moment,
    follow_up_id: UUID,
    *,
    mode: Mode,
    adherence: Adherence,
    visit_id: UUID | None = None,
    spoke_with: Relation | None = None,
    resident_id: UUID | None = None,
    programme: Programme | None = None,
    **found: Any,
) -> FollowUp:
    """Write down a follow-up, class it by H1 to H4 or G1 to G4 and plan the next. Danger goes to the team's leader at once.

    What was measured at the centre is kept as measurements too, as on a visit it was before; what somebody says on the
    telephone is his own measuring: it counts for this class and never as the second in a row (domain rules §4.10). `found` is what judging.Found holds. One that nobody planned names `resident_id` and `programme`, under an id of the
    phone's own. Raises NotFound, Invalid `followups.invalid.symptoms`, Refusal `followups.refused.no_pressure`,
    `.no_fasting` and of impossible values.
    """
    planned = lock(session, follow_up_id)
    about = planned.resident_id if planned is not None else resident_id
    which = planned.programme if planned is not None else programme
    if about is None or which is None:
        raise NotFound
    resident = residents.care_for(session, actor, about)
    held_on = china_date(at.occurred_at)
    if visit_id is not None and visits.find(session, visit_id) is None:
        raise NotFound
    told = judging.Found(**found)
    is_face_to_face = schedule.is_face_to_face(mode, schedule_table(session, held_on))
    was_uncontrolled = is_face_to_face and _was_uncontrolled(session, about, which, at.occurred_at)
    verdict = judging.judge(
        session, told, which, age_on(resident.birth_on, held_on), held_on, was_uncontrolled=was_uncontrolled
    )
    follow_up = _row(session, planned, follow_up_id, about, which, held_on)
    follow_up.status = FollowUpStatus.DONE
    follow_up.done_at, follow_up.is_clock_doubtful = at.occurred_at, at.is_clock_doubtful
    follow_up.done_by, follow_up.mode, follow_up.visit_id = actor.clinician_id, mode, visit_id or follow_up.visit_id
    follow_up.is_face_to_face = is_face_to_face
    follow_up.spoke_with, follow_up.adherence = spoke_with, adherence
    for name, value in asdict(told).items():
        setattr(follow_up, name, value)
    follow_up.is_in_target, follow_up.outcome = verdict.is_in_target, verdict.outcome
    follow_up.referral_reasons = list(verdict.referral_reasons)
    session.flush()
    if mode is Mode.CLINIC and visit_id is None:
        for kind, unit, values in judging.readings(told):
            visits.measure(
                session,
                actor,
                at,
                None,
                measurement_id=new_id(),
                resident_id=about,
                kind=kind,
                values=values,
                unit=unit,
            )
    _plan_next(session, follow_up, verdict.outcome, held_on)
    audit(
        session, actor, at.received_at, "followups.record", resident_id=about, subject=f"follow_up:{follow_up.id}",
        detail={"outcome": verdict.outcome},
    )  # fmt: skip
    publish(session, FollowupRecorded(follow_up.id, about, which, verdict.outcome, held_on, at.received_at))
    session.flush()
    return follow_up


def note_visit(session: Session, visit_id: UUID, resident_id: UUID, programme: Programme, visited_on: date) -> None:
    """A home visit with a follow-up on its list is over: what was written down that day, or is still to be, belongs to it."""
    midnight = datetime.combine(visited_on, time.min, CHINA)
    mine = (FollowUp.resident_id == resident_id, FollowUp.programme == programme)
    written = select(FollowUp).where(*mine, FollowUp.done_at >= midnight, FollowUp.done_at < midnight + DAY)
    latest = session.scalar(written.order_by(FollowUp.done_at.desc()).limit(1))
    held = latest or due_of(session, resident_id, programme)
    if held is not None and held.visit_id is None:
        held.visit_id = visit_id
        session.flush()


def latest_held(
    session: Session, resident_id: UUID, count: int, programmes: Collection[Programme] = tuple(Programme)
) -> list[HeldFollowup]:
    """The last follow-ups of these programmes that were held face to face, newest first."""
    statement = select(FollowUp).where(
        FollowUp.resident_id == resident_id, FollowUp.status == FollowUpStatus.DONE, FollowUp.is_face_to_face,
        FollowUp.programme.in_(programmes),
    )  # fmt: skip
    return [
        HeldFollowup(china_date(row.done_at), bool(row.is_in_target), row.adherence is Adherence.REGULAR)
        for row in session.scalars(statement.order_by(FollowUp.done_at.desc()).limit(count))
        if row.done_at is not None
    ]


def had_reaction(session: Session, resident_id: UUID, since: date) -> bool:
    """Whether a follow-up since that day found an adverse reaction."""
    found = select(FollowUp.id).where(
        FollowUp.resident_id == resident_id,
        FollowUp.status == FollowUpStatus.DONE,
        FollowUp.done_at >= datetime.combine(since, time.min, CHINA),
        FollowUp.reaction != Reaction.NONE,
    )
    return session.scalar(found.limit(1)) is not None


def _was_uncontrolled(session: Session, resident_id: UUID, programme: Programme, before: datetime) -> bool:
    """Whether the last face-to-face result before this one was out of target; any team's counts, none without a verdict."""
    statement = select(FollowUp.is_in_target).where(
        FollowUp.resident_id == resident_id, FollowUp.programme == programme, FollowUp.is_face_to_face,
        FollowUp.status == FollowUpStatus.DONE, FollowUp.done_at < before, FollowUp.is_in_target.is_not(None),
    )  # fmt: skip
    return session.scalar(statement.order_by(FollowUp.done_at.desc()).limit(1)) is False


def _row(
    session: Session, planned: FollowUp | None, id: UUID, resident_id: UUID, programme: Programme, held_on: date
) -> FollowUp:
    """The row to write into: the planned one, else a new one."""
    if planned is not None and planned.status is FollowUpStatus.DUE:
        return planned
    own_id = id if planned is None else new_id()
    due_on = held_on if planned is None else planned.due_on
    row = FollowUp(id=own_id, resident_id=resident_id, programme=programme, due_on=due_on)
    session.add(row)
    return row


def _plan_next(session: Session, held: FollowUp, outcome: FollowupClass, held_on: date) -> None:
    """Plan the next one, unless a later follow-up was held already; one that is planned is only ever pulled nearer."""
    later = select(FollowUp.id).where(
        FollowUp.resident_id == held.resident_id, FollowUp.programme == held.programme,
        FollowUp.status == FollowUpStatus.DONE, FollowUp.done_at > held.done_at,
    )  # fmt: skip
    if session.scalar(later.limit(1)) is not None or not is_enrolled(session, held.resident_id, held.programme):
        return
    due_on = next_due_on(session, held_on, outcome)
    due = due_of(session, held.resident_id, held.programme)
    if due is None:
        due = plan(session, held.resident_id, held.programme, due_on)
    else:
        due.due_on = min(due.due_on, due_on)
    held.next_follow_up_id = due.id
