"""Finding contracts, and who may see and change them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from jiayi.contracts.models import Contract, ContractAmendment, LedgerEntry
from jiayi.contracts.rules import COUNTED, LIVE
from jiayi.contracts.tables import ContractTerms
from jiayi.contracts.terms import AmendmentStatus, ContractStatus, LedgerKind
from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.core.tools import tools
from jiayi.core.web.paging import page
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.terms import Access, ProxyScope

CONTRACT_SCOPES = frozenset({ProxyScope.BOOK, ProxyScope.SIGN_RENEWAL})
"""What lets family apply for a contract; signing asks for more."""


def get(session: Session, contract_id: UUID) -> Contract:
    """The contract, whoever asks. Raises NotFound."""
    contract = session.get(Contract, (session.info["county_id"], contract_id))
    if contract is None:
        raise NotFound
    return contract


def lock(session: Session, contract_id: UUID) -> Contract:
    """The contract as it stands now, locked until the transaction ends. Raises NotFound."""
    session.flush()
    key = (session.info["county_id"], contract_id)
    contract = session.get(Contract, key, with_for_update=True, populate_existing=True)
    if contract is None:
        raise NotFound
    return contract


def lock_with_resident(session: Session, contract_id: UUID) -> Contract:
    """The same with its resident locked first: who is about to put a contract in force goes one after the other."""
    residents.lock(session, get(session, contract_id).resident_id)
    return lock(session, contract_id)


def see(session: Session, actor: Actor, contract_id: UUID) -> tuple[Contract, Access]:
    """The contract and how much of it the actor may see. Raises NotFound."""
    contract = get(session, contract_id)
    access = _access(session, actor, contract)
    if access is Access.NONE:
        raise NotFound
    return contract, access


def active_contract(session: Session, resident_id: UUID, on: date) -> Contract | None:
    """The contract that covers the resident on that day, also when it has ended since."""
    statement = select(Contract).where(
        Contract.resident_id == resident_id,
        Contract.status.in_(COUNTED),
        Contract.starts_on <= on,
        Contract.ends_on >= on,
        or_(Contract.ended_on.is_(None), Contract.ended_on >= on),
    )
    return session.scalar(statement.order_by(Contract.starts_on.desc()).limit(1))


def contract_with(session: Session, resident_id: UUID, team_id: UUID, on: date) -> UUID | None:
    """The resident's contract with this team that counts for work on that day: in force now, or covering the day.

    One that changed teams meanwhile counts for the team that had it then.
    """
    is_good = or_(
        Contract.status.in_(LIVE),
        and_(
            Contract.starts_on <= on, Contract.ends_on >= on, or_(Contract.ended_on.is_(None), Contract.ended_on >= on)
        ),
    )
    given_away = select(ContractAmendment.contract_id).where(
        ContractAmendment.was_team_id == team_id,
        ContractAmendment.status == AmendmentStatus.IN_FORCE,
        ContractAmendment.from_on > on,
    )
    is_theirs = or_(Contract.team_id == team_id, Contract.id.in_(given_away))
    mine = (Contract.resident_id == resident_id, is_theirs, Contract.status.in_(COUNTED))
    return session.scalar(select(Contract.id).where(*mine, is_good).order_by(Contract.starts_on.desc()).limit(1))


def active_now(session: Session, resident_id: UUID) -> Contract | None:
    """The resident's one contract in force, resting or not, whether its first day has come or not."""
    return session.scalar(select(Contract).where(Contract.resident_id == resident_id, Contract.status.in_(LIVE)))


def refuse_active(session: Session, other: Contract) -> Refusal:
    """Why not: another team has the resident's contract. Says which team, never who."""
    team = organizations.get_team(session, other.team_id)
    organization = organizations.get_organization(session, other.organization_id)
    detail = {"team_name": team.name, "organization_name": organization.name, "team_phone": team.phone}
    return Refusal("contracts.refused.has_active_contract", detail)


def list_contracts(
    session: Session,
    actor: Actor,
    now: datetime,
    *,
    cursor: str | None,
    limit: int,
    team_id: UUID | None = None,
    resident_id: UUID | None = None,
    status: ContractStatus | None = None,
) -> dict[str, Any]:
    """A page of the contracts in sight."""
    statement = _in_sight(session, actor)
    if team_id is not None:
        statement = statement.where(Contract.team_id == team_id)
    if resident_id is not None:
        statement = statement.where(Contract.resident_id == resident_id)
    if status is not None:
        statement = statement.where(Contract.status == status)
    found = page(session, statement, Contract.id, cursor=cursor, limit=limit)
    audit(session, actor, now, "contracts.list", detail={"count": len(found["items"])})
    return found


def record(session: Session, actor: Actor, at: datetime, action: str, contract: Contract, **about: Any) -> None:
    """Write down that the actor did this with the contract; see core.audit.record for what `about` may hold."""
    audit(session, actor, at, action, resident_id=contract.resident_id, subject=f"contract:{contract.id}", **about)
    session.flush()


def on_team(session: Session, actor: Actor, contract: Contract) -> None:
    """The actor works in the contract's team. Raises NotFound, as for a contract that is not there."""
    if not organizations.is_on_team(session, actor, contract.team_id):
        raise NotFound


def party_of(session: Session, actor: Actor, contract: Contract) -> None:
    """The actor is the resident, family who may act, or of the contract's team. Raises NotFound, Forbidden."""
    access = _access(session, actor, contract)
    if access is Access.NONE:
        raise NotFound
    may_act = actor.role is not Role.PROXY or CONTRACT_SCOPES & residents.scopes_of(
        session, actor, contract.resident_id
    )
    if not may_act:
        raise Forbidden("contracts.refused.proxy_scope")


def open_amendment(session: Session, contract_id: UUID) -> ContractAmendment | None:
    """The change that is asked for or agreed and does not hold yet."""
    still_open = ContractAmendment.status.in_((AmendmentStatus.PENDING_SIGN, AmendmentStatus.SIGNED))
    return session.scalar(select(ContractAmendment).where(ContractAmendment.contract_id == contract_id, still_open))


def ending_until(session: Session, first: date, last: date) -> list[Contract]:
    """The contracts in force whose last day lies between these, with nothing signed for afterwards."""
    renewed = select(Contract.renews_id).where(
        Contract.status == ContractStatus.RENEWAL_SIGNED, Contract.renews_id.is_not(None)
    )
    statement = select(Contract).where(
        Contract.status.in_(LIVE),
        Contract.ends_on.between(first, last),
        Contract.ended_on.is_(None),
        Contract.id.not_in(renewed),
    )
    return list(session.scalars(statement.order_by(Contract.id)))


def unvisited(session: Session, begun_by: date, since: date) -> list[Contract]:
    """The active contracts, none of them a renewal, that began between these days and of which nothing was done yet."""
    served = select(LedgerEntry.contract_id).where(LedgerEntry.kind == LedgerKind.CONSUME)
    statement = select(Contract).where(
        Contract.status == ContractStatus.ACTIVE,
        Contract.starts_on.between(since, begun_by),
        Contract.renews_id.is_(None),
        Contract.id.not_in(served.where(LedgerEntry.contract_id == Contract.id)),
    )
    return list(session.scalars(statement.order_by(Contract.id)))


def terms_on(session: Session, day: date) -> ContractTerms:
    """The rule table in force that day."""
    return tools(session).rules.of(ContractTerms, day)


def version_of(session: Session, contract_id: UUID) -> int | None:
    """The version that somebody offline compares with; None for a contract that is not there yet."""
    return session.scalar(select(Contract.version).where(Contract.id == contract_id))


def _access(session: Session, actor: Actor, contract: Contract) -> Access:
    if organizations.is_on_team(session, actor, contract.team_id):
        return Access.FULL
    return residents.may_see(session, actor, contract.resident_id)


def _in_sight(session: Session, actor: Actor) -> Select[Contract]:
    statement = select(Contract)
    if actor.clinician_id is not None:
        teams = organizations.teams_of(session, actor.clinician_id)
        cared_for = residents.cared_for_by(teams)
        return statement.where(or_(Contract.team_id.in_(teams), Contract.resident_id.in_(cared_for)))
    return statement.where(Contract.resident_id.in_(_own(session, actor)))


def _own(session: Session, actor: Actor) -> Sequence[UUID]:
    if actor.resident_id is not None:
        return [actor.resident_id]
    return [resident_id for resident_id, _ in residents.of_proxy(session, actor.account_id)]
