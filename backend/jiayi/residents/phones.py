"""Phone numbers as people write them. Source: domain rules §9.8."""

import re
import unicodedata

MOBILE = re.compile(r"1[3-9]\d{9}")
LANDLINE = re.compile(r"0(?:10|2\d|[3-9]\d{2})\d{7,8}")
SERVICE = re.compile(r"400\d{7}|95\d{3,6}")
PREFIX = re.compile(r"^(?:\+86|0086)")


def read_phone(typed: str) -> str | None:
    """The number as it is stored and hashed: digits only, without +86; None when it is no number of China."""
    plain = re.sub(r"[\s()-]", "", unicodedata.normalize("NFKC", typed))
    number = PREFIX.sub("", plain)
    is_known = any(pattern.fullmatch(number) for pattern in (MOBILE, LANDLINE, SERVICE))
    return number if is_known else None


def is_mobile(number: str) -> bool:
    """Whether it can receive an SMS."""
    return MOBILE.fullmatch(number) is not None
