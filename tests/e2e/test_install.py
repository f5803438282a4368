"""A real app on the phone: it installs, opens without a server, hands in without a page, and can be pushed to."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.e2e.handset import Handset
from tests.e2e.records import Records, eventually
from tests.e2e.server import DemoServer
from tests.e2e.walking import kept, see, stand_at_home_of, synced, tap, walk
from tests.e2e.worker import ServiceWorker
from tests.push_service import Browser, push_service

pytestmark = [pytest.mark.e2e]

ROOT = Path(__file__).parents[2]
SYNC_TAG = re.search(r"OUTBOX_SYNC_TAG = '(\w+)'", (ROOT / "pwa/src/sync/tags.ts").read_text(encoding="utf-8"))
LEADER, PATIENT = "杜海棠", "蒋玉珍"
NURSE_PHONE = "0108"
"""何秀兰, none of the demo's own people: so the screens of those stay as they are."""
NEXT = "唐明秀"
"""Her next stop."""


def test_it_installs(handset: Callable[..., Handset], demo_server: DemoServer) -> None:
    page = handset().open("/signin")
    kept(page)
    browser = page.context.new_cdp_session(page)
    found = browser.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"] == f"{demo_server.url}/manifest.webmanifest"
    assert browser.send("Page.getInstallabilityErrors")["installabilityErrors"] == []

    manifest = json.loads(found["data"])
    assert manifest["name"] == "家医上门"
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("/", "/", "standalone")
    drawn: dict[str, list[Image.Image]] = {"any": [], "maskable": []}
    for icon in manifest["icons"]:
        answer = httpx.get(f"{demo_server.url}{icon['src']}")
        assert answer.headers["content-type"].split(";")[0] == icon["type"]
        if icon["sizes"] != "any":
            picture = Image.open(BytesIO(answer.content)).convert("RGBA")
            assert icon["sizes"] == "{}x{}".format(*picture.size)
            drawn[icon.get("purpose", "any")].append(picture)
    assert {picture.width for picture in drawn["any"]} >= {192, 512}, "what Android asks for"
    (whole,) = drawn["maskable"]
    assert whole.getchannel("A").getextrema() == (255, 255), "the phone cuts its own shape out of it"


def test_the_day_goes_on_without_a_server_and_leaves_without_a_page(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    doctor = records()
    name = doctor.somebody_free()
    patient = doctor.resident(name)["id"]

    def unplanned() -> list[dict]:
        return [
            one for one in doctor.bodies("visit") if one["source"] == "unplanned" and patient in one["resident_ids"]
        ]

    before = len(unplanned())
    phone = handset()
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    synced(page)
    stand_at_home_of(page, name)
    kept(page)
    with demo_server.away():
        page.reload()
        see(page, NEXT)
        phone.put_away()
        page = phone.open("/")
        see(page, NEXT)
        expect(page).to_have_url(f"{demo_server.url}/day")
        begin_unplanned(page, name)
        empty = phone.put_away()

    assert len(unplanned()) == before, "nothing has left yet"
    worker = ServiceWorker(empty, demo_server.url)
    assert SYNC_TAG is not None
    worker.synchronize(SYNC_TAG[1])
    eventually(empty, lambda: len(unplanned()) == before + 1)
    assert unplanned()[-1]["status"] == "in_progress"

    worker.synchronize(SYNC_TAG[1])
    synced(phone.open("/day"))
    assert len(unplanned()) == before + 1, "arrived once"


def begin_unplanned(page: Page, patient: str) -> None:
    walk(page, [["tap", "居民"], ["fill", "找姓名、村名、电话", patient]])
    expect(page.get_by_role("link", name=re.compile("岁"))).to_have_count(1)
    walk(page, [["tap", patient], ["reach", "/residents/"], ["tap", "开始上门"]])
    if not page.get_by_role("checkbox", checked=True).count():
        page.get_by_role("checkbox").first.check()
    tap(page, "到了，签到")
    expect(page.get_by_text("离家0米")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("存了|待上传"))).to_be_visible()


@contextmanager
def worker_process(server: DemoServer) -> Iterator[None]:
    """`jiayi worker`, which sends what is to be sent."""
    with (server.data_dir / "worker.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jiayi", "worker"], env=server.environment, stdout=log, stderr=log
        )
        try:
            yield
        finally:
            process.kill()
            process.wait()


def test_a_push_is_shown_and_leads_somewhere(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    """A value of danger, from the doctor's phone to the leader's lock screen.

    Chromium subscribes to its maker's push service alone, so the keys are those of a browser of our own, which hands
    the opened message on to the real worker; and only a finger opens a window that is closed, so the app is open here.
    """
    doctor, leader = records(), records("team_leader", LEADER)
    patient = doctor.resident(PATIENT)["id"]
    browser = Browser()
    with push_service() as pushes, worker_process(demo_server):
        leader.post("/push-subscriptions", {"endpoint": f"{pushes.origin}/leader", "keys": browser.keys()})
        page = handset().enter(LEADER)
        synced(page)
        doctor.post("/measurements", {
            "measurement_id": str(uuid4()), "resident_id": patient, "kind": "blood_pressure", "unit": "mmHg",
            "values": {"systolic": 196, "diastolic": 122},
        })  # fmt: skip
        url = f"/residents/{patient}"
        eventually(page, lambda: any(browser.read(one.body)["url"] == url for one in pushes.received))
        message = next(opened for one in pushes.received if (opened := browser.read(one.body))["url"] == url)

    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")
    worker = ServiceWorker(page, demo_server.url)
    worker.receive(message)
    assert worker.notifications() == [{"title": "家医上门", "body": "蒋**量出来的数要马上看，请现在就看。"}]
    worker.click()
    expect(page).to_have_url(f"{demo_server.url}{url}")
    see(page, PATIENT)
    assert worker.notifications() == []
