"""Tables, sessions and our own commit.

The session is the unit of work. It belongs to one county (row-level security sees only that county's rows) or, opened
as `identity_session()`, to none. `commit()` flushes, lets the feed write what the change looks like to phones, and
commits: always in that order, in one transaction.
"""

import enum
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, Date, DateTime, Enum, Integer, MetaData, String, Text, Uuid, cast, event, func
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.engine import Engine
from sqlalchemy.orm import DeclarativeBase, Mapped, ORMExecuteState, Session, mapped_column

from jiayi.core import prepared
from jiayi.core.ids import new_id

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


UUIDS = ARRAY(Uuid())
"""The type of a statement's parameter that holds many ids."""


def checked_enum(members: type[enum.Enum], name: str | None = None) -> Enum:
    """Stored as the members' values in a VARCHAR with a CHECK; `name` it where a table has the same enum twice."""
    return Enum(
        members,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda found: [member.value for member in found],
    )


class Base(DeclarativeBase):
    """Every mapped class. Enums are stored as their values in a checked VARCHAR."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: Integer,
        datetime: DateTime(timezone=True),
        UUID: Uuid,
        dict[str, Any]: JSONB(none_as_null=True),
        list[Any]: JSONB(none_as_null=True),
        list[str]: JSONB(none_as_null=True),
        enum.Enum: checked_enum(enum.Enum),
    }


class CountyRow:
    """Mixin: a row inside one county, with the primary key (county_id, id)."""

    county_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-10)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-9)


class Mirrored:
    """Mixin: a change to this row changes the document of an aggregate.

    `feed_kind` is the document's kind, `feed_root` the attribute that holds the id of the aggregate's root.
    """

    feed_kind: ClassVar[str]
    feed_root: ClassVar[str] = "id"


Touched = set[tuple[str, UUID]]
SCOPE = String(80)


class FeedWriter(Protocol):
    """Writes what a change looks like to phones, in its transaction."""

    def write(self, session: Session, touched: Touched) -> None:
        """Called by `commit()` with what the transaction touched."""


class CountyMissingError(Exception):
    """A session was used with no county and not as an identity session."""


class UnannouncedChangeError(Exception):
    """Set-based DML on a mirrored table did not say what it touches (`execution_options(touches=…)`)."""


class Sessions:
    """Makes sessions on one engine, with the process's tools and feed."""

    def __init__(self, engine: Engine, tools: object, feed: FeedWriter | None = None) -> None:
        self.engine = engine
        self.tools = tools
        self.feed = feed

    def county(self, county_id: int, *, is_read: bool = False) -> Session:
        """A session that sees one county.

        `is_read`: nothing is written but that it was read; the commit need not wait for the disk.
        """
        return self._open({"county_id": county_id, "is_read": is_read})

    def identity(self) -> Session:
        """A session for the tables without a county: accounts, code tables, jobs."""
        return self._open({"is_identity": True})

    def _open(self, info: dict[str, Any]) -> Session:
        session = Session(self.engine, expire_on_commit=False, autoflush=True, info=info)
        session.info |= {"feed": self.feed, "tools": self.tools}
        return session


def china_today() -> ColumnElement[date]:
    """The day in China by the database's clock, whatever zone its sessions are in."""
    return cast(func.timezone("Asia/Shanghai", func.now()), Date)


def touched(session: Session) -> Touched:
    """What this transaction has changed so far, as (document kind, root id)."""
    found: Touched = session.info.setdefault("touched", set())
    return found


def touch(session: Session, kind: str, ids: Iterable[UUID]) -> None:
    """Say that these documents must be projected anew, though none of their own rows changed."""
    touched(session).update((kind, root_id) for root_id in ids)


def commit(session: Session) -> None:
    """Flush, write the feed, commit. The only way a transaction of ours ends well."""
    session.flush()
    feed: FeedWriter | None = session.info.get("feed")
    changed = touched(session)
    if feed is not None and changed:
        feed.write(session, changed)
        session.flush()
    session.commit()
    changed.clear()


@event.listens_for(Session, "after_begin")
def _enter_county(session: Session, _transaction: object, connection: Any) -> None:
    if session.info.get("is_identity"):
        return
    county_id = session.info.get("county_id")
    if county_id is None:
        message = "open the session with Sessions.county() or Sessions.identity()"
        raise CountyMissingError(message)
    settings = f"SET LOCAL app.county_id = '{int(county_id)}'"
    if session.info.get("is_read"):
        settings += "; SET LOCAL synchronous_commit = off"
    prepared.begin(connection, settings)


@event.listens_for(Session, "before_flush")
def _note_changes(session: Session, _context: object, _instances: object) -> None:
    changed = touched(session)
    for row in (*session.new, *session.dirty, *session.deleted):
        if isinstance(row, Mirrored):
            _fill_id(row)
            changed.add((row.feed_kind, getattr(row, row.feed_root)))
        if isinstance(row, CountyRow) and row.county_id is None:
            row.county_id = session.info["county_id"]


def _fill_id(row: Any) -> None:
    if getattr(row, "id", "none") is None:
        row.id = new_id()


@event.listens_for(Session, "after_soft_rollback")
def _forget_changes(session: Session, previous: Any) -> None:
    if not previous.nested:
        touched(session).clear()


@event.listens_for(Session, "do_orm_execute")
def _refuse_unannounced(state: ORMExecuteState) -> None:
    if state.is_select or state.bind_mapper is None:
        return
    mapped = state.bind_mapper.class_
    if not issubclass(mapped, Mirrored):
        return
    touches = state.execution_options.get("touches")
    if touches is None:
        message = f"{mapped.__name__}: say execution_options(touches={{(kind, id), …}})"
        raise UnannouncedChangeError(message)
    touched(state.session).update(touches)
