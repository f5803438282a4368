"""How a test gets about in the app: by the words that stand on it, as a person does."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from playwright.sync_api import Locator, Page, expect

Step: TypeAlias = Sequence[str]
"""What to do, and with what: `["tap", "出发去丁大川家"]`."""

_TAPPED = ("button", "link", "tab", "radio", "checkbox")
_HAS_WORKER = "() => navigator.serviceWorker.controller?.state === 'activated'"
_DOCUMENTS = """async (kind) => {
  const open = (name) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const all = (asking) => new Promise((resolve) => { asking.onsuccess = () => resolve(asking.result) })
  const unseal = (key, sealed, about) => crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.subarray(0, 12), additionalData: new TextEncoder().encode(about) }, key, sealed.subarray(12))
  const phone = await open('jiayi')
  const found = []
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('jiayi:')) continue
    const ring = await all(phone.transaction('settings').objectStore('settings').get(`keys:${name.split(':')[1]}`))
    if (!ring?.wrapped || ring.pin) continue
    const key = await crypto.subtle.importKey('raw', await unseal(ring.phone, ring.wrapped, ''), 'AES-GCM', false, ['decrypt'])
    const db = await open(name)
    for (const { bucket, id, body } of await all(db.transaction('documents').objectStore('documents').index('kind').getAll(kind))) {
      found.push(JSON.parse(new TextDecoder().decode(await unseal(key, body, `${bucket} ${kind} ${id}`))))
    }
    db.close()
  }
  phone.close()
  return found
}"""


def enter(page: Page, url: str, name: str) -> None:
    """Come in as one of the demo's people, with one tap."""
    page.goto(f"{url}/signin")
    page.get_by_role("button", name=name).click()
    expect(page).not_to_have_url(f"{url}/signin")


def synced(page: Page) -> None:
    """Wait until this phone has handed in everything and knows everything."""
    expect(page.get_by_role("button", name=re.compile("已同步"))).to_be_visible(timeout=60_000)


def kept(page: Page) -> None:
    """Wait until the app itself is on this phone."""
    page.wait_for_function(_HAS_WORKER)


def documents(page: Page, kind: str) -> list[dict[str, Any]]:
    """What this phone holds of a kind, as the server sent it."""
    found: list[dict[str, Any]] = page.evaluate(_DOCUMENTS, kind)
    return found


def home_of(page: Page, name: str) -> tuple[float, float]:
    """Where somebody lives, as this phone knows it."""
    one = next(one for one in documents(page, "resident") if one["name"] == name)
    return one["latitude"], one["longitude"]


def here(page: Page) -> Page | Locator:
    """Where a finger can go: the sheet that lies over the page, or the page."""
    sheet = page.locator("dialog[open]")
    return sheet.last if sheet.count() else page


def tap(page: Page, words: str) -> None:
    """Tap the first thing to tap that says so."""
    place = here(page)
    found = [place.get_by_role(role, name=words) for role in _TAPPED]  # type: ignore[arg-type] # all of them are roles
    any_of = found[0]
    for other in found[1:]:
        any_of = any_of.or_(other)
    any_of.first.click()


def press(page: Page, key: str) -> None:
    """One of the number pad's keys."""
    page.get_by_role("button", name=key, exact=True).click()


def see(page: Page, words: str) -> None:
    """Wait until it stands there."""
    expect(here(page).get_by_text(words).first).to_be_visible()


def reach(page: Page, address: str) -> None:
    """Wait until the address has this in it."""
    expect(page).to_have_url(re.compile(re.escape(address)))


def fill(page: Page, label: str, words: str) -> None:
    here(page).get_by_label(label).fill(words)


def go(page: Page, path: str) -> None:
    """Another address without loading the app anew, as the phone's own way back does."""
    page.evaluate(
        "path => { history.pushState(history.state, '', path); dispatchEvent(new PopStateEvent('popstate')) }", path
    )


def sign(page: Page) -> None:
    """Two strokes of a name, written with the finger."""
    pad = page.locator(".sign svg").last
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box is not None
    x, y, width, height = box["x"], box["y"], box["width"], box["height"]
    for begin, end in (((0.2, 0.3), (0.5, 0.6)), ((0.45, 0.25), (0.8, 0.7))):
        page.mouse.move(x + width * begin[0], y + height * begin[1])
        page.mouse.down()
        page.mouse.move(x + width * end[0], y + height * end[1], steps=8)
        page.mouse.up()


def stand_at_home_of(page: Page, name: str) -> None:
    latitude, longitude = home_of(page, name)
    page.context.set_geolocation({"latitude": latitude, "longitude": longitude, "accuracy": 12})


STEPS: dict[str, Callable[..., None]] = {
    "tap": tap,
    "press": press,
    "see": see,
    "reach": reach,
    "fill": fill,
    "go": go,
    "sign": sign,
    "stand_at_home_of": stand_at_home_of,
}


def walk(page: Page, steps: Sequence[Step]) -> None:
    """Take the steps, one after the other."""
    for verb, *words in steps:
        STEPS[verb](page, *words)
