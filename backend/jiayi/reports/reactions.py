"""Whom reports tell when a list of people is asked for, and when it is decided."""

from collections.abc import Mapping, Sequence

from jiayi.core.events import Subscriber
from jiayi.reports import messages
from jiayi.reports.terms import ExportAsked, ExportDecided


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {ExportAsked: [messages.tell_of_wish], ExportDecided: [messages.tell_of_decision]}
