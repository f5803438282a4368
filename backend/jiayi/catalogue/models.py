"""The catalogue as a county keeps it: service items and versions of packages."""

from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.catalogue.terms import Category, Certificate, PackageStatus, PriceBasis, Tier, UsualCount
from jiayi.core.db import Base, CountyRow, Mirrored


class CatalogueItem(CountyRow, Mirrored, Base):
    """One service item; its fields are those of `terms.ServiceItem`."""

    __tablename__ = "service_items"
    __table_args__ = (Index("uq_service_items_code", "county_id", "code", unique=True),)
    feed_kind = "service_item"

    code: Mapped[str]
    category: Mapped[Category]
    name: Mapped[str]
    name_en: Mapped[str]
    roles: Mapped[list[str]]
    places: Mapped[list[str]]
    price_basis: Mapped[PriceBasis]
    is_example_price: Mapped[bool]
    usual_quota: Mapped[int | None]
    usual_quota_max: Mapped[int | None]
    usual_count: Mapped[UsualCount | None]
    minutes: Mapped[int | None]
    price_fen: Mapped[int | None]
    needs_two: Mapped[bool]
    needs_each_role: Mapped[bool]
    needs_order: Mapped[bool]
    certificate: Mapped[Certificate | None]


class PackageVersion(CountyRow, Mirrored, Base):
    """One version of a package; a published one never changes. Its fields are those of `terms.Package`."""

    __tablename__ = "packages"
    __table_args__ = (
        Index("uq_packages_version", "county_id", "code", "version", unique=True),
        CheckConstraint("total_fen >= 0", name="not_negative"),
    )
    feed_kind = "package"

    code: Mapped[str]
    version: Mapped[int]
    tier: Mapped[Tier]
    line: Mapped[str]
    name: Mapped[str]
    name_en: Mapped[str]
    status: Mapped[PackageStatus]
    target: Mapped[list[Any]]
    lines: Mapped[list[Any]]
    contains: Mapped[list[Any]]
    excludes: Mapped[list[str]] = mapped_column(default=list)
    total_fen: Mapped[int]
    payer_split: Mapped[dict[str, Any]]
    is_example_price: Mapped[bool]
    revision: Mapped[int] = mapped_column(default=1)
    """Counts the changes of a draft: of two who change it at once the second is told."""

    __mapper_args__ = {"version_id_col": revision}
