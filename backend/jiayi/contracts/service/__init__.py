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
    unvisited,
    version_of,
)
from jiayi.contracts.service.amending import amend, amendments_of, change_team, sign_amendment, withdraw_amendment
from jiayi.contracts.service.apart import late as proofs_late
from jiayi.contracts.service.apart import named_files
from jiayi.contracts.service.apart import seal_arrived as seal_proofs
from jiayi.contracts.service.applying import apply, cancel, submit
from jiayi.contracts.service.codes import send_code
from jiayi.contracts.service.ending import (
    DEATH,
    EXPIRED,
    end_for_death,
    end_for_move,
    is_renewed,
    note_move,
    terminate,
    void,
    voidable,
)
from jiayi.contracts.service.evidence import holds, verify
from jiayi.contracts.service.ledger import balances, consume, release, reserve
from jiayi.contracts.service.links import seals_of
from jiayi.contracts.service.pages import read_page, read_photo, read_recording
from jiayi.contracts.service.resting import pauses_of, resume, suspend
from jiayi.contracts.service.reviewing import review
from jiayi.contracts.service.signing import sign
from jiayi.contracts.service.timing import expire_due
from jiayi.contracts.service.together import apply_together
from jiayi.contracts.service.views import bodies, cover_on, entitlements, file, letter_of, page_of, summary, text_of

__all__ = [
    "DEATH",
    "EXPIRED",
    "active_contract",
    "active_now",
    "amend",
    "amendments_of",
    "apply",
    "apply_together",
    "balances",
    "bodies",
    "cancel",
    "change_team",
    "consume",
    "contract_with",
    "cover_on",
    "end_for_death",
    "end_for_move",
    "ending_until",
    "entitlements",
    "expire_due",
    "file",
    "get",
    "holds",
    "is_renewed",
    "letter_of",
    "list_contracts",
    "named_files",
    "note_move",
    "page_of",
    "pauses_of",
    "proofs_late",
    "read_page",
    "read_photo",
    "read_recording",
    "release",
    "reserve",
    "resume",
    "review",
    "seal_proofs",
    "seals_of",
    "see",
    "send_code",
    "sign",
    "sign_amendment",
    "submit",
    "summary",
    "suspend",
    "terminate",
    "terms_on",
    "text_of",
    "unvisited",
    "verify",
    "version_of",
    "void",
    "voidable",
    "withdraw_amendment",
]
