"""A small county to measure on: one team, one doctor, some residents, a hundred visits planned on as many days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import Engine, text

from jiayi.core.clock import now
from jiayi.core.db import commit
from jiayi.identity import access
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor, Realm, Role, Scope
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import OrganizationKind, Profession, Title
from jiayi.residents import service as residents
from jiayi.residents.terms import Sex
from jiayi.sync.terms import Bucket, BucketKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jiayi.app import Runtime

COUNTY = 511398
RESIDENTS = 40
AT_REST = text("set local session_replication_role = replica")
"""Millions of rows are filled in without asking foreign keys and triggers about each."""


@dataclass(frozen=True, slots=True)
class BenchCounty:
    """What the measurements need to know."""

    team_id: UUID
    doctor_id: UUID
    doctor: Actor
    resident_ids: list[UUID]
    device_id: UUID

    @property
    def bucket(self) -> str:
        return str(Bucket(BucketKind.TEAM, self.team_id))


def build(runtime: Runtime) -> BenchCounty:
    """Make the county through the services."""
    with runtime.sessions.county(COUNTY) as session:
        made = _people(session)
        commit(session)
    return made


def token(runtime: Runtime, county: BenchCounty) -> str:
    """An access token of the doctor's, as signing in gives it."""
    from jiayi.app import create_app

    with create_app(runtime).app_context(), runtime.sessions.identity() as session:
        membership = identity.live_memberships(session, county.doctor.account_id)[0]
        return access.access_token(membership, county.device_id, Scope.FULL)


def plan_visits(owner: Engine, county: BenchCounty, count: int, first: date) -> list[UUID]:
    """Visits of the doctor, one a day from `first`."""
    ids = [uuid4() for _ in range(count)]
    rows = []
    for number, visit_id in enumerate(ids):
        start = datetime.combine(first + timedelta(days=number), datetime.min.time(), now().tzinfo)
        rows.append(
            {
                "county": COUNTY, "id": visit_id, "team": county.team_id, "doctor": county.doctor_id,
                "resident": county.resident_ids[number % len(county.resident_ids)], "account": county.doctor.account_id,
                "start": start, "end": start + timedelta(hours=1), "asked": now(), "line": uuid4(), "who": uuid4(),
            }
        )  # fmt: skip
    with owner.begin() as connection:
        for statement in _PLAN:
            connection.execute(text(statement), rows)
    return ids


_PLAN = (
    (
        "insert into visits (county_id, id, team_id, status, wish_part, danger_words, is_danger_acknowledged,"
        " is_call_needed, is_first_visit, has_video_link, source, requested_by_account_id, requested_at, planned_start_at, planned_end_at,"
        " is_cancelled_late, review_status, review_reasons, is_over_quota, version, latitude, longitude)"
        " values (:county, :id, :team, 'scheduled', 'any', '[]', false, false, false, false, 'staff', :account, :asked, :start, :end,"
        " false, 'none', '[]', false, 1, 30.8, 106.08)"
    ),
    (
        "insert into visit_clinicians (county_id, id, visit_id, clinician_id, during, is_planned, is_removed)"
        " values (:county, :who, :id, :doctor, tstzrange(:start, :end), true, false)"
    ),
    (
        "insert into visit_services (county_id, id, visit_id, resident_id, item_code, outcome, is_over_quota, is_consumed)"
        " values (:county, :line, :id, :resident, 'B01', 'planned', false, false)"
    ),
)


def _people(session: Session) -> BenchCounty:
    at = now()
    keeper = identity.ensure_account(session, at, phone="13900008000", realm=Realm.STAFF, name="管理员")
    role = identity.ensure_membership(
        session, account_id=keeper.id, county_id=COUNTY, role=Role.ADMIN, subject_id=None, name="管理员"
    )
    admin = identity.actor_of(session, membership_id=role.id, device_id=None, scope=Scope.FULL)
    house = organizations.add_organization(
        session, admin, at, uuid4(), kind=OrganizationKind.PRIMARY_CARE, name="测速镇卫生院"
    )
    doctor = organizations.add_clinician(
        session, admin, at, uuid4(), organization_id=house.id, name="测速", phone="13900008001",
        profession=Profession.DOCTOR, title=Title.INTERMEDIATE, worked_since_on=date(2010, 7, 1),
    )  # fmt: skip
    team = organizations.add_team(session, admin, at, uuid4(), house.id, name="测速团队", phone="0817-5550199")
    organizations.join_team(session, admin, at, team.id, doctor.id)
    account_id = organizations.account_ids(session, [doctor.id])[doctor.id]
    membership = identity.live_memberships(session, account_id)[0]
    actor = identity.actor_of(session, membership_id=membership.id, device_id=None, scope=Scope.FULL)
    ids = [
        residents.register(
            session, actor, at, uuid4(), name="测试", birth_on=date(1950, 1, 1), sex=Sex.FEMALE, care_team_id=team.id,
            village="石板桥", address_text="石板桥3组",
        ).id
        for _ in range(RESIDENTS)
    ]  # fmt: skip
    return BenchCounty(team.id, doctor.id, actor, ids, uuid4())
