"""Contracts: who holds which packages since when, and how far the others have come."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from uuid import UUID

from jiayi.contracts.packages import merged_quotas
from jiayi.contracts.rules import contract_years, last_day
from jiayi.contracts.terms import ContractStatus, ContractYear, Quotas, TargetFacts
from jiayi.core.dates import DAY
from jiayi.demo.chance import Chance, Weighted
from jiayi.demo.health import OLD, diagnoses
from jiayi.demo.residents import Person
from jiayi.demo.world import World
from jiayi.residents.files import conditions_of
from jiayi.residents.groups import group_spans
from jiayi.residents.tables import KeyGroups
from jiayi.residents.terms import GroupHistory, GroupSpan, Listed

S = ContractStatus
SHARE, SHARE_OF_HEALTHY = 71, 28
"""Of a hundred residents, how many have or had a contract, or are on the way to one; the young and healthy see less in it."""
STATUSES = Weighted(
    {
        S.ACTIVE: 905,
        S.EXPIRED: 28,
        S.DRAFT: 10,
        S.PENDING_REVIEW: 12,
        S.PENDING_SIGN: 10,
        S.TERMINATED: 15,
        S.CANCELLED: 10,
        S.REJECTED: 10,
    }
)
APPLIED = frozenset({S.DRAFT, S.PENDING_REVIEW, S.PENDING_SIGN, S.CANCELLED, S.REJECTED})
"""Never in force."""
ENDED = frozenset({S.CANCELLED, S.REJECTED})
DISABLED = 2
RECOVERING_DAYS = 180


@dataclass(eq=False)
class Agreement:
    """A contract as it came about. `quotas` counts by item and contract year; None in it is as needed."""

    id: UUID
    person: Person
    status: ContractStatus
    package_codes: tuple[str, ...]
    years: int
    starts_on: date
    applied_at: datetime
    facts: TargetFacts
    quotas: Quotas
    ended_on: date | None = None
    end_reason: str | None = None
    renews: UUID | None = None
    booked: dict[tuple[int, str], int] = field(default_factory=dict)
    """Services planned so far, by contract year and item."""
    consumed: dict[tuple[int, str], int] = field(default_factory=dict)

    @property
    def was_signed(self) -> bool:
        return self.status not in APPLIED

    @cached_property
    def ends_on(self) -> date:
        return last_day(self.starts_on, self.years)

    @cached_property
    def terms(self) -> tuple[ContractYear, ...]:
        return contract_years(self.starts_on, self.years)

    def covers(self, day: date) -> bool:
        """Whether it is in force that day."""
        last = self.ends_on if self.ended_on is None else self.ended_on
        return self.was_signed and self.starts_on <= day <= last

    def year_of(self, day: date) -> int:
        for year in self.terms:
            if year.first <= day <= year.last:
                return year.number
        raise LookupError(f"{day} is in no year of it")

    def left(self, item_code: str, day: date) -> int | None:
        """How many can still be planned for that day; None without a limit. Raises KeyError for an item not in it."""
        quota = self.quotas[item_code]
        return None if quota is None else quota - self.booked.get((self.year_of(day), item_code), 0)

    def book(self, item_code: str, day: date) -> None:
        """Plan one."""
        key = (self.year_of(day), item_code)
        self.booked[key] = self.booked.get(key, 0) + 1

    def consume(self, item_code: str, day: date) -> bool:
        """Count one as done, in the order of the days: whether that is past the quota."""
        key = (self.year_of(day), item_code)
        before = self.consumed.get(key, 0)
        self.consumed[key] = before + 1
        quota = self.quotas.get(item_code)
        return quota is not None and before >= quota


def spans_of(world: World, person: Person) -> tuple[GroupSpan, ...]:
    """Somebody's time in the key groups that follow from birthday, diagnoses and assessment."""
    health, today = person.health, world.timeline.today
    history = GroupHistory(
        person.birth_on,
        health.diagnoses,
        tuple(Listed(name, since, None) for name, since in health.lists.items()),
        health.assessed_on,
        health.ability_level,
    )
    return group_spans(history, world.rules.of(KeyGroups, today))


def facts_of(world: World, person: Person, spans: Sequence[GroupSpan], beds: int | None) -> TargetFacts:
    """What the packages ask about somebody today."""
    today, health = world.timeline.today, person.health
    groups = frozenset(s.group.value for s in spans if s.first <= today and (s.last is None or today <= s.last))
    return TargetFacts(
        age=person.age(today),
        groups=groups,
        conditions=conditions_of(frozenset(health.diagnoses), diagnoses()),
        ability_level=health.ability_level,
        discharged_on=health.discharged_on,
        discharge_diagnoses=frozenset(health.discharge_diagnoses),
        institution_beds=beds if person.is_in_elder_home else None,
    )


def packages_for(chance: Chance, facts: TargetFacts, today: date) -> tuple[str, ...]:
    """The packages that a team would offer: by where somebody lives, what he or she can still do, and the diseases."""
    if facts.institution_beds is not None:
        return ("P8",)
    if (facts.ability_level or 0) >= DISABLED:
        return ("P6",)
    if facts.discharged_on is not None and any("I60" <= code[:3] <= "I64" for code in facts.discharge_diagnoses):
        return ("P7",) if (today - facts.discharged_on).days <= RECOVERING_DAYS else ("P1",)
    if len(facts.conditions & {"hypertension", "diabetes", "dyslipidaemia"}) > 1 and chance.happens(70):
        return ("P4",)
    lines = [code for group, code in (("K02", "P2"), ("K03", "P3"), ("K11", "P5")) if group in facts.groups]
    basic = "P1" if facts.age >= OLD else "P0"
    if not lines:
        return (basic,)
    chosen = lines if chance.happens(40) else lines[:1]
    return (basic, *chosen) if chance.happens(55) else tuple(chosen)


def is_healthy(facts: TargetFacts) -> bool:
    """Whether somebody is neither old nor in any group that the packages are made for."""
    return facts.age < OLD and not facts.groups & {"K02", "K03", "K11"} and facts.ability_level is None


def agree(
    world: World,
    chance: Chance,
    person: Person,
    facts: TargetFacts,
    *,
    codes: tuple[str, ...] | None = None,
    status: ContractStatus | None = None,
    started_days_ago: int | None = None,
    years: int | None = None,
) -> Agreement:
    """A contract with somebody. What is not given is left to chance."""
    timeline, today = world.timeline, world.timeline.today
    status = status or (S.TERMINATED if person.deceased_on else STATUSES.draw(chance))
    years = years or (1 if chance.happens(88) else chance.choice((2, 3)))
    if started_days_ago is None:
        started_days_ago = _started(chance, status, years)
    starts_on = timeline.days_ago(started_days_ago)
    codes = codes or packages_for(chance, facts, today)
    quotas = merged_quotas([world.packages[code] for code in codes], world.packages, facts, starts_on)
    applied_on = starts_on - timedelta(days=chance.randint(2, 6))
    if status in APPLIED:
        applied_on = today - timedelta(days=chance.randint(0, 12) if status not in ENDED else chance.randint(15, 80))
        starts_on = today + DAY
    applied_at = timeline.at(applied_on, time(chance.randint(8, 16), chance.randrange(60)))
    made = Agreement(
        chance.id_at(min(applied_at, timeline.now)), person, status, codes, years, starts_on,
        min(applied_at, timeline.now), facts, quotas,
    )  # fmt: skip
    _end(chance, made, today)
    return made


def renew(world: World, chance: Chance, old: Agreement) -> Agreement | None:
    """The next contract, begun some days after the old one was over; None if there was no time for it yet.

    By yesterday: in the night, today's first deeds are put into the evening before.
    """
    gone = (world.timeline.today - old.ends_on).days - 1
    if gone <= 1:
        return None
    made = agree(
        world, chance, old.person, old.facts, codes=old.package_codes, status=S.ACTIVE,
        started_days_ago=chance.randint(1, gone - 1), years=1,
    )  # fmt: skip
    made.renews = old.id
    return made


def _started(chance: Chance, status: ContractStatus, years: int) -> int:
    """How many days ago a contract began, so that it stands as it does."""
    if status is S.EXPIRED:
        return 365 * years + chance.randint(2, 25)
    if status is S.TERMINATED:
        return chance.randint(120, 320)
    return chance.randint(3, 362) + (365 * chance.randrange(years))


def _end(chance: Chance, made: Agreement, today: date) -> None:
    if made.status is S.EXPIRED:
        made.ended_on = made.ends_on
    elif made.status is S.TERMINATED:
        made.ended_on = made.person.deceased_on or today - timedelta(days=chance.randint(4, 85))
        made.end_reason = (
            "death" if made.person.deceased_on else chance.choice(("moved_away", "other_team", "no_longer_wanted"))
        )
    elif made.status is S.REJECTED:
        made.end_reason = "moved_out_of_area"
