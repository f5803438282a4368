"""What was found at a follow-up.

It is never refused for what has become of the plan meanwhile: a second record of one follow-up, or a record of one that
was called off, becomes a follow-up of its own.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.dates import CHINA, DAY, age_on, china_date
from jiayi.core.errors import Invalid, NotFound, Refusal
from jiayi.core.events import publish
from jiayi.core.ids import new_id
from jiayi.core.results import Refused
from jiayi.core.tools import tools
from jiayi.followups import rules, schedule
from jiayi.followups.models import FollowUp
from jiayi.followups.service.planning import due_of, is_enrolled, lock, next_due_on, plan, schedule_table
from jiayi.followups.tables import Hypertension
from jiayi.followups.terms import (
    Adherence,
    FollowupClass,
    FollowupRecorded,
    FollowUpStatus,
    HeldFollowup,
    Mode,
    PressureVisit,
    Programme,
    Reaction,
)
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.visits import service as visits
from jiayi.visits.tables import Vitals
from jiayi.visits.terms import MeasurementKind, Unit
from jiayi.visits.vitals import guard


def record(
    session: Session,
    actor: Actor,
    at: Moment,
    follow_up_id: UUID,
    *,
    mode: Mode,
    systolic: int,
    diastolic: int,
    adherence: Adherence,
    symptoms: Sequence[str] = (),
    danger_signs: Sequence[str] = (),
    reaction: Reaction = Reaction.NONE,
    has_new_complication: bool = False,
    is_pregnant_or_lactating: bool = False,
    note: str | None = None,
    visit_id: UUID | None = None,
    resident_id: UUID | None = None,
    programme: Programme | None = None,
) -> FollowUp:
    """Write down a follow-up, class it by H1 to H4 and plan the next. Danger goes to the team's leader at once.

    One that nobody planned names `resident_id` and `programme`, under an id of the phone's own. Raises NotFound, Invalid
    `followups.invalid.symptoms`, Refusal of impossible values.
    """
    planned = lock(session, follow_up_id)
    about = planned.resident_id if planned is not None else resident_id
    which = planned.programme if planned is not None else programme
    if about is None or which is None:
        raise NotFound
    resident = residents.care_for(session, actor, about)
    held_on = china_date(at.occurred_at)
    table = tools(session).rules.of(Hypertension, held_on)
    if visit_id is not None and visits.find(session, visit_id) is None:
        raise NotFound
    _check(session, systolic, diastolic, symptoms, danger_signs, table, held_on)
    age = age_on(resident.birth_on, held_on)
    visit = PressureVisit(
        systolic, diastolic, age, frozenset(danger_signs), is_pregnant_or_lactating,
        _was_uncontrolled(session, about, which, at.occurred_at), reaction, has_new_complication,
    )  # fmt: skip
    follow_up = _row(session, planned, follow_up_id, about, which, held_on)
    follow_up.status = FollowUpStatus.DONE
    follow_up.done_at, follow_up.is_clock_doubtful = at.occurred_at, at.is_clock_doubtful
    follow_up.done_by, follow_up.mode, follow_up.visit_id = actor.clinician_id, mode, visit_id or follow_up.visit_id
    follow_up.is_face_to_face = schedule.is_face_to_face(mode, schedule_table(session, held_on))
    follow_up.systolic, follow_up.diastolic = systolic, diastolic
    follow_up.symptoms, follow_up.danger_signs = list(symptoms), list(danger_signs)
    follow_up.adherence, follow_up.reaction, follow_up.note = adherence, reaction, note
    follow_up.has_new_complication, follow_up.is_pregnant_or_lactating = has_new_complication, is_pregnant_or_lactating
    follow_up.is_in_target = rules.is_in_target(systolic, diastolic, age, table.kpi_target)
    follow_up.outcome = rules.classify(rules.pressure_course(visit, table))
    session.flush()
    _plan_next(session, follow_up, follow_up.outcome, held_on)
    audit(
        session, actor, at.received_at, "followups.record", resident_id=about, subject=f"follow_up:{follow_up.id}",
        detail={"outcome": follow_up.outcome},
    )  # fmt: skip
    publish(session, FollowupRecorded(follow_up.id, about, which, follow_up.outcome, held_on, at.received_at))
    session.flush()
    return follow_up


def note_visit(session: Session, visit_id: UUID, resident_id: UUID, visited_on: date) -> None:
    """A home visit with a follow-up on its list is over: what was written down that day, or is still to be, belongs to it."""
    midnight = datetime.combine(visited_on, time.min, CHINA)
    mine = (FollowUp.resident_id == resident_id, FollowUp.programme == Programme.HYPERTENSION)
    written = select(FollowUp).where(*mine, FollowUp.done_at >= midnight, FollowUp.done_at < midnight + DAY)
    held = session.scalar(written.order_by(FollowUp.done_at.desc()).limit(1)) or due_of(
        session, resident_id, Programme.HYPERTENSION
    )
    if held is not None and held.visit_id is None:
        held.visit_id = visit_id
        session.flush()


def latest_held(session: Session, resident_id: UUID, count: int) -> list[HeldFollowup]:
    """The last follow-ups that were held face to face, newest first."""
    statement = select(FollowUp).where(
        FollowUp.resident_id == resident_id, FollowUp.status == FollowUpStatus.DONE, FollowUp.is_face_to_face
    )
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


def _check(
    session: Session,
    systolic: int,
    diastolic: int,
    symptoms: Sequence[str],
    danger_signs: Sequence[str],
    table: Hypertension,
    on: date,
) -> None:
    if set(symptoms) - set(table.symptoms) or rules.unknown_signs(frozenset(danger_signs), table):
        raise Invalid("followups.invalid.symptoms")
    vitals = tools(session).rules.of(Vitals, on)
    values = {"systolic": float(systolic), "diastolic": float(diastolic)}
    guarded = guard(MeasurementKind.BLOOD_PRESSURE, values, Unit.MMHG, vitals)
    if isinstance(guarded, Refused):
        raise Refusal(guarded.reason, guarded.detail)


def _was_uncontrolled(session: Session, resident_id: UUID, programme: Programme, before: datetime) -> bool:
    """Whether the last face-to-face result before this one was out of target; any team's counts."""
    statement = select(FollowUp.is_in_target).where(
        FollowUp.resident_id == resident_id, FollowUp.programme == programme, FollowUp.is_face_to_face,
        FollowUp.status == FollowUpStatus.DONE, FollowUp.done_at < before,
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
