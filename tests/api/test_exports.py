"""T21: a list of people leaves as a file when a second person allows it, once, with who had it on every row."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from jiayi.app import Runtime
from jiayi.core.clock import now
from jiayi.notify.delivery import remind_due
from jiayi.reports import service
from tests import world as people
from tests.phone import Phone, signed_in
from tests.world import World, sign_contract

WANTED = {"code": "signed", "part": "denominator", "kind": "csv", "purpose": "请村医挨家问一遍=签约"}


@pytest.fixture
def manager(app: Flask, runtime: Runtime, world: World) -> Phone:
    sign_contract(runtime, world, world.elder_id)
    return signed_in(app, people.MANAGER)


@pytest.fixture
def supervisor(app: Flask) -> Phone:
    return signed_in(app, people.SUPERVISOR)


def asked(phone: Phone, **more: Any) -> dict[str, Any]:
    answer = phone.post("/reports/export-requests", WANTED | more)
    assert answer.status_code == 201, answer.json
    found: dict[str, Any] = answer.json
    return found


def noted(owner: Engine, action: str) -> Iterator[Any]:
    with owner.connect() as connection:
        yield from connection.execute(text("select * from audit_entries where action = :a"), {"a": action}).mappings()


def test_t21_without_a_second_person_it_is_refused_and_noted(manager: Phone, owner: Engine) -> None:
    request = asked(manager)
    assert (request["phase"], request["is_own"]) == ("asked", True)
    answer = manager.post(f"/reports/export-requests/{request['id']}/fetch")
    assert (answer.status_code, answer.json["code"]) == (403, "reports.refused.second_person")
    assert len(list(noted(owner, "reports.export_people_refused"))) == 1
    own = manager.post(f"/reports/export-requests/{request['id']}/decide", {"decision": "approve"})
    assert own.json["code"] == "reports.refused.own_request"


def test_what_another_allows_is_fetched_once_by_who_asked_with_a_mark_on_it(
    manager: Phone, supervisor: Phone, owner: Engine
) -> None:
    request = asked(manager)
    path = f"/reports/export-requests/{request['id']}"
    approved = supervisor.post(f"{path}/decide", {"decision": "approve", "note": "可以"})
    assert (approved.json["phase"], approved.json["is_own"]) == ("approved", False)
    assert supervisor.post(f"{path}/fetch").status_code == 403
    answer = manager.post(f"{path}/fetch")
    lines = answer.get_data().decode("utf-8-sig").splitlines()
    assert request["id"] in lines[0]
    assert all(
        word in lines[1] for word in (request["asked_by_name"], approved.json["decided_by_name"], "请村医挨家问一遍")
    )
    assert lines[3].startswith("姓名,电话,")
    (elder,) = [line for line in lines if line.startswith("丁大川,")]
    assert f"{request['asked_by_name']} {request['id'][-8:]}" in elder, "each row says who took it"
    assert people.ELDER not in answer.get_data().decode()
    again = manager.post(f"{path}/fetch")
    assert (again.status_code, again.json["code"]) == (403, "reports.refused.fetched")
    (entry,) = noted(owner, "reports.export_people")
    assert entry["reason"] == WANTED["purpose"]


def test_the_sheet_says_it_on_each_printed_page(manager: Phone, supervisor: Phone) -> None:
    request = asked(manager, kind="xlsx")
    path = f"/reports/export-requests/{request['id']}"
    supervisor.post(f"{path}/decide", {"decision": "approve"})
    with zipfile.ZipFile(io.BytesIO(manager.post(f"{path}/fetch").get_data())) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert request["asked_by_name"] in sheet.split("<oddHeader>")[1].split("</oddHeader>")[0]


def test_what_is_refused_stays_refused_and_what_waited_too_long_is_over(
    manager: Phone, supervisor: Phone, runtime: Runtime, world: World
) -> None:
    request = asked(manager)
    path = f"/reports/export-requests/{request['id']}"
    assert supervisor.post(f"{path}/decide", {"decision": "refuse", "note": "用打星的就够"}).json["phase"] == "refused"
    assert supervisor.post(f"{path}/decide", {"decision": "approve"}).json["code"] == "reports.refused.not_open"
    asked(manager)
    with runtime.sessions.county(world.county_id) as session:
        later = service.list_requests(session, world.supervisor, now() + timedelta(hours=72))["items"]
    assert [one["phase"] for one in later] == ["expired", "refused"]


SENT = text(
    "select values as told, channel, status from outgoing_messages where text_code like 'reports.%' order by id"
)


def inbox(phone: Phone) -> list[tuple[str, str, bool]]:
    items = phone.get("/notifications").json["items"]
    told = [one for one in items if one["kind"] == "reports"]
    return [(one["code"], one["url"], one["read_at"] is None) for one in told]


def test_who_may_decide_hears_of_it_and_who_asked_of_the_decision(
    app: Flask, manager: Phone, supervisor: Phone, owner: Engine
) -> None:
    request = asked(manager)
    assert inbox(supervisor) == [("reports.notice.export_asked", "/overview/exports", True)]
    assert inbox(manager) == [], "who asked knows it"
    assert inbox(signed_in(app, people.LEADER)) == [], "and nobody else hears of it"
    with owner.connect() as connection:
        (waiting,) = connection.execute(SENT).all()
    assert (set(waiting.told), waiting.channel, waiting.status) == ({"until_at"}, "push", "queued"), "nobody's name"
    supervisor.post(f"/reports/export-requests/{request['id']}/decide", {"decision": "refuse", "note": "用打星的就够"})
    assert inbox(manager) == [("reports.notice.export_refused", "/overview/exports", True)]
    assert inbox(supervisor) == [("reports.notice.export_asked", "/overview/exports", False)], "nothing waits any more"
    with owner.connect() as connection:
        sent = [row.status for row in connection.execute(SENT)]
    assert sent == ["skipped", "queued"]


def _in(hours: int) -> datetime:
    return now() + timedelta(hours=hours)


def test_when_nobody_decides_in_time_who_asked_hears_it_once_and_nothing_waits_any_more(
    manager: Phone, supervisor: Phone, runtime: Runtime, world: World
) -> None:
    asked(manager)
    decided = asked(manager)
    supervisor.post(f"/reports/export-requests/{decided['id']}/decide", {"decision": "approve"})
    for hours in (71, 72, 73):
        remind_due(runtime.sessions, world.county_id, partial(_in, hours))
        told = [code for code, _, _ in inbox(manager) if code == "reports.notice.export_expired"]
        assert len(told) == (hours > 71)
    assert [is_new for _, _, is_new in inbox(supervisor)] == [False, False]


def test_of_answers_and_of_groups_of_level_5_nobody_is_listed(manager: Phone) -> None:
    for code in ("satisfied", "key_group_k04", "key_group_k10"):
        answer = manager.post("/reports/export-requests", WANTED | {"code": code})
        assert (answer.status_code, answer.json["code"]) == (403, "reports.refused.not_listed")


def test_the_database_itself_knows_no_single_person(manager: Phone, owner: Engine) -> None:
    request = asked(manager)
    forged = text(
        "update export_requests set decision = 'approve', decided_by_account_id = asked_by_account_id where id = :id"
    )
    with pytest.raises(IntegrityError), owner.begin() as connection:
        connection.execute(forged, {"id": request["id"]})
    assert manager.post(f"/reports/export-requests/{uuid4()}/fetch").status_code == 404
