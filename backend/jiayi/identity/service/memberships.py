"""What an account is in a county, and whether it still is."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jiayi.core.errors import Unauthorized
from jiayi.core.prepared import Prepared
from jiayi.identity.models import Account, Device, Membership
from jiayi.identity.terms import TEAM_ROLES, Actor, Role, Scope


def ensure_membership(
    session: Session, *, account_id: UUID, county_id: int, role: Role, subject_id: UUID | None, name: str
) -> Membership:
    """The live membership of this kind, made if there is none."""
    live = session.scalar(
        select(Membership).where(
            Membership.account_id == account_id,
            Membership.county_id == county_id,
            Membership.role == role,
            Membership.subject_id.is_not_distinct_from(subject_id),
            Membership.ended_at.is_(None),
        )
    )
    if live is not None:
        return live
    made = Membership(account_id=account_id, county_id=county_id, role=role, subject_id=subject_id, name=name)
    session.add(made)
    session.flush()
    return made


def set_staff_role(
    session: Session, *, account_id: UUID, county_id: int, role: Role, subject_id: UUID, name: str
) -> Membership:
    """Make the clinician's one membership this role: leader or not. It keeps its id, so what waits on a phone stays good."""
    live = session.scalar(
        select(Membership).where(
            Membership.account_id == account_id,
            Membership.county_id == county_id,
            Membership.subject_id == subject_id,
            Membership.role.in_(TEAM_ROLES),
            Membership.ended_at.is_(None),
        )
    )
    if live is None:
        return ensure_membership(
            session, account_id=account_id, county_id=county_id, role=role, subject_id=subject_id, name=name
        )
    live.role = role
    return live


def end_membership(session: Session, now: datetime, membership_id: UUID) -> None:
    """From now on its tokens are worth nothing."""
    session.get_one(Membership, membership_id).ended_at = now


def end_memberships_of(session: Session, now: datetime, county_id: int, subject_id: UUID) -> None:
    """End all that anybody is as this resident or clinician, as on a death."""
    live = select(Membership).where(
        Membership.county_id == county_id, Membership.subject_id == subject_id, Membership.ended_at.is_(None)
    )
    for membership in session.scalars(live):
        membership.ended_at = now


def live_memberships(session: Session, account_id: UUID) -> list[Membership]:
    live = select(Membership).where(Membership.account_id == account_id, Membership.ended_at.is_(None))
    return list(session.scalars(live.order_by(Membership.id)))


def accounts_of_subject(session: Session, county_id: int, subject_id: UUID) -> list[UUID]:
    """The accounts that are this resident or this clinician."""
    statement = select(Membership.account_id).where(
        Membership.county_id == county_id, Membership.subject_id == subject_id, Membership.ended_at.is_(None)
    )
    return list(session.scalars(statement))


def with_account(session: Session, county_id: int, subject_ids: Collection[UUID]) -> set[UUID]:
    """Those of these residents or clinicians who have an account."""
    statement = select(Membership.subject_id).where(
        Membership.county_id == county_id, Membership.subject_id.in_(subject_ids), Membership.ended_at.is_(None)
    )
    return {subject_id for subject_id in session.scalars(statement) if subject_id is not None}


def accounts_with(session: Session, county_id: int, roles: Collection[Role]) -> list[UUID]:
    """The accounts that are somebody of these roles in the county, each once."""
    statement = select(Membership.account_id).where(
        Membership.county_id == county_id, Membership.role.in_(roles), Membership.ended_at.is_(None)
    )
    return sorted(set(session.scalars(statement)))


def is_reachable(session: Session, account_id: UUID, county_id: int) -> bool:
    """Whether the account is still somebody in this county: not disabled, and with a live membership."""
    statement = (
        select(Membership.id)
        .join(Account, Account.id == Membership.account_id)
        .where(
            Account.id == account_id,
            Account.disabled_at.is_(None),
            Membership.county_id == county_id,
            Membership.ended_at.is_(None),
        )
    )
    return session.scalar(statement.limit(1)) is not None


def counties(session: Session) -> list[int]:
    """Every county in which somebody is something."""
    return list(session.scalars(select(Membership.county_id).distinct().order_by(Membership.county_id)))


_ACTOR = Prepared(
    select(
        Membership.account_id,
        Membership.county_id,
        Membership.role,
        Membership.subject_id,
        Membership.ended_at,
        Account.disabled_at,
        Device.revoked_at,
    )
    .join(Account, Account.id == Membership.account_id)
    .outerjoin(Device, (Device.account_id == Account.id) & (Device.id == bindparam("device_id")))
    .where(Membership.id == bindparam("membership_id"), Membership.county_id == bindparam("county_id"))
)


def actor_of(session: Session, *, membership_id: UUID, device_id: UUID | None, scope: Scope) -> Actor:
    """The actor of this membership in the session's county, checked now.

    Raises Unauthorized when membership, account or device ended.
    """
    rows = _ACTOR(session, membership_id=membership_id, county_id=session.info["county_id"], device_id=device_id)
    if not rows:
        raise Unauthorized("identity.refused.session_ended")
    account_id, county_id, role, subject_id, ended_at, disabled_at, revoked_at = rows[0]
    if revoked_at is not None:
        raise Unauthorized("identity.refused.device_revoked")
    is_ended = ended_at is not None or disabled_at is not None
    if is_ended and scope is not Scope.HAND_IN:
        raise Unauthorized("identity.refused.session_ended")
    return Actor(
        account_id=account_id,
        membership_id=membership_id,
        county_id=county_id,
        role=Role(role),
        subject_id=subject_id,
        device_id=device_id,
        scope=scope,
    )
