"""A photo that the server will not have: its nurse reads whose it is and why, and has it tried once more."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.audit import faults
from tests.e2e.handset import Handset
from tests.e2e.records import Records, eventually
from tests.e2e.server import DemoServer
from tests.e2e.test_install import begin_unplanned
from tests.e2e.test_photos import camera_picture
from tests.e2e.walking import kept, see, stand_at_home_of, synced, tap, walk

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("wiped")]

NURSE_PHONE = "0108"
REFUSED = {"code": "attachments.invalid.type", "status": 422, "title": "No", "type": "about:blank"}


def refuse(route: Route) -> None:
    if route.request.method == "PUT":
        route.fulfill(status=422, json=REFUSED, content_type="application/problem+json")
    else:
        route.continue_()


def test_a_refused_photo_is_shown_to_its_nurse(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    team = records()
    patient = team.somebody_free()
    resident_id = team.resident(patient)["id"]
    phone = handset()
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    synced(page)
    kept(page)
    stand_at_home_of(page, patient)
    phone.context.set_offline(True)
    begin_unplanned(page, patient)
    visit_path = re.sub(r"\?.*", "", page.url.removeprefix(demo_server.url))
    phone.context.set_offline(False)
    page.evaluate("() => window.dispatchEvent(new Event('online'))")
    synced(page)
    phone.context.route("**/api/v1/attachments/**", refuse)
    walk(page, [["go", f"{visit_path}?step=serve"], ["tap", "问过了，同意拍"]])
    shutter = page.get_by_label("拍照", exact=True)
    shutter.set_input_files({"name": "one.jpg", "mimeType": "image/jpeg", "buffer": camera_picture()})
    expect(page.get_by_role("img", name=re.compile("^照片，"))).to_have_count(1)

    expect(page.get_by_role("button", name=re.compile("1条要您看"))).to_be_visible(timeout=60_000)
    see(page, "没传成，看消息里")
    walk(
        page, [["go", "/inbox"], ["see", f"{patient}：照片没传成"], ["see", "服务器打不开这张照片"], ["see", "去重拍"]]
    )
    assert faults(page, is_elder=False) == []
    phone.context.unroute("**/api/v1/attachments/**")
    tap(page, "再传一次")

    def arrived() -> bool:
        visits = [one for one in team.bodies("visit") if resident_id in one["resident_ids"]]
        return any(photo["is_here"] for visit in visits for photo in visit["photos"])

    eventually(page, arrived)
    expect(page.get_by_text("照片没传成")).to_have_count(0)
