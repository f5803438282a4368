import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.geo.datums import is_shifted, to_bd09, to_gcj02, to_wgs84
from jiayi.geo.rules import MixedDatumError, distance_metres, verdict
from jiayi.geo.tables import Geofence
from jiayi.geo.terms import Datum, Point, Verdict
from tests.conftest import table

MICRODEGREE = 1e-6
IN_CHINA = st.tuples(st.floats(27, 48), st.floats(88, 118))
"""Well away from the coast and the borders."""


def wgs84(pair) -> Any:
    return None if pair is None else Point(pair[0], pair[1], Datum.WGS84)


def pair(point):
    return pytest.approx((point.latitude, point.longitude), abs=MICRODEGREE)


@pytest.mark.parametrize("case", table("geo_datums"), ids=lambda case: case["id"])
def test_a_place_is_the_same_in_every_datum(case):
    for datum in Datum:
        point = Point(case[datum][0], case[datum][1], datum)
        assert tuple(case["wgs84"]) == pair(to_wgs84(point))
        assert tuple(case["gcj02"]) == pair(to_gcj02(point))
        assert tuple(case["bd09"]) == pair(to_bd09(point))


@pytest.mark.parametrize("case", table("geo_shifted"), ids=lambda case: case["id"])
def test_the_mainland_is_shifted_up_to_its_borders(case):
    assert is_shifted(tuple(case["at"])) is case["is_shifted"]


@given(IN_CHINA)
def test_there_and_back_again_moves_less_than_a_millimetre(at):
    home = wgs84(at)
    assert distance_metres(home, to_wgs84(to_bd09(home))) < 0.001
    assert distance_metres(home, to_wgs84(to_gcj02(home))) < 0.001


@given(IN_CHINA)
def test_a_wrong_datum_is_wrong_by_hundreds_of_metres(at):
    home = wgs84(at)
    shifted = to_bd09(home)
    assert distance_metres(home, Point(shifted.latitude, shifted.longitude, Datum.WGS84)) > 400


def test_points_of_another_datum_are_not_measured():
    home = Point(30.8, 106.08, Datum.WGS84)
    with pytest.raises(MixedDatumError):
        distance_metres(home, to_gcj02(home))  # type: ignore[arg-type]


def test_the_type_checker_refuses_another_datum(tmp_path):
    code = tmp_path / "mixed.py"
    code.write_text(
        "from jiayi.geo.datums import to_gcj02\nfrom jiayi.geo.rules import distance_metres\n"
        "from jiayi.geo.terms import Datum, Point, Wgs84\n"
        "home: Point[Wgs84] = Point(30.8, 106.08, Datum.WGS84)\ndistance_metres(home, to_gcj02(home))\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", str(code)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.count("error") == 1
    assert 'incompatible type "Point[Literal[Datum.GCJ02]]"' in done.stdout


@pytest.mark.parametrize(("latitude", "longitude"), [(91, 0), (0, 181), (float("nan"), 0)])
def test_a_point_lies_on_the_earth(latitude, longitude):
    with pytest.raises(ValueError, match="not on the earth"):
        Point(latitude, longitude, Datum.WGS84)


@pytest.mark.parametrize("case", table("geo_distances"), ids=lambda case: case["id"])
def test_distance_is_measured_on_the_ellipsoid(case):
    assert distance_metres(wgs84(case["a"]), wgs84(case["b"])) == pytest.approx(case["metres"], abs=0.001)


@pytest.mark.parametrize("case", table("check_in_verdict"), ids=lambda case: case["id"])
def test_where_somebody_checked_in(case, rules):
    found = verdict(wgs84(case["home"]), wgs84(case["here"]), case["accuracy_metres"], rules(Geofence))
    assert (found.verdict, found.distance_metres) == (case["verdict"], case["distance_metres"])


@given(IN_CHINA, st.floats(0, 0.01), st.floats(0, 100))
def test_a_more_accurate_reading_never_brings_somebody_nearer(at, north, accuracy):
    fence = Geofence(radius_metres=200, accuracy_cap_metres=100)
    home, here = wgs84(at), wgs84((at[0] + north, at[1]))
    nearness = [Verdict.OUTSIDE, Verdict.NEAR, Verdict.INSIDE]
    sharp, blunt = (verdict(home, here, metres, fence).verdict for metres in (0, accuracy))
    assert nearness.index(sharp) <= nearness.index(blunt)


def test_only_outside_and_unknown_ask_why():
    assert {found for found in Verdict if found.asks_why} == {Verdict.OUTSIDE, Verdict.UNKNOWN}
