"""How buckets stand: what every pull asks for first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Json
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Select,
    Text,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from jiayi.core import audit
from jiayi.core.dates import china_date
from jiayi.core.prepared import Prepared
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.sync.buckets import own_buckets
from jiayi.sync.models import SyncBucket, SyncEpoch
from jiayi.sync.terms import BucketKind


@dataclass(frozen=True, slots=True)
class BucketState:
    """An open bucket: its counter, its shape, how often it was closed before, when it was last pulled (to the day).

    `epoch` is the county's, read along; None before the county's first pull.
    """

    n: int
    shape: str | None
    closings: int
    pulled_at: datetime | None
    epoch: UUID | None


def states_of(session: Session, names: Iterable[str]) -> dict[str, BucketState]:
    """Those of these buckets that are open."""
    return _open_ones(_STATES(session, county_id=session.info["county_id"], names=Json(list(names))))


def states_entered(session: Session, actor: Actor, now: datetime) -> tuple[list[str], dict[str, BucketState]]:
    """The names of all buckets that are the actor's, smallest first, and how the open ones stand.

    That the actor pulls is audited. All in one statement: on the way of a pull each more is felt.
    """
    own = [str(bucket) for bucket in own_buckets(session, actor, china_date(now))]
    acts = {"account_id": actor.account_id, "role": actor.role.value, "action": "sync.pull"}
    asked = {"names": Json(own), "clinician_id": actor.clinician_id}
    rows = _ENTER(session, **audit.entry(session, now) | acts | asked)
    teams = {bucket for bucket, *_ in rows}.difference(own)
    return own + sorted(teams), _open_ones(rows)


def _open_ones(rows: Iterable[tuple[Any, ...]]) -> dict[str, BucketState]:
    return {bucket: BucketState(*state) for bucket, *state in rows if state[0] is not None}


def _standing(names: Select[tuple[str]] | CompoundSelect[tuple[str]]) -> Select[Any]:
    """The state of each bucket so named; without a counter where it is not open."""
    asked = names.subquery()
    county_id: BindParameter[int] = bindparam("county_id")
    is_it = (SyncBucket.county_id == county_id) & (SyncBucket.bucket == asked.c.bucket) & SyncBucket.is_open
    epoch = select(SyncEpoch.epoch).where(SyncEpoch.county_id == county_id).scalar_subquery()
    state = (SyncBucket.n, SyncBucket.shape, SyncBucket.closings, SyncBucket.pulled_at, epoch)
    return select(asked.c.bucket, *state).select_from(asked.outerjoin(SyncBucket, is_it))


# As JSON, and not as an array: its length is guessed alike by every plan, so that the prepared one is kept.
_NAMES = select(func.json_array_elements_text(bindparam("names")).label("bucket"))
_OF_TEAM: ColumnElement[str] = literal_column(f"'{BucketKind.TEAM.value}:'")
_TEAMS = select((_OF_TEAM + cast(organizations.TEAMS_OF.subquery().c.team_id, Text)).label("bucket"))
_STATES = Prepared(_standing(_NAMES))
_ENTER = Prepared(_standing(union_all(_NAMES, _TEAMS)).add_cte(audit.INSERT.cte("noted")))
