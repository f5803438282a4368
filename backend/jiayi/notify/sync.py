"""The inbox on the phone: each account its own."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.feed import RANK_PEOPLE, Account, Command, Doc, Projector
from jiayi.identity.terms import Actor
from jiayi.notify import service
from jiayi.notify.models import Notice
from jiayi.notify.schemas import ReadSchema


def project_notices(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    for notice in session.scalars(select(Notice).where(Notice.id.in_(ids))):
        body = {
            "id": notice.id, "kind": notice.kind, "code": notice.code, "values": notice.values, "url": notice.url,
            "created_at": notice.created_at, "read_at": notice.read_at,
        }  # fmt: skip
        yield Doc("notice", notice.id, Account(notice.account_id, body), RANK_PEOPLE)


def _of_accounts(session: Session, account_ids: list[UUID]) -> Iterable[UUID]:
    return session.scalars(select(Notice.id).where(Notice.account_id.in_(account_ids)))


def _read(session: Session, actor: Actor, at: Moment, notice_id: UUID, _payload: dict[str, Any]) -> Notice:
    return service.read(session, actor, at.occurred_at, notice_id)


PROJECTORS = (Projector("notice", 1, project_notices, ids_of_accounts=_of_accounts),)
COMMANDS = (Command("notifications.read", ReadSchema, _read),)
