"""Contracts, the rests in them, and what is changed in one that runs."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.contracts.terms import AmendmentStatus, ContractStatus
from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.residents.terms import Channel


def of_contract() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["county_id", "contract_id"], ["contracts.county_id", "contracts.id"], ondelete="RESTRICT"
    )


class Contract(CountyRow, Mirrored, Base):
    """A contract of one resident with one team. `ended_on` is the last day of one that ends, or ended, early.

    A resident has one contract in force at most: the database says so, and nobody else has to. `text` is what was signed;
    what was changed since stands in the amendments, with a text and a signature of its own.
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
        ForeignKeyConstraint(
            ["county_id", "household_id"], ["households.county_id", "households.id"], ondelete="RESTRICT"
        ),
        ForeignKeyConstraint(
            ["county_id", "offered_team_id"], ["care_teams.county_id", "care_teams.id"], ondelete="RESTRICT"
        ),
        Index(
            "uq_contracts_active",
            "county_id",
            "resident_id",
            unique=True,
            postgresql_where=sql("status in ('active', 'suspended')"),
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
    household_id: Mapped[UUID | None]
    """Asked for together with the others under this roof; each is a contract of its own."""
    applied_at: Mapped[datetime]
    applied_by_account_id: Mapped[UUID]
    submitted_at: Mapped[datetime | None]
    reviewed_at: Mapped[datetime | None]
    reviewed_by_account_id: Mapped[UUID | None]
    review_note: Mapped[str | None]
    reject_reason: Mapped[str | None]
    suggested_team_ids: Mapped[list[str]] = mapped_column(default=list)
    """Who else could look after the resident, when this team does not."""
    is_outside_area: Mapped[bool] = mapped_column(default=False)
    exception_reason: Mapped[str | None]
    """Why somebody outside the team's villages is taken all the same, and by whose word."""
    exception_by_account_id: Mapped[UUID | None]
    exception_by_name: Mapped[str | None]
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
    end_note: Mapped[str | None]
    offered_team_id: Mapped[UUID | None]
    letter: Mapped[dict[str, Any] | None]
    """What the institution writes to the resident when it ends the contract: facts, put into words when read."""
    refund_fen: Mapped[int | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class ContractSuspension(CountyRow, Mirrored, Base):
    """Days on which a contract rests: from `from_on`, until the day of return, which is `until_on`."""

    __tablename__ = "contract_suspensions"
    __table_args__ = (
        of_contract(),
        Index(
            "uq_contract_suspensions_open",
            "county_id",
            "contract_id",
            unique=True,
            postgresql_where=sql("until_on is null"),
        ),
        Index(None, "county_id", "contract_id"),
        CheckConstraint("until_on >= from_on", name="not_backwards"),
    )
    feed_kind = "contract"
    feed_root = "contract_id"

    contract_id: Mapped[UUID]
    reason_code: Mapped[str]
    away_since_on: Mapped[date]
    from_on: Mapped[date]
    evidence_code: Mapped[str]
    note: Mapped[str | None]
    begun_by_account_id: Mapped[UUID]
    until_on: Mapped[date | None]
    back_evidence_code: Mapped[str | None]
    back_note: Mapped[str | None]
    ended_by_account_id: Mapped[UUID | None]


class ContractAmendment(CountyRow, Mirrored, Base):
    """What changes of a running contract from a day on: its packages, by a text and a signature of its own, or its team.

    `was_…` is the version that ends on the day before `from_on`. What is null does not change.
    """

    __tablename__ = "contract_amendments"
    __table_args__ = (
        of_contract(),
        ForeignKeyConstraint(["county_id", "team_id"], ["care_teams.county_id", "care_teams.id"], ondelete="RESTRICT"),
        ForeignKeyConstraint(
            ["county_id", "was_team_id"], ["care_teams.county_id", "care_teams.id"], ondelete="RESTRICT"
        ),
        Index(None, "county_id", "contract_id"),
        Index(None, "county_id", "team_id"),
        Index(None, "county_id", "was_team_id"),
        Index(
            "uq_contract_amendments_open",
            "county_id",
            "contract_id",
            unique=True,
            postgresql_where=sql("status in ('pending_sign', 'signed')"),
        ),
        CheckConstraint("(package_ids is null) <> (team_id is null)", name="one_thing"),
        CheckConstraint("team_id is not null or text_hash is not null", name="packages_have_text"),
    )
    feed_kind = "contract"
    feed_root = "contract_id"

    contract_id: Mapped[UUID]
    status: Mapped[AmendmentStatus]
    from_on: Mapped[date]
    package_ids: Mapped[list[str] | None]
    team_id: Mapped[UUID | None]
    reason: Mapped[str | None]
    text: Mapped[dict[str, Any] | None]
    text_hash: Mapped[str | None]
    asked_at: Mapped[datetime]
    asked_by_account_id: Mapped[UUID]
    signed_at: Mapped[datetime | None]
    was_package_ids: Mapped[list[str] | None]
    was_team_id: Mapped[UUID | None]
    refund_lines: Mapped[list[Any] | None]
    refund_fen: Mapped[int | None]
    applied_at: Mapped[datetime | None]
