"""The catalogue: service items, packages, and who may perform what at home."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jiayi.catalogue import rules
from jiayi.catalogue.loading import PACKAGE_FIELDS, load_catalogue, package_terms, row_of_package
from jiayi.catalogue.models import CatalogueItem, PackageVersion
from jiayi.catalogue.tables import Qualifications
from jiayi.catalogue.terms import Package, PackageStatus, Performer, Place, PriceBasis, ServiceItem
from jiayi.core.dates import age_on
from jiayi.core.errors import Forbidden, Invalid, NotFound, Refusal
from jiayi.core.results import Answer
from jiayi.core.shapes import ShapeError, build
from jiayi.core.tools import tools
from jiayi.core.web.paging import page
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.organizations.terms import Profession, Title

__all__ = [
    "change_package",
    "check_performer",
    "discard_package",
    "draft_package",
    "every_item",
    "item",
    "item_terms",
    "list_items",
    "list_packages",
    "load_catalogue",
    "may_keep_packages",
    "package",
    "package_terms",
    "publish_package",
    "published",
    "published_by_code",
    "retire_package",
    "set_price",
]


KEEPERS = frozenset({Role.ADMIN, Role.MANAGER})


class Staff(Protocol):
    """What is asked of a clinician: the columns of organizations' clinicians."""

    @property
    def profession(self) -> Profession: ...
    @property
    def title(self) -> Title: ...
    @property
    def worked_since_on(self) -> date | None: ...
    @property
    def certificates(self) -> list[str]: ...


def item(session: Session, code: str) -> CatalogueItem:
    """The service item with this code. Raises NotFound `catalogue.refused.unknown_item`."""
    found = session.scalar(select(CatalogueItem).where(CatalogueItem.code == code))
    if found is None:
        raise NotFound("catalogue.refused.unknown_item", {"item": code})
    return found


def every_item(session: Session) -> list[CatalogueItem]:
    """All service items, by code."""
    return list(session.scalars(select(CatalogueItem).order_by(CatalogueItem.code)))


def package(session: Session, package_id: UUID) -> PackageVersion:
    """One version of a package. Raises NotFound."""
    found = session.get(PackageVersion, (session.info["county_id"], package_id))
    if found is None:
        raise NotFound
    return found


def published(session: Session) -> list[PackageVersion]:
    """The packages that may be signed now, by code."""
    statement = select(PackageVersion).where(PackageVersion.status == PackageStatus.PUBLISHED)
    return list(session.scalars(statement.order_by(PackageVersion.code)))


def published_by_code(session: Session) -> dict[str, Package]:
    """The same as the rules read them: where contained packages are looked up."""
    return {row.code: package_terms(row) for row in published(session)}


def check_performer(session: Session, clinician: Staff, item_code: str, *, at_home: bool, on: date) -> Answer:
    """Whether this clinician may perform the item on that day. Raises NotFound for an unknown item."""
    return may_perform(session, clinician, item_terms(item(session, item_code)), at_home=at_home, on=on)


def may_perform(session: Session, clinician: Staff, wanted: ServiceItem, *, at_home: bool, on: date) -> Answer:
    """The same, of an item at hand."""
    performer = Performer(
        profession=clinician.profession,
        title=clinician.title,
        years=0 if clinician.worked_since_on is None else age_on(clinician.worked_since_on, on),
        certificates=frozenset(clinician.certificates),
    )
    return rules.may_perform(performer, wanted, _place(wanted, at_home=at_home), _qualifications(session, on))


def item_terms(row: CatalogueItem) -> ServiceItem:
    """A service item as the rules read it."""
    return ServiceItem(
        code=row.code, category=row.category, name=row.name, name_en=row.name_en,
        roles=tuple(Profession(role) for role in row.roles), places=tuple(Place(place) for place in row.places),
        price_basis=row.price_basis, is_example_price=row.is_example_price, usual_quota=row.usual_quota,
        usual_quota_max=row.usual_quota_max, usual_count=row.usual_count, minutes=row.minutes,
        price_fen=row.price_fen, needs_two=row.needs_two, needs_each_role=row.needs_each_role,
        needs_order=row.needs_order, certificate=row.certificate,
    )  # fmt: skip


def list_items(session: Session, *, cursor: str | None, limit: int) -> dict[str, Any]:
    """A page of service items."""
    return page(session, select(CatalogueItem), CatalogueItem.id, cursor=cursor, limit=limit)


def list_packages(
    session: Session, *, cursor: str | None, limit: int, status: PackageStatus = PackageStatus.PUBLISHED
) -> dict[str, Any]:
    """A page of package versions of one status."""
    statement = select(PackageVersion).where(PackageVersion.status == status)
    return page(session, statement, PackageVersion.id, cursor=cursor, limit=limit)


def set_price(session: Session, actor: Actor, now: datetime, code: str, price_fen: int) -> CatalogueItem:
    """The centre sets a price of its own, which is then no example any more."""
    may_administer(actor)
    found = item(session, code)
    found.price_fen, found.is_example_price, found.price_basis = price_fen, False, _own_basis(found.price_basis)
    audit(session, actor, now, "catalogue.set_price", subject=f"service_item:{code}")
    session.flush()
    return found


def draft_package(session: Session, actor: Actor, now: datetime, **fields: Any) -> PackageVersion:
    """Write the next version of a package, or the first; running contracts stay on theirs.

    Raises Invalid `catalogue.invalid.package`, `.payers` when its parts don't go together, Refusal
    `catalogue.refused.has_draft` while another one of it is being written.
    """
    may_keep_packages(actor)
    # Two who begin at the same moment would both write the same version.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"package {actor.county_id} {fields['code']}"))))
    rows = session.scalars(select(PackageVersion).where(PackageVersion.code == fields["code"])).all()
    if any(row.status is PackageStatus.DRAFT for row in rows):
        raise Refusal("catalogue.refused.has_draft", {"package": fields["code"]})
    drafted = _checked(session, fields, max((row.version for row in rows), default=0) + 1)
    row = row_of_package(session, drafted, PackageStatus.DRAFT)
    session.add(row)
    _note(session, actor, now, "catalogue.draft_package", row)
    return row


def change_package(session: Session, actor: Actor, now: datetime, package_id: UUID, **fields: Any) -> PackageVersion:
    """Write a draft anew. Raises NotFound, Invalid as `draft_package`, Refusal `catalogue.refused.not_draft`, `.other_code`."""
    may_keep_packages(actor)
    row = _draft(session, package_id)
    if fields["code"] != row.code:
        raise Refusal("catalogue.refused.other_code")
    drafted = row_of_package(session, _checked(session, fields, row.version), PackageStatus.DRAFT)
    for name in PACKAGE_FIELDS:
        if getattr(row, name) != getattr(drafted, name):
            setattr(row, name, getattr(drafted, name))
    _note(session, actor, now, "catalogue.change_package", row)
    return row


def discard_package(session: Session, actor: Actor, now: datetime, package_id: UUID) -> None:
    """Throw a draft away; nobody has signed it. Raises NotFound, Refusal `catalogue.refused.not_draft`."""
    may_keep_packages(actor)
    row = _draft(session, package_id)
    _note(session, actor, now, "catalogue.discard_package", row)
    session.delete(row)
    session.flush()


def _draft(session: Session, package_id: UUID) -> PackageVersion:
    row = package(session, package_id)
    if row.status is not PackageStatus.DRAFT:
        raise Refusal("catalogue.refused.not_draft")
    return row


def _checked(session: Session, fields: dict[str, Any], version: int) -> Package:
    if sum(fields["payer_split"].values()) != fields["total_fen"]:
        raise Invalid("catalogue.invalid.payers")
    try:
        drafted = build(Package, fields | {"version": version}, "package")
    except ShapeError as error:
        raise Invalid("catalogue.invalid.package", {"problem": str(error)}) from error
    _check_codes(session, drafted)
    return drafted


def publish_package(session: Session, actor: Actor, now: datetime, package_id: UUID) -> PackageVersion:
    """Let this version be signed from now on; the one before is retired. Raises Refusal `catalogue.refused.not_draft`."""
    may_keep_packages(actor)
    row = _draft(session, package_id)
    for former in published(session):
        if former.code == row.code:
            former.status = PackageStatus.RETIRED
    row.status = PackageStatus.PUBLISHED
    _note(session, actor, now, "catalogue.publish_package", row)
    return row


def retire_package(session: Session, actor: Actor, now: datetime, package_id: UUID) -> PackageVersion:
    """No new contract takes this version; running ones go on. Raises Refusal `catalogue.refused.not_published`."""
    may_keep_packages(actor)
    row = package(session, package_id)
    if row.status is not PackageStatus.PUBLISHED:
        raise Refusal("catalogue.refused.not_published")
    row.status = PackageStatus.RETIRED
    _note(session, actor, now, "catalogue.retire_package", row)
    return row


def may_administer(actor: Actor) -> None:
    """Only an administrator sets the prices of items. Raises Forbidden."""
    if actor.role is not Role.ADMIN:
        raise Forbidden("identity.refused.wrong_role")


def may_keep_packages(actor: Actor) -> None:
    """What is offered is the administrator's and the manager's. Raises Forbidden."""
    if actor.role not in KEEPERS:
        raise Forbidden("identity.refused.wrong_role")


def _place(wanted: ServiceItem, *, at_home: bool) -> Place:
    """Home for somebody who lives in an elder home is there: an item given only in institutions is given on that visit."""
    if not at_home:
        return Place.CLINIC
    is_round = Place.HOME not in wanted.places and Place.INSTITUTION in wanted.places
    return Place.INSTITUTION if is_round else Place.HOME


def _qualifications(session: Session, on: date) -> Qualifications:
    return tools(session).rules.of(Qualifications, on)


def _own_basis(basis: PriceBasis) -> PriceBasis:
    return basis if basis in {PriceBasis.EACH, PriceBasis.EACH_DELIVERY, PriceBasis.PLUS_TEST} else PriceBasis.EACH


def _check_codes(session: Session, drafted: Package) -> None:
    items = {line.item_code for line in drafted.lines}
    packages = {part.code for part in drafted.contains} | set(drafted.excludes)
    unknown = _unknown(session, CatalogueItem.code, items) | _unknown(session, PackageVersion.code, packages)
    if unknown:
        raise Invalid("catalogue.invalid.package", {"problem": ", ".join(sorted(unknown))})


def _unknown(session: Session, column: Any, codes: Collection[str]) -> set[str]:
    return set(codes) - set(session.scalars(select(column).where(column.in_(codes))))


def _note(session: Session, actor: Actor, now: datetime, action: str, row: PackageVersion) -> None:
    audit(session, actor, now, action, subject=f"package:{row.id}", detail={"code": row.code, "version": row.version})
    session.flush()
