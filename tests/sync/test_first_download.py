"""A download from scratch says how much it will bring, and begins with the day; what is dropped says why."""

from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask

from jiayi.app import Runtime
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.sync.buckets import buckets_of
from jiayi.sync.tasks import UNUSED, close_unused
from tests import world as people
from tests.phone import Phone, signed_in
from tests.sync.test_conversation import Clinic
from tests.world import World


@pytest.fixture
def clinic(app: Flask, runtime: Runtime, world: World) -> Clinic:
    return Clinic(app, runtime, world)


def test_the_first_page_says_how_much_there_is_and_no_other_does(clinic: Clinic) -> None:
    doctor = clinic.phone(people.DOCTOR)
    whole = doctor.pull()
    assert "total" not in whole, "what comes in one piece needs no progress"
    pages = [doctor.pull(limit=7)]
    while pages[-1]["more"]:
        pages.append(doctor.pull(pages[-1]["cursor"], limit=7))
    assert [page.get("total") for page in pages] == [len(whole["documents"]), *[None] * (len(pages) - 1)]
    assert sum(len(page["documents"]) for page in pages) == len(whole["documents"])
    assert "total" not in doctor.pull(pages[-1]["cursor"])


def test_visits_come_before_whom_they_are_for_and_those_before_their_contracts(clinic: Clinic) -> None:
    clinic.scheduled_visit()
    team = [one for one in clinic.phone(people.DOCTOR).pull()["documents"] if one["bucket"].startswith("team:")]
    first = {kind: n for n, kind in reversed(list(enumerate(one["kind"] for one in team)))}
    last = {one["kind"]: n for n, one in enumerate(team)}
    assert first["visit"] == 0
    assert last["visit"] < first["resident"] <= last["resident"] < first["contract"]


def test_who_joins_a_second_team_hears_how_much_that_brings(clinic: Clinic) -> None:
    doctor = clinic.phone(people.DOCTOR)
    cursor = doctor.pull()["cursor"]
    with clinic.runtime.sessions.county(clinic.world.county_id) as session:
        organizations.join_team(
            session, clinic.world.admin, clock_now(), clinic.world.other_team_id, clinic.world.doctor_id
        )
        commit(session)
    begun = doctor.pull(cursor, limit=1)
    assert begun["total"] >= 1
    assert "drops" not in begun


def test_who_leaves_a_team_hears_that_as_the_reason(clinic: Clinic) -> None:
    nurse = clinic.phone(people.NURSE)
    cursor = nurse.pull()["cursor"]
    with clinic.runtime.sessions.county(clinic.world.county_id) as session:
        organizations.leave_team(session, clinic.world.admin, clock_now(), clinic.world.team_id, clinic.world.nurse_id)
        commit(session)
    bucket = f"team:{clinic.world.team_id}"
    assert nurse.pull(cursor)["drops"] == [{"bucket": bucket, "reason": "left"}]


def daughters(clinic: Clinic) -> tuple[Phone, str, UUID]:
    phone = signed_in(clinic.app, people.DAUGHTER, "family")
    answer = phone.pull()
    (grant,) = {UUID(one["id"]) for one in answer["documents"] if one["kind"] == "proxy"}
    return phone, answer["cursor"], grant


def test_a_grant_that_is_taken_back_is_the_reason(clinic: Clinic) -> None:
    phone, cursor, grant = daughters(clinic)
    world = clinic.world
    with clinic.runtime.sessions.county(world.county_id) as session:
        residents.revoke_proxy(session, world.elder, clock_now(), world.elder_id, grant)
        commit(session)
    assert phone.pull(cursor)["drops"] == [{"bucket": f"resident:{world.elder_id}", "reason": "revoked"}]


def test_a_bucket_that_was_closed_comes_anew_and_says_so(clinic: Clinic) -> None:
    doctor, world = clinic.phone(people.DOCTOR), clinic.world
    before = doctor.pull()
    with clinic.runtime.sessions.county(world.county_id) as session:
        names = {str(one) for one in buckets_of(session, world.doctor, china_date(clock_now()))}
        close_unused(session, clock_now() + UNUSED + timedelta(days=1))
        commit(session)
    answer = doctor.pull(before["cursor"])
    assert {(one["bucket"], one["reason"]) for one in answer["drops"]} == {(name, "closed") for name in names}
    assert {one["bucket"] for one in answer["drops"]} == set(answer["dropped"])
    assert len(answer["documents"]) == len(before["documents"])
