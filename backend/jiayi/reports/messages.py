"""What reports tell the office: that a list waits for somebody's leave, and whoever asked what became of it.

Nobody's name and no indicator: it stands on lock screens too.
"""

from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.identity import service as identity
from jiayi.notify import service as notify
from jiayi.notify.terms import ReminderDue
from jiayi.reports import service
from jiayi.reports.service.access import READERS
from jiayi.reports.terms import ExportAsked, ExportDecided

PAGE = "/overview/exports"
EXPIRY = "reports.export_expiry"
"""The reminder of the moment from which nobody may decide any more."""


def tell_of_wish(session: Session, event: ExportAsked) -> None:
    """All who may decide: whoever may read counts, but not the one who asks."""
    notify.remind(session, EXPIRY, event.request_id, event.until_at)
    for account_id in identity.accounts_with(session, session.info["county_id"], READERS):
        if account_id != event.asker_id:
            notify.tell(
                session, event.at, account_id, "reports.notice.export_asked", {"until_at": event.until_at.isoformat()},
                PAGE, _asked(event.request_id), concerns_id=event.request_id, good_until=event.until_at,
            )  # fmt: skip


def tell_of_decision(session: Session, event: ExportDecided) -> None:
    """Who asked hears it; the others need not look any more."""
    notify.forget_reminders(session, EXPIRY, event.request_id)
    notify.withdraw(session, event.request_id)
    notify.settle(session, event.at, _asked(event.request_id))
    code = "reports.notice.export_allowed" if event.is_allowed else "reports.notice.export_refused"
    values = {"until_at": event.until_at.isoformat()} if event.is_allowed else {}
    notify.tell(session, event.at, event.asker_id, code, values, PAGE, f"export:{event.request_id}:decided")


def tell_of_expiry(session: Session, event: ReminderDue) -> None:
    """Nobody has decided in time: who asked hears it, and the others cannot do anything any more."""
    if event.kind != EXPIRY:
        return
    asker_id = service.asker_in_vain(session, event.subject_id)
    if asker_id is not None:
        notify.settle(session, event.now, _asked(event.subject_id))
        key = f"export:{event.subject_id}:expired"
        notify.tell(session, event.now, asker_id, "reports.notice.export_expired", {}, PAGE, key)


def _asked(request_id: UUID) -> str:
    return f"export:{request_id}:asked"
