"""Other packages or another team in the middle of a contract: a version of its own, from a day on.

The version before ends on the day before. What was done this contract year counts on; what was set aside stays set aside; what was
paid for and is no longer given is paid back. Source: domain rules §1.3, §1.3.2.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.catalogue import service as catalogue
from jiayi.contracts import rules
from jiayi.contracts.changes import refund_lines
from jiayi.contracts.models import Contract, ContractAmendment
from jiayi.contracts.service import ledger, reviewing, text
from jiayi.contracts.service.access import lock, on_team, open_amendment, party_of, record, terms_on
from jiayi.contracts.service.apart import seal_apart
from jiayi.contracts.service.evidence import seal_amendment
from jiayi.contracts.service.hands import sign_for_team, take_down
from jiayi.contracts.terms import (
    AmendmentStatus,
    ContractAmended,
    ContractStatus,
    Given,
    PanelState,
    Payer,
)
from jiayi.core.clock import Moment
from jiayi.core.dates import china_date
from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.core.events import publish
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents

ITEMS = 500
"""More than any catalogue has."""


def amend(
    session: Session,
    actor: Actor,
    now: datetime,
    contract_id: UUID,
    *,
    amendment_id: UUID,
    package_ids: Sequence[UUID],
    from_on: date | None = None,
    reason: str | None = None,
) -> Contract:
    """The leader or a doctor of the team writes down which packages it will be from a day on; the resident then signs.

    Raises NotFound, Forbidden, Refusal `contracts.refused.wrong_status`, `.amendment_open`, `.nothing_changes`, `.wrong_day`, and
    those of the packages.
    """
    contract = lock(session, contract_id)
    on_team(session, actor, contract)
    reviewing.may_review(session, actor, contract)
    _check_open(session, contract)
    today = china_date(now)
    first_on = _first_day(contract, from_on or rules.first_day(today, terms_on(session, today)), today)
    wanted = [str(one) for one in package_ids]
    if sorted(wanted) == sorted(contract.package_ids):
        raise Refusal("contracts.refused.nothing_changes")
    text.check_packages(session, contract.resident_id, package_ids, today)
    clauses = text.compose(session, contract, today, wanted) | {
        "amendment_id": str(amendment_id),
        "from_on": first_on.isoformat(),
    }
    amendment = ContractAmendment(
        id=amendment_id, contract_id=contract.id, status=AmendmentStatus.PENDING_SIGN, from_on=first_on, package_ids=wanted,
        reason=reason, text=clauses, text_hash=text.text_hash(clauses), asked_at=now, asked_by_account_id=actor.account_id,
    )  # fmt: skip
    session.add(amendment)
    session.flush()
    sign_for_team(session, actor, now, contract, amendment)
    record(session, actor, now, "contracts.amend", contract, reason=reason)
    return contract


def change_team(
    session: Session,
    actor: Actor,
    now: datetime,
    contract_id: UUID,
    *,
    amendment_id: UUID,
    team_id: UUID,
    from_on: date | None = None,
    reason: str | None = None,
) -> Contract:
    """Give the contract to another team of the institution, with everything that is open.

    The leader does, or the resident takes the team that was offered.

    Raises NotFound, Forbidden, Refusal `contracts.refused.wrong_status`, `.amendment_open`, `.nothing_changes`, `.wrong_day`,
    `.other_institution`, `.team_inactive`, `.panel_full`.
    """
    contract = lock(session, contract_id)
    may_change_team(session, actor, contract, team_id)
    _check_open(session, contract)
    team, today = organizations.get_team(session, team_id), china_date(now)
    if team_id == contract.team_id:
        raise Refusal("contracts.refused.nothing_changes")
    if team.organization_id != contract.organization_id:
        raise Refusal("contracts.refused.other_institution")
    if not team.is_active:
        raise Refusal("contracts.refused.team_inactive")
    if reviewing.panel_of(session, team_id, terms_on(session, today)) is PanelState.FULL:
        raise Refusal("contracts.refused.panel_full")
    first_on = _first_day(contract, from_on or today, today)
    amendment = ContractAmendment(
        id=amendment_id, contract_id=contract.id, status=AmendmentStatus.SIGNED, from_on=first_on, team_id=team_id, reason=reason,
        asked_at=now, asked_by_account_id=actor.account_id,
    )  # fmt: skip
    session.add(amendment)
    record(session, actor, now, "contracts.change_team", contract, reason=reason)
    if first_on <= today:
        take_effect(session, now, contract, amendment)
    return contract


def may_change_team(session: Session, actor: Actor, contract: Contract, team_id: UUID) -> None:
    """The team's leader; the resident for the team that was offered. Raises NotFound, Forbidden."""
    if actor.role is Role.RESIDENT:
        if actor.resident_id != contract.resident_id:
            raise NotFound
        if team_id != contract.offered_team_id:
            raise Forbidden("contracts.refused.not_offered")
        return
    on_team(session, actor, contract)
    if not organizations.leads(session, actor, contract.team_id):
        raise Forbidden("contracts.refused.not_leader")


def sign_amendment(
    session: Session, actor: Actor, at: Moment, contract_id: UUID, *, amendment_id: UUID, **told: Any
) -> Contract:
    """The resident agrees to the changed packages, in any way in which a contract is signed; `told` as `hands.take_down` takes it.

    They hold from their first day, at the earliest from today. Both sides are sealed with the changed text. Raises NotFound,
    Forbidden, Refusal `contracts.refused.wrong_status`, and those of `hands.take_down`.
    """
    contract = lock(session, contract_id)
    party_of(session, actor, contract)
    amendment = open_amendment(session, contract.id)
    is_asked = (
        amendment is not None and amendment.id == amendment_id and amendment.status is AmendmentStatus.PENDING_SIGN
    )
    if amendment is None or not is_asked or contract.status is not ContractStatus.ACTIVE:
        raise Refusal("contracts.refused.wrong_status", {"status": contract.status.value, "action": "sign"})
    signature = take_down(session, actor, at, contract, amendment, **told)
    amendment.signed_at, amendment.status = at.occurred_at, AmendmentStatus.SIGNED
    seal = seal_amendment(session, at.received_at, contract, amendment)
    detail = {"method": signature.method.value, "signer": str(signature.signer), "seal": seal}
    record(session, actor, at.received_at, "contracts.sign_amendment", contract, reason=amendment.reason, detail=detail)
    seal_apart(session, at.received_at, signature)
    if amendment.from_on <= china_date(at.received_at):
        take_effect(session, at.received_at, contract, amendment)
    return contract


def withdraw_amendment(session: Session, actor: Actor, now: datetime, contract_id: UUID) -> Contract:
    """Give up a change that does not hold yet. Raises NotFound, Forbidden, Refusal `contracts.refused.wrong_status`."""
    contract = lock(session, contract_id)
    party_of(session, actor, contract)
    if not drop_open(session, contract):
        raise Refusal("contracts.refused.wrong_status", {"status": contract.status.value, "action": "cancel"})
    record(session, actor, now, "contracts.withdraw_amendment", contract)
    return contract


def drop_open(session: Session, contract: Contract) -> bool:
    """Whether there was a change to come; there is none any more."""
    amendment = open_amendment(session, contract.id)
    if amendment is not None:
        amendment.status = AmendmentStatus.CANCELLED
    return amendment is not None


def take_effect(session: Session, now: datetime, contract: Contract, amendment: ContractAmendment) -> None:
    """From today on it is so: counts, money, or who cares."""
    amendment.status, amendment.applied_at = AmendmentStatus.IN_FORCE, now
    amendment.was_package_ids, amendment.was_team_id = list(contract.package_ids), contract.team_id
    if amendment.package_ids is not None:
        _other_packages(session, now, contract, amendment)
    if amendment.team_id is not None:
        contract.team_id = amendment.team_id
        if contract.offered_team_id == amendment.team_id:
            # Who takes the offer stays under contract: the notice is off.
            contract.ended_on, contract.end_reason, contract.offered_team_id, contract.letter = None, None, None, None
        session.flush()
        residents.assign_team(session, now, contract.resident_id, amendment.team_id)
    session.flush()
    publish(
        session,
        ContractAmended(
            contract.id, contract.resident_id, contract.team_id, is_other_team=amendment.team_id is not None, at=now
        ),
    )


def due(session: Session, today: date) -> list[tuple[UUID, UUID]]:
    """Contract and amendment of each that is agreed and whose day has come."""
    statement = select(ContractAmendment.contract_id, ContractAmendment.id).where(
        ContractAmendment.status == AmendmentStatus.SIGNED, ContractAmendment.from_on <= today
    )
    return [(contract_id, amendment_id) for contract_id, amendment_id in session.execute(statement)]


def amendments_of(session: Session, contract_ids: Collection[UUID]) -> Mapping[UUID, list[ContractAmendment]]:
    """What was or is to be changed of these contracts, in the order of asking; not what was given up."""
    statement = select(ContractAmendment).where(
        ContractAmendment.contract_id.in_(contract_ids), ContractAmendment.status != AmendmentStatus.CANCELLED
    )
    found: dict[UUID, list[ContractAmendment]] = {contract_id: [] for contract_id in contract_ids}
    for one in session.scalars(statement.order_by(ContractAmendment.asked_at, ContractAmendment.id)):
        found[one.contract_id].append(one)
    return found


def fees_now(session: Session, contract: Contract) -> Mapping[str, int]:
    """Who pays how much a year for the packages as they are now, in fen."""
    return text.fees_of(session, contract.package_ids)


def _other_packages(session: Session, now: datetime, contract: Contract, amendment: ContractAmendment) -> None:
    quotas = text.quotas_in(amendment.text or {"services": ()})
    prices = {row.code: row.price_fen or 0 for row in catalogue.list_items(session, cursor=None, limit=ITEMS)["items"]}
    given = [
        Given(one.item_code, one.quota, one.consumed + one.reserved, prices.get(one.item_code, 0))
        for one in ledger.balances(session, [contract.id])[contract.id]
        if one.period_start_on <= amendment.from_on <= one.period_end_on
    ]
    lines = refund_lines(given, quotas, fees_now(session, contract)[Payer.RESIDENT.value])
    amendment.refund_lines, amendment.refund_fen = [asdict(one) for one in lines], sum(one.amount_fen for one in lines)
    ledger.regrant(session, now, contract, quotas, amendment.id, amendment.from_on)
    contract.package_ids = list(amendment.package_ids or ())


def _check_open(session: Session, contract: Contract) -> None:
    if contract.status is not ContractStatus.ACTIVE:
        raise Refusal("contracts.refused.wrong_status", {"status": contract.status.value, "action": "amend"})
    if open_amendment(session, contract.id) is not None:
        raise Refusal("contracts.refused.amendment_open")


def _first_day(contract: Contract, wanted: date, today: date) -> date:
    """Not before today nor before the contract begins, and within it."""
    first_on = max(wanted, contract.starts_on or wanted)
    last_on = contract.ended_on or contract.ends_on
    if wanted < today or (last_on is not None and first_on > last_on):
        raise Refusal("contracts.refused.wrong_day")
    return first_on
