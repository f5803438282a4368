"""What is written down during a visit: values, services, notes, and the resident's own confirmation.

These commute: they may arrive in any order, from two phones, also after the check-out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment
from jiayi.core.dates import china_date
from jiayi.core.errors import Invalid, NotFound, Refusal
from jiayi.core.events import publish
from jiayi.core.results import Refused
from jiayi.core.tools import tools
from jiayi.identity import one_time
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.visits import vitals
from jiayi.visits.models import Measurement, Visit, VisitCode, VisitConfirmation, VisitNote, VisitService
from jiayi.visits.service import access, booking, ledger, planning, review, telling
from jiayi.visits.tables import VisitConfirm, Vitals
from jiayi.visits.terms import ConfirmMethod, DangerMeasured, Level, MeasurementKind, ServiceOutcome, Unit

CODE = "visit_code"


@dataclass(frozen=True, slots=True)
class CodeLetter:
    """A code on its way: the number, and the values of the text `visits-sms-code`."""

    phone: str
    values: Mapping[str, str]


def measure(
    session: Session,
    actor: Actor,
    at: Moment,
    visit_id: UUID | None,
    *,
    measurement_id: UUID,
    resident_id: UUID,
    kind: MeasurementKind,
    values: Mapping[str, float],
    unit: Unit,
    note: str | None = None,
) -> Measurement:
    """Keep a value, on a visit or (visit None) at the centre. The same one again changes nothing.

    Raises NotFound, Forbidden, Refusal `visits.refused.wrong_resident`, `.id_exists`, `.cancelled`, `.wrong_status`, and
    those of `vitals.guard` for what cannot be true.
    """
    visit = None
    if visit_id is None:
        residents.care_for(session, actor, resident_id)
    else:
        visit = access.work_on(session, actor, visit_id)
        access.open_record(visit, actor)
        if resident_id not in access.resident_ids_of(session, visit_id):
            raise Refusal("visits.refused.wrong_resident")
    table = tools(session).rules.of(Vitals, china_date(at.occurred_at))
    judged = vitals.guard(kind, values, unit, table)
    if isinstance(judged, Refused):
        raise Refusal(judged.reason, judged.detail)
    is_converted = unit is not table.kinds[kind].unit
    row = Measurement(
        id=measurement_id,
        visit_id=visit_id,
        resident_id=resident_id,
        kind=kind,
        values={measure.value: value for measure, value in judged.values.items()},
        unit=table.kinds[kind].unit,
        sent_values=dict(values) if is_converted else None,
        sent_unit=unit if is_converted else None,
        measured_at=at.occurred_at,
        clinician_id=access.worker(actor),
        is_suspicious=isinstance(judged, vitals.Suspicious),
        is_danger=any(remark.level is Level.URGENT for remark in vitals.remarks(judged.values, table)),
        note=note,
    )
    known = session.get(Measurement, (session.info["county_id"], measurement_id))
    if known is not None:
        return _same(known, row)
    access.insert(session, row)
    audit(session, actor, at.received_at, "visits.measure", resident_id=resident_id, subject=f"measurement:{row.id}")
    if visit is not None:
        telling.recorded(session, visit, at.received_at)
    if row.is_danger:
        publish(session, DangerMeasured(row.id, resident_id, at.received_at))
    return row


def _same(known: Measurement, row: Measurement) -> Measurement:
    facts = ("visit_id", "resident_id", "kind", "values", "unit", "clinician_id")
    if any(getattr(known, name) != getattr(row, name) for name in facts):
        raise Refusal("visits.refused.id_exists")
    return known


def record_services(
    session: Session, actor: Actor, at: Moment, visit_id: UUID, *, services: Sequence[Mapping[str, Any]]
) -> Visit:
    """What was done and what was not; something that was not planned is added.

    Once charged, a service stays done. Raises NotFound, Forbidden with the catalogue's reason for an added item that the
    actor may not perform, Refusal `visits.refused.charged`, `.cancelled`, `.wrong_status`.
    """
    visit = access.work_on(session, actor, visit_id)
    access.open_record(visit, actor)
    for told in services:
        _record(session, actor, at, visit, told)
    session.flush()
    if visit.status in access.DONE:
        ledger.consume_done(session, at.received_at, visit)
        telling.completed(session, visit, at)
    telling.note(session, actor, at.received_at, "visits.record_services", visit)
    session.flush()
    review.settle(session, at.received_at, visit)
    return visit


def _record(session: Session, actor: Actor, at: Moment, visit: Visit, told: Mapping[str, Any]) -> None:
    line = _line(session, actor, at, visit, told)
    if line.is_consumed and told["outcome"] is not ServiceOutcome.DONE:
        raise Refusal("visits.refused.charged", {"item": line.item_code})
    if line.outcome is told["outcome"] and line.done_by is not None:
        return
    line.outcome, line.reason = told["outcome"], told.get("reason")
    line.done_at, line.done_by = at.occurred_at, access.worker(actor)


def _line(session: Session, actor: Actor, at: Moment, visit: Visit, told: Mapping[str, Any]) -> VisitService:
    for line in access.services_of(session, visit.id):
        if (line.resident_id, line.item_code) == (told["resident_id"], told["item_code"]):
            return line
    on = china_date(at.occurred_at)
    residents.care_for(session, actor, told["resident_id"])
    clinician = organizations.get_clinician(session, access.worker(actor))
    planning.check_performers(session, [clinician], told["item_code"], on)
    (line,) = booking.add_lines(session, visit, [told], on)
    return line


def write_note(session: Session, actor: Actor, at: Moment, visit_id: UUID, *, note: str) -> Visit:
    """The clinician's own note on the visit, instead of an earlier one of the same person.

    Raises NotFound, Forbidden, Refusal `visits.refused.cancelled`, `.wrong_status`.
    """
    visit = access.work_on(session, actor, visit_id)
    access.open_record(visit, actor)
    clinician_id = access.worker(actor)
    written = session.scalar(
        select(VisitNote).where(VisitNote.visit_id == visit_id, VisitNote.clinician_id == clinician_id)
    )
    if written is None:
        session.add(VisitNote(visit_id=visit_id, clinician_id=clinician_id, note=note, written_at=at.occurred_at))
    elif written.written_at <= at.occurred_at:
        written.note, written.written_at = note, at.occurred_at
    telling.note(session, actor, at.received_at, "visits.write_note", visit)
    session.flush()
    return visit


def confirm(
    session: Session,
    actor: Actor,
    at: Moment,
    visit_id: UUID,
    *,
    method: ConfirmMethod,
    signer_name: str | None = None,
    strokes: Mapping[str, Any] | None = None,
    code: str | None = None,
    reason: str | None = None,
) -> Visit:
    """How the resident confirms that we were there, or why not; a refusal may give way to a confirmation, not the reverse.

    Raises NotFound, Forbidden, Invalid `visits.invalid.confirmation` (what the method needs is missing or too large),
    Refusal `visits.refused.wrong_code`, `.no_reason`, `.cancelled`, `.wrong_status`.
    """
    visit = access.work_on(session, actor, visit_id)
    access.open_record(visit, actor)
    _check_confirmation(session, at, visit_id, method, signer_name, strokes, code, reason)
    known = session.scalar(select(VisitConfirmation).where(VisitConfirmation.visit_id == visit_id))
    if known is not None and known.method is not ConfirmMethod.REFUSED:
        return visit
    row = known or VisitConfirmation(visit_id=visit_id)
    row.method, row.signer_name, row.reason = method, signer_name, reason
    row.strokes = dict(strokes) if method is ConfirmMethod.STROKES and strokes else None
    row.confirmed_at, row.clinician_id = at.occurred_at, access.worker(actor)
    session.add(row)
    telling.note(session, actor, at.received_at, "visits.confirm", visit, method.value)
    session.flush()
    review.settle(session, at.received_at, visit)
    return visit


def _check_confirmation(
    session: Session,
    at: Moment,
    visit_id: UUID,
    method: ConfirmMethod,
    signer_name: str | None,
    strokes: Mapping[str, Any] | None,
    code: str | None,
    reason: str | None,
) -> None:
    table = tools(session).rules.of(VisitConfirm, china_date(at.occurred_at))
    if method not in table.methods:
        raise Invalid("visits.invalid.confirmation")
    match method:
        case ConfirmMethod.STROKES if not strokes or len(orjson.dumps(strokes)) > table.strokes_bytes_max:
            raise Invalid("visits.invalid.confirmation", {"max": table.strokes_bytes_max})
        case ConfirmMethod.CARER if not signer_name:
            raise Invalid("visits.invalid.confirmation")
        case ConfirmMethod.REFUSED if reason not in table.refused_reasons:
            raise Refusal("visits.refused.no_reason")
        case ConfirmMethod.CODE:
            _check_code(session, at, visit_id, code or "")


def send_code(session: Session, actor: Actor, now: datetime, visit_id: UUID, *, resident_id: UUID) -> CodeLetter:
    """Make a code for the resident's own phone; the caller sends it.

    Raises NotFound, Forbidden, Refusal `visits.refused.no_phone`, TooMany with the seconds to wait.
    """
    visit = access.work_on(session, actor, visit_id)
    access.open_record(visit, actor)
    if resident_id not in access.resident_ids_of(session, visit_id):
        raise NotFound
    phone = residents.mobile_of(session, resident_id)
    if phone is None:
        raise Refusal("visits.refused.no_phone")
    sent = select(VisitCode.sent_at).where(VisitCode.visit_id == visit_id, VisitCode.sent_at > now - one_time.RECENT)
    made = one_time.new_code(session, now, CODE, str(visit_id), list(session.scalars(sent)))
    session.add(VisitCode(visit_id=visit_id, code_hash=made.code_hash, sent_at=now, expires_at=made.expires_at))
    audit(session, actor, now, "visits.send_code", resident_id=resident_id, subject=f"visit:{visit_id}")
    session.flush()
    team = organizations.get_team(session, visit.team_id)
    organization = organizations.get_organization(session, team.organization_id)
    return CodeLetter(phone, {"code": made.code, "organization_name": organization.name, "team_phone": team.phone})


def _check_code(session: Session, at: Moment, visit_id: UUID, code: str) -> None:
    """The latest code of this visit, entered in time by the phone's corrected clock. Raises Refusal."""
    latest = session.scalar(
        select(VisitCode).where(VisitCode.visit_id == visit_id).order_by(VisitCode.sent_at.desc()).limit(1)
    )
    if not one_time.is_right(session, at.occurred_at, CODE, str(visit_id), latest, code):
        raise Refusal("visits.refused.wrong_code")
