"""Who is not being served, said slowly: one resident at a time, day by day. The server's statement is held to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from jiayi.fulfilment.rules import windows
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import Owed, WindowState

DAY = timedelta(days=1)
Found = dict[str, tuple[date, dict[str, Any]]]
"""By code: since when, and what is told."""


@dataclass
class History:
    """What happened to one resident. Days of rest run from the first to the one before the second."""

    status: str
    starts_on: date
    ends_on: date
    ended_on: date | None = None
    deceased_on: date | None = None
    owed: list[tuple[str, int | None]] = field(default_factory=list)
    year: tuple[date, date] = (date.min, date.max)
    done: list[tuple[str, date, bool]] = field(default_factory=list)
    tried: list[date] = field(default_factory=list)
    due_on: date | None = None
    groups: list[tuple[str, date, date | None]] = field(default_factory=list)
    rests: Sequence[tuple[date, date | None]] = ()


def find(history: History, today: date, table: FulfilmentRules, shown_groups: set[str]) -> Found:
    """What §1.8 says of this resident on that day."""
    if not _is_in_force(history, today):
        return {}
    served_on = [day for _, day, is_counted in history.done if is_counted and history.starts_on <= day <= today]
    found: Found = {}
    tried = sorted({day for day in history.tried if history.starts_on <= day <= today})
    in_vain = [day for day in tried if not served_on or day > max(served_on)]
    given_up_on = [day for number, day in enumerate(in_vain, start=1) if number % table.attempt_days == 0]
    is_unreachable = bool(given_up_on) and (today - given_up_on[-1]).days <= table.unreachable_days
    if is_unreachable:
        told = {"day_count": len(in_vain), "last_on": in_vain[-1].isoformat()}
        found["sns_5"] = (given_up_on[-1], told)
    rested = _rested(history, history.starts_on, today)
    if not served_on and not is_unreachable and (today - history.starts_on).days - rested >= table.unserved_days:
        since_on = history.starts_on + (table.unserved_days + rested) * DAY
        found["sns_1"] = (since_on, {"starts_on": history.starts_on.isoformat()})
    late = _late(history, today, table)
    if late and any(
        code in shown_groups and begins <= today and (ends is None or ends >= today)
        for code, begins, ends in history.groups
    ):
        due_on, item_code = min(late)
        told = {"item_code": item_code, "due_on": due_on.isoformat(), "item_count": len(late)}
        found["sns_2"] = (due_on + (table.overdue_days + 1) * DAY, told)
    return found | _behind(history, today, table)


def _is_in_force(history: History, today: date) -> bool:
    last_on = min(history.ends_on, history.ended_on or history.ends_on)
    is_alive = history.deceased_on is None or history.deceased_on > today
    return history.status == "active" and history.starts_on <= today <= last_on and is_alive


def _rested(history: History, since: date, today: date) -> int:
    """One day after the other."""
    days, day = 0, since
    while day <= today:
        days += any(first <= day and (until is None or day < until) for first, until in history.rests)
        day += DAY
    return days


def _owed(history: History, today: date) -> list[Owed]:
    first_on, last_on = history.year
    if not first_on <= today <= last_on:
        return []
    return [Owed(code, quota, first_on, last_on) for code, quota in history.owed if quota]


def _done(history: History, item_code: str, today: date) -> list[date]:
    return [day for code, day, is_counted in history.done if code == item_code and is_counted and day <= today]


def _late(history: History, today: date, table: FulfilmentRules) -> list[tuple[date, str]]:
    """The items of which the next is late by more than the days allowed, with the day on which it was due."""
    next_on: dict[str, date] = {}
    for owed in _owed(history, today):
        if owed.item_code not in table.items_owed:
            continue
        planned = history.due_on if owed.item_code == "B01" else None
        plan = windows(owed, _done(history, owed.item_code, today), today, follow_up_due_on=planned)
        still = [one for one in plan if one.state is not WindowState.DONE]
        if still:
            next_on[owed.item_code] = still[0].last_on
    if history.due_on is not None:
        next_on.setdefault("B01", history.due_on)
    return [
        (due_on, code)
        for code, due_on in next_on.items()
        if (today - due_on).days - _rested(history, due_on + DAY, today) > table.overdue_days
    ]


def _behind(history: History, today: date, table: FulfilmentRules) -> Found:
    owed = [one for one in _owed(history, today) if one.item_code in table.items_owed]
    if not owed:
        return {}
    first_on, last_on = history.year
    days = (last_on - first_on).days + 1
    gone = (today - first_on).days + 1 - _rested(history, first_on, today)
    quota = sum(one.count for one in owed)
    in_year = {one.item_code: [day for day in _done(history, one.item_code, today) if day >= first_on] for one in owed}
    done = sum(min(one.count, len(in_year[one.item_code])) for one in owed)
    by_now = quota * gone / days
    if gone * 2 < days or not done * 100 < table.progress_percent_min * by_now - 1e-9:
        return {}
    return {"sns_3": (first_on + (days - 1) // 2 * DAY, {"done": done, "quota": quota})}
