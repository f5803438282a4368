"""Family who help: granted by the elder, or by staff on the elder's word; for a time, revocable at once."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.errors import NotFound, Refusal, demand
from jiayi.core.events import publish
from jiayi.core.results import Refused
from jiayi.core.tools import tools
from jiayi.identity import service as identity
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Realm, Role
from jiayi.notify import service as notify
from jiayi.residents.models import Consent, Proxy, Resident
from jiayi.residents.rules import may_grant, proxy_expiry
from jiayi.residents.service.access import care_for, get
from jiayi.residents.tables import Proxies
from jiayi.residents.terms import PROXY_ACCESS, Channel, GrantEnded, ProxyScope, Relation


def grant_proxy(
    session: Session,
    actor: Actor,
    now: datetime,
    resident_id: UUID,
    *,
    id: UUID,
    phone: str,
    name: str,
    relation: Relation,
    scopes: Sequence[ProxyScope],
    expires_on: date | None = None,
) -> Proxy:
    """Let somebody of the family help, until the day before `expires_on`; a former grant to the same person ends.

    Granting is itself the consent to proxies (C6). Raises NotFound, Refusal `residents.refused.proxy_scope`,
    `residents.refused.proxy_term`, `residents.refused.deceased`, `residents.refused.id_exists`; Invalid
    `identity.invalid.phone`.
    """
    resident = may_grant_for(session, actor, resident_id)
    if resident.deceased_on is not None:
        raise Refusal("residents.refused.deceased")
    if session.get(Proxy, (session.info["county_id"], id)) is not None:
        raise Refusal("residents.refused.id_exists")
    today = china_date(now)
    limits = tools(session).rules.of(Proxies, today)
    until = expires_on or _default_expiry(today, limits)
    demand(may_grant(frozenset(scopes), today, until, limits))
    account = identity.ensure_account(session, now, phone=phone, realm=Realm.FAMILY, name=name)
    identity.ensure_membership(
        session, account_id=account.id, county_id=actor.county_id, role=Role.PROXY, subject_id=None, name=name
    )
    _end_former(session, now, resident_id, account.id)
    grant = Proxy(
        id=id,
        resident_id=resident_id,
        account_id=account.id,
        name=name,
        relation=relation,
        scopes=sorted({scope.value for scope in scopes}),
        granted_by_account_id=actor.account_id,
        granted_by_staff=actor.is_team,
        valid_from=today,
        expires_on=until,
    )
    session.add(grant)
    _note_consent(session, actor, now, resident_id)
    audit(session, actor, now, "residents.grant_proxy", resident_id=resident_id, subject=f"proxy:{id}")
    session.flush()
    return grant


def revoke_proxy(session: Session, actor: Actor, now: datetime, resident_id: UUID, proxy_id: UUID) -> Proxy:
    """The help ends now. The elder, the team on the elder's word, and the helper may end it. Raises NotFound."""
    grant = session.get(Proxy, (session.info["county_id"], proxy_id))
    if grant is None or grant.resident_id != resident_id or grant.revoked_at is not None:
        raise NotFound
    if grant.account_id != actor.account_id:
        may_grant_for(session, actor, resident_id)
    _revoke(session, actor, now, grant)
    return grant


def revoke_all(session: Session, actor: Actor, now: datetime, resident_id: UUID) -> None:
    """Nobody helps any more."""
    for grant in proxies_of(session, resident_id):
        _revoke(session, actor, now, grant)


def proxies_of(session: Session, resident_id: UUID) -> list[Proxy]:
    """The grants that were not revoked, oldest first; some may have run out."""
    statement = select(Proxy).where(Proxy.resident_id == resident_id, Proxy.revoked_at.is_(None)).order_by(Proxy.id)
    return list(session.scalars(statement))


def ended_on(session: Session, first: date, last: date) -> list[Proxy]:
    """The grants that ran out by themselves between these days, both included."""
    mine = (Proxy.revoked_at.is_(None), Proxy.expires_on.between(first, last))
    return list(session.scalars(select(Proxy).where(*mine).order_by(Proxy.id)))


def list_proxies(session: Session, actor: Actor, now: datetime, resident_id: UUID) -> list[Proxy]:
    """The same for the elder and the team; a helper sees only his or her own. Raises NotFound."""
    found = proxies_of(session, resident_id)
    if actor.role is Role.PROXY:
        found = [grant for grant in found if grant.account_id == actor.account_id]
        if not found:
            raise NotFound
    else:
        may_grant_for(session, actor, resident_id)
    audit(session, actor, now, "residents.list_proxies", resident_id=resident_id)
    return found


def may_grant_for(session: Session, actor: Actor, resident_id: UUID) -> Resident:
    """The elder grants and revokes, or the team on the elder's word; never family. Raises NotFound."""
    if actor.role is Role.RESIDENT and actor.resident_id == resident_id:
        return get(session, resident_id)
    return care_for(session, actor, resident_id)


def _default_expiry(today: date, limits: Proxies) -> date:
    until = proxy_expiry(today, None, limits)
    if isinstance(until, Refused):
        raise Refusal(until.reason, until.detail)
    return until


def _end_former(session: Session, now: datetime, resident_id: UUID, account_id: UUID) -> None:
    for grant in proxies_of(session, resident_id):
        if grant.account_id == account_id:
            grant.revoked_at = now
    session.flush()


def _note_consent(session: Session, actor: Actor, now: datetime, resident_id: UUID) -> None:
    known = select(Consent.id).where(
        Consent.resident_id == resident_id, Consent.purpose == PROXY_ACCESS, Consent.withdrawn_at.is_(None)
    )
    if session.scalar(known) is None:
        channel = Channel.COUNTER if actor.is_team else Channel.APP
        session.add(
            Consent(
                resident_id=resident_id,
                purpose=PROXY_ACCESS,
                version=1,
                given_at=now,
                channel=channel,
                account_id=actor.account_id,
            )
        )


def _revoke(session: Session, actor: Actor, now: datetime, grant: Proxy) -> None:
    grant.revoked_at = now
    notify.withdraw(session, grant.resident_id, grant.account_id)
    publish(session, GrantEnded(grant.id, grant.resident_id, grant.account_id, is_revoked=True, at=now))
    audit(session, actor, now, "residents.revoke_proxy", resident_id=grant.resident_id, subject=f"proxy:{grant.id}")
    session.flush()
