"""Residents' files, family and consents: who sees what, who may change what, what phones hear of it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.core import events
from jiayi.core.clock import now
from jiayi.core.dates import add_months, china_date
from jiayi.core.db import commit
from jiayi.core.errors import Forbidden, Invalid, NotFound, Refusal
from jiayi.identity.terms import Actor
from jiayi.residents import service
from jiayi.residents.terms import (
    Access,
    Channel,
    ConsentPurpose,
    Evidence,
    KeyGroup,
    ProxyScope,
    Relation,
    ResidentMoved,
    Sex,
)
from tests import world as people
from tests.phone import Phone, signed_in
from tests.world import World, identity_number

TODAY = china_date(now())
BORN = date(1948, 6, 1)


@pytest.fixture
def nurse(app: Flask, world: World) -> Phone:
    return signed_in(app, people.NURSE)


def elder_of(app: Flask) -> Phone:
    return signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)


def grant(session: Session, actor: Actor, resident_id: UUID, phone: str = "13800000777", **extra: Any) -> Any:
    told = {"name": "丁强", "relation": Relation.SON, "scopes": [ProxyScope.VIEW_SUMMARY, ProxyScope.BOOK]} | extra
    return service.grant_proxy(session, actor, now(), resident_id, id=uuid4(), phone=phone, **told)


# ------------------------------------------------------------------ who sees what


def test_access_follows_the_care_relation(session: Session, world: World) -> None:
    expected = {
        world.leader: Access.FULL, world.nurse: Access.FULL, world.other_nurse: Access.NONE,
        world.elder: Access.FULL, world.other_elder: Access.NONE, world.daughter: Access.FULL,
        world.manager: Access.NONE, world.supervisor: Access.NONE, world.admin: Access.NONE,
    }  # fmt: skip
    assert {actor: service.may_see(session, actor, world.elder_id) for actor in expected} == expected


def test_a_lesser_scope_shows_a_summary(session: Session, world: World) -> None:
    account = grant(session, world.elder, world.elder_id).account_id
    helper = Actor(account, uuid4(), world.county_id, world.daughter.role, None)
    assert service.may_see(session, helper, world.elder_id) is Access.SUMMARY
    assert service.may_book(session, helper, world.elder_id)
    with pytest.raises(NotFound):
        service.see_full(session, helper, world.elder_id)


def test_access_ends_with_the_grant(session: Session, world: World) -> None:
    (own,) = service.proxies_of(session, world.elder_id)
    assert service.may_see(session, world.daughter, world.elder_id, own.expires_on - timedelta(days=1)) is Access.FULL
    assert service.may_see(session, world.daughter, world.elder_id, own.expires_on) is Access.NONE
    own.valid_from, own.expires_on = TODAY - timedelta(days=400), TODAY
    session.flush()
    assert service.may_see(session, world.daughter, world.elder_id) is Access.NONE
    assert service.of_proxy(session, world.daughter.account_id) == []


def test_a_look_at_a_file_is_audited(nurse: Phone, owner: Engine, world: World) -> None:
    assert nurse.get(f"/residents/{world.elder_id}").status_code == 200
    with owner.connect() as connection:
        looks = connection.scalar(
            text("select count(*) from audit_entries where action = 'residents.read' and resident_id = :id"),
            {"id": world.elder_id},
        )
    assert looks == 1


def test_somebody_elses_resident_is_not_there(app: Flask, world: World) -> None:
    stranger = signed_in(app, people.OTHER_NURSE)
    for path in ("", "/identity-number", "/proxies", "/consents", "/level5"):
        assert stranger.get(f"/residents/{world.elder_id}{path}").status_code == 404, path


def test_the_team_sees_names_and_the_office_sees_stars(app: Flask, nurse: Phone, world: World) -> None:
    rows = {row["id"]: row for row in nurse.get("/residents").json["items"]}
    assert set(rows) == {str(world.elder_id), str(world.neighbour_id)}
    assert rows[str(world.elder_id)]["name"] == "丁大川"
    assert rows[str(world.elder_id)]["phone"] == people.ELDER
    manager = signed_in(app, people.MANAGER)
    masked = {row["id"]: row for row in manager.get("/residents").json["items"]}
    assert len(masked) == 3
    row = masked[str(world.elder_id)]
    assert (row["name"], row["phone"], row["is_masked"]) == ("丁**", "139****0300", True)
    assert (row["birth_on"], row["address_text"], row["risk"], row["flags"]) == (None, None, None, [])
    assert "丁大川" not in manager.get("/residents").text


def test_the_office_cannot_unmask_by_filtering(app: Flask, world: World) -> None:
    manager = signed_in(app, people.MANAGER)
    for query in ("name=丁", "group=K02", "risk=high"):
        assert manager.get(f"/residents?{query}").status_code == 403
    assert len(manager.get("/residents?village=石板桥").json["items"]) == 3


def test_family_see_their_own(app: Flask, world: World) -> None:
    for phone in (elder_of(app), signed_in(app, people.DAUGHTER, "family")):
        (row,) = phone.get("/residents").json["items"]
        assert (row["name"], row["risk"]) == ("丁大川", None)
        file = phone.get(f"/residents/{world.elder_id}").json
        assert file["access"] == "full"
        assert "risk" not in file


def test_the_team_filters_its_list(nurse: Phone, world: World) -> None:
    def found(query: str) -> list[str]:
        return [row["name"] for row in nurse.get(f"/residents?{query}").json["items"]]

    assert found("name=任") == ["任桂英"]
    assert set(found("group=K02")) == {"丁大川", "任桂英"}
    assert found("group=K03") == []
    assert found("risk=high") == []
    assert found("name=%25") == []
    assert nurse.get("/residents?group=K10").status_code == 403


def test_lists_go_page_by_page(nurse: Phone) -> None:
    first = nurse.get("/residents?limit=1").json
    second = nurse.get(f"/residents?limit=1&cursor={first['next_cursor']}").json
    assert second["next_cursor"] is None
    assert {row["name"] for row in first["items"] + second["items"]} == {"丁大川", "任桂英"}


def test_anybody_on_a_team_finds_by_the_whole_number_and_sees_stars_beyond_the_own_care(
    app: Flask, world: World
) -> None:
    stranger = signed_in(app, people.OTHER_NURSE)
    (row,) = stranger.post("/residents/search", {"phone": "139 0000 0300"}).json["items"]
    assert (row["id"], row["name"], row["phone"]) == (str(world.elder_id), "丁**", "139****0300")
    number = identity_number(date(people.ELDER_BORN, 3, 5), Sex.MALE, "丁大川")
    (row,) = stranger.post("/residents/search", {"identity_number": f" {number.lower()} "}).json["items"]
    assert row["id"] == str(world.elder_id)
    assert stranger.post("/residents/search", {"phone": "13900000399"}).json["items"] == []
    assert stranger.post("/residents/search", {}).status_code == 422


# ------------------------------------------------------------------ registering and changing


def test_birth_and_sex_are_read_from_the_number(nurse: Phone, world: World) -> None:
    number = identity_number(BORN, Sex.FEMALE, "吴素芬")
    new = {
        "id": str(uuid4()),
        "name": "吴素芬",
        "identity_number": number,
        "is_document_seen": True,
        "village": "黄桷村",
    }
    file = nurse.post("/residents", new)
    assert file.status_code == 201
    assert (file.json["birth_on"], file.json["sex"], file.json["identity_level"]) == (BORN.isoformat(), "female", 3)
    assert file.json["identity_masked"] == f"{number[:3]}***{number[-4:]}"
    assert file.json["care_team_id"] == str(world.team_id)
    assert number not in file.text
    assert nurse.get(f"/residents/{new['id']}/identity-number").json == {"identity_number": number}


def test_a_number_is_registered_once_in_the_county(nurse: Phone, world: World) -> None:
    number = identity_number(date(people.ELDER_BORN, 3, 5), Sex.MALE, "丁大川")
    again = nurse.post("/residents", {"id": str(uuid4()), "name": "丁大川", "identity_number": number})
    assert (again.status_code, again.json["code"]) == (409, "residents.refused.already_registered")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"identity_number": "11010519491231002Y"}, "residents.refused.identity_format"),
        ({"identity_number": "110105194912310021"}, "residents.refused.identity_check"),
        ({"identity_number": "11010519491231002X", "birth_on": "1949-12-30"}, "residents.invalid.identity_mismatch"),
        ({"identity_number": "11010519491231002X", "sex": "male"}, "residents.invalid.identity_mismatch"),
        ({}, "residents.invalid.birth_missing"),
        ({"birth_on": "2150-01-01"}, "residents.invalid.birth_missing"),
        ({"birth_on": "1950-01-01", "name": "丁1"}, "residents.refused.name"),
        ({"birth_on": "1950-01-01", "phones": [{"id": str(uuid4()), "number": "12345"}]}, "residents.invalid.phone"),
        ({"birth_on": "1950-01-01", "care_team_id": str(uuid4())}, "residents.invalid.team_missing"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_not_registered(nurse: Phone, told: dict[str, Any], code: str) -> None:
    answer = nurse.post("/residents", {"id": str(uuid4()), "name": "吴素芬"} | told)
    assert answer.json["code"] == code


def test_numbers_are_sealed_in_the_database(runtime: Runtime, owner: Engine, world: World) -> None:
    number = identity_number(date(people.ELDER_BORN, 3, 5), Sex.MALE, "丁大川")
    with owner.connect() as connection:
        row = connection.execute(
            text("select identity_sealed || identity_hash from residents where id = :id"), {"id": world.elder_id}
        ).scalar_one()
        phones = connection.execute(text("select number_sealed || number_hash from resident_phones")).scalars()
        kept = row + "".join(phones)
    assert number not in kept
    assert people.ELDER not in kept


def test_only_teams_and_administrators_register(session: Session, world: World) -> None:
    for actor in (world.elder, world.daughter, world.manager, world.supervisor):
        with pytest.raises(Forbidden):
            service.register(session, actor, now(), uuid4(), name="吴素芬", birth_on=BORN)


def test_an_edit_says_which_version_it_edits_also_after_a_phone_was_added(nurse: Phone, world: World) -> None:
    path = f"/residents/{world.elder_id}"
    before = nurse.get(path).headers["ETag"]
    assert nurse.patch(path, {"risk": "high"}).status_code == 428
    phone = {"id": str(uuid4()), "number": "0817-5550123", "label": "堂屋"}
    added = nurse.post(f"{path}/phones", phone)
    assert added.status_code == 201
    assert nurse.patch(path, {"risk": "high"}, If_Match=before).status_code == 412
    changed = nurse.patch(path, {"risk": "high"}, If_Match=added.headers["ETag"])
    assert (changed.status_code, changed.json["risk"]) == (200, "high")


def test_an_edit_that_meets_another_is_told_so(app: Flask, nurse: Phone, owner: Engine, world: World) -> None:
    path = f"/residents/{world.elder_id}"
    etag = nurse.get(path).headers["ETag"]
    waiting = text("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
    with ThreadPoolExecutor(1) as pool, owner.connect() as connection:
        connection.execute(
            text("update residents set risk = 'low', version = version + 1 where id = :id"), {"id": world.elder_id}
        )
        edit = pool.submit(nurse.patch, path, {"risk": "high"}, If_Match=etag)
        while not edit.done() and connection.scalar(waiting) == 0:
            pass
        connection.commit()
        assert edit.result().status_code == 412


def test_a_place_given_in_a_chinese_maps_datum_is_kept_in_wgs84(nurse: Phone, world: World) -> None:
    path = f"/residents/{world.elder_id}"
    etag = nurse.get(path).headers["ETag"]
    place = {"latitude": 30.80, "longitude": 106.08, "datum": "bd09"}
    changed = nurse.patch(path, {"position": place}, If_Match=etag).json
    assert 0.003 < abs(changed["longitude"] - 106.08) < 0.02


def test_a_shared_number_stands_with_both_but_once_with_each(nurse: Phone, world: World) -> None:
    phone = {"id": str(uuid4()), "number": people.ELDER, "relation": "spouse"}
    assert nurse.post(f"/residents/{world.neighbour_id}/phones", phone).status_code == 201
    again = nurse.post(f"/residents/{world.elder_id}/phones", phone | {"id": str(uuid4())})
    assert again.json["code"] == "residents.refused.phone_known"
    assert nurse.delete(f"/residents/{world.neighbour_id}/phones/{phone['id']}").status_code == 204
    assert nurse.get(f"/residents/{world.neighbour_id}").json["phones"] == []


def test_diagnoses_make_key_groups_and_unmake_them(session: Session, world: World) -> None:
    def groups(on: date = TODAY) -> set[KeyGroup]:
        return service.flags_on(session, [world.elder_id], on)[world.elder_id]

    assert groups() == {KeyGroup.K01, KeyGroup.K02}
    assert groups(date(2014, 12, 31)) == set()
    assert groups(date(2015, 1, 1)) == {KeyGroup.K02}
    diabetes = service.add_condition(
        session,
        world.nurse,
        now(),
        world.elder_id,
        id=uuid4(),
        icd10="E11.9",
        name="2型糖尿病",
        since_on=date(2020, 5, 1),
    )
    assert KeyGroup.K03 in groups()
    assert KeyGroup.K03 not in groups(date(2020, 4, 30))
    with pytest.raises(Refusal, match="condition_known"):
        service.add_condition(
            session, world.nurse, now(), world.elder_id, id=uuid4(), icd10="E11.9", name="糖尿病", since_on=TODAY
        )
    service.remove_condition(session, world.nurse, now(), world.elder_id, diabetes.id)
    assert KeyGroup.K03 not in groups()


def test_an_assessment_makes_a_key_group(session: Session, world: World) -> None:
    service.update(session, world.nurse, now(), world.elder_id, assessed_on=TODAY, ability_level=2)
    assert KeyGroup.K12 in service.flags_on(session, [world.elder_id], TODAY)[world.elder_id]


def test_lists_of_other_offices_are_told_not_computed(session: Session, world: World) -> None:
    def tell(code: KeyGroup, **extra: Any) -> Any:
        told = {"valid_from": date(2024, 1, 1), "valid_to": None, "evidence_source": Evidence.CERTIFICATE} | extra
        return service.set_flag(session, world.nurse, now(), world.elder_id, id=uuid4(), code=code, **told)

    flag = tell(KeyGroup.K08)
    with pytest.raises(Refusal, match="flag_exists"):
        tell(KeyGroup.K08)
    with pytest.raises(Invalid, match="flag"):
        tell(KeyGroup.K02)
    service.end_flag(session, world.nurse, now(), world.elder_id, flag.id, date(2025, 12, 31))
    assert KeyGroup.K08 in service.flags_on(session, [world.elder_id], date(2025, 12, 31))[world.elder_id]
    assert KeyGroup.K08 not in service.flags_on(session, [world.elder_id], date(2026, 1, 1))[world.elder_id]


def test_identity_rises_by_what_was_seen(session: Session, world: World) -> None:
    resident = service.register(session, world.nurse, now(), uuid4(), name="吴素芬", birth_on=BORN, sex=Sex.FEMALE)
    assert resident.identity_level == 0
    number = identity_number(BORN, Sex.FEMALE, "吴素芬")
    with pytest.raises(Invalid, match="identity_mismatch"):
        service.verify_identity(
            session, world.nurse, now(), resident.id, identity_number=identity_number(date(1949, 6, 1), Sex.FEMALE, "吴素芬"),
            is_document_seen=False,
        )  # fmt: skip
    service.verify_identity(session, world.nurse, now(), resident.id, identity_number=number, is_document_seen=False)
    assert resident.identity_level == 1
    service.open_account(session, world.nurse, now(), resident.id, phone="13800000555")
    assert resident.identity_level == 2
    service.verify_identity(session, world.nurse, now(), resident.id, identity_number=number, is_document_seen=True)
    assert resident.identity_level == 3


def test_with_an_account_of_their_own_residents_sign_in(app: Flask, nurse: Phone, world: World) -> None:
    answer = nurse.post(f"/residents/{world.neighbour_id}/account", {"phone": "13800000556"})
    assert answer.status_code == 201
    neighbour = signed_in(app, "13800000556", "family", birth_year=1938)
    assert neighbour.memberships[0]["subject_id"] == str(world.neighbour_id)


def test_a_household_shows_those_in_sight(app: Flask, nurse: Phone, world: World) -> None:
    household = {"id": str(uuid4()), "name": "丁家", "address": "石板桥3组12号"}
    assert nurse.post("/households", household).status_code == 201
    for resident_id in (world.elder_id, world.neighbour_id):
        path = f"/residents/{resident_id}"
        nurse.patch(path, {"household_id": household["id"]}, If_Match=nurse.get(path).headers["ETag"])
    assert len(nurse.get(f"/households/{household['id']}").json["residents"]) == 2
    (row,) = elder_of(app).get(f"/households/{household['id']}").json["residents"]
    assert row["id"] == str(world.elder_id)


def test_a_moved_resident_is_announced_once(
    session: Session, now: datetime, world: World, heard: Callable[[type], list[Any]]
) -> None:
    moves = heard(ResidentMoved)
    service.assign_team(session, now, world.elder_id, world.other_team_id)
    service.assign_team(session, now, world.elder_id, world.other_team_id)
    assert moves == [ResidentMoved(world.elder_id, world.team_id, world.other_team_id, now)]
    assert service.may_see(session, world.other_nurse, world.elder_id) is Access.FULL
    assert service.may_see(session, world.nurse, world.elder_id) is Access.NONE


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Callable[[type], list[Any]]:
    """The events of one kind that are published from now on."""

    def listen(kind: type) -> list[Any]:
        events_heard: list[Any] = []
        before = dict(events._subscribers)
        listeners = [*before.get(kind, ()), lambda _session, event: events_heard.append(event)]
        monkeypatch.setattr(events, "_subscribers", before | {kind: listeners})
        return events_heard

    return listen


# ------------------------------------------------------------------ level 5


def test_level_5_is_in_no_list_and_no_file_of_the_team(app: Flask, runtime: Runtime, world: World) -> None:
    manager = signed_in(app, people.MANAGER)
    path = f"/residents/{world.elder_id}"
    doctor = signed_in(app, people.DOCTOR)
    flag = {"id": str(uuid4()), "code": "K10", "valid_from": "2020-01-01", "evidence_source": "list"}
    assert doctor.post(f"{path}/flags", flag).json["code"] == "residents.refused.not_named"
    assert doctor.get(f"{path}/level5").status_code == 404
    named = manager.post(f"{path}/named-staff", {"clinician_id": str(world.doctor_id), "reason": "随访需要"})
    assert named.status_code == 201
    assert doctor.post(f"{path}/flags", flag).status_code == 201
    schizophrenia = {"id": str(uuid4()), "icd10": "F20.0", "name": "偏执型精神分裂症", "since_on": "2019-01-01"}
    assert doctor.post(f"{path}/conditions", schizophrenia).status_code == 201

    shown = doctor.get(f"{path}/level5").json
    assert {one["code"] for one in shown["flags"]} == {"K04", "K10", "K13"}
    assert [one["icd10"] for one in shown["conditions"]] == ["F20.0"]
    for text_shown in (doctor.get(path).text, doctor.get("/residents").text, elder_of(app).get(path).text):
        assert not any(word in text_shown for word in ("K04", "K10", "K13", "F20", "精神"))

    in_account = [one for one in doctor.pull()["documents"] if "F20" in str(one) or "K10" in str(one["body"])]
    assert {one["kind"] for one in in_account} <= {"level5_flag", "rule_table"}
    assert [one["bucket"] for one in in_account if one["kind"] == "level5_flag"] == [
        f"account:{world.doctor.account_id}"
    ]
    for number, realm in ((people.NURSE, "staff"), (people.DAUGHTER, "family")):
        told = signed_in(app, number, realm).pull()["documents"]
        assert not any("F20" in str(one["body"]) for one in told if one["kind"] != "rule_table")
        assert not any(one["kind"] == "level5_flag" for one in told)


def test_who_is_named_no_more_loses_the_document(app: Flask, world: World) -> None:
    manager, doctor = signed_in(app, people.MANAGER), signed_in(app, people.DOCTOR)
    path = f"/residents/{world.elder_id}/named-staff"
    manager.post(path, {"clinician_id": str(world.doctor_id), "reason": "随访需要"})
    before = doctor.pull()
    assert any(one["kind"] == "level5_flag" for one in before["documents"])
    assert manager.delete(f"{path}/{world.doctor_id}").status_code == 204
    assert [one["kind"] for one in doctor.pull(before["cursor"])["removed"]] == ["level5_flag"]
    assert manager.delete(f"{path}/{world.doctor_id}").status_code == 404


def test_only_a_manager_names(session: Session, world: World) -> None:
    for actor in (world.leader, world.admin, world.supervisor, world.elder):
        with pytest.raises(Forbidden):
            service.name_staff(session, actor, now(), world.elder_id, world.doctor_id, "好奇")


# ------------------------------------------------------------------ family


def test_help_lasts_a_year_unless_said_otherwise_and_three_at_most(session: Session, world: World) -> None:
    assert grant(session, world.elder, world.elder_id).expires_on == add_months(TODAY, 12)
    longest = add_months(TODAY, 36)
    assert grant(session, world.elder, world.elder_id, expires_on=longest).expires_on == longest
    for wrong in (longest + timedelta(days=1), TODAY, TODAY - timedelta(days=1)):
        with pytest.raises(Refusal, match="proxy_term"):
            grant(session, world.elder, world.elder_id, expires_on=wrong)


def test_staff_grant_on_the_elders_word_and_it_is_written_down(session: Session, world: World) -> None:
    told = grant(session, world.nurse, world.elder_id)
    assert told.granted_by_staff
    assert not grant(session, world.elder, world.elder_id, "13800000778").granted_by_staff
    with pytest.raises(NotFound):
        grant(session, world.other_nurse, world.elder_id, "13800000779")


def test_granting_is_the_consent_to_proxies_and_withdrawing_it_ends_all(session: Session, world: World) -> None:
    assert service.live_consent(session, world.elder_id, ConsentPurpose.C6) is not None
    service.withdraw_consent(session, world.elder, now(), world.elder_id, purpose=ConsentPurpose.C6)
    assert service.proxies_of(session, world.elder_id) == []
    assert service.may_see(session, world.daughter, world.elder_id) is Access.NONE


def test_a_second_grant_to_the_same_person_replaces_the_first(session: Session, world: World) -> None:
    first = grant(session, world.elder, world.elder_id)
    second = grant(session, world.elder, world.elder_id, scopes=[ProxyScope.VIEW_FULL])
    assert first.revoked_at is not None
    assert service.of_proxy(session, second.account_id) == [(world.elder_id, frozenset({ProxyScope.VIEW_FULL}))]


def test_family_grant_nothing_and_give_up_only_their_own(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        brother = grant(session, world.elder, world.elder_id)
        (sister,) = [one for one in service.proxies_of(session, world.elder_id) if one.name == "丁秀芳"]
        commit(session)
    daughter = signed_in(app, people.DAUGHTER, "family")
    path = f"/residents/{world.elder_id}/proxies"
    new = {"id": str(uuid4()), "phone": "13800000700", "name": "王某", "relation": "other", "scopes": ["view_full"]}
    assert daughter.post(path, new).status_code == 403
    assert [one["name"] for one in daughter.get(path).json["items"]] == ["丁秀芳"]
    assert daughter.post(f"{path}/{brother.id}/revoke").status_code == 404
    assert daughter.post(f"{path}/{sister.id}/revoke").status_code == 200
    assert daughter.get(f"/residents/{world.elder_id}").status_code == 404


def test_revoked_help_is_erased_from_the_phone_in_that_same_pull(app: Flask, world: World) -> None:
    elder, daughter = elder_of(app), signed_in(app, people.DAUGHTER, "family")
    before = daughter.pull()
    assert any(one["bucket"] == f"resident:{world.elder_id}" for one in before["documents"])
    (own,) = elder.get(f"/residents/{world.elder_id}/proxies").json["items"]
    assert elder.post(f"/residents/{world.elder_id}/proxies/{own['id']}/revoke").json["revoked_at"] is not None
    after = daughter.pull(before["cursor"])
    assert f"resident:{world.elder_id}" in after["dropped"]
    (told,) = [one["body"] for one in after["documents"]]
    assert (told["code"], told["values"]) == ("residents.notice.grant_revoked", {"resident_name": "丁大川"})


def test_a_lesser_scope_gets_the_family_bucket_alone(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        grant(session, world.nurse, world.elder_id)
        commit(session)
    helper = signed_in(app, "13800000777", "family")
    about = [one for one in helper.pull()["documents"] if one["bucket"].endswith(str(world.elder_id))]
    assert {one["bucket"] for one in about} == {f"family:{world.elder_id}"}
    (resident,) = [one["body"] for one in about if one["kind"] == "resident"]
    assert set(resident) == {"id", "name", "care_team_id"}
    file = helper.get(f"/residents/{world.elder_id}").json
    assert set(file) == {"id", "name", "care_team_id", "access", "version"}
    assert helper.get(f"/residents/{world.elder_id}/identity-number").status_code == 403


# ------------------------------------------------------------------ consents


def test_consents_are_given_and_withdrawn_each_by_itself(app: Flask, world: World) -> None:
    elder = elder_of(app)
    path = f"/residents/{world.elder_id}/consents"
    given = elder.post(path, {"id": str(uuid4()), "purpose": "C8", "version": 2, "channel": "paper"})
    assert (given.status_code, given.json["channel"], given.json["withdrawn_at"]) == (201, "app", None)
    again = elder.post(path, {"id": str(uuid4()), "purpose": "C8", "version": 2})
    assert again.json["id"] == given.json["id"]
    newer = elder.post(path, {"id": str(uuid4()), "purpose": "C8", "version": 3}).json
    assert elder.post(f"{path}/withdraw", {"purpose": "C8"}).json["id"] == newer["id"]
    assert elder.post(f"{path}/withdraw", {"purpose": "C8"}).status_code == 404
    kept = [one for one in elder.get(path).json["items"] if one["purpose"] == "C8"]
    assert sorted(one["version"] for one in kept) == [2, 3]
    assert all(one["withdrawn_at"] is not None for one in kept)


def test_family_consent_to_nothing(session: Session, world: World) -> None:
    for actor in (world.daughter, world.other_elder, world.manager):
        with pytest.raises(NotFound):
            service.give_consent(
                session, actor, now(), world.elder_id, purpose=ConsentPurpose.C9, version=1, channel=Channel.APP
            )


# ------------------------------------------------------------------ the end


def test_after_a_death_nobody_signs_in_as_the_resident_and_family_read_for_a_while(
    session: Session, world: World
) -> None:
    service.record_death(session, world.nurse, now(), world.elder_id, TODAY)
    (own,) = service.proxies_of(session, world.elder_id)
    assert own.scopes == [ProxyScope.VIEW_FULL]
    assert own.expires_on == TODAY + timedelta(days=31)
    assert not service.may_book(session, world.daughter, world.elder_id)
    with pytest.raises(Refusal, match="deceased"):
        grant(session, world.nurse, world.elder_id)
    with pytest.raises(Refusal, match="deceased"):
        service.record_death(session, world.nurse, now(), world.elder_id, TODAY)


def test_a_death_ends_the_residents_session(app: Flask, nurse: Phone, world: World) -> None:
    elder = elder_of(app)
    assert elder.get("/me").status_code == 200
    answer = nurse.post(f"/residents/{world.elder_id}/death", {"deceased_on": TODAY.isoformat()})
    assert answer.json["deceased_on"] == TODAY.isoformat()
    assert elder.get("/me").status_code == 401


def test_nobody_dies_tomorrow_or_before_being_born(session: Session, world: World) -> None:
    for day in (TODAY + timedelta(days=1), date(people.ELDER_BORN, 3, 4)):
        with pytest.raises(Invalid, match="deceased_on"):
            service.record_death(session, world.nurse, now(), world.elder_id, day)


def test_after_a_death_the_team_still_sees_who_helps_and_may_end_it(app: Flask, nurse: Phone, world: World) -> None:
    assert nurse.post(f"/residents/{world.elder_id}/death", {"deceased_on": TODAY.isoformat()}).status_code == 200
    (helper,) = nurse.get(f"/residents/{world.elder_id}/proxies").json["items"]
    assert nurse.post(f"/residents/{world.elder_id}/proxies/{helper['id']}/revoke").status_code == 200
    again = {"id": str(uuid4()), "phone": people.DAUGHTER, "name": "丁秀芳", "relation": "daughter", "scopes": ["book"]}
    answer = nurse.post(f"/residents/{world.elder_id}/proxies", again)
    assert (answer.status_code, answer.json["code"]) == (409, "residents.refused.deceased")
