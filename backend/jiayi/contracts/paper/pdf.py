"""The page as a PDF that can be kept: the same bytes each time, its fonts inside, its text to be copied and searched."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

import orjson
import pylopdf_fonts_zh_cn as fonts
import typst

from jiayi.core import i18n

TEMPLATE = Path(__file__).parent / "contract.typ"
STANDARD: Final = "a-2u"
"""PDF/A-2u: all that is needed to show it lies in it, and every sign is known as a letter."""


def pdf_of(paper: dict[str, Any], made_at: datetime) -> bytes:
    """`paper` as `content.paper_of` gives it. `made_at` stands in it as its time: that of the last signature."""
    made = _set(paper).compile(format="pdf", timestamp=int(made_at.timestamp()), pdf_standards=STANDARD)
    return bytes(cast("bytes", made))


def pictures_of(paper: dict[str, Any], dots_per_inch: int = 100) -> list[bytes]:
    """The same pages as pictures (PNG), for those who look at how they are set."""
    made = cast("bytes | list[bytes]", _set(paper).compile(format="png", ppi=dots_per_inch))
    return made if isinstance(made, list) else [made]


def _set(paper: dict[str, Any]) -> typst.Compiler:
    # The words are data and never read as markup, whatever somebody's name is.
    told = {
        "paper": orjson.dumps(paper).decode(),
        "page": i18n.text("paper-page", {"page": "{page}", "pages": "{pages}"}),
    }
    folder = str(fonts.sans_path().parent)
    template: Any = _template()
    return typst.Compiler(template, font_paths=[folder], ignore_system_fonts=True, sys_inputs=told)


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()
