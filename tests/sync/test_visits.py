"""Visits as phones see them and as phones tell of them, offline and in any order."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.core.clock import now as clock_now
from jiayi.core.db import commit
from jiayi.residents import service as residents
from jiayi.residents.terms import ProxyScope, Relation
from tests import world as people
from tests.counting import counted
from tests.phone import Phone
from tests.visiting import AT_HOME, FAMILY, FAR_AWAY, SIGNED, Visiting, good, tomorrow_at

pytestmark = pytest.mark.usefixtures("feed_agrees")

SON = "13900000309"
FAMILY[SON] = None
PROJECTION_QUERIES = 1
"""The visits, whether they are shown, and seven kinds of parts."""
LIST_QUERIES = 6


def test_team_and_resident_see_a_visit_each_as_much_as_is_theirs(visiting: Visiting) -> None:
    visit = visiting.done(position=FAR_AWAY)
    good(visiting.nurse.post(f"/visits/{visit}/write-note", {"note": "家里有狗"}))
    for_team = _document(visiting.leader.pull(), "visit", visit)
    for_elder = _document(visiting.elder.pull(), "visit", visit)
    assert (for_team["note"], for_team["review"]["status"]) == ("家里有狗", "pending")
    assert set(for_team) - set(for_elder) == {
        "note", "review", "danger_words", "is_call_needed", "order_nos", "is_first_visit", "has_video_link", "is_cancelled_late", "is_over_quota", "end_note", "stay",
    }  # fmt: skip
    assert for_elder["check_in"]["verdict"] == "outside"
    assert set(for_team["confirmation"]) == {"method", "signer_name", "confirmed_at"}


def test_family_with_a_lesser_scope_see_when_and_who_and_whether(visiting: Visiting) -> None:
    visit = visiting.scheduled()
    _grant(visiting, [ProxyScope.VIEW_SUMMARY])
    seen = _document(visiting.phone(SON).pull(), "visit", visit)
    assert set(seen) == {
        "id", "resident_ids", "status", "team_id", "wish_on", "wish_part", "planned_start_at", "clinician_ids",
        "item_codes", "ended_at",
    }  # fmt: skip


def test_on_a_round_nobody_sees_what_a_neighbour_gets(visiting: Visiting) -> None:
    world = visiting.world
    lines = [
        {"resident_id": str(world.elder_id), "item_code": "D01"},
        {"resident_id": str(world.neighbour_id), "item_code": "D02"},
    ]
    visit = good(visiting.nurse.post("/visits", visiting.wish(services=lines, source="phone_call")), 201)["id"]
    for_elder = _document(visiting.elder.pull(), "visit", visit)
    assert [line["item_code"] for line in for_elder["services"]] == ["D01"]
    assert for_elder["resident_ids"] == [str(world.elder_id)]
    assert len(_document(visiting.leader.pull(), "visit", visit)["services"]) == 2


def test_open_visits_come_first_and_closed_ones_age(visiting: Visiting) -> None:
    closed = visiting.done()
    open_one = visiting.requested()
    visiting.leader.pull()
    with visiting.owner.connect() as connection:
        rows = connection.execute(text("select id::text as id, rank from sync_documents where kind = 'visit'"))
        ranks = {row.id: row.rank for row in rows}
    assert (ranks[open_one], ranks[closed]) == (0, 2)
    assert _shown_after_a_year(visiting, closed, open_one) == {open_one}


def test_a_day_offline_arrives_in_one_push_and_a_replay_changes_nothing(visiting: Visiting) -> None:
    visit = visiting.scheduled()
    told = _whole_visit(visiting, visiting.nurse, visit)
    assert _outcomes(visiting.nurse.push(*told)) == ["applied"] * len(told)
    once = visiting.seen(visit)
    assert once["status"] == "verified"
    again = visiting.nurse.push(*told)
    assert all(result["replayed"] for result in again)
    assert visiting.seen(visit) == once
    assert _document(visiting.leader.pull(), "visit", visit)["version"] == once["version"]


def test_facts_that_came_in_the_wrong_order_add_up(visiting: Visiting) -> None:
    visit = visiting.started()
    told = _whole_visit(visiting, visiting.nurse, visit)
    late = [one for one in told if one["kind"] in {"visits.measure", "visits.confirm", "visits.record_services"}]
    out = [one for one in told if one["kind"] == "visits.check_out"]
    assert set(_outcomes(visiting.nurse.push(*out, *late))) == {"applied"}
    assert visiting.seen(visit)["status"] == "verified"


def test_a_visit_begun_offline_has_the_phones_own_ids(visiting: Visiting) -> None:
    visit, line = str(uuid4()), str(uuid4())
    lines = [{"id": line, "resident_id": str(visiting.world.elder_id), "item_code": "D01"}]
    start = visiting.nurse.command("visits.start_unplanned", visit, {"services": lines, "position": AT_HOME})
    rest = [one for one in _whole_visit(visiting, visiting.nurse, visit) if one["kind"] not in ARRIVING]
    assert set(_outcomes(visiting.nurse.push(start, *rest))) == {"applied"}
    ended = visiting.seen(visit)
    assert (ended["status"], ended["services"][0]["id"]) == ("verified", line)


def test_two_phones_measure_and_both_values_are_kept(visiting: Visiting) -> None:
    visit = visiting.started()
    good(visiting.doctor.post(f"/visits/{visit}/check-in", {}))
    for phone, systolic in ((visiting.nurse, 138), (visiting.doctor, 142)):
        body = visiting.pressure(systolic)
        assert _outcomes(phone.push(phone.command("visits.measure", visit, body))) == ["applied"]
    pulled = [doc["body"] for doc in visiting.elder.pull()["documents"] if doc["kind"] == "measurement"]
    assert sorted(body["values"]["systolic"] for body in pulled) == [138, 142]


def test_a_plan_made_over_an_older_plan_is_refused_as_stale(visiting: Visiting) -> None:
    visit = visiting.accepted()
    version = visiting.seen(visit)["version"]
    good(visiting.assign(visit))
    plan = {
        "clinician_ids": [str(visiting.world.nurse_id)],
        "planned_start_at": tomorrow_at(15).isoformat(),
        "planned_end_at": tomorrow_at(16).isoformat(),
        "has_video_link": True,
    }
    leader = visiting.leader
    (result,) = leader.push(leader.command("visits.assign", visit, plan, base_version=version))
    assert (result["outcome"], result["code"]) == ("refused", "sync.refused.stale")


def test_the_leader_orders_a_day_from_the_phone(visiting: Visiting) -> None:
    visits = [visiting.scheduled(start=tomorrow_at(hour)) for hour in (9, 10)]
    leader = visiting.leader
    order = {"on": tomorrow_at(9).date().isoformat(), "visit_ids": visits[::-1]}
    command = leader.command("visits.set_order", visiting.world.nurse_id, order)
    assert _outcomes(leader.push(command)) == ["applied"]
    nurse = str(visiting.world.nurse_id)
    assert [_document(leader.pull(), "visit", visit)["order_nos"] for visit in visits] == [{nurse: 2}, {nurse: 1}]


@pytest.mark.parametrize("change", ["reassigned", "cancelled", "handed over"])
def test_work_done_meanwhile_is_held_and_counts_when_the_leader_files_it(
    visiting: Visiting, runtime: Runtime, change: str
) -> None:
    visit = visiting.scheduled("B01", by=people.DOCTOR)
    told = _whole_visit(visiting, visiting.doctor, visit, item="B01")
    code = _change(visiting, runtime, visit, change)
    results = visiting.doctor.push(*told)
    assert _outcomes(results) == ["held"] * len(told)
    assert results[0]["code"] == code
    _file_all(visiting)
    ended = visiting.seen(visit, visiting.elder)
    assert (ended["status"], ended["check_in"]["verdict"]) == ("verified", "inside")
    assert ended["services"][0]["outcome"] == "done"
    assert str(visiting.world.doctor_id) in ended["clinician_ids"]


def test_a_visit_begun_at_somebody_who_left_meanwhile_is_filed_too(visiting: Visiting, runtime: Runtime) -> None:
    visit = str(uuid4())
    nurse = visiting.nurse
    lines = visiting.served()["services"]
    wanted = [{name: line[name] for name in ("resident_id", "item_code")} for line in lines]
    start = nurse.command("visits.start_unplanned", visit, {"services": wanted, "position": AT_HOME})
    measured = nurse.command("visits.measure", visit, visiting.pressure(), depends_on=[start["id"]])
    _change(visiting, runtime, visit, "handed over")
    assert _outcomes(nurse.push(start, measured)) == ["held", "held"]
    _file_all(visiting)
    assert visiting.seen(visit, visiting.elder)["status"] == "in_progress"
    path = f"/measurements?resident_id={visiting.world.elder_id}"
    assert len(good(visiting.elder.get(path))["items"]) == 1


def test_what_the_phone_says_is_refused_with_the_rules_own_reason(visiting: Visiting) -> None:
    visit = visiting.started()
    nurse = visiting.nurse
    (result,) = nurse.push(nurse.command("visits.measure", visit, visiting.pressure(80, 120)))
    assert (result["outcome"], result["code"]) == ("refused", "visits.refused.pressures_swapped")
    (result,) = nurse.push(nurse.command("visits.measure", visit, {"kind": "blood_pressure"}))
    assert (result["outcome"], result["code"]) == ("refused", "core.invalid.fields")


@pytest.mark.parametrize("count", [1, 12])
def test_projecting_takes_as_many_queries_for_one_visit_as_for_many(
    visiting: Visiting, runtime: Runtime, count: int
) -> None:
    ids = sorted(UUID(visiting.requested()) for _ in range(count))
    project = runtime.feed.registry.projectors["visit"].project
    with runtime.sessions.county(visiting.world.county_id) as session:
        session.connection()
        with counted() as queries:
            assert len(list(project(session, ids))) == 2 * count
    assert len(queries) == PROJECTION_QUERIES


@pytest.mark.parametrize("count", [1, 12])
def test_listing_takes_as_many_queries_for_one_visit_as_for_many(
    visiting: Visiting, runtime: Runtime, count: int
) -> None:
    for _ in range(count):
        visiting.requested()
    leader = visiting.leader
    with counted() as queries:
        assert len(good(leader.get("/visits"))["items"]) == count
    assert len(queries) == LIST_QUERIES, queries


ARRIVING = {"visits.depart", "visits.check_in"}


def _whole_visit(visiting: Visiting, phone: Phone, visit: str, item: str = "D01") -> list[dict[str, Any]]:
    """What a phone tells of one visit, each thing resting on the one before."""
    payloads: list[tuple[str, dict[str, Any]]] = [
        ("depart", {}),
        ("check_in", {"position": AT_HOME}),
        ("measure", visiting.pressure()),
        ("record_services", visiting.served(item)),
        ("write_note", {"note": "都好"}),
        ("confirm", SIGNED),
        ("check_out", {"position": AT_HOME}),
    ]
    return [phone.command(f"visits.{verb}", visit, payload) for verb, payload in payloads]


def _change(visiting: Visiting, runtime: Runtime, visit: str, change: str) -> str:
    """Change the world while the doctor is away: the code with which the work is held."""
    if change == "reassigned":
        good(visiting.assign(visit, visiting.world.leader_id))
        return "visits.refused.reassigned"
    if change == "cancelled":
        good(visiting.elder.post(f"/visits/{visit}/cancel", {"reason_code": "resident_away"}))
        return "visits.refused.cancelled"
    with runtime.sessions.county(visiting.world.county_id) as session:
        residents.assign_team(session, clock_now(), visiting.world.elder_id, visiting.world.other_team_id)
        commit(session)
    return "visits.refused.wrong_team"


def _file_all(visiting: Visiting) -> None:
    held = good(visiting.leader.get("/sync/held"))["items"]
    for one in sorted(held, key=lambda item: item["occurred_at"]):
        answer = visiting.leader.post(f"/sync/held/{one['id']}/file", {})
        # What hangs on an earlier one went with it.
        assert answer.status_code == 200 or answer.json["code"] == "sync.refused.decided", answer.json


def _document(pulled: dict[str, Any], kind: str, doc_id: str) -> dict[str, Any]:
    (body,) = [doc["body"] for doc in pulled["documents"] if (doc["kind"], doc["id"]) == (kind, doc_id)]
    found: dict[str, Any] = body
    return found


def _outcomes(results: list[dict[str, Any]]) -> list[str]:
    return [result["outcome"] for result in results]


def _shown_after_a_year(visiting: Visiting, *visits: str) -> set[str]:
    """Which of these a projection would show thirteen months from now."""
    aged = text(
        "update visits set requested_at = requested_at - interval '13 months',"
        " ended_at = ended_at - interval '13 months', planned_start_at = null, planned_end_at = null"
    )
    project = visiting.runtime.feed.registry.projectors["visit"].project
    with visiting.owner.connect() as connection:
        connection.execute(aged)
        with Session(connection, info={"county_id": visiting.world.county_id}) as session:
            shown = {str(doc.id) for doc in project(session, sorted(UUID(visit) for visit in visits))}
        connection.rollback()
    return shown


def _grant(visiting: Visiting, scopes: list[ProxyScope]) -> None:
    world = visiting.world
    with visiting.runtime.sessions.county(world.county_id) as session:
        residents.grant_proxy(
            session, world.elder, clock_now(), world.elder_id, id=uuid4(), phone=SON, name="丁建国",
            relation=Relation.SON, scopes=scopes,
        )  # fmt: skip
        commit(session)
