"""What was done counts only when it can be shown, residents may deny it, and whoever did it never decides."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.fulfilment import service
from tests import world as people
from tests.phone import Phone
from tests.visiting import AT_HOME, FAR_AWAY, Visiting, good

pytestmark = pytest.mark.usefixtures("feed_agrees")

NOBODY_CAME = {"reason": "nobody_came"}
FOLLOW_UP = {"mode": "clinic", "systolic": 128, "diastolic": 76, "adherence": "regular", "programme": "hypertension"}
ASKED_AND_CHECKED = {"decision": "dismiss", "note": "问过邻居，那天确实去了"}


def fulfilments(visiting: Visiting, phone: Phone | None = None) -> list[dict[str, Any]]:
    who = phone or visiting.leader
    items: list[dict[str, Any]] = good(who.get(f"/fulfilments?resident_id={visiting.world.elder_id}"))["items"]
    return items


def only(visiting: Visiting) -> dict[str, Any]:
    (one,) = fulfilments(visiting)
    return one


def served(visiting: Visiting, *items: str, by: str = people.NURSE, **more: Any) -> str:
    """A finished visit on which something was measured; what was done on it is returned as its first fulfilment."""
    visit = visiting.started(*items, by=by)
    phone = visiting.phone(by)
    good(phone.post(f"/visits/{visit}/measure", visiting.pressure()))
    good(phone.post(f"/visits/{visit}/record-services", visiting.served(*items)))
    good(phone.post(f"/visits/{visit}/check-out", {"position": AT_HOME} | more))
    return visit


def long_ago(visiting: Visiting, days: int) -> None:
    """As if what was done had been done so many days ago."""
    with visiting.owner.begin() as connection:
        connection.execute(
            text("update fulfilments set done_on = done_on - :days, done_at = done_at - make_interval(days => :days)"),
            {"days": days},
        )


# ------------------------------------------------------------ what counts


def test_a_service_counts_from_the_check_out_on(visiting: Visiting) -> None:
    contract = visiting.sign_contract()
    visit = visiting.started()
    good(visiting.nurse.post(f"/visits/{visit}/measure", visiting.pressure()))
    good(visiting.nurse.post(f"/visits/{visit}/record-services", visiting.served("D01")))
    assert fulfilments(visiting) == []
    good(visiting.nurse.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))
    one = only(visiting)
    assert (one["item_code"], one["how"], one["is_counted"], one["shortfalls"]) == ("D01", "home", True, [])
    assert (one["visit_id"], one["contract_id"]) == (visit, str(contract))
    assert one["performed_by"] == str(visiting.world.nurse_id)


def test_each_thing_that_is_missing_is_named_and_counts_once_it_is_there(visiting: Visiting) -> None:
    visit = visiting.done(position=FAR_AWAY)
    assert only(visiting)["shortfalls"] == ["no_place", "no_result"]
    good(visiting.nurse.post(f"/visits/{visit}/measure", visiting.pressure()))
    assert only(visiting)["shortfalls"] == ["no_place"]
    why = {"which": "in", "reason_code": "address_wrong", "action_code": "serve_and_correct_address"}
    good(visiting.nurse.post(f"/visits/{visit}/locate", why))
    assert only(visiting)["is_counted"]


def test_what_was_done_by_somebody_who_may_not_does_not_count(visiting: Visiting) -> None:
    served(visiting)
    with visiting.owner.begin() as connection:
        connection.execute(text("update clinicians set title = 'assistant'"))
    _look_again(visiting)
    assert only(visiting)["shortfalls"] == ["wrong_role"]


def test_what_was_not_done_is_not_there(visiting: Visiting) -> None:
    visit = served(visiting)
    not_done = visiting.served("D01", outcome="not_done")
    not_done["services"][0]["reason"] = "血压太高，改天"
    good(visiting.nurse.post(f"/visits/{visit}/record-services", not_done))
    assert fulfilments(visiting) == []


def test_a_follow_up_on_a_visit_and_the_visits_service_are_one_thing(visiting: Visiting) -> None:
    visit = visiting.started("B01", by=people.DOCTOR)
    good(visiting.doctor.post(f"/visits/{visit}/record-services", visiting.served("B01")))
    good(visiting.doctor.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))
    assert only(visiting)["shortfalls"] == ["no_result"]
    _follow_up(visiting, mode="home", visit_id=visit)
    one = only(visiting)
    assert (one["is_counted"], one["visit_id"], one["follow_up_id"] is None) == (True, visit, False)


def test_a_follow_up_written_down_before_the_visit_is_over_is_the_same_thing(visiting: Visiting) -> None:
    visit = visiting.started("B01", by=people.DOCTOR)
    _follow_up(visiting, mode="home", visit_id=visit)
    assert only(visiting)["visit_id"] == visit
    good(visiting.doctor.post(f"/visits/{visit}/record-services", visiting.served("B01")))
    good(visiting.doctor.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))
    assert only(visiting)["is_counted"]


@pytest.mark.parametrize(
    ("told", "item_code", "how", "shortfalls"),
    [
        ({"mode": "clinic"}, "B01", "clinic", []),
        ({"mode": "phone", "spoke_with": "daughter"}, "C02", "call", []),
        ({"mode": "phone"}, "C02", "call", ["no_call"]),
        ({"mode": "home"}, "B01", "home", ["no_place"]),
    ],
)
def test_a_follow_up_by_itself(
    visiting: Visiting, told: dict[str, str], item_code: str, how: str, shortfalls: list[str]
) -> None:
    _follow_up(visiting, **told)
    one = only(visiting)
    assert (one["item_code"], one["how"], one["shortfalls"]) == (item_code, how, shortfalls)


def test_looking_at_everything_again_changes_nothing(visiting: Visiting) -> None:
    served(visiting)
    _follow_up(visiting)
    before = fulfilments(visiting)
    _look_again(visiting)
    assert fulfilments(visiting) == before


# ------------------------------------------------------------ "that is not true"


@pytest.mark.parametrize("who", [people.ELDER, people.DAUGHTER])
def test_the_resident_and_family_may_deny_it_and_it_counts_no_more_for_now(visiting: Visiting, who: str) -> None:
    served(visiting)
    one = only(visiting)
    good(visiting.phone(who).post(f"/fulfilments/{one['id']}/contradict", NOBODY_CAME))
    denied = only(visiting)
    assert (denied["is_counted"], denied["shortfalls"], denied["doubt"]["status"]) == (False, ["contradicted"], "open")
    codes = [notice["code"] for notice in good(visiting.leader.get("/notifications"))["items"]]
    assert codes.count("fulfilment.notice.doubted") == 1


def test_staff_and_strangers_deny_nothing(visiting: Visiting) -> None:
    served(visiting)
    path = f"/fulfilments/{only(visiting)['id']}/contradict"
    assert visiting.nurse.post(path, NOBODY_CAME).status_code == 403
    assert visiting.phone(people.OTHER_ELDER).post(path, NOBODY_CAME).status_code == 404
    assert only(visiting)["is_counted"]


def test_after_seven_days_it_is_too_late(visiting: Visiting) -> None:
    served(visiting)
    path = f"/fulfilments/{only(visiting)['id']}/contradict"
    long_ago(visiting, 8)
    answer = visiting.elder.post(path, NOBODY_CAME)
    assert (answer.status_code, answer.json["code"]) == (409, "fulfilment.refused.too_late")


def test_what_was_said_in_time_without_a_signal_counts_from_when_it_was_said(visiting: Visiting) -> None:
    served(visiting)
    one = only(visiting)
    long_ago(visiting, 9)
    said_at = clock_now() - timedelta(days=3)
    command = visiting.elder.command("fulfilment.contradict", one["id"], NOBODY_CAME, wall=said_at)
    command["clock"]["anchor"]["server_time"] = said_at.isoformat()
    first, again = visiting.elder.push(command)[0], visiting.elder.push(command)[0]
    assert (first["outcome"], again["outcome"], again["replayed"]) == ("applied", "applied", True)
    assert only(visiting)["doubt"]["status"] == "open"


def test_the_leader_decides_and_both_sides_hear_it(visiting: Visiting) -> None:
    served(visiting)
    one = only(visiting)
    good(visiting.elder.post(f"/fulfilments/{one['id']}/contradict", NOBODY_CAME))
    assert [row["id"] for row in good(visiting.leader.get("/fulfilment-doubts"))["items"]] == [one["id"]]
    decided = good(visiting.leader.post(f"/fulfilments/{one['id']}/decide", ASKED_AND_CHECKED))
    assert (decided["is_counted"], decided["doubt"]["status"]) == (True, "dismissed")
    assert decided["doubt"]["decision_note"] == ASKED_AND_CHECKED["note"]
    for phone, code in ((visiting.daughter, "dismissed"), (visiting.nurse, "dismissed_team")):
        codes = {notice["code"] for notice in good(phone.get("/notifications"))["items"]}
        assert f"fulfilment.notice.{code}" in codes
    assert good(visiting.leader.get("/fulfilment-doubts"))["items"] == []
    again = visiting.leader.post(f"/fulfilments/{one['id']}/decide", ASKED_AND_CHECKED | {"decision": "uphold"})
    assert (again.status_code, again.json["code"]) == (409, "fulfilment.refused.decided")


def test_upheld_it_never_counts_again(visiting: Visiting) -> None:
    served(visiting)
    one = only(visiting)
    good(visiting.elder.post(f"/fulfilments/{one['id']}/contradict", NOBODY_CAME))
    good(visiting.leader.post(f"/fulfilments/{one['id']}/decide", {"decision": "uphold", "note": "查了，记错了人"}))
    _look_again(visiting)
    assert (only(visiting)["shortfalls"], only(visiting)["doubt"]["status"]) == (["contradicted"], "upheld")


def test_nobody_decides_on_his_own_work_then_the_manager_does(visiting: Visiting) -> None:
    served(visiting, "B01", by=people.LEADER)
    one = only(visiting)
    good(visiting.elder.post(f"/fulfilments/{one['id']}/contradict", NOBODY_CAME))
    path = f"/fulfilments/{one['id']}/decide"
    own = visiting.leader.post(path, ASKED_AND_CHECKED)
    assert (own.status_code, own.json["code"]) == (409, "fulfilment.refused.own_work")
    member = visiting.nurse.post(path, ASKED_AND_CHECKED)
    assert (member.status_code, member.json["code"]) == (403, "fulfilment.refused.not_leader")
    good(visiting.phone(people.MANAGER).post(path, ASKED_AND_CHECKED))
    assert only(visiting)["is_counted"]


def test_a_decision_needs_a_word_and_something_to_decide(visiting: Visiting) -> None:
    served(visiting)
    path = f"/fulfilments/{only(visiting)['id']}/decide"
    assert visiting.leader.post(path, ASKED_AND_CHECKED).json["code"] == "fulfilment.refused.no_doubt"
    assert (
        visiting.leader.post(path, {"decision": "uphold", "note": " "}).json["code"]
        == "fulfilment.invalid.note_missing"
    )


# ------------------------------------------------------------ were they content


def test_one_answer_for_what_was_done_together_and_nobody_reads_it(visiting: Visiting) -> None:
    visit = visiting.started("B01", "C05", by=people.DOCTOR)
    good(visiting.doctor.post(f"/visits/{visit}/measure", visiting.pressure()))
    good(visiting.doctor.post(f"/visits/{visit}/record-services", visiting.served("B01", "C05")))
    good(visiting.doctor.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))
    first, second = fulfilments(visiting)
    good(visiting.elder.post(f"/fulfilments/{first['id']}/rate", {"score": 2}))
    good(visiting.daughter.post(f"/fulfilments/{second['id']}/rate", {"score": 5}))
    assert _scores(visiting) == [2]
    pulled = [one["body"] for one in visiting.leader.pull()["documents"] if one["kind"] == "fulfilment"]
    assert [body["is_answered"] for body in pulled] == [True, True]
    assert not any("score" in str(body) for body in pulled)


def test_whoever_has_no_phone_is_called_by_somebody_who_was_not_there(visiting: Visiting) -> None:
    world = visiting.world
    lines = {"services": [{"id": str(uuid4()), "resident_id": str(world.neighbour_id), "item_code": "D01"}]}
    visit = good(
        visiting.nurse.post("/visits/start-unplanned", {"id": str(uuid4()), "position": AT_HOME} | lines), 201
    )["id"]
    done = {"services": [lines["services"][0] | {"outcome": "done"}]}
    good(visiting.nurse.post(f"/visits/{visit}/record-services", done))
    good(visiting.nurse.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))
    (one,) = good(visiting.leader.get(f"/fulfilments?resident_id={world.neighbour_id}"))["items"]
    assert one["asked"] == "call"
    own = visiting.nurse.post(f"/fulfilments/{one['id']}/rate", {"score": 5})
    assert (own.status_code, own.json["code"]) == (409, "fulfilment.refused.own_work")
    good(visiting.doctor.post(f"/fulfilments/{one['id']}/rate", {"score": 4}))
    assert _scores(visiting) == [4]


def test_nobody_answers_for_a_family_that_has_the_app(visiting: Visiting) -> None:
    served(visiting)
    answer = visiting.doctor.post(f"/fulfilments/{only(visiting)['id']}/rate", {"score": 5})
    assert (answer.status_code, answer.json["code"]) == (409, "fulfilment.refused.asked_by_app")


def test_too_few_answers_say_nothing(visiting: Visiting) -> None:
    team_id = visiting.world.team_id
    _answers(visiting, [5] * 20 + [1] * 9)
    few = good(visiting.leader.get(f"/satisfaction?team_id={team_id}"))
    assert (few["answers_count"], few["satisfied_count"], few["answers_min"]) == (29, None, 30)
    _answers(visiting, [4])
    enough = good(visiting.phone(people.MANAGER).get(f"/satisfaction?team_id={team_id}"))
    assert (enough["answers_count"], enough["satisfied_count"]) == (30, 21)
    assert visiting.leader.get(f"/satisfaction?team_id={visiting.world.other_team_id}").status_code == 403
    assert visiting.leader.get("/satisfaction").status_code == 403


# ------------------------------------------------------------ the plan of a year


def test_the_plan_follows_what_the_contract_gives_and_what_was_done(visiting: Visiting) -> None:
    contract = visiting.sign_contract()
    plan = good(visiting.elder.get(f"/contracts/{contract}/service-plan"))
    states = {item["item_code"]: [window["state"] for window in item["windows"]] for item in plan["items"]}
    assert states == {"A02": ["due"], "B01": ["due", "ahead", "ahead", "ahead"]}
    assert len(plan["months"]) == 12
    _follow_up(visiting)
    after = good(visiting.daughter.get(f"/contracts/{contract}/service-plan"))
    (b01,) = [item for item in after["items"] if item["item_code"] == "B01"]
    assert b01["windows"][0]["done_on"] == china_date(clock_now()).isoformat()
    assert visiting.phone(people.OTHER_ELDER).get(f"/contracts/{contract}/service-plan").status_code == 404


# ------------------------------------------------------------


def _follow_up(visiting: Visiting, **more: Any) -> None:
    body = FOLLOW_UP | {"resident_id": str(visiting.world.elder_id)} | more
    good(visiting.doctor.post(f"/follow-ups/{uuid4()}/record", body))


def _look_again(visiting: Visiting) -> None:
    service.evaluate_county(visiting.runtime.sessions, visiting.world.county_id, clock_now())


def _scores(visiting: Visiting) -> list[int]:
    with visiting.owner.connect() as connection:
        return list(connection.scalars(text("select score from satisfaction_answers")))


def _answers(visiting: Visiting, scores: list[int]) -> None:
    row = text(
        "insert into satisfaction_answers (county_id, id, resident_id, team_id, encounter_id, score, asked, answered_at)"
        " values (:county, :id, :resident, :team, :encounter, :score, 'app', now())"
    )
    world = visiting.world
    with visiting.owner.begin() as connection:
        for score in scores:
            about: dict[str, UUID | int] = {"resident": world.elder_id, "team": world.team_id, "score": score}
            connection.execute(row, about | {"county": world.county_id, "id": uuid4(), "encounter": uuid4()})
