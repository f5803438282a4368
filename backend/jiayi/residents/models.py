"""Residents and what belongs to them. Identity and phone numbers are kept sealed, with keyed hashes for search."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.core.db import Base, CountyRow, Mirrored
from jiayi.geo.terms import Datum
from jiayi.residents.terms import Channel, ConsentPurpose, Evidence, KeyGroup, Relation, Risk, Sex


def of_resident() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["county_id", "resident_id"], ["residents.county_id", "residents.id"], ondelete="RESTRICT"
    )


class Household(CountyRow, Base):
    """People under one roof. Duties and accounts stay each person's own."""

    __tablename__ = "households"

    name: Mapped[str]
    address: Mapped[str]


class Resident(CountyRow, Mirrored, Base):
    """A person, signed or not. The place of the home is WGS-84; `position_datum_source` is what it was given in."""

    __tablename__ = "residents"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "care_team_id"], ["care_teams.county_id", "care_teams.id"], ondelete="RESTRICT"
        ),
        ForeignKeyConstraint(
            ["county_id", "household_id"], ["households.county_id", "households.id"], ondelete="RESTRICT"
        ),
        ForeignKeyConstraint(
            ["county_id", "elder_home_id"], ["organizations.county_id", "organizations.id"], ondelete="RESTRICT"
        ),
        Index("uq_residents_identity", "county_id", "identity_hash", unique=True),
        Index(None, "county_id", "care_team_id"),
        Index(None, "county_id", "household_id"),
        Index(None, "county_id", "elder_home_id"),
        CheckConstraint("(latitude is null) = (longitude is null)", name="whole_position"),
        CheckConstraint("identity_level between 0 and 3", name="known_identity_level"),
    )
    feed_kind = "resident"

    name: Mapped[str]
    sex: Mapped[Sex]
    birth_on: Mapped[date]
    identity_sealed: Mapped[str | None]
    identity_hash: Mapped[str | None]
    identity_level: Mapped[int] = mapped_column(default=0)
    care_team_id: Mapped[UUID | None]
    household_id: Mapped[UUID | None]
    elder_home_id: Mapped[UUID | None]
    address_text: Mapped[str | None]
    village: Mapped[str | None]
    village_group: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    position_datum_source: Mapped[Datum | None]
    allergies: Mapped[list[str]] = mapped_column(default=list)
    risk: Mapped[Risk] = mapped_column(default=Risk.LOW)
    assessed_on: Mapped[date | None]
    ability_level: Mapped[int | None]
    ltc_level: Mapped[int | None]
    discharged_on: Mapped[date | None]
    discharge_diagnoses: Mapped[list[str]] = mapped_column(default=list)
    had_orthopaedic_surgery: Mapped[bool] = mapped_column(default=False)
    deceased_on: Mapped[date | None]
    moved_on: Mapped[date | None]
    """From this day on the resident lives out of the area, and is none of its usual residents."""
    moved_to: Mapped[str | None]
    registered_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class ResidentPhone(CountyRow, Mirrored, Base):
    """A number under which the resident, or somebody close, is reached."""

    __tablename__ = "resident_phones"
    __table_args__ = (
        of_resident(),
        Index("uq_resident_phones_number", "county_id", "resident_id", "number_hash", unique=True),
        Index(None, "county_id", "number_hash"),
    )
    feed_kind = "resident"
    feed_root = "resident_id"

    resident_id: Mapped[UUID]
    number_sealed: Mapped[str]
    number_hash: Mapped[str]
    label: Mapped[str | None]
    relation: Mapped[Relation]


class ResidentCondition(CountyRow, Mirrored, Base):
    """A confirmed diagnosis, by ICD-10."""

    __tablename__ = "resident_conditions"
    __table_args__ = (
        of_resident(),
        Index("uq_resident_conditions_icd10", "county_id", "resident_id", "icd10", unique=True),
    )
    feed_kind = "resident"
    feed_root = "resident_id"

    resident_id: Mapped[UUID]
    icd10: Mapped[str]
    name: Mapped[str]
    since_on: Mapped[date]


class KeyGroupFlag(CountyRow, Mirrored, Base):
    """A dated membership of a key group, both days included. Several may rest on different evidence."""

    __tablename__ = "key_group_flags"
    __table_args__ = (
        of_resident(),
        Index(
            "uq_key_group_flags_start", "county_id", "resident_id", "code", "evidence_source", "valid_from", unique=True
        ),
        CheckConstraint("valid_to >= valid_from", name="not_backwards"),
    )
    feed_kind = "resident"
    feed_root = "resident_id"

    resident_id: Mapped[UUID]
    code: Mapped[KeyGroup]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    evidence_source: Mapped[Evidence]


class NamedStaff(CountyRow, Mirrored, Base):
    """Who may see what is of data level 5 about a resident, by name, and who allowed it."""

    __tablename__ = "named_staff"
    __table_args__ = (
        of_resident(),
        ForeignKeyConstraint(
            ["county_id", "clinician_id"], ["clinicians.county_id", "clinicians.id"], ondelete="RESTRICT"
        ),
        Index("uq_named_staff_person", "county_id", "resident_id", "clinician_id", unique=True),
        Index(None, "county_id", "clinician_id"),
    )
    feed_kind = "level5_flag"

    resident_id: Mapped[UUID]
    clinician_id: Mapped[UUID]
    named_at: Mapped[datetime]
    named_by_account_id: Mapped[UUID]


class Consent(CountyRow, Mirrored, Base):
    """A resident's consent to one purpose under one version of its text."""

    __tablename__ = "consents"
    __table_args__ = (
        of_resident(),
        Index(
            "uq_consents_live",
            "county_id",
            "resident_id",
            "purpose",
            unique=True,
            postgresql_where=text("withdrawn_at is null"),
        ),
    )
    feed_kind = "resident"
    feed_root = "resident_id"

    resident_id: Mapped[UUID]
    purpose: Mapped[ConsentPurpose]
    version: Mapped[int]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    channel: Mapped[Channel]
    account_id: Mapped[UUID]


class Proxy(CountyRow, Mirrored, Base):
    """Family who may do some things for a resident, by the resident's own will, for a time or until revoked.

    It is good from `valid_from` until the day before `expires_on`. At most one grant of a resident to an account has not been revoked.
    """

    __tablename__ = "proxies"
    __table_args__ = (
        of_resident(),
        Index(
            "uq_proxies_live",
            "county_id",
            "resident_id",
            "account_id",
            unique=True,
            postgresql_where=text("revoked_at is null"),
        ),
        Index(None, "county_id", "account_id"),
        CheckConstraint("expires_on > valid_from", name="not_backwards"),
    )
    feed_kind = "proxy"

    resident_id: Mapped[UUID]
    account_id: Mapped[UUID]
    name: Mapped[str]
    relation: Mapped[Relation]
    scopes: Mapped[list[str]]
    granted_by_account_id: Mapped[UUID]
    granted_by_staff: Mapped[bool]
    valid_from: Mapped[date]
    expires_on: Mapped[date]
    revoked_at: Mapped[datetime | None]
