"""Accounts, sign-in, memberships."""

import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from jiayi.core.crypto import Place
from jiayi.core.errors import Forbidden, Invalid, NotFound, Refusal, TooMany, Unauthorized
from jiayi.core.ids import new_id
from jiayi.core.prepared import Prepared
from jiayi.core.tools import tools
from jiayi.identity import rules, tokens
from jiayi.identity.models import Account, Device, Membership, OneTimeCode
from jiayi.identity.tables import Lockout, Otp
from jiayi.identity.terms import TEAM_ROLES, Actor, Realm, Role, Scope

PASSWORD_LENGTH = 10
PASSWORD_KINDS = 3
HAND_IN_DAYS = timedelta(days=30)
_MOBILE = re.compile(r"1[3-9]\d{9}")
_hasher = PasswordHasher()


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The outcome of a sign-in."""

    account: Account
    memberships: list[Membership]
    refresh: tokens.Issued
    scope: Scope


def normal_phone(raw: str) -> str:
    """A mainland mobile number as eleven digits. Raises Invalid `identity.invalid.phone`. Source: domain §9.8."""
    digits = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", raw))
    digits = re.sub(r"^(\+86|0086)", "", digits)
    if not _MOBILE.fullmatch(digits):
        raise Invalid("identity.invalid.phone")
    return digits


def phone_hash(session: Session, phone: str) -> str:
    return tools(session).cipher.search_hash("phone", phone)


def find_account(session: Session, phone: str, realm: Realm) -> Account | None:
    statement = select(Account).where(Account.phone_hash == phone_hash(session, phone), Account.realm == realm)
    return session.scalar(statement)


def ensure_account(
    session: Session, now: datetime, *, phone: str, realm: Realm, name: str, birth_year: int | None = None
) -> Account:
    """The account of this phone in this realm, made if there is none. The birth year is added to those it answers to."""
    phone = normal_phone(phone)
    session.execute(
        insert(Account)
        .values(
            id=(account_id := new_id()),
            realm=realm,
            phone_hash=phone_hash(session, phone),
            phone_sealed=tools(session).cipher.encrypt(phone, _phone_place(account_id)),
            name=name,
            birth_years=[],
            failed_count=0,
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=["phone_hash", "realm"])
    )
    account = find_account(session, phone, realm)
    if account is None:
        raise Refusal("identity.refused.account_lost")
    if birth_year is not None and birth_year not in account.birth_years:
        account.birth_years = [*account.birth_years, birth_year]
    return account


def _phone_place(account_id: UUID) -> Place:
    return Place("accounts", "phone", 0, account_id)


def phone_of(session: Session, account_id: UUID) -> str:
    """The account's phone number in clear, for sending to it."""
    account = session.get_one(Account, account_id)
    return tools(session).cipher.decrypt(account.phone_sealed, _phone_place(account.id))


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


def end_membership(session: Session, now: datetime, membership_id: UUID) -> None:
    """From now on its tokens are worth nothing."""
    session.get_one(Membership, membership_id).ended_at = now


def name_of(session: Session, account_id: UUID) -> str:
    """The name that the account goes by."""
    return session.get_one(Account, account_id).name


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


def live_devices(session: Session, account_id: UUID) -> set[UUID]:
    """The account's devices that were not revoked."""
    return set(session.scalars(select(Device.id).where(Device.account_id == account_id, Device.revoked_at.is_(None))))


def counties(session: Session) -> list[int]:
    """Every county in which somebody is something."""
    return list(session.scalars(select(Membership.county_id).distinct().order_by(Membership.county_id)))


def send_code(session: Session, now: datetime, *, phone: str, realm: Realm) -> tuple[str, str, datetime]:
    """Make a one-time code: (phone, code, expires_at); the caller sends it.

    The answer is the same for known and unknown numbers. Raises TooMany with the seconds to wait.
    """
    phone = normal_phone(phone)
    limits = tools(session).rules.of(Otp, now.date())
    hashed = phone_hash(session, phone)
    recent = select(OneTimeCode.sent_at).where(
        OneTimeCode.phone_hash == hashed, OneTimeCode.realm == realm, OneTimeCode.sent_at > now - timedelta(days=1)
    )
    wait = rules.code_wait(list(session.scalars(recent)), now, limits)
    # In the demo nothing is sent, and visitors change from person to person.
    if wait is not None and not tools(session).settings.is_demo:
        raise TooMany("identity.refused.code_too_soon", wait.seconds)
    account = find_account(session, phone, realm)
    is_elder = account is not None and any(now.year - int(year) >= limits.elder_age for year in account.birth_years)
    code = f"{secrets.randbelow(10**limits.code_digits):0{limits.code_digits}d}"
    expires_at = rules.code_expiry(now, is_elder=is_elder, limits=limits)
    session.add(
        OneTimeCode(
            phone_hash=hashed,
            realm=realm,
            code_hash=_code_hash(session, phone, code),
            sent_at=now,
            expires_at=expires_at,
        )
    )
    return phone, code, expires_at


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
    if account is not None and account.locked_until is not None and account.locked_until > now:
        raise TooMany("identity.refused.locked", int((account.locked_until - now).total_seconds()) + 1)
    if password is not None:
        _check_password(account, password)
    else:
        _check_code(session, now, phone, realm, code or "")
    if account is None:
        raise Unauthorized("identity.refused.no_membership")
    if realm is Realm.STAFF and not tools(session).settings.is_demo:
        _check_totp(session, now, account, totp)
    is_new_device = session.get(Device, (account.id, device_id)) is None
    if realm is Realm.FAMILY and is_new_device and account.birth_years:
        _check_birth_year(account, birth_year)
    scope = _scope_of(account, now)
    account.failed_count, account.locked_until = 0, None
    _note_device(session, now, account.id, device_id)
    memberships = live_memberships(session, account.id)
    if not memberships and scope is Scope.FULL:
        raise Unauthorized("identity.refused.no_membership")
    return SignedIn(account, memberships, tokens.start_family(session, now, account.id, device_id), scope)


def note_failure(session: Session, now: datetime, *, phone: str, realm: Realm) -> list[Membership]:
    """Count a failed sign-in; lock after too many. Returns whom it was tried for: none if nobody has that number."""
    try:
        account = find_account(session, normal_phone(phone), realm)
    except Invalid:
        return []
    if account is None:
        return []
    account.failed_count += 1
    account.locked_until = rules.locked_until(account.failed_count, now, tools(session).rules.of(Lockout, now.date()))
    if account.locked_until is not None:
        account.failed_count = 0
    return live_memberships(session, account.id)


def _check_code(session: Session, now: datetime, phone: str, realm: Realm, code: str) -> None:
    limits = tools(session).rules.of(Otp, now.date())
    latest = session.scalar(
        select(OneTimeCode)
        .where(OneTimeCode.phone_hash == phone_hash(session, phone), OneTimeCode.realm == realm)
        .order_by(OneTimeCode.sent_at.desc())
        .limit(1)
        .with_for_update()
    )
    if latest is None or latest.used_at is not None or latest.expires_at <= now or latest.tries >= limits.max_tries:
        raise WrongCode("identity.refused.wrong_code")
    if not hmac.compare_digest(latest.code_hash, _code_hash(session, phone, code)):
        latest.tries += 1
        raise WrongCode("identity.refused.wrong_code")
    latest.used_at = now


class WrongCode(Unauthorized):
    """The try must be counted, so the caller commits before it answers."""


def _code_hash(session: Session, phone: str, code: str) -> str:
    return tools(session).cipher.search_hash("code", f"{phone}:{code}")


def _check_password(account: Account | None, password: str) -> None:
    stored = account.password_hash if account is not None else None
    try:
        # An unknown account costs the same time as a wrong password.
        _hasher.verify(stored or _NO_PASSWORD, password)
    except (VerificationError, InvalidHashError) as error:
        raise Unauthorized("identity.refused.wrong_password") from error
    if stored is None:
        raise Unauthorized("identity.refused.wrong_password")


_NO_PASSWORD = _hasher.hash(secrets.token_hex(16))


def _check_totp(session: Session, now: datetime, account: Account, totp: str | None) -> None:
    if account.totp_sealed is None:
        raise Unauthorized("identity.refused.totp_not_enrolled")
    if not totp:
        raise Unauthorized("identity.refused.totp_needed")
    secret = tools(session).cipher.decrypt(account.totp_sealed, Place("accounts", "totp", 0, account.id))
    generator = pyotp.TOTP(secret)
    step = generator.timecode(now)
    good = next((s for s in (step, step - 1, step + 1) if hmac.compare_digest(generator.generate_otp(s), totp)), None)
    # A step is good once: a code read over the shoulder opens nothing.
    if good is None or (account.totp_last_step is not None and good <= account.totp_last_step):
        raise Unauthorized("identity.refused.wrong_totp")
    account.totp_last_step = good


def set_password(session: Session, account_id: UUID, password: str) -> None:
    """Set a staff password: at least ten characters of three kinds. Raises Invalid `identity.invalid.password`."""
    kinds = sum(bool(re.search(pattern, password)) for pattern in (r"[a-z]", r"[A-Z]", r"\d", r"[^a-zA-Z\d]"))
    if len(password) < PASSWORD_LENGTH or kinds < PASSWORD_KINDS:
        raise Invalid("identity.invalid.password")
    session.get_one(Account, account_id).password_hash = _hasher.hash(password)


def enrol_totp(session: Session, account_id: UUID) -> str:
    """Give the account a fresh TOTP secret and return it in base 32, to be shown once."""
    secret = pyotp.random_base32()
    account = session.get_one(Account, account_id)
    account.totp_sealed = tools(session).cipher.encrypt(secret, Place("accounts", "totp", 0, account_id))
    account.totp_last_step = None
    return secret


def _check_birth_year(account: Account, birth_year: int | None) -> None:
    # Phone numbers are recycled: a stranger who got this one does not know the year.
    if birth_year is None:
        raise Unauthorized("identity.refused.birth_year_needed")
    if birth_year not in account.birth_years:
        raise Unauthorized("identity.refused.wrong_birth_year")


def _scope_of(account: Account, now: datetime) -> Scope:
    if account.disabled_at is None:
        return Scope.FULL
    if now - account.disabled_at > HAND_IN_DAYS:
        raise Forbidden("identity.refused.disabled")
    return Scope.HAND_IN


def _note_device(session: Session, now: datetime, account_id: UUID, device_id: UUID) -> None:
    device = session.get(Device, (account_id, device_id))
    if device is None:
        session.add(Device(account_id=account_id, id=device_id, first_seen_at=now, last_seen_at=now))
    elif device.revoked_at is not None:
        raise Forbidden("identity.refused.device_revoked")
    else:
        device.last_seen_at = now


def disable_account(session: Session, now: datetime, account_id: UUID) -> None:
    """No more sign-in, but for handing in work already done."""
    session.get_one(Account, account_id).disabled_at = now
    tokens.kill_account(session, now, account_id)


def enable_account(session: Session, account_id: UUID) -> None:
    """Undo `disable_account`, and forget failed sign-ins; sessions that ended stay ended."""
    account = session.get_one(Account, account_id)
    account.disabled_at, account.locked_until, account.failed_count = None, None, 0


def devices(session: Session, account_id: UUID) -> list[tuple[UUID, datetime, datetime | None]]:
    """The devices on which the account signed in: (id, last seen, revoked), the last seen first."""
    seen = select(Device.id, Device.last_seen_at, Device.revoked_at).where(Device.account_id == account_id)
    return [
        (device_id, seen_at, revoked_at)
        for device_id, seen_at, revoked_at in session.execute(seen.order_by(Device.last_seen_at.desc()))
    ]


def revoke_device(session: Session, now: datetime, account_id: UUID, device_id: UUID) -> None:
    """The device may do nothing more and erases itself at its next contact. Raises NotFound."""
    device = session.get(Device, (account_id, device_id))
    if device is None:
        raise NotFound
    device.revoked_at = now


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
