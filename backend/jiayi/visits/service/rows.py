"""The rows that a visit is made of, read past ORM and compiler: they are read after every command about it.

By columns, never from objects that a session may hold from before: the feed projects after others have committed.
"""

from collections import defaultdict, namedtuple
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    DateTime,
    Enum,
    Select,
    Uuid,
    any_,
    bindparam,
    func,
    literal_column,
    select,
    text,
    union_all,
)
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
Read = Callable[[Any], Any]
IDS = bindparam("ids", type_=UUIDS)


class _Part:
    """The columns of one table, and `more`, as attributes of the type that the ORM would give them.

    A row travels as a list, so that one statement brings the visits and all that belongs to them.
    """

    def __init__(self, model: type[Base], *more: ColumnElement[Any], visit_id: str = "visit_id") -> None:
        own = model.__table__.c
        self._id, self._visit_id = own.id, own[visit_id]
        self._columns: list[Any] = [*own, *more]
        self._row: Any = namedtuple(model.__name__, [one.key for one in self._columns])  # type: ignore[misc]  # noqa: PYI024 (the fields are the table's)
        found = ((n, _of_json(one.type)) for n, one in enumerate(self._columns))
        self._reads = [(n, read) for n, read in found if read is not None]

    def rows(self, name: str, ids: ColumnElement[Any]) -> Select[Any]:
        row = func.jsonb_build_array(*self._columns)
        part: ColumnElement[Any] = literal_column(f"'{name}'").label("part")
        return select(part, self._visit_id.label("visit_id"), self._id, row).where(self._visit_id == any_(ids))

    def read(self, values: Sequence[Any]) -> Any:
        row = list(values)
        for n, read in self._reads:
            if row[n] is not None:
                row[n] = read(row[n])
        return self._row(*row)


def _of_json(kind: Any) -> Read | None:
    match kind:
        case Enum():
            return kind.enum_class
        case Uuid():
            return UUID
        case DateTime():
            return datetime.fromisoformat
        case Date():
            return date.fromisoformat
    return None


_PHOTO = VisitPhoto.__table__.c
_LAST = func.coalesce(Visit.ended_at, Visit.planned_start_at, Visit.requested_at)
_KINDS = {
    "visits": _Part(Visit, (func.now() - text("interval '12 months'") < _LAST).label("is_recent"), visit_id="id"),
    "lines": _Part(VisitService),
    "clinicians": _Part(VisitClinician),
    "checks": _Part(VisitCheck),
    "notes": _Part(VisitNote),
    "confirmations": _Part(VisitConfirmation),
    "attempts": _Part(ContactAttempt),
    "photos": _Part(VisitPhoto, attachments.is_here(_PHOTO.sha256, _PHOTO.account_id).label("is_here")),
}
_PARTS = Prepared(union_all(*(kind.rows(name, IDS) for name, kind in _KINDS.items())).order_by("part", "id"))


def read(session: Session, ids: Sequence[UUID]) -> dict[str, Rows]:
    """These visits, whether they are of the last twelve months, and what belongs to them, by what it is."""
    session.flush()
    found: dict[str, dict[UUID, list[Any]]] = {name: defaultdict(list) for name in _KINDS}
    for name, visit_id, _, row in _PARTS(session, ids=ids):
        found[name][visit_id].append(_KINDS[name].read(row))
    return dict(found)
