"""What happens to contracts because of what happens to residents."""

from collections.abc import Mapping, Sequence

from jiayi.contracts import service
from jiayi.core.events import Subscriber
from jiayi.residents.terms import ResidentDied


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {ResidentDied: [service.end_for_death]}
