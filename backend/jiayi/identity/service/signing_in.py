"""Sign-in on a device."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.errors import Forbidden, Invalid, TooMany, Unauthorized
from jiayi.core.tools import tools
from jiayi.identity import rules, tokens
from jiayi.identity.models import Account, Device, Membership
from jiayi.identity.service.accounts import find_account, normal_phone
from jiayi.identity.service.devices import note_device
from jiayi.identity.service.factors import check_birth_year, check_code, check_password, check_totp
from jiayi.identity.service.memberships import live_memberships
from jiayi.identity.tables import Lockout
from jiayi.identity.terms import Realm, Scope

HAND_IN_DAYS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The outcome of a sign-in."""

    account: Account
    memberships: list[Membership]
    refresh: tokens.Issued
    scope: Scope


def sign_in(
    session: Session,
    now: datetime,
    *,
    phone: str,
    realm: Realm,
    device_id: UUID,
    code: str | None = None,
    password: str | None = None,
    totp: str | None = None,
    birth_year: int | None = None,
) -> SignedIn:
    """Check the factors and open a session on this device.

    Raises Unauthorized with `identity.refused.wrong_code`, `.wrong_password`, `.totp_needed`, `.wrong_totp`,
    `.birth_year_needed`, `.no_membership`; TooMany `identity.refused.locked`. Failures are counted by `note_failure`,
    in a transaction of its own.
    """
    phone = normal_phone(phone)
    account = find_account(session, phone, realm)
    if account is not None:
        refuse_locked(account, now)
    if password is not None:
        check_password(account, password)
    else:
        check_code(session, now, phone, realm, code or "")
    if account is None:
        raise Unauthorized("identity.refused.no_membership")
    if realm is Realm.STAFF and not tools(session).settings.is_demo:
        check_totp(session, now, account, totp)
    is_new_device = session.get(Device, (account.id, device_id)) is None
    if realm is Realm.FAMILY and is_new_device and account.birth_years:
        check_birth_year(account, birth_year)
    scope = _scope_of(account, now)
    account.failed_count, account.locked_until = 0, None
    note_device(session, now, account.id, device_id)
    memberships = live_memberships(session, account.id)
    if not memberships and scope is Scope.FULL:
        raise Unauthorized("identity.refused.no_membership")
    return SignedIn(account, memberships, tokens.start_family(session, now, account.id, device_id), scope)


def refuse_locked(account: Account, now: datetime) -> None:
    """Raises TooMany `identity.refused.locked` with the seconds to wait."""
    if account.locked_until is not None and account.locked_until > now:
        raise TooMany("identity.refused.locked", int((account.locked_until - now).total_seconds()) + 1)


def note_failure(session: Session, now: datetime, *, phone: str, realm: Realm) -> list[Membership]:
    """Count a failed sign-in; lock after too many. Returns whom it was tried for: none if nobody has that number."""
    try:
        account = find_account(session, normal_phone(phone), realm)
    except Invalid:
        return []
    return [] if account is None else _count(session, now, account)


def note_failure_of(session: Session, now: datetime, account_id: UUID) -> list[Membership]:
    """The same for somebody who is in already and had to prove it once more."""
    return _count(session, now, session.get_one(Account, account_id))


def _count(session: Session, now: datetime, account: Account) -> list[Membership]:
    account.failed_count += 1
    account.locked_until = rules.locked_until(
        account.failed_count, now, tools(session).rules.of(Lockout, china_date(now))
    )
    if account.locked_until is not None:
        account.failed_count = 0
    return live_memberships(session, account.id)


def _scope_of(account: Account, now: datetime) -> Scope:
    if account.disabled_at is None:
        return Scope.FULL
    if now - account.disabled_at > HAND_IN_DAYS:
        raise Forbidden("identity.refused.disabled")
    return Scope.HAND_IN
