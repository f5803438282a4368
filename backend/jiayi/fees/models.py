"""What was charged for visits, and what the teams' fees come to. Rows are only ever added."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.fees.terms import EntryKind, PaidHow, PaymentKind


def _fk(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["county_id", column], [f"{table}.county_id", f"{table}.id"], ondelete="RESTRICT")


class VisitBill(CountyRow, Mirrored, Base):
    """What a visit cost for one resident, at the prices of that day, and who pays it; a later number replaces it.

    `lines` are `terms.Charge` as JSON, `payers` amounts by `terms.Source`; both sum to `total_fen`.
    """

    __tablename__ = "visit_bills"
    __table_args__ = (
        _fk("visit_id", "visits"),
        _fk("resident_id", "residents"),
        Index("uq_visit_bills_number", "county_id", "visit_id", "resident_id", "number", unique=True),
        Index(None, "county_id", "resident_id", "done_on"),
        CheckConstraint("number > 0", name="from_one"),
        CheckConstraint("total_fen >= 0", name="not_negative"),
    )
    feed_kind = "visit_bill"

    visit_id: Mapped[UUID]
    resident_id: Mapped[UUID]
    number: Mapped[int]
    done_on: Mapped[date]
    lines: Mapped[list[Any]]
    payers: Mapped[dict[str, Any]]
    materials_fen: Mapped[int] = mapped_column(default=0)
    insurance_fen: Mapped[int] = mapped_column(default=0)
    ltc_fen: Mapped[int] = mapped_column(default=0)
    has_voucher: Mapped[bool] = mapped_column(default=False)
    total_fen: Mapped[int]
    is_example_price: Mapped[bool]
    made_at: Mapped[datetime]
    made_by_account_id: Mapped[UUID | None]


class VisitPayment(CountyRow, Base):
    """That a resident has paid his or her part of a visit's bill, or that this no longer holds; the last number holds."""

    __tablename__ = "visit_payments"
    __table_args__ = (
        _fk("visit_id", "visits"),
        _fk("resident_id", "residents"),
        Index("uq_visit_payments_number", "county_id", "visit_id", "resident_id", "number", unique=True),
        Index(None, "county_id", "resident_id"),
        CheckConstraint("amount_fen > 0", name="something"),
        CheckConstraint("(kind = 'undone') = (reason is not null)", name="undone_for_a_reason"),
    )

    visit_id: Mapped[UUID]
    resident_id: Mapped[UUID]
    number: Mapped[int]
    kind: Mapped[PaymentKind]
    amount_fen: Mapped[int]
    how: Mapped[PaidHow]
    paid_on: Mapped[date]
    reason: Mapped[str | None]
    noted_at: Mapped[datetime]
    noted_by_account_id: Mapped[UUID | None]


class FeeMonth(CountyRow, Base):
    """A month whose fees were booked, by its first day."""

    __tablename__ = "fee_months"
    __table_args__ = (Index("uq_fee_months_month", "county_id", "month_on", unique=True),)

    month_on: Mapped[date]
    booked_at: Mapped[datetime]


class FeeEntry(CountyRow, Base):
    """What one contract month earns its team, or what has to be added to it or taken off it.

    Booked in the month of `month_on`; about the contract month from `period_start_on` to `period_end_on`. `lines` are
    amounts by payer, `total_fen` their sum; both may be negative in a correction. `factor_bp`, `due_count`, `done_count`
    and `missing` tell how the whole month stands now.
    """

    __tablename__ = "fee_entries"
    __table_args__ = (
        _fk("contract_id", "contracts"),
        _fk("team_id", "care_teams"),
        Index("uq_fee_entries_number", "county_id", "contract_id", "period_start_on", "number", unique=True),
        Index(None, "county_id", "month_on", "team_id"),
        Index(None, "county_id", "team_id"),
        CheckConstraint("factor_bp between 0 and 10000", name="factor"),
        CheckConstraint("kind = 'correction' or total_fen >= 0", name="accrual_not_negative"),
    )

    contract_id: Mapped[UUID]
    team_id: Mapped[UUID]
    month_on: Mapped[date]
    period_start_on: Mapped[date]
    period_end_on: Mapped[date]
    number: Mapped[int]
    kind: Mapped[EntryKind]
    base_fen: Mapped[int]
    factor_bp: Mapped[int]
    due_count: Mapped[int]
    done_count: Mapped[int]
    missing: Mapped[list[Any]] = mapped_column(default=list)
    reason: Mapped[str | None]
    lines: Mapped[dict[str, Any]]
    total_fen: Mapped[int]
    booked_at: Mapped[datetime]
