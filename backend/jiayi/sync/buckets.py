"""Which buckets are the caller's: decided by the server, from who is asking, now."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.sync.terms import COUNTY, Bucket, BucketKind


def buckets_of(session: Session, actor: Actor, on: date) -> list[Bucket]:
    """The buckets that this actor may pull today, smallest first: a first download is soon of use."""
    teams = organizations.teams_of(session, actor.clinician_id) if actor.clinician_id else ()
    return own_buckets(session, actor, on) + [Bucket(BucketKind.TEAM, team_id) for team_id in sorted(teams)]


def own_buckets(session: Session, actor: Actor, on: date) -> list[Bucket]:
    """Those that are the actor's without a team.

    Managers, supervisors and administrators work online and pull only their inbox and what is public.
    """
    own = [Bucket(BucketKind.ACCOUNT, actor.account_id), COUNTY]
    if actor.resident_id is not None:
        return [*own, Bucket(BucketKind.RESIDENT, actor.resident_id)]
    if actor.role is Role.PROXY:
        return own + [_of_proxy(resident_id, is_full=is_full) for resident_id, is_full in _granted(session, actor, on)]
    return own


def _granted(session: Session, actor: Actor, on: date) -> list[tuple[UUID, bool]]:
    return sorted(
        (resident_id, "view_full" in scopes)
        for resident_id, scopes in residents.of_proxy(session, actor.account_id, on)
    )


def _of_proxy(resident_id: UUID, *, is_full: bool) -> Bucket:
    return Bucket(BucketKind.RESIDENT if is_full else BucketKind.FAMILY, resident_id)
