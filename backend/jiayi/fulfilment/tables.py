"""Shape of the rule table of fulfilment."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiayi.followups.terms import Programme


@dataclass(frozen=True, slots=True)
class FulfilmentRules:
    """What is owed, what counts, and from when on somebody is not being served.

    `items_owed`: owed to whoever has them with a number in a contract. `follow_up_items`: the item that a follow-up face
    to face is, `call_item` what one by phone is. The rest is said in the table itself.
    """

    items_owed: tuple[str, ...]
    follow_up_items: Mapping[Programme, str]
    call_item: str
    contradiction_days: int
    unserved_days: int
    overdue_days: int
    progress_percent_min: int
    cluster_records_max: int
    cluster_minutes: int
    cluster_repeats: int
    cluster_look_back_days: int
    attempt_days: int
    unreachable_days: int
    unconfirmed_percent_max: int
    ask_days: int
    satisfied_from: int
    answers_min: int


RULE_TABLES: Mapping[str, type] = {"fulfilment": FulfilmentRules}
