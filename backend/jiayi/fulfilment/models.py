"""What was done and counts, what residents say to it, whether they were content, and who is not being served."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.fulfilment.terms import Asked, DoubtReason, DoubtStatus, FindingCode, HowMet, Severity


def _fk(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["county_id", column], [f"{table}.county_id", f"{table}.id"], ondelete="RESTRICT")


class Fulfilment(CountyRow, Mirrored, Base):
    """One item performed once for one resident; from a visit's service, a follow-up, or both where they are one thing.

    `done_on` is the day in China. `encounter_id` is the visit, else the follow-up: what was done together. `shortfalls`
    say why it does not count; `is_counted` is that there are none.
    """

    __tablename__ = "fulfilments"
    __table_args__ = (
        _fk("resident_id", "residents"),
        _fk("team_id", "care_teams"),
        _fk("contract_id", "contracts"),
        _fk("visit_id", "visits"),
        _fk("visit_service_id", "visit_services"),
        _fk("follow_up_id", "follow_ups"),
        _fk("performed_by", "clinicians"),
        UniqueConstraint("county_id", "visit_service_id"),
        UniqueConstraint("county_id", "follow_up_id"),
        Index(None, "county_id", "resident_id", "done_on"),
        Index(None, "county_id", "done_on"),
        Index(None, "county_id", "encounter_id"),
        CheckConstraint("visit_service_id is not null or follow_up_id is not null", name="from_something"),
        CheckConstraint("is_counted = (shortfalls = '[]'::jsonb)", name="counted_without_shortfall"),
    )
    feed_kind = "fulfilment"

    resident_id: Mapped[UUID]
    team_id: Mapped[UUID]
    contract_id: Mapped[UUID | None]
    item_code: Mapped[str]
    how: Mapped[HowMet]
    encounter_id: Mapped[UUID]
    visit_id: Mapped[UUID | None]
    visit_service_id: Mapped[UUID | None]
    follow_up_id: Mapped[UUID | None]
    performed_by: Mapped[UUID | None]
    done_at: Mapped[datetime]
    done_on: Mapped[date]
    is_counted: Mapped[bool]
    shortfalls: Mapped[list[str]] = mapped_column(default=list)
    asked: Mapped[Asked]
    """Decided once: who had no phone then is called."""


class Doubt(CountyRow, Mirrored, Base):
    """The resident says that it is not true; once for each fulfilment. While open, and when upheld, it does not count."""

    __tablename__ = "fulfilment_doubts"
    __table_args__ = (
        _fk("fulfilment_id", "fulfilments"),
        UniqueConstraint("county_id", "fulfilment_id"),
        Index("ix_fulfilment_doubts_open", "county_id", "fulfilment_id", postgresql_where=text("status = 'open'")),
        CheckConstraint("(status = 'open') = (decided_at is null)", name="decided_when_closed"),
    )
    feed_kind = "fulfilment"
    feed_root = "fulfilment_id"

    fulfilment_id: Mapped[UUID]
    reason: Mapped[DoubtReason]
    note: Mapped[str | None]
    said_at: Mapped[datetime]
    account_id: Mapped[UUID]
    status: Mapped[DoubtStatus] = mapped_column(default=DoubtStatus.OPEN)
    decided_at: Mapped[datetime | None]
    decided_by_account_id: Mapped[UUID | None]
    decision_note: Mapped[str | None]


class SatisfactionAnswer(CountyRow, Base):
    """How content somebody was with what was done together, from 1 to 5. Shown to nobody but as part of a count."""

    __tablename__ = "satisfaction_answers"
    __table_args__ = (
        _fk("resident_id", "residents"),
        _fk("team_id", "care_teams"),
        _fk("visit_id", "visits"),
        UniqueConstraint("county_id", "encounter_id", "resident_id"),
        Index(None, "county_id", "team_id", "answered_at"),
        Index(None, "county_id", "visit_id"),
        CheckConstraint("score between 1 and 5", name="five_faces"),
    )

    resident_id: Mapped[UUID]
    team_id: Mapped[UUID]
    encounter_id: Mapped[UUID]
    visit_id: Mapped[UUID | None]
    score: Mapped[int]
    asked: Mapped[Asked]
    answered_at: Mapped[datetime]


class Finding(CountyRow, Mirrored, Base):
    """A rule of §1.8 that holds: for a resident, for a clinician on a day, for a team in a month. It closes by itself.

    `subject_id` is that resident, clinician or team; `period_on` the day, or the month's first day. `detail` holds codes,
    days and counts that stay as they are while nothing happens, so that a finding is not written anew every night.
    """

    __tablename__ = "findings"
    __table_args__ = (
        _fk("resident_id", "residents"),
        _fk("team_id", "care_teams"),
        _fk("contract_id", "contracts"),
        _fk("clinician_id", "clinicians"),
        Index(
            "uq_findings_open",
            "county_id",
            "code",
            "subject_id",
            "period_on",
            unique=True,
            postgresql_where=text("closed_at is null"),
            postgresql_nulls_not_distinct=True,
        ),
        Index("ix_findings_resident", "county_id", "resident_id", postgresql_where=text("closed_at is null")),
    )
    feed_kind = "finding"

    code: Mapped[FindingCode]
    severity: Mapped[Severity]
    subject_id: Mapped[UUID]
    period_on: Mapped[date | None]
    resident_id: Mapped[UUID | None]
    clinician_id: Mapped[UUID | None]
    team_id: Mapped[UUID | None]
    contract_id: Mapped[UUID | None]
    since_on: Mapped[date]
    detail: Mapped[dict[str, Any]]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    settled_by_account_id: Mapped[UUID | None]
    """The manager has looked at it: it is not opened again."""
    settled_note: Mapped[str | None]
