"""Gathers what the rules ask before a long-term prescription is written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core import resources
from jiayi.core.dates import age_on
from jiayi.core.errors import Invalid
from jiayi.followups import service as followups
from jiayi.followups.terms import Programme
from jiayi.prescriptions.files import ListedDrug, read_drugs
from jiayi.prescriptions.models import Prescription
from jiayi.prescriptions.refills import supply_end
from jiayi.prescriptions.tables import LongPrescription
from jiayi.prescriptions.terms import (
    Confirmation,
    LongFacts,
    PastFollowup,
    Prescriber,
    PrescriptionStatus,
    Renewal,
    ReviewCause,
    Supply,
)
from jiayi.residents import service as residents

AT_HOME = frozenset({PrescriptionStatus.HANDED_OVER, PrescriptionStatus.COMPLETED})
"""States in which the medicine was handed over."""


@cache
def listed_drugs() -> Mapping[str, ListedDrug]:
    """The list of drugs, by id."""
    return {drug.id: drug for drug in read_drugs(resources.seed() / "codes" / "drugs.yaml")}


def drug_lines(lines: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The drugs of a prescription with their names. Raises Invalid `prescriptions.invalid.drug`."""
    known = listed_drugs()
    found = []
    for line in lines:
        if line["drug_id"] not in known:
            raise Invalid("prescriptions.invalid.drug", {"drug_id": line["drug_id"]})
        found.append({**line, "name": known[line["drug_id"]].name})
    return found


def supply_of(prescription: Prescription) -> Supply | None:
    """The medicine of a prescription that was handed over."""
    if prescription.dispensed_on is None:
        return None
    return Supply(prescription.dispensed_on, prescription.days_supply)


def long_facts(
    session: Session,
    resident_id: UUID,
    today: date,
    table: LongPrescription,
    *,
    diagnosis: str,
    drugs: Sequence[Mapping[str, Any]],
    days: int,
    regimen_since_on: date,
    prescriber: Prescriber,
    former: Prescription | None = None,
    is_suspended: bool = False,
    confirmation: Confirmation | None = None,
    egfr: float | None = None,
) -> LongFacts:
    """What is known of the resident on that day; with `former` it is a renewal of that."""
    resident = residents.get(session, resident_id)
    known = listed_drugs()
    causes = {ReviewCause.DANGER_VALUE} if is_suspended else set()
    if former is not None:
        causes |= _causes_since(session, resident_id, former.issued_on)
    return LongFacts(
        diagnosis=diagnosis,
        regimen_since_on=regimen_since_on,
        refill_gap_days=_gap_days(session, former, today),
        followups=tuple(
            PastFollowup(one.held_on, one.is_in_target, one.is_regular)
            for one in followups.latest_held(session, resident_id, table.followups_needed, _followed_by(diagnosis))
        ),
        drugs=tuple(known[line["drug_id"]].rule_facts for line in drugs if line["drug_id"] in known),
        prescriber=prescriber,
        renewal=Renewal.FIRST if former is None else Renewal.RENEWAL,
        days=days,
        age=age_on(resident.birth_on, today),
        egfr=egfr,
        concurrent_drug_count=_drug_count(session, resident_id, today, former, len(drugs)),
        causes=frozenset(causes),
        confirmation=confirmation or Confirmation(),
    )


def _followed_by(diagnosis: str) -> list[Programme]:
    """The follow-ups that tell whether this disease is controlled; of one without a programme, any tell."""
    conditions = residents.conditions_of_codes([diagnosis])
    return [one for one in Programme if one in conditions] or list(Programme)


def _causes_since(session: Session, resident_id: UUID, since: date) -> set[ReviewCause]:
    """What happened to the resident since the last prescription was written."""
    resident = residents.get(session, resident_id)
    causes = set()
    if resident.discharged_on is not None and resident.discharged_on >= since:
        causes.add(ReviewCause.ADMISSION)
    diagnoses = residents.diagnoses_of(session, [resident_id])[resident_id]
    if any(diagnosis["since_on"] > since for diagnosis in diagnoses):
        causes.add(ReviewCause.NEW_DIAGNOSIS)
    if followups.had_reaction(session, resident_id, since):
        causes.add(ReviewCause.ADVERSE_REACTION)
    return causes


def _gap_days(session: Session, former: Prescription | None, today: date) -> int:
    """Days without medicine: between the former supply and the one before it, and since the former ran out."""
    supply = supply_of(former) if former is not None else None
    if former is None or supply is None:
        return 0
    gaps = [(today - supply_end(supply)).days]
    before = session.get(Prescription, (former.county_id, former.replaces_id)) if former.replaces_id else None
    earlier = supply_of(before) if before is not None else None
    if earlier is not None:
        gaps.append((supply.dispensed_on - supply_end(earlier)).days)
    return max(0, *gaps)


def _drug_count(session: Session, resident_id: UUID, today: date, former: Prescription | None, own: int) -> int:
    """How many drugs the resident takes with these: those at home that are not yet used up, the replaced ones aside."""
    statement = select(Prescription.drugs).where(
        Prescription.resident_id == resident_id,
        Prescription.status.in_(AT_HOME),
        Prescription.supply_end_on > today,
    )
    if former is not None:
        statement = statement.where(Prescription.id != former.id)
    return own + len({line["drug_id"] for drugs in session.scalars(statement) for line in drugs})
