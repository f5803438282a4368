"""Telling somebody something, once: in the inbox at once, by push and SMS when it is a fit time.

A code names one text for every channel. So it must be fit for a lock screen: no diagnosis, no result. Values named
`…resident_name` are masked outside the app; `…_on` and `…_at` are ISO dates and moments and are worded where they are
read; `organization_name` and `team_phone` are needed if an SMS may go out, which they sign.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from jiayi.core import jobs
from jiayi.core.crypto import Place
from jiayi.core.db import touch
from jiayi.core.errors import Invalid, NotFound
from jiayi.core.ids import new_id
from jiayi.core.tools import tools
from jiayi.core.web.paging import page
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor
from jiayi.notify import push
from jiayi.notify.models import Notice, OutgoingMessage, PushSubscription, Reminder
from jiayi.notify.terms import Channel, MessageStatus

GOOD_FOR = timedelta(days=2)
"""A message that could not go out for so long is not sent any more."""
APP_IN_USE = timedelta(days=14)
"""Who has read a notice within this time is reached in the app, and gets no SMS."""
SEND_DUE = "notify.send_due"

BY_PUSH: frozenset[Channel] = frozenset({Channel.PUSH})
BY_PUSH_OR_SMS: frozenset[Channel] = frozenset({Channel.PUSH, Channel.SMS})
"""For family: the SMS goes only to those who don't use the app."""
_SIGNED_WITH = ("organization_name", "team_phone")


def tell(
    session: Session,
    now: datetime,
    account_id: UUID,
    code: str,
    values: Mapping[str, str | int],
    url: str,
    event_key: str,
    channels: Collection[Channel] = BY_PUSH,
    *,
    about: str | None = None,
    concerns_id: UUID | None = None,
    is_urgent: bool = False,
    good_until: datetime | None = None,
) -> None:
    """Put a notice into an account's inbox and queue it for these channels; a second time with one key does nothing.

    `about` (`kind:id`, else the key itself) is what reminders of one thing are counted by, `concerns_id` whom it
    concerns, for `withdraw`. Urgent knows no quiet hours.
    """
    content = _content(code, values, url, event_key, about, concerns_id, is_urgent=is_urgent)
    notice = {name: content[name] for name in ("values", "url", "event_key")}
    made = session.scalar(
        insert(Notice)
        .values(
            county_id=session.info["county_id"], id=new_id(), account_id=account_id, kind=code.split(".", 1)[0],
            code=code, created_at=now, **notice,
        )
        .on_conflict_do_nothing()
        .returning(Notice.id),
        execution_options={"touches": ()},
    )  # fmt: skip
    if made is None:
        return
    touch(session, "notice", [made])
    addresses: list[dict[str, Any]] = []
    if Channel.PUSH in channels:
        addresses.append({"channel": Channel.PUSH, "account_id": account_id, "recipient": str(account_id)})
    if Channel.SMS in channels:
        recipient = identity.phone_hash(session, identity.phone_of(session, account_id))
        addresses.append({"channel": Channel.SMS, "account_id": account_id, "recipient": recipient})
    _queue(session, now, addresses, content, good_until)


def tell_phone(
    session: Session,
    now: datetime,
    phone: str,
    code: str,
    values: Mapping[str, str | int],
    event_key: str,
    *,
    about: str | None = None,
    concerns_id: UUID | None = None,
    good_until: datetime | None = None,
) -> None:
    """Queue an SMS to a number that belongs to no account, such as an elder's without the app."""
    message_id = new_id()
    sealed = tools(session).cipher.encrypt(phone, _phone_place(session, message_id))
    recipient = identity.phone_hash(session, phone)
    address: dict[str, Any] = {"id": message_id, "channel": Channel.SMS, "phone_sealed": sealed, "recipient": recipient}
    content = _content(code, values, "/", event_key, about, concerns_id, is_urgent=False)
    _queue(session, now, [address], content, good_until)


def withdraw(session: Session, concerns_id: UUID, account_id: UUID | None = None) -> None:
    """Take back what has not left yet: all that concerns this person, or only what is for one account."""
    waiting = (OutgoingMessage.status == MessageStatus.QUEUED, OutgoingMessage.concerns_id == concerns_id)
    statement = update(OutgoingMessage).where(*waiting)
    if account_id is not None:
        statement = statement.where(OutgoingMessage.account_id == account_id)
    session.execute(statement.values(status=MessageStatus.SKIPPED, failure="withdrawn"))


def settle(session: Session, now: datetime, event_key: str) -> None:
    """What these notices ask for is done: nobody need look at them any more."""
    for notice in session.scalars(select(Notice).where(Notice.event_key == event_key, Notice.read_at.is_(None))):
        notice.read_at = now


def _content(
    code: str,
    values: Mapping[str, str | int],
    url: str,
    event_key: str,
    about: str | None,
    concerns_id: UUID | None,
    *,
    is_urgent: bool,
) -> dict[str, Any]:
    return {
        "text_code": code,
        "values": {name: str(value) for name, value in values.items()},
        "url": url,
        "event_key": event_key,
        "about": about or event_key,
        "concerns_id": concerns_id,
        "is_urgent": is_urgent,
    }


def _queue(
    session: Session,
    now: datetime,
    addresses: Iterable[dict[str, Any]],
    content: dict[str, Any],
    good_until: datetime | None,
) -> None:
    common = content | {
        "county_id": session.info["county_id"],
        "account_id": None,
        "phone_sealed": None,
        "created_at": now,
        "due_at": now,
        "expires_at": good_until or now + GOOD_FOR,
        "status": MessageStatus.QUEUED,
        "attempts": 0,
    }
    rows = [common | {"id": new_id()} | address for address in addresses]
    if not rows:
        return
    is_signed = all(content["values"].get(name) for name in _SIGNED_WITH)
    if not is_signed and any(row["channel"] is Channel.SMS for row in rows):
        raise ValueError(f"{content['text_code']}: an SMS is signed with {' and '.join(_SIGNED_WITH)}")
    session.execute(insert(OutgoingMessage).values(rows).on_conflict_do_nothing())
    _wake_sender(session)


def _wake_sender(session: Session) -> None:
    """One job a transaction is enough; the task's own turn each minute picks up what this misses."""
    transaction = session.get_transaction()
    if session.info.get("sender_woken_in") is not transaction:
        session.info["sender_woken_in"] = transaction
        jobs.defer(session, SEND_DUE, lock=f"{SEND_DUE}:{session.info['county_id']}")


def _phone_place(session: Session, message_id: UUID) -> Place:
    return Place("outgoing_messages", "phone", session.info["county_id"], message_id)


def phone_of_message(session: Session, message: OutgoingMessage) -> str:
    """The number that an SMS goes to, in clear."""
    if message.phone_sealed is not None:
        return tools(session).cipher.decrypt(message.phone_sealed, _phone_place(session, message.id))
    if message.account_id is None:
        raise LookupError(f"message {message.id} has no address")
    return identity.phone_of(session, message.account_id)


def remind(session: Session, kind: str, subject_id: UUID, due_at: datetime) -> None:
    """Have `ReminderDue` published at that time, or at once if it is past. Asking twice for one moment does nothing."""
    row = {"id": new_id(), "county_id": session.info["county_id"]}
    session.execute(
        insert(Reminder).values(**row, kind=kind, subject_id=subject_id, due_at=due_at).on_conflict_do_nothing()
    )


def forget_reminders(session: Session, kind: str, subject_id: UUID) -> None:
    """Whatever was asked for about this subject is not needed any more."""
    session.execute(
        delete(Reminder).where(Reminder.kind == kind, Reminder.subject_id == subject_id, Reminder.done_at.is_(None))
    )


def has_app(session: Session, now: datetime, account_id: UUID) -> bool:
    """Whether the account is reached without SMS: a browser takes its pushes, or it has read its inbox lately."""
    pushes = select(PushSubscription.id).where(
        PushSubscription.account_id == account_id, PushSubscription.failed_at.is_(None)
    )
    reads = select(Notice.id).where(Notice.account_id == account_id, Notice.read_at > now - APP_IN_USE)
    return session.scalar(pushes.limit(1)) is not None or session.scalar(reads.limit(1)) is not None


def list_notices(
    session: Session, actor: Actor, *, is_unread: bool | None, cursor: str | None, limit: int
) -> dict[str, Any]:
    """The actor's own inbox, newest first."""
    statement = select(Notice).where(Notice.account_id == actor.account_id)
    if is_unread is not None:
        statement = statement.where(Notice.read_at.is_(None) if is_unread else Notice.read_at.is_not(None))
    return page(session, statement, Notice.id, cursor=cursor, limit=limit)


def read(session: Session, actor: Actor, now: datetime, notice_id: UUID) -> Notice:
    """Mark an own notice as read; the first time counts."""
    notice = session.get(Notice, (session.info["county_id"], notice_id))
    if notice is None or notice.account_id != actor.account_id:
        raise NotFound
    if notice.read_at is None:
        notice.read_at = now
        session.flush()
    return notice


def subscribe(
    session: Session, actor: Actor, now: datetime, *, endpoint: str, keys: dict[str, str]
) -> PushSubscription:
    """Send this account's pushes to this browser from now on. A browser belongs to the last account that asked.

    Raises Invalid `notify.invalid.endpoint`, `notify.invalid.push_keys`.
    """
    if not push.is_good_endpoint(endpoint, tools(session).settings):
        raise Invalid("notify.invalid.endpoint")
    if not push.are_good_keys(keys):
        raise Invalid("notify.invalid.push_keys")
    owner = {"account_id": actor.account_id, "device_id": actor.device_id, "keys": keys, "failed_at": None}
    statement = (
        insert(PushSubscription)
        .values(county_id=actor.county_id, id=new_id(), endpoint=endpoint, created_at=now, **owner)
        .on_conflict_do_update(index_elements=["county_id", "endpoint"], set_=owner)
        .returning(PushSubscription)
    )
    return session.scalars(statement, execution_options={"populate_existing": True}).one()


def unsubscribe(session: Session, actor: Actor, *, endpoint: str) -> None:
    """Stop pushing to this browser. Doing it twice is no error."""
    session.execute(
        delete(PushSubscription).where(
            PushSubscription.account_id == actor.account_id, PushSubscription.endpoint == endpoint
        )
    )
