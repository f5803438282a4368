"""Verbs about prescriptions and refills."""

from jiayi.prescriptions.service.reading import ending, list_prescriptions, list_requests, prescription_bodies
from jiayi.prescriptions.service.refilling import (
    cancel_refill,
    decide_refill,
    end_refills,
    request_refill,
    suspend_refills,
)
from jiayi.prescriptions.service.writing import advance, end_for, expire_due, issue

__all__ = [
    "advance",
    "cancel_refill",
    "decide_refill",
    "end_for",
    "end_refills",
    "ending",
    "expire_due",
    "issue",
    "list_prescriptions",
    "list_requests",
    "prescription_bodies",
    "request_refill",
    "suspend_refills",
]
