"""“That is not true”: the resident, or family, say it of something that stands there as done, and somebody else decides.

While it is open it does not count. Whoever did it never decides.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.dates import china_date
from jiayi.core.errors import Forbidden, Invalid, NotFound, Refusal, demand
from jiayi.core.events import publish
from jiayi.core.tools import tools
from jiayi.core.web.paging import page
from jiayi.fulfilment import rules
from jiayi.fulfilment.models import Doubt, Fulfilment
from jiayi.fulfilment.service.findings import evaluate_found
from jiayi.fulfilment.service.recording import judge_again
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import DoubtDecided, DoubtDecision, DoubtRaised, DoubtReason, DoubtStatus, Shortfall
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.visits import service as visits

BECOMES = {DoubtDecision.UPHOLD: DoubtStatus.UPHELD, DoubtDecision.DISMISS: DoubtStatus.DISMISSED}


def get(session: Session, fulfilment_id: UUID) -> Fulfilment:
    """The fulfilment, locked until the transaction ends, whoever asks. Raises NotFound."""
    key = (session.info["county_id"], fulfilment_id)
    row = session.get(Fulfilment, key, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound
    return row


def performers_of(session: Session, row: Fulfilment) -> frozenset[UUID]:
    """Everybody who was there for it."""
    crew = visits.clinician_ids_of(session, row.visit_id) if row.visit_id is not None else ()
    return frozenset(filter(None, (*crew, row.performed_by)))


def contradict(
    session: Session, actor: Actor, at: Moment, fulfilment_id: UUID, *, reason: DoubtReason, note: str | None = None
) -> Fulfilment:
    """Say that it is not true; a second time changes nothing.

    Raises NotFound, Forbidden for staff, Refusal `fulfilment.refused.too_late`.
    """
    row = get(session, fulfilment_id)
    residents.see_full(session, actor, row.resident_id)
    if not actor.is_family:
        raise Forbidden("identity.refused.wrong_role")
    if doubt_of(session, fulfilment_id) is not None:
        return row
    said_on = china_date(at.occurred_at)
    demand(rules.may_contradict(row.done_on, said_on, tools(session).rules.of(FulfilmentRules, said_on)))
    session.add(
        Doubt(
            fulfilment_id=row.id, reason=reason, note=note, said_at=at.occurred_at, account_id=actor.account_id,
            status=DoubtStatus.OPEN,
        )
    )  # fmt: skip
    judge_again(row, DoubtStatus.OPEN)
    _note(session, actor, at.received_at, "fulfilment.contradict", row, reason.value)
    performers = performers_of(session, row)
    publish(session, DoubtRaised(row.id, row.resident_id, row.team_id, performers, at.received_at))
    return row


def decide(
    session: Session, actor: Actor, now: datetime, fulfilment_id: UUID, *, decision: DoubtDecision, note: str
) -> Fulfilment:
    """Uphold what the resident says, or let the work count again; both sides read why.

    Raises NotFound, Forbidden for those of the team who don't lead it, Invalid `fulfilment.invalid.note_missing`, Refusal
    `fulfilment.refused.own_work`, `.no_doubt`, `.decided`.
    """
    row = get(session, fulfilment_id)
    is_manager = actor.role is Role.MANAGER
    if not is_manager and not organizations.is_on_team(session, actor, row.team_id):
        raise NotFound
    performers = performers_of(session, row)
    is_leader = not is_manager and organizations.leads(session, actor, row.team_id)
    if not is_leader and not is_manager:
        raise Forbidden("fulfilment.refused.not_leader")
    demand(rules.may_judge(is_leader=is_leader, is_manager=is_manager, is_performer=actor.clinician_id in performers))
    if not note.strip():
        raise Invalid("fulfilment.invalid.note_missing")
    doubt = doubt_of(session, fulfilment_id)
    if doubt is None:
        raise Refusal("fulfilment.refused.no_doubt")
    if doubt.status is not DoubtStatus.OPEN:
        raise Refusal("fulfilment.refused.decided", {"status": doubt.status.value})
    doubt.status, doubt.decision_note = BECOMES[decision], note.strip()
    doubt.decided_at, doubt.decided_by_account_id = now, actor.account_id
    judge_again(row, doubt.status)
    _note(session, actor, now, f"fulfilment.{decision.value}_doubt", row, note.strip())
    session.flush()
    evaluate_found(session, now, [row.resident_id])
    url = f"/appointments/{row.visit_id}" if row.visit_id else "/plan"
    publish(
        session,
        DoubtDecided(
            row.id, row.resident_id, performers, doubt.status is DoubtStatus.UPHELD, row.done_on, note.strip(), url, now
        ),
    )
    return row


def doubt_of(session: Session, fulfilment_id: UUID) -> Doubt | None:
    return session.scalar(select(Doubt).where(Doubt.fulfilment_id == fulfilment_id))


def list_doubts(session: Session, actor: Actor, now: datetime, *, cursor: str | None, limit: int) -> dict[str, Any]:
    """What residents have said and nobody has decided: a leader of the teams that he or she leads, a manager of all."""
    open_ones = select(Doubt.fulfilment_id).where(Doubt.status == DoubtStatus.OPEN)
    statement = select(Fulfilment).where(Fulfilment.id.in_(open_ones))
    if actor.role is not Role.MANAGER:
        mine = organizations.teams_of(session, actor.clinician_id) if actor.clinician_id else set()
        led = [one for one in mine if organizations.leads(session, actor, one)]
        statement = statement.where(Fulfilment.team_id.in_(led))
    found = page(session, statement, Fulfilment.id, cursor=cursor, limit=limit)
    audit(session, actor, now, "fulfilment.list_doubts", detail={"count": len(found["items"])})
    return found | {"items": told(session, found["items"])}


def told(session: Session, rows: Sequence[Fulfilment]) -> list[dict[str, Any]]:
    """These fulfilments as staff may see them, with what was said and decided, in two queries."""
    ids = [row.id for row in rows]
    doubts = {one.fulfilment_id: one for one in session.scalars(select(Doubt).where(Doubt.fulfilment_id.in_(ids)))}
    return [team_body(row, doubts.get(row.id)) for row in rows]


FIELDS = (
    "id", "resident_id", "contract_id", "team_id", "item_code", "how", "encounter_id", "visit_id", "follow_up_id",
    "done_at", "done_on", "is_counted",
)  # fmt: skip


def resident_body(row: Fulfilment, doubt: Doubt | None) -> dict[str, Any]:
    """As the resident and family see it."""
    return {name: getattr(row, name) for name in FIELDS} | {"doubt": _doubt_body(doubt)}


def team_body(row: Fulfilment, doubt: Doubt | None) -> dict[str, Any]:
    """As the team sees it: also why it does not count."""
    return resident_body(row, doubt) | {
        "performed_by": row.performed_by,
        "shortfalls": [Shortfall(one) for one in row.shortfalls],
        "asked": row.asked,
    }


def _doubt_body(doubt: Doubt | None) -> dict[str, Any] | None:
    if doubt is None:
        return None
    names = ("status", "reason", "note", "said_at", "decided_at", "decision_note")
    return {name: getattr(doubt, name) for name in names}


def _note(session: Session, actor: Actor, at: datetime, action: str, row: Fulfilment, reason: str) -> None:
    audit(session, actor, at, action, resident_id=row.resident_id, subject=f"fulfilment:{row.id}", reason=reason)
