"""What every part of a town is made with: its number, its time, the rules and the catalogue."""

from dataclasses import dataclass
from functools import cached_property

from jiayi.catalogue.files import Catalogue, read_catalogue
from jiayi.catalogue.terms import Package, ServiceItem
from jiayi.core import resources
from jiayi.core.ruletables import RuleTables
from jiayi.demo.timeline import Timeline


@dataclass(frozen=True)
class World:
    """`seed` holds the county and its number: the same on the same day gives the same people and deeds."""

    seed: str
    county_id: int
    town_count: int
    timeline: Timeline
    rules: RuleTables

    @cached_property
    def catalogue(self) -> Catalogue:
        return read_catalogue(resources.seed() / "catalogue")

    @cached_property
    def packages(self) -> dict[str, Package]:
        return {package.code: package for package in self.catalogue.packages}

    @cached_property
    def items(self) -> dict[str, ServiceItem]:
        return {item.code: item for item in self.catalogue.items}
