"""Who did what, about whom, and why.

A row is inserted plain in the caller's transaction, by a role that may only insert. A task seals the rows of a county
once a minute in a hash chain over batches (a chain locked on every insert would halve throughput); the sealing runs in
the database, in a function of the owner's, so that the application cannot touch what is sealed.
"""

import hashlib
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from psycopg.types.json import Jsonb
from sqlalchemy import BigInteger, Connection, Engine, Index, Table, bindparam, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from jiayi.core import db
from jiayi.core.db import Base, CountyRow
from jiayi.core.ids import new_id
from jiayi.core.prepared import Prepared

log = logging.getLogger(__name__)


class AuditEntry(CountyRow, Base):
    """One act. `detail` names things by id and code only, never by personal data."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index(None, "county_id", "happened_at"),
        Index(None, "county_id", "resident_id"),
        Index("ix_audit_entries_unsealed", "county_id", "id", postgresql_where=text("seal_number is null")),
    )

    happened_at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    role: Mapped[str]
    action: Mapped[str]
    resident_id: Mapped[UUID | None]
    subject: Mapped[str | None]
    reason: Mapped[str | None]
    detail: Mapped[dict[str, Any] | None]
    seal_number: Mapped[int | None] = mapped_column(BigInteger)
    """The batch that holds it; set by the sealing alone."""


class AuditSeal(Base):
    """A batch of entries and the chain's hash after it: SHA-256 over the hash before and the entries' texts, in order."""

    __tablename__ = "audit_seals"

    county_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    sealed_at: Mapped[datetime]
    entry_ids: Mapped[list[Any]]
    chain_hash: Mapped[str]


_ENTRIES = cast("Table", AuditEntry.__table__)
INSERT = _ENTRIES.insert().values(
    {column: bindparam(column.name) for column in _ENTRIES.columns if column.name != "seal_number"}
)
"""For a statement that notes what it does by itself; its values are those of `entry`."""
_INSERT = Prepared(INSERT)


def record(
    session: Session,
    *,
    at: datetime,
    account_id: UUID | None,
    role: str,
    action: str,
    resident_id: UUID | None = None,
    subject: str | None = None,
    reason: str | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Write one entry in the caller's transaction. `action` is `feature.verb`, `subject` is `kind:id`."""
    about = {"resident_id": resident_id, "subject": subject, "reason": reason}
    named = {"account_id": account_id, "role": role, "action": action}
    _INSERT(session, **entry(session, at) | named | about | {"detail": None if detail is None else Jsonb(detail)})


def entry(session: Session, at: datetime) -> dict[str, Any]:
    """The values of an entry that says nothing yet."""
    nothing: dict[str, Any] = dict.fromkeys(
        ("account_id", "role", "action", "resident_id", "subject", "reason", "detail")
    )
    return nothing | {"county_id": session.info["county_id"], "id": new_id(), "happened_at": at}


_ENTRY_TEXT = (
    "jsonb_build_array(e.county_id, e.id, to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'),"
    " e.account_id, e.role, e.action, e.resident_id, e.subject, e.reason, e.detail)::text"
)
"""An entry as one line that does not depend on anybody's time zone."""

AUDIT_SEAL_SQL = f"""
create or replace function audit_seal(county int) returns text
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    batch uuid[];
    lines text;
    previous audit_seals%rowtype;
    next_number bigint;
    next_hash text;
begin
    -- One sealer a county; the others wait and find less to do.
    perform pg_advisory_xact_lock(hashtext('audit_seal'), county);
    select array_agg(e.id order by e.id), string_agg({_ENTRY_TEXT}, E'\\n' order by e.id)
      into batch, lines
      from (
        select * from audit_entries
         where county_id = county and seal_number is null and happened_at < clock_timestamp() - interval '2 seconds'
         order by id limit 5000 -- a batch
      ) e;
    if batch is null then
        return null;
    end if;
    select * into previous from audit_seals where county_id = county order by number desc limit 1;
    next_number := coalesce(previous.number, 0) + 1;
    next_hash := encode(sha256(convert_to(coalesce(previous.chain_hash, '') || E'\\n' || lines, 'UTF8')), 'hex');
    insert into audit_seals (county_id, number, sealed_at, entry_ids, chain_hash)
    values (county, next_number, clock_timestamp(), to_jsonb(batch), next_hash);
    update audit_entries set seal_number = next_number where county_id = county and id = any (batch);
    return next_hash;
end
$$
"""  # noqa: S608 (made of constants)
"""Run as the owner by the first migration; the application's role may call it and nothing more."""


def seal(sessions: db.Sessions, county_id: int) -> None:
    """Seal what happened in a county so far. The chain's new end goes to the log: a witness outside the database."""
    chain_hash: str | None = ""
    while chain_hash is not None:
        with sessions.county(county_id) as session:
            chain_hash = session.scalar(text("select audit_seal(:county)"), {"county": county_id})
            db.commit(session)
        if chain_hash is not None:
            log.info("the audit of county %s is sealed up to %s", county_id, chain_hash)


UNSEALED_TOO_LONG = timedelta(minutes=15)


def verify(owner: Engine) -> list[str]:
    """Recompute every chain; a line for each thing that does not hold. Needs the owner's engine: it sees all counties."""
    every = text("select county_id from audit_entries union select county_id from audit_seals order by 1")
    with owner.connect() as connection:
        return [
            problem for county_id in connection.scalars(every).all() for problem in _problems(connection, county_id)
        ]


def _problems(owner: Connection, county_id: int) -> Iterator[str]:
    where = {"county": county_id}
    seals = owner.execute(
        text("select number, entry_ids, chain_hash from audit_seals where county_id = :county order by number"), where
    ).all()
    previous = ""
    for expected, (number, entry_ids, chain_hash) in enumerate(seals, start=1):
        if number != expected:
            yield f"county {county_id}: seal {expected} is missing"
            return
        lines = _lines(owner, county_id, number)
        if list(lines) != [str(entry_id) for entry_id in entry_ids]:
            yield f"county {county_id}: seal {number} does not hold the entries that it was made of"
        elif hashlib.sha256("\n".join([previous, *lines.values()]).encode()).hexdigest() != chain_hash:
            yield f"county {county_id}: an entry of seal {number} was changed"
        previous = chain_hash
    lost = owner.scalar(
        text(
            "select count(*) from audit_entries where county_id = :county and"
            " (seal_number > :last or seal_number is null and happened_at < clock_timestamp() - :patience)"
        ),
        where | {"last": len(seals), "patience": UNSEALED_TOO_LONG},
    )
    if lost:
        yield f"county {county_id}: {lost} entries should be sealed and are not"


def _lines(owner: Connection, county_id: int, number: int) -> dict[str, str]:
    """The entries that say that this batch holds them: id to line, in the order of ids."""
    rows = owner.execute(
        text(
            f"select e.id, {_ENTRY_TEXT} from audit_entries e"  # noqa: S608 (made of constants)
            " where e.county_id = :county and e.seal_number = :number order by e.id"
        ),
        {"county": county_id, "number": number},
    )
    return {str(entry_id): line for entry_id, line in rows}
