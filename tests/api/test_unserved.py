"""Who is not being served: the statement that looks at a whole county against the same said slowly, over random histories."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from jiayi.app import Runtime, rule_tables
from jiayi.contracts.models import Contract, ContractSuspension, Entitlement
from jiayi.contracts.terms import ContractStatus
from jiayi.core.dates import CHINA, add_months
from jiayi.core.db import commit
from jiayi.followups.models import FollowUp
from jiayi.followups.terms import FollowupClass, FollowUpStatus, Mode, Programme
from jiayi.fulfilment import service
from jiayi.fulfilment.models import Finding, Fulfilment
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import Asked, FindingCode, HowMet, Shortfall
from jiayi.geo.terms import Verdict
from jiayi.residents.models import KeyGroupFlag, Resident
from jiayi.residents.rules import level_5_groups
from jiayi.residents.tables import KeyGroups
from jiayi.residents.terms import Channel, Evidence, KeyGroup
from jiayi.visits.models import ContactAttempt, Measurement, Visit, VisitCheck, VisitConfirmation
from jiayi.visits.terms import CheckKind, ConfirmMethod, MeasurementKind, NoVisitReason, Unit, VisitSource, VisitStatus
from tests import world as people
from tests.phone import signed_in
from tests.unserved import History, find
from tests.visiting import good
from tests.world import World

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
TABLE = rule_tables().of(FulfilmentRules, TODAY)
GROUPS = rule_tables().of(KeyGroups, TODAY)
SHOWN = {group.value for group in set(GROUPS.groups) - level_5_groups(GROUPS)}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), CHINA)


# ------------------------------------------------------------ histories

DAYS = st.integers(-20, 420)
ITEMS = ("A02", "B01", "D01", "C05")
"""The last is in no list of what is owed."""


@st.composite
def histories(draw: st.DrawFn) -> History:
    starts_on = ago(draw(st.one_of(st.integers(80, 100), st.integers(-5, 420))))
    number = 1 if starts_on + timedelta(days=365) <= TODAY and draw(st.booleans()) else 0
    year = (add_months(starts_on, 12 * number), add_months(starts_on, 12 * (number + 1)) - timedelta(days=1))
    first = ago(draw(st.integers(0, 200)))
    rests = draw(
        st.sampled_from([[], [], [(first, first + timedelta(days=40))], [(first, first)], [(ago(300), ago(250))]])
    )
    return History(
        status=draw(st.sampled_from(["active", "active", "active", "suspended", "terminated"])),
        starts_on=starts_on,
        ends_on=add_months(starts_on, 24) - timedelta(days=1),
        ended_on=draw(st.sampled_from([None, None, None, ago(1), ago(0), ago(-1)])),
        deceased_on=draw(st.sampled_from([None, None, None, None, ago(3)])),
        owed=[(code, draw(st.sampled_from([None, 1, 2, 3, 4, 12]))) for code in ITEMS if draw(st.booleans())],
        year=year,
        done=draw(
            st.lists(st.tuples(st.sampled_from(ITEMS), DAYS.map(ago), st.sampled_from([True, True, False])), max_size=6)
        ),
        tried=draw(st.lists(st.one_of(st.integers(25, 35), st.integers(-2, 120)).map(ago), max_size=7)),
        due_on=draw(st.one_of(st.none(), st.integers(25, 40).map(ago), st.integers(-90, 200).map(ago))),
        groups=draw(
            st.lists(
                st.tuples(
                    st.sampled_from(["K01", "K02", "K10", "K04"]),
                    st.sampled_from([ago(500), ago(0), ago(-1)]),
                    st.sampled_from([None, ago(1), ago(0)]),
                ),
                max_size=2,
                unique_by=lambda flag: flag[0],
            )
        ),
        rests=rests,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(histories(), min_size=1, max_size=3))
def test_the_statement_finds_what_the_slow_words_say(session: Session, world: World, told: list[History]) -> None:
    residents = (world.elder_id, world.neighbour_id, world.other_elder_id)
    expected: dict[UUID, dict[str, Any]] = {}
    session.execute(text("delete from key_group_flags"))
    for resident_id, history in zip(residents, told, strict=False):
        _live(session, world, resident_id, history)
        expected[resident_id] = find(history, TODAY, TABLE, SHOWN)
    session.flush()
    try:
        service.evaluate(session, NOW, residents)
        found: dict[UUID, dict[str, Any]] = {resident_id: {} for resident_id in expected}
        for one in session.scalars(select(Finding).where(Finding.closed_at.is_(None))):
            assert one.resident_id is not None
            found[one.resident_id][one.code.value] = (one.since_on, one.detail)
        assert found == expected
        assert service.evaluate(session, NOW, residents) == 0, "looking again writes nothing"
    finally:
        session.rollback()


def _live(session: Session, world: World, resident_id: UUID, history: History) -> None:
    """Write the history down, past all verbs."""
    contract = Contract(
        id=uuid4(), resident_id=resident_id, organization_id=world.organization_id, team_id=world.team_id,
        status=ContractStatus(history.status), package_ids=[], years=2, channel=Channel.COUNTER, applied_at=NOW,
        applied_by_account_id=world.leader.account_id, signed_at=NOW, starts_on=history.starts_on,
        ends_on=history.ends_on, ended_on=history.ended_on,
    )  # fmt: skip
    visit = Visit(
        id=uuid4(), team_id=world.team_id, status=VisitStatus.MISSED, source=VisitSource.STAFF, requested_at=NOW,
        requested_by_account_id=world.leader.account_id,
    )  # fmt: skip
    session.add_all([contract, visit])
    resident = session.get(Resident, (world.county_id, resident_id))
    assert resident is not None
    resident.deceased_on = history.deceased_on
    for first_on, until_on in history.rests:
        session.add(_rest(contract.id, world, first_on, until_on))
    for code, quota in history.owed:
        first_on, last_on = history.year
        session.add(
            Entitlement(
                contract_id=contract.id, item_code=code, period_start_on=first_on, period_end_on=last_on, quota=quota
            )
        )
    for code, day, is_counted in history.done:
        _do(session, world, resident_id, code, at(day), is_counted=is_counted)
    for day in history.tried:
        session.add(
            ContactAttempt(
                visit_id=visit.id, resident_id=resident_id, kind=NoVisitReason.NO_ANSWER, occurred_at=at(day),
                clinician_id=world.nurse_id,
            )
        )  # fmt: skip
    if history.due_on is not None:
        session.add(FollowUp(resident_id=resident_id, programme=Programme.HYPERTENSION, due_on=history.due_on))
    for group, begins, ends in history.groups:
        session.add(
            KeyGroupFlag(
                resident_id=resident_id, code=KeyGroup(group), valid_from=begins,
                valid_to=ends if ends is None or ends >= begins else begins, evidence_source=Evidence.LIST,
            )
        )  # fmt: skip
    history.groups = [
        (group, begins, ends if ends is None or ends >= begins else begins) for group, begins, ends in history.groups
    ]


def _rest(contract_id: UUID, world: World, first_on: date, until_on: date | None) -> ContractSuspension:
    return ContractSuspension(
        contract_id=contract_id, reason_code="long_absence", away_since_on=first_on, from_on=first_on,
        evidence_code="family_said", begun_by_account_id=world.leader.account_id, until_on=until_on,
    )  # fmt: skip


def _do(
    session: Session, world: World, resident_id: UUID, code: str, moment: datetime, *, is_counted: bool = True
) -> None:
    """A fulfilment by the nurse, hung on a follow-up that fell away."""
    held = FollowUp(
        id=uuid4(), resident_id=resident_id, programme=Programme.HYPERTENSION, due_on=TODAY,
        status=FollowUpStatus.CANCELLED,
    )  # fmt: skip
    session.add(held)
    session.add(
        Fulfilment(
            resident_id=resident_id, team_id=world.team_id, item_code=code, how=HowMet.CLINIC, encounter_id=held.id,
            follow_up_id=held.id, performed_by=world.nurse_id, done_at=moment,
            done_on=moment.astimezone(CHINA).date(), is_counted=is_counted,
            shortfalls=[] if is_counted else [Shortfall.NO_RESULT.value], asked=Asked.APP,
        )
    )  # fmt: skip


def _hold(session: Session, world: World, resident_id: UUID, moment: datetime) -> None:
    """A follow-up that the doctor held at the centre."""
    session.add(
        FollowUp(
            resident_id=resident_id, programme=Programme.HYPERTENSION, due_on=TODAY, status=FollowUpStatus.DONE,
            done_at=moment, done_by=world.doctor_id, mode=Mode.CLINIC, is_face_to_face=True, systolic=128, diastolic=76,
            outcome=FollowupClass.SATISFIED,
        )
    )  # fmt: skip


# ------------------------------------------------------------ what a manager looks at


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(minutes=st.lists(st.integers(0, 80), min_size=28, max_size=42))
def test_more_than_thirty_records_in_sixty_minutes(
    runtime: Runtime, owner: Engine, world: World, minutes: list[int]
) -> None:
    most = max(sum(one - 60 <= other <= one for other in minutes) for one in minutes)
    with runtime.sessions.county(world.county_id) as session:
        for minute in minutes:
            _hold(session, world, world.elder_id, at(ago(2), 9) + timedelta(minutes=minute))
        commit(session)
    _look(runtime, world)
    told = [detail["patterns"] for detail in _details(owner, FindingCode.SNS_4)]
    with owner.begin() as connection:
        for table in ("findings", "fulfilments", "follow_ups"):
            connection.execute(text(f"delete from {table}"))
    assert told == ([[{"pattern": "burst", "count": most}]] if most > 30 else [])


def test_a_round_for_forty_people_is_one_stop(runtime: Runtime, owner: Engine, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        visit = _visit(session, world, at(ago(2), 9))
        session.flush()
        for number in range(40):
            held = FollowUp(
                id=uuid4(), resident_id=world.elder_id, programme=Programme.HYPERTENSION, due_on=TODAY,
                status=FollowUpStatus.DONE, done_at=at(ago(2), 9, number), done_by=world.nurse_id, mode=Mode.HOME,
                is_face_to_face=True, systolic=128, diastolic=76, outcome=FollowupClass.SATISFIED, visit_id=visit.id,
            )  # fmt: skip
            session.add(held)
        commit(session)
    _look(runtime, world)
    assert _details(owner, FindingCode.SNS_4) == []


def test_the_same_place_minute_or_values_five_times_a_day(runtime: Runtime, owner: Engine, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        for number in range(5):
            _measured_visit(session, world, at(ago(3), 9, 0), latitude=30.8, systolic=128)
            _measured_visit(session, world, at(ago(4), 9, number), latitude=30.8 + number / 1000, systolic=120 + number)
        for _ in range(4):
            _measured_visit(session, world, at(ago(5), 9, 0), latitude=30.8, systolic=128)
        commit(session)
    _look(runtime, world)
    assert _details(owner, FindingCode.SNS_4) == [
        {"patterns": [{"pattern": name, "count": 5} for name in ("minute", "place", "values")]}
    ]


@pytest.mark.parametrize(("missing", "is_found"), [(1, False), (2, True)])
def test_a_fifth_of_a_months_visits_without_confirmation_is_just_not_too_many(
    runtime: Runtime, owner: Engine, world: World, missing: int, is_found: bool
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        for number in range(5):
            visit = _visit(session, world, at(ago(number), 9))
            method = ConfirmMethod.REFUSED if number == 0 else ConfirmMethod.CODE
            if number == 0 or number >= missing:
                session.add(
                    VisitConfirmation(
                        visit_id=visit.id, method=method, confirmed_at=NOW, clinician_id=world.nurse_id
                    )
                )  # fmt: skip
        commit(session)
    _look(runtime, world)
    assert _details(owner, FindingCode.SNS_6) == ([{"visits": 5, "missing": missing}] if is_found else [])


def test_the_manager_settles_a_fraud_review_and_it_does_not_come_again(
    app: Flask, runtime: Runtime, owner: Engine, world: World
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        for number in range(31):
            _hold(session, world, world.elder_id, at(ago(2), 9, number))
        commit(session)
    _look(runtime, world)
    manager = signed_in(app, people.MANAGER)
    (one,) = good(manager.get("/findings?code=sns_4"))["items"]
    assert (one["clinician_id"], one["severity"]) == (str(world.doctor_id), "fraud_review")
    good(manager.post(f"/findings/{one['id']}/settle", {"note": "养老院巡诊，当天三十一位老人，名单对得上"}))
    _look(runtime, world)
    assert good(manager.get("/findings"))["items"] == []


# ------------------------------------------------------------ opening and closing


def test_a_finding_is_the_leaders_and_closes_by_itself(
    app: Flask, runtime: Runtime, owner: Engine, world: World
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        _live(session, world, world.neighbour_id, History("active", ago(100), ago(-600)))
        commit(session)
    leader, other, manager = (signed_in(app, one) for one in (people.LEADER, people.OTHER_LEADER, people.MANAGER))
    _look(runtime, world)
    (one,) = good(leader.get("/findings"))["items"]
    assert (one["code"], one["severity"], one["resident_id"]) == ("sns_1", "red", str(world.neighbour_id))
    assert [good(phone.get("/findings"))["items"] for phone in (other, manager)] == [[], []]
    with runtime.sessions.county(world.county_id) as session:
        _hold(session, world, world.neighbour_id, at(ago(9)))
        service.write(session, NOW)
        commit(session)
    assert good(leader.post("/findings/evaluate", {})) == {"written_count": 1}
    assert good(leader.get("/findings"))["items"] == []
    with owner.connect() as connection:
        assert connection.scalar(text("select closed_at is not null from findings"))


# ------------------------------------------------------------


def _visit(session: Session, world: World, moment: datetime) -> Visit:
    visit = Visit(
        id=uuid4(), team_id=world.team_id, status=VisitStatus.VERIFIED, source=VisitSource.STAFF, requested_at=NOW,
        requested_by_account_id=world.leader.account_id, started_at=moment, ended_at=moment,
    )  # fmt: skip
    session.add(visit)
    session.flush()
    return visit


def _measured_visit(session: Session, world: World, moment: datetime, *, latitude: float, systolic: int) -> None:
    visit = _visit(session, world, moment)
    session.add(
        VisitCheck(
            visit_id=visit.id, kind=CheckKind.IN, clinician_id=world.nurse_id, occurred_at=moment, captured_at=moment,
            received_at=moment, is_clock_doubtful=False, latitude=latitude, longitude=106.08, verdict=Verdict.INSIDE,
        )
    )  # fmt: skip
    session.add(
        VisitConfirmation(
            visit_id=visit.id, method=ConfirmMethod.CODE, confirmed_at=moment, clinician_id=world.nurse_id
        )
    )
    session.add(
        Measurement(
            visit_id=visit.id, resident_id=world.elder_id, kind=MeasurementKind.BLOOD_PRESSURE, unit=Unit.MMHG,
            values={"systolic": systolic, "diastolic": 80}, measured_at=moment, clinician_id=world.nurse_id,
            is_suspicious=False, is_danger=False,
        )
    )  # fmt: skip


def _look(runtime: Runtime, world: World) -> None:
    service.evaluate_county(runtime.sessions, world.county_id, NOW)


def _details(owner: Engine, code: FindingCode) -> list[dict[str, Any]]:
    with owner.connect() as connection:
        wanted = text("select detail from findings where code = :code and closed_at is null order by period_on")
        return list(connection.scalars(wanted, {"code": code.value}))
