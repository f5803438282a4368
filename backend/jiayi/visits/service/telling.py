"""The traces that a verb leaves beside its rows: the audit entry, and the events that others react to."""

from datetime import datetime

from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.events import publish
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.visits.models import Visit
from jiayi.visits.service import access
from jiayi.visits.terms import ServiceOutcome, VisitCompleted, VisitRecorded, VisitStatus

OVER = access.DONE | {VisitStatus.ABORTED}


def note(session: Session, actor: Actor, at: datetime, action: str, visit: Visit, reason: str | None = None) -> None:
    """One audit entry for each resident on the visit; whose held work was filed, and by whom, is said too.

    Called when the rows are as they are to be: what is done counts from here on.
    """
    detail = {"filed_by": str(actor.filed_by)} if actor.filed_by else None
    for resident_id in access.resident_ids_of(session, visit.id):
        audit(
            session, actor, at, action, resident_id=resident_id, subject=f"visit:{visit.id}", reason=reason,
            detail=detail,
        )  # fmt: skip
    recorded(session, visit, at)


def recorded(session: Session, visit: Visit, at: datetime) -> None:
    """Tell whoever counts what was done, once the visit is over."""
    if visit.status in OVER:
        session.flush()
        publish(session, VisitRecorded(visit.id, at))


def completed(session: Session, visit: Visit, at: Moment) -> None:
    """Tell everybody who listens what has been done up to now."""
    lines = access.services_of(session, visit.id)
    done = tuple(sorted({line.item_code for line in lines if line.outcome is ServiceOutcome.DONE}))
    resident_ids = access.resident_ids_of(session, visit.id)
    ended_at = visit.ended_at or at.occurred_at
    publish(session, VisitCompleted(visit.id, visit.team_id, resident_ids, ended_at, done, at.received_at))
