"""Who is in which programme, and the follow-ups that were planned and held."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.followups.terms import (
    Adherence,
    Compliance,
    Coping,
    DiagnosisSource,
    FollowupClass,
    FollowUpStatus,
    FootPulse,
    LeaveReason,
    Mode,
    Programme,
    Reaction,
    Salt,
)
from jiayi.residents.terms import Relation


def _of_resident() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["county_id", "resident_id"], ["residents.county_id", "residents.id"], ondelete="RESTRICT"
    )


class ProgrammeEnrolment(CountyRow, Mirrored, Base):
    """A resident's time in a programme, and who confirmed the disease; at most one that has not ended."""

    __tablename__ = "programme_enrolments"
    __table_args__ = (
        _of_resident(),
        Index(
            "uq_programme_enrolments_live",
            "county_id",
            "resident_id",
            "programme",
            unique=True,
            postgresql_where=text("ended_on is null"),
        ),
        CheckConstraint("ended_on >= enrolled_on", name="ends_after_enrolling"),
    )

    feed_kind = "programme_enrolment"

    resident_id: Mapped[UUID]
    programme: Mapped[Programme]
    diagnosis_source: Mapped[DiagnosisSource | None]
    """None of those who were taken over from older files."""
    diagnosed_on: Mapped[date | None]
    """As far as anybody knows it."""
    enrolled_on: Mapped[date]
    ended_on: Mapped[date | None]
    leave_reason: Mapped[LeaveReason | None]


class FollowUp(CountyRow, Mirrored, Base):
    """One follow-up: due by a day, and what was found when it was held. Pressures in mmHg, glucose in mmol/L, °C.

    `is_in_target` is by the public-health target at the age on the day, of diabetes by a fasting glucose only: without
    one nobody knows. `referral_reasons` are empty where nobody has to be referred. What was found is never changed: a second
    record of the same follow-up becomes a row of its own.
    """

    __tablename__ = "follow_ups"
    __table_args__ = (
        _of_resident(),
        ForeignKeyConstraint(["county_id", "visit_id"], ["visits.county_id", "visits.id"], ondelete="RESTRICT"),
        ForeignKeyConstraint(["county_id", "done_by"], ["clinicians.county_id", "clinicians.id"], ondelete="RESTRICT"),
        Index(None, "county_id", "resident_id", "programme", "done_at"),
        Index("ix_follow_ups_due", "county_id", "due_on", postgresql_where=text("status = 'due'")),
        Index(
            "uq_follow_ups_due",
            "county_id",
            "resident_id",
            "programme",
            unique=True,
            postgresql_where=text("status = 'due'"),
        ),
        CheckConstraint("(status = 'done') = (outcome is not null and done_at is not null)", name="done_has_outcome"),
    )
    feed_kind = "follow_up"

    resident_id: Mapped[UUID]
    programme: Mapped[Programme]
    due_on: Mapped[date]
    status: Mapped[FollowUpStatus] = mapped_column(default=FollowUpStatus.DUE)
    leave_reason: Mapped[LeaveReason | None]
    visit_id: Mapped[UUID | None]
    """The home visit it was held on; of one that is due, a visit on which it was not written down yet."""
    done_at: Mapped[datetime | None]
    is_clock_doubtful: Mapped[bool] = mapped_column(default=False)
    done_by: Mapped[UUID | None]
    mode: Mapped[Mode | None]
    spoke_with: Mapped[Relation | None]
    """Of a call: with whom. Time and this are its record; without them it does not count (domain rules §1.8)."""
    is_face_to_face: Mapped[bool] = mapped_column(default=False)
    systolic: Mapped[int | None]
    diastolic: Mapped[int | None]
    fasting: Mapped[float | None]
    random: Mapped[float | None]
    """A glucose that is not a fasting one."""
    persistent_pulse: Mapped[int | None]
    """A heart rate that stayed fast after a rest."""
    temperature: Mapped[float | None]
    symptoms: Mapped[list[str]] = mapped_column(default=list)
    danger_signs: Mapped[list[str]] = mapped_column(default=list)
    adherence: Mapped[Adherence | None]
    reaction: Mapped[Reaction | None]
    has_new_complication: Mapped[bool] = mapped_column(default=False)
    is_pregnant_or_lactating: Mapped[bool] = mapped_column(default=False)
    foot_pulse: Mapped[FootPulse | None]
    salt: Mapped[Salt | None]
    coping: Mapped[Coping | None]
    compliance: Mapped[Compliance | None]
    note: Mapped[str | None]
    referral_reasons: Mapped[list[str] | None]
    referred_to: Mapped[str | None]
    """Institution and department."""
    is_in_target: Mapped[bool | None]
    outcome: Mapped[FollowupClass | None]
    next_follow_up_id: Mapped[UUID | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
