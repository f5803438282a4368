"""Institutions, their care teams, and who works in them."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.organizations.terms import OrganizationKind, Profession, Title


class Organization(CountyRow, Mirrored, Base):
    """A primary-care institution, a hospital or an elder home. Its place is WGS-84."""

    __tablename__ = "organizations"
    __table_args__ = (
        CheckConstraint("(latitude is null) = (longitude is null)", name="whole_position"),
        {"comment": "data level 1: public"},
    )
    feed_kind = "organization"

    kind: Mapped[OrganizationKind]
    name: Mapped[str]
    licence_no: Mapped[str | None]
    has_practice_licence: Mapped[bool] = mapped_column(default=False)
    has_elder_licence: Mapped[bool] = mapped_column(default=False)
    phone: Mapped[str | None]
    address: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    region_code: Mapped[str | None]
    beds_count: Mapped[int | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class Clinician(CountyRow, Mirrored, Base):
    """A person who serves residents. Without an account he or she cannot sign in yet."""

    __tablename__ = "clinicians"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "organization_id"], ["organizations.county_id", "organizations.id"], ondelete="RESTRICT"
        ),
        Index(None, "county_id", "organization_id"),
        Index(None, "county_id", "account_id"),
    )
    feed_kind = "clinician"

    organization_id: Mapped[UUID]
    account_id: Mapped[UUID | None]
    name: Mapped[str]
    profession: Mapped[Profession]
    title: Mapped[Title]
    worked_since_on: Mapped[date | None]
    certificates: Mapped[list[str]] = mapped_column(default=list)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class CareTeam(CountyRow, Mirrored, Base):
    """The people who carry contracts together. `service_area` names its villages."""

    __tablename__ = "care_teams"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "organization_id"], ["organizations.county_id", "organizations.id"], ondelete="RESTRICT"
        ),
        ForeignKeyConstraint(
            ["county_id", "leader_id"], ["clinicians.county_id", "clinicians.id"], ondelete="RESTRICT"
        ),
        Index(None, "county_id", "organization_id"),
        Index(None, "county_id", "leader_id"),
    )
    feed_kind = "team"

    organization_id: Mapped[UUID]
    name: Mapped[str]
    phone: Mapped[str]
    leader_id: Mapped[UUID | None]
    service_area: Mapped[list[str]] = mapped_column(default=list)
    is_active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class TeamMember(CountyRow, Mirrored, Base):
    """Somebody's time in a team; at most one that has not ended."""

    __tablename__ = "team_members"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "team_id"], ["care_teams.county_id", "care_teams.id"], ondelete="RESTRICT"),
        ForeignKeyConstraint(
            ["county_id", "clinician_id"], ["clinicians.county_id", "clinicians.id"], ondelete="RESTRICT"
        ),
        Index(
            "uq_team_members_live",
            "county_id",
            "team_id",
            "clinician_id",
            unique=True,
            postgresql_where=text("left_on is null"),
        ),
        Index(None, "county_id", "clinician_id"),
        CheckConstraint("left_on >= joined_on", name="leaves_after_joining"),
    )
    feed_kind = "team"
    feed_root = "team_id"

    team_id: Mapped[UUID]
    clinician_id: Mapped[UUID]
    joined_on: Mapped[date]
    left_on: Mapped[date | None]
