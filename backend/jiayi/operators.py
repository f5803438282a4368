"""`jiayi county …` and `jiayi staff …`: what nobody can do from inside, because nobody is inside yet or the phone is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import pyotp
from sqlalchemy.orm import Session

from jiayi.app import make_runtime
from jiayi.catalogue import service as catalogue
from jiayi.core import audit, clock, database, db, resources
from jiayi.core.errors import NotFound
from jiayi.core.settings import Settings
from jiayi.fees import service as fees
from jiayi.identity import service as identity
from jiayi.identity.terms import Realm, Role
from jiayi.sync.feed import Feed
from jiayi.sync.verify import repair


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody at the server's keyboard, at work on one county. Everything done is in its audit trail."""

    session: Session
    now: datetime

    def note(self, action: str, account_id: UUID | None = None) -> None:
        """Write into the audit trail what was done."""
        subject = f"account:{account_id}" if account_id else None
        audit.record(
            self.session, at=self.now, account_id=None, role="operator", action=f"identity.{action}", subject=subject
        )

    def account(self, phone: str) -> UUID:
        """The staff account with this phone, if it is somebody in this county. Raises NotFound."""
        found = identity.find_account(self.session, identity.normal_phone(phone), Realm.STAFF)
        county_id = self.session.info["county_id"]
        if found is None or all(
            one.county_id != county_id for one in identity.live_memberships(self.session, found.id)
        ):
            raise NotFound
        return found.id

    def add_county(self) -> None:
        """Give the county the catalogue of this release; once more brings what is new in it."""
        catalogue.load_catalogue(self.session, resources.seed() / "catalogue")
        self.note("add_county")

    def add_staff(self, *, phone: str, name: str, role: Role) -> None:
        """An account for the office: administrator, manager or supervisor. Clinicians are added by the administrator."""
        account = identity.ensure_account(self.session, self.now, phone=phone, realm=Realm.STAFF, name=name)
        identity.ensure_membership(
            self.session,
            account_id=account.id,
            county_id=self.session.info["county_id"],
            role=role,
            subject_id=None,
            name=name,
        )
        self.note("add_staff", account.id)

    def authenticator(self, phone: str) -> str:
        """A fresh second factor, as the address that authenticator apps read. The former one is worth nothing any more."""
        account_id = self.account(phone)
        secret = identity.enrol_totp(self.session, account_id)
        self.note("enrol_totp", account_id)
        name = identity.name_of(self.session, account_id)
        return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="Jiayi")

    def set_password(self, phone: str, password: str) -> None:
        """Raises Invalid `identity.invalid.password`."""
        account_id = self.account(phone)
        identity.set_password(self.session, account_id, password)
        self.note("set_password", account_id)

    def disable(self, phone: str) -> None:
        """No more sign-in, but for handing in work already done."""
        account_id = self.account(phone)
        identity.disable_account(self.session, self.now, account_id)
        self.note("disable_account", account_id)

    def enable(self, phone: str) -> None:
        """Undo `disable`."""
        account_id = self.account(phone)
        identity.enable_account(self.session, account_id)
        self.note("enable_account", account_id)

    def devices(self, phone: str) -> list[tuple[UUID, datetime, datetime | None]]:
        """The phones this account was used on: (id, last seen, revoked), the last one first."""
        return identity.devices(self.session, self.account(phone))

    def revoke_device(self, phone: str, device_id: UUID) -> None:
        """The phone erases what it holds at its next contact. Raises NotFound."""
        account_id = self.account(phone)
        identity.revoke_device(self.session, self.now, account_id, device_id)
        self.note("revoke_device", account_id)

    def rebuild(self, name: str) -> int:
        """Repair one bucket of the feed; how many documents differed. Raises Invalid, NotFound for one never pulled."""
        feed: Feed = self.session.info["feed"]
        audit.record(
            self.session, at=self.now, account_id=None, role="operator", action="sync.rebuild", subject=f"bucket:{name}"
        )
        return repair(self.session, feed, name)


def counties(settings: Settings) -> list[int]:
    """Every county in which somebody is something."""
    with database.connected(settings) as urls:
        runtime = make_runtime(settings, urls)
        try:
            with runtime.sessions.identity() as session:
                return identity.counties(session)
        finally:
            runtime.engine.dispose()


def book_fees(settings: Settings, county_id: int, month_on: date | None) -> int:
    """Book a month of fees, or all that are due; how many entries were written. Raises Refusal."""
    with database.connected(settings) as urls:
        runtime = make_runtime(settings, urls)
        try:
            if month_on is None:
                return fees.book_due(runtime.sessions, county_id, clock.now())
            return fees.book_month(runtime.sessions, county_id, clock.now(), month_on)
        finally:
            runtime.engine.dispose()


@contextmanager
def operating(settings: Settings, county_id: int) -> Iterator[Operator]:
    """Work on one county; what was done is kept if nothing was raised."""
    with database.connected(settings) as urls:
        runtime = make_runtime(settings, urls)
        try:
            with runtime.sessions.county(county_id) as session:
                yield Operator(session, clock.now())
                db.commit(session)
        finally:
            runtime.engine.dispose()
