"""Accounts: one a phone number and realm, with its name and where to reach it."""

import re
import unicodedata
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from jiayi.core.crypto import Place
from jiayi.core.errors import Invalid, Refusal
from jiayi.core.ids import new_id
from jiayi.core.tools import tools
from jiayi.identity import tokens
from jiayi.identity.models import Account
from jiayi.identity.terms import Realm

_MOBILE = re.compile(r"1[3-9]\d{9}")


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


def name_of(session: Session, account_id: UUID) -> str:
    """The name that the account goes by."""
    return session.get_one(Account, account_id).name


def disable_account(session: Session, now: datetime, account_id: UUID) -> None:
    """No more sign-in, but for handing in work already done."""
    session.get_one(Account, account_id).disabled_at = now
    tokens.kill_account(session, now, account_id)


def enable_account(session: Session, account_id: UUID) -> None:
    """Undo `disable_account`, and forget failed sign-ins; sessions that ended stay ended."""
    account = session.get_one(Account, account_id)
    account.disabled_at, account.locked_until, account.failed_count = None, None, 0
