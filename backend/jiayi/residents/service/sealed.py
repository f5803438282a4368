"""Identity and phone numbers: sealed in the row, found by keyed hash."""

from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core.crypto import Place
from jiayi.core.errors import Invalid
from jiayi.core.tools import tools
from jiayi.residents.models import Resident, ResidentPhone
from jiayi.residents.phones import read_phone


def seal_identity(session: Session, resident: Resident, number: str) -> None:
    """Keep this identity number, already in its one spelling."""
    resident.identity_sealed = tools(session).cipher.encrypt(number, _place(session, "identity", resident.id))
    resident.identity_hash = identity_hash(session, number)


def open_identity(session: Session, resident: Resident) -> str | None:
    """The identity number in clear, None when none is known."""
    if resident.identity_sealed is None:
        return None
    return tools(session).cipher.decrypt(resident.identity_sealed, _place(session, "identity", resident.id))


def identity_hash(session: Session, number: str) -> str:
    return tools(session).cipher.search_hash("identity", number)


def seal_phone(session: Session, phone: ResidentPhone, typed: str) -> None:
    """Keep this number. Raises Invalid `residents.invalid.phone`."""
    number = normal_number(typed)
    phone.number_sealed = tools(session).cipher.encrypt(number, _place(session, "number", phone.id))
    phone.number_hash = number_hash(session, number)


def open_phone(session: Session, phone: ResidentPhone) -> str:
    return tools(session).cipher.decrypt(phone.number_sealed, _place(session, "number", phone.id))


def number_hash(session: Session, number: str) -> str:
    return tools(session).cipher.search_hash("number", number)


def normal_number(typed: str) -> str:
    """One spelling for one number. Raises Invalid `residents.invalid.phone`."""
    number = read_phone(typed)
    if number is None:
        raise Invalid("residents.invalid.phone")
    return number


def _place(session: Session, column: str, row_id: UUID) -> Place:
    table = "residents" if column == "identity" else "resident_phones"
    return Place(table, column, session.info["county_id"], row_id)
