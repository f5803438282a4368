"""The app on a slow phone full of documents: Chromium at a quarter of this machine's speed, without a signal.

Everything is timed inside the page, from the finger to the frame that shows what came of it.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiayi.bench.bars import Bar

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

CHROMIUM = Path("/usr/bin/chromium")
SLOWDOWN = 4
ROUNDS = 5
PATIENCE_MS = 120_000
SETTLE_MS = 1_000
"""Between two taps of a person's."""

_WATCH = """(() => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const after = new MessageChannel()
    after.port1.onmessage = () => done(performance.now())
    after.port2.postMessage(0)
  }))
  const shown = (test) => new Promise((resolve) => {
    const watcher = new MutationObserver(() => look())
    const look = () => {
      if (!test()) return false
      watcher.disconnect()
      void painted().then(resolve)
      return true
    }
    // What is typed is no change of the document; the list has followed it before the next frame.
    addEventListener('input', look, { once: true })
    if (!look()) watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  window.bench = {
    started: shown(() => document.querySelector('.task')),
    // From the event to the frame in which `test` holds, in ms.
    after: (type, test) => {
      window.bench.took = new Promise((resolve) => addEventListener(type, (event) => {
        queueMicrotask(() => void shown(test).then((at) => resolve(at - event.timeStamp)))
      }, { capture: true, once: true }))
    },
  }
})()"""
_COUNT = """async () => {
  const { name } = (await indexedDB.databases()).find((one) => one.name.startsWith('jiayi:'))
  const db = await new Promise((resolve) => { const asked = indexedDB.open(name); asked.onsuccess = () => resolve(asked.result) })
  const found = await new Promise((resolve) => {
    const asked = db.transaction('documents').objectStore('documents').count()
    asked.onsuccess = () => resolve(asked.result)
  })
  db.close()
  return found
}"""
_HEADING = "() => document.querySelector('h1')?.textContent.includes({name!r}) && document.querySelector('.card-does')"
_CHECKED = "() => /已签到|已到门口/.test(document.body.textContent)"
_TYPED = "() => document.querySelector('[type=search]').value === {typed!r}"


def is_possible() -> bool:
    """Whether this machine has what it takes; says what is missing."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        click.echo("the phone is not measured: playwright is not installed (make setup)")
        return False
    if not CHROMIUM.exists():
        click.echo(f"the phone is not measured: there is no {CHROMIUM} (make browser)")
        return False
    return True


def speed(url: str, name: str, pace: Callable[[], float]) -> Iterator[Bar]:
    """Somebody of the demo comes in at `url`, downloads everything, and loses the signal. `pace` is asked around each figure."""
    with tempfile.TemporaryDirectory(prefix="jiayi-phone-") as folder, _phone(Path(folder)) as context:
        held = _fill(context, url, name)
        context.set_offline(True)
        for what, measure, most in _MEASURED:
            before = pace()
            took = statistics.median(measure(context, url))
            yield Bar(f"{what}, at the pace of calibration", took / statistics.mean((before, pace())), "ms", most)
        yield Bar("documents on that phone", held, "")


@contextmanager
def _phone(folder: Path) -> Iterator[BrowserContext]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        context = running.chromium.launch_persistent_context(
            str(folder), executable_path=CHROMIUM, headless=True, args=["--no-sandbox", "--disable-gpu"],
            viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="zh-CN",
            timezone_id="Asia/Shanghai", permissions=["geolocation"],
            geolocation={"latitude": 30.8, "longitude": 106.1, "accuracy": 12},
        )  # fmt: skip
        context.set_default_timeout(PATIENCE_MS)
        yield context
        context.close()


def _fill(context: BrowserContext, url: str, name: str) -> int:
    page = context.pages[0]
    page.goto(f"{url}/signin")
    page.get_by_role("button", name=name).click()
    page.wait_for_selector(".task")
    page.get_by_role("button", name="已同步").wait_for()
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")
    context.add_init_script(_WATCH)
    return int(page.evaluate(_COUNT))


def _slow(context: BrowserContext) -> Page:
    """An app that has just been opened, on a slow phone."""
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    return page


def _timed(page: Page, event: str, test: str, act: Callable[[], None]) -> float:
    page.evaluate(f"() => bench.after({event!r}, {test})")
    act()
    return float(page.evaluate("bench.took"))


def _starts(context: BrowserContext, url: str) -> list[float]:
    found = []
    for _ in range(ROUNDS):
        page = _slow(context)
        page.goto(f"{url}/day")
        found.append(float(page.evaluate("bench.started")))
        page.close()
    return found


def _cards(context: BrowserContext, url: str) -> list[float]:
    page = _slow(context)
    page.goto(f"{url}/residents")
    found = []
    for number in range(ROUNDS):
        link = page.locator(".task-main").nth(number)
        name = link.locator("h3").evaluate("title => title.firstChild.textContent.trim()")
        found.append(_timed(page, "pointerup", _HEADING.format(name=name), link.tap))
        page.go_back()
        page.wait_for_selector(".task")
    page.close()
    return found


def _check_ins(context: BrowserContext, url: str) -> list[float]:
    """At the door of everybody of the day, by the way that one takes: card, off, there."""
    page = _slow(context)
    page.goto(f"{url}/day")
    page.wait_for_selector(".task")
    found = []
    for path in page.locator(".task-main").evaluate_all("all => all.map((one) => one.pathname)"):
        page.goto(f"{url}{path}")
        page.get_by_role("button", name="出发", exact=True).tap()
        button = page.get_by_role("button", name="到了，签到")
        button.wait_for()
        page.wait_for_timeout(SETTLE_MS)
        found.append(_timed(page, "pointerup", _CHECKED, button.tap))
    page.close()
    return found


def _keys(context: BrowserContext, url: str) -> list[float]:
    page = _slow(context)
    page.goto(f"{url}/residents")
    page.wait_for_selector(".task")
    page.get_by_role("searchbox").focus()
    found = []
    typed = ""
    for key in ("1", "3", "8", "Backspace", "5", "Backspace", "Backspace", "Backspace"):
        typed = typed[:-1] if key == "Backspace" else typed + key
        found.append(_timed(page, "keydown", _TYPED.format(typed=typed), partial(page.keyboard.press, key)))
    page.close()
    return found


_MEASURED: tuple[tuple[str, Callable[[BrowserContext, str], list[float]], float], ...] = (
    ("offline start to the day's first rows", _starts, 900),
    ("opening a resident", _cards, 200),
    ("a tap on check-in to 已签到", _check_ins, 100),
    ("search, a key to the list", _keys, 100),
)
