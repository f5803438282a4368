"""The words in which a feature says what phones see of it and what phones may send.

Each feature's `sync.py` lists its projectors and commands; the sync feature collects them. Nothing here knows transport.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias
from uuid import UUID

from marshmallow import Schema
from sqlalchemy.orm import Session

from jiayi.core.clock import Moment

Body: TypeAlias = Mapping[str, Any]

RANK_NOW = 0
"""This week's open work: first in a first download."""
RANK_PEOPLE = 1
RANK_REST = 2


@dataclass(frozen=True, slots=True)
class Residents:
    """Seen by those who care for these residents: each audience its own body, None for nothing."""

    resident_ids: tuple[UUID, ...]
    team: Body | None = None
    resident: Body | None = None
    family: Body | None = None


@dataclass(frozen=True, slots=True)
class Public:
    """Seen by everybody in the county."""

    body: Body


@dataclass(frozen=True, slots=True)
class Account:
    """Seen by one account."""

    account_id: UUID
    body: Body


@dataclass(frozen=True, slots=True)
class Teams:
    """Seen by these teams."""

    team_ids: tuple[UUID, ...]
    body: Body


Audience: TypeAlias = Residents | Public | Account | Teams


@dataclass(frozen=True, slots=True)
class Doc:
    """The projection of one aggregate. It names others only by id; the phone joins."""

    kind: str
    id: UUID
    audience: Audience
    rank: int = RANK_REST


class RemovalReason(StrEnum):
    """Why a document left a bucket."""

    MOVED = "moved"
    """Another bucket of the same sort shows it now."""
    ENDED = "ended"
    REVOKED = "revoked"
    """The right to it was taken back."""
    AGED = "aged"
    DELETED = "deleted"
    """The resident has died."""


Find: TypeAlias = Callable[[Session, list[UUID]], Iterable[UUID]]


@dataclass(frozen=True, slots=True)
class Projector:
    """How aggregates of one kind become documents.

    `project` is set-based: a few queries for any number of ids; an id it yields nothing for is gone. The finders tell
    which ids belong to given residents, teams or accounts, or are public; they serve to open and verify buckets.
    Raise `version` whenever a body changes its shape.
    """

    kind: str
    version: int
    project: Callable[[Session, list[UUID]], Iterable[Doc]]
    ids_of_residents: Find | None = None
    ids_of_teams: Find | None = None
    ids_of_accounts: Find | None = None
    ids_public: Callable[[Session], Iterable[UUID]] | None = None
    gone: RemovalReason = RemovalReason.ENDED
    """What it means when nobody sees a document of this kind any more."""


class Merge(StrEnum):
    """What happens when two people do this to one thing."""

    COMMUTES = "commutes"
    REFUSE_IF_STALE = "refuse_if_stale"
    KEEPS_BOTH = "keeps_both"


@dataclass(frozen=True, slots=True)
class Command:
    """A command that a phone may send: the very schema and verb of its REST endpoint.

    `run(session, actor, at, entity_id, payload)`. `is_work`: done in the real world, so it is held, never refused,
    when its sender may no longer write it. `version_of` reads the current version for `refuse_if_stale`.
    """

    kind: str
    schema: type[Schema]
    run: Callable[[Session, Any, Moment, UUID, dict[str, Any]], object]
    merge: Merge = Merge.COMMUTES
    is_work: bool = False
    version_of: Callable[[Session, UUID], int | None] | None = None
    residents_of: Callable[[Session, UUID, dict[str, Any]], Iterable[UUID]] | None = None
    """Whom it is about, to find the leaders who decide on it when it is held."""
    claim: Callable[[Session, datetime, Moment, UUID, UUID], None] | None = None
    """`claim(session, now, at, entity_id, team_id)`: held work on this counts for that team, with what was set aside for it."""
