"""A pull: an index range scan and concatenation of stored text. No ORM, no marshmallow on the way out.

The cursor is opaque to phones: the epoch and, per bucket, how far it got. A bucket's first download goes by
(rank, kind, id) from a floor version, kinds and ids from behind, so that the day's visits arrive first and those whom
they are for before their contracts; then by version from the floor.
"""

import base64
import binascii
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from psycopg.types.json import Json
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from jiayi.core.errors import Invalid
from jiayi.core.feed import RANK_REST
from jiayi.core.prepared import Prepared
from jiayi.sync.models import SyncEpoch
from jiayi.sync.states import BucketState
from jiayi.sync.terms import Bucket, BucketKind, DropReason

LAST = ("zzzz", str(UUID(int=2**128 - 1)))
"""Behind every kind and id: where a rank begins."""


@dataclass(slots=True)
class Place:
    """How far a bucket was read, since its last closing: version `since`; `after` while its first download goes on."""

    since: int
    closings: int = 0
    after: tuple[int, str, str] | None = None


@dataclass(slots=True)
class Cursor:
    """What a phone has."""

    epoch: str = ""
    places: dict[str, Place] = field(default_factory=dict)

    def encode(self) -> str:
        buckets = {name: [place.since, place.closings, *(place.after or ())] for name, place in self.places.items()}
        return base64.urlsafe_b64encode(orjson.dumps({"e": self.epoch, "b": buckets})).rstrip(b"=").decode()

    @staticmethod
    def decode(raw: str | None) -> "Cursor":
        """Raises Invalid `sync.invalid.cursor`."""
        if not raw:
            return Cursor()
        try:
            data = orjson.loads(base64.urlsafe_b64decode(raw + "=" * (-len(raw) % 4)))
            places = {str(Bucket.parse(name)): _place(value) for name, value in data["b"].items()}
            return Cursor(str(UUID(data["e"])), places)
        except (ValueError, KeyError, TypeError, AttributeError, binascii.Error, IndexError) as error:
            raise Invalid("sync.invalid.cursor") from error


def _place(value: Any) -> Place:
    since, closings, *after = value
    if not all(isinstance(number, int) and 0 <= number < 2**62 for number in (since, closings)):
        raise ValueError(value)
    if not after:
        return Place(since, closings)
    rank, kind, last_id = after
    if not isinstance(kind, str) or "\x00" in kind or not isinstance(rank, int) or not -1 <= rank <= RANK_REST:
        raise ValueError(after)
    return Place(since, closings, (rank, kind, str(UUID(last_id))))


def pull(
    session: Session, now: datetime, states: Mapping[str, BucketState], raw_cursor: str | None, limit: int
) -> bytes:
    """The answer to a pull of these open buckets, as JSON bytes; `limit` bounds the documents of the answer."""
    epoch = next((str(state.epoch) for state in states.values() if state.epoch), None) or epoch_of(session, now)
    cursor = Cursor.decode(raw_cursor)
    if cursor.epoch != epoch:
        # A restored server may have forgotten versions that the phone has: it reads everything anew.
        cursor = Cursor(epoch)
    dropped = [name for name, place in cursor.places.items() if not _goes_on(place, states.get(name))]
    for name in dropped:
        del cursor.places[name]
    begun = [name for name in states if name not in cursor.places]
    for name in begun:
        cursor.places[name] = Place(states[name].n, states[name].closings, (-1, *LAST))
    documents, removed, more = _read(session, cursor, states, limit)
    _note_pulled(session, now, states)
    head = {"cursor": cursor.encode(), "more": more, "epoch": epoch, "server_time": now, "dropped": dropped}
    if dropped:
        head["drops"] = [{"bucket": name, "reason": _why_dropped(name, states)} for name in dropped]
    if begun and more:
        head["total"] = _count(session, begun)
    opening = orjson.dumps(head, option=orjson.OPT_UTC_Z)[:-1]
    return b'%b,"documents":[%b],"removed":[%b]}' % (opening, b",".join(documents), b",".join(removed))


def _goes_on(place: Place, state: BucketState | None) -> bool:
    """Whether a phone may read on: the bucket is still the caller's, and was not closed since."""
    return state is not None and state.closings == place.closings


def _why_dropped(name: str, states: Mapping[str, BucketState]) -> DropReason:
    bucket = Bucket.parse(name)
    if name in states:
        return DropReason.CLOSED
    if bucket.kind is BucketKind.TEAM:
        return DropReason.LEFT
    if bucket.kind not in {BucketKind.RESIDENT, BucketKind.FAMILY}:
        return DropReason.ENDED
    others = {str(Bucket(kind, bucket.owner_id)) for kind in (BucketKind.RESIDENT, BucketKind.FAMILY)}
    return DropReason.CHANGED if others & set(states) else DropReason.REVOKED


_COUNT = text(
    "select count(*) from sync_documents where county_id = :county_id and bucket = any(cast(:buckets as text[]))"
    " and removed is null"
)


def _count(session: Session, buckets: list[str]) -> int:
    """How many documents a download has to bring that begins with this answer; none of its later pages counts anew."""
    asked = {"county_id": session.info["county_id"], "buckets": buckets}
    return int(session.execute(_COUNT, asked).scalar_one())


def epoch_of(session: Session, now: datetime) -> str:
    """The county's epoch; the first pull makes it."""
    county_id = session.info["county_id"]
    found = session.scalar(select(SyncEpoch.epoch).where(SyncEpoch.county_id == county_id))
    if found is None:
        session.execute(
            text(
                "insert into sync_epochs (county_id, epoch, started_at) values (:county_id, gen_random_uuid(), :now)"
                " on conflict do nothing"
            ),
            {"county_id": county_id, "now": now},
        )
        found = session.scalar(select(SyncEpoch.epoch).where(SyncEpoch.county_id == county_id))
    return str(found)


def _read(
    session: Session, cursor: Cursor, states: Mapping[str, BucketState], limit: int
) -> tuple[list[bytes], list[bytes], bool]:
    entitled = list(states)
    documents: list[bytes] = []
    removed: list[bytes] = []
    left = limit
    while left > 0 and (name := _next_first_download(cursor, entitled)) is not None:
        left -= _read_first(session, cursor.places[name], name, left, documents)
    if _next_first_download(cursor, entitled) is not None:
        return documents, removed, True
    rows, last, more = _changes(session, cursor, states, max(left, 1))
    for name, version in last.items():
        cursor.places[name].since = version
    documents += [line for is_removed, line in rows if not is_removed]
    removed += [line for is_removed, line in rows if is_removed]
    return documents, removed, more


def _next_first_download(cursor: Cursor, entitled: list[str]) -> str | None:
    """The bucket whose first download is least far by rank: this week's work of every bucket before anything else."""
    going = [(place.after[0], entitled.index(name), name) for name in entitled if (place := cursor.places[name]).after]
    return min(going)[2] if going else None


_ENVELOPE = (
    '\'{"bucket":"\' || d.bucket || \'","kind":"\' || d.kind || \'","id":"\' || d.id || \'","version":\' || d.version'
    " || ',\"body\":' || d.body || '}'"
)
_TOMBSTONE = '\'{"bucket":"\' || d.bucket || \'","kind":"\' || d.kind || \'","id":"\' || d.id || \'","reason":"\' || d.removed || \'"}\''
# A line a row: joined in the database, the same bytes take twice as long to get here. Bytes, because to read and write
# Chinese anew would take a fifth of a pull.
_FIRST = Prepared(
    text(
        f"select d.kind, d.id, {_ENVELOPE} as line from sync_documents d"  # noqa: S608 (constants)
        " where d.county_id = :county_id and d.bucket = :bucket and d.removed is null"
        " and d.rank = :rank and (d.kind, d.id) < (:kind, cast(:id as uuid)) order by d.kind desc, d.id desc limit :limit"
    ),
    is_raw=True,
)


def _read_first(session: Session, place: Place, name: str, limit: int, documents: list[bytes]) -> int:
    """Read on in one bucket, within one rank; ends the first download after the last rank."""
    rank, kind, last_id = place.after or (0, *LAST)
    rank = max(rank, 0)
    asked = {"county_id": session.info["county_id"], "bucket": name, "rank": rank, "kind": kind, "id": last_id}
    rows = _FIRST(session, limit=limit, **asked)
    documents += [line for *_, line in rows]
    if len(rows) == limit:
        kind, last_id, _ = rows[-1]
        place.after = (rank, kind.decode(), str(last_id))
    elif rank < RANK_REST:
        place.after = (rank + 1, *LAST)
    else:
        place.after = None
    return len(rows)


_CHANGE = (
    f"d.removed is not null as is_removed, case when d.removed is null then {_ENVELOPE} else {_TOMBSTONE} end as line"
)
_SINCE = (
    " from json_each_text(:since) as b(bucket, since)"
    " cross join lateral (select * from sync_documents x where x.county_id = :county_id and x.bucket = b.bucket"
    " and x.version > cast(b.since as bigint) order by x.version limit :limit) d"
)
_CHANGES = Prepared(text(f"select {_CHANGE}{_SINCE}"), is_raw=True)
_PLACED_CHANGES = Prepared(text(f"select {_CHANGE}, b.bucket, d.version{_SINCE}"), is_raw=True)
"""With where each stands; two columns more take a quarter of a pull's time."""


def _changes(
    session: Session, cursor: Cursor, states: Mapping[str, BucketState], limit: int
) -> tuple[list[tuple[Any, ...]], dict[str, int], bool]:
    """What changed in each bucket, how far each is read then, and whether there is more."""
    since = {name: cursor.places[name].since for name in states}
    asked = {"county_id": session.info["county_id"], "since": Json(since), "limit": limit}
    if all(state.n - since[name] < limit for name, state in states.items()):
        # There are no more documents than versions, so that up to the counters everything comes at once.
        return _CHANGES(session, **asked), {name: max(since[name], state.n) for name, state in states.items()}, False
    rows = _PLACED_CHANGES(session, **asked)
    counts = Counter(bucket for *_, bucket, _ in rows)
    last = {bucket.decode(): version for *_, bucket, version in rows}
    return [(is_removed, line) for is_removed, line, *_ in rows], last, limit in counts.values()


_DAY = timedelta(days=1)
_NOTE = text(
    "update sync_buckets set pulled_at = :now where county_id = :county_id and bucket = any(cast(:buckets as text[]))"
)


def _note_pulled(session: Session, now: datetime, states: Mapping[str, BucketState]) -> None:
    """Remember, to the day, that these are in use: a bucket not pulled for 60 days is closed."""
    names = sorted(name for name, state in states.items() if state.pulled_at is None or now - state.pulled_at > _DAY)
    if names:
        session.execute(_NOTE, {"county_id": session.info["county_id"], "now": now, "buckets": names})
