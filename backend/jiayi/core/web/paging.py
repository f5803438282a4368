"""Lists are paged by a cursor: the id after which to go on. Ids are UUIDv7, so the order is that of making."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.orm import Session

from jiayi.core.errors import Invalid


def page(session: Session, statement: Select[Any], id_column: Any, *, cursor: str | None, limit: int) -> dict[str, Any]:
    """One page of `statement` in descending order of `id_column`: `{items, next_cursor}`.

    Raises Invalid `core.invalid.cursor`.
    """
    if cursor is not None:
        statement = statement.where(id_column < read_cursor(cursor))
    rows: Sequence[Any] = session.scalars(statement.order_by(id_column.desc()).limit(limit + 1)).all()
    items = rows[:limit]
    more = len(rows) > limit
    return {"items": items, "next_cursor": write_cursor(items[-1].id) if more else None}


def write_cursor(last_id: UUID) -> str:
    return base64.urlsafe_b64encode(last_id.bytes).rstrip(b"=").decode()


def read_cursor(cursor: str) -> UUID:
    try:
        return UUID(bytes=base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error) as error:
        raise Invalid("core.invalid.cursor") from error
