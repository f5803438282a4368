"""Who a resident is: the identity number, how sure we are of it, and the account that is his or her own.

Levels (domain rules §9.1): 0 typed, 1 the number checks out, 2 phone, number and name match, 3 the document was seen.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.errors import Invalid, NotFound, Refusal
from jiayi.core.results import Refused
from jiayi.identity import service as identity
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Realm, Role
from jiayi.residents.models import Resident
from jiayi.residents.rules import read_identity
from jiayi.residents.service.access import care_for, see_full
from jiayi.residents.service.flags import compute_flags, key_group_table
from jiayi.residents.service.sealed import identity_hash, open_identity, seal_identity
from jiayi.residents.terms import Sex

CHECKED, MATCHED, SEEN = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody said of birth and sex beside the number."""

    birth_on: date | None
    sex: Sex | None


def apply_identity(
    session: Session, now: datetime, resident: Resident, typed: str | None, said: Known, *, is_document_seen: bool
) -> None:
    """Read the number into the resident. Raises Refusal of the number, Invalid when it contradicts what was said."""
    if typed is None:
        if said.birth_on is None or said.birth_on > china_date(now):
            raise Invalid("residents.invalid.birth_missing")
        return
    found = read_identity(typed, china_date(now))
    if isinstance(found, Refused):
        raise Refusal(found.reason, found.detail)
    if said.birth_on not in {None, found.birth_on} or said.sex not in {None, found.sex}:
        raise Invalid("residents.invalid.identity_mismatch")
    level = SEEN if is_document_seen else CHECKED
    is_known = resident.identity_hash == identity_hash(session, found.number)
    resident.identity_level = max(resident.identity_level, level) if is_known else level
    resident.birth_on, resident.sex = found.birth_on, found.sex
    seal_identity(session, resident, found.number)


def verify_identity(
    session: Session,
    actor: Actor,
    now: datetime,
    resident_id: UUID,
    *,
    identity_number: str,
    is_document_seen: bool,
) -> Resident:
    """Note the identity number, or that the document itself was seen; then birth and sex are what it says.

    Raises NotFound, Refusal of the number or `residents.refused.already_registered`, Invalid
    `residents.invalid.identity_mismatch` when a number only told contradicts the birth and sex on file.
    """
    resident = care_for(session, actor, resident_id)
    said = Known(resident.birth_on, resident.sex if resident.sex in {Sex.MALE, Sex.FEMALE} else None)
    said = Known(None, None) if is_document_seen else said
    try:
        with session.begin_nested():
            apply_identity(session, now, resident, identity_number, said, is_document_seen=is_document_seen)
            resident.changed_at = now
            compute_flags(session, resident, key_group_table(session, now))
    except IntegrityError as error:
        if "uq_residents_identity" not in str(error.orig):
            raise
        raise Refusal("residents.refused.already_registered") from error
    audit(session, actor, now, "residents.verify_identity", resident_id=resident_id)
    session.flush()
    return resident


def show_identity(session: Session, actor: Actor, now: datetime, resident_id: UUID) -> str:
    """The identity number in clear, on its own and audited. Raises NotFound."""
    resident = care_for(session, actor, resident_id) if actor.is_team else see_full(session, actor, resident_id)
    number = open_identity(session, resident)
    if number is None or actor.role is Role.PROXY:
        raise NotFound
    audit(session, actor, now, "residents.show_identity", resident_id=resident_id)
    return number


def open_account(session: Session, actor: Actor, now: datetime, resident_id: UUID, *, phone: str) -> UUID:
    """Let the resident sign in with this phone number: the account's id.

    The team has the person, the number and the name before it, so an identity number that checks out becomes level 2.
    Raises NotFound, Refusal `residents.refused.deceased`, Invalid `identity.invalid.phone`.
    """
    resident = care_for(session, actor, resident_id)
    if resident.deceased_on is not None:
        raise Refusal("residents.refused.deceased")
    account = identity.ensure_account(
        session, now, phone=phone, realm=Realm.FAMILY, name=resident.name, birth_year=resident.birth_on.year
    )
    identity.ensure_membership(
        session,
        account_id=account.id,
        county_id=actor.county_id,
        role=Role.RESIDENT,
        subject_id=resident_id,
        name=resident.name,
    )
    if resident.identity_level >= CHECKED:
        resident.identity_level = max(resident.identity_level, MATCHED)
    resident.changed_at = now
    audit(session, actor, now, "residents.open_account", resident_id=resident_id, subject=f"account:{account.id}")
    session.flush()
    return account.id
