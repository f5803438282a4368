"""Which indicators there are, what of them may be told, on which days they are counted, and who may have a list of people.

Pure. Source: domain rules §1.9; of groups of data level 5 (§10.3) the office is told counts of the whole county alone (from
those of parts the small ones could be taken away), and none of a few.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from jiayi.core.dates import DAY, add_months
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.reports.tables import ExportRules
from jiayi.reports.terms import (
    Area,
    Every,
    ExportDecision,
    ExportFacts,
    ExportPhase,
    Indicator,
    Rate,
    Scope,
    Told,
    Unit,
    Untold,
)
from jiayi.residents.terms import KeyGroup

_OF_GROUPS = tuple(
    Indicator(f"key_group_{group.value.lower()}", Area.GROUPS, Unit.PERSON, "FD22", "C", group=group.value)
    for group in KeyGroup
)

# fmt: off
INDICATORS: tuple[Indicator, ...] = (
    #         code               area           unit           source             mark
    Indicator("signed",          Area.SIGNING,  Unit.PERSON,   "FD16, FD22",      "C"),
    Indicator("key_group",       Area.SIGNING,  Unit.PERSON,   "FD22",            "C"),
    Indicator("paid",            Area.SIGNING,  Unit.CONTRACT, "local",           "L"),
    Indicator("renewed",         Area.SIGNING,  Unit.CONTRACT, "—",               "D"),
    Indicator("fulfilled",       Area.SERVING,  Unit.PERSON,   "—",               "D"),
    Indicator("fulfilled_items", Area.SERVING,  Unit.SERVICE,  "—",               "D"),
    Indicator("elder_managed",   Area.HEALTH,   Unit.PERSON,   "BPHS17",          "C"),
    Indicator("elder_standard",  Area.HEALTH,   Unit.PERSON,   "annual notices",  "V", is_recorded=False),
    Indicator("tcm_managed",     Area.HEALTH,   Unit.PERSON,   "TCM13, BPHS17",   "C"),
    Indicator("htn_managed",     Area.HEALTH,   Unit.PERSON,   "BPHS17",          "C"),
    Indicator("htn_controlled",  Area.HEALTH,   Unit.PERSON,   "BPHS17",          "C"),
    Indicator("dm_managed",      Area.HEALTH,   Unit.PERSON,   "BPHS17",          "C"),
    Indicator("dm_controlled",   Area.HEALTH,   Unit.PERSON,   "BPHS17",          "C"),
    Indicator("file_used",       Area.HEALTH,   Unit.PERSON,   "BPHS17",          "C"),
    Indicator("satisfied",       Area.VOICE,    Unit.ANSWER,   "FD22",            "D", is_listed=False),
    Indicator("first_visit",     Area.VOICE,    Unit.VISIT,    "FD16",            "L", is_recorded=False),
    Indicator("aware",           Area.VOICE,    Unit.PERSON,   "local",           "L", is_recorded=False),
    *_OF_GROUPS,
)
# fmt: on
BY_CODE = {one.code: one for one in INDICATORS}
COUNTED = tuple(one.code for one in INDICATORS if one.is_recorded)
BESIDES = ("unserved", "confirmed", "visits_month")
"""Counted with them for the overview, and not indicators of §1.9."""
COUNTY = Scope()


def may_list(indicator: Indicator, hidden: Collection[str]) -> bool:
    """Whether the people behind it may be named: of no answer, and of no group of data level 5."""
    return indicator.is_recorded and indicator.is_listed and indicator.group not in hidden


def told(
    indicator: Indicator, rate: Rate, scope: Scope, hidden: Collection[str], *, answers_min: int, few_below: int
) -> Told:
    """The rate as it may be shown."""
    if not indicator.is_recorded:
        return Told(None, None, None, Untold.NO_DATA)
    if indicator.group in hidden and (scope != COUNTY or rate.denominator < few_below):
        return Told(None, None, None, Untold.FEW)
    if indicator.unit is Unit.ANSWER and rate.denominator < answers_min:
        return Told(None, rate.denominator, None, Untold.TOO_FEW_ANSWERS)
    untold = Untold.NOBODY if rate.denominator == 0 else None
    return Told(rate.numerator, rate.denominator, rate.percent, untold)


def ends(every: Every, until_on: date, count: int) -> tuple[date, ...]:
    """The last days of so many whole months, quarters or years before `until_on`, oldest first, and that day itself."""
    months = {Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}[every]
    first_of_next = date(until_on.year, (until_on.month - 1) // months * months + 1, 1)
    found = [add_months(first_of_next, -months * back) - DAY for back in range(count)]
    return (*(day for day in reversed(found) if day < until_on), until_on)


def month_ends(today: date, count: int) -> tuple[date, ...]:
    """The days that are counted each night, today last."""
    return ends(Every.MONTH, today, count)


# ------------------------------------------------------------ lists of people


def export_phase(facts: ExportFacts, now: datetime, table: ExportRules) -> ExportPhase:
    """Where a request stands: decided within its hours, fetched once within those after."""
    if facts.fetched_at is not None:
        return ExportPhase.FETCHED
    if facts.decision is ExportDecision.REFUSE:
        return ExportPhase.REFUSED
    since, hours = facts.asked_at, table.decide_hours
    if facts.decided_at is not None:
        since, hours = facts.decided_at, table.download_hours
    if now >= since + timedelta(hours=hours):
        return ExportPhase.EXPIRED
    return ExportPhase.ASKED if facts.decision is None else ExportPhase.APPROVED


def may_decide(phase: ExportPhase, *, is_own: bool) -> Answer:
    """Another one than who asked, while it is open."""
    if is_own:
        return Refused("reports.refused.own_request")
    return Allowed() if phase is ExportPhase.ASKED else Refused("reports.refused.not_open")


def may_fetch(phase: ExportPhase, *, is_own: bool) -> Answer:
    """Who asked, once a second person has allowed it, and once only (domain rules §10.3)."""
    match phase:
        case ExportPhase.ASKED | ExportPhase.REFUSED:
            return Refused("reports.refused.second_person")
        case ExportPhase.FETCHED:
            return Refused("reports.refused.fetched")
        case ExportPhase.EXPIRED:
            return Refused("reports.refused.export_expired")
        case ExportPhase.APPROVED:
            return Allowed() if is_own else Refused("reports.refused.not_own_request")
