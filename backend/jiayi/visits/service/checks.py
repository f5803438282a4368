"""Checks at the door: that somebody came, or went, where, and why it was elsewhere."""

from datetime import date
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.dates import china_date
from jiayi.core.prepared import Prepared
from jiayi.identity.terms import Actor
from jiayi.visits.models import Visit, VisitCheck
from jiayi.visits.service import access, position
from jiayi.visits.service.position import Position
from jiayi.visits.terms import CheckKind

_KINDS = Prepared(select(VisitCheck.kind).where(VisitCheck.visit_id == bindparam("visit_id", type_=Uuid())))


def is_made(session: Session, visit_id: UUID, kind: CheckKind) -> bool:
    """Whether somebody has checked in, or out."""
    session.flush()
    return (kind.value,) in _KINDS(session, visit_id=visit_id)


def find(session: Session, visit_id: UUID, kind: CheckKind) -> VisitCheck | None:
    """The check, if it is made."""
    return session.scalar(select(VisitCheck).where(VisitCheck.visit_id == visit_id, VisitCheck.kind == kind))


def make(
    session: Session,
    actor: Actor,
    at: Moment,
    visit: Visit,
    kind: CheckKind,
    where: Position | None,
    reason_code: str | None = None,
    action_code: str | None = None,
    note: str | None = None,
) -> None:
    """Check in, or out. Raises Refusal as `position.answer`."""
    on = china_date(at.occurred_at)
    check = VisitCheck(
        visit_id=visit.id,
        kind=kind,
        clinician_id=access.worker(actor),
        occurred_at=at.occurred_at,
        captured_at=at.captured_at,
        received_at=at.received_at,
        is_clock_doubtful=at.is_clock_doubtful,
        boot=at.boot,
        monotonic_ms=at.monotonic_ms,
        device_id=actor.device_id,
    )
    place(session, visit, check, where, on)
    position.answer(session, check, on, reason_code, action_code, note)
    session.add(check)
    session.flush()


def place(session: Session, visit: Visit, check: VisitCheck, where: Position | None, on: date) -> None:
    """Write into a check where it was, and what that says."""
    position.apply(check, where, position.find(session, visit, where, on))
