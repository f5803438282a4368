"""Prescriptions and the wishes to go on with them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.prescriptions.terms import EarlyReason, PrescriptionStatus, RefillStatus, RefuseReason


def _fk(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["county_id", column], [f"{table}.county_id", f"{table}.id"], ondelete="RESTRICT")


class Prescription(CountyRow, Mirrored, Base):
    """What a doctor wrote, never changed once it is approved: a change is a new one that `replaces_id` the old.

    `drugs` holds `{drug_id, name, dose_text, daily_dose}`. `dispensed_on` is the day of hand-over, and `supply_end_on`
    the first day without medicine, counted from it.
    """

    __tablename__ = "prescriptions"
    __table_args__ = (
        _fk("resident_id", "residents"),
        _fk("organization_id", "organizations"),
        _fk("prescriber_id", "clinicians"),
        _fk("replaces_id", "prescriptions"),
        Index(None, "county_id", "resident_id", "issued_on"),
        Index(None, "county_id", "supply_end_on"),
        Index("ix_prescriptions_status", "county_id", "status", "issued_on"),
        CheckConstraint("days_supply > 0", name="some_days"),
        CheckConstraint("(dispensed_on is null) = (supply_end_on is null)", name="supply_from_hand_over"),
    )
    feed_kind = "prescription"

    resident_id: Mapped[UUID]
    organization_id: Mapped[UUID]
    prescriber_id: Mapped[UUID]
    diagnosis_icd10: Mapped[str]
    is_long_term: Mapped[bool] = mapped_column(default=True)
    drugs: Mapped[list[Any]]
    days_supply: Mapped[int]
    issued_on: Mapped[date]
    dispensed_on: Mapped[date | None]
    supply_end_on: Mapped[date | None]
    status: Mapped[PrescriptionStatus]
    regimen_since_on: Mapped[date]
    replaces_id: Mapped[UUID | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class RefillRequest(CountyRow, Mirrored, Base):
    """A wish for more of the same; at most one a prescription that nobody has decided.

    `is_suspended`: a dangerous value was found since it was asked, so a doctor looks at the person first.
    """

    __tablename__ = "refill_requests"
    __table_args__ = (
        _fk("resident_id", "residents"),
        _fk("prescription_id", "prescriptions"),
        _fk("decided_by", "clinicians"),
        _fk("new_prescription_id", "prescriptions"),
        Index(
            "uq_refill_requests_pending",
            "county_id",
            "prescription_id",
            unique=True,
            postgresql_where=text("status = 'pending'"),
        ),
        Index(None, "county_id", "resident_id"),
    )
    feed_kind = "refill_request"

    resident_id: Mapped[UUID]
    prescription_id: Mapped[UUID]
    status: Mapped[RefillStatus] = mapped_column(default=RefillStatus.PENDING)
    early_reason: Mapped[EarlyReason | None]
    note: Mapped[str | None]
    is_suspended: Mapped[bool] = mapped_column(default=False)
    requested_at: Mapped[datetime]
    requested_by_account_id: Mapped[UUID]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    days: Mapped[int | None]
    refused_reason: Mapped[RefuseReason | None]
    refused_note: Mapped[str | None]
    new_prescription_id: Mapped[UUID | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
