"""What to do with one message that is due: send it now, later, or not at all; and how it reads."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jiayi.core import i18n
from jiayi.core.dates import CHINA, DAY, china_date
from jiayi.core.masking import mask_name
from jiayi.core.results import Refused
from jiayi.core.tools import tools
from jiayi.core.wording import worded
from jiayi.identity import service as identity
from jiayi.notify import rules, service
from jiayi.notify.models import OutgoingMessage, PushSubscription
from jiayi.notify.push import Envelope
from jiayi.notify.tables import QuietHours, Sms
from jiayi.notify.terms import Channel, MessageStatus

log = logging.getLogger(__name__)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message with everything that sending it needs: pushes to browsers, or an SMS."""

    message_id: UUID
    pushes: tuple[Envelope, ...] = ()
    phone: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """Not now: people sleep, or were told enough for today."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Unsent:
    """Not at all."""

    status: MessageStatus
    reason: str


Plan: TypeAlias = Letter | Later | Unsent


def plan(session: Session, now: datetime, message: OutgoingMessage, taken: int) -> Plan:
    """What to do with a message that is due; `taken` others to the same reader go out beside it."""
    if message.expires_at <= now:
        return Unsent(MessageStatus.FAILED, "too_late")
    if message.account_id is not None and not identity.is_reachable(session, message.account_id, message.county_id):
        return Unsent(MessageStatus.SKIPPED, "account_ended")
    obstacle = _obstacle(session, now, message, taken)
    if obstacle is not None:
        return obstacle
    try:
        return _push(session, now, message) if message.channel is Channel.PUSH else _sms(session, now, message)
    except (KeyError, ValueError):
        # A text or a value that is missing must not keep everybody else's messages back.
        log.exception("message %s cannot be written", message.id)
        return Unsent(MessageStatus.FAILED, "no_text")


def _obstacle(session: Session, now: datetime, message: OutgoingMessage, taken: int) -> Later | Unsent | None:
    """Quiet hours, the day's and the week's limit, and how often one thing may be mentioned."""
    hours = tools(session).rules.of(QuietHours, china_date(now))
    sent = _sent(session, now, message, taken)
    about_this = rules.SentCounts(event=sent.event)
    if isinstance(rules.may_send(message.channel, about_this, hours, is_urgent=message.is_urgent), Refused):
        return Unsent(MessageStatus.SKIPPED, "too_many")
    if isinstance(rules.may_send(message.channel, sent, hours, is_urgent=message.is_urgent), Refused):
        return Later(rules.send_at(message.channel, _midnight(now) + DAY, hours))
    opens_at = rules.send_at(message.channel, now, hours, is_urgent=message.is_urgent)
    return Later(opens_at) if opens_at > now else None


def _sent(session: Session, now: datetime, message: OutgoingMessage, taken: int) -> rules.SentCounts:
    statement = select(
        func.count().filter(OutgoingMessage.sent_at >= _midnight(now)),
        func.count().filter(OutgoingMessage.sent_at >= now - WEEK),
        func.count().filter(OutgoingMessage.about == message.about),
    ).where(
        OutgoingMessage.recipient == message.recipient,
        OutgoingMessage.channel == message.channel,
        OutgoingMessage.status == MessageStatus.SENT,
    )
    day, week, event = session.execute(statement).one()
    return rules.SentCounts(day=day + taken, week=week + taken, event=event)


def _midnight(now: datetime) -> datetime:
    return datetime.combine(china_date(now), datetime.min.time(), CHINA)


def _push(session: Session, now: datetime, message: OutgoingMessage) -> Plan:
    if message.account_id is None:
        raise ValueError("a push goes to an account")
    devices = identity.live_devices(session, message.account_id)
    browsers = session.scalars(select(PushSubscription).where(PushSubscription.account_id == message.account_id))
    payload = {"title": i18n.text("notify-push-title"), "body": _body(session, now, message), "url": message.url}
    pushes = tuple(
        Envelope(browser.id, browser.endpoint, browser.keys, message.id.hex, message.is_urgent, payload)
        for browser in browsers
        if browser.device_id is None or browser.device_id in devices
    )
    return Letter(message.id, pushes=pushes) if pushes else Unsent(MessageStatus.SKIPPED, "no_browser")


def _sms(session: Session, now: datetime, message: OutgoingMessage) -> Plan:
    if message.account_id is not None and service.has_app(session, now, message.account_id):
        return Unsent(MessageStatus.SKIPPED, "has_app")
    sms = tools(session).rules.of(Sms, china_date(now))
    parts = {
        "organization_name": message.values["organization_name"][: sms.signature_max],
        "text": _body(session, now, message),
        "team_phone": message.values["team_phone"],
    }
    text = i18n.text("notify-sms", parts)
    answer = rules.sms_allowed(text, sms)
    if isinstance(answer, Refused):
        return Unsent(MessageStatus.FAILED, answer.reason)
    return Letter(message.id, phone=service.phone_of_message(session, message), text=text)


def _body(session: Session, now: datetime, message: OutgoingMessage) -> str:
    """The message's text as it may leave the house: names of residents are masked."""
    sms = tools(session).rules.of(Sms, china_date(now))
    values = {
        name: mask_name(rules.shortened_name(value, sms)) if name.endswith("resident_name") else value
        for name, value in message.values.items()
    }
    return i18n.text(i18n.message_id(message.text_code), worded(values, china_date(now)))
