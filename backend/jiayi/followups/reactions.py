"""What follow-ups do when something happens elsewhere."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from jiayi.core.dates import DAY, china_date
from jiayi.core.events import Subscriber
from jiayi.followups import service
from jiayi.followups.messages import tell_of_danger
from jiayi.followups.terms import FollowupRecorded, LeaveReason, Programme
from jiayi.residents.terms import ResidentDied, ResidentLeft
from jiayi.visits.terms import VisitCompleted

FOLLOW_UP_ITEMS = {"B01": Programme.HYPERTENSION, "B02": Programme.DIABETES}
"""Follow-ups face to face, in the catalogue."""


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {
        VisitCompleted: [link_visit],
        ResidentDied: [end_programmes],
        ResidentLeft: [leave_programmes],
        FollowupRecorded: [tell_of_danger],
    }


def link_visit(session: Session, event: VisitCompleted) -> None:
    """The follow-ups that a visit was made for show that somebody was there, whether or not it is written down yet."""
    visited_on = china_date(event.occurred_at)
    for item_code, programme in FOLLOW_UP_ITEMS.items():
        if item_code in event.item_codes:
            for resident_id in event.resident_ids:
                service.note_visit(session, event.visit_id, resident_id, programme, visited_on)


def end_programmes(session: Session, event: ResidentDied) -> None:
    service.leave_all(session, event.resident_id, event.deceased_on, LeaveReason.DECEASED)


def leave_programmes(session: Session, event: ResidentLeft) -> None:
    """The duty goes with the place of residence (domain rules §1.3.3)."""
    service.leave_all(session, event.resident_id, event.moved_on - DAY, LeaveReason.MOVED_AWAY)
