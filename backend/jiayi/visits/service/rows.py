"""The rows that a visit is made of, read past ORM and compiler: they are read after every command about it.

By columns, never from objects that a session may hold from before: the feed projects after others have committed.
"""

from collections import defaultdict, namedtuple
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
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


class _Shape:
    """The columns of one table, and `more`, as attributes of the type that the ORM would give them."""

    def __init__(self, model: type[Base], *more: ColumnElement[Any]) -> None:
        self.own = model.__table__.c
        self.columns: list[Any] = [*self.own, *more]
        self._row: Any = namedtuple(model.__name__, [one.key for one in self.columns])  # type: ignore[misc]  # noqa: PYI024 (the fields are the table's)
        self._members = self._read_by(lambda kind: kind.enum_class if isinstance(kind, Enum) else None)
        self._from_json = self._read_by(_of_json)

    def _read_by(self, reader: Callable[[Any], Read | None]) -> list[tuple[int, Read]]:
        found = ((n, reader(one.type)) for n, one in enumerate(self.columns))
        return [(n, read) for n, read in found if read is not None]

    def read(self, values: Sequence[Any], *, is_json: bool = False) -> Any:
        row = list(values)
        for n, read in self._from_json if is_json else self._members:
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
    return None


class _Part(_Shape):
    """What belongs to visits; a row travels as a list, so that one statement brings all parts."""

    def rows(self, name: str, ids: ColumnElement[Any]) -> Select[Any]:
        row = func.jsonb_build_array(*self.columns)
        return select(literal_column(f"'{name}'").label("part"), self.own.visit_id, self.own.id, row).where(
            self.own.visit_id == any_(ids)
        )


_PHOTO = VisitPhoto.__table__.c
_LAST = func.coalesce(Visit.ended_at, Visit.planned_start_at, Visit.requested_at)
_VISIT = _Shape(Visit, (func.now() - text("interval '12 months'") < _LAST).label("is_recent"))
_VISITS = Prepared(select(*_VISIT.columns).where(Visit.id == any_(IDS)))
_KINDS = {
    "lines": _Part(VisitService),
    "clinicians": _Part(VisitClinician),
    "checks": _Part(VisitCheck),
    "notes": _Part(VisitNote),
    "confirmations": _Part(VisitConfirmation),
    "attempts": _Part(ContactAttempt),
    "photos": _Part(VisitPhoto, attachments.is_here(_PHOTO.sha256, _PHOTO.account_id).label("is_here")),
}
_PARTS = Prepared(union_all(*(kind.rows(name, IDS) for name, kind in _KINDS.items())).order_by("part", "id"))


def visits(session: Session, ids: Sequence[UUID]) -> dict[UUID, Any]:
    """These visits themselves, and whether they are of the last twelve months."""
    session.flush()
    return {row.id: row for row in map(_VISIT.read, _VISITS(session, ids=ids))}


def parts(session: Session, ids: Sequence[UUID]) -> dict[str, Rows]:
    """What belongs to these visits, by what it is."""
    session.flush()
    found: dict[str, dict[UUID, list[Any]]] = {name: defaultdict(list) for name in _KINDS}
    for name, visit_id, _, row in _PARTS(session, ids=ids):
        found[name][visit_id].append(_KINDS[name].read(row, is_json=True))
    return dict(found)
