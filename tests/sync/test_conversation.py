"""What a phone and the server say to each other."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from jiayi.app import Runtime
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import CHINA, china_date
from jiayi.core.db import commit
from jiayi.identity import service as identity
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.sync.verify import verify
from tests import world as people
from tests.phone import Phone
from tests.world import World, sign_contract

VITALS = {"kind": "blood_pressure", "values": {"systolic": 138, "diastolic": 84}, "unit": "mmHg"}
HERE = {"latitude": 30.8, "longitude": 106.08, "datum": "wgs84", "accuracy_metres": 15}


class Clinic:
    """A county with a signed contract, and phones for those who act."""

    def __init__(self, app: Flask, runtime: Runtime, world: World) -> None:
        self.app, self.runtime, self.world = app, runtime, world
        self.phones: dict[str, Phone] = {}
        self.contract_id = sign_contract(runtime, world, world.elder_id)

    def phone(self, number: str, realm: str = "staff", **extra: Any) -> Phone:
        """The phone with this number, signed in."""
        if number in self.phones:
            return self.phones[number]
        phone = self.phones[number] = Phone(self.app)
        answer = phone.sign_in(number, realm, **extra)
        assert answer.status_code == 200, answer.json
        return phone

    def elder(self) -> Phone:
        return self.phone(people.ELDER, "family", birth_year=people.ELDER_BORN)

    def scheduled_visit(self) -> str:
        """A visit that the daughter asked for and the leader gave to the nurse, today from 9 to 10."""
        visit_id = str(uuid4())
        wish = {
            "services": [{"id": str(uuid4()), "resident_id": str(self.world.elder_id), "item_code": "B01"}],
            "wish_on": china_date(clock_now()).isoformat(),
            "source": "app_proxy",
        }
        daughter = self.phone(people.DAUGHTER, "family")
        assert applied(daughter.push(daughter.command("visits.request", visit_id, wish)))
        leader = self.phone(people.LEADER)
        start = datetime.combine(china_date(clock_now()), datetime.min.time(), CHINA).replace(hour=9)
        plan = {
            "clinician_ids": [str(self.world.doctor_id)],
            "planned_start_at": start.isoformat(),
            "planned_end_at": (start + timedelta(hours=1)).isoformat(),
            "has_video_link": True,
        }
        assert applied(
            leader.push(leader.command("visits.accept", visit_id, {}), leader.command("visits.assign", visit_id, plan))
        )
        return visit_id

    def balance(self, item_code: str = "B01") -> dict:
        document = one(self.phone(people.LEADER).pull(), "contract", self.contract_id)
        return next(line for line in document["entitlements"] if line["item_code"] == item_code)

    def differences(self) -> list[str]:
        with self.runtime.sessions.county(self.world.county_id) as session:
            return [str(difference) for difference in verify(session, self.runtime.feed)]


@pytest.fixture
def clinic(app: Flask, runtime: Runtime, world: World) -> Clinic:
    return Clinic(app, runtime, world)


def applied(results: list[dict]) -> bool:
    outcomes = [result["outcome"] for result in results]
    assert outcomes == ["applied"] * len(outcomes), results
    return True


def one(answer: dict, kind: str, document_id: object) -> dict:
    return next(d["body"] for d in answer["documents"] if d["kind"] == kind and d["id"] == str(document_id))


def ids(answer: dict, kind: str) -> set[str]:
    return {document["id"] for document in answer["documents"] if document["kind"] == kind}


def test_a_nurse_gets_her_teams_residents_and_what_is_public(clinic: Clinic) -> None:
    answer = clinic.phone(people.NURSE).pull()
    assert ids(answer, "resident") == {str(clinic.world.elder_id), str(clinic.world.neighbour_id)}
    assert len(ids(answer, "team")) == 2
    assert len(ids(answer, "package")) == 9
    assert not answer["more"]


def test_nothing_new_is_nothing_sent(clinic: Clinic) -> None:
    phone = clinic.phone(people.NURSE)
    again = phone.pull(phone.pull()["cursor"])
    assert (again["documents"], again["removed"], again["dropped"], again["more"]) == ([], [], [], False)


def whole_visit(clinic: Clinic, doctor: Phone, visit_id: str) -> list[dict]:
    """The commands of a visit from setting off to checking out."""
    visit = one(doctor.pull(), "visit", visit_id)
    line = visit["services"][0]
    resident_id = str(clinic.world.elder_id)
    check_in = doctor.command("visits.check_in", visit_id, {"position": HERE})
    return [
        doctor.command("visits.depart", visit_id, {}),
        check_in,
        doctor.command(
            "visits.measure", visit_id, VITALS | {"measurement_id": str(uuid4()), "resident_id": resident_id}
        ),
        doctor.command(
            "visits.record_services",
            visit_id,
            {"services": [{"id": line["id"], "resident_id": resident_id, "item_code": "B01", "outcome": "done"}]},
        ),
        doctor.command("visits.confirm", visit_id, {"method": "strokes", "strokes": people.SIGNATURE}),
        doctor.command("visits.check_out", visit_id, {"position": HERE}, depends_on=[check_in["id"]]),
    ]


def test_a_day_of_the_team_from_wish_to_balance(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    assert (clinic.balance()["quota"], clinic.balance()["reserved"], clinic.balance()["consumed"]) == (4, 1, 0)
    doctor = clinic.phone(people.DOCTOR)
    work = whole_visit(clinic, doctor, visit_id)
    assert applied(doctor.push(*work))
    assert (clinic.balance()["reserved"], clinic.balance()["consumed"], clinic.balance()["left"]) == (0, 1, 3)
    daughter = clinic.phone(people.DAUGHTER, "family")
    seen = one(daughter.pull(), "visit", visit_id)
    assert seen["status"] in {"completed", "verified"}
    assert clinic.differences() == []


def test_a_command_sent_again_changes_nothing_and_says_so(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    doctor = clinic.phone(people.DOCTOR)
    command = doctor.command("visits.check_in", visit_id, {"position": HERE})
    first, second = doctor.push(command)[0], doctor.push(command)[0]
    assert (first["outcome"], second["outcome"]) == ("applied", "applied")
    assert "replayed" not in first
    assert second["replayed"]
    assert doctor.push(command, command)[1]["replayed"]


def test_a_reused_id_with_another_payload_is_refused(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    doctor = clinic.phone(people.DOCTOR)
    command = doctor.command("visits.check_in", visit_id, {"position": HERE})
    doctor.push(command)
    changed = command | {"payload": {"position": None}}
    assert doctor.push(changed)[0] == {"id": command["id"], "outcome": "refused", "code": "sync.refused.id_reused"}


def test_somebody_elses_command_id_tells_nothing(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    doctor, other = clinic.phone(people.DOCTOR), clinic.phone(people.OTHER_NURSE)
    command = doctor.command("visits.check_in", visit_id, {"position": HERE})
    doctor.push(command)
    assert other.push(command)[0]["code"] == "sync.refused.id_reused"


def test_a_child_waits_for_its_parent_and_is_then_applied(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    doctor = clinic.phone(people.DOCTOR)
    parent = doctor.command("visits.check_in", visit_id, {"position": HERE})
    child = doctor.command("visits.write_note", visit_id, {"note": "精神好"}, depends_on=[parent["id"]])
    waiting = doctor.push(child)[0]
    assert (waiting["outcome"], waiting["detail"]) == ("waiting", {"missing": [parent["id"]]})
    assert applied(doctor.push(parent))
    assert applied(doctor.push(child))


def test_a_refused_command_does_not_stop_the_others(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    doctor = clinic.phone(people.DOCTOR)
    results = doctor.push(
        doctor.command("visits.dance", visit_id, {}),
        doctor.command("visits.check_in", visit_id, {"positions": HERE}),
        doctor.command("visits.check_in", visit_id, {"position": HERE}),
    )
    assert [(r["outcome"], r.get("code")) for r in results] == [
        ("refused", "sync.refused.unknown_kind"),
        ("refused", "core.invalid.fields"),
        ("applied", None),
    ]


def test_a_decision_on_an_old_state_is_refused_with_both_versions(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    leader = clinic.phone(people.LEADER)
    result = leader.push(leader.command("visits.unassign", visit_id, {}, base_version=1))[0]
    assert (result["outcome"], result["code"]) == ("refused", "sync.refused.stale")
    assert result["detail"]["base_version"] == 1 < result["detail"]["version"]


def test_work_of_somebody_reassigned_is_held_and_the_leader_files_it(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    nurse = clinic.phone(people.OTHER_NURSE)
    command = nurse.command("visits.check_in", visit_id, {"position": HERE})
    held = nurse.push(command)[0]
    assert held["outcome"] == "held"
    leader = clinic.phone(people.LEADER)
    board = leader.pull()
    assert one(board, "held_command", command["id"])["account_name"] == "雍小梅"
    filed = leader.post(f"/sync/held/{command['id']}/file", {"note": "去了，算她的"})
    assert filed.status_code == 200, filed.json
    assert one(leader.pull(), "visit", visit_id)["status"] == "in_progress"
    assert command["id"] not in ids(leader.pull(), "held_command")
    fate = one(nurse.pull(), "command", command["id"])
    assert (fate["status"], fate["decision_note"]) == ("filed", "去了，算她的")
    assert leader.post(f"/sync/held/{command['id']}/file", {}).json["code"] == "sync.refused.decided"


def test_held_work_is_voided_only_with_a_reason(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    nurse = clinic.phone(people.OTHER_NURSE)
    command = nurse.command("visits.check_in", visit_id, {"position": HERE})
    nurse.push(command)
    leader = clinic.phone(people.LEADER)
    assert leader.post(f"/sync/held/{command['id']}/void", {}).json["code"] == "sync.refused.note_missing"
    assert leader.post(f"/sync/held/{command['id']}/void", {"note": "走错了门"}).status_code == 200
    assert one(leader.pull(), "visit", visit_id)["status"] == "scheduled"


def test_what_a_held_command_led_to_is_held_with_it(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    nurse = clinic.phone(people.OTHER_NURSE)
    parent = nurse.command("visits.check_in", visit_id, {"position": HERE})
    child = nurse.command("visits.write_note", visit_id, {"note": "精神好"}, depends_on=[parent["id"]])
    results = nurse.push(parent, child)
    assert [r["outcome"] for r in results] == ["held", "held"]
    assert results[1]["code"] == "sync.held.depends_on_held"


def test_a_disabled_account_hands_in_its_work_and_it_is_held(clinic: Clinic, owner: Engine) -> None:
    visit_id = clinic.scheduled_visit()
    account_id = clinic.world.doctor.account_id
    with clinic.runtime.sessions.identity() as session:
        identity.disable_account(session, clock_now(), account_id)
        commit(session)
    doctor = Phone(clinic.app)
    assert doctor.sign_in(people.DOCTOR).json["scope"] == "hand_in"
    assert doctor.push(doctor.command("visits.check_in", visit_id, {"position": HERE}))[0]["outcome"] == "held"
    assert doctor.get("/sync/pull").status_code == 403


def test_a_resident_who_changes_teams_leaves_one_phone_and_comes_to_the_other(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    old, new = clinic.phone(people.NURSE), clinic.phone(people.OTHER_NURSE)
    old_cursor, new_cursor = old.pull()["cursor"], new.pull()["cursor"]
    with clinic.runtime.sessions.county(clinic.world.county_id) as session:
        residents.assign_team(session, clock_now(), clinic.world.elder_id, clinic.world.other_team_id)
        commit(session)
    left, came = old.pull(old_cursor), new.pull(new_cursor)
    removed = {(r["kind"], r["id"], r["reason"]) for r in left["removed"]}
    assert ("resident", str(clinic.world.elder_id), "moved") in removed
    assert ("visit", visit_id, "moved") in removed
    assert str(clinic.world.elder_id) in ids(came, "resident")
    assert str(clinic.world.neighbour_id) not in {r["id"] for r in left["removed"]}
    assert clinic.differences() == []


def test_a_nurse_who_leaves_the_team_is_told_to_drop_it(clinic: Clinic) -> None:
    nurse = clinic.phone(people.NURSE)
    cursor = nurse.pull()["cursor"]
    with clinic.runtime.sessions.county(clinic.world.county_id) as session:
        organizations.leave_team(session, clinic.world.admin, clock_now(), clinic.world.team_id, clinic.world.nurse_id)
        commit(session)
    answer = nurse.pull(cursor)
    assert answer["dropped"] == [f"team:{clinic.world.team_id}"]
    assert nurse.pull(answer["cursor"])["dropped"] == []


def test_a_daughter_whose_grant_is_revoked_drops_her_fathers_papers(clinic: Clinic) -> None:
    daughter = clinic.phone(people.DAUGHTER, "family")
    first = daughter.pull()
    assert str(clinic.world.elder_id) in ids(first, "resident")
    proxy_id = UUID(next(iter(ids(first, "proxy"))))
    with clinic.runtime.sessions.county(clinic.world.county_id) as session:
        residents.revoke_proxy(session, clinic.world.elder, clock_now(), clinic.world.elder_id, proxy_id)
        commit(session)
    answer = daughter.get(f"/sync/pull?cursor={first['cursor']}")
    dropped = answer.json.get("dropped") if answer.status_code == 200 else None
    assert answer.status_code == 401 or dropped == [f"resident:{clinic.world.elder_id}"]


def test_the_days_work_comes_first_and_the_download_goes_on_where_it_stopped(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    doctor = clinic.phone(people.DOCTOR)
    whole = {(d["bucket"], d["kind"], d["id"]) for d in doctor.pull()["documents"]}
    answer = doctor.pull(limit=1)
    assert (answer["documents"][0]["kind"], answer["documents"][0]["id"]) == ("visit", visit_id)
    got = {(d["bucket"], d["kind"], d["id"]) for d in answer["documents"]}
    while answer["more"]:
        answer = doctor.pull(answer["cursor"], limit=7)
        assert len(answer["documents"]) <= 7
        got |= {(d["bucket"], d["kind"], d["id"]) for d in answer["documents"]}
    assert got == whole


def test_what_changes_during_the_first_download_is_not_missed(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    doctor, leader = clinic.phone(people.DOCTOR), clinic.phone(people.LEADER)
    answer = doctor.pull(limit=5)
    assert applied(leader.push(leader.command("visits.unassign", visit_id, {})))
    status = None
    while answer["more"]:
        answer = doctor.pull(answer["cursor"], limit=50)
        status = next((d["body"]["status"] for d in answer["documents"] if d["id"] == visit_id), status)
    assert status == "accepted"


def test_another_epoch_starts_the_download_anew(clinic: Clinic, owner: Engine) -> None:
    doctor = clinic.phone(people.DOCTOR)
    first = doctor.pull()
    with owner.begin() as connection:
        connection.execute(text("update sync_epochs set epoch = gen_random_uuid()"))
    again = doctor.pull(first["cursor"])
    assert again["epoch"] != first["epoch"]
    assert len(again["documents"]) == len(first["documents"])


def test_a_clock_a_day_wrong_is_put_right_by_its_anchor(clinic: Clinic) -> None:
    visit_id = clinic.scheduled_visit()
    doctor = clinic.phone(people.DOCTOR)
    command = doctor.command("visits.check_in", visit_id, {"position": HERE})
    real = datetime.now(UTC)
    wrong = real - timedelta(days=1)
    anchor = {
        "server_time": (real - timedelta(minutes=5)).isoformat(),
        "wall": (wrong - timedelta(minutes=5)).isoformat(),
    }
    command["clock"] = {
        "wall": wrong.isoformat(), "monotonic_ms": 360_000, "boot": "b",
        "anchor": anchor | {"monotonic_ms": 60_000, "boot": "b"},
    }  # fmt: skip
    assert applied(doctor.push(command))
    seen = one(doctor.pull(), "visit", visit_id)["check_in"]
    assert abs(datetime.fromisoformat(seen["occurred_at"]) - real) < timedelta(seconds=30)
    assert not seen["is_clock_doubtful"]


@pytest.mark.parametrize("wall", ["1970-01-01T00:00:30+00:00", "2016-01-01T08:00:00+08:00"])
def test_a_visit_by_a_phone_with_the_clock_of_the_factory_arrives_and_is_looked_at(clinic: Clinic, wall: str) -> None:
    """Started anew at the door, with no signal and an empty battery behind its clock."""
    visit_id = clinic.scheduled_visit()
    doctor = clinic.phone(people.DOCTOR)
    real = datetime.now(UTC).isoformat()
    heard = {"server_time": real, "wall": real, "monotonic_ms": 60_000, "boot": "a"}
    commands = whole_visit(clinic, doctor, visit_id)
    for one_command in commands:
        one_command["clock"] = {"wall": wall, "monotonic_ms": 2_000, "boot": "b", "anchor": heard}
    assert applied(doctor.push(*commands))
    visit = one(doctor.pull(), "visit", visit_id)
    assert visit["status"] == "completed"
    assert visit["check_in"]["is_clock_doubtful"]
    assert datetime.fromisoformat(visit["check_in"]["occurred_at"]) == datetime.fromisoformat(real)
    assert "clock_doubtful" in visit["review"]["reasons"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda c: c | {"id": "x"},
        lambda c: c | {"kind": "visits\u0000"},
        lambda c: c | {"more": 1},
        lambda c: c | {"clock": {}},
        lambda c: c | {"clock": c["clock"] | {"wall": "9999-12-31T23:59:59+00:00"}},
        lambda c: c | {"base_version": 10**30},
        lambda c: c | {"payload": []},
        lambda c: c | {"depends_on": ["x"]},
    ],
    ids=["id", "NUL", "unknown field", "no clock", "end of time", "huge version", "payload", "parent"],
)
def test_a_senseless_envelope_refuses_the_whole_push_and_changes_nothing(clinic: Clinic, spoil: Any) -> None:
    visit_id = clinic.scheduled_visit()
    doctor = clinic.phone(people.DOCTOR)
    good = doctor.command("visits.check_in", visit_id, {"position": HERE})
    bad = spoil(doctor.command("visits.write_note", visit_id, {"note": "好"}))
    answer = doctor.post("/sync/push", {"device_id": str(doctor.device_id), "commands": [good, bad]})
    assert answer.status_code == 422, answer.json
    assert one(doctor.pull(), "visit", visit_id)["status"] == "scheduled"


@pytest.mark.parametrize(
    "payload",
    [
        {"position": HERE | {"latitude": 91}},
        {"position": HERE | {"datum": "mars"}},
        {"position": HERE | {"latitude": "30"}},
        {"note": "\u0000"},
        {"\u0000": 1},
        {"note": 10**40},
        {"position": {}},
    ],
    ids=["latitude", "datum", "text for number", "NUL", "NUL name", "huge number", "empty position"],
)
def test_a_senseless_payload_is_refused_and_kept_as_refused(clinic: Clinic, payload: dict) -> None:
    visit_id = clinic.scheduled_visit()
    doctor = clinic.phone(people.DOCTOR)
    command = doctor.command("visits.check_in", visit_id, payload)
    first = doctor.push(command)[0]
    assert (first["outcome"], first["code"]) == ("refused", "core.invalid.fields")
    assert doctor.push(command)[0]["replayed"]


def test_verify_finds_each_planted_difference(clinic: Clinic, owner: Engine) -> None:
    clinic.scheduled_visit()
    clinic.phone(people.DOCTOR).pull()
    assert clinic.differences() == []
    for fault in (
        "delete from sync_documents where kind = 'resident' and bucket like 'team:%'",
        "update sync_documents set body = replace(body, '丁大川', '丁小川') where kind = 'resident'",
        (
            "insert into sync_documents"
            " select county_id, bucket, kind, gen_random_uuid(), version + 1000, rank, removed, body"
            " from sync_documents where kind = 'visit' and bucket like 'team:%'"
        ),
    ):
        with owner.connect() as connection, connection.begin() as planted:
            assert connection.execute(text(fault)).rowcount > 0
            planted.commit()
        assert clinic.differences() != [], fault
        with clinic.runtime.sessions.county(clinic.world.county_id) as session:
            from jiayi.sync.terms import Bucket

            for bucket in session.scalars(text("select bucket from sync_buckets where is_open")).all():
                clinic.runtime.feed.rebuild(session, Bucket.parse(bucket))
            commit(session)
        assert clinic.differences() == []
