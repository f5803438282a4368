"""Whom reports tell when a list of people is asked for, when it is decided, and when nobody has decided in time."""

from collections.abc import Mapping, Sequence

from jiayi.core.events import Subscriber
from jiayi.notify.terms import ReminderDue
from jiayi.reports import messages
from jiayi.reports.terms import ExportAsked, ExportDecided


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {
        ExportAsked: [messages.tell_of_wish],
        ExportDecided: [messages.tell_of_decision],
        ReminderDue: [messages.tell_of_expiry],
    }
