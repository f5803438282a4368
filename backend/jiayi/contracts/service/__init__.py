"""Verbs about contracts and about what they give."""

from jiayi.contracts.service.access import (
    active_contract,
    active_now,
    contract_with,
    ending_until,
    get,
    list_contracts,
    see,
    terms_on,
    version_of,
)
from jiayi.contracts.service.applying import apply, cancel, review, submit
from jiayi.contracts.service.ending import DEATH, EXPIRED, end_for_death, expire_due, is_renewed, terminate
from jiayi.contracts.service.ledger import balances, consume, release, reserve
from jiayi.contracts.service.signing import sign
from jiayi.contracts.service.views import bodies, cover_on, entitlements, file, summary, text_of

__all__ = [
    "DEATH",
    "EXPIRED",
    "active_contract",
    "active_now",
    "apply",
    "balances",
    "bodies",
    "cancel",
    "consume",
    "contract_with",
    "cover_on",
    "end_for_death",
    "ending_until",
    "entitlements",
    "expire_due",
    "file",
    "get",
    "is_renewed",
    "list_contracts",
    "release",
    "reserve",
    "review",
    "see",
    "sign",
    "submit",
    "summary",
    "terminate",
    "terms_on",
    "text_of",
    "version_of",
]
