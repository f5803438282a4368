"""The chain of seals under a contract: each link names the hash of the link before."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.contracts import bundles
from jiayi.contracts.models import ContractEvidence
from jiayi.contracts.terms import EvidenceKind
from jiayi.core.crypto import Sealer
from jiayi.core.tools import tools


def add(session: Session, now: datetime, contract_id: UUID, kind: EvidenceKind, content: dict[str, Any]) -> str:
    """Seal this after all that was sealed before. Returns the link's hash."""
    content_hash = bundles.digest(content)
    key_id, seal = Sealer(tools(session).settings.seal_keys).seal(bundles.sealable(content_hash))
    session.add(
        ContractEvidence(
            contract_id=contract_id, number=len(of(session, contract_id)) + 1, kind=kind, content=content,
            content_hash=content_hash, key_id=key_id, seal=seal, sealed_at=now,
        )
    )  # fmt: skip
    session.flush()
    return content_hash


def of(session: Session, contract_id: UUID) -> Sequence[ContractEvidence]:
    """All links of a contract, in order."""
    statement = select(ContractEvidence).where(ContractEvidence.contract_id == contract_id)
    return session.scalars(statement.order_by(ContractEvidence.number)).all()


def last_hash(session: Session, contract_id: UUID) -> str | None:
    links = of(session, contract_id)
    return links[-1].content_hash if links else None


def seals_of(session: Session, contract_id: UUID) -> list[str]:
    """The hashes of all links, in order: what the audit must name."""
    return [link.content_hash for link in of(session, contract_id)]
