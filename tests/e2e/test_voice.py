"""Somebody who cannot write signs where there is no signal: a print, a witness, the own voice; the leader hears it later."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.audit import faults
from tests.e2e.handset import Handset
from tests.e2e.records import TOLD, Records, eventually
from tests.e2e.server import DemoServer
from tests.e2e.test_photos import camera_picture
from tests.e2e.walking import here, kept, synced, tap, walk

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("wiped")]

LEADER, WITNESS = "杜海棠", "王桂芝"
_PLAYED = "async (sound) => { await sound.play(); sound.pause(); return sound.error === null && sound.readyState > 1 }"


def asking(team: Records) -> dict:
    """An old person who has asked to be looked after and has no answer yet."""
    asked = {one["resident_id"] for one in team.bodies("contract") if one["status"] == "pending_review"}
    found = [one for one in team.bodies("resident") if one["id"] in asked and one["name"] not in TOLD]
    return max(found, key=lambda one: one["id"])


def test_the_voice_of_who_cannot_write_is_kept_sent_and_heard(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    team = records()
    elder = asking(team)
    phone = handset(reduced_motion="reduce")
    page = phone.enter(LEADER)
    synced(page)
    kept(page)
    phone.context.set_offline(True)
    walk(page, [["go", f"/residents/{elder['id']}/sign"], ["tap", "不会写字"], ["tap", "按手印"]])
    sheet = here(page)
    sheet.get_by_label("谁在旁边看着").fill(WITNESS)
    sheet.get_by_role("checkbox").check()
    tap(page, "开始录音")
    expect(sheet.get_by_role("timer")).to_contain_text("0:03")
    tap(page, "停止")
    assert sheet.locator("audio[controls]").evaluate(_PLAYED)
    sheet.get_by_label("拍下这一页").set_input_files(
        {"name": "page.jpg", "mimeType": "image/jpeg", "buffer": camera_picture()}
    )
    expect(sheet.get_by_role("img", name="刚拍的那一页")).to_be_visible()
    assert faults(page, is_elder=True) == []
    tap(page, "就这样签")
    page.get_by_role("button", name=re.compile("^愿意")).click()
    expect(page.get_by_role("button", name=re.compile("没信号，存了"))).to_be_visible()
    phone.context.set_offline(False)
    page.evaluate("() => window.dispatchEvent(new Event('online'))")

    def proven() -> bool:
        signed = [one for one in team.bodies("contract") if one["resident_id"] == elder["id"]]
        return any(one["status"] == "active" and one["proof_awaited_since_on"] is None for one in signed)

    eventually(page, proven)
    contract = team.one("contract", lambda one: one["resident_id"] == elder["id"])
    walk(page, [["go", f"/contracts/{contract['id']}"], ["tap", "看协议全文"], ["tap", "听当时的录音"]])
    voice = page.locator("audio[controls]")
    expect(voice).to_be_visible()
    assert voice.evaluate(_PLAYED)
