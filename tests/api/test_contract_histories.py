"""Whole lives of contracts, made up at random: whenever the work that was done offline arrives, the counts end the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid5

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.contracts import service
from jiayi.contracts.terms import ContractStatus, SignMethod
from jiayi.core.clock import moment_now
from jiayi.core.errors import Refusal
from tests.signing import accepted, by_hand, packages
from tests.world import SIGNATURE, World

FIRST = date(2026, 3, 1)
ITEMS = ("B01", "B08", "A06", "C02", "D01")
"""Given by one package, by the other, by both as needed, by none."""
PACKAGES = ("P0", "P1", "P2")
SPACE = UUID(int=7)


@dataclass(frozen=True)
class Act:
    """What is done at the server, on a day since the first."""

    day: int
    verb: str
    what: int


@dataclass(frozen=True)
class Work:
    """Done at a home on that day; the phone sends it some days later, perhaps twice."""

    day: int
    item: str
    cause: int


ACTS = st.lists(
    st.builds(
        Act,
        st.integers(1, 460),
        st.sampled_from(["sign", "book", "book", "amend", "amend", "suspend", "resume", "terminate", "call_off"]),
        st.integers(0, 11),
    ),
    max_size=8,
)
WORKS = st.lists(st.builds(Work, st.integers(1, 460), st.sampled_from(ITEMS), st.integers(0, 11)), max_size=8)
DELAYS = st.lists(st.integers(0, 90), min_size=8, max_size=8)
Balances = dict[tuple[int, str, date], tuple[int | None, int, int]]


class Life:
    """One order of arrival, in a transaction that is undone at the end."""

    def __init__(self, session: Session, world: World) -> None:
        self.session, self.world = session, world

    def replay(self, acts: Iterable[Act], arrivals: Iterable[tuple[int, Work]]) -> Balances:
        steps = [(act.day, 0, partial(self.do, act)) for act in acts]
        steps += [(day, 1, partial(self.arrive, day, work)) for day, work in arrivals]
        self.do(Act(0, "sign", 0))
        for day, _, step in sorted(steps, key=lambda one: one[:2]):
            service.expire_due(self.session, at(day))
            step()
        service.expire_due(self.session, at(600))
        for cause in range(12):
            self.call_off(600, cause)
        return self.balances()

    def do(self, act: Act) -> None:
        try:
            with self.session.begin_nested():
                getattr(self, act.verb)(act.day, act.what)
        except Refusal:
            pass  # Not then; and not in any other order of arrival.

    def sign(self, day: int, what: int) -> None:
        """The first, a renewal in its last weeks, or one after an end."""
        one = accepted(self.session, self.world, PACKAGES[what % 3], at=at(day), years=1 + what % 2)
        by_hand(self.session, self.world.leader, one, at(day))

    def book(self, day: int, what: int) -> None:
        contract = service.active_contract(self.session, self.world.elder_id, on(day))
        if contract is not None:
            service.reserve(self.session, at(day), contract.id, ITEMS[what % 5], cause_of(what), on(day))

    def call_off(self, day: int, what: int) -> None:
        for contract_id in self.contract_ids():
            for item in ITEMS:
                service.release(self.session, at(day), contract_id, item, cause_of(what))

    def amend(self, day: int, what: int) -> None:
        contract, amendment_id = self.running(), uuid5(SPACE, f"amendment {day} {what}")
        wanted = packages(self.session, PACKAGES[what % 3])
        told: dict[str, Any] = {"amendment_id": amendment_id}
        service.amend(self.session, self.world.leader, at(day), contract, package_ids=wanted, from_on=on(day), **told)
        service.sign_amendment(
            self.session, self.world.nurse, moment_now(at(day)), contract, method=SignMethod.STROKES,
            strokes=SIGNATURE, **told,
        )  # fmt: skip

    def suspend(self, day: int, _what: int) -> None:
        service.suspend(
            self.session, self.world.nurse, at(day), self.running(), reason_code="moved", evidence_code="family_told",
            away_since_on=on(day),
        )  # fmt: skip

    def resume(self, day: int, _what: int) -> None:
        service.resume(self.session, self.world.nurse, at(day), self.running(), evidence_code="resident_told")

    def terminate(self, day: int, what: int) -> None:
        last_on = on(day) + timedelta(days=what % 4 * 10)
        service.terminate(
            self.session, self.world.elder, at(day), self.running(), reason_code="no_longer_wanted", ended_on=last_on
        )

    def arrive(self, day: int, work: Work) -> None:
        """Charged to the contract that covered the day on which it was done."""
        contract = service.active_contract(self.session, self.world.elder_id, on(work.day))
        if contract is not None:
            cause = uuid5(SPACE, f"{work.day} {work.item} {work.cause}")
            service.consume(self.session, at(day), contract.id, work.item, on(work.day), cause)

    def running(self) -> UUID:
        contract = service.active_now(self.session, self.world.elder_id)
        if contract is None:
            raise Refusal("contracts.refused.wrong_status")
        return contract.id

    def contract_ids(self) -> list[UUID]:
        """In the order of their first days; those that never were in force have none."""
        found = service.list_contracts(self.session, self.world.leader, at(600), cursor=None, limit=100)["items"]
        in_force = [one for one in found if one.starts_on is not None and one.status is not ContractStatus.CANCELLED]
        return [one.id for one in sorted(in_force, key=lambda one: (one.starts_on, one.applied_at))]

    def balances(self) -> Balances:
        ids = self.contract_ids()
        found = service.balances(self.session, ids)
        return {
            (n, one.item_code, one.period_start_on): (one.quota, one.reserved, one.consumed)
            for n, contract_id in enumerate(ids)
            for one in found[contract_id]
            if one.quota != 0 or one.consumed
        }


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


def at(day: int) -> datetime:
    """Noon of that day in China."""
    return datetime.combine(on(day), datetime.min.time(), UTC) + timedelta(hours=4)


def cause_of(number: int) -> UUID:
    return uuid5(SPACE, str(number))


def orders(works: list[Work], delays: list[int]) -> list[list[tuple[int, Work]]]:
    """At once; all at the very end, the last first, each twice; each with its own delay, and again later."""
    at_end = [(600, work) for work in reversed(works) for _ in range(2)]
    late = [(work.day + delay, work) for work, delay in zip(works, delays, strict=False)]
    return [[(work.day, work) for work in works], at_end, late + [(day + 30, work) for day, work in late]]


def check(runtime: Runtime, world: World, acts: list[Act], works: list[Work], delays: list[int]) -> None:
    found = []
    for arrivals in orders(works, delays):
        with runtime.sessions.county(world.county_id) as session:
            found.append(Life(session, world).replay(acts, arrivals))
            session.rollback()
    assert found[0] == found[1]
    assert found[0] == found[2]
    assert all(reserved == 0 for _, reserved, _ in found[0].values())


ANYWAY = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=6, deadline=None, suppress_health_check=ANYWAY)
@given(acts=ACTS, works=WORKS, delays=DELAYS)
def test_a_few_lives(runtime: Runtime, world: World, acts: list[Act], works: list[Work], delays: list[int]) -> None:
    check(runtime, world, acts, works, delays)


@pytest.mark.soak
@settings(max_examples=200, deadline=None, suppress_health_check=ANYWAY)
@given(acts=ACTS, works=WORKS, delays=DELAYS)
def test_two_hundred_lives(
    runtime: Runtime, world: World, acts: list[Act], works: list[Work], delays: list[int]
) -> None:
    check(runtime, world, acts, works, delays)
