"""Verbs about visits and measurements."""

from jiayi.visits.service.access import clinician_ids_of, find, resident_ids_of
from jiayi.visits.service.bodies import measurement_bodies, visit_bodies
from jiayi.visits.service.booking import accept, cancel, decline, request
from jiayi.visits.service.fieldwork import abort, check_in, check_out, depart, locate, miss, start_unplanned
from jiayi.visits.service.moves import claim, cover, end_for, hand_over, uncover
from jiayi.visits.service.photos import add_photo, drop_photo, forget_unnamed_photos, read_photo, show_arrived
from jiayi.visits.service.planning import assign, set_order, slots, unassign
from jiayi.visits.service.reading import (
    attempts_of,
    list_measurements,
    list_reviews,
    list_visits,
    read,
    show,
    show_measurement,
)
from jiayi.visits.service.record import confirm, measure, record_services, send_code, write_note
from jiayi.visits.service.review import review

__all__ = [
    "abort",
    "accept",
    "add_photo",
    "assign",
    "attempts_of",
    "cancel",
    "check_in",
    "check_out",
    "claim",
    "clinician_ids_of",
    "confirm",
    "cover",
    "decline",
    "depart",
    "drop_photo",
    "end_for",
    "find",
    "forget_unnamed_photos",
    "hand_over",
    "list_measurements",
    "list_reviews",
    "list_visits",
    "locate",
    "measure",
    "measurement_bodies",
    "miss",
    "read",
    "read_photo",
    "record_services",
    "request",
    "resident_ids_of",
    "review",
    "send_code",
    "set_order",
    "show",
    "show_arrived",
    "show_measurement",
    "slots",
    "start_unplanned",
    "unassign",
    "uncover",
    "visit_bodies",
    "write_note",
]
