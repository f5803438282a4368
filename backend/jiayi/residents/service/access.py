"""Who may see a resident: by care relation, not by role alone.

A clinician sees the residents of his or her teams; a resident sees himself; family see those who granted it, within scope
and time. Managers, supervisors and administrators see no file.
"""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select, text
from sqlalchemy.orm import Session

from jiayi.core.db import china_today
from jiayi.core.errors import NotFound
from jiayi.core.prepared import Prepared
from jiayi.core.tools import tools
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents.models import Proxy, Resident
from jiayi.residents.tables import Proxies
from jiayi.residents.terms import Access, ProxyScope


def get(session: Session, resident_id: UUID) -> Resident:
    """The resident, whoever asks. Raises NotFound."""
    resident = session.get(Resident, (session.info["county_id"], resident_id))
    if resident is None:
        raise NotFound
    return resident


def lock(session: Session, resident_id: UUID) -> Resident:
    """The resident, locked until the transaction ends, as it stands now. Raises NotFound."""
    key = (session.info["county_id"], resident_id)
    resident = session.get(Resident, key, with_for_update=True, populate_existing=True)
    if resident is None:
        raise NotFound
    return resident


def may_see(session: Session, actor: Actor, resident_id: UUID, on: date | None = None) -> Access:
    """How much of this resident's file the actor may see, today unless said otherwise."""
    if actor.is_team:
        if actor.filed_by is not None:
            return Access.FULL
        team_id = care_teams_of(session, [resident_id]).get(resident_id)
        is_cared_for = team_id is not None and organizations.is_on_team(session, actor, team_id)
        return Access.FULL if is_cared_for else Access.NONE
    if actor.role is Role.RESIDENT:
        return Access.FULL if actor.resident_id == resident_id else Access.NONE
    scopes = scopes_of(session, actor, resident_id, on)
    if ProxyScope.VIEW_FULL in scopes:
        return Access.FULL
    return Access.SUMMARY if scopes else Access.NONE


def see(session: Session, actor: Actor, resident_id: UUID, on: date | None = None) -> Resident:
    """The resident, if the actor may see anything of the file. Raises NotFound, as for somebody who is not there."""
    if may_see(session, actor, resident_id, on) is Access.NONE:
        raise NotFound
    return get(session, resident_id)


def see_full(session: Session, actor: Actor, resident_id: UUID, on: date | None = None) -> Resident:
    """The resident, if the actor may see the whole file. Raises NotFound."""
    if may_see(session, actor, resident_id, on) is not Access.FULL:
        raise NotFound
    return get(session, resident_id)


def care_for(session: Session, actor: Actor, resident_id: UUID) -> Resident:
    """The resident, if the actor works in the team that cares for him or her. Raises NotFound."""
    if not actor.is_team:
        raise NotFound
    return see_full(session, actor, resident_id)


def scopes_of(session: Session, actor: Actor, resident_id: UUID, on: date | None = None) -> frozenset[ProxyScope]:
    """What a proxy may do for this resident; nothing for anybody else."""
    if actor.role is not Role.PROXY:
        return frozenset()
    statement = select(Proxy.scopes).where(
        Proxy.account_id == actor.account_id, Proxy.resident_id == resident_id, is_live(on)
    )
    return frozenset(ProxyScope(scope) for scopes in session.scalars(statement) for scope in scopes)


def may_book(session: Session, actor: Actor, resident_id: UUID, on: date | None = None) -> bool:
    """Whether the actor may ask for a visit or a refill for this resident: himself, the team, family with that scope."""
    if actor.role is Role.PROXY:
        return ProxyScope.BOOK in scopes_of(session, actor, resident_id, on)
    return may_see(session, actor, resident_id, on) is Access.FULL


def of_proxy(session: Session, account_id: UUID, on: date | None = None) -> list[tuple[UUID, frozenset[ProxyScope]]]:
    """The residents whom this account may act for, with what it may do for each."""
    statement = (
        select(Proxy.resident_id, Proxy.scopes)
        .where(Proxy.account_id == account_id, is_live(on))
        .order_by(Proxy.resident_id)
    )
    return [
        (resident_id, frozenset(ProxyScope(scope) for scope in scopes))
        for resident_id, scopes in session.execute(statement)
    ]


def proxy_accounts(
    session: Session, resident_id: UUID, scope: ProxyScope | None = None, on: date | None = None
) -> list[UUID]:
    """The accounts of family who act for this resident, or those of them who may do `scope`: to tell them something."""
    statement = select(Proxy.account_id, Proxy.scopes).where(Proxy.resident_id == resident_id, is_live(on))
    rows = session.execute(statement.order_by(Proxy.id))
    return [account_id for account_id, scopes in rows if scope is None or scope in scopes]


def with_proxy(session: Session, resident_ids: Collection[UUID]) -> set[UUID]:
    """Those of these residents for whom family act today."""
    return set(session.scalars(select(Proxy.resident_id).where(Proxy.resident_id.in_(resident_ids), is_live(None))))


def is_live(on: date | None) -> ColumnElement[bool]:
    """Whether a grant is good on that day. Without a day the database's clock counts, so that no caller can forget it."""
    day: Any = china_today() if on is None else on
    return and_(Proxy.revoked_at.is_(None), Proxy.valid_from <= day, Proxy.expires_on > day)


def care_teams_of(session: Session, resident_ids: Collection[UUID]) -> dict[UUID, UUID | None]:
    """Which team cares for each of these residents."""
    statement = select(Resident.id, Resident.care_team_id).where(Resident.id.in_(resident_ids))
    return dict(session.execute(statement).all())


def names_of(session: Session, resident_ids: Collection[UUID]) -> dict[UUID, str]:
    """What these residents are called, for whoever has to decide about them."""
    return dict(session.execute(select(Resident.id, Resident.name).where(Resident.id.in_(resident_ids))).all())


def placed(session: Session, resident_ids: Collection[UUID]) -> dict[UUID, UUID | None]:
    """The same of those who stand on phones: the dead leave them when the family's time of reading is over."""
    return dict(_PLACED(session, ids=list(resident_ids), days=_days_of_reading(session)))


_PLACED = Prepared(
    text(
        "select id, care_team_id from residents where id = any(:ids) and (deceased_on is null"
        " or deceased_on >= cast(now() at time zone 'Asia/Shanghai' as date) - cast(:days as integer))"
    )
)


def ids_of_gone(session: Session) -> set[UUID]:
    """Those who have died and stand on phones no more."""
    return set(session.scalars(select(Resident.id).where(Resident.deceased_on < _last_read(session))))


def _last_read(session: Session) -> ColumnElement[date]:
    """Who died on this day is read of for the last time today."""
    return china_today() - _days_of_reading(session)


def _days_of_reading(session: Session) -> int:
    return tools(session).rules.versions(Proxies)[-1].read_after_death_days


def ids_of_care_teams(session: Session, team_ids: Collection[UUID]) -> list[UUID]:
    """The residents whom these teams care for."""
    return list(session.scalars(cared_for_by(team_ids)))


def cared_for_by(team_ids: Collection[UUID]) -> Select[UUID]:
    """The same as a statement, to look up things about them."""
    return select(Resident.id).where(Resident.care_team_id.in_(team_ids))
