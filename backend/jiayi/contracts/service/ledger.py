"""What a contract gives and what was given of it.

The ledger is only added to. A balance is the sum of its lines: what is reserved, released or consumed. Everything that
changes one contract's ledger holds that contract's lock, so that two bookings cannot both take the last one.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from jiayi.contracts.changes import quotas_after
from jiayi.contracts.models import Contract, Entitlement, LedgerEntry
from jiayi.contracts.packages import is_over_quota, may_reserve
from jiayi.contracts.rules import contract_years
from jiayi.contracts.service.access import lock
from jiayi.contracts.terms import Balance, CauseKind, ContractYear, Entitled, LedgerKind, Quotas
from jiayi.core.dates import china_date
from jiayi.core.errors import demand
from jiayi.core.ids import new_id


def grant(session: Session, now: datetime, contract: Contract, quotas: Quotas) -> None:
    """Write down what the contract gives in each of its years."""
    if contract.starts_on is None:
        raise ValueError("a contract without a first day gives nothing")
    for year in contract_years(contract.starts_on, contract.years):
        for item_code, quota in quotas.items():
            entitlement = Entitlement(
                id=new_id(),
                contract_id=contract.id,
                item_code=item_code,
                period_start_on=year.first,
                period_end_on=year.last,
                quota=quota,
            )
            session.add(entitlement)
            if quota is not None:
                session.add(
                    LedgerEntry(
                        entitlement_id=entitlement.id,
                        contract_id=contract.id,
                        cause_kind=CauseKind.CONTRACT,
                        cause_id=contract.id,
                        kind=LedgerKind.GRANT,
                        quantity=quota,
                        at=now,
                    )
                )
    session.flush()


def regrant(
    session: Session, now: datetime, contract: Contract, quotas: Quotas, amendment_id: UUID, from_on: date
) -> None:
    """What changed packages give in the year of that day and in those after it.

    Each item keeps its row: what was done or set aside counts on. The difference is written as a line of its own.
    """
    if contract.starts_on is None:
        raise ValueError("a contract without a first day gives nothing")
    rows = session.scalars(select(Entitlement).where(Entitlement.contract_id == contract.id)).all()
    for year in contract_years(contract.starts_on, contract.years):
        if year.last < from_on:
            continue
        known = {row.item_code: row for row in rows if row.period_start_on == year.first}
        for item_code, quota in quotas_after(known, quotas).items():
            row = known.get(item_code) or _row(session, contract, item_code, year)
            difference = (quota or 0) - (row.quota or 0)
            row.quota = quota
            if difference:
                kind = LedgerKind.GRANT if difference > 0 else LedgerKind.WITHDRAW
                _write(session, now, row, kind, amendment_id, cause=CauseKind.AMENDMENT, quantity=abs(difference))
    session.flush()


def _row(session: Session, contract: Contract, item_code: str, year: ContractYear) -> Entitlement:
    """A row for an item that was not given so far."""
    row = Entitlement(
        id=new_id(), contract_id=contract.id, item_code=item_code, period_start_on=year.first, period_end_on=year.last,
        quota=0,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def reserve(
    session: Session, now: datetime, contract_id: UUID, item_code: str, cause_id: UUID, on: date | None = None
) -> None:
    """Set one aside for what `cause_id` plans, in the contract year of `on` (today). Doing it again changes nothing.

    Nothing is set aside of an item that the contract does not give. Raises Refusal `contracts.refused.no_quota_left`.
    """
    contract = lock(session, contract_id)
    entitlement = _entitlement(session, contract, item_code, on or china_date(now))
    if entitlement is None or entitlement.quota == 0 or _is_written(session, contract_id, LedgerKind.RESERVE, cause_id):
        return
    demand(may_reserve(_entitled(session, entitlement)))
    _write(session, now, entitlement, LedgerKind.RESERVE, cause_id)


def release(session: Session, now: datetime, contract_id: UUID, item_code: str, cause_id: UUID) -> None:
    """Give back what was set aside for this cause and not consumed. Doing it again changes nothing."""
    lock(session, contract_id)
    entitlement = _reserved(session, contract_id, item_code, cause_id)
    if entitlement is not None:
        _write(session, now, entitlement, LedgerKind.RELEASE, cause_id)


def consume(session: Session, now: datetime, contract_id: UUID, item_code: str, on: date, cause_id: UUID) -> bool:
    """Count one as done on that day, and tell whether it is more than the contract gives.

    What was set aside for the same cause is given back first. Work done is never refused: past the quota, after the
    contract's end, or of an item the contract does not give it counts as over. Doing it again changes nothing.
    """
    contract = lock(session, contract_id)
    written = _consumed(session, contract_id, cause_id)
    if written is not None:
        return written
    release(session, now, contract_id, item_code, cause_id)
    entitlement = _entitlement(session, contract, item_code, on) or _not_given(session, contract, item_code, on)
    if entitlement is None:
        return True
    is_late = on > (contract.ended_on or entitlement.period_end_on) or on > entitlement.period_end_on
    is_over = is_late or is_over_quota(_entitled(session, entitlement))
    _write(session, now, entitlement, LedgerKind.CONSUME, cause_id, is_over=is_over)
    return is_over


def balances(session: Session, contract_ids: Collection[UUID]) -> Mapping[UUID, list[Balance]]:
    """What is left of every item in every year of these contracts, by item and year."""
    sums = (
        select(
            LedgerEntry.entitlement_id,
            (_sum(LedgerKind.RESERVE) - _sum(LedgerKind.RELEASE)).label("reserved"),
            _sum(LedgerKind.CONSUME).label("consumed"),
        )
        .where(LedgerEntry.contract_id.in_(contract_ids))
        .group_by(LedgerEntry.entitlement_id)
        .subquery()
    )
    statement = (
        select(Entitlement, func.coalesce(sums.c.reserved, 0), func.coalesce(sums.c.consumed, 0))
        .outerjoin(sums, sums.c.entitlement_id == Entitlement.id)
        .where(Entitlement.contract_id.in_(contract_ids))
        .order_by(Entitlement.item_code, Entitlement.period_start_on)
    )
    found: dict[UUID, list[Balance]] = {contract_id: [] for contract_id in contract_ids}
    for entitlement, reserved, consumed in session.execute(statement):
        left = Entitled(entitlement.quota, consumed, reserved).left
        found[entitlement.contract_id].append(
            Balance(
                entitlement.id, entitlement.contract_id, entitlement.item_code, entitlement.period_start_on,
                entitlement.period_end_on, entitlement.quota, reserved, consumed, left,
            )
        )  # fmt: skip
    return found


def _sum(kind: LedgerKind) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((LedgerEntry.kind == kind, LedgerEntry.quantity), else_=0)), 0)


def _entitlement(session: Session, contract: Contract, item_code: str, on: date) -> Entitlement | None:
    """What the contract gives of this item in the year of that day; a day before or after it counts to the nearest."""
    if contract.starts_on is None or contract.ends_on is None:
        return None
    day = max(contract.starts_on, min(contract.ends_on, on))
    return session.scalar(
        select(Entitlement).where(
            Entitlement.contract_id == contract.id,
            Entitlement.item_code == item_code,
            Entitlement.period_start_on <= day,
            Entitlement.period_end_on >= day,
        )
    )


def _not_given(session: Session, contract: Contract, item_code: str, on: date) -> Entitlement | None:
    """What is done without being given is written down all the same: packages that are changed later may give it."""
    if contract.starts_on is None or contract.ends_on is None:
        return None
    day = max(contract.starts_on, min(contract.ends_on, on))
    years = contract_years(contract.starts_on, contract.years)
    return next((_row(session, contract, item_code, year) for year in years if year.first <= day <= year.last), None)


def _entitled(session: Session, entitlement: Entitlement) -> Entitled:
    reserved, consumed = session.execute(
        select(_sum(LedgerKind.RESERVE) - _sum(LedgerKind.RELEASE), _sum(LedgerKind.CONSUME)).where(
            LedgerEntry.entitlement_id == entitlement.id
        )
    ).one()
    return Entitled(entitlement.quota, consumed_count=consumed, reserved_count=reserved)


def _reserved(session: Session, contract_id: UUID, item_code: str, cause_id: UUID) -> Entitlement | None:
    """The entitlement on which this cause holds a reservation."""
    held = (
        select(LedgerEntry.entitlement_id)
        .where(LedgerEntry.contract_id == contract_id, LedgerEntry.cause_id == cause_id)
        .group_by(LedgerEntry.entitlement_id)
        .having(_sum(LedgerKind.RESERVE) > _sum(LedgerKind.RELEASE))
    )
    return session.scalar(select(Entitlement).where(Entitlement.id.in_(held), Entitlement.item_code == item_code))


def _is_written(session: Session, contract_id: UUID, kind: LedgerKind, cause_id: UUID) -> bool:
    line = select(LedgerEntry.id).where(
        LedgerEntry.contract_id == contract_id, LedgerEntry.kind == kind, LedgerEntry.cause_id == cause_id
    )
    return session.scalar(line.limit(1)) is not None


def _consumed(session: Session, contract_id: UUID, cause_id: UUID) -> bool | None:
    line = select(LedgerEntry.is_over_quota).where(
        LedgerEntry.contract_id == contract_id, LedgerEntry.kind == LedgerKind.CONSUME, LedgerEntry.cause_id == cause_id
    )
    return session.scalar(line.limit(1))


def _write(
    session: Session,
    now: datetime,
    entitlement: Entitlement,
    kind: LedgerKind,
    cause_id: UUID,
    *,
    cause: CauseKind = CauseKind.VISIT_SERVICE,
    quantity: int = 1,
    is_over: bool = False,
) -> None:
    session.add(
        LedgerEntry(
            entitlement_id=entitlement.id,
            contract_id=entitlement.contract_id,
            cause_kind=cause,
            cause_id=cause_id,
            kind=kind,
            quantity=quantity,
            is_over_quota=is_over,
            at=now,
        )
    )
    session.flush()
