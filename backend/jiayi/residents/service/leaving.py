"""Residents who move out of the area. Duties of public health belong to where somebody lives (domain rules §1.3.3)."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.errors import Invalid, Refusal
from jiayi.core.events import publish
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.residents.models import Resident
from jiayi.residents.service.access import care_for, lock
from jiayi.residents.terms import ResidentLeft


def record_move(
    session: Session, actor: Actor, now: datetime, resident_id: UUID, *, moved_on: date, moved_to: str | None = None
) -> Resident:
    """The resident lives elsewhere from `moved_on` on: contract, visits and programmes end.

    Raises NotFound, Refusal `residents.refused.deceased`, `.has_moved`, Invalid `residents.invalid.moved_on`.
    """
    resident = care_for(session, actor, resident_id)
    if resident.deceased_on is not None:
        raise Refusal("residents.refused.deceased")
    if resident.moved_on is not None:
        raise Refusal("residents.refused.has_moved")
    if not resident.birth_on < moved_on <= china_date(now):
        raise Invalid("residents.invalid.moved_on")
    _leave(session, now, resident, moved_on, moved_to)
    audit(session, actor, now, "residents.record_move", resident_id=resident_id, detail={"on": moved_on.isoformat()})
    session.flush()
    return resident


def note_move(session: Session, now: datetime, resident_id: UUID, last_on: date, moved_to: str | None) -> None:
    """A contract has ended because its resident moved: `last_on` was the last day here. Said once, it stands."""
    resident = lock(session, resident_id)
    if resident.deceased_on is None and resident.moved_on is None:
        _leave(session, now, resident, last_on + timedelta(days=1), moved_to)


def record_return(session: Session, actor: Actor, now: datetime, resident_id: UUID) -> Resident:
    """The resident lives here again, or never left; contract and programmes begin anew by whoever looks after them.

    Raises NotFound, Refusal `residents.refused.has_not_moved`.
    """
    resident = care_for(session, actor, resident_id)
    if resident.moved_on is None:
        raise Refusal("residents.refused.has_not_moved")
    detail = {"moved_on": resident.moved_on.isoformat()}
    resident.moved_on, resident.moved_to, resident.changed_at = None, None, now
    audit(session, actor, now, "residents.record_return", resident_id=resident_id, detail=detail)
    session.flush()
    return resident


def _leave(session: Session, now: datetime, resident: Resident, moved_on: date, moved_to: str | None) -> None:
    resident.moved_on, resident.moved_to, resident.changed_at = moved_on, moved_to, now
    session.flush()
    publish(session, ResidentLeft(resident.id, moved_on, now))
