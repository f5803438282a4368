"""The way out of the house: what is due is claimed, handed over with no transaction open, and noted.

A claim pushes `due_at` on before anything is sent, so two workers never send one message, and a message whose worker
was killed in the middle is tried again later.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import httpx
from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from jiayi.core import clock, db, events
from jiayi.core.sms import SmsPort, sms_port
from jiayi.core.tools import tools
from jiayi.notify.letters import Later, Letter, Unsent, plan
from jiayi.notify.models import Notice, OutgoingMessage, PushSubscription, Reminder
from jiayi.notify.push import Delivery, Pusher
from jiayi.notify.terms import Channel, MessageStatus, ReminderDue

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]

BATCH = 50
AT_ONCE = 8
"""Messages handed over side by side."""
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))
"""How long to wait after each try in vain; after the last one the message has failed."""
TIMEOUT_SECONDS = 10
KEPT_NOTICES = timedelta(days=365)
KEPT_MESSAGES = timedelta(days=90)
PRUNED_AT_ONCE = 100
GIVEN_UP = timedelta(days=1)
"""A reminder that could not be done for so long is not tried any more."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a letter, and of the browsers it went to."""

    message_id: UUID
    status: MessageStatus
    failure: str | None = None
    gone: tuple[UUID, ...] = ()
    reached: tuple[UUID, ...] = ()
    unreached: tuple[UUID, ...] = ()


def send_due(sessions: db.Sessions, county_id: int, now: Clock = clock.now) -> None:
    """Send what is due in a county. Idempotent."""
    with sessions.county(county_id) as session:
        if session.scalar(_due(now()).limit(1)) is None:
            return
        settings = tools(session).settings
    pusher, sms = Pusher(settings), sms_port(settings.sms_url, settings.data_dir)
    with httpx.Client(timeout=TIMEOUT_SECONDS) as client, ThreadPoolExecutor(AT_ONCE) as pool:
        claimed = BATCH
        while claimed == BATCH:
            with sessions.county(county_id) as session:
                letters, claimed = _claim(session, now())
                db.commit(session)
            fates = list(pool.map(lambda letter: _hand_over(letter, client, pusher, sms), letters))
            with sessions.county(county_id) as session:
                for fate in fates:
                    _note(session, now(), fate)
                db.commit(session)


def _due(now: datetime) -> Select[OutgoingMessage]:
    return select(OutgoingMessage).where(OutgoingMessage.status == MessageStatus.QUEUED, OutgoingMessage.due_at <= now)


def _claim(session: Session, now: datetime) -> tuple[list[Letter], int]:
    """Take up to BATCH messages that are due: the letters to send, and how many messages were looked at."""
    first = _due(now).order_by(OutgoingMessage.due_at, OutgoingMessage.id).limit(BATCH)
    messages = session.scalars(first.with_for_update(skip_locked=True)).all()
    taken: dict[tuple[str, Channel], int] = defaultdict(int)
    letters = []
    for message in messages:
        reader = (message.recipient, message.channel)
        match plan(session, now, message, taken[reader]):
            case Letter() as letter:
                taken[reader] += 1
                message.due_at = now + PAUSES[min(message.attempts, len(PAUSES) - 1)]
                message.attempts += 1
                letters.append(letter)
            case Later(at):
                message.due_at = at
            case Unsent(status, reason):
                message.status, message.failure = status, reason
    return letters, len(messages)


def _hand_over(letter: Letter, client: httpx.Client, pusher: Pusher, sms: SmsPort) -> Fate:
    return _push(letter, client, pusher) if letter.pushes else _send_sms(letter, sms)


def _push(letter: Letter, client: httpx.Client, pusher: Pusher) -> Fate:
    """Taken by one browser is sent; gone from all is nobody there; else it is tried again."""
    answers = {envelope.subscription_id: pusher.send(client, envelope) for envelope in letter.pushes}
    found = set(answers.values())
    if Delivery.TAKEN in found:
        status, failure = MessageStatus.SENT, None
    elif Delivery.LATER in found:
        status, failure = MessageStatus.QUEUED, "push_service_away"
    elif Delivery.REFUSED in found:
        status, failure = MessageStatus.FAILED, "push_refused"
    else:
        status, failure = MessageStatus.SKIPPED, "no_browser"
    return Fate(
        letter.message_id,
        status,
        failure,
        gone=tuple(one for one, answer in answers.items() if answer is Delivery.GONE),
        reached=tuple(one for one, answer in answers.items() if answer is Delivery.TAKEN),
        unreached=tuple(one for one, answer in answers.items() if answer in {Delivery.LATER, Delivery.REFUSED}),
    )


def _send_sms(letter: Letter, sms: SmsPort) -> Fate:
    try:
        sms.send(letter.phone, letter.text)
    except (OSError, httpx.HTTPError):
        return Fate(letter.message_id, MessageStatus.QUEUED, "gateway_away")
    return Fate(letter.message_id, MessageStatus.SENT)


def _note(session: Session, now: datetime, fate: Fate) -> None:
    message = session.get_one(OutgoingMessage, (session.info["county_id"], fate.message_id))
    message.status, message.failure = fate.status, fate.failure
    if fate.status is MessageStatus.SENT:
        message.sent_at = now
    elif fate.status is MessageStatus.QUEUED and message.attempts > len(PAUSES):
        message.status = MessageStatus.FAILED
    if fate.gone:
        session.execute(delete(PushSubscription).where(PushSubscription.id.in_(fate.gone)))
    for browser in session.scalars(
        select(PushSubscription).where(PushSubscription.id.in_([*fate.reached, *fate.unreached]))
    ):
        browser.failed_at = None if browser.id in fate.reached else browser.failed_at or now


def remind_due(sessions: db.Sessions, county_id: int, now: Clock = clock.now) -> None:
    """Publish what is due to be remembered, each in a transaction of its own. Idempotent."""
    with sessions.county(county_id) as session:
        at = now()
        due = select(Reminder.id).where(Reminder.done_at.is_(None), Reminder.due_at.between(at - GIVEN_UP, at))
        ids = session.scalars(due.order_by(Reminder.due_at)).all()
    for reminder_id in ids:
        try:
            with sessions.county(county_id) as session:
                _remind(session, now(), reminder_id)
                db.commit(session)
        except Exception:
            # One that cannot be done must not keep the others back; it is tried again next time.
            log.exception("reminder %s", reminder_id)


def _remind(session: Session, now: datetime, reminder_id: UUID) -> None:
    key = (session.info["county_id"], reminder_id)
    reminder = session.get(Reminder, key, with_for_update={"skip_locked": True})
    if reminder is None or reminder.done_at is not None:
        return
    reminder.done_at = now
    events.publish(session, ReminderDue(reminder.kind, reminder.subject_id, reminder.due_at, now))


def prune(sessions: db.Sessions, county_id: int, now: Clock = clock.now) -> None:
    """Forget notices of more than a year ago, messages and reminders of more than ninety days ago. Idempotent."""
    at = now()
    pruned = PRUNED_AT_ONCE
    while pruned == PRUNED_AT_ONCE:
        with sessions.county(county_id) as session:
            old = select(Notice.id).where(Notice.created_at < at - KEPT_NOTICES).limit(PRUNED_AT_ONCE)
            ids = session.scalars(old).all()
            touches = {("notice", notice_id) for notice_id in ids}
            session.execute(delete(Notice).where(Notice.id.in_(ids)), execution_options={"touches": touches})
            db.commit(session)
        pruned = len(ids)
    with sessions.county(county_id) as session:
        session.execute(delete(OutgoingMessage).where(OutgoingMessage.created_at < at - KEPT_MESSAGES))
        session.execute(delete(Reminder).where(Reminder.done_at < at - KEPT_MESSAGES))
        db.commit(session)
