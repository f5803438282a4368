"""Words of the institutions and of the people who work in them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Profession(StrEnum):
    """What somebody may be in a care team. Source: FD18, domain rules §1.1.3 and §2.2."""

    DOCTOR = "doctor"
    NURSE = "nurse"
    TCM_DOCTOR = "tcm_doctor"
    PHARMACIST = "pharmacist"
    THERAPIST = "therapist"
    PUBLIC_HEALTH = "public_health"
    COORDINATOR = "coordinator"
    SPECIALIST = "specialist"
    DIETITIAN = "dietitian"
    VOLUNTEER = "volunteer"


class Title(StrEnum):
    """The grade of a licence, the same ladder for every profession: 护士 < 护师 < 主管护师 < 副主任护师 < 主任护师."""

    NONE = "none"
    ASSISTANT = "assistant"
    JUNIOR = "junior"
    INTERMEDIATE = "intermediate"
    ASSOCIATE_SENIOR = "associate_senior"
    SENIOR = "senior"

    @property
    def rank(self) -> int:
        """Where it stands on the ladder, from 0."""
        return list(Title).index(self)


class OrganizationKind(StrEnum):
    PRIMARY_CARE = "primary_care"
    HOSPITAL = "hospital"
    ELDER_HOME = "elder_home"


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """A clinician joined a team, or left it."""

    team_id: UUID
    clinician_id: UUID
    is_member: bool
    at: datetime
