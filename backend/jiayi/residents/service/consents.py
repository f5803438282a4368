"""What a resident has agreed to: each purpose apart, under a version of its text, withdrawn as easily as given."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from jiayi.core.errors import NotFound
from jiayi.core.ids import new_id
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.residents.models import Consent, Resident
from jiayi.residents.service.access import care_for, get
from jiayi.residents.service.proxies import revoke_all
from jiayi.residents.terms import PROXY_ACCESS, Channel, ConsentPurpose


def give_consent(
    session: Session,
    actor: Actor,
    now: datetime,
    resident_id: UUID,
    *,
    purpose: ConsentPurpose,
    version: int,
    channel: Channel = Channel.COUNTER,
    id: UUID | None = None,
) -> Consent:
    """Note a consent. One given before under the same version stands; under another it is replaced. Raises NotFound."""
    may_decide(session, actor, resident_id)
    return record_consent(session, actor, now, resident_id, purpose=purpose, version=version, channel=channel, id=id)


def record_consent(
    session: Session,
    actor: Actor,
    now: datetime,
    resident_id: UUID,
    *,
    purpose: ConsentPurpose,
    version: int,
    channel: Channel,
    id: UUID | None = None,
) -> Consent:
    """The same, where whoever calls has seen to it that the actor may."""
    known = live_consent(session, resident_id, purpose)
    if known is not None and known.version == version:
        return known
    if known is not None:
        known.withdrawn_at = now
        session.flush()
    consent = Consent(
        id=id or new_id(),
        resident_id=resident_id,
        purpose=purpose,
        version=version,
        given_at=now,
        channel=Channel.APP if actor.role is Role.RESIDENT else channel,
        account_id=actor.account_id,
    )
    session.add(consent)
    _note(session, actor, now, "residents.give_consent", resident_id, purpose)
    return consent


def withdraw_consent(
    session: Session, actor: Actor, now: datetime, resident_id: UUID, *, purpose: ConsentPurpose
) -> Consent:
    """Note that a consent no longer holds; without the one to proxies (C6) nobody is a proxy. Raises NotFound."""
    may_decide(session, actor, resident_id)
    consent = live_consent(session, resident_id, purpose)
    if consent is None:
        raise NotFound
    consent.withdrawn_at = now
    if purpose is PROXY_ACCESS:
        revoke_all(session, actor, now, resident_id)
    _note(session, actor, now, "residents.withdraw_consent", resident_id, purpose)
    return consent


def live_consent(session: Session, resident_id: UUID, purpose: ConsentPurpose) -> Consent | None:
    """The consent to this purpose that holds now."""
    return session.scalar(
        select(Consent).where(
            Consent.resident_id == resident_id, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
        )
    )


def consented(session: Session, resident_id: UUID, purpose: ConsentPurpose, at: datetime) -> bool:
    """Whether the resident agreed to this at that moment, whatever was decided since."""
    holds = or_(Consent.withdrawn_at.is_(None), Consent.withdrawn_at > at)
    given = select(Consent.id).where(
        Consent.resident_id == resident_id, Consent.purpose == purpose, Consent.given_at <= at, holds
    )
    return session.scalar(given.limit(1)) is not None


def live_purposes(session: Session, resident_ids: Collection[UUID]) -> dict[UUID, list[ConsentPurpose]]:
    """To what each of these agrees now."""
    found: dict[UUID, list[ConsentPurpose]] = defaultdict(list)
    statement = select(Consent.resident_id, Consent.purpose).where(
        Consent.resident_id.in_(list(resident_ids)), Consent.withdrawn_at.is_(None)
    )
    for resident_id, purpose in session.execute(statement.order_by(Consent.purpose)):
        found[resident_id].append(purpose)
    return found


def consents_of(session: Session, actor: Actor, now: datetime, resident_id: UUID) -> list[Consent]:
    """All that was given and withdrawn, newest first. Raises NotFound."""
    may_decide(session, actor, resident_id)
    audit(session, actor, now, "residents.list_consents", resident_id=resident_id)
    statement = select(Consent).where(Consent.resident_id == resident_id).order_by(Consent.given_at.desc(), Consent.id)
    return list(session.scalars(statement))


def may_decide(session: Session, actor: Actor, resident_id: UUID) -> Resident:
    """The resident decides, or the team notes what the resident decided; family never. Raises NotFound."""
    if actor.role is Role.RESIDENT and actor.resident_id == resident_id:
        return get(session, resident_id)
    return care_for(session, actor, resident_id)


def _note(
    session: Session, actor: Actor, now: datetime, action: str, resident_id: UUID, purpose: ConsentPurpose
) -> None:
    audit(session, actor, now, action, resident_id=resident_id, subject=f"consent:{purpose.value}")
    session.flush()
