"""What was counted before, so that a whole county's page need not count while somebody waits; who asked for a list of people."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow
from jiayi.reports.terms import ExportDecision, FileKind, Part


class IndicatorCensus(Base):
    """A day on which a whole county was counted, when that was done, and the sums of all: `{code: [numerator, denominator]}`."""

    __tablename__ = "indicator_censuses"

    county_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    census_on: Mapped[date] = mapped_column(primary_key=True)
    counted_at: Mapped[datetime]
    totals: Mapped[dict[str, Any]]


class IndicatorCount(CountyRow, Base):
    """One indicator's sums on one day, among those of one village whom one team cares for."""

    __tablename__ = "indicator_counts"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "team_id"], ["care_teams.county_id", "care_teams.id"], ondelete="RESTRICT"),
        Index(
            "uq_indicator_counts_cell",
            "county_id",
            "census_on",
            "code",
            "team_id",
            "village",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index(None, "county_id", "team_id"),
    )

    census_on: Mapped[date]
    code: Mapped[str]
    team_id: Mapped[UUID | None]
    village: Mapped[str]
    numerator: Mapped[int]
    denominator: Mapped[int]


class IndicatorFact(CountyRow, Base):
    """What one resident added to the sums of the latest day: `{code: [numerator, denominator]}`, a row for each team.

    With it a change is counted by taking away what was and adding what is, for that resident alone.
    """

    __tablename__ = "indicator_facts"
    __table_args__ = (Index(None, "county_id", "resident_id"),)

    census_on: Mapped[date]
    resident_id: Mapped[UUID]
    team_id: Mapped[UUID | None]
    village: Mapped[str]
    counted: Mapped[dict[str, Any]]


class IndicatorMark(CountyRow, Base):
    """Something was written about this resident since the latest day was counted; the database itself leaves the mark."""

    __tablename__ = "indicator_marks"
    __table_args__ = (Index(None, "county_id", "resident_id"),)

    resident_id: Mapped[UUID]


class ExportRequest(CountyRow, Base):
    """Somebody of the office wants a list of people as a file, and why; another one allows it, and it is fetched once.

    `scope` narrows it down as `terms.Scope` does. Names are those of that day, for whoever looks later.
    """

    __tablename__ = "export_requests"
    __table_args__ = (
        Index(None, "county_id", "asked_at"),
        CheckConstraint("decided_by_account_id <> asked_by_account_id", name="second_person"),
        CheckConstraint("(decision is null) = (decided_by_account_id is null)", name="decided_by_somebody"),
        CheckConstraint("fetched_at is null or decision = 'approve'", name="fetched_when_approved"),
    )

    code: Mapped[str]
    part: Mapped[Part]
    census_on: Mapped[date]
    scope: Mapped[dict[str, Any]]
    kind: Mapped[FileKind]
    purpose: Mapped[str]
    asked_at: Mapped[datetime]
    asked_by_account_id: Mapped[UUID]
    asked_by_name: Mapped[str]
    decision: Mapped[ExportDecision | None]
    decided_at: Mapped[datetime | None]
    decided_by_account_id: Mapped[UUID | None]
    decided_by_name: Mapped[str | None]
    decision_note: Mapped[str | None]
    fetched_at: Mapped[datetime | None]
    rows_count: Mapped[int | None]
