"""Verbs of reports."""

from jiayi.reports.service.exports import export_indicators, refuse_people
from jiayi.reports.service.overview import overview
from jiayi.reports.service.people import people
from jiayi.reports.service.requests import ask, asker_in_vain, decide, fetch, list_requests
from jiayi.reports.service.rollup import recount, refresh
from jiayi.reports.service.views import indicator, indicators, trend

__all__ = [
    "ask",
    "asker_in_vain",
    "decide",
    "export_indicators",
    "fetch",
    "indicator",
    "indicators",
    "list_requests",
    "overview",
    "people",
    "recount",
    "refresh",
    "refuse_people",
    "trend",
]
