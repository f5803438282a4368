"""Read the list of drugs."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from jiayi.core.shapes import read
from jiayi.prescriptions.terms import Drug, DrugClass


class InsuredClass(StrEnum):
    """甲, 乙 and 丙 of the national insurance list."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class ListedDrug:
    """A drug as the code list holds it. `strength_value` of `strength_unit` per piece, `package_count` pieces a box."""

    id: str
    name: str
    name_en: str
    ingredient: str
    form: str
    strength_value: float
    strength_unit: str
    package_count: int
    classes: frozenset[DrugClass] = frozenset()
    is_for_chronic_infection: bool = False
    is_cold_chain: bool = False
    is_essential: bool = False
    insured_class: InsuredClass | None = None

    @property
    def rule_facts(self) -> Drug:
        """As much as the rules look at."""
        return Drug(self.id, self.ingredient, self.classes, self.is_for_chronic_infection, self.is_cold_chain)


def read_drugs(path: Path) -> tuple[ListedDrug, ...]:
    """Read `drugs.yaml`; raises ShapeError naming file and key."""
    return read(path, tuple[ListedDrug, ...])
