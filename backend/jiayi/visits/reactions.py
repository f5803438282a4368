"""What visits do when something happens to a resident."""

from collections.abc import Mapping, Sequence

from jiayi.core.events import Subscriber
from jiayi.residents.terms import ResidentDied, ResidentMoved
from jiayi.visits import service


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {ResidentMoved: [service.hand_over], ResidentDied: [service.end_for]}
