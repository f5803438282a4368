"""Contracts, their signatures, what they entitle to, and the ledger of what was given."""

from jiayi.contracts.models.contract import (
    Contract,
    ContractAmendment,
    ContractSuspension,
    of_contract,
)
from jiayi.contracts.models.ledger import (
    Entitlement,
    LedgerEntry,
)
from jiayi.contracts.models.signing import (
    ContractCode,
    ContractEvidence,
    ContractSignature,
)

__all__ = [
    "Contract",
    "ContractAmendment",
    "ContractCode",
    "ContractEvidence",
    "ContractSignature",
    "ContractSuspension",
    "Entitlement",
    "LedgerEntry",
    "of_contract",
]
