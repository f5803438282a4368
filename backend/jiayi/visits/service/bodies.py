"""What a visit looks like to each audience: its team, a resident on it, family with a lesser scope.

A resident sees his or her own lines only, so that a round in an elder home tells nobody about a neighbour.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from jiayi.visits.models import Measurement
from jiayi.visits.rules import stay
from jiayi.visits.service import rows
from jiayi.visits.service.rows import Rows
from jiayi.visits.terms import CheckKind, ReviewStatus, Ticks, VisitStatus

Body = dict[str, Any]

PLAIN = (
    "id", "team_id", "status", "place_text", "village", "latitude", "longitude", "wish_on", "wish_part", "wish_note",
    "source", "requested_at", "planned_start_at", "planned_end_at", "departed_at", "started_at", "ended_at",
    "end_reason", "next_visit_on", "verified_at", "version",
)  # fmt: skip
TEAM_ONLY = (
    "danger_words", "is_call_needed", "is_first_visit", "has_video_link", "end_note", "is_cancelled_late", "is_over_quota",
)  # fmt: skip
FAMILY = ("id", "status", "team_id", "wish_on", "wish_part", "planned_start_at", "ended_at")
CHECK = (
    "occurred_at", "verdict", "distance_metres", "accuracy_metres", "reason_code", "action_code", "is_clock_doubtful",
)  # fmt: skip
LINE = ("id", "resident_id", "contract_id", "item_code", "outcome", "is_over_quota")
PHOTO = ("sha256", "resident_id", "kind", "taken_at", "is_here")
MEASURED = ("id", "visit_id", "resident_id", "kind", "values", "unit", "measured_at", "is_danger")
MEASURED_BY = ("clinician_id", "is_suspicious", "note")


@dataclass(frozen=True, slots=True)
class VisitBodies:
    """One visit, for everybody who may see it."""

    id: UUID
    team_id: UUID
    status: VisitStatus
    is_recent: bool
    """Its last date lies in the last twelve months."""
    team: Body
    residents: Mapping[UUID, Body]
    families: Mapping[UUID, Body]


def visit_bodies(session: Session, ids: Sequence[UUID]) -> list[VisitBodies]:
    """These visits, in the order of the ids; one query for any number of them."""
    parts = _Parts(**rows.read(session, ids))
    return [_bodies(visit, parts) for one in ids for visit in parts.visits.get(one, ())]


def measurement_bodies(session: Session, ids: Iterable[UUID]) -> list[tuple[UUID, Body, Body]]:
    """Of each measurement its resident's id, the body for the team and the body for the resident."""
    rows = session.execute(select(*Measurement.__table__.c).where(Measurement.id.in_(ids)))
    return [(row.resident_id, _pick(row, MEASURED + MEASURED_BY), _pick(row, MEASURED)) for row in rows]


@dataclass(frozen=True, slots=True)
class _Parts:
    visits: Rows
    lines: Rows
    clinicians: Rows
    checks: Rows
    notes: Rows
    confirmations: Rows
    attempts: Rows
    photos: Rows


def _bodies(visit: Row[Any], parts: _Parts) -> VisitBodies:
    lines = parts.lines.get(visit.id, ())
    resident_ids = list(dict.fromkeys(line.resident_id for line in lines))
    going = [row for row in parts.clinicians.get(visit.id, ()) if not row.is_removed]
    clinician_ids = [row.clinician_id for row in going]
    checks = {row.kind: _pick(row, CHECK) for row in parts.checks.get(visit.id, ())}
    signed = next(iter(parts.confirmations.get(visit.id, ())), None)
    attempts = parts.attempts.get(visit.id, ())
    photos = parts.photos.get(visit.id, ())
    common = _pick(visit, PLAIN) | {
        "clinician_ids": clinician_ids,
        "check_in": checks.get(CheckKind.IN),
        "check_out": checks.get(CheckKind.OUT),
        "confirmation": signed and _pick(signed, ("method", "signer_name", "confirmed_at")),
    }
    by_kind = {row.kind: row for row in parts.checks.get(visit.id, ())}
    notes = sorted(parts.notes.get(visit.id, ()), key=lambda row: row.written_at)
    return VisitBodies(
        visit.id,
        visit.team_id,
        visit.status,
        visit.is_recent,
        team=common
        | _pick(visit, TEAM_ONLY)
        | _seen(lines, attempts)
        | {
            "resident_ids": resident_ids,
            "order_nos": {str(row.clinician_id): row.order_no for row in going if row.order_no is not None},
            "note": "\n".join(row.note for row in notes) or None,
            "review": _review(visit),
            "stay": _stay(by_kind.get(CheckKind.IN), by_kind.get(CheckKind.OUT)),
            "photos": [_pick(photo, PHOTO) for photo in photos],
        },
        residents={
            one: common
            | _seen(_of(lines, one), _of(attempts, one))
            | {"resident_ids": [one], "photos": [_pick(photo, PHOTO) for photo in _of(photos, one)]}
            for one in resident_ids
        },
        families={
            one: _pick(visit, FAMILY)
            | {
                "resident_ids": [one],
                "clinician_ids": clinician_ids,
                "item_codes": [line.item_code for line in _of(lines, one)],
            }
            for one in resident_ids
        },
    )


def _seen(lines: Sequence[Row[Any]], attempts: Sequence[Row[Any]]) -> Body:
    tried = dict.fromkeys((row.kind, row.occurred_at) for row in attempts)
    return {
        "services": [_pick(line, LINE) for line in lines],
        "contact_attempts": [{"kind": kind, "occurred_at": occurred_at} for kind, occurred_at in tried],
    }


def _of(rows: Sequence[Row[Any]], resident_id: UUID) -> list[Row[Any]]:
    return [row for row in rows if row.resident_id == resident_id]


def _stay(came: Row[Any] | None, went: Row[Any] | None) -> Body | None:
    if came is None or went is None:
        return None
    found = stay(*(Ticks(row.occurred_at, row.boot, row.monotonic_ms) for row in (came, went)))
    return {"minutes": found.minutes, "is_measured": found.is_measured}


def _review(visit: Row[Any]) -> Body | None:
    if visit.review_status is ReviewStatus.NONE:
        return None
    reasons = visit.review_reasons
    return {
        "status": visit.review_status,
        "reason": reasons[0] if reasons else None,
        "reasons": reasons,
        "note": visit.review_note,
    }


def _pick(row: Row[Any], names: Sequence[str]) -> Body:
    return {name: getattr(row, name) for name in names}
