"""What counts as done, what is owed when, and who may say otherwise.

Pure. Source: domain rules §1.8 (a fulfilment counts when …), §2.3, §4.10. The plan of a year is shared with the phone
(tests/tables/service_plans.json): it is computed wherever it is shown and stored nowhere.
"""

from collections.abc import Sequence
from datetime import date

from jiayi.contracts.terms import Pause
from jiayi.core.dates import DAY, add_months
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.fulfilment.terms import Asked, DoubtStatus, Facts, HowMet, Owed, Shortfall, Window, WindowState

DENIED = frozenset({DoubtStatus.OPEN, DoubtStatus.UPHELD})


def counts(facts: Facts) -> tuple[Shortfall, ...]:
    """What keeps it from counting, each reason named; nothing means that it counts."""
    found = (
        (Shortfall.WRONG_ROLE, not facts.is_authorised),
        (Shortfall.NO_TIME, not facts.has_time),
        (Shortfall.NO_CALL if facts.how is HowMet.CALL else Shortfall.NO_PLACE, not facts.has_place),
        (Shortfall.NO_RESULT, not facts.has_result),
        (Shortfall.CONTRADICTED, facts.doubt in DENIED),
    )
    return tuple(reason for reason, is_so in found if is_so)


def may_contradict(done_on: date, today: date, table: FulfilmentRules) -> Answer:
    """Within some days the resident may say that it is not true; the last of them counts."""
    if (today - done_on).days > table.contradiction_days:
        return Refused("fulfilment.refused.too_late", {"days": table.contradiction_days})
    return Allowed()


def may_judge(*, is_leader: bool, is_manager: bool, is_performer: bool) -> Answer:
    """Who decides between the resident and the team: its leader, else a manager; never whoever did it."""
    if is_performer:
        return Refused("fulfilment.refused.own_work")
    if is_leader or is_manager:
        return Allowed()
    return Refused("fulfilment.refused.not_leader")


def may_note_answer(*, is_performer: bool) -> Answer:
    """Nobody asks about his or her own work."""
    return Refused("fulfilment.refused.own_work") if is_performer else Allowed()


def windows(
    owed: Owed,
    done_on: Sequence[date],
    today: date,
    *,
    follow_up_due_on: date | None = None,
    every_months: int = 3,
    rests: Sequence[Pause] = (),
) -> tuple[Window, ...]:
    """The owed services of one item in one contract year, in order.

    The year is cut into as many even parts as there are services, each owed within its part. What counts as done fills
    them from the first on. Where a follow-up is planned, the next open window ends on its day and those after it so many
    months apart, none later than the year. A window that ends while the contract rests is not owed; only what was done
    beyond all others fills it.
    """
    done = sorted(day for day in done_on if owed.first_on <= day <= owed.last_on)[: owed.count]
    ends = _even_ends(owed)
    at_rest = [number for number, ends_on in enumerate(ends) if _rests(ends_on, rests)]
    owing = [number for number in range(owed.count) if number not in at_rest]
    filled = dict(zip([*owing, *at_rest], done, strict=False))
    if follow_up_due_on is not None:
        for n, number in enumerate(owing[len(done) :]):
            ends[number] = min(add_months(follow_up_due_on, every_months * n), owed.last_on)
    found, begins = [], owed.first_on
    for number, ends_on in enumerate(ends):
        day = filled.get(number)
        first_on = min(begins, ends_on)
        state = _state(first_on, ends_on, day, today)
        if day is None and _rests(ends_on, rests):
            state = WindowState.REST
        found.append(Window(number + 1, first_on, ends_on, state, day))
        begins = min(ends_on + DAY, owed.last_on)
    return tuple(found)


def _rests(day: date, rests: Sequence[Pause]) -> bool:
    return any(one.from_on <= day and (one.until_on is None or day < one.until_on) for one in rests)


def _even_ends(owed: Owed) -> list[date]:
    days = (owed.last_on - owed.first_on).days + 1
    return [owed.first_on + (days * (number + 1) // owed.count - 1) * DAY for number in range(owed.count)]


def _state(first_on: date, last_on: date, done_on: date | None, today: date) -> WindowState:
    if done_on is not None:
        return WindowState.DONE
    if last_on < today:
        return WindowState.OVERDUE
    return WindowState.DUE if first_on <= today else WindowState.AHEAD


WORST_FIRST = (WindowState.OVERDUE, WindowState.DUE, WindowState.DONE, WindowState.REST, WindowState.AHEAD)


def months(first_on: date, found: Sequence[Window], rests: Sequence[Pause] = ()) -> tuple[WindowState | None, ...]:
    """The twelve months of a contract year, each by the worst of what falls into it; None where nothing does.

    What was done lies in the month in which it was done, all else in the month of its last day; what was to be done
    before the year began, in the first. A month in which the contract rests, and in which nothing else falls, is at rest.
    """
    strip: list[WindowState | None] = []
    for number in range(12):
        begins, ends = add_months(first_on, number), add_months(first_on, number + 1)
        here = {one.state for one in found if begins <= max(one.done_on or one.last_on, first_on) < ends}
        if any(one.from_on < ends and (one.until_on is None or one.until_on > begins) for one in rests):
            here.add(WindowState.REST)
        strip.append(next((state for state in WORST_FIRST if state in here), None))
    return tuple(strip)


def may_call(asked: Asked) -> Answer:
    """Only who has nobody with the app is asked by a call."""
    return Allowed() if asked is Asked.CALL else Refused("fulfilment.refused.asked_by_app")
