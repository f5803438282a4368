"""What residents have paid of their visits' bills. Rows are only added: what was noted by mistake is undone beside it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.db import touch
from jiayi.core.errors import Forbidden, NotFound, Refusal, demand
from jiayi.fees import rules
from jiayi.fees.models import FeeMonth, VisitBill, VisitPayment
from jiayi.fees.service.ids import id_of
from jiayi.fees.terms import PaidHow, PaymentKind, Source
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents

TEAM = text("select team_id from visits where id = :visit_id")
Paid = Mapping[tuple[UUID, UUID], VisitPayment]
Told = dict[str, Any]
BILL_FIELDS = (
    "id", "visit_id", "resident_id", "number", "done_on", "lines", "payers", "total_fen", "materials_fen", "insurance_fen",
    "ltc_fen", "has_voucher", "is_example_price",
)  # fmt: skip
PAYMENT_FIELDS = ("amount_fen", "how", "paid_on")


def latest_bills(session: Session, visit_ids: Iterable[UUID]) -> list[VisitBill]:
    """The bills that hold for these visits: of each resident the last number."""
    statement = (
        select(VisitBill)
        .where(VisitBill.visit_id.in_(list(visit_ids)))
        .ext(distinct_on(VisitBill.visit_id, VisitBill.resident_id))
        .order_by(VisitBill.visit_id, VisitBill.resident_id, VisitBill.number.desc())
    )
    return list(session.scalars(statement))


def paid(session: Session, visit_ids: Iterable[UUID]) -> Paid:
    """What holds as paid, by visit and resident."""
    return {(one.visit_id, one.resident_id): one for one in _latest(session, visit_ids) if one.kind is PaymentKind.PAID}


def told(session: Session, bills: Iterable[VisitBill]) -> list[Told]:
    """Bills as they are shown, each with what was paid of it."""
    bills = list(bills)
    found = paid(session, {one.visit_id for one in bills})
    return [_told(one, found.get((one.visit_id, one.resident_id))) for one in bills]


def _told(bill: VisitBill, payment: VisitPayment | None) -> Told:
    """Its resident's part is paid, or not yet (None)."""
    shown = None if payment is None else {name: getattr(payment, name) for name in PAYMENT_FIELDS}
    return {name: getattr(bill, name) for name in BILL_FIELDS} | {"payment": shown}


def led_bill(session: Session, actor: Actor, bill_id: UUID) -> VisitBill:
    """The bill that holds, for the leader of the team that was there; nobody else changes it meanwhile.

    Raises NotFound, Forbidden `fees.refused.not_leader`, Refusal `fees.refused.old_bill`.
    """
    bill = session.get(VisitBill, (actor.county_id, bill_id))
    if bill is None:
        raise NotFound
    residents.see_full(session, actor, bill.resident_id)
    team_id = session.scalar(TEAM, {"visit_id": bill.visit_id})
    if actor.role is not Role.TEAM_LEADER or team_id is None or not organizations.leads(session, actor, team_id):
        raise Forbidden("fees.refused.not_leader")
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"bill {bill.visit_id} {bill.resident_id}"))))
    (latest,) = [one for one in latest_bills(session, [bill.visit_id]) if one.resident_id == bill.resident_id]
    if latest.id != bill.id:
        raise Refusal("fees.refused.old_bill")
    return bill


def pay(session: Session, actor: Actor, now: datetime, bill_id: UUID, *, how: PaidHow, paid_on: date) -> Told:
    """The leader notes that the resident's part has come in.

    Raises NotFound, Forbidden, Refusal `fees.refused.old_bill`, `.is_paid`, `.nothing_owed`, `.paid_when`, `.payment_closed`.
    """
    bill = led_bill(session, actor, bill_id)
    before = _last_of(session, bill)
    owed = int(bill.payers[Source.RESIDENT.value])
    is_paid = before is not None and before.kind is PaymentKind.PAID
    demand(rules.may_note_payment(owed, paid_on, bill.done_on, china_date(now), _last_booked(session), is_paid=is_paid))
    return _note(session, actor, now, bill, before, kind=PaymentKind.PAID, amount_fen=owed, how=how, paid_on=paid_on)


def undo_payment(session: Session, actor: Actor, now: datetime, bill_id: UUID, *, reason: str) -> Told:
    """The leader takes back what was noted, and says why.

    Raises NotFound, Forbidden, Refusal `fees.refused.old_bill`, `.not_paid`, `.payment_closed`.
    """
    bill = led_bill(session, actor, bill_id)
    before = _last_of(session, bill)
    is_paid = before is not None and before.kind is PaymentKind.PAID
    demand(rules.may_undo_payment(before.paid_on if before and is_paid else None, _last_booked(session)))
    kept = {name: getattr(before, name) for name in ("amount_fen", "how", "paid_on")}
    return _note(session, actor, now, bill, before, kind=PaymentKind.UNDONE, reason=reason, **kept)


def _note(
    session: Session, actor: Actor, now: datetime, bill: VisitBill, before: VisitPayment | None, **values: Any
) -> Told:
    number = 1 if before is None else before.number + 1
    about = f"paid {bill.visit_id} {bill.resident_id} {number}"
    session.add(
        VisitPayment(
            id=id_of(now, about), visit_id=bill.visit_id, resident_id=bill.resident_id, number=number, noted_at=now,
            noted_by_account_id=actor.account_id, **values,
        )
    )  # fmt: skip
    touch(session, "visit_bill", [bill.id])
    audit(
        session, actor, now, f"fees.payment_{values['kind'].value}", resident_id=bill.resident_id,
        subject=f"visit_bill:{bill.id}", reason=values.get("reason"),
    )  # fmt: skip
    session.flush()
    return told(session, [bill])[0]


def _latest(session: Session, visit_ids: Iterable[UUID]) -> list[VisitPayment]:
    statement = (
        select(VisitPayment)
        .where(VisitPayment.visit_id.in_(list(visit_ids)))
        .ext(distinct_on(VisitPayment.visit_id, VisitPayment.resident_id))
        .order_by(VisitPayment.visit_id, VisitPayment.resident_id, VisitPayment.number.desc())
    )
    return list(session.scalars(statement))


def _last_of(session: Session, bill: VisitBill) -> VisitPayment | None:
    return next((one for one in _latest(session, [bill.visit_id]) if one.resident_id == bill.resident_id), None)


def _last_booked(session: Session) -> date | None:
    return session.scalar(select(func.max(FeeMonth.month_on)))
