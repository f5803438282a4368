"""Institutions, teams and clinicians: everybody reads, an administrator keeps, phones follow."""

from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.core.clock import now
from jiayi.core.db import commit
from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.identity.terms import Role
from jiayi.organizations import service
from jiayi.organizations.terms import Profession, Title
from tests import world as people
from tests.phone import signed_in
from tests.world import World


def test_a_clinician_is_on_the_teams_joined_and_not_left(session: Session, world: World) -> None:
    assert service.teams_of(session, world.nurse_id) == {world.team_id}
    service.join_team(session, world.admin, now(), world.other_team_id, world.nurse_id)
    assert service.teams_of(session, world.nurse_id) == {world.team_id, world.other_team_id}
    service.leave_team(session, world.admin, now(), world.team_id, world.nurse_id)
    assert service.teams_of(session, world.nurse_id) == {world.other_team_id}
    assert world.nurse_id not in [one.id for one in service.members_of(session, world.team_id)]


def test_nobody_joins_twice_and_somebody_who_left_may_come_back(session: Session, world: World) -> None:
    with pytest.raises(Refusal, match="already_member"):
        service.join_team(session, world.admin, now(), world.team_id, world.nurse_id)
    service.leave_team(session, world.admin, now(), world.team_id, world.nurse_id)
    with pytest.raises(Refusal, match="not_member"):
        service.leave_team(session, world.admin, now(), world.team_id, world.nurse_id)
    service.join_team(session, world.admin, now(), world.team_id, world.nurse_id)
    assert service.teams_of(session, world.nurse_id) == {world.team_id}


def test_a_team_that_does_not_work_any_more_is_nobodys_team(session: Session, world: World) -> None:
    service.change_team(session, world.admin, now(), world.team_id, is_active=False)
    assert service.teams_of(session, world.nurse_id) == set()


def test_the_lead_is_handed_over_before_leaving(session: Session, world: World) -> None:
    with pytest.raises(Refusal, match="is_leader"):
        service.leave_team(session, world.admin, now(), world.team_id, world.leader_id)
    service.set_leader(session, world.admin, now(), world.team_id, world.doctor_id)
    service.leave_team(session, world.admin, now(), world.team_id, world.leader_id)
    assert service.leader_ids(session, world.team_id) == {world.doctor_id}


def test_the_lead_goes_only_to_a_member(session: Session, world: World) -> None:
    with pytest.raises(Refusal, match="not_member"):
        service.set_leader(session, world.admin, now(), world.team_id, world.other_nurse_id)


def test_a_new_leader_signs_in_as_leader_and_the_former_as_clinician(
    app: Flask, runtime: Runtime, world: World
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        service.set_leader(session, world.admin, now(), world.team_id, world.doctor_id)
        commit(session)
    assert signed_in(app, people.DOCTOR).memberships[0]["role"] == Role.TEAM_LEADER
    assert signed_in(app, people.LEADER).memberships[0]["role"] == Role.CLINICIAN


def test_only_an_administrator_keeps_them(session: Session, world: World) -> None:
    for actor in (world.leader, world.manager, world.elder, world.daughter):
        with pytest.raises(Forbidden):
            service.join_team(session, actor, now(), world.other_team_id, world.nurse_id)
        with pytest.raises(Forbidden):
            service.change_clinician(session, actor, now(), world.nurse_id, title=Title.SENIOR)


def test_what_is_not_there_is_not_found(session: Session) -> None:
    for find in (service.get_team, service.get_clinician, service.get_organization):
        with pytest.raises(NotFound):
            find(session, uuid4())


def test_an_administrator_adds_an_elder_home_given_in_a_chinese_maps_datum(app: Flask, world: World) -> None:
    phone = signed_in(app, people.ADMIN)
    place = {"latitude": 30.8, "longitude": 106.08, "datum": "gcj02"}
    home = {"id": str(uuid4()), "kind": "elder_home", "name": "柳溪敬老院", "beds_count": 120, "position": place}
    added = phone.post("/organizations", home)
    assert added.status_code == 201
    assert 0.0005 < abs(added.json["latitude"] - 30.8) < 0.01
    assert phone.post("/organizations", home).json["code"] == "organizations.refused.id_exists"
    listed = phone.get("/organizations?kind=elder_home").json["items"]
    assert [one["name"] for one in listed] == ["柳溪敬老院"]


def test_a_clinician_gets_an_account_with_a_phone_number(app: Flask, world: World) -> None:
    admin = signed_in(app, people.ADMIN)
    clinician = {
        "id": str(uuid4()), "organization_id": str(world.organization_id), "name": "罗平", "profession": "pharmacist",
        "title": "junior", "worked_since_on": "2019-07-01", "phone": "139 0000 0777",
    }  # fmt: skip
    assert admin.post("/clinicians", clinician).status_code == 201
    assert signed_in(app, "13900000777").memberships[0]["subject_id"] == clinician["id"]


def test_an_edit_says_which_version_it_edits(app: Flask, world: World) -> None:
    admin = signed_in(app, people.ADMIN)
    path = f"/teams/{world.team_id}"
    etag = admin.get(path).headers["ETag"]
    assert admin.patch(path, {"phone": "0817-5550199"}).status_code == 428
    changed = admin.patch(path, {"phone": "0817-5550199"}, If_Match=etag)
    assert changed.status_code == 200
    assert changed.json["phone"] == "0817-5550199"
    assert admin.patch(path, {"phone": "0817-5550198"}, If_Match=etag).status_code == 412
    assert admin.patch(path, {"phone": "0817-5550198"}, If_Match=changed.headers["ETag"]).status_code == 200


def test_teams_are_listed_with_their_members_page_by_page(app: Flask, world: World) -> None:
    elder = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)
    first = elder.get("/teams?limit=1").json
    second = elder.get(f"/teams?limit=1&cursor={first['next_cursor']}").json
    teams = {one["id"]: one for one in first["items"] + second["items"]}
    assert second["next_cursor"] is None
    assert set(teams) == {str(world.team_id), str(world.other_team_id)}
    assert set(teams[str(world.team_id)]["member_ids"]) == {
        str(world.leader_id), str(world.doctor_id), str(world.nurse_id)
    }  # fmt: skip


def test_clinicians_are_listed_by_team(app: Flask, world: World) -> None:
    elder = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)
    names = {one["name"] for one in elder.get(f"/clinicians?team_id={world.other_team_id}").json["items"]}
    assert names == {"何秀兰", "雍小梅"}


def test_phones_hear_of_a_change_of_team(app: Flask, runtime: Runtime, world: World) -> None:
    elder = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)
    before = elder.pull()
    with runtime.sessions.county(world.county_id) as session:
        service.join_team(session, world.admin, now(), world.team_id, world.other_nurse_id)
        commit(session)
    news = {(one["kind"], one["id"]): one["body"] for one in elder.pull(before["cursor"])["documents"]}
    assert str(world.other_nurse_id) in news["team", str(world.team_id)]["member_ids"]
    assert str(world.team_id) in news["clinician", str(world.other_nurse_id)]["team_ids"]


def test_a_clinicians_profession_is_what_was_said_last(app: Flask, world: World) -> None:
    admin = signed_in(app, people.ADMIN)
    path = f"/clinicians/{world.nurse_id}"
    etag = admin.get(path).headers["ETag"]
    changed = admin.patch(path, {"title": "senior", "certificates": ["picc"]}, If_Match=etag).json
    assert (changed["title"], changed["certificates"], changed["profession"]) == ("senior", ["picc"], Profession.NURSE)
