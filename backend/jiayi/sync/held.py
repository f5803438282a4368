"""Work done in good faith by somebody who may no longer write it: kept for a leader to file, move or void.

Filed, it counts for the team for which it was done; moved, for the team that cares for the resident now; out of that
team's contract. Voided, it counts for nobody. What was held because of it goes the same way, in its order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.db import Sessions, commit, touch
from jiayi.core.errors import Forbidden, NotFound, Problem, Refusal
from jiayi.core.web.api import problem_of
from jiayi.identity import service as identity
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role, Scope
from jiayi.notify import service as notify
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.sync.envelope import Envelope
from jiayi.sync.models import HeldCommand
from jiayi.sync.registry import Registry
from jiayi.sync.terms import HeldStatus

COUNTS = (HeldStatus.FILED, HeldStatus.MOVED)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a leader says of held work; `note` is for its sender, and needed to void."""

    status: HeldStatus
    note: str | None = None


@dataclass(slots=True)
class Followed:
    """What went with a decision; `stopped_at` is the first that a rule refused, with why: it and the rest stay open."""

    ids: list[UUID] = field(default_factory=list)
    stopped_at: UUID | None = None
    problem: Problem | None = None


def keep(session: Session, registry: Registry, actor: Actor, one: Envelope, code: str) -> None:
    """Keep the work and put it on the boards of the leaders concerned: the sender's teams and the resident's team."""
    command = registry.commands[one.kind]
    about = set(command.residents_of(session, one.entity_id, dict(one.payload))) if command.residents_of else set()
    about |= _residents_of_parents(session, actor, one)
    caring = {team for team in residents.care_teams_of(session, about).values() if team is not None}
    own = _teams_of_sender(session, actor)
    row = HeldCommand(
        id=one.id,
        account_id=actor.account_id,
        account_name=identity.name_of(session, actor.account_id),
        membership_id=actor.membership_id,
        kind=one.kind,
        entity_id=one.entity_id,
        payload=dict(one.payload),
        depends_on=[str(parent) for parent in one.depends_on],
        occurred_at=one.at.occurred_at,
        captured_at=one.at.captured_at,
        received_at=one.at.received_at,
        is_clock_doubtful=one.at.is_clock_doubtful,
        boot=one.at.boot,
        monotonic_ms=one.at.monotonic_ms,
        code=code,
        resident_ids=sorted(str(one_id) for one_id in about),
        team_ids=sorted(str(team) for team in caring.union(own)),
        from_team_id=next((team for team in own if team in caring), own[0] if own else None),
    )
    session.add(row)
    touch(session, "command", [one.id])


def _residents_of_parents(session: Session, actor: Actor, one: Envelope) -> set[UUID]:
    """Of a visit that began at the door only the beginning says for whom it is; what follows is about the same."""
    before = select(HeldCommand.resident_ids).where(
        HeldCommand.account_id == actor.account_id,
        or_(HeldCommand.entity_id == one.entity_id, HeldCommand.id.in_(one.depends_on)),
    )
    return {UUID(resident_id) for ids in session.scalars(before) for resident_id in ids}


def _teams_of_sender(session: Session, actor: Actor) -> list[UUID]:
    """The sender's teams; of somebody who is on none any more, the last one."""
    if actor.clinician_id is None:
        return []
    now = sorted(organizations.teams_of(session, actor.clinician_id))
    return now or organizations.former_teams_of(session, actor.clinician_id)[:1]


def all_filed(session: Session, command_ids: Sequence[UUID]) -> bool:
    """Whether every one of these that was held counts by a leader's word since."""
    unsettled = select(HeldCommand.id).where(HeldCommand.id.in_(command_ids), HeldCommand.status.not_in(COUNTS))
    return session.scalar(unsettled.limit(1)) is None


def decide(
    session: Session, registry: Registry, actor: Actor, now: datetime, held_id: UUID, decision: Decision
) -> HeldCommand:
    """A leader decides on one held command; `decide_followers` then on what hangs on it.

    It takes effect with its own times, for the one who did it. Raises NotFound, Refusal `sync.refused.decided` with who
    did and how, `sync.refused.note_missing`, `sync.refused.not_moved` (its team still cares for the resident), and
    whatever the work itself is refused for.
    """
    row = session.get(HeldCommand, (actor.county_id, held_id), with_for_update=True, populate_existing=True)
    if row is None or not may_decide(session, actor, row):
        raise NotFound
    if row.status is not HeldStatus.OPEN:
        raise Refusal("sync.refused.decided", {"name": row.decided_by_name or "", "status": row.status.value})
    if decision.status is HeldStatus.VOIDED and not decision.note:
        raise Refusal("sync.refused.note_missing")
    team_id = _team_for(session, row, decision)
    _close(session, actor, now, row, decision)
    if decision.status in COUNTS:
        _run_filed(session, registry, actor, now, row, team_id)
    session.flush()
    return row


def decide_followers(
    sessions: Sessions, registry: Registry, actor: Actor, now: datetime, held_id: UUID, decision: Decision
) -> Followed:
    """What was held because of it, in the order of doing, each in its own transaction; no further than a rule allows."""
    followed = Followed()
    with sessions.county(actor.county_id) as session:
        waiting = _waiting_on(session, held_id)
    for child_id in waiting:
        try:
            with sessions.county(actor.county_id) as session:
                if decision.status in COUNTS and not _may_follow(session, child_id):
                    continue
                decide(session, registry, actor, now, child_id, decision)
                commit(session)
        except (Problem, DBAPIError) as error:
            problem = error if isinstance(error, Problem) else problem_of(error)
            if problem is None:
                raise
            followed.stopped_at, followed.problem = child_id, problem
            break
        followed.ids.append(child_id)
    return followed


def _waiting_on(session: Session, held_id: UUID) -> list[UUID]:
    """The open ones that depend on it, also by way of others, in the order of arrival."""
    parent = session.get_one(HeldCommand, (session.info["county_id"], held_id))
    open_ones = select(HeldCommand.id, HeldCommand.depends_on).where(
        HeldCommand.account_id == parent.account_id, HeldCommand.status == HeldStatus.OPEN, HeldCommand.seq > parent.seq
    )
    found = {str(held_id): None}
    for child_id, depends_on in session.execute(open_ones.order_by(HeldCommand.seq)):
        if not found.keys().isdisjoint(depends_on):
            found[str(child_id)] = None
    return [UUID(one) for one in list(found)[1:]]


def _may_follow(session: Session, child_id: UUID) -> bool:
    """Another of its parents may still wait for a decision."""
    row = session.get_one(HeldCommand, (session.info["county_id"], child_id))
    return all_filed(session, [UUID(parent) for parent in row.depends_on])


def _team_for(session: Session, row: HeldCommand, decision: Decision) -> UUID | None:
    """For whom it will count: the team for which it was done, or the one that cares for the resident now."""
    if decision.status is not HeldStatus.MOVED:
        return row.from_team_id
    caring = set(residents.care_teams_of(session, [UUID(one) for one in row.resident_ids]).values())
    elsewhere = sorted(team for team in caring if team is not None and team != row.from_team_id)
    if not elsewhere:
        raise Refusal("sync.refused.not_moved")
    return elsewhere[0]


def _run_filed(
    session: Session, registry: Registry, actor: Actor, now: datetime, row: HeldCommand, team_id: UUID | None
) -> None:
    command = registry.commands[row.kind]
    worker = identity.actor_of(session, membership_id=row.membership_id, device_id=None, scope=Scope.HAND_IN)
    at = Moment(row.occurred_at, row.captured_at, row.received_at, row.is_clock_doubtful, row.boot, row.monotonic_ms)
    payload: dict[str, Any] = command.schema().load(row.payload)
    if command.claim is not None and team_id is not None:
        command.claim(session, now, at, row.entity_id, team_id)
    filing = replace(worker, scope=Scope.FULL, filed_by=actor.account_id, filed_for=team_id)
    command.run(session, filing, at, row.entity_id, payload)


def _close(session: Session, actor: Actor, now: datetime, row: HeldCommand, decision: Decision) -> None:
    row.status, row.decided_at, row.decision_note = decision.status, now, decision.note
    row.decided_by_account_id, row.decided_by_name = actor.account_id, identity.name_of(session, actor.account_id)
    touch(session, "command", [row.id])
    action = f"sync.{decision.status.value}"
    audit(session, actor, now, action, subject=f"command:{row.id}", reason=decision.note)
    _tell_other_leaders(session, actor, now, row)


def _tell_other_leaders(session: Session, actor: Actor, now: datetime, row: HeldCommand) -> None:
    """It leaves every board at once; the others hear by whom. Once a visit, not once a step."""
    leaders = {leader for team in row.team_ids for leader in organizations.leader_ids(session, UUID(team))}
    values = {"name": row.decided_by_name or "", "account_name": row.account_name}
    key = f"held:{row.entity_id}:{row.account_id}:{row.status.value}:{actor.account_id}"
    for account_id in sorted(organizations.account_ids(session, leaders).values()):
        if account_id != actor.account_id:
            notify.tell(session, now, account_id, f"sync.notice.{row.status.value}", values, "/team", key, ())


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
