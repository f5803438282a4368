"""Words of reports."""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from uuid import UUID


class Unit(StrEnum):
    """What an indicator counts."""

    PERSON = "person"
    CONTRACT = "contract"
    SERVICE = "service"
    ANSWER = "answer"
    VISIT = "visit"


class Area(StrEnum):
    """Under which heading an indicator stands."""

    SIGNING = "signing"
    SERVING = "serving"
    HEALTH = "health"
    VOICE = "voice"
    GROUPS = "groups"


class Part(StrEnum):
    """Whom a list names: those counted above the line, below it, or below and not above."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    GAP = "gap"


class Untold(StrEnum):
    """Why no rate is told."""

    NO_DATA = "no_data"
    """This product has no record of it."""
    NOBODY = "nobody"
    """There is nobody of whom it could be said."""
    TOO_FEW_ANSWERS = "too_few_answers"
    FEW = "few"
    """Of a group of data level 5, so few that a number would name them."""


class Every(StrEnum):
    """How far apart the points of a trend lie."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class By(StrEnum):
    """Into what a county is cut."""

    ORGANIZATION = "organization"
    TEAM = "team"
    VILLAGE = "village"


class FileKind(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


class ExportDecision(StrEnum):
    APPROVE = "approve"
    REFUSE = "refuse"


class ExportPhase(StrEnum):
    """Where a request for a list of people stands; what follows from time is not stored."""

    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"
    FETCHED = "fetched"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """What was decided on a request, and when. `decision` None: nobody has."""

    asked_at: datetime
    decision: ExportDecision | None = None
    decided_at: datetime | None = None
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """Somebody wants a list of people, and waits for another one's leave until `until_at`."""

    request_id: UUID
    asker_id: UUID
    until_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class ExportDecided:
    """Another one has allowed it or not. Allowed, it is there to be fetched until `until_at`."""

    request_id: UUID
    asker_id: UUID
    is_allowed: bool
    until_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with what it is made of. Of nobody it is nothing: None, never 0 and never 100. Source: domain rules §1.9."""

    numerator: int
    denominator: int

    @property
    def percent(self) -> float | None:
        """To one decimal, half up."""
        if self.denominator == 0:
            return None
        exact = Decimal(self.numerator * 100) / Decimal(self.denominator)
        return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.numerator + other.numerator, self.denominator + other.denominator)


NOTHING = Rate(0, 0)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of domain rules §1.9. Its words stand in the locales under its code (`reports-indicator-<code>`).

    `group`: the key group that it is of. `is_listed`: whether the people behind it may be named to the office.
    `is_recorded`: whether this product has what it is made of.
    """

    code: str
    area: Area
    unit: Unit
    source: str
    mark: str
    group: str | None = None
    is_listed: bool = True
    is_recorded: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom: a whole county, or narrower."""

    organization_id: UUID | None = None
    team_id: UUID | None = None
    village: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The smallest part that is counted: one indicator among those of one village whom one team cares for."""

    code: str
    team_id: UUID | None
    village: str


@dataclass(frozen=True, slots=True)
class Told:
    """A rate as it may be shown; what may not be is None, and `untold` says why there is no percentage."""

    numerator: int | None
    denominator: int | None
    percent: float | None
    untold: Untold | None
