"""The way out of the house: what is due is claimed, handed over with no transaction open, and noted.

A claim pushes `due_at` on before anything is sent, so two workers never send one message, and a message whose worker
was killed in the middle is tried again later.
"""

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import httpx
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from jiayi.core import clock, db, events, i18n
from jiayi.core.dates import CHINA, china_date
from jiayi.core.masking import mask_name
from jiayi.core.results import Refused
from jiayi.core.sms import SmsPort, sms_port
from jiayi.core.tools import tools
from jiayi.core.wording import worded
from jiayi.identity import service as identity
from jiayi.notify import rules, service
from jiayi.notify.models import Notice, OutgoingMessage, PushSubscription, Reminder
from jiayi.notify.push import Delivery, Envelope, Pusher
from jiayi.notify.tables import QuietHours, Sms
from jiayi.notify.terms import Channel, MessageStatus, ReminderDue

BATCH = 50
AT_ONCE = 8
"""Messages handed over side by side."""
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))
"""How long to wait after each try in vain; after the last one the message has failed."""
TIMEOUT_SECONDS = 10
KEPT_NOTICES = timedelta(days=365)
KEPT_MESSAGES = timedelta(days=90)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Letter:
    """A claimed message with everything that sending it needs."""

    message_id: UUID
    pushes: tuple[Envelope, ...] = ()
    phone: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a letter, and of the browsers it went to."""

    message_id: UUID
    status: MessageStatus
    failure: str | None = None
    gone: tuple[UUID, ...] = ()
    reached: tuple[UUID, ...] = ()
    unreached: tuple[UUID, ...] = ()


def send_due(sessions: db.Sessions, county_id: int) -> None:
    """Send what is due in a county. Idempotent."""
    with sessions.county(county_id) as session:
        settings = tools(session).settings
    pusher, sms = Pusher(settings), sms_port(settings.sms_url, settings.data_dir)
    with httpx.Client(timeout=TIMEOUT_SECONDS) as client, ThreadPoolExecutor(AT_ONCE) as pool:
        while True:
            with sessions.county(county_id) as session:
                letters, claimed = _claim(session, clock.now())
                db.commit(session)
            fates = list(pool.map(lambda letter: _hand_over(letter, client, pusher, sms), letters))
            with sessions.county(county_id) as session:
                for fate in fates:
                    _note(session, clock.now(), fate)
                db.commit(session)
            if claimed < BATCH:
                return


def _claim(session: Session, now: datetime) -> tuple[list[Letter], int]:
    """Take up to BATCH messages that are due; those that are not to be sent now are settled here."""
    due = (
        select(OutgoingMessage)
        .where(OutgoingMessage.status == MessageStatus.QUEUED, OutgoingMessage.due_at <= now)
        .order_by(OutgoingMessage.due_at, OutgoingMessage.id)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    messages = session.scalars(due).all()
    taken: dict[tuple[str, Channel], int] = defaultdict(int)
    letters = []
    for message in messages:
        letter = _prepare(session, now, message, taken)
        if letter is not None:
            message.due_at = now + PAUSES[min(message.attempts, len(PAUSES) - 1)]
            message.attempts += 1
            taken[message.recipient, message.channel] += 1
            letters.append(letter)
    return letters, len(messages)


def _prepare(
    session: Session, now: datetime, message: OutgoingMessage, taken: dict[tuple[str, Channel], int]
) -> Letter | None:
    """The letter to send now; None when the message is settled or put off."""
    if message.expires_at <= now:
        return _settle(message, MessageStatus.FAILED, "notify.failed.too_late")
    if message.account_id is not None and not identity.is_reachable(session, message.account_id, message.county_id):
        return _settle(message, MessageStatus.SKIPPED, "notify.skipped.account_ended")
    later = _later(session, now, message, taken[message.recipient, message.channel])
    if later is not None:
        if later == datetime.max:
            return _settle(message, MessageStatus.SKIPPED, "notify.skipped.too_many")
        message.due_at = later
        return None
    return _push_letter(session, now, message) if message.channel is Channel.PUSH else _sms_letter(session, now, message)
