"""What contracts entitle to, and the ledger of what was given."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.contracts.models.contract import of_contract
from jiayi.contracts.terms import CauseKind, LedgerKind
from jiayi.core.db import Base, CountyRow, Mirrored


class Entitlement(CountyRow, Mirrored, Base):
    """What a contract gives of one item in one of its years; without `quota` as needed, with 0 no more, or never."""

    __tablename__ = "entitlements"
    __table_args__ = (
        of_contract(),
        Index("uq_entitlements_period", "county_id", "contract_id", "item_code", "period_start_on", unique=True),
        CheckConstraint("period_end_on >= period_start_on", name="not_backwards"),
        CheckConstraint("quota >= 0", name="some_quota"),
    )
    feed_kind = "contract"
    feed_root = "contract_id"

    contract_id: Mapped[UUID]
    item_code: Mapped[str]
    period_start_on: Mapped[date]
    period_end_on: Mapped[date]
    quota: Mapped[int | None]


class LedgerEntry(CountyRow, Mirrored, Base):
    """One line; never changed, never deleted. One cause does one kind of thing to an entitlement once."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        of_contract(),
        ForeignKeyConstraint(
            ["county_id", "entitlement_id"], ["entitlements.county_id", "entitlements.id"], ondelete="RESTRICT"
        ),
        Index("uq_ledger_entries_cause", "county_id", "entitlement_id", "kind", "cause_kind", "cause_id", unique=True),
        Index(None, "county_id", "contract_id"),
        Index(None, "county_id", "cause_id"),
        CheckConstraint("quantity > 0", name="some_quantity"),
    )
    feed_kind = "contract"
    feed_root = "contract_id"

    entitlement_id: Mapped[UUID]
    contract_id: Mapped[UUID]
    cause_kind: Mapped[CauseKind]
    cause_id: Mapped[UUID]
    kind: Mapped[LedgerKind]
    quantity: Mapped[int]
    is_over_quota: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]
