"""Words of the catalogue: service items, packages, who may perform what."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jiayi.organizations.terms import Profession, Title


class Place(StrEnum):
    CLINIC = "clinic"
    HOME = "home"
    REMOTE = "remote"
    INSTITUTION = "institution"


class Category(StrEnum):
    """The five categories, by the letter that opens an item's code; their names stand in the locales."""

    RECORD = "A"
    CHRONIC = "B"
    MEDICAL = "C"
    NURSING = "D"
    SUPPORT = "E"


class PriceBasis(StrEnum):
    """What the price is for; without an amount, where it is found."""

    EACH = "each"
    EACH_DELIVERY = "each_delivery"
    PLUS_TEST = "plus_test"
    CLINIC_FEE = "clinic_fee"
    PRICE_LIST = "price_list"
    AGREEMENT = "agreement"


class UsualCount(StrEnum):
    """How often an item without a yearly number is given."""

    AS_NEEDED = "as_needed"
    UNLIMITED = "unlimited"
    BY_PHASE = "by_phase"
    BY_WOUND = "by_wound"
    BY_ORDER = "by_order"
    WEEKLY = "weekly"


class Certificate(StrEnum):
    """A training that an item asks for beside the profession."""

    ASSESSOR = "assessor"
    PICC = "picc"


class Tier(StrEnum):
    BASIC = "basic"
    MID = "mid"
    HIGH = "high"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class ServiceItem:
    """One of the 49 items. `roles`: any of them performs it, with `needs_each_role` all of them together.

    `usual_quota` is the yearly count where a package includes the item, up to `usual_quota_max` if given.
    """

    code: str
    category: Category
    name: str
    name_en: str
    roles: tuple[Profession, ...]
    places: tuple[Place, ...]
    price_basis: PriceBasis
    is_example_price: bool
    usual_quota: int | None = None
    usual_quota_max: int | None = None
    usual_count: UsualCount | None = None
    minutes: int | None = None
    price_fen: int | None = None
    needs_two: bool = False
    needs_each_role: bool = False
    needs_order: bool = False
    certificate: Certificate | None = None

    def __post_init__(self) -> None:
        if self.code[:1] != self.category.value:
            raise ValueError(f"{self.code} does not belong to category {self.category.value}")
        if (self.usual_quota is None) == (self.usual_count is None):
            raise ValueError(f"{self.code}: either usual_quota or usual_count")
        if (self.price_fen is None) != (self.price_basis in PRICE_ELSEWHERE):
            raise ValueError(f"{self.code}: price_fen does not go with price_basis {self.price_basis.value}")


PRICE_ELSEWHERE = frozenset({PriceBasis.CLINIC_FEE, PriceBasis.PRICE_LIST, PriceBasis.AGREEMENT})


@dataclass(frozen=True, slots=True)
class Criterion:
    """Conditions on a resident that must all hold; an empty one holds for everybody.

    `conditions_min` of the `conditions`; discharge within so many days, that of the discharge counted; a main diagnosis of it
    between two ICD-10 categories, both included; an operation on the bones; living in a contracted institution of at least so
    many beds. Source: domain rules §2.3 (P7, P8).
    """

    age_from: int | None = None
    group: str | None = None
    conditions: tuple[str, ...] = ()
    conditions_min: int = 1
    ability_level_from: int | None = None
    ltc_level_from: int | None = None
    is_flagged_disabled: bool | None = None
    discharged_within_days: int | None = None
    discharge_icd10_from: str | None = None
    discharge_icd10_to: str | None = None
    had_orthopaedic_surgery: bool | None = None
    institution_beds_from: int | None = None

    def __post_init__(self) -> None:
        first, last = self.discharge_icd10_from, self.discharge_icd10_to
        if (first is None) != (last is None) or (first is not None and last is not None and first > last):
            raise ValueError("diagnoses go from a first one to a last one")


@dataclass(frozen=True, slots=True)
class PackageLine:
    """An item of a package and its count a year; None is as needed. A line with `when` counts for some only."""

    item_code: str
    quota: int | None = None
    when: Criterion | None = None


@dataclass(frozen=True, slots=True)
class Contained:
    """A package that another one contains, for all or for some."""

    code: str
    when: Criterion | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """One of the nine packages. It is for a resident who meets any criterion of `target`.

    `line` is the disease line: a resident holds at most one package of each.
    """

    code: str
    version: int
    tier: Tier
    line: str
    name: str
    name_en: str
    target: tuple[Criterion, ...]
    lines: tuple[PackageLine, ...]
    total_fen: int
    payer_split: Mapping[str, int]
    is_example_price: bool
    contains: tuple[Contained, ...] = ()
    excludes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if sum(self.payer_split.values()) != self.total_fen or min(self.payer_split.values()) < 0:
            raise ValueError(f"{self.code}: the payers' shares do not sum to the total")


@dataclass(frozen=True, slots=True)
class Performer:
    """What is asked of somebody who would perform an item."""

    profession: Profession
    title: Title
    years: int
    certificates: frozenset[str] = frozenset()


class PackageStatus(StrEnum):
    """Whether a version may be signed. Contracts that run on a retired one go on."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"
