"""Words of identity."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Realm(StrEnum):
    """Which side of the care relation an account is on. A nurse who is a daughter has two accounts."""

    STAFF = "staff"
    FAMILY = "family"


class Role(StrEnum):
    """What a membership lets its holder be."""

    RESIDENT = "resident"
    PROXY = "proxy"
    CLINICIAN = "clinician"
    TEAM_LEADER = "team_leader"
    MANAGER = "manager"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    INTEGRATION = "integration"


FAMILY_ROLES = frozenset({Role.RESIDENT, Role.PROXY})
TEAM_ROLES = frozenset({Role.CLINICIAN, Role.TEAM_LEADER})
OFFICE_ROLES = frozenset({Role.MANAGER, Role.SUPERVISOR, Role.ADMIN})
STAFF_ROLES = TEAM_ROLES | OFFICE_ROLES


class Scope(StrEnum):
    """What a token is good for. `hand_in`: a disabled account may still hand in work done, for 30 days."""

    FULL = "full"
    HAND_IN = "hand_in"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: one membership of one account, in one county. `subject_id` is the resident or the clinician."""

    account_id: UUID
    membership_id: UUID
    county_id: int
    role: Role
    subject_id: UUID | None
    device_id: UUID | None = None
    scope: Scope = Scope.FULL
    filed_by: UUID | None = None
    """Set when a leader files this actor's held work: the leader's right to do so was checked, the worker's is over."""
    filed_for: UUID | None = None
    """The team for which the leader lets it count."""

    @property
    def clinician_id(self) -> UUID | None:
        return self.subject_id if self.role in TEAM_ROLES else None

    @property
    def resident_id(self) -> UUID | None:
        return self.subject_id if self.role is Role.RESIDENT else None

    @property
    def is_family(self) -> bool:
        return self.role in FAMILY_ROLES

    @property
    def is_team(self) -> bool:
        return self.role in TEAM_ROLES
