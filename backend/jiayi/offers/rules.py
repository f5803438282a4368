"""What a draft changes, line by line, and what stands in the way of publishing it. Pure. Source: domain rules §2.3, §2.4."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from jiayi.catalogue.rules import may_perform
from jiayi.catalogue.tables import Qualifications
from jiayi.catalogue.terms import Package, Performer, Place, ServiceItem
from jiayi.contracts.terms import Payer
from jiayi.core.results import Allowed
from jiayi.offers.terms import Change, ChangeKind, Hurdle, HurdleCode, Part

Keyed = Mapping[str, Any]


def changes(before: Package | None, after: Package) -> tuple[Change, ...]:
    """What a draft says that the published version does not, and the other way round; a first version is all new."""
    found: list[Change] = []
    for part, name in ((Part.NAME, "name"), (Part.TIER, "tier"), (Part.LINE, "line"), (Part.PRICE, "total_fen")):
        found += _one(part, None if before is None else getattr(before, name), getattr(after, name))
    found += _each(Part.PAYER, {} if before is None else _payers(before), _payers(after))
    found += _each(Part.ITEM, {} if before is None else _items(before), _items(after))
    found += _each(Part.CONTAINS, {} if before is None else _contained(before), _contained(after))
    found += _each(
        Part.EXCLUDES,
        {} if before is None else dict.fromkeys(before.excludes, True),
        dict.fromkeys(after.excludes, True),
    )
    found += _one(Part.TARGET, None if before is None else before.target, after.target)
    return tuple(found)


def _one(part: Part, before: Any, after: Any) -> Iterator[Change]:
    if before != after:
        yield Change(part, ChangeKind.ADDED if before is None else ChangeKind.CHANGED, None, before, after)


def _each(part: Part, before: Keyed, after: Keyed) -> Iterator[Change]:
    for code in sorted({*before, *after}):
        if code not in before:
            yield Change(part, ChangeKind.ADDED, code, None, after[code])
        elif code not in after:
            yield Change(part, ChangeKind.REMOVED, code, before[code], None)
        elif before[code] != after[code]:
            yield Change(part, ChangeKind.CHANGED, code, before[code], after[code])


def _payers(package: Package) -> Keyed:
    return {payer: fen for payer, fen in package.payer_split.items() if fen}


def _items(package: Package) -> Keyed:
    """By item: its lines, each for whom and how often."""
    found: dict[str, list[Any]] = {}
    for line in package.lines:
        found.setdefault(line.item_code, []).append((line.quota, line.when))
    return {code: tuple(lines) for code, lines in found.items()}


def _contained(package: Package) -> Keyed:
    return {part.code: part.when or True for part in package.contains}


def hurdles(
    draft: Package,
    published: Mapping[str, Package],
    items: Mapping[str, ServiceItem],
    performers: Sequence[Performer],
    table: Qualifications,
    qualified_count: int,
) -> tuple[Hurdle, ...]:
    """What stands in the way; `published` are the versions in force by code, the draft's own included."""
    return (
        *_shape(draft),
        *_codes(draft, published, items),
        *_hands(draft, items, performers, table),
        *_notes(draft, published, qualified_count),
    )


def is_open(found: Iterable[Hurdle]) -> bool:
    """Whether it may be published."""
    return not any(one.is_blocking for one in found)


def _shape(draft: Package) -> Iterator[Hurdle]:
    if not draft.lines and not draft.contains:
        yield Hurdle(HurdleCode.EMPTY, is_blocking=True, detail={})
    if sum(draft.payer_split.values()) != draft.total_fen:
        yield Hurdle(HurdleCode.PAYERS_SUM, is_blocking=True, detail={})
    for payer in draft.payer_split:
        if payer not in {one.value for one in Payer}:
            yield Hurdle(HurdleCode.UNKNOWN_PAYER, is_blocking=True, detail={"payer": payer})
    # Lines with a condition may stand beside each other: the larger count holds.
    for code, count in Counter(line.item_code for line in draft.lines if line.when is None).items():
        if count > 1:
            yield Hurdle(HurdleCode.TWICE, is_blocking=True, detail={"item": code})


def _codes(draft: Package, published: Mapping[str, Package], items: Collection[str]) -> Iterator[Hurdle]:
    for code in dict.fromkeys(line.item_code for line in draft.lines):
        if code not in items:
            yield Hurdle(HurdleCode.UNKNOWN_ITEM, is_blocking=True, detail={"item": code})
    for code in (*(part.code for part in draft.contains), *draft.excludes):
        if code not in published and code != draft.code:
            yield Hurdle(HurdleCode.UNKNOWN_PACKAGE, is_blocking=True, detail={"package": code})
    for part in draft.contains:
        if part.code == draft.code or _reaches(part.code, draft.code, published, frozenset()):
            yield Hurdle(HurdleCode.CONTAINS_ITSELF, is_blocking=True, detail={"package": part.code})


def _reaches(code: str, wanted: str, published: Mapping[str, Package], seen: frozenset[str]) -> bool:
    if code not in published or code in seen:
        return False
    inner = [part.code for part in published[code].contains]
    return wanted in inner or any(_reaches(one, wanted, published, seen | {code}) for one in inner)


def _hands(
    draft: Package, items: Mapping[str, ServiceItem], performers: Sequence[Performer], table: Qualifications
) -> Iterator[Hurdle]:
    """What is given at home alone needs somebody who may; what is counted a year is a promise."""
    lines = {line.item_code: line.quota is not None for line in sorted(draft.lines, key=lambda line: line.quota or 0)}
    for code, is_promised in lines.items():
        item = items.get(code)
        if item is None or item.places != (Place.HOME,):
            continue
        if not any(isinstance(may_perform(one, item, Place.HOME, table), Allowed) for one in performers):
            yield Hurdle(HurdleCode.NOBODY_PERFORMS, is_blocking=is_promised, detail={"item": code})


def _notes(draft: Package, published: Mapping[str, Package], qualified_count: int) -> Iterator[Hurdle]:
    if qualified_count == 0:
        yield Hurdle(HurdleCode.NOBODY_QUALIFIES, is_blocking=False, detail={})
    if draft.code in published and not changes(published[draft.code], draft):
        yield Hurdle(HurdleCode.NOTHING_CHANGED, is_blocking=False, detail={})
    if draft.is_example_price:
        yield Hurdle(HurdleCode.EXAMPLE_PRICE, is_blocking=False, detail={})
