"""What visits tell people: the leader of a request, the family who comes and when, the clinicians where they go."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core.dates import CHINA, DAY, china_date
from jiayi.notify import service as notify
from jiayi.notify.terms import ReminderDue
from jiayi.organizations import service as organizations
from jiayi.residents.messages import tell_clinicians, tell_family, tell_leader
from jiayi.residents.terms import ProxyScope
from jiayi.visits import service
from jiayi.visits.terms import (
    DangerMeasured,
    VisitCancelled,
    VisitCompleted,
    VisitDecided,
    VisitRequested,
    VisitScheduled,
    VisitStatus,
    VisitUnplanned,
)

DAY_BEFORE = "visits.day_before"
"""The reminder of the evening before."""
EVENING = timedelta(hours=18)
TOLD = ProxyScope.BOOK
"""Family who make the elder's appointments hear what becomes of them."""


def tell_of_request(session: Session, event: VisitRequested) -> None:
    for resident_id in event.resident_ids[:1]:
        tell_leader(
            session, event.at, resident_id, "visits.notice.requested", {}, _url(event.visit_id),
            f"visit:{event.visit_id}:requested:{event.team_id}",
        )  # fmt: skip


def tell_of_decision(session: Session, event: VisitDecided) -> None:
    """That a request was taken needs no message: the plan follows."""
    if not event.is_accepted:
        code = "visits.notice.declined"
        _tell_families(session, event.at, event.visit_id, event.resident_ids, code, {}, "declined")


def tell_of_plan(session: Session, event: VisitScheduled) -> None:
    """Also after a change: the key holds the plan, so that one plan is told once. Asks for the evening's reminder."""
    start = event.planned_start_at
    names = "、".join(organizations.get_clinician(session, one).name for one in event.clinician_ids)
    values = {"planned_start_at": start.isoformat(), "clinician_names": names}
    plan = f"scheduled:{start.isoformat()}:{','.join(str(one) for one in event.clinician_ids)}"
    _tell_families(session, event.at, event.visit_id, event.resident_ids, "visits.notice.scheduled", values, plan)
    _tell_clinicians(session, event.at, event.visit_id, event.clinician_ids, "visits.notice.assigned", start, plan)
    _tell_clinicians(session, event.at, event.visit_id, event.removed_ids, "visits.notice.taken_off", start, plan)
    notify.forget_reminders(session, DAY_BEFORE, event.visit_id)
    evening = datetime.combine(china_date(start) - DAY, datetime.min.time(), CHINA) + EVENING
    if evening > event.at:
        notify.remind(session, DAY_BEFORE, event.visit_id, evening)


def tell_of_lost_plan(session: Session, event: VisitUnplanned) -> None:
    """Nobody waits at home for a visit that will come at another time."""
    start = event.planned_start_at
    what = f"unplanned:{start.isoformat()}:{event.at.isoformat()}"
    notify.forget_reminders(session, DAY_BEFORE, event.visit_id)
    values = {"planned_start_at": start.isoformat()}
    _tell_families(session, event.at, event.visit_id, event.resident_ids, "visits.notice.unplanned", values, what)
    _tell_clinicians(session, event.at, event.visit_id, event.clinician_ids, "visits.notice.taken_off", start, what)


def remind_of_tomorrow(session: Session, event: ReminderDue) -> None:
    """The evening before, if the visit still stands."""
    if event.kind != DAY_BEFORE:
        return
    visit = service.find(session, event.subject_id)
    if visit is None or visit.status is not VisitStatus.SCHEDULED or visit.planned_start_at is None:
        return
    going = service.clinician_ids_of(session, visit.id)
    names = "、".join(organizations.get_clinician(session, one).name for one in going)
    start = visit.planned_start_at
    _tell_families(
        session, event.now, visit.id, service.resident_ids_of(session, visit.id), "visits.notice.tomorrow",
        {"planned_start_at": start.isoformat(), "clinician_names": names}, f"tomorrow:{start.isoformat()}", start,
    )  # fmt: skip


def tell_of_cancellation(session: Session, event: VisitCancelled) -> None:
    notify.forget_reminders(session, DAY_BEFORE, event.visit_id)
    _tell_families(session, event.at, event.visit_id, event.resident_ids, "visits.notice.cancelled", {}, "cancelled")
    if event.planned_start_at is not None:
        _tell_clinicians(
            session, event.at, event.visit_id, event.clinician_ids, "visits.notice.called_off", event.planned_start_at,
            "cancelled",
        )  # fmt: skip


def tell_of_visit(session: Session, event: VisitCompleted) -> None:
    """Family far away hear that somebody was there."""
    values = {"occurred_at": event.occurred_at.isoformat()}
    code = "visits.notice.completed"
    _tell_families(session, event.at, event.visit_id, event.resident_ids, code, values, "completed")


def tell_of_danger(session: Session, event: DangerMeasured) -> None:
    """The leader hears at once; the value stands in the file, not in the message."""
    tell_leader(
        session, event.at, event.resident_id, "visits.notice.danger", {}, f"/residents/{event.resident_id}",
        f"measurement:{event.measurement_id}:danger", is_urgent=True,
    )  # fmt: skip


def _tell_families(
    session: Session,
    now: datetime,
    visit_id: UUID,
    resident_ids: Collection[UUID],
    code: str,
    values: dict[str, str],
    what: str,
    good_until: datetime | None = None,
) -> None:
    for resident_id in resident_ids:
        tell_family(
            session, now, resident_id, code, values, _url(visit_id), f"visit:{visit_id}:{what}:{resident_id}",
            scope=TOLD, about=f"visit:{visit_id}", good_until=good_until,
        )  # fmt: skip


def _tell_clinicians(
    session: Session,
    now: datetime,
    visit_id: UUID,
    clinician_ids: Collection[UUID],
    code: str,
    start: datetime,
    what: str,
) -> None:
    values = {"planned_start_at": start.isoformat()}
    tell_clinicians(session, now, clinician_ids, code, values, _url(visit_id), f"visit:{visit_id}:{what}:{code}")


def _url(visit_id: UUID) -> str:
    return f"/visits/{visit_id}"
