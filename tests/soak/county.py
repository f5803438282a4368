"""The county that every schedule begins with: two teams, eleven elders under contract, visits to make this week."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

from jiayi.app import Runtime
from jiayi.core.clock import moment_now
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import CHINA, china_date
from jiayi.core.db import commit
from jiayi.followups import service as followups
from jiayi.followups.terms import DiagnosisSource, Programme
from jiayi.residents import service as residents
from jiayi.residents.terms import ProxyScope, Relation, Risk, Sex
from jiayi.visits import service as visits
from jiayi.visits.terms import VisitSource
from tests import world as people
from tests.world import World, identity_number, make_world, sign_contract

SON = "13900000399"
"""Sees of the elder's life only what family with a lesser scope see."""
NAMES = ("柏玉珍", "程桂兰", "董德全", "冯秀英", "龚长福", "韩素芬", "蒋明远", "孔凡礼")


@dataclass(frozen=True, slots=True)
class County:
    """Who and what there is."""

    world: World
    team_resident_ids: tuple[UUID, ...]


def make_county(runtime: Runtime) -> County:
    """Make it and commit it."""
    world = make_world(runtime)
    now = clock_now()
    with runtime.sessions.county(world.county_id) as session:
        more = [
            residents.register(
                session, world.leader if n < 6 else world.other_leader, now, uuid4(), name=name,
                care_team_id=world.team_id if n < 6 else world.other_team_id,
                identity_number=identity_number(date(1940 + n, 2, 3), Sex.FEMALE, name), is_document_seen=True,
                village="石板桥", village_group="1组", address_text=f"石板桥1组{n}号", position=people.HOME,
                phones=[], risk=Risk.HIGH, conditions=[{"icd10": "I10", "name": "高血压", "since_on": date(2015, 1, 1)}],
            ).id
            for n, name in enumerate(NAMES)
        ]  # fmt: skip
        residents.grant_proxy(
            session, world.elder, now, world.elder_id, id=uuid4(), phone=SON, name="丁小军", relation=Relation.SON,
            scopes=[ProxyScope.VIEW_SUMMARY],
        )  # fmt: skip
        commit(session)
    own = (world.elder_id, world.neighbour_id, *more[:6])
    for resident_id in own:
        sign_contract(runtime, world, resident_id)
    for resident_id in (world.other_elder_id, *more[6:]):
        sign_contract(runtime, world, resident_id, leader=world.other_leader)
    _plan(runtime, world, own)
    return County(world, own)


def _plan(runtime: Runtime, world: World, resident_ids: tuple[UUID, ...]) -> None:
    now = clock_now()
    first = datetime.combine(china_date(now) + timedelta(days=1), time(8), CHINA)
    with runtime.sessions.county(world.county_id) as session:
        for n, resident_id in enumerate(resident_ids[:6]):
            visit_id = uuid4()
            item_code, clinician_id = ("D01", world.nurse_id) if n % 2 else ("B01", world.doctor_id)
            line = {"id": uuid4(), "resident_id": resident_id, "item_code": item_code}
            visits.request(
                session, world.leader, now + timedelta(seconds=n), visit_id, services=[line],
                wish_on=china_date(now) + timedelta(days=1), source=VisitSource.STAFF,
            )  # fmt: skip
            start = first + timedelta(hours=n)
            visits.assign(
                session, world.leader, now, visit_id, clinician_ids=[clinician_id], planned_start_at=start,
                planned_end_at=start + timedelta(minutes=40), has_video_link=True,
            )  # fmt: skip
        for resident_id in resident_ids[2:]:
            followups.enrol(
                session, world.leader, moment_now(now), uuid4(), resident_id=resident_id,
                programme=Programme.HYPERTENSION, diagnosis_source=DiagnosisSource.HERE,
            )  # fmt: skip
        commit(session)
