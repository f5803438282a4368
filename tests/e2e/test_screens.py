"""Every screen, in both sizes: nothing to stumble over, nothing cut off, and its words are there."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.audit import faults
from tests.e2e.picture import take
from tests.e2e.walking import here, walk

ROOT = Path(__file__).parents[2]
PEOPLE: list[dict[str, Any]] = json.loads((ROOT / "tests" / "tables" / "screens.json").read_text(encoding="utf-8"))
PICTURES = ROOT / "docs" / "screenshots" if os.environ.get("JIAYI_SCREENSHOTS") else None
PATIENCE_MS = 10_000

pytestmark = [pytest.mark.e2e]


@pytest.mark.parametrize(
    "person",
    [pytest.param(one, id=one["who"], marks=pytest.mark.xdist_group(f"screens of {one['who']}")) for one in PEOPLE],
)
def test_screens(person: dict[str, Any], handset: Any, subtests: Any) -> None:
    phone = handset(reduced_motion="reduce")
    page: Page = phone.page
    page.set_default_timeout(PATIENCE_MS)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    if "name" in person:
        phone.enter(person["name"])
    for screen in person["screens"]:
        with subtests.test(screen["screen"]), _seen_when_it_fails(page, screen["screen"]):
            _visit(phone, screen, said)


@contextmanager
def _seen_when_it_fails(page: Page, name: str) -> Iterator[None]:
    try:
        yield
    except BaseException:
        page.screenshot(path=ROOT / "build" / "e2e" / f"{name}.png")
        raise


def _visit(phone: Any, screen: dict[str, Any], said: list[str]) -> None:
    page: Page = phone.page
    path = _path_of(phone, screen)
    _choose_size(page, is_elder=False)
    phone.open(path)
    walk(page, screen.get("steps", []))
    found: dict[str, list[str]] = {}
    for size in ("normal", "elder"):
        is_elder = size == "elder"
        _choose_size(page, is_elder=is_elder)
        expect(here(page).get_by_text(screen["text"]).first).to_be_visible()
        if PICTURES:
            take(page, PICTURES / f"{screen['screen']}{'-elder' if is_elder else ''}.png")
        found[size] = faults(page, is_elder=is_elder) + said
        said.clear()
    assert found == {"normal": [], "elder": []}


def _path_of(phone: Any, screen: dict[str, Any]) -> str:
    """Where it is: an address, or where some steps lead that are taken once."""
    page: Page = phone.page
    here_now = page.url.removeprefix(phone.server.url)
    if "before" not in screen:
        return str(screen.get("path", here_now))
    _choose_size(page, is_elder=False)
    phone.open(screen.get("path", here_now))
    walk(page, screen["before"])
    expect(here(page).get_by_text(screen.get("at", screen["text"])).first).to_be_visible()
    return page.url.removeprefix(phone.server.url)


def _choose_size(page: Page, *, is_elder: bool) -> None:
    """As if it were chosen in another window: the page that stands here follows."""
    if page.url != "about:blank":
        page.evaluate(_CHOOSE, "yes" if is_elder else "no")


_CHOOSE = (
    "size => { localStorage.setItem('elder', size); dispatchEvent(new StorageEvent('storage', { key: 'elder' })) }"
)
