"""The rule tables: every clinical or legal number, versioned, with its source, read once at start.

A file under the rules folder is one version of one table. Each feature says in its `tables.py` which tables it owns
(`RULE_TABLES`, name to dataclass); the application puts those mappings together and passes them in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from jiayi.core.shapes import ShapeError, build, read

T = TypeVar("T")

MARKS = frozenset("CLVDI")
"""How sure a table is: certain, likely, to verify locally, our decision, illustrative. A mixed table has its weakest."""


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    version: int
    effective_from: date
    source: str
    mark: str
    values: object

    def __post_init__(self) -> None:
        if self.mark not in MARKS:
            raise ValueError(f"mark: expected one of {', '.join(sorted(MARKS))}, found {self.mark!r}")
        if not self.source.strip():
            raise ValueError("source: a table says where its numbers come from")


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One version of one table. `values` is what the file holds, ready for JSON; `rules` the same, typed."""

    name: str
    version: int
    effective_from: date
    source: str
    mark: str
    values: object
    rules: object


@dataclass(frozen=True, slots=True)
class RuleTables:
    """All versions of all tables, oldest first."""

    by_name: Mapping[str, tuple[RuleTable, ...]] = field(repr=False)
    names: Mapping[type, str] = field(repr=False)

    def table(self, name: str, on: date) -> RuleTable:
        """The version of table `name` in force on that day.

        Before the first one, the first: nothing older is known, and a phone whose clock has fallen back to the factory's is
        answered by it as well.
        """
        versions = self.by_name[name]
        return next((table for table in reversed(versions) if table.effective_from <= on), versions[0])

    def of(self, shape: type[T], on: date) -> T:
        """The typed values of the table of that shape in force on that day."""
        return cast("T", self.table(self.names[shape], on).rules)

    def versions(self, shape: type[T]) -> tuple[T, ...]:
        """The typed values of every version of the table of that shape, oldest first."""
        return tuple(cast("T", table.rules) for table in self.by_name[self.names[shape]])

    def everything(self) -> Iterable[RuleTable]:
        """Every version of every table, by name then age; what is shipped to phones."""
        return (table for name in sorted(self.by_name) for table in self.by_name[name])


def load_rule_tables(folder: Path, shapes: Mapping[str, type]) -> RuleTables:
    """Read and check every rule table under `folder`; raises ShapeError naming file and key.

    Each file must have a shape in `shapes`, each shape at least one file, and no version may stand twice.
    """
    by_name: dict[str, list[RuleTable]] = {name: [] for name in shapes}
    for path in sorted(folder.rglob("*.yaml")):
        table = _load(path, shapes)
        if any(other.version == table.version for other in by_name[table.name]):
            raise ShapeError(f"{path.name}: version {table.version} of {table.name} stands twice")
        by_name[table.name].append(table)
    missing = sorted(name for name, versions in by_name.items() if not versions)
    if missing:
        raise ShapeError(f"{folder.name}: no file for {', '.join(missing)}")
    ordered = {
        name: tuple(sorted(versions, key=lambda table: (table.effective_from, table.version)))
        for name, versions in by_name.items()
    }
    return RuleTables(ordered, {shape: name for name, shape in shapes.items()})


def _load(path: Path, shapes: Mapping[str, type]) -> RuleTable:
    file = read(path, _File)
    if file.name not in shapes:
        raise ShapeError(f"{path.name}: name: no rule reads a table called {file.name!r}")
    rules: object = build(shapes[file.name], file.values, f"{path.name}: values")
    values = _plain(file.values)
    return RuleTable(file.name, file.version, file.effective_from, file.source, file.mark, values, rules)


def _plain(value: object) -> object:
    """The same data with dates as ISO text, so that it can travel as JSON."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
