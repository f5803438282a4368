"""Verbs about programmes and follow-ups."""

from jiayi.followups.service.lists import list_enrolments, list_follow_ups
from jiayi.followups.service.programmes import cancel, enrol, give_up, leave, leave_all
from jiayi.followups.service.recording import had_reaction, latest_held, note_visit, record

__all__ = [
    "cancel",
    "enrol",
    "give_up",
    "had_reaction",
    "latest_held",
    "leave",
    "leave_all",
    "list_enrolments",
    "list_follow_ups",
    "note_visit",
    "record",
]
