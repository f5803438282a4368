"""Since when and until when somebody belongs to which key group.

Pure. Source: domain rules §1.4: flags carry dates, and a count looks at the flags of its own day, not of today.
"""

from collections.abc import Mapping
from datetime import date

from jiayi.core.dates import DAY, anniversary
from jiayi.residents.rules import key_groups
from jiayi.residents.tables import GroupRule, KeyGroups
from jiayi.residents.terms import GroupHistory, GroupList, GroupSpan, KeyGroup


def group_spans(history: GroupHistory, table: KeyGroups) -> tuple[GroupSpan, ...]:
    """The spans of all groups that follow from age, diagnoses and assessments; those still to come included.

    Groups that only repeat a list or a doctor's word are kept as they were told, not computed.
    """
    followed = {group for group, rule in table.groups.items() if follows(rule)}
    open_since: dict[KeyGroup, date] = {}
    spans: list[GroupSpan] = []
    for day in _turns(history, table):
        present = key_groups(history.on(day), day, table) & followed
        spans += [GroupSpan(group, open_since.pop(group), day - DAY) for group in sorted(open_since.keys() - present)]
        open_since |= dict.fromkeys(present - open_since.keys(), day)
    spans += [GroupSpan(group, first, None) for group, first in open_since.items()]
    return tuple(sorted(spans, key=lambda span: (span.group, span.first)))


def follows(rule: GroupRule) -> bool:
    """Whether membership follows from what is known of the person."""
    return rule.age_from is not None or rule.age_below is not None or bool(rule.diagnoses)


def is_age_alone(rule: GroupRule) -> bool:
    """Whether the birthday, or an assessment, tells all: a phone computes it by itself."""
    return (rule.age_from is not None or rule.age_below is not None) and not rule.diagnoses and rule.list is None


def lists_by_group(table: KeyGroups) -> Mapping[KeyGroup, GroupList]:
    """The groups that are nothing but a list."""
    return {group: rule.list for group, rule in table.groups.items() if rule.list is not None and not follows(rule)}


def _turns(history: GroupHistory, table: KeyGroups) -> list[date]:
    """The days on which a membership may begin or end."""
    ages = {age for rule in table.groups.values() for age in (rule.age_from, rule.age_below) if age is not None}
    turns = {history.birth_on, *(anniversary(history.birth_on, age) for age in ages), *history.diagnoses.values()}
    for one in history.lists:
        turns |= {one.first} if one.last is None else {one.first, one.last + DAY}
    return sorted(turns | ({history.assessed_on} if history.assessed_on is not None else set()))
