"""What reports tell the office: that a list waits for somebody's leave, and whoever asked what became of it.

Nobody's name and no indicator: it stands on lock screens too.
"""

from sqlalchemy.orm import Session

from jiayi.identity import service as identity
from jiayi.notify import service as notify
from jiayi.reports.service.access import READERS
from jiayi.reports.terms import ExportAsked, ExportDecided

PAGE = "/overview/exports"


def tell_of_wish(session: Session, event: ExportAsked) -> None:
    """All who may decide: whoever may read counts, but not the one who asks."""
    for account_id in identity.accounts_with(session, session.info["county_id"], READERS):
        if account_id != event.asker_id:
            notify.tell(
                session, event.at, account_id, "reports.notice.export_asked", {"until_at": event.until_at.isoformat()},
                PAGE, _asked(event), concerns_id=event.request_id, good_until=event.until_at,
            )  # fmt: skip


def tell_of_decision(session: Session, event: ExportDecided) -> None:
    """Who asked hears it; the others need not look any more."""
    notify.withdraw(session, event.request_id)
    notify.settle(session, event.at, _asked(event))
    code = "reports.notice.export_allowed" if event.is_allowed else "reports.notice.export_refused"
    values = {"until_at": event.until_at.isoformat()} if event.is_allowed else {}
    notify.tell(session, event.at, event.asker_id, code, values, PAGE, f"export:{event.request_id}:decided")


def _asked(event: ExportAsked | ExportDecided) -> str:
    return f"export:{event.request_id}:asked"
