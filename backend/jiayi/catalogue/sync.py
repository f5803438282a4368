"""What phones see of the catalogue, and the rule tables by which they decide offline: all public in the county."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.catalogue.loading import rule_table_id
from jiayi.catalogue.models import CatalogueItem, PackageVersion
from jiayi.catalogue.schemas import PackageSchema, ServiceItemSchema
from jiayi.catalogue.terms import PackageStatus
from jiayi.core.feed import RANK_PEOPLE, Command, Doc, Projector, Public
from jiayi.core.tools import tools

_ITEM_FIELDS = tuple(ServiceItemSchema().fields)
_PACKAGE_FIELDS = tuple(PackageSchema().fields)


def project_items(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    for row in session.scalars(select(CatalogueItem).where(CatalogueItem.id.in_(ids))):
        yield Doc("service_item", row.id, Public({name: getattr(row, name) for name in _ITEM_FIELDS}), RANK_PEOPLE)


def project_packages(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """Drafts are nobody's business yet; retired versions stay for the contracts that run on them."""
    statement = select(PackageVersion).where(PackageVersion.id.in_(ids), PackageVersion.status != PackageStatus.DRAFT)
    for row in session.scalars(statement):
        yield Doc("package", row.id, Public({name: getattr(row, name) for name in _PACKAGE_FIELDS}), RANK_PEOPLE)


def project_rule_tables(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    wanted = set(ids)
    for table in tools(session).rules.everything():
        table_id = rule_table_id(table)
        if table_id in wanted:
            body = {
                "id": table_id,
                "name": table.name,
                "version": table.version,
                "effective_from": table.effective_from,
                "source": table.source,
                "mark": table.mark,
                "values": table.values,
            }
            yield Doc("rule_table", table_id, Public(body), RANK_PEOPLE)


PROJECTORS = (
    Projector("service_item", 1, project_items, ids_public=lambda session: session.scalars(select(CatalogueItem.id))),
    Projector("package", 1, project_packages, ids_public=lambda session: session.scalars(select(PackageVersion.id))),
    Projector(
        "rule_table",
        1,
        project_rule_tables,
        ids_public=lambda session: [rule_table_id(table) for table in tools(session).rules.everything()],
    ),
)
COMMANDS: tuple[Command, ...] = ()
