"""Verbs about programmes and follow-ups."""

from jiayi.followups.service.lists import list_enrolments, list_follow_ups
from jiayi.followups.service.programmes import cancel, enrol, leave, leave_all
from jiayi.followups.service.recording import latest_held, note_visit, record

__all__ = [
    "cancel",
    "enrol",
    "latest_held",
    "leave",
    "leave_all",
    "list_enrolments",
    "list_follow_ups",
    "note_visit",
    "record",
]
