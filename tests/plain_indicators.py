"""The indicators of domain rules §1.9 said slowly, of one life after the other: what the statements are held to.

A life is what is written down of one person; the same lives are told in tests/tables/indicators.json.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from jiayi.app import rule_tables
from jiayi.contracts.tables import ContractTerms, TerminationReasons
from jiayi.followups.tables import Diabetes, FollowupSchedule
from jiayi.fulfilment.tables import FulfilmentRules
from jiayi.reports.tables import IndicatorRules

TODAY = date(2026, 11, 24)
_OF = rule_tables().of
OWN, OWED = _OF(IndicatorRules, TODAY), _OF(FulfilmentRules, TODAY)
SCHEDULE, TERMS, DIABETES = _OF(FollowupSchedule, TODAY), _OF(ContractTerms, TODAY), _OF(Diabetes, TODAY)
MOVED = _OF(TerminationReasons, TODAY).moved
WAS_IN_FORCE = {"active", "suspended", "expired", "terminated", "closed_death"}
PAID = {"P2", "P3", "P4", "P5", "P6", "P7", "P8"}


@dataclass
class Agreed:
    """A contract of one year; `items` are what it gives in that year."""

    first: date
    last: date
    status: str = "active"
    ended_on: date | None = None
    reason: str | None = None
    package: str = "P1"
    is_elsewhere: bool = False
    items: dict[str, int] = field(default_factory=dict)
    rests: list[tuple[date, date | None]] = field(default_factory=list)

    @property
    def end(self) -> date:
        return min(self.last, self.ended_on or self.last)


@dataclass
class Life:
    registered_on: date = date(2020, 1, 1)
    died_on: date | None = None
    moved_on: date | None = None
    """The first day elsewhere."""
    groups: list[tuple[str, date, date | None]] = field(default_factory=list)
    contracts: list[Agreed] = field(default_factory=list)
    done: list[tuple[str, date, bool]] = field(default_factory=list)
    enrolled: list[tuple[str, date, date | None, str | None]] = field(default_factory=list)
    met: list[tuple[str, date, bool, bool, str]] = field(default_factory=list)
    """Programme, day, in target, face to face, class."""
    lost: list[tuple[str, date]] = field(default_factory=list)
    fasting: list[tuple[date, float]] = field(default_factory=list)
    answers: list[tuple[date, int]] = field(default_factory=list)
    tried: list[date] = field(default_factory=list)
    """Nobody was found."""


Counted = dict[str, tuple[int, int]]


def count(life: Life, on: date) -> Counted:
    """What one life adds above and below each line; nothing where it adds nothing."""
    is_here = life.registered_on <= on and all(day is None or day > on for day in (life.died_on, life.moved_on))
    found: Counted = {}
    held = [one for one in life.contracts if one.status in WAS_IN_FORCE and one.first <= on]
    now = next((one for one in held if one.end >= on), None) if is_here else None
    groups = {code for code, first, last in life.groups if first <= on and (last is None or last >= on)}
    year = date(on.year, 1, 1)
    if is_here:
        found["signed"] = (int(now is not None), 1)
        for code in groups:
            found[f"key_group_{code.lower()}"] = (int(now is not None), 1)
        if groups:
            found["key_group"] = (int(now is not None), 1)
        if now is not None:
            found["paid"] = (int(now.package in PAID), 1)
            _fulfilled(life, held, on, year, found)
            _unserved(life, now, on, found)
        done = {item for item, day, counts in life.done if counts and year <= day <= on}
        if "K01" in groups:
            found["elder_managed"] = (int(set(OWN.elder_items) <= done), 1)
            found["tcm_managed"] = (int(set(OWN.tcm_items) <= done), 1)
        _programmes(life, on, year, done, found)
        days = [day for _, day, _ in life.done] + [one[1] for one in life.met] + [day for day, _ in life.fasting]
        found["file_used"] = (int(any(year <= day <= on for day in days)), 1)
    _renewed(life, held, on, year, found)
    answers = [score for day, score in life.answers if year <= day <= on]
    if answers:
        found["satisfied"] = (sum(score >= OWED.satisfied_from for score in answers), len(answers))
    return found


def _fulfilled(life: Life, held: list[Agreed], on: date, year: date, found: Counted) -> None:
    due = kept = 0
    for one in held:
        for item, quota in one.items.items():
            if item not in OWED.items_owed:
                continue
            until = min(one.end, on)
            if until < year:
                continue
            days = [day for code, day, counts in life.done if code == item and counts and one.first <= day <= until]
            before = _by(one, quota, year - timedelta(days=1)) if one.first < year else 0
            now = _by(one, quota, until)
            due += now - before
            # The services of a year are filled from the first on.
            kept += sum(before < number <= now for number in range(1, len(days) + 1))
    if due:
        found["fulfilled"], found["fulfilled_items"] = (int(kept == due), 1), (kept, due)


def _by(one: Agreed, quota: int, day: date) -> int:
    """How many services of the year have fallen due by that day; days of rest do not count."""
    rested = {
        first + timedelta(days=n)
        for first, back in one.rests
        for n in range(((back or day + timedelta(days=1)) - first).days)
    }
    passed = sum(one.first + timedelta(days=n) not in rested for n in range((day - one.first).days + 1))
    return quota * passed // ((one.last - one.first).days + 1)


def _unserved(life: Life, now: Agreed, on: date, found: Counted) -> None:
    """SNS-1 of domain rules §1.8, without those whom nobody can find (SNS-5)."""
    passed = (on - now.first).days
    waited = passed - sum(_rests(now, now.first + timedelta(days=n)) for n in range(passed + 1))
    if waited < OWED.unserved_days:
        return
    is_served = any(counts and now.first <= day <= on for _, day, counts in life.done)
    tried = sorted({day for day in life.tried if now.first <= day <= on})
    last = tried[OWED.attempt_days - 1 :: OWED.attempt_days][-1:]
    is_lost = bool(last) and (on - last[0]).days <= OWED.unreachable_days
    found["unserved"] = (int(not is_served and not is_lost), 1)


def _rests(one: Agreed, day: date) -> bool:
    return any(first <= day and (back is None or day < back) for first, back in one.rests)


def _renewed(life: Life, held: list[Agreed], on: date, year: date, found: Counted) -> None:
    over = [
        one
        for one in held
        if year <= one.end <= on
        and one.status != "closed_death"
        and (life.died_on is None or life.died_on > one.end)
        and (life.moved_on is None or (life.moved_on - one.end).days > 1)
        and one.reason not in MOVED
    ]
    signed = [one for one in life.contracts if one.status in WAS_IN_FORCE | {"renewal_signed"}]
    followed = 0
    for one in over:
        later = sorted((other for other in signed if other.first > one.end), key=lambda other: other.first)
        followed += (
            bool(later)
            and later[0].is_elsewhere is one.is_elsewhere
            and (later[0].first - one.end).days <= TERMS.lapse_days
        )
    if over:
        found["renewed"] = (followed, len(over))


def _programmes(life: Life, on: date, year: date, done: set[str], found: Counted) -> None:
    for programme, code in (("hypertension", "htn"), ("diabetes", "dm")):
        if not any(
            of == programme and first <= on and (last is None or last >= year) and reason != "entered_wrongly"
            for of, first, last, reason in life.enrolled
        ):
            continue
        met = sorted(
            (
                (day, is_met, is_face, outcome)
                for of, day, is_met, is_face, outcome in life.met
                if of == programme and year <= day <= on
            )
        )
        fasting = sorted((day, value) for day, value in life.fasting if year <= day <= on)
        lost = [day for of, day in life.lost if of == programme and year <= day <= on]
        nexts = [day for day, *_ in met[1:]] + [on]
        is_regular = bool(met) and all(
            (after - day).days <= (SCHEDULE.regular_latest_days if outcome == "satisfied" else SCHEDULE.recheck_days)
            for (day, _, _, outcome), after in zip(met, nexts, strict=True)
        )
        is_managed = (
            is_regular
            and sum(is_face for _, _, is_face, _ in met) >= SCHEDULE.face_to_face_per_year
            and OWN.exam_item in done
            and (code == "htn" or len(fasting) >= OWN.fasting_tests_per_year)
        )
        last: tuple[date, bool] | None
        if code == "htn":
            # What somebody measured himself and told by telephone decides nothing (domain rules §4.3, §4.10).
            seen = [(day, is_met) for day, is_met, is_face, _ in met if is_face]
            last = seen[-1] if seen else None
        else:
            last = (fasting[-1][0], fasting[-1][1] < DIABETES.target_fasting_below) if fasting else None
        is_controlled = last is not None and last[1] and not any(day > last[0] for day in lost)
        found[f"{code}_managed"], found[f"{code}_controlled"] = (int(is_managed), 1), (int(is_controlled), 1)


# ------------------------------------------------------------ lives of the decision table


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def life_of(told: Mapping[str, Any]) -> Life:
    """A life as the table tells it."""
    day = date.fromisoformat
    return Life(
        registered_on=day(told.get("registered_on", "2020-01-01")),
        died_on=_day(told.get("died_on")),
        moved_on=_day(told.get("moved_on")),
        groups=[(code, day(first), _day(last)) for code, first, last in told.get("groups", [])],
        contracts=[
            Agreed(
                day(one["from"]), day(one["to"]), one.get("status", "active"), _day(one.get("ended_on")), one.get("reason"),
                one.get("package", "P1"), one.get("is_elsewhere", False), one.get("items", {}),
                [(day(first), _day(back)) for first, back in one.get("rests", [])],
            )
            for one in told.get("contracts", [])
        ],
        done=[(item, day(on), counts) for item, on, counts in told.get("done", [])],
        enrolled=[(of, day(first), _day(last), reason) for of, first, last, reason in told.get("enrolled", [])],
        met=[(of, day(on), is_met, is_face, outcome) for of, on, is_met, is_face, outcome in told.get("met", [])],
        lost=[(of, day(on)) for of, on in told.get("lost", [])],
        fasting=[(day(on), value) for on, value in told.get("fasting", [])],
        answers=[(day(on), score) for on, score in told.get("answers", [])],
        tried=[day(on) for on in told.get("tried", [])],
    )  # fmt: skip
