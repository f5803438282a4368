"""A phone that lost what it kept: what the server knows of it, and what the manager sees."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from jiayi.core.clock import now as clock_now
from tests import world as people
from tests.phone import Phone
from tests.visiting import Visiting, good

NAME = "陈志远"


@pytest.fixture
def doctor(visiting: Visiting) -> Phone:
    return visiting.doctor


def pull(phone: Phone, waiting: object) -> None:
    good(phone.get("/sync/pull", X_Jiayi_Waiting=str(waiting)))


def standing_of(visiting: Visiting, name: str = NAME) -> dict[str, Any]:
    phones = good(visiting.phone(people.MANAGER).get("/sync/status"))["phones"]
    return next(one for one in phones if one["name"] == name)


def wiped(phone: Phone, count: int | None = None, minutes: float = 0) -> dict[str, Any]:
    at = None if count is None else (clock_now() + timedelta(minutes=minutes)).isoformat()
    return good(phone.post("/sync/wiped", {"waiting_count": count, "waiting_at": at}))


def test_the_manager_sees_how_much_waits_on_a_phone_as_it_last_said(visiting: Visiting, doctor: Phone) -> None:
    pull(doctor, 3)
    assert standing_of(visiting)["waiting_count"] == 3
    pull(doctor, 1)
    assert standing_of(visiting)["waiting_count"] == 1, "within ten minutes too"
    good(doctor.get("/sync/pull"))
    assert standing_of(visiting)["waiting_count"] == 1, "who says nothing means the same as before"


@pytest.mark.parametrize("said", ["-1", "x", "1e9", "9" * 40, "²", ""])
def test_a_senseless_count_says_nothing(visiting: Visiting, doctor: Phone, said: str) -> None:
    pull(doctor, 2)
    good(doctor.get("/sync/pull", X_Jiayi_Waiting=said.encode("utf-8").decode("latin-1")))
    assert standing_of(visiting)["waiting_count"] == 2


def test_a_wiped_phone_hears_what_came_and_the_manager_when(visiting: Visiting, doctor: Phone) -> None:
    visit = visiting.started("B01", by=people.DOCTOR)
    doctor.push(doctor.command("visits.write_note", visit, {"note": "睡得好"}))
    pull(doctor, 0)
    loss = wiped(doctor, 12, minutes=1)
    assert (loss["last_received"][0]["kind"], loss["last_received"][0]["entity_id"]) == ("visits.write_note", visit)
    assert loss["last_pull_at"] is not None
    assert loss["last_push_at"] is not None
    seen = standing_of(visiting)
    assert (seen["lost_count"], seen["wiped_at"] is not None) == (12, True)
    assert standing_of(visiting, "蒲晓燕")["wiped_at"] is None


@pytest.mark.parametrize(
    ("told", "kept", "minutes", "lost"),
    [
        (None, None, 0, None),
        (4, None, 0, 4),
        (None, 12, 1, 12),
        (4, 12, 1, 12),
        pytest.param(0, 12, -60, 0, id="handed in by the worker since the page counted"),
        pytest.param(4, 0, 1, 0, id="nothing waited any more"),
    ],
)
def test_how_much_is_lost_as_far_as_anybody_knows(
    doctor: Phone, told: int | None, kept: int | None, minutes: float, lost: int | None
) -> None:
    if told is not None:
        pull(doctor, told)
    assert wiped(doctor, kept, minutes)["lost_count"] == lost
    assert wiped(doctor, kept, minutes)["lost_count"] == lost, "a lost reply, asked again"


def test_what_the_phone_is_let_go_of_asks_for_nobody_any_more(visiting: Visiting, doctor: Phone) -> None:
    visit = visiting.started("B01", by=people.DOCTOR)
    wrong = doctor.command("visits.confirm", visit, {"method": "carer"})
    assert doctor.push(wrong)[0]["outcome"] == "refused"
    assert standing_of(visiting)["refused_count"] == 1
    visiting.nurse.push(visiting.nurse.command("sync.discard", wrong["id"], {}))
    assert standing_of(visiting)["refused_count"] == 1, "not the nurse's to let go"
    assert doctor.push(doctor.command("sync.discard", wrong["id"], {}))[0]["outcome"] == "applied"
    assert standing_of(visiting)["refused_count"] == 0
    assert good(visiting.phone(people.MANAGER).get("/sync/status"))["refused"] == []
    assert doctor.push(wrong)[0]["outcome"] == "refused", "it stays refused"


def test_letting_go_of_what_never_came_is_no_error(doctor: Phone) -> None:
    assert doctor.push(doctor.command("sync.discard", str(uuid4()), {}))[0]["outcome"] == "applied"
