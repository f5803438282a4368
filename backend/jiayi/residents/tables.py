"""Shapes of the residents' rule tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiayi.residents.terms import GroupList, KeyGroup, ProxyScope


@dataclass(frozen=True, slots=True)
class GroupRule:
    """Who belongs to a key group; every condition that is set must hold. Diagnoses are ICD-10 prefixes."""

    age_from: int | None = None
    age_below: int | None = None
    diagnoses: tuple[str, ...] = ()
    list: GroupList | None = None
    is_pregnancy: bool = False
    or_disabled: bool = False
    is_level_5: bool = False


@dataclass(frozen=True, slots=True)
class KeyGroups:
    """The key population groups."""

    postpartum_days: int
    level_5_diagnoses: tuple[str, ...]
    groups: Mapping[KeyGroup, GroupRule]

    def __post_init__(self) -> None:
        if set(self.groups) != set(KeyGroup):
            raise ValueError("groups: not the same as the known codes")


@dataclass(frozen=True, slots=True)
class Proxies:
    """What family may do for a capable elder, and for how long."""

    months_default: int
    months_max: int
    scopes: tuple[ProxyScope, ...]
    full_view_scope: ProxyScope
    read_after_death_days: int
    adult_age: int
    no_capacity_below_age: int
    own_consent_from_age: int


RULE_TABLES: Mapping[str, type] = {"key_groups": KeyGroups, "proxies": Proxies}
