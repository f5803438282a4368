"""What elders have: diagnoses by age, and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from jiayi.core import resources
from jiayi.demo import data
from jiayi.demo.chance import Chance, Weighted
from jiayi.residents.files import Diagnoses, read_diagnoses
from jiayi.residents.terms import GroupList, Risk

HYPERTENSION, DIABETES, LIPIDS, COPD = "I10", "E11", "E78", "J44"

# fmt: off
PREVALENCE: tuple[tuple[str, float, float, float], ...] = (
    # of a hundred people    below 65  65–79  80 and over
    (HYPERTENSION,             38,      56,     66),
    (DIABETES,                 16,      22,     19),
    (LIPIDS,                   14,      17,     10),
    ("I25.1",                   3,      10,     15),
    ("I63",                     2,       6,      8),
    ("I69",                     1,       5,      7),
    (COPD,                      4,      11,     13),
    ("I48",                     1,       3,      5),
    ("I50",                     0,       2,      5),
    ("M81",                     2,      10,     15),
    ("M10",                     3,       3,      2),
    ("N18",                     1,       3,      4),
    ("G20",                     0,       1,      2),
    ("F03",                     0,       2,      9),
    ("L89",                     0,     0.4,      3),
    ("C16",                   0.3,     0.6,    0.6),
    ("F20",                   0.8,     0.4,    0.2),
)
# fmt: on
FRAIL = frozenset({"L89", "F03", "I69", "G20"})
OLD, VERY_OLD = 65, 80
LISTS: Mapping[GroupList, float] = {
    GroupList.DISABILITY_CERTIFICATE: 5,
    GroupList.POVERTY_RELIEF: 6,
    GroupList.SPECIAL_FAMILY: 0.6,
}
"""Of a hundred people, how many stand on another office's list."""


@dataclass(slots=True)
class Health:
    """What is known of somebody's health; diagnoses by ICD-10 with their first day."""

    diagnoses: dict[str, date]
    allergies: list[str]
    lists: dict[GroupList, date]
    assessed_on: date | None = None
    ability_level: int | None = None
    discharged_on: date | None = None
    discharge_diagnoses: list[str] = field(default_factory=list)
    risk: Risk = Risk.LOW


@cache
def diagnoses() -> Diagnoses:
    """The list of diagnoses."""
    return read_diagnoses(resources.seed() / "codes" / "icd10.yaml")


@cache
def diagnosis_name(icd10: str) -> str:
    """What the list of diagnoses calls it."""
    return next(one.name for one in diagnoses().codes if one.code == icd10)


@cache
def _allergies() -> Weighted[str]:
    return Weighted(data.texts().allergies)


def health(chance: Chance, age: int, today: date, birth_on: date) -> Health:
    """Somebody's health at that age."""
    column = 0 if age < OLD else 1 if age < VERY_OLD else 2
    found = [code for code, *shares in PREVALENCE if chance.happens(shares[column])]
    if DIABETES in found and HYPERTENSION not in found and chance.happens(50):
        found.insert(0, HYPERTENSION)
    youngest = birth_on.year + 36
    one = Health(
        {code: _since(chance, today, youngest) for code in found},
        allergies=[_allergies().draw(chance)] if chance.happens(9) else [],
        lists={name: _since(chance, today, birth_on.year) for name, share in LISTS.items() if chance.happens(share)},
    )
    _assess(chance, one, age, today)
    if chance.happens(25 if "I63" in found else 1.5):
        one.discharged_on = today - timedelta(days=chance.randint(4, 150))
        one.discharge_diagnoses = [
            next((code for code in ("I63", *found) if code in found and code.startswith("I")), "J18")
        ]
    one.risk = risk(one, age)
    return one


def _since(chance: Chance, today: date, youngest: int) -> date:
    """A day on which a disease was found: some years ago, not before the age of 36."""
    earliest = date(max(youngest, today.year - 22), 1, 1)
    latest = today - timedelta(days=130)
    return earliest + timedelta(days=chance.randrange(max(1, (latest - earliest).days)))


def _assess(chance: Chance, one: Health, age: int, today: date) -> None:
    is_frail = not FRAIL.isdisjoint(one.diagnoses)
    if not (chance.happens(75) if is_frail else age >= VERY_OLD and chance.happens(12)):
        return
    one.assessed_on = today - timedelta(days=chance.randint(20, 300))
    one.ability_level = chance.randint(2, 4) if is_frail and "L89" in one.diagnoses else chance.choice((1, 1, 2, 2, 3))


def risk(one: Health, age: int) -> Risk:
    """How closely somebody is watched: by diseases, age and what he or she can still do alone."""
    points = sum(code in one.diagnoses for code in (HYPERTENSION, DIABETES, COPD, "I63", "I50", "L89", "N18"))
    points += (age >= VERY_OLD) + 2 * ((one.ability_level or 0) >= 2) + (one.discharged_on is not None)  # noqa: PLR2004
    return Risk.HIGH if points >= 4 else Risk.MEDIUM if points >= 2 else Risk.LOW  # noqa: PLR2004 - a rough score
