"""What counts as done, what is owed when, and who may say otherwise."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from jiayi.contracts.terms import Pause
from jiayi.core.results import Allowed, Refused
from jiayi.fulfilment.rules import counts, may_call, may_contradict, may_judge, may_note_answer, months, windows
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import Asked, DoubtStatus, Facts, HowMet, Owed
from tests.conftest import table

day = date.fromisoformat


@pytest.mark.parametrize("case", table("fulfilments"), ids=lambda case: case["name"])
def test_what_counts(case):
    doubt = DoubtStatus(case["doubt"]) if case["doubt"] else None
    told = {name: case[name] for name in ("is_authorised", "has_time", "has_place", "has_result")}
    assert [reason.value for reason in counts(Facts(HowMet(case["how"]), **told, doubt=doubt))] == case["shortfalls"]


@pytest.mark.parametrize("case", table("service_plans"), ids=lambda case: case["name"])
def test_the_plan_of_a_year(case):
    owed = Owed("B01", case["owed"]["count"], day(case["owed"]["first_on"]), day(case["owed"]["last_on"]))
    due_on = day(case["due_on"]) if case["due_on"] else None
    rests = [Pause(day(first), day(until) if until else None) for first, until in case.get("rests", [])]
    done_on, today = [day(one) for one in case["done_on"]], day(case["today"])
    found = windows(owed, done_on, today, follow_up_due_on=due_on, rests=rests)
    shown = [
        [one.first_on.isoformat(), one.last_on.isoformat(), one.state.value, one.done_on and one.done_on.isoformat()]
        for one in found
    ]
    assert shown == case["windows"]
    assert [state and state.value for state in months(owed.first_on, found, rests)] == case["months"]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 12, 24])
def test_the_parts_of_a_year_leave_no_day_out_and_none_twice(count):
    owed = Owed("D01", count, day("2026-03-05"), day("2027-03-04"))
    found = windows(owed, [], day("2026-03-05"))
    assert len(found) == count
    assert (found[0].first_on, found[-1].last_on) == (owed.first_on, owed.last_on)
    assert all(one.last_on + timedelta(days=1) == other.first_on for one, other in pairwise(found))


def test_seven_days_to_say_that_it_is_not_true(rules):
    limits = rules(FulfilmentRules)
    done_on = day("2026-11-10")
    assert may_contradict(done_on, day("2026-11-10"), limits) == Allowed()
    assert may_contradict(done_on, day("2026-11-17"), limits) == Allowed()
    assert may_contradict(done_on, day("2026-11-18"), limits) == Refused("fulfilment.refused.too_late", {"days": 7})


@pytest.mark.parametrize(
    ("is_leader", "is_manager", "is_performer", "refused"),
    [
        (True, False, False, None),
        (False, True, False, None),
        (True, False, True, "fulfilment.refused.own_work"),
        (False, True, True, "fulfilment.refused.own_work"),
        (False, False, False, "fulfilment.refused.not_leader"),
        (False, False, True, "fulfilment.refused.own_work"),
    ],
)
def test_whoever_did_it_does_not_decide(is_leader, is_manager, is_performer, refused):
    answer = may_judge(is_leader=is_leader, is_manager=is_manager, is_performer=is_performer)
    assert getattr(answer, "reason", None) == refused


def test_nobody_asks_about_his_own_work_and_only_those_are_called_who_have_no_phone():
    assert may_note_answer(is_performer=False) == Allowed()
    assert may_note_answer(is_performer=True) == Refused("fulfilment.refused.own_work")
    assert may_call(Asked.CALL) == Allowed()
    assert may_call(Asked.APP) == Refused("fulfilment.refused.asked_by_app")
