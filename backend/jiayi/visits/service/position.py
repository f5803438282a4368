"""What a position says about a check-in or check-out. Coordinates come with their datum and are kept as WGS-84."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jiayi.core.errors import Refusal
from jiayi.core.results import Allowed
from jiayi.core.tools import tools
from jiayi.geo import rules as geo_rules
from jiayi.geo.datums import to_wgs84
from jiayi.geo.tables import Geofence
from jiayi.geo.terms import Datum, Finding, Point, Wgs84
from jiayi.visits import rules
from jiayi.visits.models import Visit, VisitCheck
from jiayi.visits.tables import OutsideReasons
from jiayi.visits.terms import Check

Position = Mapping[str, Any]
"""`latitude`, `longitude`, `datum`, perhaps `accuracy_metres`, as they come in."""


def find(session: Session, visit: Visit, position: Position | None, on: date) -> Finding:
    """The verdict on a position, by the geofence in force that day."""
    fence = tools(session).rules.of(Geofence, on)
    if position is None:
        return geo_rules.verdict(_home(visit), None, None, fence)
    return geo_rules.verdict(_home(visit), _wgs84(position), position.get("accuracy_metres"), fence)


def apply(check: VisitCheck, position: Position | None, finding: Finding) -> None:
    """Write position and verdict into a check."""
    check.verdict, check.distance_metres = finding.verdict, finding.distance_metres
    if position is not None:
        point = _wgs84(position)
        check.latitude, check.longitude = point.latitude, point.longitude
        check.datum_source, check.accuracy_metres = position["datum"], position.get("accuracy_metres")


def answer(
    session: Session,
    check: VisitCheck,
    on: date,
    reason_code: str | None,
    action_code: str | None,
    note: str | None,
) -> None:
    """Write why it was elsewhere and what was done about it. What was written before stays unless something new comes.

    Raises Refusal `visits.refused.no_outside_reason`, `.no_outside_action` for codes that nobody knows, `.no_note`. An
    answer that does not fit the verdict is kept, but does not stand for a place: the phone may have seen it differently.
    """
    choices = tools(session).rules.of(OutsideReasons, on)
    if reason_code is not None:
        chosen = next((one for one in choices.reasons if one.code == reason_code), None)
        if chosen is None:
            raise Refusal("visits.refused.no_outside_reason")
        if chosen.is_note_needed and not (note or check.note or "").strip():
            raise Refusal("visits.refused.no_note")
    if action_code is not None and action_code not in {one.code for one in choices.actions}:
        raise Refusal("visits.refused.no_outside_action")
    check.reason_code = reason_code or check.reason_code
    check.action_code = action_code or check.action_code
    check.note = note or check.note


def proof_of(session: Session, check: VisitCheck | None, on: date) -> Check | None:
    """The check as the rule of verification sees it: an answer that does not fit counts for nothing."""
    if check is None:
        return None
    choices = tools(session).rules.of(OutsideReasons, on)
    given = rules.outside_answered(check.verdict, check.reason_code, check.action_code, check.note, choices)
    is_answered = isinstance(given, Allowed)
    return Check(
        check.occurred_at,
        check.verdict,
        check.reason_code if is_answered else None,
        check.action_code if is_answered else None,
        check.is_clock_doubtful,
    )


def _home(visit: Visit) -> Point[Wgs84] | None:
    if visit.latitude is None or visit.longitude is None:
        return None
    return Point(visit.latitude, visit.longitude, Datum.WGS84)


def _wgs84(position: Position) -> Point[Wgs84]:
    return to_wgs84(Point(position["latitude"], position["longitude"], position["datum"]))
