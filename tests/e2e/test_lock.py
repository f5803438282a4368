"""The lock: six digits between a found phone and what is on it, and no work lost behind it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.handset import Handset
from tests.e2e.records import Records, eventually
from tests.e2e.server import DemoServer
from tests.e2e.test_install import SYNC_TAG, begin_unplanned
from tests.e2e.walking import press, see, stand_at_home_of, synced, tap, walk
from tests.e2e.worker import ServiceWorker

pytestmark = [pytest.mark.e2e]

PIN, OTHER_PIN, WRONG = "402917", "135790", "999888"
NURSE_PHONE = "0108"
NEXT, PATIENT, DOCTORS, FIRST = "唐明秀", "蒋玉珍", "丁大川", "敬桂芳"
IDLE = "05:01"
_STORES = (
    "async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith('jiayi:'))"
)


def enter_pin(page: Page, pin: str) -> None:
    for digit in pin:
        press(page, digit)


def set_pin(page: Page, pin: str = PIN) -> None:
    walk(page, [["go", "/me/lock"], ["see", "设一个手机锁"]])
    enter_pin(page, pin)
    see(page, "再按一遍")
    enter_pin(page, pin)
    see(page, "手机锁设好了")


def unlock(page: Page, pin: str = PIN) -> None:
    see(page, "先开手机锁")
    enter_pin(page, pin)


def locked(page: Page, *secrets: str) -> None:
    """Nothing stands there but the lock, not out of sight either."""
    see(page, "先开手机锁")
    content = page.content()
    assert [one for one in secrets if one in content] == []


def nurse(handset: Callable[..., Handset]) -> Handset:
    phone = handset()
    synced(phone.enter_by_phone(NURSE_PHONE, "staff"))
    phone.page.evaluate("navigator.serviceWorker.ready")
    return phone


def test_it_locks_after_a_while_and_opens_without_a_server(
    handset: Callable[..., Handset], demo_server: DemoServer
) -> None:
    phone = handset()
    phone.page.clock.install()
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    synced(page)
    page.evaluate("navigator.serviceWorker.ready")
    set_pin(page)
    walk(page, [["tap", "居民"], ["fill", "找姓名、村名、电话", "蒋玉"], ["see", PATIENT]])
    page.clock.fast_forward("04:00")
    page.get_by_label("找姓名、村名、电话").press("End")
    page.clock.fast_forward("04:00")
    see(page, PATIENT)
    with demo_server.away():
        page.clock.fast_forward(IDLE)
        locked(page, PATIENT)
        enter_pin(page, WRONG)
        see(page, "数字不对，还能试9次")
        unlock(page)
        see(page, PATIENT)
        expect(page.get_by_label("找姓名、村名、电话")).to_have_value("蒋玉")

        page.reload()
        locked(page, FIRST)
        unlock(page)
        see(page, FIRST)


def at_somebodys_door(handset: Callable[..., Handset], doctor: Records) -> tuple[Handset, str, Callable[[], int]]:
    """A locked phone at the door of somebody free: phone, name, and how many visits begun there have arrived since."""
    name = doctor.somebody_free()
    patient = doctor.resident(name)["id"]

    def begun() -> int:
        visits = doctor.bodies("visit")
        return sum(one["source"] == "unplanned" and patient in one["resident_ids"] for one in visits)

    before = begun()
    phone = nurse(handset)
    stand_at_home_of(phone.page, name)
    set_pin(phone.page)
    walk(phone.page, [["go", "/day"], ["see", NEXT]])
    return phone, name, lambda: begun() - before


def test_forgotten_digits_cost_no_work(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    phone, name, arrived = at_somebodys_door(handset, records())
    page = phone.page
    with demo_server.away():
        begin_unplanned(page, name)
        page.reload()
        locked(page, name)
        see(page, "条待上传")
        tap(page, "忘了数字")
        see(page, "条都在，登录以后就上传")
    tap(page, "去登录")
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    synced(page)
    eventually(page, lambda: arrived() == 1)
    set_pin(page, OTHER_PIN)
    page.reload()
    unlock(page, OTHER_PIN)
    walk(page, [["go", "/day"]])
    synced(page)
    assert arrived() == 1, "once"


def test_work_leaves_a_locked_phone_that_is_closed(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    phone, name, arrived = at_somebodys_door(handset, records())
    page = phone.page
    with demo_server.away():
        begin_unplanned(page, name)
        page.reload()
        locked(page, name)
        empty = phone.put_away()
    assert SYNC_TAG is not None
    ServiceWorker(empty, demo_server.url).synchronize(SYNC_TAG[1])
    eventually(empty, lambda: arrived() == 1)


def test_two_people_on_one_phone_each_see_their_own(handset: Callable[..., Handset], demo_server: DemoServer) -> None:
    phone = nurse(handset)
    page = phone.page
    set_pin(page)
    walk(page, [["go", "/me"], ["tap", "别人也用这部手机"]])
    page.get_by_role("button", name="陈志远").click()
    see(page, DOCTORS)
    synced(page)
    walk(page, [["go", "/me"], ["see", "何秀兰"]])
    with demo_server.away():
        tap(page, "换成这位 何秀兰")
        locked(page, DOCTORS, NEXT)
        enter_pin(page, WRONG)
        see(page, "数字不对")
        unlock(page)
        see(page, NEXT)
        assert DOCTORS not in page.content()


def test_staff_outside_the_demo_choose_digits_first(handset: Callable[..., Handset]) -> None:
    phone = handset()
    phone.context.route(
        "**/api/v1/demo/accounts", lambda route: route.fulfill(status=404, json={"code": "core.not_found"})
    )
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    see(page, "设一个手机锁")
    phone.open("/day")
    see(page, "设一个手机锁")
    enter_pin(page, "123456")
    see(page, "这个太好猜")
    enter_pin(page, PIN)
    see(page, "再按一遍")
    enter_pin(page, PIN)
    see(page, NEXT)
    expect(page).to_have_url(re.compile("/day$"))


def test_a_phone_that_was_lost_erases_its_person_alone(handset: Callable[..., Handset]) -> None:
    phone = nurse(handset)
    page = phone.page
    walk(page, [["go", "/signin?besides=1"]])
    page.get_by_role("button", name="陈志远").click()
    see(page, DOCTORS)
    synced(page)
    assert len(page.evaluate(_STORES)) == 2
    refused = {"code": "identity.refused.device_revoked", "status": 401, "title": "No"}
    phone.context.route("**/api/v1/sync/**", lambda route: route.fulfill(status=401, json=refused))
    walk(page, [["go", "/me"], ["tap", "现在更新"]])
    expect(page).to_have_url(re.compile("/signin"))
    assert len(page.evaluate(_STORES)) == 1
