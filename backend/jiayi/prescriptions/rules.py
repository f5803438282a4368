"""Whether a long-term prescription may be written, and the steps it goes through.

Pure. Source: domain rules §3.1, §3.2 (E1–E7, days compared and never rounded weeks), §3.4.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeAlias

from jiayi.core.results import Allowed, Answer, Refused
from jiayi.prescriptions.tables import LongPrescription
from jiayi.prescriptions.terms import Drug, DrugClass, LongFacts, NeedsReview, Permitted, Prescriber, Renewal
from jiayi.prescriptions.terms import PrescriptionAction as A
from jiayi.prescriptions.terms import PrescriptionStatus as S

Decision: TypeAlias = Permitted | NeedsReview | Refused


def evaluate(facts: LongFacts, today: date, table: LongPrescription) -> Decision:
    """E1 to E7, then the days. The first refusal wins over a review: nobody reviews what may not be written."""
    answers = (
        _diagnosed(facts, table),
        _stable(facts, today, table),
        _adherent(facts, table),
        _controlled(facts, today, table),
        _no_excluded_drug(facts, table),
        _may_prescribe(facts.prescriber, facts.renewal, table),
        _days_allowed(facts, table),
    )
    refused = next((answer for answer in answers if isinstance(answer, Refused)), None)
    if refused is not None:
        return refused
    if facts.causes:
        return NeedsReview(facts.causes)
    return Permitted(is_pharmacist_first=is_frail(facts, table))


def longest_days(facts: LongFacts, table: LongPrescription) -> int:
    """The most days this patient and these drugs may have, with every confirmation given."""
    limits = [table.days_max]
    if is_frail(facts, table):
        limits.append(table.frail_days_max)
    if any(drug.is_cold_chain for drug in facts.drugs):
        limits.append(table.special_storage_days_max)
    return min(limits)


def is_frail(facts: LongFacts, table: LongPrescription) -> bool:
    """Eighty and over, weak kidneys or many drugs: shorter supply, pharmacist first."""
    return (
        facts.age >= table.frail_age
        or (facts.egfr is not None and facts.egfr < table.frail_egfr_below)
        or facts.concurrent_drug_count >= table.frail_drug_count
    )


def is_excluded(drug: Drug, diagnosis: str | None, table: LongPrescription) -> bool:
    """Whether its class keeps a drug out; one for a chronic infection is let in when that is the diagnosis."""
    classes = drug.classes & table.excluded_classes
    if classes == {DrugClass.ANTIMICROBIAL} and drug.is_for_chronic_infection:
        return not _is_listed(diagnosis, table.infection_diagnoses)
    return bool(classes)


def _is_listed(diagnosis: str | None, prefixes: tuple[str, ...]) -> bool:
    return diagnosis is not None and diagnosis.startswith(prefixes)


def _diagnosed(facts: LongFacts, table: LongPrescription) -> Answer:
    if _is_listed(facts.diagnosis, table.disease_list):
        return Allowed()
    return Refused("prescriptions.refused.no_diagnosis")


def _stable(facts: LongFacts, today: date, table: LongPrescription) -> Answer:
    if (today - facts.regimen_since_on).days >= table.stable_regimen_days:
        return Allowed()
    return Refused("prescriptions.refused.unstable_regimen", {"days": table.stable_regimen_days})


def _adherent(facts: LongFacts, table: LongPrescription) -> Answer:
    latest = facts.followups[: table.followups_needed]
    is_regular = len(latest) == table.followups_needed and all(followup.is_regular for followup in latest)
    if is_regular and facts.refill_gap_days <= table.refill_gap_days_max:
        return Allowed()
    return Refused("prescriptions.refused.adherence")


def _controlled(facts: LongFacts, today: date, table: LongPrescription) -> Answer:
    latest = facts.followups[: table.followups_needed]
    is_fresh = bool(latest) and (today - latest[0].held_on).days <= table.last_followup_days_max
    if is_fresh and len(latest) == table.followups_needed and all(followup.is_in_target for followup in latest):
        return Allowed()
    return Refused("prescriptions.refused.uncontrolled")


def _no_excluded_drug(facts: LongFacts, table: LongPrescription) -> Answer:
    drug = next((drug for drug in facts.drugs if is_excluded(drug, facts.diagnosis, table)), None)
    return Allowed() if drug is None else Refused("prescriptions.refused.excluded_drug", {"drug_id": drug.id})


def _may_prescribe(prescriber: Prescriber, renewal: Renewal, table: LongPrescription) -> Answer:
    """First issue: intermediate title. Renewal: any doctor at primary care. Elsewhere: the related specialty."""
    is_doctor = prescriber.profession in table.prescriber_professions
    is_placed = prescriber.is_at_primary_care or prescriber.is_in_related_specialty
    is_titled = renewal is Renewal.RENEWAL or prescriber.title.rank >= table.first_issue_title_min.rank
    if is_doctor and is_placed and is_titled:
        return Allowed()
    return Refused("prescriptions.refused.prescriber")


def _days_allowed(facts: LongFacts, table: LongPrescription) -> Answer:
    if facts.days > table.days_max:
        return Refused("prescriptions.refused.over_max", {"max": table.days_max})
    longest = longest_days(facts, table)
    if facts.days > longest:
        return Refused("prescriptions.refused.over_cap", {"max": longest})
    if facts.days > table.ordinary_days and not facts.confirmation.is_complete:
        return Refused("prescriptions.refused.missing_confirmation", {"days": table.ordinary_days})
    return Allowed()


# fmt: off
TRANSITIONS: Mapping[tuple[S, A], S] = {
    # state                  action         becomes
    (S.DRAFT,                A.SUBMIT):     S.SUBMITTED,
    (S.DRAFT,                A.CANCEL):     S.CANCELLED,
    (S.SUBMITTED,            A.TAKE_UP):    S.PHARMACIST_REVIEW,
    (S.SUBMITTED,            A.CANCEL):     S.CANCELLED,
    (S.PHARMACIST_REVIEW,    A.RETURN):     S.RETURNED,
    (S.PHARMACIST_REVIEW,    A.APPROVE):    S.APPROVED,
    (S.PHARMACIST_REVIEW,    A.CANCEL):     S.CANCELLED,
    (S.RETURNED,             A.SUBMIT):     S.SUBMITTED,
    (S.RETURNED,             A.CANCEL):     S.CANCELLED,
    (S.APPROVED,             A.CONFIRM):    S.PATIENT_CONFIRMED,
    (S.APPROVED,             A.SEND):       S.SENT_TO_PHARMACY,
    (S.APPROVED,             A.EXPIRE):     S.EXPIRED,
    (S.APPROVED,             A.TERMINATE):  S.TERMINATED,
    (S.PATIENT_CONFIRMED,    A.SEND):       S.SENT_TO_PHARMACY,
    (S.PATIENT_CONFIRMED,    A.EXPIRE):     S.EXPIRED,
    (S.PATIENT_CONFIRMED,    A.TERMINATE):  S.TERMINATED,
    (S.SENT_TO_PHARMACY,     A.DISPENSE):   S.DISPENSED,
    (S.SENT_TO_PHARMACY,     A.DELIVER):    S.DELIVERING,
    (S.SENT_TO_PHARMACY,     A.EXPIRE):     S.EXPIRED,
    (S.SENT_TO_PHARMACY,     A.TERMINATE):  S.TERMINATED,
    (S.DISPENSED,            A.HAND_OVER):  S.HANDED_OVER,
    (S.DELIVERING,           A.HAND_OVER):  S.HANDED_OVER,
    (S.DELIVERING,           A.TERMINATE):  S.TERMINATED,
    (S.HANDED_OVER,          A.COMPLETE):   S.COMPLETED,
    (S.HANDED_OVER,          A.TERMINATE):  S.TERMINATED,
}
# fmt: on


def next_status(status: S, action: A) -> S | None:
    """What a prescription becomes, None when the action does not fit."""
    return TRANSITIONS.get((status, action))


def may(action: A, status: S, days: int, table: LongPrescription) -> Answer:
    """Whether the action fits; more than four weeks reach the pharmacy only when the patient has confirmed."""
    if next_status(status, action) is None:
        return Refused("prescriptions.refused.wrong_status", {"status": status.value, "action": action.value})
    if action is A.SEND and status is S.APPROVED and days > table.ordinary_days:
        return Refused("prescriptions.refused.missing_confirmation", {"days": table.ordinary_days})
    return Allowed()


def expires_on(issued_on: date, extra_days: int, table: LongPrescription) -> date:
    """The last day a prescription is good: its own day, or up to some days more if the prescriber says so."""
    return issued_on + timedelta(days=max(0, min(extra_days, table.valid_days_max)))
