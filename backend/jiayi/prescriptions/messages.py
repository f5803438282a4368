"""What refills tell people, and when medicine runs out. No drug and no illness is named: phones lie on tables."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from jiayi.core.dates import DAY, china_date
from jiayi.core.tools import tools
from jiayi.core.workdays import calendar_of
from jiayi.organizations import service as organizations
from jiayi.prescriptions import service
from jiayi.prescriptions.models import Prescription
from jiayi.prescriptions.refills import opens_on
from jiayi.prescriptions.tables import LongPrescription
from jiayi.prescriptions.terms import RefillAsked, RefillDecided, Supply
from jiayi.residents import service as residents
from jiayi.residents.messages import tell_clinicians, tell_family

LATE = timedelta(days=2)
"""How long after the end it is still said, if nobody could be told in time."""


def tell_doctor(session: Session, event: RefillAsked) -> None:
    """Who wrote it hears of the wish; if that doctor has left the team, all its doctors do."""
    resident = residents.get(session, event.resident_id)
    if resident.care_team_id is None:
        return
    professions = tools(session).rules.of(LongPrescription, china_date(event.at)).prescriber_professions
    members = organizations.members_of(session, resident.care_team_id)
    doctors = {member.id for member in members if member.profession in professions}
    tell_clinicians(
        session, event.at, doctors & {event.prescriber_id} or doctors, "prescriptions.notice.refill_asked",
        {"resident_name": resident.name}, f"/residents/{event.resident_id}", f"refill_request:{event.request_id}:asked",
    )  # fmt: skip


def tell_of_decision(session: Session, event: RefillDecided) -> None:
    doctor = organizations.get_clinician(session, event.clinician_id)
    values: dict[str, str | int] = {"doctor_name": doctor.name}
    code = "prescriptions.notice.refill_refused"
    if event.days is not None:
        values["days"] = event.days
        code = "prescriptions.notice.refill_approved"
    key = f"refill_request:{event.request_id}"
    tell_family(
        session,
        event.at,
        event.resident_id,
        code,
        values,
        "/refill",
        f"{key}:decided",
        asker_id=event.asker_id,
        about=key,
    )


def remind_of_supply_ends(session: Session, now: datetime) -> None:
    """Say three times that medicine runs out, and from which day more can be asked for. Idempotent."""
    today = china_date(now)
    table = tools(session).rules.of(LongPrescription, today)
    first = today + max(table.refill.reminder_days) * DAY
    for prescription in service.ending(session, today - LATE, first):
        _remind(session, now, today, prescription, table)


def _remind(session: Session, now: datetime, today: date, prescription: Prescription, table: LongPrescription) -> None:
    ends_on, dispensed_on = prescription.supply_end_on, prescription.dispensed_on
    if ends_on is None or dispensed_on is None:
        return
    # The latest of the reminders whose day has come; one that was missed is not made up for.
    days = min(days for days in table.refill.reminder_days if ends_on - today <= days * DAY)
    supply = Supply(dispensed_on, prescription.days_supply)
    opens = opens_on(supply, calendar_of(session, today), table)
    if ends_on <= today:
        code = "prescriptions.notice.supply_ended"
    elif opens <= today:
        code = "prescriptions.notice.supply_ends"
    else:
        code = "prescriptions.notice.supply_ends_later"
    values = {"last_on": (ends_on - DAY).isoformat(), "opens_on": opens.isoformat()}
    key = f"prescription:{prescription.id}:supply"
    tell_family(session, now, prescription.resident_id, code, values, "/refill", f"{key}:{days}", about=key)
