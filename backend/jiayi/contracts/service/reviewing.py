"""The team's answer to an application: whether it has room, whether the resident lives where it goes, and who else could.

Source: domain rules §1.1.4, §1.1.7, §1.3.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import Contract
from jiayi.contracts.service import text
from jiayi.contracts.service.access import lock, on_team, record, terms_on
from jiayi.contracts.service.hands import sign_for_team
from jiayi.contracts.tables import ContractTerms, RejectionReasons
from jiayi.contracts.terms import (
    TEMPLATE_VERSION,
    ContractAction,
    ContractReviewed,
    PanelState,
    ReviewDecision,
)
from jiayi.core.dates import china_date
from jiayi.core.errors import Forbidden, Refusal, demand
from jiayi.core.events import publish
from jiayi.core.tools import tools
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import Profession
from jiayi.residents import service as residents

DOCTORS = frozenset({Profession.DOCTOR, Profession.TCM_DOCTOR})
SUGGESTED, TEAMS = 3, 200
"""So many other teams are named to somebody whom a team does not take; of so many at most."""


def review(
    session: Session,
    actor: Actor,
    now: datetime,
    contract_id: UUID,
    *,
    decision: ReviewDecision,
    note: str | None = None,
    reason_code: str | None = None,
    exception_reason: str | None = None,
) -> Contract:
    """The team takes the resident, and by that signs its side, or says why not and who else could.

    Somebody outside the team's villages is taken by the leader's word alone, with the reason. Raises NotFound, Forbidden,
    Refusal `contracts.refused.wrong_status`, `.reason_missing`, `.reason_not_listed`, `.panel_full`, `.outside_area`.
    """
    contract = lock(session, contract_id)
    on_team(session, actor, contract)
    may_review(session, actor, contract)
    action = ContractAction.ACCEPT if decision is ReviewDecision.ACCEPT else ContractAction.REJECT
    demand(rules.may(action, contract.status))
    if decision is ReviewDecision.REJECT:
        _reject(session, contract, china_date(now), note, reason_code)
    else:
        _accept(session, actor, now, contract, exception_reason)
    contract.status = rules.TRANSITIONS[contract.status, action]
    contract.reviewed_at, contract.reviewed_by_account_id, contract.review_note = now, actor.account_id, note
    record(session, actor, now, f"contracts.{decision.value}", contract, reason=exception_reason or reason_code)
    is_accepted = decision is ReviewDecision.ACCEPT
    publish(
        session, ContractReviewed(contract.id, contract.resident_id, is_accepted, contract.applied_by_account_id, now)
    )
    return contract


def may_review(session: Session, actor: Actor, contract: Contract) -> None:
    """The leader or a doctor of the team decides. Raises Forbidden."""
    if organizations.leads(session, actor, contract.team_id) or actor.clinician_id is None:
        return
    if organizations.get_clinician(session, actor.clinician_id).profession not in DOCTORS:
        raise Forbidden("contracts.refused.not_reviewer")


def is_outside(session: Session, resident_id: UUID, team_id: UUID) -> bool:
    """Whether the resident lives where this team does not go."""
    village = residents.get(session, resident_id).village
    return not rules.is_in_area(village, organizations.get_team(session, team_id).service_area)


def panel_of(session: Session, team_id: UUID, terms: ContractTerms) -> PanelState:
    """How full the team is, counting those whose contract rests."""
    doctors = [one for one in organizations.members_of(session, team_id) if one.profession in DOCTORS]
    carried = select(func.count()).where(Contract.team_id == team_id, Contract.status.in_(rules.LIVE))
    return rules.panel_state(session.scalar(carried) or 0, len(doctors), terms)


def teams_instead(session: Session, contract: Contract, today: date) -> list[UUID]:
    """Who else goes to where the resident lives and has room: of the same institution first, the emptier first."""
    village, terms = residents.get(session, contract.resident_id).village, terms_on(session, today)
    teams = [
        team
        for team in organizations.list_teams(session, cursor=None, limit=TEAMS)["items"]
        if team["is_active"] and team["id"] != contract.team_id and rules.is_in_area(village, team["service_area"])
    ]
    rank = {PanelState.FREE: 0, PanelState.CROWDED: 1}
    found = []
    for team in teams:
        panel = panel_of(session, team["id"], terms)
        if panel is not PanelState.FULL:
            is_elsewhere = team["organization_id"] != contract.organization_id
            found.append((is_elsewhere, rank[panel], not team["service_area"], team["name"], team["id"]))
    return [team_id for *_, team_id in sorted(found)[:SUGGESTED]]


def _reject(session: Session, contract: Contract, today: date, note: str | None, reason_code: str | None) -> None:
    table = tools(session).rules.of(RejectionReasons, today)
    reason = reason_code or table.in_words
    if reason not in table.reasons:
        raise Refusal("contracts.refused.reason_not_listed")
    if reason == table.in_words and not note:
        raise Refusal("contracts.refused.reason_missing")
    contract.reject_reason = reason
    contract.suggested_team_ids = [str(one) for one in teams_instead(session, contract, today)]


def _accept(session: Session, actor: Actor, now: datetime, contract: Contract, exception_reason: str | None) -> None:
    today = china_date(now)
    if contract.renews_id is None:  # A renewal adds nobody, and its resident is known.
        if panel_of(session, contract.team_id, terms_on(session, today)) is PanelState.FULL:
            raise Refusal("contracts.refused.panel_full")
        _check_area(session, actor, contract, exception_reason)
    clauses = text.compose(session, contract, today)
    contract.text, contract.text_hash, contract.template_version = clauses, text.text_hash(clauses), TEMPLATE_VERSION
    sign_for_team(session, actor, now, contract)


def _check_area(session: Session, actor: Actor, contract: Contract, exception_reason: str | None) -> None:
    contract.is_outside_area = is_outside(session, contract.resident_id, contract.team_id)
    if not contract.is_outside_area:
        return
    if not exception_reason or not organizations.leads(session, actor, contract.team_id):
        raise Refusal("contracts.refused.outside_area")
    contract.exception_reason, contract.exception_by_account_id = exception_reason, actor.account_id
    contract.exception_by_name = identity.name_of(session, actor.account_id)
