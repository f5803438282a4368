"""Lists of people as files: one person of the office asks and says why, another allows it, the first fetches it once.

Source: domain rules §10.3, T21. The file says who had it, when, for what and by whose leave, on top, on every printed page
and in every row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from jiayi.core.dates import CHINA, china_date
from jiayi.core.db import UUIDS
from jiayi.core.errors import Forbidden, NotFound, demand
from jiayi.core.events import publish
from jiayi.core.i18n import DEFAULT
from jiayi.core.i18n import text as words
from jiayi.core.masking import mask_phone
from jiayi.core.results import Refused
from jiayi.core.tools import tools
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.reports import rules
from jiayi.reports.models import ExportRequest
from jiayi.reports.service.access import may_read
from jiayi.reports.service.counting import run, statement
from jiayi.reports.service.people import IDS, LOOKED_AT, PEOPLE
from jiayi.reports.service.reading import Reader
from jiayi.reports.service.views import find, teller
from jiayi.reports.sheets import Value, as_csv, as_xlsx
from jiayi.reports.tables import ExportRules
from jiayi.reports.terms import (
    ExportAsked,
    ExportDecided,
    ExportDecision,
    ExportFacts,
    ExportPhase,
    FileKind,
    Part,
    Scope,
)
from jiayi.residents import service as residents

NAME = text("select name from memberships where id = :id")
COLUMNS = ("person", "phone", "village", "team", "numerator", "denominator", "copy")
SHORT = 8
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file and what it is called."""

    kind: FileKind
    content: bytes


def list_requests(session: Session, actor: Actor, now: datetime) -> Told:
    """The requests of the last months, the newest first. Raises Forbidden."""
    may_read(actor)
    table = _rules(session, now)
    since = now - timedelta(days=table.shown_days)
    statement = select(ExportRequest).where(ExportRequest.asked_at >= since).order_by(ExportRequest.asked_at.desc())
    found = [_told(one, actor, now, table) for one in session.scalars(statement)]
    audit(session, actor, now, "reports.list_export_requests", detail={"count": len(found)})
    return {"items": found}


def ask(
    session: Session,
    actor: Actor,
    now: datetime,
    code: str,
    scope: Scope,
    *,
    part: Part,
    kind: FileKind,
    purpose: str,
    on: Any,
) -> Told:
    """Want the people behind a number as a file.

    Raises Forbidden `reports.refused.not_listed` where nobody may be named, NotFound, Invalid `reports.invalid.on`.
    """
    may_read(actor)
    one = find(code)
    reader = Reader(session, now)
    day = reader.day(on)
    if not teller(session, reader).may_list(one):
        raise Forbidden("reports.refused.not_listed")
    narrowed = {"organization_id": scope.organization_id, "team_id": scope.team_id, "village": scope.village}
    made = ExportRequest(
        code=code, part=part, census_on=day, kind=kind, purpose=purpose, asked_at=now, asked_by_account_id=actor.account_id,
        asked_by_name=_name(session, actor), scope={name: str(value) for name, value in narrowed.items() if value},
    )  # fmt: skip
    session.add(made)
    session.flush()
    audit(session, actor, now, "reports.export_ask", subject=f"export:{made.id}", reason=purpose, detail={"code": code})
    table = _rules(session, now)
    publish(session, ExportAsked(made.id, actor.account_id, now + timedelta(hours=table.decide_hours), now))
    return _told(made, actor, now, table)


def decide(
    session: Session, actor: Actor, now: datetime, request_id: UUID, *, decision: ExportDecision, note: str | None
) -> Told:
    """Another one allows it or does not. Raises NotFound, Refusal `reports.refused.own_request`, `.not_open`."""
    may_read(actor)
    one, table = _lock(session, request_id), _rules(session, now)
    demand(rules.may_decide(_phase(one, now, table), is_own=one.asked_by_account_id == actor.account_id))
    one.decided_by_name, one.decided_by_account_id = _name(session, actor), actor.account_id
    one.decision, one.decided_at, one.decision_note = decision, now, note
    audit(session, actor, now, f"reports.export_{decision.value}", subject=f"export:{one.id}", reason=note)
    session.flush()
    is_allowed, until_at = decision is ExportDecision.APPROVE, now + timedelta(hours=table.download_hours)
    publish(session, ExportDecided(one.id, one.asked_by_account_id, is_allowed, until_at, now))
    return _told(one, actor, now, table)


def asker_in_vain(session: Session, request_id: UUID) -> UUID | None:
    """Who asked, if nobody has decided."""
    undecided = select(ExportRequest.asked_by_account_id).where(ExportRequest.decision.is_(None))
    return session.scalar(undecided.where(ExportRequest.id == request_id))


def fetch(session: Session, actor: Actor, now: datetime, request_id: UUID) -> Fetched | Refused:
    """The file, once. A refusal is noted as well, so it is returned and not raised. Raises NotFound."""
    may_read(actor)
    one, table = _lock(session, request_id), _rules(session, now)
    answer = rules.may_fetch(_phase(one, now, table), is_own=one.asked_by_account_id == actor.account_id)
    subject = f"export:{one.id}"
    if isinstance(answer, Refused):
        audit(session, actor, now, "reports.export_people_refused", subject=subject, reason=answer.reason)
        return answer
    rows = list(_rows(session, now, one, table))
    one.fetched_at, one.rows_count = now, len(rows)
    audit(
        session, actor, now, "reports.export_people", subject=subject, reason=one.purpose, detail={"count": len(rows)}
    )
    session.flush()
    head = [words(f"reports-file-{name}", language=DEFAULT) for name in COLUMNS]
    marks = _marks(one, now)
    if one.kind is FileKind.CSV:
        return Fetched(one.kind, as_csv(head, rows, marks))
    return Fetched(one.kind, as_xlsx(words("reports-file-people", language=DEFAULT), head, rows, marks))


def _rows(session: Session, now: datetime, one: ExportRequest, table: ExportRules) -> Iterator[list[Value]]:
    """Everybody in order; names in full, numbers masked (domain rules §10.4)."""
    reader = Reader(session, now)
    ids_of = {name: UUID(value) for name, value in one.scope.items() if name != "village"}
    scope = Scope(ids_of.get("organization_id"), ids_of.get("team_id"), one.scope.get("village"))
    team_ids = reader.team_ids(scope)
    narrowed: Told = {"team_ids": None if team_ids is None else list(team_ids), "village": scope.village}
    made = statement([one.code], PEOPLE).bindparams(bindparam("team_ids", type_=UUIDS))
    copy = f"{one.asked_by_name} {str(one.id)[-SHORT:]}"
    after, left = UUID(int=0), table.rows_max
    while ids := list(session.scalars(IDS, narrowed | {"after": after, "batch": LOOKED_AT})):
        asked = {"code": one.code, "part": one.part.value, "team_ids": narrowed["team_ids"]}
        found = run(session, made, one.census_on, reader.today, ids, **asked)[:left]
        phones = residents.phones_of(session, [row[0] for row in found])
        for resident_id, name, village, _team_id, team_name, _phone, numerator, denominator in found:
            numbers = phones.get(resident_id)
            phone = mask_phone(numbers[0]["number"]) if numbers else None
            yield [name, phone, village, team_name, numerator, denominator, copy]
        after, left = ids[-1], left - len(found)
        if len(ids) < LOOKED_AT or not left:
            return


def _marks(one: ExportRequest, now: datetime) -> list[str]:
    values = {
        "name": one.asked_by_name, "other": one.decided_by_name or "", "purpose": one.purpose, "number": str(one.id),
        "at": f"{now.astimezone(CHINA):%Y-%m-%d %H:%M}", "what": words(f"reports-indicator-{one.code}", language=DEFAULT),
        "on": one.census_on.isoformat(),
    }  # fmt: skip
    return [words(f"reports-file-mark_{line}", values, DEFAULT) for line in ("what", "who", "duty")]


def _told(one: ExportRequest, actor: Actor, now: datetime, table: ExportRules) -> Told:
    phase = _phase(one, now, table)
    ends = {
        ExportPhase.ASKED: one.asked_at + timedelta(hours=table.decide_hours),
        ExportPhase.APPROVED: (one.decided_at or now) + timedelta(hours=table.download_hours),
    }
    names = (
        "id", "code", "part", "census_on", "scope", "kind", "purpose", "asked_at", "asked_by_name", "decided_at",
        "decided_by_name", "decision_note", "fetched_at", "rows_count",
    )  # fmt: skip
    is_own = one.asked_by_account_id == actor.account_id
    return {name: getattr(one, name) for name in names} | {
        "phase": phase,
        "until_at": ends.get(phase),
        "is_own": is_own,
    }


def _phase(one: ExportRequest, now: datetime, table: ExportRules) -> ExportPhase:
    return rules.export_phase(ExportFacts(one.asked_at, one.decision, one.decided_at, one.fetched_at), now, table)


def _lock(session: Session, request_id: UUID) -> ExportRequest:
    found = session.get(ExportRequest, (session.info["county_id"], request_id), with_for_update=True)
    if found is None:
        raise NotFound
    return found


def _name(session: Session, actor: Actor) -> str:
    return str(session.scalar(NAME, {"id": actor.membership_id}))


def _rules(session: Session, now: datetime) -> ExportRules:
    return tools(session).rules.of(ExportRules, china_date(now))
