"""When a contract may change state, how long it lasts, who may end it.

Pure. Source: domain rules §1.1.4, §1.2, §1.3. The weeks before the end (`expiring`) and the lapse after it
(`lapsed`) are computed from dates; they are no states.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from jiayi.contracts.tables import ContractTerms, Suspensions, TerminationReasons
from jiayi.contracts.terms import ContractAction as A
from jiayi.contracts.terms import ContractStatus as S
from jiayi.contracts.terms import ContractYear, PanelState, Party, Pause, Phase
from jiayi.core.dates import DAY, WorkingCalendar, anniversary
from jiayi.core.results import Allowed, Answer, Refused

# fmt: off
TRANSITIONS: Mapping[tuple[S, A], S] = {
    # state               action         becomes
    (S.DRAFT,             A.SUBMIT):     S.PENDING_REVIEW,
    (S.DRAFT,             A.CANCEL):     S.CANCELLED,
    (S.PENDING_REVIEW,    A.ACCEPT):     S.PENDING_SIGN,
    (S.PENDING_REVIEW,    A.REJECT):     S.REJECTED,
    (S.PENDING_REVIEW,    A.CANCEL):     S.CANCELLED,
    (S.PENDING_SIGN,      A.SIGN):       S.ACTIVE,
    (S.PENDING_SIGN,      A.SIGN_AHEAD): S.RENEWAL_SIGNED,
    (S.PENDING_SIGN,      A.CANCEL):     S.CANCELLED,    # also by time, when nobody signs
    (S.RENEWAL_SIGNED,    A.BEGIN):      S.ACTIVE,
    (S.RENEWAL_SIGNED,    A.CANCEL):     S.CANCELLED,
    (S.RENEWAL_SIGNED,    A.VOID):       S.VOIDED,
    (S.ACTIVE,            A.SUSPEND):    S.SUSPENDED,
    (S.ACTIVE,            A.EXPIRE):     S.EXPIRED,
    (S.ACTIVE,            A.TERMINATE):  S.TERMINATED,
    (S.ACTIVE,            A.CLOSE):      S.CLOSED_DEATH,
    (S.ACTIVE,            A.VOID):       S.VOIDED,
    (S.SUSPENDED,         A.RESUME):     S.ACTIVE,
    (S.SUSPENDED,         A.EXPIRE):     S.EXPIRED,
    (S.SUSPENDED,         A.TERMINATE):  S.TERMINATED,    # who has moved away for good need not come back to end it
    (S.SUSPENDED,         A.CLOSE):      S.CLOSED_DEATH,
    (S.SUSPENDED,         A.VOID):       S.VOIDED,
    (S.EXPIRED,           A.VOID):       S.VOIDED,
    (S.TERMINATED,        A.VOID):       S.VOIDED,
    (S.CLOSED_DEATH,      A.VOID):       S.VOIDED,
}
# fmt: on

LIVE = frozenset({S.ACTIVE, S.SUSPENDED})
"""In force: of these a resident has one at most."""
FINAL = frozenset({S.EXPIRED, S.TERMINATED, S.CLOSED_DEATH, S.VOIDED, S.CANCELLED, S.REJECTED})
"""Over. What was signed can still be found false."""
COUNTED = LIVE | {S.EXPIRED, S.TERMINATED, S.CLOSED_DEATH}
"""Was in force on its days, whatever became of it later; a false one never was."""
HOSPITAL = "hospital"
"""The reason for a rest that has a length of its own."""


def next_status(status: S, action: A) -> S | None:
    """What a contract becomes, None when the action does not fit."""
    return TRANSITIONS.get((status, action))


def may(action: A, status: S) -> Answer:
    """Whether the action fits the state."""
    if next_status(status, action) is None:
        return Refused("contracts.refused.wrong_status", {"status": status.value, "action": action.value})
    return Allowed()


def term_allowed(years: int, terms: ContractTerms) -> Answer:
    if terms.years_min <= years <= terms.years_max:
        return Allowed()
    return Refused("contracts.refused.wrong_term", {"min": terms.years_min, "max": terms.years_max})


def first_day(signed_on: date, terms: ContractTerms) -> date:
    """The first day covered, once both signatures are there."""
    return signed_on + timedelta(days=terms.starts_after_days)


def last_day(starts_on: date, years: int) -> date:
    """The last day covered, itself included: the day before the anniversary (29 Feb → 28 Feb)."""
    return anniversary(starts_on, years) - DAY


def contract_years(starts_on: date, years: int) -> tuple[ContractYear, ...]:
    """The twelve-month periods of a term; quotas and fees start afresh in each."""
    return tuple(
        ContractYear(n + 1, anniversary(starts_on, n), anniversary(starts_on, n + 1) - DAY) for n in range(years)
    )


def covers(starts_on: date, ends_on: date, day: date) -> bool:
    return starts_on <= day <= ends_on


def is_over(ends_on: date, today: date) -> bool:
    """A contract expires at 24:00 of its last day."""
    return today > ends_on


def review_due_on(submitted_on: date, calendar: WorkingCalendar, terms: ContractTerms) -> date:
    """The working day by which the team has looked at an application."""
    day = submitted_on
    for _ in range(terms.review_within_working_days):
        day = calendar.on_or_after(day + DAY)
    return day


def is_sign_overdue(accepted_on: date, today: date, terms: ContractTerms) -> bool:
    """Nobody signed in time: the contract is cancelled and the place given free."""
    return (today - accepted_on).days > terms.sign_within_days


def may_renew(ends_on: date, today: date, terms: ContractTerms) -> Answer:
    """Renewal opens some weeks before the end; afterwards a new contract is always possible."""
    opens_on = ends_on - timedelta(days=terms.renewal_opens_days)
    if today < opens_on:
        return Refused("contracts.refused.renewal_too_early", {"opens_on": opens_on.isoformat()})
    return Allowed()


def continues(previous_ends_on: date, starts_on: date, terms: ContractTerms) -> bool:
    """Whether a next contract counts as a renewal (续签): it starts at most `lapse_days` after the end."""
    return 0 < (starts_on - previous_ends_on).days <= terms.lapse_days


def renewal_reminders(ends_on: date, terms: ContractTerms) -> tuple[date, ...]:
    return tuple(ends_on - timedelta(days=days) for days in terms.renewal_reminder_days)


def phase_of(status: S, ends_on: date | None, on: date, terms: ContractTerms) -> Phase | None:
    """What follows from the dates on that day: it ends soon, or has run out so lately that the next one continues it."""
    if ends_on is None:
        return None
    if status is S.ACTIVE and 0 <= (ends_on - on).days <= terms.renewal_opens_days:
        return Phase.EXPIRING
    if status is S.EXPIRED and 0 < (on - ends_on).days <= terms.lapse_days:
        return Phase.LAPSED
    return None


def care_days(starts_on: date, on: date, pauses: Iterable[Pause]) -> int:
    """Days from the first until that day on which something was owed: without those on which the contract rested."""
    rested = sum(max(0, (min(pause.until_on or on, on) - max(pause.from_on, starts_on)).days) for pause in pauses)
    return max(0, (on - starts_on).days - rested)


def may_suspend(reason: str, evidence: str, away_since_on: date, today: date, table: Suspensions) -> Answer:
    """Whether a contract may rest: a listed reason, something to go by, and a stay in hospital long enough."""
    if reason not in table.reasons:
        return Refused("contracts.refused.reason_not_listed")
    if evidence not in table.evidence:
        return Refused("contracts.refused.evidence_missing")
    if away_since_on > today:
        return Refused("contracts.refused.not_away_yet")
    if reason == HOSPITAL and (today - away_since_on).days <= table.hospital_days_over:
        return Refused("contracts.refused.hospital_too_short", {"days": table.hospital_days_over})
    return Allowed()


def panel_state(carried_count: int, doctor_count: int, terms: ContractTerms) -> PanelState:
    """How full a team is that carries so many with so many family doctors; one without a doctor counts as with one."""
    doctors = max(1, doctor_count)
    if carried_count >= terms.panel_full_count * doctors:
        return PanelState.FULL
    return PanelState.CROWDED if carried_count >= terms.panel_warning_count * doctors else PanelState.FREE


def is_in_area(village: str | None, service_area: Collection[str]) -> bool:
    """Whether a team's villages hold the resident's; without a list, or without a village, nobody is outside."""
    return not service_area or village is None or village in service_area


def may_terminate(
    party: Party, reason: str, told_on: date, ends_on: date, *, reasons: TerminationReasons, terms: ContractTerms
) -> Answer:
    """Who may end it and why; the institution tells the resident some days before. Told and end are days."""
    listed = {Party.RESIDENT: reasons.resident, Party.INSTITUTION: reasons.institution}
    if reason not in listed[party]:
        return Refused("contracts.refused.reason_not_listed")
    if ends_on < told_on:
        return Refused("contracts.refused.ends_in_past")
    earliest = told_on + timedelta(days=terms.institution_notice_days)
    if party is Party.INSTITUTION and ends_on < earliest:
        return Refused("contracts.refused.notice_too_short", {"earliest_on": earliest.isoformat()})
    return Allowed()


def is_refunded_in_full(signed_on: date, today: date, performed_count: int, terms: ContractTerms) -> bool:
    """The cooling-off of a paid package: within some days, if nothing was performed."""
    return performed_count == 0 and (today - signed_on).days <= terms.cooling_off_days
