"""A resident who changes teams takes everything about them along, in the same transaction; a death says why things go."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from jiayi.core.events import Subscriber
from jiayi.core.feed import RemovalReason
from jiayi.residents.terms import ResidentDied, ResidentMoved
from jiayi.sync.feed import Feed
from jiayi.sync.terms import Bucket, BucketKind


def reactions(feed: Feed) -> Mapping[type, Sequence[Subscriber]]:
    def take_along(session: Session, event: ResidentMoved) -> None:
        session.flush()
        left = [] if event.from_team_id is None else [Bucket(BucketKind.TEAM, event.from_team_id)]
        feed.residents_moved(session, [event.resident_id], left)

    def say_why(session: Session, _event: ResidentDied) -> None:
        feed.because(session, RemovalReason.DELETED)

    return {ResidentMoved: [take_along], ResidentDied: [say_why]}
