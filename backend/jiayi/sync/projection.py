"""From aggregates to what stands in which bucket."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy.orm import Session

from jiayi.core.feed import Account, Body, Doc, Projector, Public, Residents, Teams
from jiayi.residents import service as residents
from jiayi.sync.registry import Registry
from jiayi.sync.terms import COUNTY, Bucket, BucketKind, DocumentKey, Stored

Projected = dict[DocumentKey, Stored]


def project(
    session: Session, registry: Registry, roots: Iterable[tuple[str, UUID]], only: Bucket | None = None
) -> Projected:
    """What these aggregates look like now, in every bucket that shows them or in `only` one of them."""
    ids_by_kind: dict[str, list[UUID]] = {}
    for kind, root_id in roots:
        ids_by_kind.setdefault(kind, []).append(root_id)
    docs = [
        doc
        for kind, ids in sorted(ids_by_kind.items())
        for doc in registry.projectors[kind].project(session, sorted(ids))
    ]
    return place(docs, _teams_of(session, docs), only)


def place(docs: Iterable[Doc], team_of: Mapping[UUID, UUID | None], only: Bucket | None = None) -> Projected:
    """Put each document into its buckets. `team_of` tells each resident's care team; who is not in it is in no bucket."""
    placed: Projected = {}
    for doc in docs:
        for bucket, body in _bodies(doc, team_of):
            if only is None or bucket == only:
                placed[DocumentKey(str(bucket), doc.kind, doc.id)] = Stored(doc.rank, dump(body))
    return placed


def _bodies(doc: Doc, team_of: Mapping[UUID, UUID | None]) -> Iterable[tuple[Bucket, Body]]:
    match doc.audience:
        case Public(body):
            yield COUNTY, body
        case Account(account_id, body):
            yield Bucket(BucketKind.ACCOUNT, account_id), body
        case Teams(team_ids, body):
            for team_id in set(team_ids):
                yield Bucket(BucketKind.TEAM, team_id), body
        case Residents(resident_ids, team, resident, family):
            if team is not None:
                for team_id in {one for one in map(team_of.get, resident_ids) if one is not None}:
                    yield Bucket(BucketKind.TEAM, team_id), team
            for resident_id in team_of.keys() & set(resident_ids):
                if resident is not None:
                    yield Bucket(BucketKind.RESIDENT, resident_id), resident
                if family is not None:
                    yield Bucket(BucketKind.FAMILY, resident_id), family


def _teams_of(session: Session, docs: Iterable[Doc]) -> Mapping[UUID, UUID | None]:
    ids = {one for doc in docs if isinstance(doc.audience, Residents) for one in doc.audience.resident_ids}
    return residents.placed(session, ids) if ids else {}


def ids_in(session: Session, projector: Projector, bucket: Bucket) -> list[UUID]:
    """The aggregates of this kind that may have a document in this bucket."""
    owner = bucket.owner_id
    found: Iterable[UUID] = ()
    match bucket.kind:
        case BucketKind.COUNTY:
            found = projector.ids_public(session) if projector.ids_public else ()
        case BucketKind.ACCOUNT:
            found = projector.ids_of_accounts(session, _only(owner)) if projector.ids_of_accounts else ()
        case BucketKind.TEAM:
            found = [*_of_team(session, projector, _only(owner))]
        case BucketKind.RESIDENT | BucketKind.FAMILY:
            found = projector.ids_of_residents(session, _only(owner)) if projector.ids_of_residents else ()
    return sorted(set(found))


def _of_team(session: Session, projector: Projector, team_ids: list[UUID]) -> Iterable[UUID]:
    if projector.ids_of_residents is not None:
        yield from projector.ids_of_residents(session, residents.ids_of_care_teams(session, team_ids))
    if projector.ids_of_teams is not None:
        yield from projector.ids_of_teams(session, team_ids)


def _only(owner: UUID | None) -> list[UUID]:
    return [owner] if owner is not None else []


def dump(body: Mapping[str, Any]) -> str:
    """JSON text, keys in order, so that equal bodies are equal texts."""
    return orjson.dumps(body, option=orjson.OPT_SORT_KEYS | orjson.OPT_UTC_Z | orjson.OPT_NAIVE_UTC).decode()
