"""Whether people were content: one question after what was done together, and what a team's answers add up to.

No answer is ever shown by itself, not to whoever did the work and not to the leader: only counts, and those only where
there are enough of them.
"""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.dates import CHINA, DAY, china_date
from jiayi.core.db import touch
from jiayi.core.errors import Forbidden, demand
from jiayi.core.tools import tools
from jiayi.fulfilment import rules
from jiayi.fulfilment.models import Fulfilment, SatisfactionAnswer
from jiayi.fulfilment.service.doubts import get, performers_of
from jiayi.fulfilment.service.findings import OFFICE
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import Asked
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents


def rate(session: Session, actor: Actor, at: Moment, fulfilment_id: UUID, *, score: int) -> Fulfilment:
    """How content somebody was, 1 to 5, for everything of that encounter; the first answer stays.

    The resident and family answer for themselves; of those who are called, somebody of the team writes it down who was
    not there. Raises NotFound, Refusal `fulfilment.refused.own_work`, `.asked_by_app`.
    """
    row = get(session, fulfilment_id)
    residents.see_full(session, actor, row.resident_id)
    if not actor.is_family:
        demand(rules.may_note_answer(is_performer=actor.clinician_id in performers_of(session, row)))
        demand(rules.may_call(row.asked))
    answered = select(SatisfactionAnswer.id).where(
        SatisfactionAnswer.encounter_id == row.encounter_id, SatisfactionAnswer.resident_id == row.resident_id
    )
    if session.scalar(answered) is not None:
        return row
    session.add(
        SatisfactionAnswer(
            resident_id=row.resident_id, team_id=row.team_id, encounter_id=row.encounter_id, visit_id=row.visit_id,
            score=score, asked=Asked.APP if actor.is_family else Asked.CALL, answered_at=at.occurred_at,
        )
    )  # fmt: skip
    together = select(Fulfilment.id).where(
        Fulfilment.encounter_id == row.encounter_id, Fulfilment.resident_id == row.resident_id
    )
    touch(session, "fulfilment", session.scalars(together))
    # That somebody answered is written down, what was answered is not.
    audit(
        session, actor, at.received_at, "fulfilment.rate", resident_id=row.resident_id, subject=f"fulfilment:{row.id}"
    )
    session.flush()
    return row


def satisfaction(
    session: Session, actor: Actor, now: datetime, *, team_id: UUID | None, since_on: date | None, until_on: date | None
) -> dict[str, Any]:
    """How many of those asked were content, of a team or of all, `until_on` exclusive; nothing where too few answered.

    A leader asks of a team that he or she leads. Raises Forbidden.
    """
    today = china_date(now)
    if actor.role not in OFFICE and (team_id is None or not organizations.leads(session, actor, team_id)):
        raise Forbidden("fulfilment.refused.not_leader")
    table = tools(session).rules.of(FulfilmentRules, today)
    first, after = since_on or date(today.year, 1, 1), until_on or today + DAY
    is_wanted = [
        SatisfactionAnswer.answered_at >= datetime.combine(first, time.min, CHINA),
        SatisfactionAnswer.answered_at < datetime.combine(after, time.min, CHINA),
    ]
    if team_id is not None:
        is_wanted.append(SatisfactionAnswer.team_id == team_id)
    content = func.count().filter(SatisfactionAnswer.score >= table.satisfied_from)
    count, satisfied = session.execute(select(func.count(), content).where(*is_wanted)).one()
    is_enough = count >= table.answers_min
    audit(session, actor, now, "fulfilment.satisfaction", detail={"count": count})
    return {
        "since_on": first,
        "until_on": after,
        "answers_count": count,
        "answers_min": table.answers_min,
        "satisfied_count": satisfied if is_enough else None,
    }
