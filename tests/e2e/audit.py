"""What a screen must stand: an accessibility check, small phones, large text, thick fingers."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "pwa" / "node_modules" / "axe-core" / "axe.min.js"
OURS = Path(__file__).parent / "audit.js"
HEIGHT = 740
WIDTH = 360
NARROW = 320
LEAST_TARGET = 44
LEAST_TARGET_OF_ELDERS = 60
LEAST_GAP = 5
"""Pixels between two controls; the design asks for 6, and a browser rounds."""


def faults(page: Page, *, is_elder: bool) -> list[str]:
    """Everything that is wrong with what the page shows now, in words."""
    if not page.evaluate("'audit' in globalThis"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
        page.evaluate(OURS.read_text(encoding="utf-8"))
    found = _ask(page, "audit.faults()")
    found += _ask(page, f"audit.small({LEAST_TARGET_OF_ELDERS if is_elder else LEAST_TARGET})")
    found += _ask(page, f"audit.crowded({LEAST_GAP})")
    found += [f"covered: {what}" for what in _ask(page, "audit.covered()")]
    found += [f"sideways at {WIDTH}: {what}" for what in _ask(page, "audit.wide()")]
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    found += [f"sideways at {NARROW}: {what}" for what in _ask(page, "audit.wide()")]
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found += [f"sideways with text twice as large: {what}" for what in _ask(page, "audit.wide()")]
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def _ask(page: Page, expression: str) -> list[str]:
    answer: Any = page.evaluate(expression)
    return [str(one) for one in answer]
