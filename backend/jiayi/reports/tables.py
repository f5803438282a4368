"""Shape of the rule table that counts read."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """Which items are owed to whoever has them in a contract, and after how many days without any a person is unserved."""

    items_owed: tuple[str, ...]
    unserved_days: int


RULE_TABLES: Mapping[str, type] = {"fulfilment": Fulfilment}
