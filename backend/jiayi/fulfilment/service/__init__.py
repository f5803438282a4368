"""Verbs about what was done and counts, what residents say to it, and who is not being served."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.fulfilment.service import recording
from jiayi.fulfilment.service.answers import rate, satisfaction
from jiayi.fulfilment.service.doubts import (
    contradict,
    decide,
    list_doubts,
    resident_body,
    team_body,
    told,
)
from jiayi.fulfilment.service.findings import (
    evaluate,
    evaluate_county,
    evaluate_found,
    evaluate_teams,
    list_findings,
    look_at_everybody,
    settle,
)
from jiayi.fulfilment.service.reading import list_fulfilments, service_plan
from jiayi.fulfilment.service.recording import fresh, write

__all__ = [
    "contradict",
    "decide",
    "evaluate",
    "evaluate_county",
    "evaluate_teams",
    "fresh",
    "list_doubts",
    "list_findings",
    "list_fulfilments",
    "look_at_everybody",
    "rate",
    "record_day",
    "record_visit",
    "resident_body",
    "satisfaction",
    "service_plan",
    "settle",
    "team_body",
    "told",
    "write",
]


def record_visit(session: Session, now: datetime, visit_id: UUID) -> None:
    """Write down what was done on this visit; what was found about those it was for may be over."""
    evaluate_found(session, now, recording.record_visit(session, now, visit_id))


def record_day(session: Session, now: datetime, resident_ids: list[UUID], day: date) -> None:
    """The same for what was done for these residents on that day."""
    evaluate_found(session, now, recording.write(session, now, resident_ids, day, day))
