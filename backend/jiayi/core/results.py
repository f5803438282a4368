"""What a rule answers: a refusal is a value with a reason, never an exception or a bare False."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Allowed:
    """The rule has no objection."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The rule says no.

    `reason` is a stable dotted code (`visits.refused.wrong_status`); its text is the Fluent message of the same
    name with hyphens for dots, and `detail` holds the values that text names (dates as ISO strings, money in fen).
    """

    reason: str
    detail: Mapping[str, str | int] = field(default_factory=dict, hash=False)


Answer: TypeAlias = Allowed | Refused
