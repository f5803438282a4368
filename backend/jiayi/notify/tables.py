"""Shapes of the rule tables for messages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from jiayi.notify.terms import Channel


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the day in Asia/Shanghai; the start belongs to it, the end does not."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes <= self.opens:
            raise ValueError("a window ends after it starts")


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """When a channel may be used and how often."""

    windows: tuple[Window, ...]
    per_day_max: int | None = None
    per_week_max: int | None = None
    per_event_max: int | None = None

    def __post_init__(self) -> None:
        starts = [window.opens for window in self.windows]
        if not starts or starts != sorted(starts):
            raise ValueError("the windows follow each other through the day")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The windows of every channel."""

    channels: Mapping[Channel, ChannelRule]

    def __post_init__(self) -> None:
        if set(self.channels) != set(Channel):
            raise ValueError("channels: not the same as the known ones")


@dataclass(frozen=True, slots=True)
class Sms:
    """What an SMS may be. Units are UTF-16 code units, as the network counts them."""

    single_units: int
    part_units: int
    parts_max: int
    signature_min: int
    signature_max: int
    name_max: int
    forbidden_words: tuple[str, ...]


RULE_TABLES: Mapping[str, type] = {"quiet_hours": QuietHours, "sms": Sms}
