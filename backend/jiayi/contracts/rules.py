"""When a contract may change state, how long it lasts, who may sign and end it.

Pure. Source: domain rules §1.2, §1.3, §1.6, §10.5. The days before the end, the lapse after it and a suspended duty are
computed from dates; they are no states.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from jiayi.contracts.tables import ContractTerms, TerminationReasons
from jiayi.contracts.terms import ContractAction as A
from jiayi.contracts.terms import ContractStatus as S
from jiayi.contracts.terms import ContractYear, Party, Signer, SignFacts
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
    (S.ACTIVE,            A.EXPIRE):     S.EXPIRED,
    (S.ACTIVE,            A.TERMINATE):  S.TERMINATED,
}
# fmt: on

FINAL = frozenset({S.EXPIRED, S.TERMINATED, S.CANCELLED, S.REJECTED})


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


def may_terminate(
    party: Party, reason: str, told_on: date, ends_on: date, *, reasons: TerminationReasons, terms: ContractTerms
) -> Answer:
    """Who may end it and why; the institution tells the resident some days before. Told and end are days."""
    listed = {
        Party.RESIDENT: reasons.resident,
        Party.INSTITUTION: reasons.institution,
        Party.REGISTRY: reasons.registry,
    }
    if reason not in listed[party]:
        return Refused("contracts.refused.reason_not_listed")
    if ends_on < told_on and party is not Party.REGISTRY:
        return Refused("contracts.refused.ends_in_past")
    earliest = told_on + timedelta(days=terms.institution_notice_days)
    if party is Party.INSTITUTION and ends_on < earliest:
        return Refused("contracts.refused.notice_too_short", {"earliest_on": earliest.isoformat()})
    return Allowed()


def may_sign(facts: SignFacts, terms: ContractTerms) -> Answer:
    """Whether this act signs for the resident: enough identity, the elder's own hand on what costs money."""
    if facts.identity_level < terms.identity_level_min:
        return Refused("contracts.refused.identity_level", {"needed": terms.identity_level_min})
    is_paid = facts.resident_fen > 0
    if facts.method not in (terms.paid_sign_methods if is_paid else terms.free_sign_methods):
        return Refused("contracts.refused.sign_method", {"method": facts.method.value})
    if facts.signer is Signer.PROXY:
        if facts.is_first_contract and is_paid:
            return Refused("contracts.refused.elder_must_sign")
        if not facts.may_proxy_sign_renewal:
            return Refused("contracts.refused.proxy_scope")
    return Allowed()


def is_refunded_in_full(signed_on: date, today: date, performed_count: int, terms: ContractTerms) -> bool:
    """The cooling-off of a paid package: within some days, if nothing was performed."""
    return performed_count == 0 and (today - signed_on).days <= terms.cooling_off_days
