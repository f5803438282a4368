"""Asking for a visit and fitting it into the days: hours, horizon, how many a day, when calling off is free.

Source: domain rules §8.2, §5.3 (two persons, cancellation), §4.1 and §8.1 (danger words).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jiayi.core.dates import CHINA, china_date
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.visits.tables import DangerWords, VisitBooking, VisitSafety
from jiayi.visits.terms import Risk

APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})


def danger_words_in(text: str, table: DangerWords) -> tuple[str, ...]:
    """The words of danger somebody wrote, in the table's order. A denied word is found too: 120 is shown once too often."""
    plain = _plain(text)
    return tuple(word for word in table.words if _plain(word) in plain)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().translate(APOSTROPHES)
    return "".join(folded.split())


def may_wish(wish_on: date, today: date, booking: VisitBooking) -> Answer:
    """A wish is for a day from today to the horizon."""
    if wish_on < today:
        return Refused("visits.refused.day_past")
    last = today + timedelta(days=booking.horizon_days)
    if wish_on > last:
        return Refused("visits.refused.day_too_far", {"last_on": last.isoformat()})
    return Allowed()


@dataclass(frozen=True, slots=True)
class AssignFacts:
    """What is known when clinicians are given a visit. `day_counts`: planned visits each has that day already."""

    starts_at: datetime
    ends_at: datetime
    day_counts: Sequence[int] = ()
    is_palliative: bool = False


def may_assign(facts: AssignFacts, booking: VisitBooking) -> Answer:
    """Whether this window and these people do. That one clinician's windows don't overlap, the database holds."""
    if facts.ends_at <= facts.starts_at:
        return Refused("visits.refused.window_backwards")
    if china_date(facts.starts_at) != china_date(facts.ends_at):
        return Refused("visits.refused.window_over_midnight")
    if not facts.is_palliative and is_at_night(facts.starts_at, booking):
        hours = {"from": f"{booking.starts_from:%H:%M}", "until": f"{booking.starts_until:%H:%M}"}
        return Refused("visits.refused.outside_hours", hours)
    if any(count >= booking.visits_per_day_max for count in facts.day_counts):
        return Refused("visits.refused.day_full", {"max": booking.visits_per_day_max})
    return Allowed()


def is_at_night(starts_at: datetime, booking: VisitBooking) -> bool:
    """Outside the hours in which visits begin."""
    return not booking.starts_from <= starts_at.astimezone(CHINA).time() <= booking.starts_until


@dataclass(frozen=True, slots=True)
class SafetyFacts:
    """What decides whether one clinician goes alone. `is_first_visit`: nobody has been at this home before."""

    clinician_count: int
    does_item_need_two: bool = False
    is_first_visit: bool = False
    is_at_night: bool = False
    has_video_link: bool = False


def may_go(facts: SafetyFacts, safety: VisitSafety) -> Answer:
    """Two where an item asks for it; for safety two, or one with a video link. The phone has the same rule."""
    if facts.does_item_need_two and facts.clinician_count < safety.clinicians_min:
        return Refused("visits.refused.too_few_clinicians", {"needed": safety.clinicians_min})
    if facts.clinician_count >= safety.clinicians_min or (facts.has_video_link and safety.is_video_link_enough):
        return Allowed()
    if facts.is_first_visit and Risk.FIRST_VISIT in safety.two_for:
        return Refused("visits.refused.first_visit_alone", {"needed": safety.clinicians_min})
    if facts.is_at_night and Risk.NIGHT in safety.two_for:
        return Refused("visits.refused.night_alone", {"needed": safety.clinicians_min})
    return Allowed()


def is_cancelled_late(planned_start_at: datetime, now: datetime, booking: VisitBooking) -> bool:
    """Whether the free time for calling off is over; it is never refused."""
    return planned_start_at - now < timedelta(hours=booking.cancel_free_hours)


def must_confirm_by_phone(no_show_count: int, booking: VisitBooking) -> bool:
    """After so many no-shows in `no_show_days` a booking is confirmed by phone; nobody is shut out."""
    return no_show_count >= booking.no_show_limit


def reserved_count(slot_count: int, booking: VisitBooking) -> int:
    """How many slots are held for those who phone or come by: a fifth, rounded up, none of very few."""
    if slot_count < booking.reserved_from_slots:
        return 0
    return -(-slot_count * booking.reserved_percent // 100)
