"""The demo's people and their year: made from a number, plausible, and by the rules."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from geopy.distance import geodesic
from stdnum.cn import ric

from jiayi.app import rule_tables
from jiayi.catalogue.rules import may_perform, staffed
from jiayi.catalogue.tables import Qualifications
from jiayi.catalogue.terms import Performer, Place
from jiayi.contracts.packages import may_combine, may_hold
from jiayi.core.dates import CHINA, age_on, china_date
from jiayi.core.results import Allowed
from jiayi.demo.life import Life, live
from jiayi.demo.makers import world_of
from jiayi.demo.places import Spot
from jiayi.demo.residents import MAX_TOWNS, Register
from jiayi.demo.seeding import town_sizes
from jiayi.demo.staff import POSTS
from jiayi.demo.stops import Stop
from jiayi.demo.story import story
from jiayi.demo.world import World
from jiayi.followups.rules import is_in_target
from jiayi.followups.tables import Hypertension
from jiayi.geo import rules as geo
from jiayi.geo.tables import Geofence
from jiayi.geo.terms import Datum, Point, Wgs84
from jiayi.residents.terms import Sex
from jiayi.visits.rules import verification
from jiayi.visits.terms import Check, ConfirmMethod, ServiceOutcome, VisitProof, VisitStatus

COUNTY = 511399
TODAY = datetime(2026, 11, 24, 10, 50, tzinfo=CHINA)
DONE = {VisitStatus.COMPLETED, VisitStatus.VERIFIED}
RULES = rule_tables()


def world_at(now: datetime, number: int = 7, towns: int = 1) -> World:
    return world_of(number, COUNTY, towns, now, RULES)


@pytest.fixture(scope="module")
def life() -> Life:
    """The demo's town, in the middle of the morning."""
    return live(world_at(TODAY), 0, 1200)


def told(life: Life) -> list[object]:
    """Everything about a town that must come out the same again."""
    people = [
        (one.id, one.name, one.identity_number, one.spot, one.phones, one.health.diagnoses) for one in life.people
    ]
    contracts = [(one.id, one.status, one.package_codes, one.starts_on) for one in life.agreements]
    stops = [(one.id, one.crew, one.start, one.status, one.check_in, one.check_out, one.values) for one in life.stops]
    return [people, contracts, stops, life.cabinet.sheets, life.cabinet.wishes]


def repr_of(life: Life) -> str:
    """Values name their people; in words, so that two towns can be compared."""
    return "\n".join(
        repr((stop.id, stop.start, stop.status, [(value.kind, value.values, value.at) for value in stop.values]))
        for stop in life.stops
    )


def test_the_same_number_and_day_give_the_same_town():
    one, again, other = (live(world_at(TODAY, number), 0, 90) for number in (7, 7, 8))
    assert told(one)[0] == told(again)[0]
    assert told(one)[1] == told(again)[1]
    assert repr_of(one) == repr_of(again)
    assert told(one)[0] != told(other)[0]


def test_the_same_people_live_there_tomorrow_as_other_rows():
    today, tomorrow = (live(world_at(TODAY + timedelta(days=days)), 0, 90) for days in (0, 1))
    assert [(one.name, one.address) for one in today.people] == [(one.name, one.address) for one in tomorrow.people]
    assert not {one.id for one in today.people} & {one.id for one in tomorrow.people}


def test_a_town_does_not_depend_on_how_many_others_there_are():
    alone, among_many = (live(world_at(TODAY, towns=towns), 3, 60) for towns in (4, 84))
    assert told(alone)[0] == told(among_many)[0]


def test_towns_have_neither_people_nor_numbers_in_common():
    towns = [live(world_at(TODAY, towns=3), number, 200) for number in range(3)]
    for key in (
        lambda one: one.id,
        lambda one: one.identity_number,
    ):
        everybody = [key(one) for town in towns for one in town.people]
        assert len(set(everybody)) == len(everybody)
    phones = [{phone.number for one in town.people for phone in one.phones} for town in towns]
    staff = [{one.phone for one in town.staff.clinicians} for town in towns]
    assert not phones[0] & phones[1]
    assert not phones[1] & phones[2]
    assert phones[0].isdisjoint(staff[1] | staff[2])
    assert len(set().union(*staff)) == 3 * len(POSTS)
    assert len({town.town.full_name for town in towns}) == 3


def test_identity_numbers_add_up_and_say_birth_and_sex(life: Life):
    for one in life.people:
        assert ric.calc_check_digit(one.identity_number) == one.identity_number[-1]
        assert ric.get_birth_date(one.identity_number) == one.birth_on
        assert int(one.identity_number[16]) % 2 == (one.sex is Sex.MALE)


def test_identity_numbers_stay_apart_in_the_largest_county():
    """Everybody born on one day, in towns of every lane."""
    seen: set[str] = set()
    for town in (0, 1, 99, 100, 101, 799):
        register = Register(COUNTY, town, MAX_TOWNS)
        for _ in range(40):
            birth_on, number = register.identity(datetime(1950, 3, 1, tzinfo=UTC).date(), Sex.FEMALE)
            assert ric.get_birth_date(number) == birth_on
            assert number not in seen
            seen.add(number)


def test_ages_are_an_elders_countys(life: Life):
    ages = [one.age(TODAY.date()) for one in life.people]
    assert min(ages) >= 45
    assert max(ages) <= 100
    assert sum(age >= 65 for age in ages) / len(ages) > 0.8
    dachuan = life.told["丁大川"]
    assert (dachuan.age(TODAY.date()), dachuan.address) == (76, "柳溪镇石板桥3组12号")
    assert all(one.registered_at.date() > one.birth_on for one in life.people)


def test_nobody_has_a_number_that_an_operator_gave(life: Life):
    numbers = {phone.number for one in life.people for phone in one.phones} | {
        one.phone for one in life.staff.clinicians
    }
    assert all(number.startswith("154") and len(number) == 11 for number in numbers)


def test_homes_lie_in_their_villages(life: Life):
    for one in life.people:
        if one.spot is None or one.is_in_elder_home:
            continue
        village = (one.village.spot.latitude, one.village.spot.longitude)
        assert geodesic((one.spot.latitude, one.spot.longitude), village).meters < 900
    assert 0 < sum(one.spot is None for one in life.people) < 60


def test_couples_share_a_yard_and_often_a_phone(life: Life):
    yards = defaultdict(list)
    for one in life.people:
        if one.household is not None:
            yards[one.household.id].append(one)
    couples = [people for people in yards.values() if len(people) == 2]
    assert len(couples) > 200
    assert all(a.spot == b.spot and a.village is b.village for a, b in couples)
    shared = sum(a.phones[0].number == b.phones[0].number for a, b in couples)
    assert 0.4 < shared / len(couples) < 0.8


def test_contracts_are_what_the_packages_are_for(life: Life):
    packages = life.world.packages
    for one in life.agreements:
        held = [packages[code] for code in one.package_codes]
        assert may_combine(held) == Allowed(), one.package_codes
        for package in held:
            assert may_hold(package, one.facts, TODAY.date()) == Allowed(), (one.person.name, package.code)
    in_force = Counter(one.person.id for one in life.agreements if one.covers(TODAY.date()))
    assert 650 < len(in_force) < 850
    assert max(in_force.values()) == 1


def test_no_clinician_is_planned_in_two_places(life: Life):
    planned = [(stop, stop.start, stop.end) for stop in life.stops if stop.start is not None and stop.end is not None]
    assert_apart(planned)


def test_no_clinician_is_seen_in_two_places_at_once(life: Life):
    seen = [
        (stop, stop.check_in.at, stop.check_out.at)
        for stop in life.stops
        if stop.check_in is not None and stop.check_out is not None and stop.check_out.at > stop.check_in.at
    ]
    assert_apart(seen)


def assert_apart(spells: list[tuple[Stop, datetime, datetime]]) -> None:
    days: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for stop, first, last in spells:
        for clinician in stop.crew:
            days[clinician].append((first, last))
    for mine in days.values():
        for (_, left), (came, _) in pairwise(sorted(mine)):
            assert left <= came


def test_whoever_goes_may_do_what_is_to_be_done(life: Life):
    table = RULES.of(Qualifications, TODAY.date())
    today = TODAY.date()
    performers = [
        Performer(post.profession, post.title, age_on(one.worked_since_on, today), frozenset(post.certificates))
        for one, post in zip(life.staff.clinicians, POSTS, strict=True)
    ]
    for stop in life.stops:
        crew = tuple(performers[number] for number in stop.crew)
        for line in stop.lines if crew else ():
            item = life.world.items[line.item_code]
            place = Place.INSTITUTION if Place.INSTITUTION in item.places else Place.HOME
            assert any(may_perform(one, item, place, table) == Allowed() for one in crew), (line.item_code, stop.crew)
            assert staffed(crew, item) == Allowed(), line.item_code


def test_checks_say_what_the_rule_says(life: Life):
    fence = RULES.of(Geofence, TODAY.date())
    verdicts: Counter[str] = Counter()
    for stop in life.stops:
        home = point_of(stop.spot)
        for check in filter(None, (stop.check_in, stop.check_out)):
            found = geo.verdict(home, point_of(check.spot), check.accuracy, fence)
            assert check.verdict is found.verdict
            assert check.distance is None or abs(check.distance - (found.distance_metres or 0)) <= 1
            assert check.verdict.asks_why == (check.reason is not None and check.action is not None)
            verdicts[check.verdict] += 1
    assert verdicts["inside"] / verdicts.total() > 0.9
    assert verdicts["outside"]
    assert verdicts["unknown"]
    assert verdicts["near"]


def point_of(spot: Spot | None) -> Point[Wgs84] | None:
    return None if spot is None else Point(spot.latitude, spot.longitude, Datum.WGS84)


def test_what_is_to_be_looked_at_is_what_the_rule_asks(life: Life):
    for stop in life.stops:
        if stop.status in DONE:
            assert set(verification(proof_of(stop)).reviews) == set(stop.reviews), stop.people[0].name
            assert not verification(proof_of(stop)).missing


def proof_of(stop: Stop) -> VisitProof:
    checks = [
        Check(check.at, check.verdict, check.reason, check.action)
        for check in (stop.check_in, stop.check_out)
        if check is not None
    ]
    return VisitProof(
        has_service_done=any(line.outcome is ServiceOutcome.DONE for line in stop.lines),
        has_resident=True,
        has_clinician=True,
        done_on=china_date(checks[0].occurred_at),
        check_in=checks[0],
        check_out=checks[1],
        is_confirmed=stop.confirmed is not None and stop.confirmed.method is not ConfirmMethod.REFUSED,
        is_over_quota=any(line.is_over_quota for line in stop.lines),
    )


def test_follow_ups_are_judged_by_the_rule_and_follow_each_other(life: Life):
    table = RULES.of(Hypertension, TODAY.date())
    seen = 0
    for course in life.courses.values():
        for held in course.held:
            age = age_on(held.person.birth_on, held.day)
            assert held.is_in_target == is_in_target(held.systolic, held.diastolic, age, table.kpi_target)
            assert held.next_due_on > held.day
        days = [held.day for held in course.held]
        assert days == sorted(days)
        seen += len(days)
    assert seen > 800


@pytest.mark.parametrize("clock", ["00:20", "05:30", "10:46", "16:00", "23:40"])
def test_today_is_in_full_swing_at_any_hour_and_nothing_lies_in_the_future(clock: str):
    now = datetime.combine(TODAY.date(), time.fromisoformat(clock), CHINA)
    town = live(world_at(now), 0, 400)
    today = [stop for stop in town.stops if stop.start is not None and china_date(stop.start) == now.date()]
    by_status = Counter(stop.status for stop in today)
    assert by_status[VisitStatus.IN_PROGRESS] >= 1
    assert by_status[VisitStatus.VERIFIED] + by_status[VisitStatus.COMPLETED] >= 3
    assert by_status[VisitStatus.SCHEDULED] > 20
    for stop in town.stops:
        moments = [check.at for check in (stop.check_in, stop.check_out) if check is not None]
        moments += [value.at for value in stop.values]
        moments += filter(None, (stop.departed_at, stop.attempt_at, stop.requested_at))
        assert max(moments) <= now, stop.people[0].name
    asked = [
        stop.requested_at.astimezone(CHINA).time() for stop in town.stops if stop.people[0].id not in town.told_ids
    ]
    assert all(time(7) <= one <= time(21) for one in asked), "nobody asks for a visit in the night"


def test_what_the_night_puts_into_the_evening_before_was_agreed_on_by_then():
    """After midnight today's first deeds are yesterday's: of nobody whose contract was renewed only today."""
    night = datetime.combine(TODAY.date(), time(0, 20), CHINA)
    for stop in live(world_at(night, number=0, towns=3), 1, 2400).stops:
        if stop.check_in is not None:
            agreed = [line.agreement for line in stop.lines if line.agreement is not None]
            assert all(one.covers(china_date(stop.check_in.at)) for one in agreed), stop.people[0].name


def test_a_sunday_is_as_full_as_any_other_day():
    town = live(world_at(TODAY - timedelta(days=2)), 0, 300)
    today = [
        stop for stop in town.stops if stop.start is not None and china_date(stop.start).isoformat() == "2026-11-22"
    ]
    assert len(today) > 30


def test_everybody_who_goes_out_today_has_seven_to_nine_stops(life: Life):
    today = [stop for stop in life.stops if stop.start is not None and china_date(stop.start) == TODAY.date()]
    for number, post in enumerate(POSTS):
        count = sum(number in stop.crew for stop in today)
        assert count == 0 if not post.visits_today else 7 <= count <= 9, (number, count)


def test_the_doctors_day_is_the_storys(life: Life):
    number = next(one.post for one in story().staff if one.name == "陈志远")
    mine = [
        stop for stop in life.stops if number in stop.crew and stop.start and china_date(stop.start) == TODAY.date()
    ]
    mine.sort(key=lambda stop: stop.orders[number])
    assert [(f"{stop.start:%H:%M}", stop.people[0].name, stop.orders[number]) for stop in mine if stop.start][:4] == [
        ("09:30", "丁大川", 1),
        ("10:30", "任桂英", 2),
        ("11:20", "雍德明", 3),
        ("14:00", "青永福", 4),
    ]
    assert {stop.status for stop in mine} == {VisitStatus.SCHEDULED}
    assert [one.name for one in mine[3].people] == ["青永福", "何素芬"]


def test_the_leader_has_something_on_every_part_of_the_board(life: Life):
    statuses = Counter(stop.status for stop in life.stops if stop.team == 1)
    assert statuses[VisitStatus.REQUESTED] == 2
    assert statuses[VisitStatus.ACCEPTED] == 1
    pending = {stop.people[0].name for stop in life.stops if stop.team == 1 and stop.status is VisitStatus.COMPLETED}
    assert {"雍德明", "唐明秀"} <= pending
    outside = next(stop.check_in for stop in life.stops if stop.people[0].name == "雍德明" and stop.reviews)
    assert outside is not None
    assert (outside.distance, outside.reason) == (430, "elder_elsewhere")


def test_the_storys_numbers_are_those_on_its_screens(life: Life):
    agreements = {
        one.person.name: one for one in life.agreements if one.person.id in {p.id for p in life.told.values()}
    }
    dachuan, yufang = agreements["丁大川"], agreements["杜玉芳"]
    assert (dachuan.ends_on - TODAY.date()).days == 96
    assert [dachuan.consumed.get((1, code), 0) for code in ("B01", "B02", "C05", "A02")] == [3, 3, 1, 0]
    assert yufang.left("D01", TODAY.date()) == 7
    course = life.courses[life.told["丁大川"].id]
    assert ((TODAY.date() - course.due_on).days, course.held[-1].systolic, course.held[-1].diastolic) == (6, 158, 92)
    sheets = {sheet.drugs: sheet for sheet in life.cabinet.sheets if sheet.person is life.told["丁大川"]}
    left = (sheets["amlodipine_5mg",].ends_on or TODAY.date()) - TODAY.date()
    assert left.days == 6


def test_sizes_are_even_and_add_up():
    assert town_sizes(60) == [60]
    assert town_sizes(1200) == [1200]
    sizes = town_sizes(100_000)
    assert (sum(sizes), len(sizes), max(sizes) - min(sizes)) == (100_000, 83, 1)


def test_another_day_moves_everything_with_it():
    later = live(world_at(TODAY + timedelta(days=40)), 0, 90)
    assert later.told["丁大川"].age((TODAY + timedelta(days=40)).date()) == 76
    course = later.courses[later.told["丁大川"].id]
    assert (later.world.timeline.today - course.due_on).days == 6
