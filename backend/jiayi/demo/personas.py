"""The people whom somebody who tries the demo may be."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jiayi.demo.people import told_mobile
from jiayi.demo.story import story
from jiayi.identity import service as identity
from jiayi.identity.terms import Realm, Role


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """`who` says it in everyday words (elder, nurse, …), `role` as the membership has it."""

    who: str
    role: Role
    name: str
    phone: str
    realm: Realm
    county_id: int


def accounts(session: Session) -> Iterator[DemoAccount]:
    """The story's people in every county of this database (an identity session), each as what he or she is first."""
    for county_id in identity.counties(session):
        for persona in story().personas:
            phone = told_mobile(county_id, persona.phone)
            account = identity.find_account(session, phone, persona.realm)
            memberships = identity.live_memberships(session, account.id) if account is not None else []
            for one in memberships[:1]:
                yield DemoAccount(persona.who, one.role, one.name, phone, persona.realm, one.county_id)
