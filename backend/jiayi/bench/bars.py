"""A bar: what is measured, what it must be, whether it holds."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import click


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure. `bar` is the least it may be (`at_least`) or the most; None: printed for comparison only."""

    name: str
    value: float
    unit: str
    bar: float | None = None
    at_least: bool = False

    @property
    def holds(self) -> bool:
        if self.bar is None:
            return True
        return self.value >= self.bar if self.at_least else self.value <= self.bar

    def line(self) -> str:
        if self.bar is None:
            return f"    {self.name}: {self.value:.2f} {self.unit}"
        sign = "≥" if self.at_least else "≤"
        return f"{'✓' if self.holds else '✗'} {self.name}: {self.value:.2f} {self.unit} ({sign} {self.bar:g})"


def report(bars: list[Bar], path: Path) -> bool:
    """Write the bars as JSON, name those that do not hold, and say whether all do."""
    missed = [bar for bar in bars if not bar.holds]
    click.echo(f"{len(bars) - len(missed)} of {len(bars)} hold" + "".join(f"\n  {bar.line()}" for bar in missed))
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        {key: value for key, value in asdict(bar).items() if key != "at_least"} | {"holds": bar.holds} for bar in bars
    ]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    return not missed
