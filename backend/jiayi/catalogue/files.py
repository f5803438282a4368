"""Read the catalogue's files, and see that they speak of each other correctly."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from jiayi.catalogue.terms import Package, ServiceItem
from jiayi.core.shapes import ShapeError, read


@dataclass(frozen=True, slots=True)
class Catalogue:
    items: tuple[ServiceItem, ...]
    packages: tuple[Package, ...]


def read_catalogue(folder: Path) -> Catalogue:
    """Read `service_items.yaml` and `packages.yaml`; raises ShapeError for a code that is unknown or stands twice."""
    items = read(folder / "service_items.yaml", tuple[ServiceItem, ...])
    packages = read(folder / "packages.yaml", tuple[Package, ...])
    item_codes, package_codes = [item.code for item in items], [package.code for package in packages]
    for code, count in Counter(item_codes + package_codes).items():
        if count > 1:
            raise ShapeError(f"{folder.name}: {code} stands {count} times")
    for package in packages:
        named_packages = {part.code for part in package.contains} | set(package.excludes)
        named_items = {line.item_code for line in package.lines}
        unknown = (named_items - set(item_codes)) | (named_packages - set(package_codes))
        if unknown:
            raise ShapeError(f"packages.yaml: {package.code} names {', '.join(sorted(unknown))}, which does not exist")
    return Catalogue(items, packages)
