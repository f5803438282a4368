"""What a contract gives and what was given of it: a ledger that is only added to."""

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.contracts import service
from jiayi.contracts.terms import Balance
from jiayi.core.clock import now
from jiayi.core.db import commit
from jiayi.core.errors import Refusal
from tests import world as people
from tests.counting import counted
from tests.phone import Phone
from tests.signing import accepted, by_hand
from tests.world import World, sign_contract


@pytest.fixture
def contract_id(runtime: Runtime, world: World) -> UUID:
    """P2 for a year that began nine days ago: B01 four times, B10 once, C02 as needed."""
    return sign_contract(runtime, world, world.elder_id, "P2")


def balance(session: Session, contract_id: UUID, item_code: str) -> Balance:
    (found,) = [one for one in service.balances(session, [contract_id])[contract_id] if one.item_code == item_code]
    return found


def counts(session: Session, contract_id: UUID, item_code: str) -> tuple[int, int, int | None]:
    found = balance(session, contract_id, item_code)
    return found.reserved, found.consumed, found.left


def first_day(session: Session, contract_id: UUID) -> date:
    starts_on = service.get(session, contract_id).starts_on
    assert starts_on is not None
    return starts_on


def test_what_is_booked_and_then_done_is_counted_once(session: Session, contract_id: UUID) -> None:
    cause, today = uuid4(), first_day(session, contract_id)
    assert counts(session, contract_id, "B01") == (0, 0, 4)
    service.reserve(session, now(), contract_id, "B01", cause)
    assert counts(session, contract_id, "B01") == (1, 0, 3)
    assert service.consume(session, now(), contract_id, "B01", today, cause) is False
    assert counts(session, contract_id, "B01") == (0, 1, 3)


def test_doing_anything_again_changes_nothing(session: Session, contract_id: UUID) -> None:
    cause, today = uuid4(), first_day(session, contract_id)
    for _ in range(2):
        service.reserve(session, now(), contract_id, "B01", cause)
    assert counts(session, contract_id, "B01") == (1, 0, 3)
    for _ in range(2):
        service.consume(session, now(), contract_id, "B01", today, cause)
    assert counts(session, contract_id, "B01") == (0, 1, 3)
    service.release(session, now(), contract_id, "B01", cause)
    assert counts(session, contract_id, "B01") == (0, 1, 3)


def test_what_was_booked_and_is_given_back_is_free_again(session: Session, contract_id: UUID) -> None:
    causes = [uuid4() for _ in range(4)]
    for cause in causes:
        service.reserve(session, now(), contract_id, "B01", cause)
    with pytest.raises(Refusal, match="no_quota_left"):
        service.reserve(session, now(), contract_id, "B01", uuid4())
    for _ in range(2):
        service.release(session, now(), contract_id, "B01", causes[0])
    assert counts(session, contract_id, "B01") == (3, 0, 1)
    service.reserve(session, now(), contract_id, "B01", uuid4())


def test_work_done_past_the_quota_is_counted_and_flagged(session: Session, contract_id: UUID) -> None:
    today = first_day(session, contract_id)
    flags = [service.consume(session, now(), contract_id, "B10", today, uuid4()) for _ in range(3)]
    assert flags == [False, True, True]
    assert counts(session, contract_id, "B10") == (0, 3, 0)


def test_the_flag_is_answered_again_as_it_was(session: Session, contract_id: UUID) -> None:
    cause, today = uuid4(), first_day(session, contract_id)
    service.consume(session, now(), contract_id, "B10", today, uuid4())
    assert service.consume(session, now(), contract_id, "B10", today, cause) is True
    assert service.consume(session, now(), contract_id, "B10", today, cause) is True


def test_what_is_given_as_needed_has_no_end(session: Session, contract_id: UUID) -> None:
    today = first_day(session, contract_id)
    service.reserve(session, now(), contract_id, "C02", uuid4())
    assert not any(service.consume(session, now(), contract_id, "C02", today, uuid4()) for _ in range(20))
    assert counts(session, contract_id, "C02") == (1, 20, None)


def test_what_the_contract_does_not_give_is_not_booked_and_counts_as_over(session: Session, contract_id: UUID) -> None:
    service.reserve(session, now(), contract_id, "D01", uuid4())
    assert service.consume(session, now(), contract_id, "D01", first_day(session, contract_id), uuid4()) is True
    assert counts(session, contract_id, "D01") == (0, 1, 0)
    (body,) = service.bodies(session, [service.get(session, contract_id)])
    assert all(one["item_code"] != "D01" for one in body["entitlements"])


def test_work_before_the_first_day_counts_to_the_first_year_and_after_the_last_as_over(
    session: Session, contract_id: UUID
) -> None:
    contract = service.get(session, contract_id)
    assert contract.starts_on is not None
    assert contract.ends_on is not None
    before, after = contract.starts_on - timedelta(days=1), contract.ends_on + timedelta(days=1)
    assert service.consume(session, now(), contract_id, "B01", before, uuid4()) is False
    assert service.consume(session, now(), contract_id, "B01", after, uuid4()) is True
    assert counts(session, contract_id, "B01") == (0, 2, 2)


def test_each_contract_year_has_its_own_count(runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        contract = by_hand(session, world.nurse, accepted(session, world, "P2", years=2))
        years = [one for one in service.balances(session, [contract.id])[contract.id] if one.item_code == "B10"]
        for year in years:
            assert service.consume(session, now(), contract.id, "B10", year.period_end_on, uuid4()) is False
        cause = uuid4()
        with pytest.raises(Refusal, match="no_quota_left"):
            service.reserve(session, now(), contract.id, "B10", cause, years[0].period_start_on)


def test_what_was_booked_in_one_year_and_done_in_the_next_counts_in_the_next(runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        contract = by_hand(session, world.nurse, accepted(session, world, "P2", years=2))
        first, second = [one for one in service.balances(session, [contract.id])[contract.id] if one.item_code == "B10"]
        cause = uuid4()
        service.reserve(session, now(), contract.id, "B10", cause, first.period_end_on)
        service.consume(session, now(), contract.id, "B10", second.period_start_on, cause)
        first, second = [one for one in service.balances(session, [contract.id])[contract.id] if one.item_code == "B10"]
        assert [(one.reserved, one.consumed) for one in (first, second)] == [(0, 0), (0, 1)]


def test_two_who_book_the_last_one_at_once(runtime: Runtime, world: World, contract_id: UUID) -> None:
    together = Barrier(2)

    def book(cause: UUID) -> str:
        with runtime.sessions.county(world.county_id) as session:
            together.wait(timeout=10)
            try:
                service.reserve(session, now(), contract_id, "B10", cause)
                commit(session)
            except Refusal as refusal:
                return refusal.code
            return "booked"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(book, (uuid4(), uuid4())))
    assert answers == ["booked", "contracts.refused.no_quota_left"]


@pytest.mark.parametrize("change", ["update ledger_entries set quantity = 9", "delete from ledger_entries"])
def test_the_application_cannot_change_what_is_written(session: Session, contract_id: UUID, change: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        session.execute(text(change))


def test_one_cause_stands_once_in_the_ledger(owner: Engine, session: Session, contract_id: UUID) -> None:
    service.reserve(session, now(), contract_id, "B01", uuid4())
    commit(session)
    again = text(
        "insert into ledger_entries select county_id, gen_random_uuid(), entitlement_id, contract_id, cause_kind,"
        " cause_id, kind, quantity, is_over_quota, at from ledger_entries where kind = 'reserve'"
    )
    with owner.begin() as connection, pytest.raises(IntegrityError, match="uq_ledger_entries_cause"):
        connection.execute(again)


def test_balances_of_many_contracts_take_as_many_queries_as_of_one(runtime: Runtime, world: World) -> None:
    ids = [
        sign_contract(runtime, world, world.elder_id, "P2"),
        sign_contract(runtime, world, world.neighbour_id, "P2"),
        sign_contract(runtime, world, world.other_elder_id, "P2", leader=world.other_leader),
    ]
    with counted() as statements, runtime.sessions.county(world.county_id) as session:
        service.balances(session, ids[:1])
        of_one = len(statements)
        assert {len(found) for found in service.balances(session, ids).values()} != {0}
    assert len(statements) - of_one <= of_one


def test_phones_see_the_count_change(app: Flask, runtime: Runtime, world: World, contract_id: UUID) -> None:
    phone = Phone(app)
    phone.sign_in(people.NURSE)
    before = phone.pull()
    with runtime.sessions.county(world.county_id) as session:
        service.reserve(session, now(), contract_id, "B01", uuid4())
        commit(session)
    (news,) = phone.pull(before["cursor"])["documents"]
    b01 = next(one for one in news["body"]["entitlements"] if one["item_code"] == "B01")
    assert (b01["reserved"], b01["consumed"], b01["left"]) == (1, 0, 3)


@dataclass
class Model:
    """The same in a few lines of Python: what is written down of each cause, in the order of writing."""

    quotas: dict[str, int | None]
    reserved: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    consumed: dict[str, dict[int, bool]] = field(default_factory=lambda: defaultdict(dict))
    ever_reserved: set[tuple[str, int]] = field(default_factory=set)

    def left(self, item: str) -> int | None:
        quota = self.quotas[item]
        return None if quota is None else max(0, quota - len(self.reserved[item]) - len(self.consumed[item]))

    def reserve(self, item: str, cause: int) -> bool:
        if (item, cause) in self.ever_reserved:
            return True
        if self.left(item) == 0:
            return False
        self.ever_reserved.add((item, cause))
        self.reserved[item].add(cause)
        return True

    def release(self, item: str, cause: int) -> None:
        self.reserved[item].discard(cause)

    def consume(self, item: str, cause: int) -> bool:
        if cause in self.consumed[item]:
            return self.consumed[item][cause]
        self.release(item, cause)
        quota = self.quotas[item]
        self.consumed[item][cause] = quota is not None and len(self.consumed[item]) >= quota
        return self.consumed[item][cause]


STEPS = st.lists(
    st.tuples(st.sampled_from(["reserve", "release", "consume"]), st.sampled_from(["B01", "B10", "C02"]), st.integers(0, 5)),
    max_size=25,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_the_ledger_agrees_with_a_plain_count(
    runtime: Runtime, world: World, contract_id: UUID, steps: list[tuple[str, str, int]]
) -> None:
    model = Model({"B01": 4, "B10": 1, "C02": None})
    causes = {(item, number): uuid4() for item in model.quotas for number in range(6)}
    with runtime.sessions.county(world.county_id) as session:
        today = first_day(session, contract_id)
        for step, item, number in steps:
            cause = causes[item, number]
            if step == "reserve":
                try:
                    service.reserve(session, now(), contract_id, item, cause, today)
                    is_booked = True
                except Refusal:
                    is_booked = False
                assert is_booked == model.reserve(item, number)
            elif step == "release":
                service.release(session, now(), contract_id, item, cause)
                model.release(item, number)
            else:
                is_over = service.consume(session, now(), contract_id, item, today, cause)
                assert is_over == model.consume(item, number)
        for item in model.quotas:
            expected = len(model.reserved[item]), len(model.consumed[item]), model.left(item)
            assert counts(session, contract_id, item) == expected
        session.rollback()
