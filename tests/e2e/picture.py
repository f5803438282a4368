"""Pictures of the screens for the documentation."""

from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Page

COLOURS = 128
"""A screen has few; with a palette the picture is a third of its size, and nobody sees the difference."""


def take(page: Page, path: Path, scale: Literal["css", "device"] = "css") -> None:
    """What the phone shows now, as a PNG with a palette."""
    full = Image.open(BytesIO(page.screenshot(scale=scale))).convert("RGB")
    small = full.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    path.parent.mkdir(parents=True, exist_ok=True)
    small.save(path, optimize=True)
