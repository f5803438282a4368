"""By whom and how a contract is signed, and what proves it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SignMethod(StrEnum):
    """`paper`: a name written on the printed page; `fingerprint`: a print on it, with a witness and the own voice. Of both a photo."""

    STROKES = "strokes"
    CODE = "code"
    CODE_AND_STROKES = "code_and_strokes"
    PAPER = "paper"
    FINGERPRINT = "fingerprint"


class SignPlace(StrEnum):
    """Before the team, on a phone of theirs; or on the signer's own."""

    TEAM = "team"
    OWN = "own"


class Capacity(StrEnum):
    """How far somebody's own word binds. Source: domain rules §10.5."""

    FULL = "full"
    LIMITED = "limited"
    NONE = "none"


class GuardianBasis(StrEnum):
    """By what right a guardian signs, in the order of the law; `agreed` in writing, beforehand."""

    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    RELATIVE = "relative"
    APPOINTED = "appointed"
    AGREED = "agreed"


class EvidenceKind(StrEnum):
    """What a seal closes: both signatures under a text, also under a change's, the photo of a page or a recording that came later."""

    SIGNED = "signed"
    AMENDED = "amended"
    PHOTO = "photo"
    RECORDING = "recording"


class FindingState(StrEnum):
    """What a look at the evidence says of one thing. `unknown`: sealed with a key that is not here."""

    HOLDS = "holds"
    CHANGED = "changed"
    MISSING = "missing"
    TO_COME = "to_come"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `contracts-evidence-<about>_<state>` says it in words."""

    about: str
    state: FindingState
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodeLetter:
    """A code on its way to the signer's phone, with what its text needs."""

    phone: str
    values: Mapping[str, str]


class Signer(StrEnum):
    """In whose hand the resident's side is signed."""

    RESIDENT = "resident"
    GUARDIAN = "guardian"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True)
class SignFacts:
    """What is known when the resident's side is about to be signed."""

    signer: Signer
    method: SignMethod
    resident_fen: int
    identity_level: int
    is_first_contract: bool
    place: SignPlace = SignPlace.TEAM
    capacity: Capacity = Capacity.FULL
    is_minor: bool = False
    may_proxy_sign_renewal: bool = False
    guardian_basis: GuardianBasis | None = None
    has_ward_view: bool = False
    """What a child of eight or more says to it was written down."""
    has_photo: bool = False
    has_recording: bool = False
    """The signer's own voice, agreeing."""
    has_witness: bool = False
    is_witness_party: bool = False
    """The witness is the resident, the signer, or whoever holds the phone."""
    was_heard: bool = False
    """It was read out, and agreed to aloud."""


class SignatureParty(StrEnum):
    """Whose side a signature is on."""

    RESIDENT = "resident"
    TEAM = "team"


TEMPLATE_VERSION = 1
"""Which wording of the contract is signed; running contracts keep theirs."""
