"""What a visit cost is written down when it is recorded, in the same transaction."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from jiayi.core.events import Subscriber
from jiayi.fees import service
from jiayi.visits.terms import VisitRecorded


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {VisitRecorded: [of_visit]}


def of_visit(session: Session, event: VisitRecorded) -> None:
    service.bill_visit(session, event.at, event.visit_id)
