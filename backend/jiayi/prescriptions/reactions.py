"""What prescriptions do when something happens elsewhere."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from jiayi.core.events import Subscriber
from jiayi.followups.terms import FollowupClass, FollowupRecorded
from jiayi.prescriptions import service
from jiayi.prescriptions.messages import tell_doctor, tell_of_decision
from jiayi.prescriptions.terms import RefillAsked, RefillDecided
from jiayi.residents.terms import ResidentDied, ResidentLeft


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {
        FollowupRecorded: [suspend_on_danger],
        ResidentDied: [end_prescriptions],
        ResidentLeft: [end_prescriptions],
        RefillAsked: [tell_doctor],
        RefillDecided: [tell_of_decision],
    }


def suspend_on_danger(session: Session, event: FollowupRecorded) -> None:
    """A dangerous value stops every refill that nobody has decided."""
    if event.outcome is FollowupClass.DANGER:
        service.suspend_refills(session, event.resident_id)


def end_prescriptions(session: Session, event: ResidentDied | ResidentLeft) -> None:
    service.end_refills(session, event.resident_id, event.at)
    service.end_for(session, event.resident_id)
