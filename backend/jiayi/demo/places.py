"""Where people live: towns around the county's middle, villages around a town, groups of a few yards in a village."""

from dataclasses import dataclass
from functools import cached_property
from math import cos, pi, radians, sin, sqrt

from jiayi.demo import data
from jiayi.demo.chance import Chance

TOWN_SPACING_KM = 7.0
VILLAGE_KM = (1.2, 4.5)
GROUP_METRES = 700
YARD_METRES = 110
GROUPS = (4, 8)
VILLAGES_A_TOWN = 8
DECIMALS = 7


@dataclass(frozen=True, slots=True)
class Spot:
    """Degrees north and east, WGS-84."""

    latitude: float
    longitude: float

    def moved(self, metres: float, bearing: float) -> "Spot":
        """The place so many metres away; the bearing is in radians from north."""
        # Metres of a degree on the ellipsoid, to a few centimetres.
        phi = radians(self.latitude)
        north = metres * cos(bearing) / (111_132.95 - 559.82 * cos(2 * phi) + 1.175 * cos(4 * phi))
        east = metres * sin(bearing) / (111_412.84 * cos(phi) - 93.5 * cos(3 * phi) + 0.118 * cos(5 * phi))
        return Spot(round(self.latitude + north, DECIMALS), round(self.longitude + east, DECIMALS))


@dataclass(frozen=True, slots=True)
class Village:
    """`groups` are the places of its groups (组), numbered from 1. `team` is the town's team that serves it."""

    code: str
    name: str
    spot: Spot
    groups: tuple[Spot, ...]
    team: int


@dataclass(frozen=True)
class Town:
    """A town (镇, 乡) and its villages. `code` has twelve digits, like the villages'."""

    number: int
    code: str
    name: str
    kind: str
    spot: Spot
    villages: tuple[Village, ...]

    @cached_property
    def full_name(self) -> str:
        return self.name + self.kind


def first_town(seed: str, region: int) -> Town:
    """The demo's own town."""
    place = data.places().first_town
    chance = Chance(seed, "town", 0)
    villages = tuple(
        _village(chance, _village_code(region, 0, n), one.name, Spot(one.latitude, one.longitude), one.team)
        for n, one in enumerate(place.villages)
    )
    return Town(0, _town_code(region, 0), place.name, place.kind, Spot(place.latitude, place.longitude), villages)


def another_town(seed: str, region: int, town: int) -> Town:
    """The n-th further town of a larger county, on a ring of its own."""
    chance = Chance(seed, "town", town)
    known = data.places()
    round_no, n = divmod(town - 1, len(known.towns))
    name = known.towns[n] + ("" if round_no == 0 else known.villages[round_no % len(known.villages)])
    middle = Spot(known.county.latitude, known.county.longitude)
    # The sunflower's pattern: as many towns a square kilometre in the middle as at the border.
    spot = middle.moved(TOWN_SPACING_KM * 1000 * sqrt(town) * 0.6, town * pi * (3 - sqrt(5)))
    villages = []
    taken: set[str] = set()
    for v in range(VILLAGES_A_TOWN):
        place = spot.moved(chance.uniform(*VILLAGE_KM) * 1000, (v + chance.random() / 2) * 2 * pi / VILLAGES_A_TOWN)
        villages.append(
            _village(chance, _village_code(region, town, v), _village_name(chance, taken), place, v * 3 // 8)
        )
    kind = "镇" if chance.happens(60) else "乡"
    return Town(town, _town_code(region, town), name, kind, spot, tuple(villages))


def _village_name(chance: Chance, taken: set[str]) -> str:
    known = data.places()
    while (name := chance.choice(known.villages) + chance.choice(known.village_ends)) in taken:
        pass
    taken.add(name)
    return name


def _village(chance: Chance, code: str, name: str, spot: Spot, team: int) -> Village:
    count = chance.randint(*GROUPS)
    groups = tuple(
        spot.moved(GROUP_METRES * sqrt(chance.random()), (n + chance.random() / 2) * 2 * pi / count)
        for n in range(count)
    )
    return Village(code, name, spot, groups, team)


def home(chance: Chance, group: Spot) -> Spot:
    """A yard of a group."""
    return group.moved(YARD_METRES * sqrt(chance.random()), chance.uniform(0, 2 * pi))


def _town_code(region: int, town: int) -> str:
    return f"{region:06d}{100 + town:03d}000"


def _village_code(region: int, town: int, village: int) -> str:
    return f"{region:06d}{100 + town:03d}{200 + village:03d}"
