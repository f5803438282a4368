"""Words of the editor of packages."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Part(StrEnum):
    """Of a package: what a change is about."""

    NAME = "name"
    TIER = "tier"
    LINE = "line"
    """The disease line: of each one package at most."""
    TARGET = "target"
    ITEM = "item"
    CONTAINS = "contains"
    EXCLUDES = "excludes"
    PRICE = "price"
    PAYER = "payer"


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the comparison. `code`: of the item, package or payer; `before` and `after` as JSON holds them."""

    part: Part
    kind: ChangeKind
    code: str | None = None
    before: Any = None
    after: Any = None


class HurdleCode(StrEnum):
    """What stands in the way of publishing, or should be known before."""

    EMPTY = "empty"
    TWICE = "twice"
    UNKNOWN_PAYER = "unknown_payer"
    PAYERS_SUM = "payers_sum"
    UNKNOWN_ITEM = "unknown_item"
    UNKNOWN_PACKAGE = "unknown_package"
    CONTAINS_ITSELF = "contains_itself"
    NOBODY_PERFORMS = "nobody_performs"
    """The item is given at home alone, and nobody here may do so (domain rules §2.4)."""
    NOBODY_QUALIFIES = "nobody_qualifies"
    NOTHING_CHANGED = "nothing_changed"
    EXAMPLE_PRICE = "example_price"


@dataclass(frozen=True, slots=True)
class Hurdle:
    """`is_blocking`: it cannot be published like that; else it is only said."""

    code: HurdleCode
    is_blocking: bool
    detail: Mapping[str, str]
