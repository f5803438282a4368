"""Work done in good faith by somebody who may no longer write it: kept for the leader to file, move or void."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.db import touch
from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.identity import service as identity
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role, Scope
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.sync.models import HeldCommand
from jiayi.sync.registry import Registry
from jiayi.sync.terms import HeldStatus

if TYPE_CHECKING:
    from jiayi.sync.push import Envelope


def keep(session: Session, registry: Registry, actor: Actor, one: Envelope, code: str) -> None:
    """Keep the work and put it on the boards of the leaders concerned: the sender's teams and the resident's team."""
    command = registry.commands[one.kind]
    about = list(command.residents_of(session, one.entity_id, dict(one.payload))) if command.residents_of else []
    teams = set(organizations.teams_of(session, actor.clinician_id)) if actor.clinician_id else set()
    teams |= {team for team in residents.care_teams_of(session, set(about)).values() if team is not None}
    row = HeldCommand(
        id=one.id,
        account_id=actor.account_id,
        account_name=identity.name_of(session, actor.account_id),
        membership_id=actor.membership_id,
        kind=one.kind,
        entity_id=one.entity_id,
        payload=dict(one.payload),
        occurred_at=one.at.occurred_at,
        captured_at=one.at.captured_at,
        received_at=one.at.received_at,
        is_clock_doubtful=one.at.is_clock_doubtful,
        code=code,
        resident_ids=sorted(str(one_id) for one_id in about),
        team_ids=sorted(str(team) for team in teams),
    )
    session.add(row)
    touch(session, "command", [one.id])


def all_filed(session: Session, command_ids: Sequence[UUID]) -> bool:
    """Whether every one of these that was held has been filed by a leader since."""
    unsettled = select(HeldCommand.id).where(
        HeldCommand.id.in_(command_ids), HeldCommand.status.not_in([HeldStatus.FILED, HeldStatus.MOVED])
    )
    return session.scalar(unsettled.limit(1)) is None


def decide(
    session: Session,
    registry: Registry,
    actor: Actor,
    now: datetime,
    held_id: UUID,
    decision: HeldStatus,
    note: str | None,
) -> HeldCommand:
    """The leader files held work (it takes effect, with its own times, for the one who did it) or voids it with a reason.

    Children held because of it are filed with it, in their order. Raises NotFound, Refusal `sync.refused.decided`,
    `sync.refused.note_missing`, and whatever the work itself is refused for.
    """
    row = session.get(HeldCommand, (actor.county_id, held_id), with_for_update=True)
    if row is None or not may_decide(session, actor, row):
        raise NotFound
    if row.status is not HeldStatus.OPEN:
        raise Refusal("sync.refused.decided")
    if decision is HeldStatus.VOIDED and not note:
        raise Refusal("sync.refused.note_missing")
    _close(session, actor, now, row, decision, note)
    if decision is HeldStatus.FILED:
        _run_filed(session, registry, actor, row)
    session.flush()
    return row


def _run_filed(session: Session, registry: Registry, actor: Actor, row: HeldCommand) -> None:
    command = registry.commands[row.kind]
    worker = identity.actor_of(session, membership_id=row.membership_id, device_id=None, scope=Scope.HAND_IN)
    at = Moment(row.occurred_at, row.captured_at, row.received_at, row.is_clock_doubtful)
    payload: dict[str, Any] = command.schema().load(row.payload)
    command.run(session, replace(worker, scope=Scope.FULL, filed_by=actor.account_id), at, row.entity_id, payload)


def _close(
    session: Session, actor: Actor, now: datetime, row: HeldCommand, decision: HeldStatus, note: str | None
) -> None:
    row.status, row.decided_at, row.decided_by_account_id, row.decision_note = decision, now, actor.account_id, note
    touch(session, "command", [row.id])
    audit(session, actor, now, f"sync.{decision.value}", subject=f"command:{row.id}", reason=note)


def may_decide(session: Session, actor: Actor, row: HeldCommand) -> bool:
    """Leaders of the teams concerned decide."""
    if actor.role is not Role.TEAM_LEADER or actor.clinician_id is None:
        return False
    return not {UUID(team) for team in row.team_ids}.isdisjoint(organizations.teams_of(session, actor.clinician_id))


def open_for(session: Session, actor: Actor, status: HeldStatus) -> Any:
    """The statement for held work on this leader's boards. Raises Forbidden for anybody else."""
    if actor.clinician_id is None:
        raise Forbidden("sync.refused.not_leader")
    teams = organizations.teams_of(session, actor.clinician_id)
    return select(HeldCommand).where(HeldCommand.status == status, _concerns(teams))


def _concerns(teams: Iterable[UUID]) -> Any:
    wanted = [str(team) for team in teams]
    return func.jsonb_exists_any(HeldCommand.team_ids.cast(JSONB), wanted)
