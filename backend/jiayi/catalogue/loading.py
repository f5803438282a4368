"""Between the catalogue's files and a county's rows."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.catalogue.files import read_catalogue
from jiayi.catalogue.models import CatalogueItem, PackageVersion
from jiayi.catalogue.terms import Package, PackageStatus, ServiceItem
from jiayi.core.db import touch
from jiayi.core.ruletables import RuleTable
from jiayi.core.shapes import ShapeError, build
from jiayi.core.tools import tools

PRICE = frozenset({"price_fen", "price_basis", "is_example_price"})
PACKAGE_FIELDS = tuple(field.name for field in fields(Package))


def load_catalogue(session: Session, folder: Path) -> None:
    """Bring the county's catalogue to what the files say, and publish the rule tables. Idempotent.

    Prices that the centre has set itself stay. Raises ShapeError when a file changes a package version that the county
    has already: a published version never changes, its file gets a higher one.
    """
    catalogue = read_catalogue(folder)
    for item in catalogue.items:
        _load_item(session, item)
    for package in catalogue.packages:
        _load_package(session, package)
    touch(session, "rule_table", [rule_table_id(table) for table in tools(session).rules.everything()])
    session.flush()


def rule_table_id(table: RuleTable) -> UUID:
    """The document id of one version of a rule table: the same in every county."""
    return uuid5(NAMESPACE_URL, f"jiayi:rule_table:{table.name}:{table.version}")


def package_terms(row: PackageVersion) -> Package:
    """A package as the rules read it."""
    return build(Package, {name: getattr(row, name) for name in PACKAGE_FIELDS}, f"package {row.code}")


def row_of_package(session: Session, package: Package, status: PackageStatus) -> PackageVersion:
    """A new row with what the package says."""
    row_id = _county_id(session, f"package:{package.code}:{package.version}")
    values = {name: plain(getattr(package, name)) for name in PACKAGE_FIELDS} | {"tier": package.tier}
    return PackageVersion(id=row_id, status=status, **values)


def plain(value: object) -> Any:
    """The same as JSON holds it; what is left at None is left out."""
    if is_dataclass(value):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: plain(part) for name, part in named.items() if part not in {None, ()}}
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value.value if isinstance(value, Enum) else value


def _load_item(session: Session, item: ServiceItem) -> None:
    row = session.scalar(select(CatalogueItem).where(CatalogueItem.code == item.code))
    values = {field.name: getattr(item, field.name) for field in fields(item)}
    values |= {"roles": plain(item.roles), "places": plain(item.places)}
    if row is None:
        session.add(CatalogueItem(id=_county_id(session, f"service_item:{item.code}"), **values))
        return
    for name, value in values.items():
        is_own_price = name in PRICE and not row.is_example_price
        if getattr(row, name) != value and not is_own_price:
            setattr(row, name, value)


def _load_package(session: Session, package: Package) -> None:
    rows = session.scalars(select(PackageVersion).where(PackageVersion.code == package.code)).all()
    known = next((row for row in rows if row.version == package.version), None)
    if known is not None:
        if package_terms(known) != package:
            raise ShapeError(
                f"packages.yaml: {package.code} differs from its version {package.version}: raise the version"
            )
        return
    for row in rows:
        if row.version < package.version and row.status is PackageStatus.PUBLISHED:
            row.status = PackageStatus.RETIRED
    session.add(row_of_package(session, package, PackageStatus.PUBLISHED))


def _county_id(session: Session, name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"jiayi:{session.info['county_id']}:{name}")
