"""One day of a team: a daughter books, the leader sends a nurse, the nurse works with no server at all, and everything
arrives once.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.handset import Handset
from tests.e2e.records import Records, eventually
from tests.e2e.server import DemoServer
from tests.e2e.walking import kept, synced

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("story")]

ITEM = "量血压、看看情况"
NURSE, LEADER, DAUGHTER, ELDER = "蒲晓燕", "杜海棠", "杜秀兰", "杜玉芳"


def test_a_day_of_a_team(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    doctor = records()
    elder = doctor.resident(ELDER)
    left_before = doctor.left(elder["id"])

    daughter = handset()
    visit_id = book(daughter, left_before)
    eventually(daughter.page, lambda: doctor.left(elder["id"]) == left_before - 1)  # a booking keeps its place
    send_nurse(handset())
    nurse = handset()
    work_offline(nurse, demo_server, visit_id, elder)

    visit = doctor.one("visit", lambda one: one["id"] == visit_id)
    assert visit["status"] in {"completed", "verified"}
    assert visit["check_in"]["verdict"] == "inside"
    assert [line["outcome"] for line in visit["services"] if line["item_code"] == "D01"] == ["done"]
    pressures = [
        one for one in doctor.bodies("measurement") if one["visit_id"] == visit_id and one["kind"] == "blood_pressure"
    ]
    assert [one["values"] for one in pressures] == [{"systolic": 138, "diastolic": 84}], "sent once"
    assert doctor.left(elder["id"]) == left_before - 1
    everybody_sees_it(handset(), visit_id)


def book(phone: Handset, left: int) -> str:
    page = phone.enter(DAUGHTER)
    page.get_by_role("link", name="预约上门").click()
    expect(page.get_by_role("heading", name="想请我们来做什么？")).to_be_visible()
    row = page.get_by_role("link", name=re.compile(f"^{ITEM}"))
    expect(row).to_contain_text(re.compile(f"还剩\\s*{left}次"))
    row.click()
    # The next working day, whichever that is, and not what is offered.
    page.get_by_role("link", name="换个时间").click()
    page.get_by_role("link", name=re.compile("上午$")).first.click()
    page.get_by_role("button", name="就这样约").click()
    expect(page).to_have_url(re.compile("/appointments/"))
    expect(page.get_by_text("收到了").first).to_be_visible()
    return page.url.split("/appointments/")[1].split("?")[0]


def send_nurse(phone: Handset) -> None:
    page = phone.enter(LEADER)
    synced(page)
    asked = page.get_by_role("button", name=f"接下 {ELDER}")
    expect(asked).to_have_count(2)  # the one before is for another day
    asked.last.click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_text(f"{NURSE}护士")).to_be_visible()
    for who in sheet.get_by_role("checkbox").all():
        wanted = NURSE in (who.locator("xpath=ancestor::label").inner_text())
        if who.is_checked() != wanted:
            who.locator("xpath=ancestor::label").click()
    sheet.get_by_role("button", name=re.compile(f"^请{NURSE}.*去$")).click()
    expect(page.get_by_text(re.compile("^排好了"))).to_be_visible()
    synced(page)


def work_offline(phone: Handset, server: DemoServer, visit_id: str, elder: dict) -> None:
    page = phone.enter(NURSE)
    synced(page)
    kept(page)
    phone.stand_at(elder["latitude"], elder["longitude"])
    server.kill()

    page.goto(f"{server.url}/visits/{visit_id}")
    page.get_by_role("button", name="出发", exact=True).click()
    page.get_by_role("button", name=re.compile("到了")).click()
    expect(page.get_by_text(re.compile("已到\\s*门口"))).to_be_visible()
    for number, then in (("138", "下一项：脉搏"), ("84", "下一步：服务")):
        for digit in number:
            page.get_by_role("button", name=digit, exact=True).click()
        page.get_by_role("button", name=re.compile("^下一")).click()
        expect(page.get_by_role("button", name=then)).to_be_visible()
    page.reload()
    expect(page.get_by_text(re.compile("已到\\s*门口"))).to_be_visible()
    expect(page.get_by_label(re.compile("^高压"))).to_have_value("138")
    finish_measuring(page)
    tick = page.get_by_role("checkbox", name=re.compile("生命体征|量血压"))
    if not tick.first.is_checked():
        tick.first.check()
    page.get_by_role("button", name="下一步：签字").click()
    write_name(page)
    page.get_by_role("button", name=re.compile("签退")).click()
    expect(page.get_by_role("button", name=re.compile("没信号，存了\\d+条|\\d+条待上传"))).to_be_visible()

    server.start()
    page.evaluate("() => window.dispatchEvent(new Event('online'))")
    synced(page)


def finish_measuring(page: Page) -> None:
    """What was not measured is said so."""
    serve = page.get_by_role("button", name="下一步：服务")
    while not serve.is_visible():
        page.get_by_role("button", name=re.compile("^下一项")).click()
    serve.click()


def write_name(page: Page) -> None:
    field = page.get_by_role("img", name=re.compile("签名|签字")).or_(page.locator("canvas, .sign svg")).first
    box = field.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + 50)
    page.mouse.down()
    for step in range(12):
        page.mouse.move(box["x"] + 30 + step * 15, box["y"] + 50 + (step % 3) * 12)
    page.mouse.up()


def everybody_sees_it(phone: Handset, visit_id: str) -> None:
    page = phone.enter(DAUGHTER)
    page.goto(f"{phone.server.url}/appointments/{visit_id}")
    expect(page.get_by_text(re.compile("做了什么|来过了|做完了")).first).to_be_visible(timeout=60_000)
