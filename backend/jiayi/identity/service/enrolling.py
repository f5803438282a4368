"""Staff give themselves a second factor: after the password the first time, with the present factor afterwards.

A fresh secret counts from its first code on; until then the former one holds. It is shown once and stands in no log.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pyotp
from sqlalchemy.orm import Session

from jiayi.core.crypto import Place
from jiayi.core.errors import Forbidden, Refusal
from jiayi.core.tools import tools
from jiayi.identity.models import Account
from jiayi.identity.service.accounts import find_account, normal_phone
from jiayi.identity.service.factors import check_password, check_totp, matching_step
from jiayi.identity.service.signing_in import refuse_locked
from jiayi.identity.terms import Realm

VALID = timedelta(minutes=10)
ISSUER = "Jiayi"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A secret that waits for its first code: in base 32 to be typed, as the address that authenticator apps read."""

    account_id: UUID
    secret: str
    uri: str
    expires_at: datetime


def is_enrolled(session: Session, account_id: UUID) -> bool:
    """Whether the account has a second factor that counts."""
    return session.get_one(Account, account_id).totp_sealed is not None


def begin_by_password(session: Session, now: datetime, *, phone: str, password: str) -> Enrolment:
    """The first factor of its kind, for whoever knows number and password.

    Raises Unauthorized `identity.refused.wrong_password`, TooMany `.locked`, Forbidden `.disabled`, Refusal
    `.totp_enrolled`.
    """
    return _begin(session, now, _by_password(session, now, phone, password))


def confirm_by_password(session: Session, now: datetime, *, phone: str, password: str, totp: str) -> UUID:
    """The first code: from now on it counts; whose it is. Raises as `begin_by_password` and `confirm`."""
    account = _by_password(session, now, phone, password)
    confirm(session, now, account.id, totp=totp)
    return account.id


def begin(session: Session, now: datetime, account_id: UUID, *, totp: str | None) -> Enrolment:
    """Another one, for somebody signed in: only with a code of the present one, if there is one.

    Raises Unauthorized `identity.refused.totp_needed`, `.wrong_totp`, TooMany `.locked`, Forbidden for a family's account.
    """
    account = session.get_one(Account, account_id)
    if account.realm is not Realm.STAFF:
        raise Forbidden("identity.refused.wrong_role")
    refuse_locked(account, now)
    if account.totp_sealed is not None:
        check_totp(session, now, account, totp)
    return _begin(session, now, account)


def confirm(session: Session, now: datetime, account_id: UUID, *, totp: str) -> None:
    """The first code of the fresh secret. Raises Refusal `identity.refused.enrolment_over`, `.wrong_first_code`."""
    account = session.get_one(Account, account_id)
    if account.totp_pending_sealed is None or account.totp_pending_at is None or now - account.totp_pending_at > VALID:
        raise Refusal("identity.refused.enrolment_over")
    secret = tools(session).cipher.decrypt(account.totp_pending_sealed, _pending(account_id))
    step = matching_step(secret, now, totp)
    if step is None:
        raise Refusal("identity.refused.wrong_first_code")
    account.totp_sealed = tools(session).cipher.encrypt(secret, Place("accounts", "totp", 0, account_id))
    account.totp_last_step = step
    account.totp_pending_sealed = account.totp_pending_at = None


def _begin(session: Session, now: datetime, account: Account) -> Enrolment:
    secret = pyotp.random_base32()
    account.totp_pending_sealed = tools(session).cipher.encrypt(secret, _pending(account.id))
    account.totp_pending_at = now
    uri = pyotp.TOTP(secret).provisioning_uri(name=account.name, issuer_name=ISSUER)
    return Enrolment(account.id, secret, uri, now + VALID)


def _by_password(session: Session, now: datetime, phone: str, password: str) -> Account:
    account = find_account(session, normal_phone(phone), Realm.STAFF)
    if account is not None:
        refuse_locked(account, now)
    check_password(account, password)
    if account is None or account.disabled_at is not None:
        raise Forbidden("identity.refused.disabled")
    # Who has the password alone must not put another factor in the place of the one that is there.
    if account.totp_sealed is not None:
        raise Refusal("identity.refused.totp_enrolled")
    return account


def _pending(account_id: UUID) -> Place:
    return Place("accounts", "totp_pending", 0, account_id)
