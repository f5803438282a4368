"""What people come for is three taps from their first screen."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.handset import Handset
from tests.e2e.walking import here, synced, tap, walk

PEOPLE: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "tables" / "taps.json").read_text(encoding="utf-8")
)
PATIENCE_MS = 10_000
MOST_TAPS = 3
MOST_TOUCHES = 4
"""With what is picked from a list: what for, or whom."""

pytestmark = [pytest.mark.e2e]


@pytest.mark.parametrize("person", [pytest.param(one, id=one["who"]) for one in PEOPLE])
def test_taps(person: dict[str, Any], handset: Callable[..., Handset], subtests: Any) -> None:
    phone = handset(reduced_motion="reduce")
    by_phone = "ending" in person
    page = phone.enter_by_phone(person["ending"], person["realm"]) if by_phone else phone.enter(person["name"])
    page.set_default_timeout(PATIENCE_MS)
    if person["realm"] == "staff":
        synced(page)
    for task in person["tasks"]:
        with subtests.test(task["task"]):
            phone.open(person["home"])
            touches = Counter(_touch(page, *step) for step in task["way"])
            if "done" in task:
                expect(page.get_by_text(task["done"]).first).to_be_visible()
            assert touches["tap"] <= MOST_TAPS
            assert touches["tap"] + touches["pick"] <= MOST_TOUCHES


def test_list_stays_under_the_finger(handset: Callable[..., Handset]) -> None:
    """What waits and whether there is a signal change at any moment, also between looking and tapping."""
    phone = handset()
    page = phone.enter(next(one["name"] for one in PEOPLE if one["realm"] == "staff" and "name" in one))
    synced(page)
    phone.open("/residents")
    row = page.locator(".task-main").first
    expect(row).to_be_visible()
    pill = page.locator(".pill")
    stands = []
    for words in ("还没同步", "15:52已同步", "没信号，照常做", "没信号，存了12条", "正在上传", "1条要您看"):
        pill.evaluate("(pill, words) => { pill.lastChild.textContent = words }", words)
        stands.append(row.evaluate("row => row.getBoundingClientRect().top"))
    assert len(set(stands)) == 1


def test_row_takes_the_tap_that_follows_a_swipe(handset: Callable[..., Handset]) -> None:
    phone = handset()
    page = phone.enter(next(one["name"] for one in PEOPLE if one["realm"] == "staff" and "name" in one))
    synced(page)
    phone.open("/residents")
    expect(page.locator(".task-main").nth(3)).to_be_visible()
    assert page.evaluate(_SWIPED_AND_TAPPED)


_SWIPED_AND_TAPPED = """async () => {
  const scrolled = new Promise((done) => addEventListener('scroll', done, { once: true, capture: true }))
  scrollBy(0, 90)
  await scrolled
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const { left, top, width, height } = document.querySelectorAll('.task-main')[3].getBoundingClientRect()
  return !!document.elementFromPoint(left + width / 2, top + height / 2).closest('.task-main')
}"""


def _touch(page: Page, verb: str, *words: str) -> str:
    """Do it; says whether it was a tap, a choice (`pick`), or neither."""
    match verb:
        case "pick":
            tap(page, *words)
        case "call":
            # The phone's own dialler opens; a browser on a desk has none.
            expect(here(page).get_by_role("link", name=words[0])).to_have_attribute("href", f"tel:{words[1]}")
            return "tap"
        case _:
            walk(page, [[verb, *words]])
    return verb
