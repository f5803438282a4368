"""The indicators of domain rules §1.9: each row of the decision table, and the statements against the same said slowly."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.catalogue import service as catalogue
from jiayi.core.clock import moment_now
from jiayi.core.db import commit
from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.followups import service as followups
from jiayi.followups.terms import Adherence, Mode, Programme
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import OrganizationKind
from jiayi.reports import rules, service
from jiayi.reports.rules import BY_CODE, COUNTED, INDICATORS
from jiayi.reports.service.counting import count, totals
from jiayi.reports.service.reading import Reader
from jiayi.reports.sheets import as_csv, harmless
from jiayi.reports.terms import By, Every, Part, Rate, Scope, Untold
from tests import world as people
from tests.conftest import table
from tests.indicators import live, noon
from tests.phone import signed_in
from tests.plain_indicators import Agreed, Life, life_of
from tests.plain_indicators import count as plainly
from tests.world import World

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
COMPARED = {*COUNTED, "unserved"}


class Place:
    """The small county, emptied of whom it had, with another institution to sign with."""

    def __init__(self, runtime: Runtime, world: World, session: Session) -> None:
        self.runtime, self.world, self.session = runtime, world, session
        other = organizations.add_organization(
            session, world.admin, NOW, uuid4(), kind=OrganizationKind.PRIMARY_CARE, name="上游镇卫生院"
        )
        self.other_id = other.id
        # Whenever this runs, those who live here already were there before the days that are looked at.
        session.execute(text("update residents set registered_at = '2020-01-01 00:00+00'"))
        self.packages = {row.code: str(row.id) for row in catalogue.published(session)}
        commit(session)

    def live(self, lives: Sequence[Life]) -> list[UUID]:
        teams = (self.world.team_id, self.world.other_team_id)
        return [
            live(self.session, self.world, life, teams[number % 2], self.other_id, self.packages)
            for number, life in enumerate(lives)
        ]

    def counted(self, on: date, ids: Sequence[UUID]) -> dict[str, tuple[int, int]]:
        found = totals(count(self.session, on, TODAY, ids))
        return {code: (rate.numerator, rate.denominator) for code, rate in found.items() if code in COMPARED}


@pytest.fixture
def place(runtime: Runtime, world: World) -> Iterator[Place]:
    with runtime.sessions.county(world.county_id) as session:
        yield Place(runtime, world, session)


CASES = table("indicators")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_each_row_of_the_table(place: Place, case: Mapping[str, Any]) -> None:
    on = date.fromisoformat(case["on"])
    lives = [life_of(told) for told in case["lives"] for _ in range(told.get("times", 1))]
    wanted = (case["numerator"], case["denominator"])
    assert summed(lives, on).get(case["indicator"], (0, 0)) == wanted
    found = place.counted(on, place.live(lives)).get(case["indicator"], (0, 0))
    assert found == wanted
    assert Rate(*found).percent == case["percent"]


def test_the_table_has_rows_for_every_indicator_that_is_counted() -> None:
    of_groups = {one.code for one in INDICATORS if one.group} - {"key_group_k01"}
    assert set(COUNTED) - of_groups <= {case["indicator"] for case in CASES}


def summed(lives: Sequence[Life], on: date) -> dict[str, tuple[int, int]]:
    above, below = Counter[str](), Counter[str]()
    for life in lives:
        for code, (numerator, denominator) in plainly(life, on).items():
            above[code] += numerator
            below[code] += denominator
    return {code: (above[code], below[code]) for code in below if below[code]}


# ------------------------------------------------------------ random histories

DAYS = st.integers(-30, 700).map(lambda days: TODAY - timedelta(days=days))
PROGRAMMES = st.sampled_from(["hypertension", "diabetes"])
ITEMS = st.sampled_from(["A02", "A03", "A06", "B01", "D01", "C05"])
MAYBE_DAY = st.none() | DAYS


@st.composite
def lives(draw: st.DrawFn) -> Life:
    contracts: list[Agreed] = []
    first = draw(st.integers(-10, 900).map(lambda days: TODAY - timedelta(days=days)))
    for _ in range(draw(st.integers(0, 3))):
        agreed = draw(agreements(first))
        contracts.append(agreed)
        first = agreed.end + timedelta(days=draw(st.sampled_from([1, 2, 30, 31, 80])))
    for agreed in contracts[:-1]:
        if agreed.status == "active":
            agreed.status = "expired"
    enrolled = []
    for programme in draw(st.sets(PROGRAMMES)):
        since, until = draw(DAYS), draw(MAYBE_DAY)
        reason = draw(st.sampled_from(["entered_wrongly", "moved_away", "declined"])) if until else None
        enrolled.append((programme, since, None if until is None else max(since, until), reason))
    flags = []
    for code in draw(st.sets(st.sampled_from(["K01", "K02", "K08", "K10"]))):
        since, until = draw(DAYS), draw(MAYBE_DAY)
        flags.append((code, since, None if until is None else max(since, until)))
    held = draw(st.lists(st.tuples(PROGRAMMES, DAYS), max_size=8, unique=True))
    return Life(
        registered_on=draw(st.sampled_from([date(2020, 1, 1), TODAY - timedelta(days=100)])),
        died_on=draw(st.none() | st.none() | DAYS.filter(lambda day: day <= TODAY)),
        moved_on=draw(st.none() | st.none() | DAYS),
        groups=flags,
        contracts=contracts,
        done=draw(st.lists(st.tuples(ITEMS, DAYS, st.booleans() | st.just(True)), max_size=6)),
        enrolled=enrolled,
        met=[(of, day, draw(st.booleans()), draw(st.booleans()), draw(st.sampled_from(["satisfied", "adjust"]))) for of, day in held],
        lost=draw(st.lists(st.tuples(PROGRAMMES, DAYS), max_size=2)),
        fasting=draw(st.lists(st.tuples(DAYS, st.sampled_from([5.5, 6.9, 7.0, 9.1])), max_size=5, unique_by=lambda one: one[0])),
        answers=draw(st.lists(st.tuples(DAYS, st.integers(1, 5)), max_size=2)),
        tried=draw(st.lists(st.integers(0, 50).map(lambda days: TODAY - timedelta(days=days)), max_size=6)),
    )  # fmt: skip


@st.composite
def agreements(draw: st.DrawFn, first: date) -> Agreed:
    last = first + timedelta(days=364)
    status = draw(st.sampled_from(["active", "active", "expired", "terminated", "voided", "closed_death"]))
    ended_on = last - timedelta(days=draw(st.integers(1, 300))) if status in {"terminated", "closed_death"} else None
    rests = []
    if draw(st.booleans()):
        from_on = first + timedelta(days=draw(st.integers(0, 200)))
        rests = [(from_on, draw(st.none() | st.just(from_on + timedelta(days=60))))]
    return Agreed(
        first, last, status, ended_on, draw(st.sampled_from([None, "moved_away", "other_team"])) if ended_on else None,
        draw(st.sampled_from(["P1", "P2"])), draw(st.booleans()),
        draw(st.dictionaries(ITEMS, st.integers(1, 4), max_size=3)), rests,
    )  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(lives(), min_size=1, max_size=3), DAYS.filter(lambda day: day <= TODAY))
def test_the_statements_say_what_is_said_slowly(place: Place, told: list[Life], on: date) -> None:
    try:
        assert place.counted(on, place.live(told)) == summed(told, on)
    finally:
        place.session.rollback()


# ------------------------------------------------------------ what is counted before


def large(place: Place) -> Session:
    return place.runtime.sessions.county(place.world.county_id)


@pytest.fixture
def is_large() -> Iterator[None]:
    """As if the county were too large to be counted while somebody waits."""
    with patch("jiayi.reports.service.reading.IS_LARGE", text("select :most is not null")):
        yield


@pytest.mark.usefixtures("is_large")
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(lives(), min_size=2, max_size=4), st.data())
def test_what_changed_is_counted_as_all_would_be(place: Place, told: list[Life], data: st.DataObject) -> None:
    sessions, county_id = place.runtime.sessions, place.world.county_id
    ids = place.live(told[:-1])
    commit(place.session)
    service.refresh(sessions, county_id, NOW)
    place.live(told[-1:])
    changed = data.draw(st.sampled_from(ids))
    place.session.execute(
        text("update residents set village = :village, care_team_id = :team where id = :id"),
        {"village": data.draw(st.sampled_from(["石板桥", "黄桷村"])), "team": place.world.team_id, "id": changed},
    )
    place.session.execute(text("update contracts set status = 'voided' where resident_id = :id"), {"id": changed})
    commit(place.session)
    service.refresh(sessions, county_id, NOW)
    with large(place) as session:
        whole = count(session, TODAY, TODAY)
        rows = session.execute(
            text("select code, team_id, village, numerator, denominator from indicator_counts where census_on = :on"),
            {"on": TODAY},
        )
        kept = {(code, team, village): (above, below) for code, team, village, above, below in rows if below}
    assert kept == {
        (cell.code, cell.team_id, cell.village): (rate.numerator, rate.denominator) for cell, rate in whole.items()
    }


@pytest.mark.usefixtures("is_large")
def test_a_large_county_is_told_what_was_counted_and_when(place: Place) -> None:
    sessions, county_id, manager = place.runtime.sessions, place.world.county_id, place.world.manager
    place.live([Life(contracts=[Agreed(date(2026, 1, 10), date(2027, 1, 9))])])
    commit(place.session)
    with large(place) as session, pytest.raises(Refusal, match="not_counted"):
        service.indicators(session, manager, NOW, Scope())
    service.refresh(sessions, county_id, NOW)
    service.recount(sessions, county_id, NOW)
    place.live([Life()])
    commit(place.session)
    later = NOW + timedelta(minutes=3)
    with large(place) as session:
        told = service.indicators(session, manager, later, Scope())
        assert (told["counted_at"], told["changed_count"]) == (NOW, 1)
        assert line(told, "signed")["denominator"] == 4
        trend = service.trend(session, manager, later, Scope(), every=Every.QUARTER)
        assert [day["on"] for day in trend["days"]][-2:] == [date(2026, 9, 30), TODAY]
        by_team = service.indicator(session, manager, later, "signed", Scope(), by=By.TEAM)
        assert sum(row["denominator"] for row in by_team["rows"]) == 4
        alone = service.indicators(session, manager, later, Scope(team_id=place.world.team_id))
        assert line(alone, "signed")["numerator"] == 1
        overview = service.overview(session, manager, later)
        assert overview["total"]["signed"] == Rate(1, 4)
    service.refresh(sessions, county_id, later)
    with large(place) as session:
        told = service.indicators(session, manager, later, Scope())
        assert (told["counted_at"], told["changed_count"], line(told, "signed")["denominator"]) == (later, 0, 5)


@pytest.mark.usefixtures("is_large")
def test_a_new_day_is_counted_anew_and_the_day_before_forgotten_unless_a_month_ended(place: Place) -> None:
    sessions, county_id = place.runtime.sessions, place.world.county_id
    place.live([Life(contracts=[Agreed(date(2025, 12, 1), date(2026, 11, 30))])])
    commit(place.session)
    nights = [datetime(2026, 11, day, 1, 0, tzinfo=UTC) for day in (29, 30)] + [datetime(2026, 12, 1, 1, 0, tzinfo=UTC)]
    for night in nights:
        service.refresh(sessions, county_id, night)
    with large(place) as session:
        reader = Reader(session, nights[-1])
        days = [night.date() for night in nights]
        assert set(reader.trend(days, ["signed"], Scope())) == {date(2026, 11, 30), date(2026, 12, 1)}
        assert reader.totals(date(2026, 11, 30), ["signed"], Scope())["signed"] == Rate(1, 4)
        assert reader.totals(date(2026, 12, 1), ["signed"], Scope())["signed"] == Rate(0, 4)


# ------------------------------------------------------------ what is told, and to whom


def line(told: Mapping[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in told["items"] if one["code"] == code)
    return found


def test_what_is_not_recorded_is_no_data_and_never_nothing(place: Place) -> None:
    told = service.indicators(place.session, place.world.manager, NOW, Scope())
    for code in ("first_visit", "aware", "elder_standard"):
        one = line(told, code)
        assert (one["numerator"], one["denominator"], one["percent"], one["untold"]) == (
            None,
            None,
            None,
            Untold.NO_DATA,
        )
    assert {one["code"] for one in told["items"]} == set(BY_CODE)


def test_growth_is_told_in_points_since_the_last_year_ended(place: Place) -> None:
    place.live(
        [
            Life(contracts=[Agreed(date(2025, 6, 1), date(2026, 12, 31))]),
            Life(contracts=[Agreed(date(2026, 6, 1), date(2027, 5, 31))]),
        ]
    )
    place.session.execute(text("update residents set registered_at = '2020-01-01'"))
    found = service.indicator(place.session, place.world.manager, NOW, "signed", Scope(), by=By.TEAM)
    assert (found["percent"], found["growth"]) == (
        40.0,
        {"since_on": date(2025, 12, 31), "points": 20.0, "points_min": 1, "points_max": 3},
    )
    assert service.indicator(place.session, place.world.manager, NOW, "paid", Scope(), by=By.TEAM)["growth"] is None


def test_few_answers_say_nothing(place: Place) -> None:
    place.live([Life(answers=[(date(2026, 2, 1), 5)]) for _ in range(29)])
    one = line(service.indicators(place.session, place.world.manager, NOW, Scope()), "satisfied")
    assert (one["numerator"], one["denominator"], one["untold"]) == (None, 29, Untold.TOO_FEW_ANSWERS)
    place.live([Life(answers=[(date(2026, 2, 1), 3)])])
    one = line(service.indicators(place.session, place.world.manager, NOW, Scope()), "satisfied")
    assert (one["numerator"], one["denominator"], one["percent"], one["untold"]) == (29, 30, 96.7, None)


def test_of_level_5_only_the_county_is_told_and_none_of_a_few(place: Place) -> None:
    def told(scope: Scope) -> tuple[int | None, Untold | None]:
        one = line(service.indicators(place.session, place.world.manager, NOW, scope), "key_group_k10")
        return one["denominator"], one["untold"]

    place.live([Life(groups=[("K10", date(2020, 1, 1), None)]) for _ in range(9)])
    assert told(Scope()) == (None, Untold.FEW)
    place.live([Life(groups=[("K10", date(2020, 1, 1), None)]) for _ in range(9)])
    assert told(Scope()) == (18, None)
    for narrower in (Scope(team_id=place.world.team_id), Scope(village="石板桥"), Scope(place.world.organization_id)):
        assert told(narrower) == (None, Untold.FEW)
    parts = service.indicator(place.session, place.world.manager, NOW, "key_group_k10", Scope(), by=By.TEAM)
    assert {row["denominator"] for row in parts["rows"]} == {None}
    with pytest.raises(Forbidden, match="not_listed"):
        behind(place, "key_group_k10")


def behind(
    place: Place, code: str, part: Part = Part.GAP, cursor: str | None = None, limit: int = 50
) -> dict[str, Any]:
    return service.people(
        place.session, place.world.manager, NOW, code, Scope(), part=part, cursor=cursor, limit=limit
    )  # fmt: skip


def test_the_people_behind_a_number_are_as_many_as_it_says(place: Place) -> None:
    place.live([Life(contracts=[Agreed(date(2026, 1, 10), date(2027, 1, 9))]) for _ in range(3)])
    one = line(service.indicators(place.session, place.world.manager, NOW, Scope()), "signed")
    assert len(behind(place, "signed", Part.NUMERATOR)["items"]) == one["numerator"] == 3
    assert len(behind(place, "signed", Part.DENOMINATOR)["items"]) == one["denominator"] == 6
    assert len(behind(place, "signed")["items"]) == 3
    assert {row["name"] for row in behind(place, "signed", Part.NUMERATOR)["items"]} == {"余*"}


def test_a_list_is_paged_and_every_page_is_noted(place: Place, owner: Engine) -> None:
    ids, cursor, pages = [], None, 0
    while pages == 0 or cursor:
        found = behind(place, "signed", limit=2, cursor=cursor)
        ids += [row["resident_id"] for row in found["items"]]
        cursor, pages = found["next_cursor"], pages + 1
    assert (len(ids), len(set(ids)), pages) == (3, 3, 2)
    commit(place.session)
    with owner.connect() as connection:
        assert connection.scalar(text("select count(*) from audit_entries where action = 'reports.people'")) == 2


def test_answers_are_nobodys_and_an_unknown_indicator_is_none(place: Place) -> None:
    with pytest.raises(Forbidden, match="not_listed"):
        behind(place, "satisfied")
    with pytest.raises(NotFound):
        behind(place, "happiness")


def test_the_table_goes_out_as_csv_that_excel_opens(place: Place, app: Flask) -> None:
    answer = signed_in(app, people.MANAGER).get("/reports/exports/indicators?kind=csv&by=team")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert head[3:8] == ["代码", "指标", "分子", "分母", "率（%）"]
    assert len(rows) == 3 * len(INDICATORS)
    assert ["合计", "", "", "aware", "知晓率", "", "", "", "没有数据"] in [row[:9] for row in rows]


def test_the_table_goes_out_as_xlsx(place: Place, app: Flask) -> None:
    answer = signed_in(app, people.SUPERVISOR).get("/reports/exports/indicators?kind=xlsx")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as book:
        assert "知晓率" in book.read("xl/sharedStrings.xml").decode()
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "＝1"])
def test_no_cell_becomes_a_formula(begins: str) -> None:
    assert str(harmless(begins)).startswith("'")
    assert f"'{begins}" in as_csv(["a"], [[begins]]).decode("utf-8-sig")
    assert (harmless(-1), harmless("余海")) == (-1, "余海")


def test_people_are_not_given_out_as_a_file_and_whoever_asked_is_noted(place: Place, app: Flask, owner: Engine) -> None:
    answer = signed_in(app, people.MANAGER).get("/reports/exports/indicators/htn_controlled/people")
    assert (answer.status_code, answer.json["code"]) == (403, "reports.refused.second_person")
    with owner.connect() as connection:
        (detail,) = connection.scalars(
            text("select detail from audit_entries where action = 'reports.export_people_refused'")
        )
    assert detail == {"code": "htn_controlled", "part": "gap"}


def test_an_age_decides_the_target(place: Place) -> None:
    """§1.9 (b): 148/88 is in target at 65, not at 64."""
    on = date(2026, 10, 1)
    ids = place.live([Life(enrolled=[("hypertension", date(2026, 1, 1), None, None)]) for _ in range(2)])
    for resident_id, born in zip(ids, (date(1961, 10, 1), date(1961, 10, 2)), strict=True):
        place.session.execute(
            text("update residents set birth_on = :born, care_team_id = :team where id = :id"),
            {"born": born, "team": place.world.team_id, "id": resident_id},
        )
        place.session.expire_all()
        followups.record(
            place.session, place.world.nurse, moment_now(noon(on)), uuid4(), mode=Mode.HOME, systolic=148, diastolic=88,
            adherence=Adherence.REGULAR, resident_id=resident_id, programme=Programme.HYPERTENSION,
        )  # fmt: skip
    assert place.counted(TODAY, ids)["htn_controlled"] == (1, 2)


def test_points_of_a_trend_are_the_ends_of_its_steps() -> None:
    assert rules.ends(Every.MONTH, date(2026, 3, 15), 2) == (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 15))
    assert rules.ends(Every.QUARTER, date(2026, 3, 31), 2) == (date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31))
    assert rules.ends(Every.YEAR, TODAY, 1) == (date(2025, 12, 31), TODAY)
