"""Visits and what belongs to them: who goes, what is done, the checks, the proof; and measurements.

A visit is a stop: one place, one planned window, one or more clinicians, one or more services.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow, Mirrored, checked_enum
from jiayi.geo.terms import Datum, Verdict
from jiayi.visits.terms import (
    CheckKind,
    ConfirmMethod,
    MeasurementKind,
    NoVisitReason,
    PhotoKind,
    ReviewStatus,
    ServiceOutcome,
    Unit,
    VisitSource,
    VisitStatus,
    WishPart,
)


def _fk(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["county_id", column], [f"{table}.county_id", f"{table}.id"], ondelete="RESTRICT")


class Visit(CountyRow, Mirrored, Base):
    """One stop. Its place is WGS-84. `version` counts changes of this row."""

    __tablename__ = "visits"
    __table_args__ = (
        _fk("team_id", "care_teams"),
        Index(None, "county_id", "team_id", "status"),
        Index(None, "county_id", "team_id", "planned_start_at"),
        CheckConstraint("(latitude is null) = (longitude is null)", name="whole_position"),
        CheckConstraint("(planned_start_at is null) = (planned_end_at is null)", name="whole_window"),
        CheckConstraint("planned_end_at > planned_start_at", name="window_forwards"),
    )
    feed_kind = "visit"

    team_id: Mapped[UUID]
    status: Mapped[VisitStatus]
    place_text: Mapped[str | None]
    village: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    wish_on: Mapped[date | None]
    wish_part: Mapped[WishPart] = mapped_column(default=WishPart.ANY)
    wish_note: Mapped[str | None]
    danger_words: Mapped[list[str]] = mapped_column(default=list)
    is_danger_acknowledged: Mapped[bool] = mapped_column(default=False)
    is_call_needed: Mapped[bool] = mapped_column(default=False)
    """Nobody was home too often lately: the booking is confirmed by phone first."""
    is_first_visit: Mapped[bool] = mapped_column(default=False)
    """When it was asked for, nobody had been at this home."""
    has_video_link: Mapped[bool] = mapped_column(default=False)
    """One goes alone where two should, in sight and hearing of the centre."""
    source: Mapped[VisitSource]
    requested_by_account_id: Mapped[UUID]
    requested_at: Mapped[datetime]
    planned_start_at: Mapped[datetime | None]
    planned_end_at: Mapped[datetime | None]
    departed_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]
    """Why it ended without being completed: the reason of a decline, cancellation, miss or break-off."""
    end_note: Mapped[str | None]
    is_cancelled_late: Mapped[bool] = mapped_column(default=False)
    next_visit_on: Mapped[date | None]
    review_status: Mapped[ReviewStatus] = mapped_column(default=ReviewStatus.NONE)
    review_reasons: Mapped[list[str]] = mapped_column(default=list)
    reviewed_by_account_id: Mapped[UUID | None]
    reviewed_at: Mapped[datetime | None]
    review_note: Mapped[str | None]
    verified_at: Mapped[datetime | None]
    is_over_quota: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class VisitPart(CountyRow, Mirrored):
    """Mixin: a row that belongs to a visit and shows in its document."""

    feed_kind = "visit"
    feed_root = "visit_id"

    visit_id: Mapped[UUID]


class VisitClinician(VisitPart, Base):
    """Who goes. While `is_planned`, the window `during` is kept free of others by the database.

    A row stays when somebody is taken off (`is_removed`): work of that person that arrives later is held, not joined.
    """

    __tablename__ = "visit_clinicians"
    __table_args__ = (
        _fk("visit_id", "visits"),
        _fk("clinician_id", "clinicians"),
        UniqueConstraint("county_id", "visit_id", "clinician_id"),
        Index(None, "county_id", "clinician_id"),
        CheckConstraint("not is_planned or (during is not null and not is_removed)", name="planned_has_window"),
        ExcludeConstraint(
            (text("int4range(county_id, county_id, '[]')"), "="),
            (text("numrange(jiayi_uuid_number(clinician_id), jiayi_uuid_number(clinician_id), '[]')"), "="),
            (text("during"), "&&"),
            name="ex_visit_clinicians_busy",
            using="gist",
            where=text("is_planned"),
        ),
    )

    clinician_id: Mapped[UUID]
    during: Mapped[Range[datetime] | None] = mapped_column(TSTZRANGE)
    is_planned: Mapped[bool] = mapped_column(default=False)
    is_removed: Mapped[bool] = mapped_column(default=False)
    order_no: Mapped[int | None]
    """Which stop of this person's day it is; two who meet there come by ways of their own."""


class VisitService(VisitPart, Base):
    """One item for one resident on this visit, and what became of it."""

    __tablename__ = "visit_services"
    __table_args__ = (
        _fk("visit_id", "visits"),
        _fk("resident_id", "residents"),
        _fk("contract_id", "contracts"),
        _fk("done_by", "clinicians"),
        UniqueConstraint("county_id", "visit_id", "resident_id", "item_code"),
        Index(None, "county_id", "resident_id"),
    )

    resident_id: Mapped[UUID]
    contract_id: Mapped[UUID | None]
    item_code: Mapped[str]
    outcome: Mapped[ServiceOutcome] = mapped_column(default=ServiceOutcome.PLANNED)
    reason: Mapped[str | None]
    is_over_quota: Mapped[bool] = mapped_column(default=False)
    is_consumed: Mapped[bool] = mapped_column(default=False)
    """Whether the contract was charged: once, whatever is written later."""
    done_at: Mapped[datetime | None]
    done_by: Mapped[UUID | None]


class VisitCheck(VisitPart, Base):
    """A check-in or check-out: when, and what the position said. Coordinates are WGS-84; `datum_source` as they came."""

    __tablename__ = "visit_checks"
    __table_args__ = (
        _fk("visit_id", "visits"),
        UniqueConstraint("county_id", "visit_id", "kind"),
        CheckConstraint("(latitude is null) = (longitude is null)", name="whole_position"),
    )

    kind: Mapped[CheckKind]
    clinician_id: Mapped[UUID]
    occurred_at: Mapped[datetime]
    captured_at: Mapped[datetime]
    received_at: Mapped[datetime]
    is_clock_doubtful: Mapped[bool]
    boot: Mapped[str | None]
    monotonic_ms: Mapped[int | None] = mapped_column(BigInteger)
    """The clock that nobody can set: within one boot of the phone it says how long somebody stayed."""
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    datum_source: Mapped[Datum | None]
    accuracy_metres: Mapped[float | None]
    distance_metres: Mapped[int | None]
    verdict: Mapped[Verdict]
    reason_code: Mapped[str | None]
    action_code: Mapped[str | None]
    note: Mapped[str | None]
    device_id: Mapped[UUID | None]


class VisitNote(VisitPart, Base):
    """What one clinician wrote about the visit; a later text of the same person replaces it, nobody else's."""

    __tablename__ = "visit_notes"
    __table_args__ = (
        _fk("visit_id", "visits"),
        _fk("clinician_id", "clinicians"),
        UniqueConstraint("county_id", "visit_id", "clinician_id"),
    )

    clinician_id: Mapped[UUID]
    note: Mapped[str]
    written_at: Mapped[datetime]


class VisitConfirmation(VisitPart, Base):
    """How the resident confirmed that we were there, or why not."""

    __tablename__ = "visit_confirmations"
    __table_args__ = (_fk("visit_id", "visits"), UniqueConstraint("county_id", "visit_id"))

    method: Mapped[ConfirmMethod]
    signer_name: Mapped[str | None]
    strokes: Mapped[dict[str, Any] | None]
    reason: Mapped[str | None]
    confirmed_at: Mapped[datetime]
    clinician_id: Mapped[UUID]


class VisitCode(CountyRow, Base):
    """A code sent to the resident's phone, to be told to the clinician at the door. Only its hash is kept."""

    __tablename__ = "visit_codes"
    __table_args__ = (_fk("visit_id", "visits"), Index(None, "county_id", "visit_id", "sent_at"))

    visit_id: Mapped[UUID]
    code_hash: Mapped[str]
    sent_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)


class ContactAttempt(VisitPart, Base):
    """Nobody home, refused at the door, called without answer."""

    __tablename__ = "contact_attempts"
    __table_args__ = (
        _fk("visit_id", "visits"),
        _fk("resident_id", "residents"),
        Index(None, "county_id", "visit_id"),
        Index(None, "county_id", "resident_id", "occurred_at"),
    )

    resident_id: Mapped[UUID]
    kind: Mapped[NoVisitReason]
    occurred_at: Mapped[datetime]
    note: Mapped[str | None]
    clinician_id: Mapped[UUID]


class VisitPhoto(VisitPart, Base):
    """A picture of a resident, by the sha256 of what the phone uploads; `account_id`: whose upload it is."""

    __tablename__ = "visit_photos"
    __table_args__ = (
        _fk("visit_id", "visits"),
        _fk("resident_id", "residents"),
        _fk("clinician_id", "clinicians"),
        UniqueConstraint("county_id", "visit_id", "sha256", "account_id"),
        Index(None, "county_id", "sha256"),
    )

    resident_id: Mapped[UUID]
    sha256: Mapped[str]
    kind: Mapped[PhotoKind]
    taken_at: Mapped[datetime]
    account_id: Mapped[UUID]
    clinician_id: Mapped[UUID]


class Measurement(CountyRow, Mirrored, Base):
    """A clinical value, never changed. `sent_values` and `sent_unit`: as the device sent them, where converted."""

    __tablename__ = "measurements"
    __table_args__ = (
        _fk("visit_id", "visits"),
        _fk("resident_id", "residents"),
        _fk("clinician_id", "clinicians"),
        Index(None, "county_id", "resident_id", "measured_at"),
        Index(None, "county_id", "visit_id"),
    )
    feed_kind = "measurement"

    visit_id: Mapped[UUID | None]
    resident_id: Mapped[UUID]
    kind: Mapped[MeasurementKind]
    values: Mapped[dict[str, Any]]
    unit: Mapped[Unit]
    sent_values: Mapped[dict[str, Any] | None]
    sent_unit: Mapped[Unit | None] = mapped_column(checked_enum(Unit, name="sent_unit"))
    measured_at: Mapped[datetime]
    clinician_id: Mapped[UUID]
    is_suspicious: Mapped[bool]
    is_danger: Mapped[bool]
    note: Mapped[str | None]
