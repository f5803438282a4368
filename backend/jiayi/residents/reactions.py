"""What residents do when something happens to one of them."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from jiayi.core.events import Subscriber
from jiayi.notify import service as notify
from jiayi.residents.terms import ResidentDied


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {ResidentDied: [withdraw_messages]}


def withdraw_messages(session: Session, event: ResidentDied) -> None:
    """Nobody is reminded of somebody who has died."""
    notify.withdraw(session, event.resident_id)
