"""How contracts are signed, and the seals that close it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from jiayi.contracts.models.contract import of_contract
from jiayi.contracts.terms import EvidenceKind, GuardianBasis, SignatureParty, Signer, SignMethod, SignPlace
from jiayi.core.db import Base, CountyRow


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
