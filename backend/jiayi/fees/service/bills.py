"""What a visit cost and who pays it. Written when the visit is over, at the prices of that day; changed by a new number."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, func, select, text
from sqlalchemy.orm import Session

from jiayi.catalogue.loading import plain
from jiayi.core.dates import add_months, china_date
from jiayi.core.db import touch
from jiayi.core.errors import Refusal
from jiayi.core.tools import tools
from jiayi.fees import rules
from jiayi.fees.models import VisitBill
from jiayi.fees.service.ids import id_of
from jiayi.fees.service.paying import latest_bills, led_bill, paid, told
from jiayi.fees.tables import CareVoucher, VisitPrices
from jiayi.fees.terms import Asked, Charge, ChargeKind, Covers, Source, Voucher
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents

SERVICES = text(
    """
    select s.resident_id, s.item_code, s.contract_id is not null and not s.is_over_quota as is_covered,
           i.price_fen, i.is_example_price,
           (coalesce(v.ended_at, v.started_at, v.requested_at) at time zone 'Asia/Shanghai')::date as done_on
    from visit_services s
    join visits v on v.county_id = s.county_id and v.id = s.visit_id
    join service_items i on i.county_id = s.county_id and i.code = s.item_code
    where s.visit_id = :visit_id and s.outcome = 'done' and v.status in ('completed', 'verified')
    order by s.id
    """
)


def bill_visit(session: Session, now: datetime, visit_id: UUID) -> list[VisitBill]:
    """Write down what the visit cost for each of its residents, where that is not what stands; what was written.

    A visit that costs nobody anything has no bill.
    """
    session.flush()
    services = session.execute(SERVICES, {"visit_id": visit_id}).mappings().all()
    former = {one.resident_id: one for one in latest_bills(session, [visit_id])}
    table = _prices(session, now)
    written = []
    for resident_id, lines in _by_resident(services, table).items():
        theirs = [one for one in services if one["resident_id"] == resident_id]
        before = former.pop(resident_id, None)
        is_example = table.is_example_price or any(one["is_example_price"] for one in theirs)
        made = _written(session, now, visit_id, resident_id, lines, theirs[0]["done_on"], before, is_example=is_example)
        written += [made] if made else []
    for resident_id, before in former.items():
        made = _written(session, now, visit_id, resident_id, (), before.done_on, before, is_example=True)
        written += [made] if made else []
    session.flush()
    return written


def list_bills(session: Session, actor: Actor, now: datetime, *, resident_id: UUID) -> dict[str, Any]:
    """What a resident's visits of the last year cost, newest first: for the team and the family with full view.

    Raises NotFound.
    """
    residents.see_full(session, actor, resident_id)
    since = add_months(china_date(now), -12)
    ids = select(VisitBill.visit_id).where(VisitBill.resident_id == resident_id, VisitBill.done_on >= since)
    found = [one for one in latest_bills(session, session.scalars(ids).all()) if one.resident_id == resident_id]
    audit(session, actor, now, "fees.list_bills", resident_id=resident_id, detail={"count": len(found)})
    return {"items": sorted(told(session, found), key=lambda one: (one["done_on"], one["id"]), reverse=True)}


def settle(
    session: Session,
    actor: Actor,
    now: datetime,
    bill_id: UUID,
    *,
    materials_fen: int,
    insurance_fen: int,
    ltc_fen: int,
    has_voucher: bool,
) -> dict[str, Any]:
    """The leader writes down what was used, and what the insurances and the voucher take: a new number of the bill.

    Raises NotFound, Forbidden `fees.refused.not_leader`, Refusal `fees.refused.old_bill`, `.is_paid`,
    `.no_voucher`.
    """
    bill = led_bill(session, actor, bill_id)
    if (bill.visit_id, bill.resident_id) in paid(session, [bill.visit_id]):
        raise Refusal("fees.refused.is_paid")
    facts = residents.care_facts(session, bill.resident_id, bill.done_on)
    if has_voucher and (facts.ability_level or 0) < _voucher(session, bill.done_on).ability_level_from:
        raise Refusal("fees.refused.no_voucher")
    kept = tuple(_charge(one) for one in bill.lines if one["kind"] != ChargeKind.MATERIALS.value)
    materials = (Charge(ChargeKind.MATERIALS, materials_fen),) if materials_fen else ()
    made = VisitBill(
        id=id_of(now, f"{bill.visit_id} {bill.resident_id} {bill.number + 1}"),
        visit_id=bill.visit_id, resident_id=bill.resident_id, number=bill.number + 1, done_on=bill.done_on,
        materials_fen=materials_fen, insurance_fen=insurance_fen, ltc_fen=ltc_fen, has_voucher=has_voucher,
        is_example_price=bill.is_example_price, made_at=now, made_by_account_id=actor.account_id,
    )  # fmt: skip
    _fill(session, made, (*kept, *materials))
    _replace(session, bill, made)
    audit(session, actor, now, "fees.settle_bill", resident_id=bill.resident_id, subject=f"visit_bill:{made.id}")
    session.flush()
    return told(session, [made])[0]


def _by_resident(services: Sequence[RowMapping], table: VisitPrices) -> dict[UUID, tuple[Charge, ...]]:
    """Each resident's own services; the way, which was gone once for all, stands with the first who pays for something."""
    found = {}
    way = _way(rules.charges([_asked(one) for one in services], table))
    for resident_id in dict.fromkeys(one["resident_id"] for one in services):
        theirs = [_asked(one) for one in services if one["resident_id"] == resident_id]
        lines = tuple(one for one in rules.charges(theirs, table) if one.kind is ChargeKind.ITEM)
        if way is not None and any(one.amount_fen for one in lines):
            lines, way = (*lines, way), None
        found[resident_id] = lines
    return found


def _way(lines: Iterable[Charge]) -> Charge | None:
    return next((one for one in lines if one.kind is ChargeKind.HOME_VISIT), None)


def _asked(row: RowMapping) -> Asked:
    return Asked(row["item_code"], row["price_fen"], row["is_covered"])


def _written(
    session: Session,
    now: datetime,
    visit_id: UUID,
    resident_id: UUID,
    lines: tuple[Charge, ...],
    done_on: date,
    before: VisitBill | None,
    *,
    is_example: bool,
) -> VisitBill | None:
    if before is not None and before.materials_fen:
        lines = (*lines, Charge(ChargeKind.MATERIALS, before.materials_fen))
    costs = any(one.amount_fen for one in lines)
    if (before is None and not costs) or (before is not None and before.lines == [plain(one) for one in lines]):
        return None
    number = 1 if before is None else before.number + 1
    made = VisitBill(
        id=id_of(now, f"{visit_id} {resident_id} {number}"), visit_id=visit_id, resident_id=resident_id, number=number,
        done_on=done_on,
        is_example_price=is_example, made_at=now, made_by_account_id=None,
        materials_fen=0 if before is None else before.materials_fen,
        insurance_fen=0 if before is None else before.insurance_fen,
        ltc_fen=0 if before is None else before.ltc_fen,
        has_voucher=before is not None and before.has_voucher,
    )  # fmt: skip
    _fill(session, made, lines)
    _replace(session, before, made)
    return made


def _replace(session: Session, before: VisitBill | None, made: VisitBill) -> None:
    session.add(made)
    if before is not None:
        touch(session, "visit_bill", [before.id])


def _fill(session: Session, bill: VisitBill, lines: Sequence[Charge]) -> None:
    voucher = None
    if bill.has_voucher:
        table = _voucher(session, bill.done_on)
        voucher = Voucher(table.share_bp, max(0, table.month_cap_fen - _voucher_spent(session, bill)))
    payers = rules.pay(lines, Covers(bill.insurance_fen, bill.ltc_fen, voucher))
    bill.lines, bill.payers = [plain(one) for one in lines], {source.value: fen for source, fen in payers.items()}
    bill.total_fen = sum(payers.values())


def _voucher_spent(session: Session, bill: VisitBill) -> int:
    """What the voucher of that month has paid for the resident's other visits."""
    first = bill.done_on.replace(day=1)
    # Two bills of one month settled at the same moment would each think that the month is theirs.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"voucher {bill.resident_id}"))))
    ids = select(VisitBill.visit_id).where(
        VisitBill.resident_id == bill.resident_id,
        VisitBill.done_on >= first,
        VisitBill.done_on < add_months(first, 1),
        VisitBill.visit_id != bill.visit_id,
    )
    others = [one for one in latest_bills(session, session.scalars(ids).all()) if one.resident_id == bill.resident_id]
    return sum(int(one.payers.get(Source.VOUCHER.value, 0)) for one in others)


def _charge(line: dict[str, Any]) -> Charge:
    return Charge(
        ChargeKind(line["kind"]), line["amount_fen"], line["is_covered"], line.get("item_code"), line["is_elsewhere"]
    )


def _prices(session: Session, now: datetime) -> VisitPrices:
    return tools(session).rules.of(VisitPrices, china_date(now))


def _voucher(session: Session, on: date) -> CareVoucher:
    return tools(session).rules.of(CareVoucher, on)
