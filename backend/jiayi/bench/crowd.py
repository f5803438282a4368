"""One nurse's phone at its fullest: the demo's team with as many more people beside its own as a phone is to carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count, islice
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from sqlalchemy import Engine, text

from jiayi.app import make_runtime
from jiayi.bench.county import COUNTY
from jiayi.demo.personas import accounts
from jiayi.demo.seeding import seed_county
from jiayi.identity import service as identity
from jiayi.organizations import service as organizations
from jiayi.sync.terms import Bucket, BucketKind

if TYPE_CHECKING:
    from jiayi.core.database import Urls
    from jiayi.core.settings import Settings

OWN = 600
"""Residents of the demo's county; its nurse's team has a third of them."""
RESIDENTS = 2_000
DOCUMENTS = 12_000
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_HELD = text(
    "select kind, id, rank, body, version from sync_documents"
    " where county_id = :county and bucket = :bucket and removed is null order by kind, id"
)
_WRITE = text(
    "insert into sync_documents (county_id, bucket, kind, id, version, rank, removed, body)"
    " values (:county, :bucket, :kind, :id, :version, :rank, null, :body)"
)
_COUNT = text("update sync_buckets set n = :n where county_id = :county and bucket = :bucket")


def nurse(settings: Settings, urls: Urls) -> tuple[str, str]:
    """Seed the demo's county; the name of its nurse and the bucket of the nurse's team."""
    seed_county(settings, urls, county_id=COUNTY, residents=OWN)
    runtime = make_runtime(settings, urls)
    with runtime.sessions.identity() as session:
        one = next(one for one in accounts(session) if one.who == "nurse")
        account = identity.find_account(session, one.phone, one.realm)
        assert account is not None  # noqa: S101 (just listed)
        clinician_id = identity.live_memberships(session, account.id)[0].subject_id
    with runtime.sessions.county(COUNTY) as session:
        assert clinician_id is not None  # noqa: S101 (a nurse's membership has one)
        team_id = min(organizations.teams_of(session, clinician_id))
    runtime.engine.dispose()
    return one.name, str(Bucket(BucketKind.TEAM, team_id))


def crowd(owner: Engine, bucket: str) -> int:
    """Copy people with their contracts, ended visits and follow-ups under ids of their own; returns how many documents there are.

    The day's open visits are not copied: a nurse with more people has no longer day.
    """
    place = {"county": COUNTY, "bucket": bucket}
    with owner.begin() as connection:
        held = [dict(row) for row in connection.execute(_HELD, place).mappings()]
        made = list(_copies(held))
        top = max(row["version"] for row in held)
        rows = [place | row | {"version": top + n} for n, row in enumerate(made, 1)]
        connection.execute(_WRITE, rows)
        connection.execute(_COUNT, place | {"n": top + len(rows)})
    return len(held) + len(made)


def _copies(held: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    own = frozenset(str(row["id"]) for row in held)
    people = [row for row in held if row["kind"] == "resident"]
    lives = [
        row
        for kind in ("contract", "visit", "follow_up")
        for row in held
        if row["kind"] == kind and (kind != "visit" or row["rank"] > 0)
    ]
    missing = RESIDENTS - len(people)
    yield from islice(_again(people, own), missing)
    yield from islice(_again(lives, own), DOCUMENTS - len(held) - missing)


def _again(rows: Iterable[dict[str, Any]], own: frozenset[str]) -> Iterator[dict[str, Any]]:
    """The same rows over and over, each time of other people: one round's documents name each other."""
    for turn in count(1):
        for row in rows:
            body = _ID.sub(lambda found: _other(found[0], turn) if found[0] in own else found[0], row["body"])  # noqa: B023 (used at once)
            yield {"kind": row["kind"], "id": _other(str(row["id"]), turn), "rank": row["rank"], "body": body}


def _other(known: str, turn: int) -> str:
    return str(uuid5(UUID(known), str(turn)))
