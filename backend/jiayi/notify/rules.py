"""When a message may go out and what an SMS may say. Source: domain rules §12.4, §12.5."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from jiayi.core.dates import CHINA
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.notify.tables import QuietHours, Sms
from jiayi.notify.terms import Channel

SIGNATURE = re.compile(r"^【([^【】]+)】")
IDENTITY = re.compile(r"(?<!\d)\d{15}(?:\d{2}[\dXx])?(?!\d)")
PRESSURE = re.compile(r"(?<![\d/])\d{2,3}\s*/\s*\d{2,3}(?![\d/])")
RESULT_UNIT = re.compile(r"\d\s*(?:mmHg|mmol|mg/dL|毫米汞柱|毫摩尔)", re.IGNORECASE)
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


def send_at(channel: Channel, at: datetime, hours: QuietHours, *, is_urgent: bool = False) -> datetime:
    """The earliest instant from `at` on when the channel is open; urgent goes at once. In Asia/Shanghai."""
    local = at.astimezone(CHINA)
    if is_urgent:
        return local
    windows = hours.channels[channel].windows
    for window in windows:
        if local.time() < window.closes:
            return local if local.time() >= window.opens else datetime.combine(local.date(), window.opens, CHINA)
    return datetime.combine(local.date() + timedelta(days=1), windows[0].opens, CHINA)


@dataclass(frozen=True, slots=True)
class SentCounts:
    """What a person was sent on the channel so far: on that day, in that week, about the same event."""

    day: int = 0
    week: int = 0
    event: int = 0


def may_send(channel: Channel, sent: SentCounts, hours: QuietHours, *, is_urgent: bool = False) -> Answer:
    """Whether one more message is bearable."""
    rule = hours.channels[channel]
    limits = ((sent.day, rule.per_day_max), (sent.week, rule.per_week_max), (sent.event, rule.per_event_max))
    if is_urgent or all(limit is None or count < limit for count, limit in limits):
        return Allowed()
    return Refused("notify.refused.too_many", {"channel": channel.value})


def sms_parts(text: str, sms: Sms) -> int:
    """How many messages the network makes of it: up to 70 UTF-16 units one, beyond that 67 each."""
    units = len(text.encode("utf-16-le")) // 2
    return 1 if units <= sms.single_units else -(-units // sms.part_units)


def sms_allowed(text: str, sms: Sms) -> Answer:
    """Whether a text may leave as an SMS: signed, not too long, and silent about illness, results and identity."""
    signature = SIGNATURE.match(text)
    if signature is None or not sms.signature_min <= len(signature[1]) <= sms.signature_max:
        return Refused("notify.refused.no_signature")
    if sms_parts(text, sms) > sms.parts_max:
        return Refused("notify.refused.too_long", {"max": sms.parts_max})
    folded = text.casefold()
    if any(word.casefold() in folded for word in sms.forbidden_words):
        return Refused("notify.refused.tells_illness")
    if any(pattern.search(text) for pattern in (IDENTITY, PRESSURE, RESULT_UNIT)):
        return Refused("notify.refused.tells_private")
    if LINK.search(text):
        return Refused("notify.refused.has_link")
    return Allowed()


def shortened_name(name: str, sms: Sms) -> str:
    """A name as it fits a template."""
    return name[: sms.name_max]
