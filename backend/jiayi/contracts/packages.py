"""Which packages a resident may hold and what they entitle to.

Pure. Source: domain rules §2.3: max of the frequencies of shared items, never the sum; one package a disease line.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from jiayi.catalogue.terms import Criterion, Package
from jiayi.contracts.terms import Entitled, Quotas, TargetFacts
from jiayi.core.results import Allowed, Answer, Refused


def meets(criterion: Criterion, facts: TargetFacts, today: date) -> bool:
    """Whether every condition that the criterion sets holds on that day."""
    return all(
        (
            criterion.age_from is None or facts.age >= criterion.age_from,
            criterion.group is None or criterion.group in facts.groups,
            not criterion.conditions or len(facts.conditions & set(criterion.conditions)) >= criterion.conditions_min,
            _reaches(facts.ability_level, criterion.ability_level_from),
            _reaches(facts.ltc_level, criterion.ltc_level_from),
            criterion.is_flagged_disabled in {None, facts.is_flagged_disabled},
            _was_discharged(criterion, facts, today),
            criterion.had_orthopaedic_surgery in {None, facts.had_orthopaedic_surgery},
            _reaches(facts.institution_beds, criterion.institution_beds_from),
        )
    )


def _reaches(value: int | None, least: int | None) -> bool:
    return least is None or (value is not None and value >= least)


def _was_discharged(criterion: Criterion, facts: TargetFacts, today: date) -> bool:
    if criterion.discharged_within_days is not None and (
        facts.discharged_on is None or not 0 <= (today - facts.discharged_on).days <= criterion.discharged_within_days
    ):
        return False
    first, last = criterion.discharge_icd10_from, criterion.discharge_icd10_to
    if first is None or last is None:
        return True
    return any(first <= code[: len(last)] <= last for code in facts.discharge_diagnoses)


def may_hold(package: Package, facts: TargetFacts, today: date) -> Answer:
    """Whether a package is meant for this resident."""
    if any(meets(criterion, facts, today) for criterion in package.target):
        return Allowed()
    return Refused("contracts.refused.not_eligible", {"package": package.code})


def may_combine(packages: Sequence[Package]) -> Answer:
    """Whether packages may be held together: none twice, one a disease line, none that another shuts out."""
    if not packages:
        return Refused("contracts.refused.no_package")
    for n, package in enumerate(packages):
        for other in packages[n + 1 :]:
            if package.line == other.line or other.code in package.excludes or package.code in other.excludes:
                return Refused("contracts.refused.excluded", {"package": package.code, "other": other.code})
    return Allowed()


def merged_quotas(held: Iterable[Package], by_code: Mapping[str, Package], facts: TargetFacts, today: date) -> Quotas:
    """What packages held together entitle to, by item code in order: the largest count, as needed above any count.

    `by_code` finds contained packages; raises KeyError for one that is unknown.
    """
    quotas: dict[str, int | None] = {}
    for package in _unfolded(held, by_code, facts, today):
        for line in package.lines:
            if line.when is None or meets(line.when, facts, today):
                quotas[line.item_code] = (
                    _larger(quotas[line.item_code], line.quota) if line.item_code in quotas else line.quota
                )
    return dict(sorted(quotas.items()))


def _unfolded(
    held: Iterable[Package], by_code: Mapping[str, Package], facts: TargetFacts, today: date
) -> Iterable[Package]:
    for package in held:
        yield package
        inner = (by_code[part.code] for part in package.contains if part.when is None or meets(part.when, facts, today))
        yield from _unfolded(inner, by_code, facts, today)


def _larger(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)


def is_over_quota(before: Entitled) -> bool:
    """Whether one more done service goes past what is left; it counts all the same, with a flag."""
    return before.quota is not None and before.consumed_count >= before.quota


def may_reserve(before: Entitled) -> Answer:
    """Whether one more of the item can be booked: what is booked and done stays within the quota."""
    return Refused("contracts.refused.no_quota_left") if before.left == 0 else Allowed()


def carried_over(old: Mapping[str, int], quotas: Quotas) -> Mapping[str, int]:
    """Services already done this contract year that count against a changed package (domain rules §1.3.2)."""
    return {code: count for code, count in old.items() if code in quotas}
