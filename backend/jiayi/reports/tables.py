"""Shape of the rule table that counts read."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What is owed and what counts as not served.

    `items_owed`: owed to whoever has them in a contract. `unserved_days`: so long after signing without anybody having
    come. `overdue_days`: a follow-up later than this is looked at by the leader.
    """

    items_owed: tuple[str, ...]
    unserved_days: int
    overdue_days: int


RULE_TABLES: Mapping[str, type] = {"fulfilment": Fulfilment}
