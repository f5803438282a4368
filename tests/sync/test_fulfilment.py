"""What was done and who is not served, as phones see it and as phones tell of it, offline."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from jiayi.core.clock import now as clock_now
from jiayi.core.db import commit
from jiayi.fulfilment import service
from tests.phone import Phone
from tests.visiting import AT_HOME, Visiting, good

pytestmark = pytest.mark.usefixtures("feed_agrees")


def documents(phone: Phone, kind: str) -> list[dict[str, Any]]:
    return [one["body"] for one in phone.pull()["documents"] if one["kind"] == kind]


def served(visiting: Visiting) -> dict[str, Any]:
    visit = visiting.started()
    good(visiting.nurse.post(f"/visits/{visit}/measure", visiting.pressure()))
    good(visiting.nurse.post(f"/visits/{visit}/record-services", visiting.served("D01")))
    good(visiting.nurse.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))
    (one,) = documents(visiting.elder, "fulfilment")
    return one


def test_each_side_sees_what_is_its_own(visiting: Visiting) -> None:
    for_elder = served(visiting)
    (for_team,) = documents(visiting.leader, "fulfilment")
    assert set(for_team) - set(for_elder) == {"performed_by", "shortfalls", "asked"}
    assert (for_elder["status"], for_elder["is_counted"], for_elder["is_answered"]) == ("counted", True, False)
    assert documents(visiting.stranger, "fulfilment") == []


def test_a_doubt_a_decision_and_an_answer_travel_as_commands(visiting: Visiting) -> None:
    done = served(visiting)
    said = visiting.elder.command("fulfilment.contradict", done["id"], {"reason": "nobody_came"})
    rated = visiting.elder.command("fulfilment.rate", done["id"], {"score": 3})
    assert [one["outcome"] for one in visiting.elder.push(said, rated)] == ["applied", "applied"]
    (waiting,) = documents(visiting.leader, "fulfilment")
    assert (waiting["status"], waiting["doubt"]["reason"], waiting["is_answered"]) == ("doubted", "nobody_came", True)
    decision = {"decision": "uphold", "note": "记错了人"}
    (own,) = visiting.nurse.push(visiting.nurse.command("fulfilment.decide", done["id"], decision))
    assert own["outcome"] != "applied"
    (decided,) = visiting.leader.push(visiting.leader.command("fulfilment.decide", done["id"], decision))
    assert decided["outcome"] == "applied"
    (seen,) = documents(visiting.elder, "fulfilment")
    assert (seen["status"], seen["doubt"]["status"], seen["doubt"]["decision_note"]) == ("short", "upheld", "记错了人")
    late = visiting.elder.command("fulfilment.contradict", str(uuid4()), {"reason": "other"})
    assert visiting.elder.push(late)[0]["outcome"] == "refused"


def test_a_finding_lies_on_the_teams_phones_and_leaves_with_the_first_service(visiting: Visiting) -> None:
    world, runtime = visiting.world, visiting.runtime
    visiting.sign_contract()
    with visiting.owner.begin() as connection:
        connection.execute(text("update contracts set starts_on = starts_on - 200, ends_on = ends_on"))
        connection.execute(text("update entitlements set period_start_on = period_start_on - 200"))
    with runtime.sessions.county(world.county_id) as session:
        service.evaluate(session, clock_now(), [world.elder_id])
        commit(session)
    leader = visiting.leader
    first = leader.pull()
    codes = {one["body"]["code"] for one in first["documents"] if one["kind"] == "finding"}
    assert codes == {"sns_1", "sns_2"}
    assert documents(visiting.elder, "finding") == []
    served(visiting)
    gone = [one["kind"] for one in leader.pull(first["cursor"])["removed"]]
    assert gone.count("finding") == 1, "signed and never served is over; what is late is late still"
