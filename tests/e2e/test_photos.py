"""A photo taken where there is no signal: made small and clean on the phone, on its way later, and there to be looked at."""

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.e2e.handset import Handset
from tests.e2e.records import Records, eventually
from tests.e2e.server import DemoServer
from tests.e2e.walking import synced
from tests.photos import GPS, HOME, MAKE, ORIENTATION, TURNED

NURSE, NURSE_PHONE = "何秀兰", "0108"
"""Not the one whose day the pictures show."""

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("story")]


def camera_picture() -> bytes:
    """What a phone's camera makes: large, lying on its side, telling where it was taken."""
    made = Image.effect_noise((2400, 1800), 25).convert("RGB")
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION], exif[GPS] = "Fictional Camera", TURNED, HOME
    out = io.BytesIO()
    made.save(out, "JPEG", quality=95, exif=exif)
    return out.getvalue()


def test_a_photo_is_taken_offline_and_arrives_without_a_word_of_where(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    team = records()
    nurse_id = next(one["id"] for one in team.bodies("clinician") if one["name"] == NURSE)
    visit = next(
        one
        for one in team.bodies("visit")
        if one["status"] == "scheduled" and nurse_id in one["clinician_ids"] and len(one["resident_ids"]) == 1
    )
    phone = handset()
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    synced(page)
    page.evaluate("() => navigator.serviceWorker.ready")
    phone.stand_at(visit["latitude"], visit["longitude"])
    original = camera_picture()
    with demo_server.away():
        page.goto(f"{demo_server.url}/visits/{visit['id']}")
        page.get_by_role("button", name="出发", exact=True).click()
        page.get_by_role("button", name=re.compile("到了")).click()
        expect(page.get_by_text(re.compile("已到\\s*门口"))).to_be_visible()
        page.goto(f"{demo_server.url}/visits/{visit['id']}?step=serve")
        page.get_by_role("button", name="问过了，同意拍").click()
        shutter = page.get_by_label("拍照", exact=True)
        shutter.set_input_files({"name": "one.jpg", "mimeType": "image/jpeg", "buffer": original})
        taken = page.get_by_role("img", name=re.compile("^照片，"))
        expect(taken).to_have_count(1)
        shutter.set_input_files({"name": "two.jpg", "mimeType": "image/jpeg", "buffer": original[:-1] + b"\xd9"})
        expect(shutter).to_be_enabled()
        page.get_by_role("button", name="拿掉").first.click()
        expect(page.get_by_role("img", name=re.compile("^照片，"))).to_have_count(0)
        shutter.set_input_files({"name": "one.jpg", "mimeType": "image/jpeg", "buffer": original})
        expect(taken).to_have_count(1)
        page.reload()
        expect(taken).to_have_count(1)
    page.evaluate("() => window.dispatchEvent(new Event('online'))")

    def photos() -> list[dict]:
        found = next(one for one in team.bodies("visit") if one["id"] == visit["id"])
        return [photo for photo in found["photos"] if photo["is_here"]]

    eventually(page, lambda: len(photos()) == 1)
    (photo,) = photos()
    answer = team.client.get(f"/attachments/{photo['sha256']}")
    assert answer.headers["content-type"] == "image/jpeg"
    seen = Image.open(io.BytesIO(answer.content))
    assert (dict(seen.getexif()), seen.size) == ({}, (1200, 1600)), "upright, small, and it says nothing"
    assert b"Fictional" not in answer.content
    assert len(answer.content) < len(original) / 3
    synced(page)
    page.reload()
    page.get_by_role("button", name="看照片").click()
    expect(taken).to_be_visible()
