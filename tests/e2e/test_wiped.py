"""The browser clears all that the app keeps and leaves it its cookies: the phone comes back by itself and says what may be lost."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.audit import faults
from tests.e2e.handset import Handset
from tests.e2e.records import Records
from tests.e2e.server import DemoServer
from tests.e2e.test_install import begin_unplanned
from tests.e2e.walking import kept, see, stand_at_home_of, synced, tap, walk

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("wiped")]

NURSE, NURSE_PHONE = "何秀兰", "0108"
STORAGE = "indexeddb,local_storage,cache_storage,service_workers,websql,file_systems"
DEVICE = """async () => {
  const db = await new Promise((resolve) => { const opening = indexedDB.open('jiayi'); opening.onsuccess = () => resolve(opening.result) })
  const asking = db.transaction('settings').objectStore('settings').get('device_id')
  return new Promise((resolve) => { asking.onsuccess = () => { db.close(); resolve(asking.result) } })
}"""


def clear(phone: Handset) -> Page:
    """As the browser does when the phone is full: with the app closed, everything but the cookies."""
    page = phone.put_away()
    page.context.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": phone.server.url, "storageTypes": STORAGE}
    )
    return page


def standing(records: Records) -> dict[str, Any]:
    phones = records.client.get("/sync/status").json()["phones"]
    return max((one for one in phones if one["name"] == NURSE and one["wiped_at"]), key=lambda one: one["wiped_at"])


def test_a_cleared_phone_comes_back_by_itself_and_says_what_may_be_lost(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    patient = records().somebody_free()
    phone = handset()
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    synced(page)
    kept(page)
    device_id = page.evaluate(DEVICE)
    stand_at_home_of(page, patient)
    phone.context.set_offline(True)
    begin_unplanned(page, patient)
    waiting = page.get_by_role("button", name=re.compile(r"存了\d+条")).first.inner_text()
    count = int("".join(filter(str.isdigit, waiting)))
    assert count > 0

    page = clear(phone)
    phone.context.set_offline(False)
    phone.open("/day")
    expect(page).to_have_url(re.compile("/wiped$"))
    see(page, "手机把存的东西清掉了")
    see(page, f"那时候还有{count}条没传上去，可能没了")
    see(page, "今天去过的几家，请看一遍记录齐不齐")
    assert page.evaluate(DEVICE) == device_id, "the same phone for the server"

    seen = standing(records("manager", None))
    assert (seen["device_id"], seen["lost_count"]) == (device_id, count)

    for is_elder in (False, True):
        page.evaluate("choice => localStorage.setItem('elder', choice)", "yes" if is_elder else "no")
        page.reload()
        see(page, "手机把存的东西清掉了")
        assert faults(page, is_elder=is_elder) == []
    page.evaluate("localStorage.setItem('elder', 'no')")
    page.reload()
    tap(page, "去看今天的几家")
    synced(page)
    phone.context.set_offline(True)
    begin_unplanned(page, patient)
    phone.context.set_offline(False)
    page.evaluate("() => window.dispatchEvent(new Event('online'))")
    synced(page)
    page.reload()
    expect(page.get_by_text("手机把存的东西清掉了")).to_have_count(0)

    manager = handset()
    office = manager.open("/signin")
    office.get_by_role("button", name="庞文海").click()
    walk(office, [["go", "/overview/sync"], ["see", "被浏览器清掉过的手机"], ["see", f"当时有{count}条没交，可能丢了"]])


def test_what_was_handed_in_is_named_and_nothing_is_called_lost(handset: Callable[..., Handset]) -> None:
    phone = handset()
    page = phone.enter("蒲晓燕")
    synced(page)
    kept(page)
    page = clear(phone)
    phone.open("/")
    see(page, "做过的都传上去了，一条没丢")
    tap(page, "去看今天的几家")
    synced(page)


def test_clearing_is_no_way_around_the_lock(handset: Callable[..., Handset]) -> None:
    phone = handset()
    phone.context.route(
        "**/api/v1/demo/accounts", lambda route: route.fulfill(status=404, json={"code": "core.not_found"})
    )
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    see(page, "设一个手机锁")
    kept(page)
    page = clear(phone)
    phone.open("/day")
    see(page, "手机把存的东西清掉了")
    see(page, "请再登录一次")
    assert "next=/wiped" in page.url
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    see(page, "设一个手机锁")
