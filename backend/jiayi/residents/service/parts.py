"""What belongs to residents, read for many at once; never anything of data level 5 unless it is said so."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core import resources
from jiayi.core.dates import age_on
from jiayi.organizations import service as organizations
from jiayi.residents.files import Diagnoses, conditions_of, read_diagnoses
from jiayi.residents.models import KeyGroupFlag, ResidentCondition, ResidentPhone
from jiayi.residents.phones import is_mobile
from jiayi.residents.service.access import get
from jiayi.residents.service.flags import flags_on
from jiayi.residents.service.level5 import groups_by_age, hidden_groups, hidden_prefixes
from jiayi.residents.service.sealed import open_phone
from jiayi.residents.terms import CareFacts, Evidence, KeyGroup, Relation

Bodies = Mapping[UUID, list[dict[str, Any]]]


def phones_of(session: Session, resident_ids: Collection[UUID]) -> Bodies:
    """The numbers of each resident in clear, his or her own first."""
    statement = select(ResidentPhone).where(ResidentPhone.resident_id.in_(resident_ids)).order_by(ResidentPhone.id)
    phones = sorted(session.scalars(statement), key=lambda phone: phone.relation is not Relation.SELF)
    found: Bodies = defaultdict(list)
    for phone in phones:
        found[phone.resident_id].append(
            {"id": phone.id, "number": open_phone(session, phone), "label": phone.label, "relation": phone.relation}
        )
    return found


def mobile_of(session: Session, resident_id: UUID) -> str | None:
    """The resident's own number that takes an SMS; a line in the house does not."""
    own = (phone for phone in phones_of(session, [resident_id])[resident_id] if phone["relation"] is Relation.SELF)
    return next((phone["number"] for phone in own if is_mobile(phone["number"])), None)


def diagnoses_of(session: Session, resident_ids: Collection[UUID], *, is_level_5: bool = False) -> Bodies:
    """The diagnoses of each resident that the care team may know of, or only those of data level 5."""
    statement = select(ResidentCondition).where(ResidentCondition.resident_id.in_(resident_ids))
    found: Bodies = defaultdict(list)
    hidden = hidden_prefixes(session)
    for one in session.scalars(statement.order_by(ResidentCondition.icd10)):
        if one.icd10.startswith(hidden) is is_level_5:
            found[one.resident_id].append(
                {"id": one.id, "icd10": one.icd10, "name": one.name, "since_on": one.since_on}
            )
    return found


def groups_of(session: Session, resident_ids: Collection[UUID], *, is_level_5: bool = False) -> Bodies:
    """The key-group flags of each resident that the care team may know of, or only those of data level 5.

    Flags that follow from the birthday or an assessment are left out: whoever reads this computes them for his own day.
    """
    hidden, by_age = hidden_groups(session), groups_by_age(session)
    statement = select(KeyGroupFlag).where(KeyGroupFlag.resident_id.in_(resident_ids))
    found: Bodies = defaultdict(list)
    for flag in session.scalars(statement.order_by(KeyGroupFlag.code, KeyGroupFlag.valid_from, KeyGroupFlag.id)):
        is_computed_anyway = flag.evidence_source is Evidence.RULE and flag.code in by_age
        if (flag.code in hidden) is is_level_5 and not is_computed_anyway:
            found[flag.resident_id].append(
                {
                    "id": flag.id,
                    "code": flag.code,
                    "valid_from": flag.valid_from,
                    "valid_to": flag.valid_to,
                    "evidence_source": flag.evidence_source,
                }
            )
    return found


def care_facts(session: Session, resident_id: UUID, on: date) -> CareFacts:
    """What rules of packages ask about a resident on that day, whoever asks."""
    resident = get(session, resident_id)
    home = resident.elder_home_id and organizations.get_organization(session, resident.elder_home_id)
    codes = session.scalars(select(ResidentCondition.icd10).where(ResidentCondition.resident_id == resident_id))
    told = select(KeyGroupFlag.id).where(
        KeyGroupFlag.resident_id == resident_id,
        KeyGroupFlag.code == KeyGroup.K12,
        KeyGroupFlag.evidence_source != Evidence.RULE,
        KeyGroupFlag.valid_from <= on,
        KeyGroupFlag.valid_to.is_(None) | (KeyGroupFlag.valid_to >= on),
    )
    return CareFacts(
        age=age_on(resident.birth_on, on),
        groups=frozenset(group.value for group in flags_on(session, [resident_id], on)[resident_id]),
        conditions=conditions_of(frozenset(codes), _listed()),
        ability_level=resident.ability_level,
        ltc_level=resident.ltc_level,
        is_flagged_disabled=session.scalar(told.limit(1)) is not None,
        discharged_on=resident.discharged_on,
        discharge_diagnoses=frozenset(resident.discharge_diagnoses),
        had_orthopaedic_surgery=resident.had_orthopaedic_surgery,
        institution_beds=home.beds_count if home else None,
    )


def conditions_of_codes(icd10: Collection[str]) -> frozenset[str]:
    """The conditions that packages ask about, among these diagnoses."""
    return frozenset(conditions_of(frozenset(icd10), _listed()))


@cache
def _listed() -> Diagnoses:
    return read_diagnoses(resources.seed() / "codes" / "icd10.yaml")
