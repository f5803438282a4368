"""What somebody proves to be the owner of an account: a code sent, a password, an authenticator, a year of birth."""

import hmac
import re
import secrets
from datetime import datetime, timedelta
from uuid import UUID

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.crypto import Place
from jiayi.core.dates import china_date
from jiayi.core.errors import Invalid, TooMany, Unauthorized
from jiayi.core.tools import tools
from jiayi.identity import rules
from jiayi.identity.models import Account, OneTimeCode
from jiayi.identity.service.accounts import find_account, normal_phone, phone_hash
from jiayi.identity.tables import Otp
from jiayi.identity.terms import Realm

PASSWORD_LENGTH = 10
PASSWORD_KINDS = 3
_hasher = PasswordHasher()


def send_code(session: Session, now: datetime, *, phone: str, realm: Realm) -> tuple[str, str, datetime]:
    """Make a one-time code: (phone, code, expires_at); the caller sends it.

    The answer is the same for known and unknown numbers. Raises TooMany with the seconds to wait.
    """
    phone = normal_phone(phone)
    limits = tools(session).rules.of(Otp, china_date(now))
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


class WrongCode(Unauthorized):
    """The try must be counted, so the caller commits before it answers."""


def check_code(session: Session, now: datetime, phone: str, realm: Realm, code: str) -> None:
    """The code last sent, once. Raises WrongCode, for which the try has been counted."""
    limits = tools(session).rules.of(Otp, china_date(now))
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


def _code_hash(session: Session, phone: str, code: str) -> str:
    return tools(session).cipher.search_hash("code", f"{phone}:{code}")


def check_password(account: Account | None, password: str) -> None:
    """Raises Unauthorized `identity.refused.wrong_password`."""
    stored = account.password_hash if account is not None else None
    try:
        # An unknown account costs the same time as a wrong password.
        _hasher.verify(stored or _NO_PASSWORD, password)
    except (VerificationError, InvalidHashError) as error:
        raise Unauthorized("identity.refused.wrong_password") from error
    if stored is None:
        raise Unauthorized("identity.refused.wrong_password")


_NO_PASSWORD = _hasher.hash(secrets.token_hex(16))


def check_totp(session: Session, now: datetime, account: Account, totp: str | None) -> None:
    """Raises Unauthorized `identity.refused.totp_not_enrolled`, `.totp_needed`, `.wrong_totp`."""
    if account.totp_sealed is None:
        raise Unauthorized("identity.refused.totp_not_enrolled")
    if not totp:
        raise Unauthorized("identity.refused.totp_needed")
    secret = tools(session).cipher.decrypt(account.totp_sealed, Place("accounts", "totp", 0, account.id))
    good = matching_step(secret, now, totp)
    # A step is good once: a code read over the shoulder opens nothing.
    if good is None or (account.totp_last_step is not None and good <= account.totp_last_step):
        raise Unauthorized("identity.refused.wrong_totp")
    account.totp_last_step = good


def matching_step(secret: str, now: datetime, totp: str) -> int | None:
    """The half minute whose code this is: this one or a neighbour, for clocks that are not quite right."""
    generator = pyotp.TOTP(secret)
    step = generator.timecode(now)
    near = (step, step - 1, step + 1)
    return next((one for one in near if hmac.compare_digest(generator.generate_otp(one).encode(), totp.encode())), None)


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
    account.totp_last_step = account.totp_pending_sealed = account.totp_pending_at = None
    return secret


def check_birth_year(account: Account, birth_year: int | None) -> None:
    """Raises Unauthorized `identity.refused.birth_year_needed`, `.wrong_birth_year`."""
    # Phone numbers are recycled: a stranger who got this one does not know the year.
    if birth_year is None:
        raise Unauthorized("identity.refused.birth_year_needed")
    if birth_year not in account.birth_years:
        raise Unauthorized("identity.refused.wrong_birth_year")
