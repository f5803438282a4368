"""Shapes of the catalogue's rule tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiayi.organizations.terms import Profession, Title


@dataclass(frozen=True, slots=True)
class Qualification:
    """What a profession needs before it works in homes alone."""

    years_min: int
    title_min: Title


@dataclass(frozen=True, slots=True)
class Qualifications:
    """Who may do what at home, and what nobody does there."""

    at_home: Mapping[Profession, Qualification]
    forbidden_at_home: tuple[str, ...]
    first_assessment_days_max: int
    assessors_min: int


RULE_TABLES: Mapping[str, type] = {"qualifications": Qualifications}
