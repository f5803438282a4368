"""Words of residents, their identity, their groups and those who help them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sex(StrEnum):
    UNKNOWN = "unknown"
    MALE = "male"
    FEMALE = "female"
    NOT_STATED = "not_stated"


class IdentityKind(StrEnum):
    """Documents that carry an 18-character number with the check of GB 11643."""

    RESIDENT_CARD = "resident_card"
    RESIDENCE_PERMIT = "residence_permit"
    """Of Hong Kong, Macao and Taiwan residents."""
    FOREIGN_PERMIT = "foreign_permit"


@dataclass(frozen=True, slots=True)
class Identity:
    """What an identity number says. `is_legacy`: it was typed as the old 15 digits."""

    number: str
    kind: IdentityKind
    birth_on: date
    sex: Sex
    is_legacy: bool = False
    is_age_doubtful: bool = False


class KeyGroup(StrEnum):
    """Key population groups (重点人群) by their policy codes; the names stand in the locales."""

    K01 = "K01"
    K02 = "K02"
    K03 = "K03"
    K04 = "K04"
    K05 = "K05"
    K06 = "K06"
    K07 = "K07"
    K08 = "K08"
    K09 = "K09"
    K10 = "K10"
    K11 = "K11"
    K12 = "K12"
    K13 = "K13"


class GroupList(StrEnum):
    """Lists that other offices send."""

    DISABILITY_CERTIFICATE = "disability_certificate"
    POVERTY_RELIEF = "poverty_relief"
    SPECIAL_FAMILY = "special_family"


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """What is known of a resident when the groups are computed; diagnoses are confirmed ICD-10 codes."""

    birth_on: date
    diagnoses: frozenset[str] = frozenset()
    lists: frozenset[GroupList] = frozenset()
    is_pregnant: bool = False
    delivered_on: date | None = None
    ability_level: int | None = None
    ltc_level: int | None = None
    is_flagged_disabled: bool = False


class ProxyScope(StrEnum):
    VIEW_SUMMARY = "view_summary"
    VIEW_FULL = "view_full"
    BOOK = "book"
    SIGN_RENEWAL = "sign_renewal"
    RECEIVE_ALERTS = "receive_alerts"
    PAY = "pay"


class Capacity(StrEnum):
    """Legal capacity, which decides who signs."""

    FULL = "full"
    LIMITED = "limited"
    NONE = "none"
