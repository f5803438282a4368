"""What a contract's items ask for at home: how often, by whom, how long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jiayi.demo.agreements import Agreement
from jiayi.demo.chance import Chance
from jiayi.demo.stops import Held
from jiayi.demo.world import World
from jiayi.organizations.terms import Profession

Crew = tuple[tuple[Profession, ...], ...]
"""One entry a person who goes: the professions that will do."""

P = Profession
DOCTOR: Crew = ((P.DOCTOR,),)
NURSE: Crew = ((P.NURSE,),)
FOLLOW_UP: Crew = ((P.DOCTOR, P.PUBLIC_HEALTH),)
TOGETHER: Crew = ((P.DOCTOR,), (P.NURSE,))
PRESSURE, GLUCOSE = "B01", "B02"
ROUNDS = "E07"
MADE_UP_FOR = 12
"""Of a hundred visits, how many were put off by some days."""


@dataclass(frozen=True, slots=True)
class Need:
    """Items done in one visit. `first`: within so many days of the start; `share`: of a hundred contracts, at home."""

    items: tuple[str, ...]
    crew: Crew
    every_days: int
    first: tuple[int, int]
    minutes: int
    share: int = 100
    diagnosis: str | None = None
    only_last_days: int | None = None


# fmt: off
NEEDS: tuple[Need, ...] = (
    #    items           crew                            every  first        minutes
    Need(("D01",),        NURSE,                           15,   (2, 12),     20),
    Need(("D02",),        NURSE,                            7,   (2, 6),      40, diagnosis="L89", only_last_days=50),
    Need(("C07",),        TOGETHER,                        59,   (10, 45),    40),
    Need(("D09",),        ((P.THERAPIST,),),               15,   (2, 12),     45),
    Need(("B04",),        DOCTOR,                          91,   (4, 30),     20),
    Need(("B05",),        DOCTOR,                          91,   (4, 30),     20),
    Need((GLUCOSE,),      FOLLOW_UP,                       91,   (4, 30),     25),
    Need(("A03", "A04"),  ((P.PUBLIC_HEALTH,),),          366,   (10, 70),    30, share=55),
    Need(("A06",),        ((P.TCM_DOCTOR,),),             366,   (30, 160),   20, share=40),
    Need(("A02",),        TOGETHER,                       366,   (30, 220),   60, share=22),
    Need(("C05",),        ((P.PHARMACIST,),),             182,   (30, 120),   30, share=55),
    Need(("A09",),        ((P.NURSE, P.THERAPIST),),      366,   (5, 40),     30, share=60),
    Need(("C09",),        NURSE,                          182,   (20, 90),    20, share=50),
    Need(("D11",),        NURSE,                          182,   (20, 90),    45, share=40),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Occasion:
    """A visit that is due: what is to be done for whom by a contract, and the follow-up that is held on it."""

    day: date
    agreement: Agreement
    items: tuple[str, ...]
    crew: Crew
    minutes: int
    held: Held | None = None


def occasions(world: World, chance: Chance, agreement: Agreement) -> Iterator[Occasion]:
    """The visits that a contract's items led to so far, follow-ups of pressure apart; now and then one was put off."""
    today, calendar = world.timeline.today, world.timeline.calendar
    last = min(today - timedelta(days=1), agreement.ended_on or today)
    for need in NEEDS:
        if not _applies(need, agreement) or not chance.happens(need.share):
            continue
        day = max(agreement.starts_on, world.timeline.remembered_from) + timedelta(days=chance.randint(*need.first))
        if need.only_last_days is not None:
            day = max(day, today - timedelta(days=need.only_last_days))
        while (when := calendar.on_or_after(day)) <= last:
            if chance.happens(MADE_UP_FOR):
                day += timedelta(days=chance.randint(6, 12))
                continue
            yield Occasion(when, agreement, need.items, need.crew, need.minutes)
            day += timedelta(days=need.every_days + chance.randint(-2, 2))


def _applies(need: Need, agreement: Agreement) -> bool:
    """A follow-up of glucose beside one of pressure is held on the same visit and needs none of its own."""
    if not set(need.items) <= set(agreement.quotas) or (need.items == (GLUCOSE,) and PRESSURE in agreement.quotas):
        return False
    return need.diagnosis is None or need.diagnosis in agreement.person.health.diagnoses


def followed_up(held: Held, agreement: Agreement) -> Occasion:
    """The home visit of a follow-up of pressure; with diabetes in the contract, of glucose too."""
    items = tuple(item for item in (PRESSURE, GLUCOSE) if item in agreement.quotas)
    return Occasion(held.day, agreement, items, FOLLOW_UP, 20 + 10 * (GLUCOSE in items), held)
