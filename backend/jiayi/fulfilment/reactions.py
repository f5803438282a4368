"""What fulfilment does when a visit or a follow-up is recorded: in the same transaction it is written down as done."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from jiayi.core.events import Subscriber
from jiayi.followups.terms import FollowupRecorded
from jiayi.fulfilment import messages, service
from jiayi.fulfilment.terms import DoubtDecided, DoubtRaised
from jiayi.visits.terms import VisitRecorded


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {
        VisitRecorded: [of_visit],
        FollowupRecorded: [of_follow_up],
        DoubtRaised: [messages.tell_of_doubt],
        DoubtDecided: [messages.tell_of_decision],
    }


def of_visit(session: Session, event: VisitRecorded) -> None:
    service.record_visit(session, event.at, event.visit_id)


def of_follow_up(session: Session, event: FollowupRecorded) -> None:
    service.record_day(session, event.at, [event.resident_id], event.held_on)
