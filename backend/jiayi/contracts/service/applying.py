"""From a wish to an application that waits for the team's answer: apply, submit, or give it up."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.contracts import rules
from jiayi.contracts.models import Contract
from jiayi.contracts.service import reviewing, text
from jiayi.contracts.service.access import (
    CONTRACT_SCOPES,
    active_now,
    lock,
    party_of,
    record,
    refuse_active,
    terms_on,
)
from jiayi.contracts.terms import ContractAction, ContractStatus, ContractSubmitted
from jiayi.core.dates import china_date
from jiayi.core.errors import Forbidden, Refusal, demand
from jiayi.core.events import publish
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.terms import Channel, ConsentPurpose


def apply(
    session: Session,
    actor: Actor,
    now: datetime,
    id: UUID,
    *,
    resident_id: UUID,
    team_id: UUID,
    package_ids: Sequence[UUID],
    years: int | None = None,
    channel: Channel = Channel.APP,
) -> Contract:
    """Draft a contract with a team: by the resident, family with the right scope, or a member of that team.

    Within the weeks before the end of a contract with the same team this is its renewal. Raises NotFound, Forbidden,
    Refusal `contracts.refused.has_active_contract`, `.renewal_too_early`, `.wrong_term`, `.team_inactive`, `.deceased`, `.moved`,
    `.id_exists`, and those of the packages.
    """
    may_apply(session, actor, resident_id, team_id)
    resident = residents.get(session, resident_id)
    if session.get(Contract, (session.info["county_id"], id)) is not None:
        raise Refusal("contracts.refused.id_exists")
    if resident.deceased_on is not None:
        raise Refusal("contracts.refused.deceased")
    if resident.moved_on is not None:
        raise Refusal("contracts.refused.moved")
    team = organizations.get_team(session, team_id)
    if not team.is_active:
        raise Refusal("contracts.refused.team_inactive")
    today = china_date(now)
    terms = terms_on(session, today)
    demand(rules.term_allowed(years or terms.years_default, terms))
    renews = _renewed(session, resident_id, team_id, now)
    text.check_packages(session, resident_id, package_ids, today)
    contract = Contract(
        id=id,
        resident_id=resident_id,
        organization_id=team.organization_id,
        team_id=team_id,
        status=ContractStatus.DRAFT,
        package_ids=[str(one) for one in package_ids],
        years=years or terms.years_default,
        channel=Channel.APP if actor.is_family else channel,
        renews_id=None if renews is None else renews.id,
        applied_at=now,
        applied_by_account_id=actor.account_id,
    )
    session.add(contract)
    record(session, actor, now, "contracts.apply", contract)
    return contract


def may_apply(session: Session, actor: Actor, resident_id: UUID, team_id: UUID) -> None:
    """The resident himself, family who may book or renew, or a member of the team. Raises NotFound, Forbidden.

    The team need not care for the resident yet: residents choose their team.
    """
    if actor.is_team:
        if not organizations.is_on_team(session, actor, team_id):
            raise Forbidden("contracts.refused.wrong_team")
        return
    residents.see(session, actor, resident_id)
    if actor.role is Role.PROXY and not CONTRACT_SCOPES & residents.scopes_of(session, actor, resident_id):
        raise Forbidden("contracts.refused.proxy_scope")


def submit(
    session: Session, actor: Actor, now: datetime, contract_id: UUID, *, consents: Sequence[dict[str, Any]] = ()
) -> Contract:
    """Send the draft to the team, with the consents that were just given.

    Raises NotFound, Forbidden, Refusal `contracts.refused.wrong_status`, `.identity_level`, `.consent_missing`, and those
    of the packages.
    """
    contract = lock(session, contract_id)
    party_of(session, actor, contract)
    demand(rules.may(ContractAction.SUBMIT, contract.status))
    today = china_date(now)
    if consents and actor.role is Role.PROXY:
        raise Forbidden("contracts.refused.proxy_scope")
    for consent in consents:
        residents.record_consent(session, actor, now, contract.resident_id, channel=contract.channel, **consent)
    _check_consents(session, contract)
    resident = residents.get(session, contract.resident_id)
    needed = terms_on(session, today).identity_level_min
    if resident.identity_level < needed:
        raise Refusal("contracts.refused.identity_level", {"needed": needed})
    text.check_packages(session, contract.resident_id, contract.package_ids, today)
    contract.status = ContractStatus.PENDING_REVIEW
    contract.submitted_at = now
    contract.is_outside_area = contract.renews_id is None and reviewing.is_outside(
        session, contract.resident_id, contract.team_id
    )
    record(session, actor, now, "contracts.submit", contract)
    publish(session, ContractSubmitted(contract.id, contract.resident_id, contract.team_id, now))
    return contract


def cancel(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> Contract:
    """Give up a contract that is not in force. Raises NotFound, Forbidden, Refusal `contracts.refused.wrong_status`."""
    contract = lock(session, contract_id)
    party_of(session, actor, contract)
    demand(rules.may(ContractAction.CANCEL, contract.status))
    contract.status = ContractStatus.CANCELLED
    record(session, actor, now, "contracts.cancel", contract)
    return contract


def _renewed(session: Session, resident_id: UUID, team_id: UUID, now: datetime) -> Contract | None:
    """The contract that the new one would renew."""
    today = china_date(now)
    running = active_now(session, resident_id)
    if running is not None and (running.team_id != team_id or running.ends_on is None):
        raise refuse_active(session, running)
    if running is not None and running.ends_on is not None:
        demand(rules.may_renew(running.ends_on, today, terms_on(session, today)))
    return running


def _check_consents(session: Session, contract: Contract) -> None:
    day = china_date(contract.applied_at)
    for purpose in terms_on(session, day).consents_needed:
        if residents.live_consent(session, contract.resident_id, ConsentPurpose(purpose)) is None:
            raise Refusal("contracts.refused.consent_missing", {"purpose": purpose})
