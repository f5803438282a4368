"""Commands come in. Each runs in its own transaction, with its receipt in it: applied once, whatever the network does.

The receipt is inserted first. A copy of the command that arrives meanwhile waits on that row, and is then answered
from it.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from marshmallow import ValidationError
from psycopg.types.json import Jsonb
from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jiayi.core.db import Sessions, commit
from jiayi.core.errors import Busy, Forbidden, NotFound, Problem, Unauthorized
from jiayi.core.feed import Command, Merge
from jiayi.core.prepared import Prepared
from jiayi.core.web.api import problem_of
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor, Scope
from jiayi.notify import service as notify
from jiayi.sync import held
from jiayi.sync.envelope import Envelope
from jiayi.sync.models import SyncReceipt
from jiayi.sync.registry import Registry
from jiayi.sync.terms import Outcome

log = logging.getLogger(__name__)
RETRY_AFTER_MS = 2_000
Result = dict[str, Any]


class _Stop(Exception):
    """The command ends here with this outcome."""

    def __init__(self, outcome: Outcome, code: str | None = None, detail: Mapping[str, Any] | None = None) -> None:
        super().__init__(outcome)
        self.outcome, self.code, self.detail = outcome, code, _storable(detail or {})


def _storable(detail: Mapping[str, Any]) -> dict[str, Any]:
    """With words for ids, days and moments."""
    kept: dict[str, Any] = json.loads(json.dumps(detail, default=str))
    return kept


def push(sessions: Sessions, registry: Registry, actor: Actor, commands: Sequence[Envelope]) -> list[Result]:
    """Run the commands in order; one result each."""
    return [_run(sessions, registry, actor, one) for one in commands]


def _run(sessions: Sessions, registry: Registry, actor: Actor, one: Envelope) -> Result:
    try:
        try:
            with sessions.county(actor.county_id) as session:
                return _apply(session, registry, actor, one)
        except _Stop as stop:
            if stop.outcome is Outcome.WAITING:
                return {"id": one.id, "outcome": stop.outcome, "code": stop.code, "detail": stop.detail}
            with sessions.county(actor.county_id) as session:
                return _settle(session, registry, actor, one, stop)
    except Exception as error:  # One command's trouble must not keep the others from being done.
        if isinstance(error, Busy) or problem_of(error) is not None:
            return _retry(one, "core.busy")
        log.exception("command %s of the kind %s", one.id, one.kind)
        return _retry(one, "core.error")


def _retry(one: Envelope, code: str) -> Result:
    return {"id": one.id, "outcome": Outcome.RETRY, "code": code, "retry_after_ms": RETRY_AFTER_MS}


def _apply(session: Session, registry: Registry, actor: Actor, one: Envelope) -> Result:
    """Run one command and keep its receipt; raises _Stop when it cannot be applied (the transaction is given up)."""
    known = _receipt(session, actor, one, Outcome.APPLIED)
    if known is not None:
        return known
    command = registry.commands.get(one.kind)
    if command is None:
        raise _Stop(Outcome.REFUSED, "sync.refused.unknown_kind", {"kind": one.kind})
    _check_dependencies(session, one)
    try:
        payload = command.schema().load(dict(one.payload))
    except ValidationError as error:
        raise _Stop(Outcome.REFUSED, "core.invalid.fields", {"errors": error.messages}) from error
    if actor.scope is Scope.HAND_IN:
        raise _Stop(Outcome.HELD if command.is_work else Outcome.REFUSED, "sync.held.account_disabled")
    _check_base(session, command, one)
    try:
        command.run(session, actor, one.at, one.entity_id, payload)
        commit(session)
    except Busy:
        raise
    except Problem as problem:
        raise _stopped(command, problem) from problem
    except IntegrityError as error:
        told = problem_of(error)
        if told is None:
            raise
        raise _stopped(command, told) from error
    return {"id": one.id, "outcome": Outcome.APPLIED, "entity_id": one.entity_id}


HELD_REASONS = frozenset({"reassigned", "cancelled", "terminated", "wrong_team"})
"""Refusals whose last word says that the world changed while the worker was away: the work is held."""


def _stopped(command: Command, problem: Problem) -> _Stop:
    is_late = problem.code.rsplit(".", 1)[-1] in HELD_REASONS
    is_out_of_reach = isinstance(problem, Forbidden | NotFound | Unauthorized)
    outcome = Outcome.HELD if command.is_work and (is_late or is_out_of_reach) else Outcome.REFUSED
    return _Stop(outcome, problem.code, problem.detail)


_GIVEN = (
    "county_id",
    "id",
    "account_id",
    "device_id",
    "kind",
    "entity_id",
    "payload_sha256",
    "outcome",
    "code",
    "detail",
)
_INSERT = Prepared(
    insert(SyncReceipt)
    .values({name: bindparam(name) for name in (*_GIVEN, "occurred_at", "received_at")})
    .on_conflict_do_nothing()
    .returning(SyncReceipt.id)
)


def _receipt(
    session: Session, actor: Actor, one: Envelope, outcome: Outcome, stop: _Stop | None = None
) -> Result | None:
    """Insert the receipt; if there is one already, the answer from it."""
    made = _INSERT(
        session,
        county_id=actor.county_id,
        id=one.id,
        account_id=actor.account_id,
        device_id=actor.device_id,
        kind=one.kind,
        entity_id=one.entity_id,
        payload_sha256=one.sha256,
        outcome=outcome.value,
        code=stop.code if stop else None,
        detail=Jsonb(stop.detail) if stop and stop.detail else None,
        occurred_at=one.at.occurred_at,
        received_at=one.at.received_at,
    )
    if made:
        _note_replaced(session, actor, one)
        return None
    kept = session.get_one(SyncReceipt, (actor.county_id, one.id))
    if kept.payload_sha256 != one.sha256 or kept.account_id != actor.account_id:
        return {"id": one.id, "outcome": Outcome.REFUSED, "code": "sync.refused.id_reused"}
    answer = {"id": one.id, "outcome": kept.outcome, "entity_id": kept.entity_id, "replayed": True}
    return answer | ({"code": kept.code} if kept.code else {}) | ({"detail": kept.detail} if kept.detail else {})


def _note_replaced(session: Session, actor: Actor, one: Envelope) -> None:
    """What was refused has been put right: the refused one is nobody's business any more."""
    if one.replaces is None:
        return
    session.execute(
        update(SyncReceipt)
        .where(SyncReceipt.id == one.replaces, SyncReceipt.account_id == actor.account_id)
        .where(SyncReceipt.outcome == Outcome.REFUSED, SyncReceipt.replaced_by.is_(None), SyncReceipt.id != one.id)
        .values(replaced_by=one.id)
    )


def _check_dependencies(session: Session, one: Envelope) -> None:
    """Children of held work are held, children of refused work are refused, the others wait for their parents.

    A refused parent that was put right is what replaced it.
    """
    if not one.depends_on:
        return
    parents = _parents(session, one.depends_on)
    outcomes = {asked: row.outcome for asked, row in parents.items()}
    missing = [parent for parent in one.depends_on if parent not in outcomes]
    if missing:
        raise _Stop(Outcome.WAITING, "sync.waiting.depends_on", {"missing": [str(parent) for parent in missing]})
    if Outcome.REFUSED in outcomes.values():
        raise _Stop(Outcome.REFUSED, "sync.refused.depends_on_refused")
    if Outcome.HELD in outcomes.values() and not held.all_filed(session, [row.id for row in parents.values()]):
        raise _Stop(Outcome.HELD, "sync.held.depends_on_held")


def _parents(session: Session, ids: Sequence[UUID]) -> dict[UUID, SyncReceipt]:
    """The receipts of these, or of what replaced them, by the id asked for."""
    found: dict[UUID, SyncReceipt] = {}
    asked = {one_id: {one_id} for one_id in ids}
    for _ in range(CORRECTIONS):
        if not asked:
            break
        following: dict[UUID, set[UUID]] = {}
        for row in session.scalars(select(SyncReceipt).where(SyncReceipt.id.in_(asked))):
            found |= dict.fromkeys(asked[row.id], row)
            if row.replaced_by is not None:
                following.setdefault(row.replaced_by, set()).update(asked[row.id])
        asked = following
    return found


CORRECTIONS = 10
"""As often somebody may put one thing right."""


def _check_base(session: Session, command: Command, one: Envelope) -> None:
    if command.merge is not Merge.REFUSE_IF_STALE or one.base_version is None or command.version_of is None:
        return
    current = command.version_of(session, one.entity_id)
    if current is not None and current != one.base_version:
        versions = {"base_version": one.base_version, "version": current}
        raise _Stop(Outcome.REFUSED, STALE, versions | _meanwhile(session, one))


STALE = "sync.refused.stale"


def _meanwhile(session: Session, one: Envelope) -> dict[str, Any]:
    """Who did what to it last from a phone, for the one whose decision came too late."""
    last = _last_applied(session, one)
    if last is None:
        return {}
    return {"name": identity.name_of(session, last.account_id), "kind": last.kind, "at": last.received_at}


def _tell_first(session: Session, actor: Actor, one: Envelope) -> None:
    """Who decided first hears that somebody else wanted to as well, and that nothing was changed."""
    last = _last_applied(session, one)
    if last is not None and last.account_id != actor.account_id:
        values = {"name": identity.name_of(session, actor.account_id)}
        key = f"stale:{one.id}"
        notify.tell(session, one.at.received_at, last.account_id, "sync.notice.too_late", values, "", key, ())


def _last_applied(session: Session, one: Envelope) -> SyncReceipt | None:
    # This command's own receipt stands as applied until it is given up.
    others = (SyncReceipt.entity_id == one.entity_id, SyncReceipt.id != one.id)
    applied = select(SyncReceipt).where(*others, SyncReceipt.outcome == Outcome.APPLIED)
    return session.scalar(applied.order_by(SyncReceipt.received_at.desc(), SyncReceipt.id.desc()).limit(1))


def _settle(session: Session, registry: Registry, actor: Actor, one: Envelope, stop: _Stop) -> Result:
    """Keep what was decided about a command that could not be applied: its receipt, and the work if it is held."""
    known = _receipt(session, actor, one, stop.outcome, stop)
    if known is not None:
        return known
    if stop.outcome is Outcome.HELD:
        held.keep(session, registry, actor, one, stop.code or "sync.held.account_disabled")
    if stop.code == STALE:
        _tell_first(session, actor, one)
    commit(session)
    answer: Result = {"id": one.id, "outcome": stop.outcome, "entity_id": one.entity_id}
    return answer | ({"code": stop.code} if stop.code else {}) | ({"detail": stop.detail} if stop.detail else {})
