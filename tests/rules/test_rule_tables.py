from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

import pytest

from jiayi.core.ruletables import load_rule_tables
from jiayi.core.shapes import ShapeError, build
from tools.export_rules import stale


class Colour(StrEnum):
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Inner:
    low: int
    high: int | None = None

    def __post_init__(self):
        if self.high is not None and self.high < self.low:
            raise ValueError("high lies below low")


@dataclass(frozen=True, slots=True)
class Fence:
    radius_metres: int
    share: float
    opens: time
    colours: tuple[Colour, ...]
    inner: Mapping[str, Inner]


VALUES = """
  radius_metres: 200
  share: 0.5
  opens: '08:00'
  colours: [green]
  inner: {a: {low: 1, high: 2}}
"""


def write(folder, name="fence.yaml", head="", version=1, since="2026-01-01", values=VALUES):
    text = f"name: fence\nversion: {version}\neffective_from: {since}\nsource: own decision\nmark: D\n{head}values:{values}"
    (folder / name).write_text(text, encoding="utf-8")


def load(folder):
    return load_rule_tables(folder, {"fence": Fence})


def test_a_table_is_read_typed_and_plain(tmp_path):
    write(tmp_path)
    table = load(tmp_path).table("fence", date(2026, 5, 1))
    assert table.rules == Fence(200, 0.5, time(8), (Colour.GREEN,), {"a": Inner(1, 2)})
    assert table.values == {
        "radius_metres": 200,
        "share": 0.5,
        "opens": "08:00",
        "colours": ["green"],
        "inner": {"a": {"low": 1, "high": 2}},
    }


def test_the_version_in_force_is_the_last_that_has_begun(tmp_path):
    write(tmp_path)
    write(tmp_path, "fence-2.yaml", version=2, since="2026-07-01", values=VALUES.replace("200", "150"))
    tables = load(tmp_path)
    on = (date(1970, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2099, 1, 1))
    assert [tables.of(Fence, day).radius_metres for day in on] == [200, 200, 150, 150]
    assert [fence.radius_metres for fence in tables.versions(Fence)] == [200, 150]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param(
            "200", "'200'", "fence.yaml: values.radius_metres: expected a whole number, found '200'", id="text"
        ),
        pytest.param("200", "true", "radius_metres: expected a whole number, found True", id="true is no number"),
        pytest.param("200", "20.5", "radius_metres: expected a whole number, found 20.5", id="a fraction"),
        pytest.param("  share: 0.5\n", "", "values.share: is missing", id="a key missing"),
        pytest.param("radius_metres", "radius_meters", "values.radius_meters: unknown key", id="a key misspelt"),
        pytest.param("'08:00'", "20:30", "values.opens: expected a quoted time like '08:00', found 1230", id="time"),
        pytest.param("'08:00'", "'8 am'", "values.opens: expected a quoted time", id="no time"),
        pytest.param(
            "[green]", "[green, red]", r"values.colours\[1\]: expected one of green, found 'red'", id="a code"
        ),
        pytest.param("[green]", "green", "values.colours: expected a list, found 'green'", id="no list"),
        pytest.param("high: 2", "high: 0", "values.inner.a: high lies below low", id="values that do not go together"),
        pytest.param("share: 0.5", "share: 0.5\n  share: 0.6", "line 9: 'share' stands twice", id="a key twice"),
        pytest.param("[green]", "[green", "fence.yaml: ", id="no YAML"),
    ],
)
def test_a_wrong_file_is_named_with_its_key(tmp_path, old, new, says):
    write(tmp_path, values=VALUES.replace(old, new))
    with pytest.raises(ShapeError, match=says):
        load(tmp_path)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"head": "colour: red\n"}, "fence.yaml: colour: unknown key", id="an unknown head"),
        pytest.param({"since": "soon"}, "effective_from: expected a date", id="no date"),
    ],
)
def test_a_wrong_head_is_named(tmp_path, changes, says):
    write(tmp_path, **changes)
    with pytest.raises(ShapeError, match=says):
        load(tmp_path)


def test_a_version_stands_once_and_every_table_has_a_file(tmp_path):
    with pytest.raises(ShapeError, match="no file for fence"):
        load(tmp_path)
    write(tmp_path)
    write(tmp_path, "copy.yaml")
    with pytest.raises(ShapeError, match="version 1 of fence stands twice"):
        load(tmp_path)


def test_a_table_that_nobody_reads_is_a_mistake(tmp_path):
    write(tmp_path)
    with pytest.raises(ShapeError, match="no rule reads a table called 'fence'"):
        load_rule_tables(tmp_path, {})


@pytest.mark.parametrize("mark", ["X", ""])
def test_a_table_says_how_sure_it_is(tmp_path, mark):
    write(tmp_path)
    path = tmp_path / "fence.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("mark: D", f"mark: '{mark}'"), encoding="utf-8")
    with pytest.raises(ShapeError, match="mark: expected one of C, D, I, L, V"):
        load(tmp_path)


def test_null_is_taken_only_where_it_may_be():
    assert build(Inner, {"low": 1, "high": None}, "x") == Inner(1)
    with pytest.raises(ShapeError, match=r"x\.low: expected a whole number, found None"):
        build(Inner, {"low": None}, "x")


def test_every_shipped_table_says_where_its_numbers_come_from(tables):
    assert all(len(table.source) > 10 for table in tables.everything())


def test_what_the_phone_decides_by_is_what_the_server_decides_by():
    assert stale() == [], "run python tools/export_rules.py"
