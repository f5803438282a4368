"""Read the lists of diagnoses and of regions."""

from dataclasses import dataclass
from pathlib import Path

from jiayi.core.shapes import read


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One ICD-10 code; `condition` is the disease that package rules speak of."""

    code: str
    name: str
    name_en: str
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnoses:
    system: str
    version: str
    codes: tuple[Diagnosis, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A place with its 12-digit code; a village also has its position in WGS-84."""

    code: str
    name: str
    name_en: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Regions:
    county_id: int
    county: Region
    towns: tuple[Region, ...]
    villages: tuple[Region, ...]


def read_diagnoses(path: Path) -> Diagnoses:
    """Read `icd10.yaml`; raises ShapeError naming file and key."""
    return read(path, Diagnoses)


def read_regions(path: Path) -> Regions:
    """Read `regions.yaml`; raises ShapeError naming file and key."""
    return read(path, Regions)


def conditions_of(diagnoses: frozenset[str], listed: Diagnoses) -> frozenset[str]:
    """The conditions that confirmed codes, or the categories they lie in, stand for."""
    by_code = {diagnosis.code: diagnosis.condition for diagnosis in listed.codes}
    found = {by_code[prefix] for code in diagnoses for prefix in _prefixes(code) if prefix in by_code}
    return frozenset(condition for condition in found if condition is not None)


def _prefixes(code: str) -> tuple[str, ...]:
    return tuple(code[:length] for length in range(len(code), 2, -1))
