"""Pictures of the screens for the documentation."""

from base64 import b64decode, b64encode
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

SMALLER = Path(__file__).parent / "picture.js"


def take(page: Page, path: Path, scale: Literal["css", "device"] = "css") -> None:
    """What the phone shows now, as a PNG with a palette."""
    full = b64encode(page.screenshot(scale=scale)).decode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b64decode(page.evaluate(SMALLER.read_text(encoding="utf-8"), full)))
