"""What sync itself shows to phones: held work on the leaders' boards, and its fate in the sender's inbox."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.feed import RANK_NOW, RANK_REST, Account, Command, Doc, Projector, Teams
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.sync.models import HeldCommand, SyncReceipt
from jiayi.sync.schemas import DiscardBody
from jiayi.sync.terms import HeldStatus, Outcome


def _rows(session: Session, ids: list[UUID]) -> Iterable[tuple[HeldCommand, dict[str, Any]]]:
    """Each with what everybody concerned sees: the names too, for the residents may be on another team's phones now."""
    rows = session.scalars(select(HeldCommand).where(HeldCommand.id.in_(ids))).all()
    names = residents.names_of(session, {UUID(one) for row in rows for one in row.resident_ids})
    for row in rows:
        yield row, _common(row) | {"resident_names": [names[UUID(one)] for one in row.resident_ids]}


def project_held(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """Open held work, for the teams concerned: what, who, when, why; never the payload."""
    for row, common in _rows(session, ids):
        if row.status is not HeldStatus.OPEN:
            continue
        body = common | {
            "account_name": row.account_name,
            "team_ids": row.team_ids,
            "from_team_id": row.from_team_id,
            "depends_on": row.depends_on,
        }
        yield Doc("held_command", row.id, Teams(tuple(UUID(team) for team in row.team_ids), body), RANK_NOW)


def project_commands(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """The fate of held work, for the one who did it."""
    for row, common in _rows(session, ids):
        body = common | {
            "decided_at": row.decided_at,
            "decided_by_name": row.decided_by_name,
            "decision_note": row.decision_note,
        }
        yield Doc("command", row.id, Account(row.account_id, body), RANK_REST)


def _common(row: HeldCommand) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "entity_id": row.entity_id,
        "occurred_at": row.occurred_at,
        "code": row.code,
        "status": row.status,
        "resident_ids": row.resident_ids,
    }


def _of_teams(session: Session, team_ids: list[UUID]) -> Iterable[UUID]:
    wanted = [str(team) for team in team_ids]
    return session.scalars(select(HeldCommand.id).where(func.jsonb_exists_any(HeldCommand.team_ids, wanted)))


def _of_accounts(session: Session, account_ids: list[UUID]) -> Iterable[UUID]:
    return session.scalars(select(HeldCommand.id).where(HeldCommand.account_id.in_(account_ids)))


def _discard(session: Session, actor: Actor, at: Moment, refused_id: UUID, _payload: dict[str, Any]) -> None:
    """Its person has read why it was refused and lets it go. Never refused itself: of one that we do not know, nothing."""
    session.execute(
        update(SyncReceipt)
        .where(SyncReceipt.id == refused_id, SyncReceipt.account_id == actor.account_id)
        .where(SyncReceipt.outcome == Outcome.REFUSED, SyncReceipt.discarded_at.is_(None))
        .values(discarded_at=at.received_at)
    )


COMMANDS = (Command("sync.discard", DiscardBody, _discard),)
PROJECTORS = (
    Projector("held_command", 2, project_held, ids_of_teams=_of_teams),
    Projector("command", 2, project_commands, ids_of_accounts=_of_accounts),
)
