"""Words of residents, their identity, their groups and those who help them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


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


@dataclass(frozen=True, slots=True)
class Listed:
    """Time on another office's list, both days included."""

    list: GroupList
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class GroupHistory:
    """What is known of a resident over time: diagnoses by ICD-10 with their first day, lists, the last assessment."""

    birth_on: date
    diagnoses: Mapping[str, date]
    lists: tuple[Listed, ...] = ()
    assessed_on: date | None = None
    ability_level: int | None = None
    ltc_level: int | None = None

    def on(self, day: date) -> GroupFacts:
        """What was so on that day."""
        is_assessed = self.assessed_on is not None and self.assessed_on <= day
        return GroupFacts(
            birth_on=self.birth_on,
            diagnoses=frozenset(code for code, since in self.diagnoses.items() if since <= day),
            lists=frozenset(
                one.list for one in self.lists if one.first <= day and (one.last is None or day <= one.last)
            ),
            ability_level=self.ability_level if is_assessed else None,
            ltc_level=self.ltc_level if is_assessed else None,
        )


@dataclass(frozen=True, slots=True)
class GroupSpan:
    """Time in a key group, both days included; `last` None: open."""

    group: KeyGroup
    first: date
    last: date | None


class ProxyScope(StrEnum):
    VIEW_SUMMARY = "view_summary"
    VIEW_FULL = "view_full"
    BOOK = "book"
    SIGN_RENEWAL = "sign_renewal"
    RECEIVE_ALERTS = "receive_alerts"
    PAY = "pay"


VIEW_SCOPES = frozenset({ProxyScope.VIEW_SUMMARY, ProxyScope.VIEW_FULL})
"""What is left to family for some weeks after a death."""


class Capacity(StrEnum):
    """Legal capacity, which decides who signs."""

    FULL = "full"
    LIMITED = "limited"
    NONE = "none"


class Risk(StrEnum):
    """How closely somebody is watched; the team sees it, the family does not."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Access(StrEnum):
    """How much of a resident's file somebody may see."""

    FULL = "full"
    SUMMARY = "summary"
    NONE = "none"


class Channel(StrEnum):
    """How somebody's will reached us."""

    APP = "app"
    COUNTER = "counter"
    HOME_VISIT = "home_visit"
    PHONE_CALL = "phone_call"
    PAPER = "paper"
    IMPORT = "import"


class ConsentPurpose(StrEnum):
    """What a resident agrees to, each apart from the others. Source: domain rules §10.2."""

    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"
    C5 = "C5"
    C6 = "C6"
    C7 = "C7"
    C8 = "C8"
    C9 = "C9"
    C10 = "C10"


PROXY_ACCESS = ConsentPurpose.C6
RECORDING = ConsentPurpose.C5
"""Sound or pictures at a visit."""


class Evidence(StrEnum):
    """What a key-group flag rests on. Flags by rule follow from birth, diagnoses, lists and levels."""

    RULE = "rule"
    LIST = "list"
    CERTIFICATE = "certificate"
    ASSESSMENT = "assessment"
    DOCTOR = "doctor"


class Relation(StrEnum):
    """What somebody is to the resident. Source: GB/T 4761, first digits."""

    SELF = "self"
    SPOUSE = "spouse"
    SON = "son"
    DAUGHTER = "daughter"
    GRANDCHILD = "grandchild"
    PARENT = "parent"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ResidentMoved:
    """Another team cares for the resident now, or none."""

    resident_id: UUID
    from_team_id: UUID | None
    to_team_id: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class GrantEnded:
    """Somebody of the family helps no more: taken back, or run out."""

    proxy_id: UUID
    resident_id: UUID
    account_id: UUID
    is_revoked: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ResidentDied:
    """A death was registered: what was planned for the resident ends in the same transaction."""

    resident_id: UUID
    deceased_on: date
    at: datetime
    account_id: UUID | None


@dataclass(frozen=True, slots=True)
class ResidentLeft:
    """The resident has moved out of the area, and lives elsewhere from `moved_on` on: what was planned here ends."""

    resident_id: UUID
    moved_on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class CareFacts:
    """What rules of packages ask about a resident on a day. `institution_beds`: of the elder home lived in."""

    age: int
    groups: frozenset[str]
    conditions: frozenset[str]
    ability_level: int | None
    ltc_level: int | None
    is_flagged_disabled: bool
    discharged_on: date | None
    discharge_diagnoses: frozenset[str]
    had_orthopaedic_surgery: bool
    institution_beds: int | None
