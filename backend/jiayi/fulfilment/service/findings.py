"""Who is not being served (签而不约): the rules of §1.8, looked at each night, and at once when somebody asks.

One statement tells what is true of a whole county, or of some residents; only what differs from what stands is written.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.orm import Session

from jiayi.contracts.terms import ContractStatus
from jiayi.core import db
from jiayi.core.dates import CHINA, DAY, add_months, china_date
from jiayi.core.db import UUIDS
from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.core.ids import at_millisecond
from jiayi.core.tools import tools
from jiayi.core.web.paging import page
from jiayi.fulfilment.models import Finding
from jiayi.fulfilment.service import statements
from jiayi.fulfilment.service.recording import write
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import OF_RESIDENTS, SEVERITY, FindingCode
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import rules as resident_rules
from jiayi.residents import service as residents
from jiayi.residents.tables import KeyGroups

REFRESHED_DAYS = 35
"""So far back the night looks whether what was done still counts as it stands."""
BATCH = 500
SLICE = 5_000
ID_BITS = 74
OFFICE = frozenset({Role.MANAGER, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Look:
    """One statement and what it decides on."""

    codes: tuple[FindingCode, ...]
    truths: str
    rows: str


LOOKS = (
    Look(OF_RESIDENTS, statements.RESIDENTS, statements.RESIDENT_ROWS),
    Look((FindingCode.SNS_4,), statements.CLUSTERS, statements.CLUSTER_ROWS),
    Look((FindingCode.SNS_6,), statements.UNCONFIRMED, statements.UNCONFIRMED_ROWS),
)
Row = Mapping[str, Any]


def evaluate_county(sessions: db.Sessions, county_id: int, at: datetime) -> int:
    """Look at everybody, each batch of what differs in a transaction of its own; how many findings were written."""
    today = china_date(at)
    for people in _slices(sessions, county_id):
        with sessions.county(county_id) as session:
            write(session, at, people, today - timedelta(days=REFRESHED_DAYS), today)
            db.commit(session)
    return look_at_everybody(sessions, county_id, at)


def look_at_everybody(sessions: db.Sessions, county_id: int, at: datetime) -> int:
    """Find who is not being served by the deeds that are written down; how many findings were written."""
    return sum(_look(sessions, county_id, at, look) for look in LOOKS)


def _slices(sessions: db.Sessions, county_id: int) -> Iterator[list[UUID]]:
    """Everybody, in slices that a transaction has done with in a second or two."""
    following = text("select id from residents where id > :last order by id limit :slice")
    last = UUID(int=0)
    while True:
        with sessions.county(county_id, is_read=True) as session:
            people = list(session.scalars(following, {"last": last, "slice": SLICE}))
        if not people:
            return
        yield people
        last = people[-1]


_AT_NIGHT = text("set local statement_timeout = '30min'")
"""The night's look is one statement: of everybody at once the planner knows what to expect, of some thousand it does not."""


def _look(sessions: db.Sessions, county_id: int, at: datetime, look: Look) -> int:
    with sessions.county(county_id, is_read=True) as session:
        session.execute(_AT_NIGHT)
        rows = _differences(session, china_date(at), look, None)
    count = 0
    for first in range(0, len(rows), BATCH):
        with sessions.county(county_id) as session:
            count += _apply(session, at, rows[first : first + BATCH])
            db.commit(session)
    return count


def evaluate(session: Session, now: datetime, resident_ids: Collection[UUID]) -> int:
    """Look at these residents, in the caller's transaction; how many findings were written."""
    session.flush()
    rows = _differences(session, china_date(now), LOOKS[0], list(resident_ids))
    return _apply(session, now, rows)


def evaluate_found(session: Session, now: datetime, resident_ids: Collection[UUID]) -> None:
    """Something was done for them: what was found about them may be over."""
    if not resident_ids:
        return
    found = select(Finding.resident_id).where(Finding.resident_id.in_(resident_ids), Finding.closed_at.is_(None))
    evaluate(session, now, set(filter(None, session.scalars(found.distinct()))))


def evaluate_teams(session: Session, actor: Actor, now: datetime) -> int:
    """The leader looks at the residents of the teams that he or she leads. Raises Forbidden `fulfilment.refused.not_leader`."""
    teams = _led(session, actor)
    if not teams:
        raise Forbidden("fulfilment.refused.not_leader")
    audit(session, actor, now, "fulfilment.evaluate")
    return evaluate(session, now, residents.ids_of_care_teams(session, teams))


def list_findings(
    session: Session,
    actor: Actor,
    now: datetime,
    *,
    code: FindingCode | None,
    team_id: UUID | None,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    """Open findings, newest first: a leader those about the residents of his or her teams, a manager all.

    A manager does not read who the residents are: theirs are counted in the reports, and named to their team alone.
    """
    statement = select(Finding).where(Finding.closed_at.is_(None))
    if actor.role in OFFICE:
        statement = statement.where(Finding.code.not_in(OF_RESIDENTS))
    else:
        statement = statement.where(
            Finding.code.in_(OF_RESIDENTS),
            Finding.resident_id.in_(residents.cared_for_by(_led(session, actor))),
        )
    if code is not None:
        statement = statement.where(Finding.code == code)
    if team_id is not None:
        statement = statement.where(Finding.team_id == team_id)
    found = page(session, statement, Finding.id, cursor=cursor, limit=limit)
    audit(session, actor, now, "fulfilment.list_findings", detail={"count": len(found["items"])})
    return found


def settle(session: Session, actor: Actor, now: datetime, finding_id: UUID, *, note: str) -> Finding:
    """The manager has looked at a fraud review and says what came of it; it is not opened again.

    Raises NotFound, Refusal `fulfilment.refused.closes_itself` for the others.
    """
    finding = session.get(Finding, (actor.county_id, finding_id), with_for_update=True)
    if finding is None or finding.closed_at is not None:
        raise NotFound
    if finding.code is not FindingCode.SNS_4:
        raise Refusal("fulfilment.refused.closes_itself")
    finding.closed_at, finding.settled_by_account_id, finding.settled_note = now, actor.account_id, note
    audit(session, actor, now, "fulfilment.settle_finding", subject=f"finding:{finding_id}", reason=note)
    session.flush()
    return finding


def _led(session: Session, actor: Actor) -> set[UUID]:
    if actor.clinician_id is None:
        return set()
    return {
        one for one in organizations.teams_of(session, actor.clinician_id) if organizations.leads(session, actor, one)
    }


def _differences(session: Session, today: date, look: Look, resident_ids: Sequence[UUID] | None) -> list[Row]:
    statement = text(statements.difference(look.truths, look.rows)).bindparams(bindparam("resident_ids", type_=UUIDS))
    values = _values(session, today) | {
        "resident_ids": resident_ids,
        "codes": [code.value for code in look.codes],
        # What happened longer ago is not looked at again, so nothing is known to be over.
        "periods_from": _periods_from(session, today, look),
    }
    wanted = statement.compile().params.keys()
    return [dict(row) for row in session.execute(statement, {name: values[name] for name in wanted}).mappings()]


def _periods_from(session: Session, today: date, look: Look) -> date | None:
    match look.codes[0]:
        case FindingCode.SNS_4:
            return today - (_rules(session, today).cluster_look_back_days - 1) * DAY
        case FindingCode.SNS_6:
            return _months_since(today)
    return None


def _values(session: Session, today: date) -> dict[str, Any]:
    table = _rules(session, today)
    groups = tools(session).rules.of(KeyGroups, today)
    shown = set(groups.groups) - resident_rules.level_5_groups(groups)
    look_back = today - (table.cluster_look_back_days - 1) * DAY
    return {
        "today": today,
        # A suspended contract is owed nothing while it rests.
        "in_force": [ContractStatus.ACTIVE.value],
        "items_owed": list(table.items_owed),
        "programmes": [programme.value for programme in table.follow_up_items],
        "programme_items": list(table.follow_up_items.values()),
        # Nobody is to learn of a group of level 5 from what somebody is said to be owed.
        "key_groups": sorted(group.value for group in shown),
        "attempt_days": table.attempt_days,
        "unreachable_days": table.unreachable_days,
        "unserved_days": table.unserved_days,
        "overdue_days": table.overdue_days,
        "progress_percent_min": table.progress_percent_min,
        "cluster_span": timedelta(minutes=table.cluster_minutes),
        "look_back": table.cluster_look_back_days,
        "since_at": datetime.combine(look_back, time.min, CHINA),
        "records_max": table.cluster_records_max,
        "repeats": table.cluster_repeats,
        "months_since_at": datetime.combine(_months_since(today), time.min, CHINA),
        "unconfirmed_percent_max": table.unconfirmed_percent_max,
    }


def _months_since(today: date) -> date:
    """This month and the one before are looked at."""
    return add_months(today.replace(day=1), -1)


def _rules(session: Session, today: date) -> FulfilmentRules:
    return tools(session).rules.of(FulfilmentRules, today)


def _apply(session: Session, now: datetime, rows: Iterable[Row]) -> int:
    rows = list(rows)
    fresh = [_fresh(session, now, row) for row in rows if row["id"] is None]
    over = [row["id"] for row in rows if row["code"] is None]
    if fresh:
        session.execute(insert(Finding), fresh, execution_options=_touches(row["id"] for row in fresh))
    if over:
        closing = update(Finding).where(Finding.id.in_(over), Finding.closed_at.is_(None)).values(closed_at=now)
        session.execute(closing, execution_options=_touches(over) | {"synchronize_session": False})
    for row in rows:
        if row["id"] is not None and row["code"] is not None:
            told = {name: row[name] for name in ("detail", "team_id", "contract_id", "since_on")}
            changing = update(Finding).where(Finding.id == row["id"]).values(**told)
            session.execute(changing, execution_options=_touches([row["id"]]) | {"synchronize_session": False})
    return len(rows)


def _fresh(session: Session, now: datetime, row: Row) -> dict[str, Any]:
    code = FindingCode(row["code"])
    return {name: row[name] for name in row if name != "id"} | {
        "id": _id(now, row),
        "county_id": session.info["county_id"],
        "code": code,
        "severity": SEVERITY[code],
        "opened_at": now,
    }


def _id(now: datetime, row: Row) -> UUID:
    """The same for the same finding of the same look, so that a county made twice is the same county."""
    about = f"{row['code']} {row['subject_id']} {row['period_on']}"
    tail = int.from_bytes(hashlib.sha256(about.encode()).digest()) >> (256 - ID_BITS)
    return at_millisecond(int(now.timestamp() * 1000), tail)


def _touches(ids: Iterable[UUID]) -> dict[str, Any]:
    return {"touches": {("finding", one) for one in ids}}
