"""Work for a resident who went to another team meanwhile: on both leaders' boards, decided once, counted once."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from jiayi.contracts import service as contracts
from jiayi.contracts.terms import Party
from jiayi.core.clock import now as clock_now
from jiayi.core.db import commit
from jiayi.core.errors import NotFound
from jiayi.residents import service as residents
from jiayi.sync.standing import largest, lines, look
from jiayi.sync.verify import repair, verify
from tests import world as people
from tests.phone import Phone
from tests.visiting import AT_HOME, SIGNED, Visiting, good, tomorrow_at

ITEM = "B01"


class Moved:
    """The doctor was on the way without a signal; meanwhile the elder went to the second team, with a contract there."""

    def __init__(self, visiting: Visiting) -> None:
        self.visiting, self.world = visiting, visiting.world
        self.first = visiting.sign_contract()
        self.visit = visiting.scheduled(ITEM, by=people.DOCTOR)
        self.doctor = visiting.doctor
        self.cursor = self.doctor.pull()["cursor"]
        with visiting.runtime.sessions.county(self.world.county_id) as session:
            contracts.terminate(
                session, self.world.leader, clock_now(), self.first, reason_code="other_team", party=Party.RESIDENT
            )
            commit(session)
        self.second = people.sign_contract(
            visiting.runtime, self.world, self.world.elder_id, "P2", leader=self.world.other_leader
        )
        self.commands = self.work()

    def work(self) -> list[dict[str, Any]]:
        depart = self.doctor.command("visits.depart", self.visit, {})
        check_in = self.doctor.command("visits.check_in", self.visit, {"position": AT_HOME})
        rest = [
            self.doctor.command(f"visits.{verb}", self.visit, payload, depends_on=[check_in["id"]])
            for verb, payload in (
                ("measure", self.visiting.pressure()),
                ("record_services", self.visiting.served(ITEM)),
                ("confirm", SIGNED),
                ("check_out", {"position": AT_HOME}),
            )
        ]
        return [depart, check_in, *rest]

    def hand_in(self) -> list[dict[str, Any]]:
        return self.doctor.push(*self.commands)

    def decide(self, leader: Phone, what: str, n: int = 1, note: str | None = None) -> dict[str, Any]:
        return good(leader.post(f"/sync/held/{self.commands[n]['id']}/{what}", {"note": note}))

    def team_of_visit(self) -> str:
        body = self.visiting.seen(self.visit, self.visiting.phone(people.OTHER_LEADER))
        return str(body["team_id"])

    def left(self) -> tuple[dict[str, int], dict[str, int]]:
        return self.visiting.left(self.first, ITEM), self.visiting.left(self.second, ITEM)

    def differences(self) -> list[str]:
        with self.visiting.runtime.sessions.county(self.world.county_id) as session:
            return [str(one) for one in verify(session, self.visiting.runtime.feed)]


@pytest.fixture
def moved(visiting: Visiting) -> Moved:
    return Moved(visiting)


def held_on(phone: Phone) -> set[str]:
    return {one["id"] for one in phone.pull()["documents"] if one["kind"] == "held_command"}


def bodies(phone: Phone, kind: str) -> list[dict[str, Any]]:
    return [one["body"] for one in phone.pull()["documents"] if one["kind"] == kind]


def test_the_reservation_goes_along_to_the_new_teams_contract(moved: Moved) -> None:
    assert moved.left() == ({"reserved": 0, "consumed": 0}, {"reserved": 1, "consumed": 0})


def test_the_phone_that_loses_somebody_is_told_who_has_him_now(moved: Moved) -> None:
    answer = moved.doctor.pull(moved.cursor)
    assert {(one["kind"], one["reason"]) for one in answer["removed"] if one["id"] == str(moved.world.elder_id)} == {
        ("resident", "moved")
    }
    told = [one["body"] for one in answer["documents"] if one["kind"] == "notice"]
    assert ("residents.notice.moved_away", {"resident_name": "丁大川", "team_name": "第二团队"}) in [
        (one["code"], one["values"]) for one in told
    ]


def test_work_for_somebody_who_moved_is_held_on_both_boards(moved: Moved) -> None:
    assert {one["outcome"] for one in moved.hand_in()} == {"held"}
    ids = {one["id"] for one in moved.commands}
    assert held_on(moved.visiting.leader) == ids
    assert held_on(moved.visiting.phone(people.OTHER_LEADER)) == ids
    assert held_on(moved.visiting.doctor) == ids


def test_filed_it_counts_for_the_team_that_did_it_and_out_of_its_contract(moved: Moved) -> None:
    moved.hand_in()
    moved.decide(moved.visiting.leader, "file", 0)
    answer = moved.decide(moved.visiting.leader, "file", 1)
    assert answer["followed"] == [one["id"] for one in moved.commands[2:]]
    assert answer["stopped"] is None
    assert moved.team_of_visit() == str(moved.world.team_id)
    assert moved.left() == ({"reserved": 0, "consumed": 1}, {"reserved": 0, "consumed": 0})
    assert held_on(moved.visiting.leader) == set()
    assert moved.differences() == []


def test_moved_it_counts_for_the_new_team_and_out_of_its_contract(moved: Moved) -> None:
    moved.hand_in()
    other = moved.visiting.phone(people.OTHER_LEADER)
    moved.decide(other, "move", 0)
    moved.decide(other, "move", 1)
    assert moved.team_of_visit() == str(moved.world.other_team_id)
    assert moved.left() == ({"reserved": 0, "consumed": 0}, {"reserved": 0, "consumed": 1})
    assert moved.differences() == []


def test_a_visit_begun_at_the_door_counts_for_whom_the_leader_says(visiting: Visiting) -> None:
    moved = Moved(visiting)
    begun = str(uuid4())
    lines = [{"id": str(uuid4()), "resident_id": str(moved.world.elder_id), "item_code": "C05"}]
    command = moved.doctor.command("visits.start_unplanned", begun, {"services": lines, "position": AT_HOME})
    place = moved.doctor.command(
        "visits.locate", begun, {"which": "in", "position": AT_HOME}, depends_on=[command["id"]]
    )
    assert [one["outcome"] for one in moved.doctor.push(command, place)] == ["held", "held"]
    other = visiting.phone(people.OTHER_LEADER)
    answer = good(other.post(f"/sync/held/{command['id']}/move", {}))
    assert (answer["followed"], answer["stopped"]) == ([place["id"]], None)
    assert visiting.seen(begun, other)["team_id"] == str(moved.world.other_team_id)


def test_the_second_leader_is_told_who_decided_and_how(moved: Moved) -> None:
    moved.hand_in()
    other = moved.visiting.phone(people.OTHER_LEADER)
    moved.decide(moved.visiting.leader, "file", 1)
    late = other.post(f"/sync/held/{moved.commands[1]['id']}/move", {})
    assert (late.status_code, late.json["code"]) == (409, "sync.refused.decided")
    assert late.json["detail"] == {"name": "杜海棠", "status": "filed"}
    told = [(one["code"], one["values"].get("name")) for one in bodies(other, "notice")]
    assert told.count(("sync.notice.filed", "杜海棠")) == 1


def test_the_fate_comes_back_to_whoever_did_the_work(moved: Moved) -> None:
    moved.hand_in()
    other = moved.visiting.phone(people.OTHER_LEADER)
    moved.decide(other, "void", 1, "这家我们去过了")
    fates = {one["id"]: one for one in bodies(moved.doctor, "command")}
    for command in moved.commands[1:]:
        fate = fates[command["id"]]
        assert (fate["status"], fate["decided_by_name"], fate["decision_note"]) == (
            "voided",
            "何秀兰",
            "这家我们去过了",
        )
    assert fates[moved.commands[0]["id"]]["status"] == "open"
    assert moved.left() == ({"reserved": 0, "consumed": 0}, {"reserved": 1, "consumed": 0})


def test_what_a_rule_refuses_stops_what_hangs_on_it_and_says_why(moved: Moved) -> None:
    moved.commands[2]["payload"]["values"] = {"systolic": 9000, "diastolic": 1}
    moved.hand_in()
    answer = moved.decide(moved.visiting.leader, "file", 1)
    assert answer["followed"] == []
    assert answer["stopped"]["id"] == moved.commands[2]["id"]
    assert answer["stopped"]["code"].startswith("visits.refused.")
    assert held_on(moved.visiting.leader) == {one["id"] for one in (moved.commands[0], *moved.commands[2:])}


def test_there_is_nowhere_to_move_what_stayed_with_its_team(visiting: Visiting) -> None:
    visit = visiting.scheduled("B01", by=people.DOCTOR)
    good(visiting.assign(visit, visiting.world.leader_id))
    command = visiting.doctor.command("visits.check_in", visit, {"position": AT_HOME})
    assert visiting.doctor.push(command)[0]["outcome"] == "held"
    answer = visiting.leader.post(f"/sync/held/{command['id']}/move", {})
    assert (answer.status_code, answer.json["code"]) == (409, "sync.refused.not_moved")


def test_a_visit_that_the_new_team_has_made_is_not_taken_from_it(moved: Moved) -> None:
    """The values are added; the visit, its team and its charge stay one."""
    moved.hand_in()
    other = moved.visiting.phone(people.OTHER_LEADER)
    good(other.post(f"/visits/{moved.visit}/accept", {}))
    start = tomorrow_at(10)
    plan = {
        "clinician_ids": [str(moved.world.other_leader_id)],
        "planned_start_at": start.isoformat(),
        "planned_end_at": (start + timedelta(minutes=30)).isoformat(),
        "has_video_link": True,
    }
    good(other.post(f"/visits/{moved.visit}/assign", plan))
    good(other.post(f"/visits/{moved.visit}/check-in", {"position": AT_HOME}))
    good(other.post(f"/visits/{moved.visit}/record-services", moved.visiting.served(ITEM)))
    good(other.post(f"/visits/{moved.visit}/check-out", {"position": AT_HOME}))
    for n in (0, 1):
        moved.decide(moved.visiting.leader, "file", n)
    assert moved.team_of_visit() == str(moved.world.other_team_id)
    assert moved.left() == ({"reserved": 0, "consumed": 0}, {"reserved": 0, "consumed": 1})


def test_a_visit_on_the_way_stays_with_the_team_that_left_for_it(visiting: Visiting) -> None:
    visit = visiting.scheduled("B01", by=people.DOCTOR)
    doctor = visiting.doctor
    assert doctor.push(doctor.command("visits.depart", visit, {}))[0]["outcome"] == "applied"
    cursor = doctor.pull()["cursor"]
    with visiting.runtime.sessions.county(visiting.world.county_id) as session:
        residents.assign_team(session, clock_now(), visiting.world.elder_id, visiting.world.other_team_id)
        commit(session)
    assert visit not in {one["id"] for one in doctor.pull(cursor)["removed"]}
    work = [
        doctor.command("visits.check_in", visit, {"position": AT_HOME}),
        doctor.command("visits.record_services", visit, visiting.served("B01")),
        doctor.command("visits.confirm", visit, SIGNED),
        doctor.command("visits.check_out", visit, {"position": AT_HOME}),
    ]
    assert {one["outcome"] for one in doctor.push(*work)} == {"applied"}
    gone = {(one["id"], one["reason"]) for one in doctor.pull(cursor)["removed"]}
    assert (visit, "moved") in gone


def test_a_corrected_command_takes_the_refused_ones_place(visiting: Visiting) -> None:
    visit = visiting.started("B01", by=people.DOCTOR)
    doctor = visiting.doctor
    wrong = doctor.command("visits.confirm", visit, {"method": "carer"})
    assert doctor.push(wrong)[0]["outcome"] == "refused"
    child = doctor.command("visits.write_note", visit, {"note": "精神好"}, depends_on=[wrong["id"]])
    right = doctor.command("visits.confirm", visit, {"method": "carer", "signer_name": "丁秀芳"}, replaces=wrong["id"])
    assert [one["outcome"] for one in doctor.push(right, child)] == ["applied", "applied"]
    manager = visiting.phone(people.MANAGER)
    assert good(manager.get("/sync/status"))["refused"] == []


def test_nobody_elses_refusal_can_be_put_away(visiting: Visiting) -> None:
    visit = visiting.started("B01", by=people.DOCTOR)
    wrong = visiting.doctor.command("visits.confirm", visit, {"method": "carer"})
    visiting.doctor.push(wrong)
    nurse = visiting.nurse
    nurse.push(nurse.command("notifications.read", uuid4(), {}, replaces=wrong["id"]))
    refused = good(visiting.phone(people.MANAGER).get("/sync/status"))["refused"]
    assert "visits.confirm" in {one["kind"] for one in refused}


def test_a_push_under_another_phones_sign_in_is_refused(visiting: Visiting) -> None:
    doctor = visiting.doctor
    command = doctor.command("notifications.read", uuid4(), {})
    answer = doctor.post("/sync/push", {"device_id": str(uuid4()), "commands": [command]})
    assert (answer.status_code, answer.json["code"]) == (403, "sync.refused.wrong_device")


def test_the_manager_sees_who_has_synced_and_what_waits(moved: Moved) -> None:
    moved.hand_in()
    seen = good(moved.visiting.phone(people.MANAGER).get("/sync/status"))
    phones = {one["name"]: one for one in seen["phones"]}
    assert phones["陈志远"]["last_pull_at"] is not None
    assert phones["陈志远"]["held_count"] == len(moved.commands)
    assert phones["雍小梅"]["last_pull_at"] is None
    assert (seen["held"]["count"], seen["held"]["day_count"]) == (len(moved.commands), len(moved.commands))
    assert {one["sort"] for one in seen["feed"]} >= {"team", "account", "county"}
    assert "丁大川" not in str(seen)


def test_of_two_leaders_the_later_hears_who_was_first_and_the_first_hears_of_the_later(visiting: Visiting) -> None:
    visit = visiting.requested("B01")
    leader, doctor = visiting.leader, visiting.doctor
    version = visiting.seen(visit)["version"]
    first = leader.command("visits.accept", visit, {}, base_version=version)
    assert leader.push(first)[0]["outcome"] == "applied"
    late = doctor.command("visits.decline", visit, {"reason_code": "no_capacity"}, base_version=version)
    answer = doctor.push(late)[0]
    assert (answer["outcome"], answer["code"]) == ("refused", "sync.refused.stale")
    assert (answer["detail"]["name"], answer["detail"]["kind"]) == ("杜海棠", "visits.accept")
    assert answer["detail"]["base_version"] < answer["detail"]["version"]
    told = {one["code"]: one["values"] for one in bodies(leader, "notice")}
    assert told["sync.notice.too_late"]["name"] == "陈志远"


def test_an_operator_reads_the_same_and_repairs_one_bucket(moved: Moved) -> None:
    moved.hand_in()
    moved.visiting.phone(people.OTHER_LEADER).pull()
    world, runtime = moved.world, moved.visiting.runtime
    with moved.visiting.owner.begin() as connection:
        connection.execute(
            text("update sync_documents set body = replace(body, '丁大川', '丁小川') where kind = 'resident'")
        )
    with runtime.sessions.county(world.county_id) as session:
        told = "\n".join(lines(look(session, clock_now()), largest(session)))
        assert repair(session, runtime.feed, f"team:{world.other_team_id}") == 1
        with pytest.raises(NotFound):
            repair(session, runtime.feed, f"team:{uuid4()}")
        commit(session)
    assert "陈志远 (clinician)" in told
    assert f"held: {len(moved.commands)}" in told
    assert f"team:{world.team_id}" in told
    assert [one for one in moved.differences() if f"team:{world.other_team_id}" in one] == []
