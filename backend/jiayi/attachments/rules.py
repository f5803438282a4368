"""Which bytes of a file a request brings. Source: RFC 9110 §14.4, of which one form is taken: `bytes a-b/total`."""

import re

from jiayi.attachments.terms import MAX_BYTES, Part
from jiayi.core.results import Refused

RANGE = re.compile(r"bytes (\d{1,9})-(\d{1,9})/(\d{1,9})", re.ASCII)


def part_of(content_range: str | None, length: int) -> Part | Refused:
    """The part that a body of `length` bytes is; without a Content-Range, the whole."""
    if content_range is None:
        part = Part(0, length, length)
    else:
        found = RANGE.fullmatch(content_range)
        if found is None:
            return Refused("attachments.invalid.range")
        first, last, total = (int(number) for number in found.groups())
        part = Part(first, last + 1, total)
    if not part.first < part.end <= part.total or part.end - part.first != length:
        return Refused("attachments.invalid.range")
    if part.total > MAX_BYTES:
        return Refused("attachments.invalid.too_large", {"max": MAX_BYTES})
    return part
