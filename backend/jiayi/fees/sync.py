"""What phones see of money: what a visit cost, on its record."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, select, text
from sqlalchemy.orm import Session

from jiayi.core.db import china_today
from jiayi.core.feed import RANK_REST, Command, Doc, Projector, Residents
from jiayi.fees import service
from jiayi.fees.models import VisitBill


def project_bills(session: Session, ids: list[UUID]) -> Iterable[Doc]:
    """Of each visit and resident the bill that holds; those it replaced are gone."""
    visits = session.scalars(select(VisitBill.visit_id).where(VisitBill.id.in_(ids), _is_recent()).distinct()).all()
    wanted = set(ids)
    for body in service.told(session, service.latest_bills(session, visits)):
        if body["id"] in wanted:
            yield Doc("visit_bill", body["id"], Residents((body["resident_id"],), team=body, resident=body), RANK_REST)


def _bills_of(session: Session, resident_ids: list[UUID]) -> Iterable[UUID]:
    return session.scalars(select(VisitBill.id).where(VisitBill.resident_id.in_(resident_ids), _is_recent()))


def _is_recent() -> ColumnElement[bool]:
    recent: ColumnElement[bool] = VisitBill.done_on > china_today() - text("interval '12 months'")
    return recent


PROJECTORS = (Projector("visit_bill", 2, project_bills, ids_of_residents=_bills_of),)
COMMANDS: tuple[Command, ...] = ()
