"""The rows that a visit is made of, read past ORM and compiler: they are read after every command about it.

By columns, never from objects that a session may hold from before: the feed projects after others have committed.
"""

from collections import defaultdict, namedtuple
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Enum, any_, bindparam, select
from sqlalchemy.orm import Session

from jiayi.attachments import service as attachments
from jiayi.core.db import UUIDS, Base
from jiayi.core.prepared import Prepared
from jiayi.visits.models import (
    ContactAttempt,
    Visit,
    VisitCheck,
    VisitClinician,
    VisitConfirmation,
    VisitNote,
    VisitPhoto,
    VisitService,
)

Rows = Mapping[UUID, Sequence[Any]]
"""By visit, oldest first; each row has the table's columns as attributes."""


class _Table:
    """All columns of one table, and `more`, for the visits with these ids."""

    def __init__(self, model: type[Base], *more: ColumnElement[Any]) -> None:
        own = model.__table__.c
        columns = [*own, *more]
        self._row: Any = namedtuple(model.__name__, [column.key for column in columns])  # type: ignore[misc]  # noqa: PYI024 (the fields are the table's)
        self._members: list[tuple[int, Any]] = [
            (n, one.type.enum_class) for n, one in enumerate(columns) if isinstance(one.type, Enum)
        ]
        of_visit = own.visit_id if "visit_id" in own else own.id
        wanted = of_visit == any_(bindparam("ids", type_=UUIDS))
        self._read = Prepared(select(*columns).where(wanted).order_by(own.id))

    def of(self, session: Session, ids: Sequence[UUID]) -> list[Any]:
        """As the ORM would read them, enums as their members."""
        found = []
        for row in self._read(session, ids=ids):
            values = list(row)
            for n, members in self._members:
                values[n] = values[n] and members(values[n])
            found.append(self._row(*values))
        return found


_PHOTO = VisitPhoto.__table__.c
_VISITS = _Table(Visit)
_PARTS = {
    "lines": _Table(VisitService),
    "clinicians": _Table(VisitClinician),
    "checks": _Table(VisitCheck),
    "notes": _Table(VisitNote),
    "confirmations": _Table(VisitConfirmation),
    "attempts": _Table(ContactAttempt),
    "photos": _Table(VisitPhoto, attachments.is_here(_PHOTO.sha256, _PHOTO.account_id).label("is_here")),
}


def visits(session: Session, ids: Sequence[UUID]) -> dict[UUID, Any]:
    """These visits themselves."""
    session.flush()
    return {row.id: row for row in _VISITS.of(session, ids)}


def parts(session: Session, ids: Sequence[UUID]) -> dict[str, Rows]:
    """What belongs to these visits, by what it is."""
    session.flush()
    found: dict[str, Rows] = {}
    for name, table in _PARTS.items():
        by_visit: dict[UUID, list[Any]] = defaultdict(list)
        for row in table.of(session, ids):
            by_visit[row.visit_id].append(row)
        found[name] = by_visit
    return found
