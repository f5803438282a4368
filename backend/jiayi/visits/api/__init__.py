"""Visits, day plans, reviews and measurements over HTTP: the verbs that phones send as commands, one by one."""

from jiayi.visits.api import fieldwork, photos, planning
from jiayi.visits.api.blueprint import blp

__all__ = ["blp", "fieldwork", "photos", "planning"]
