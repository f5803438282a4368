"""Contracts, their signatures, what they entitle to, and the ledger of what was given."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.contracts.terms import (
    AmendmentStatus,
    CauseKind,
    ContractStatus,
    EvidenceKind,
    GuardianBasis,
    LedgerKind,
    SignatureParty,
    Signer,
    SignMethod,
    SignPlace,
)
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


class ContractSignature(CountyRow, Base):
    """One side's signature. For the team its account signs; the resident writes, signs by code, or on paper.

    With `amendment_id` it is under that change's text, otherwise under the contract's.

    `photo_sha256` is of the page's photo as the phone took it, `recording_sha256` of the voice, `account_id` whose uploads they are. `check_code` is printed on
    the contract for whoever wants to ask whether it is genuine; it opens nothing else.
    """

    __tablename__ = "contract_signatures"
    __table_args__ = (
        of_contract(),
        ForeignKeyConstraint(
            ["county_id", "amendment_id"],
            ["contract_amendments.county_id", "contract_amendments.id"],
            ondelete="RESTRICT",
        ),
        Index(
            "uq_contract_signatures_party",
            "county_id",
            "contract_id",
            "amendment_id",
            "party",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index(None, "county_id", "amendment_id", postgresql_where=sql("amendment_id is not null")),
        Index("uq_contract_signatures_check", "county_id", "check_code", unique=True),
        Index(None, "county_id", "photo_sha256", postgresql_where=sql("photo_sha256 is not null")),
        Index(None, "county_id", "recording_sha256", postgresql_where=sql("recording_sha256 is not null")),
    )

    contract_id: Mapped[UUID]
    amendment_id: Mapped[UUID | None]
    party: Mapped[SignatureParty]
    method: Mapped[SignMethod]
    strokes: Mapped[dict[str, Any] | None]
    signer_name: Mapped[str]
    signer: Mapped[Signer | None]
    place: Mapped[SignPlace] = mapped_column(default=SignPlace.TEAM)
    identity_level: Mapped[int | None]
    guardian_basis: Mapped[GuardianBasis | None]
    ward_view: Mapped[str | None]
    has_own_income: Mapped[bool] = mapped_column(default=False)
    photo_sha256: Mapped[str | None]
    recording_sha256: Mapped[str | None]
    witness_name: Mapped[str | None]
    was_heard: Mapped[bool] = mapped_column(default=False)
    code_id: Mapped[UUID | None]
    check_code: Mapped[str | None]
    account_id: Mapped[UUID]
    device_id: Mapped[UUID | None]
    text_hash: Mapped[str]
    signed_at: Mapped[datetime]
    captured_at: Mapped[datetime]
    received_at: Mapped[datetime]
    is_clock_doubtful: Mapped[bool]


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


class ContractCode(CountyRow, Base):
    """A code sent to the signer's own phone, to be typed under one contract. Only its hash is kept."""

    __tablename__ = "contract_codes"
    __table_args__ = (of_contract(), Index(None, "county_id", "contract_id", "account_id", "sent_at"))

    contract_id: Mapped[UUID]
    account_id: Mapped[UUID]
    code_hash: Mapped[str]
    sent_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)


class ContractEvidence(CountyRow, Base):
    """A sealed link of a contract's evidence, never changed: what was so, and the seal over it and the link before.

    `content_hash` is the SHA-256 of `content` as canonical JSON; `seal` the Ed25519 signature over it, as hex.
    """

    __tablename__ = "contract_evidence"
    __table_args__ = (
        of_contract(),
        Index("uq_contract_evidence_number", "county_id", "contract_id", "number", unique=True),
        CheckConstraint("number > 0", name="from_one"),
    )

    contract_id: Mapped[UUID]
    number: Mapped[int]
    kind: Mapped[EvidenceKind]
    content: Mapped[dict[str, Any]]
    content_hash: Mapped[str]
    key_id: Mapped[str]
    seal: Mapped[str]
    sealed_at: Mapped[datetime]


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
