"""Reactions that run upwards ("visit completed → plan the follow-up"), in the same transaction.

A feature publishes a frozen dataclass from its `terms.py`; `app.py` holds the one table of who listens.
Errors propagate: a reaction that fails undoes the change that caused it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

Subscriber = Callable[[Session, Any], None]
Subscribers = Mapping[type, Sequence[Subscriber]]

_subscribers: Subscribers = {}


def install(subscribers: Subscribers) -> None:
    """Set the table. Called once, by `app.py`."""
    global _subscribers  # noqa: PLW0603 (one table per process, set at start)
    _subscribers = subscribers


def publish(session: Session, event: object) -> None:
    """Tell everybody who listens to this kind of event, now, in this transaction."""
    for subscriber in _subscribers.get(type(event), ()):
        subscriber(session, event)
