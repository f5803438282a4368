"""Shapes of the files in seed/demo: names, places and words of people who don't exist."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from jiayi.core import resources
from jiayi.core.shapes import read

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names of one sex in one decade, from common to rare."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decade:
    """The fashion in names from a year of birth on; `one_character`: how many of a hundred have a single character."""

    born_from: int
    one_character: int
    male: GivenNames
    female: GivenNames


@dataclass(frozen=True, slots=True)
class Names:
    surnames: Mapping[str, int]
    given: tuple[Decade, ...]

    def __post_init__(self) -> None:
        years = [decade.born_from for decade in self.given]
        if years != sorted(set(years)):
            raise ValueError("given: the decades do not follow each other")


@dataclass(frozen=True, slots=True)
class CountyPlace:
    name: str
    name_en: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class VillagePlace:
    """A village by the place of its committee's house, and which of its town's teams serves it."""

    name: str
    latitude: float
    longitude: float
    team: int


@dataclass(frozen=True, slots=True)
class TownPlace:
    name: str
    kind: str
    latitude: float
    longitude: float
    villages: tuple[VillagePlace, ...]


@dataclass(frozen=True, slots=True)
class Places:
    county: CountyPlace
    area_code: str
    first_town: TownPlace
    towns: tuple[str, ...]
    villages: tuple[str, ...]
    village_ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """What people write: wishes and notes by what they are about."""

    wishes: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, tuple[str, ...]]
    allergies: Mapping[str, int]
    reviews: tuple[str, ...]


@cache
def names() -> Names:
    return _read("names", Names)


@cache
def places() -> Places:
    return _read("places", Places)


@cache
def texts() -> Texts:
    return _read("texts", Texts)


def _read(name: str, shape: type[T]) -> T:
    return read(resources.seed() / "demo" / f"{name}.yaml", shape)
