"""Contracts, their signatures, what they entitle to, and the ledger of what was given."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.contracts.terms import CauseKind, ContractStatus, LedgerKind, SignatureParty, Signer, SignMethod
from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.residents.terms import Channel


def of_contract() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["county_id", "contract_id"], ["contracts.county_id", "contracts.id"], ondelete="RESTRICT"
    )


class Contract(CountyRow, Mirrored, Base):
    """A contract of one resident with one team. `ended_on` is the last day of one that ends, or ended, early.

    A resident has one active contract at most: the database says so, and nobody else has to.
    """

    __tablename__ = "contracts"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "resident_id"], ["residents.county_id", "residents.id"], ondelete="RESTRICT"
        ),
        ForeignKeyConstraint(
            ["county_id", "organization_id"], ["organizations.county_id", "organizations.id"], ondelete="RESTRICT"
        ),
        ForeignKeyConstraint(["county_id", "team_id"], ["care_teams.county_id", "care_teams.id"], ondelete="RESTRICT"),
        ForeignKeyConstraint(
            ["county_id", "signed_by_clinician_id"], ["clinicians.county_id", "clinicians.id"], ondelete="RESTRICT"
        ),
        ForeignKeyConstraint(["county_id", "renews_id"], ["contracts.county_id", "contracts.id"], ondelete="RESTRICT"),
        Index(
            "uq_contracts_active",
            "county_id",
            "resident_id",
            unique=True,
            postgresql_where=sql("status = 'active'"),
        ),
        Index(None, "county_id", "resident_id"),
        Index(None, "county_id", "team_id", "status"),
        Index(None, "county_id", "organization_id"),
        Index(None, "county_id", "renews_id"),
        Index(None, "county_id", "signed_by_clinician_id"),
        CheckConstraint("ends_on >= starts_on", name="not_backwards"),
        CheckConstraint("years > 0", name="some_years"),
        CheckConstraint(
            "status not in ('active', 'renewal_signed', 'expired', 'terminated')"
            " or (signed_at is not null and starts_on is not null and ends_on is not null)",
            name="signed_when_in_force",
        ),
    )
    feed_kind = "contract"

    resident_id: Mapped[UUID]
    organization_id: Mapped[UUID]
    team_id: Mapped[UUID]
    status: Mapped[ContractStatus]
    package_ids: Mapped[list[str]]
    years: Mapped[int]
    channel: Mapped[Channel]
    renews_id: Mapped[UUID | None]
    applied_at: Mapped[datetime]
    applied_by_account_id: Mapped[UUID]
    submitted_at: Mapped[datetime | None]
    reviewed_at: Mapped[datetime | None]
    reviewed_by_account_id: Mapped[UUID | None]
    review_note: Mapped[str | None]
    signed_at: Mapped[datetime | None]
    signed_by_clinician_id: Mapped[UUID | None]
    text: Mapped[dict[str, Any] | None]
    """The clauses as the team accepted them: what is signed is what is given."""
    text_hash: Mapped[str | None]
    template_version: Mapped[int | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class ContractSignature(CountyRow, Base):
    """One side's signature. For the team its account signs; the resident writes, signs by code, or on paper."""

    __tablename__ = "contract_signatures"
    __table_args__ = (
        of_contract(),
        Index("uq_contract_signatures_party", "county_id", "contract_id", "party", unique=True),
    )

    contract_id: Mapped[UUID]
    party: Mapped[SignatureParty]
    method: Mapped[SignMethod]
    strokes: Mapped[dict[str, Any] | None]
    signer_name: Mapped[str]
    signer: Mapped[Signer | None]
    witness_name: Mapped[str | None]
    account_id: Mapped[UUID]
    device_id: Mapped[UUID | None]
    text_hash: Mapped[str]
    signed_at: Mapped[datetime]
    captured_at: Mapped[datetime]
    received_at: Mapped[datetime]
    is_clock_doubtful: Mapped[bool]


class Entitlement(CountyRow, Mirrored, Base):
    """What a contract gives of one item in one of its years; without `quota` as needed."""

    __tablename__ = "entitlements"
    __table_args__ = (
        of_contract(),
        Index("uq_entitlements_period", "county_id", "contract_id", "item_code", "period_start_on", unique=True),
        CheckConstraint("period_end_on >= period_start_on", name="not_backwards"),
        CheckConstraint("quota > 0", name="some_quota"),
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
