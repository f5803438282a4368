"""A short run of the simulator, and whether it would notice."""

from collections.abc import Iterator

import pytest

from tests.soak.machines import Machines, Phones, build_phones, machines, phones
from tests.soak.mutants import MUTANTS
from tests.soak.schedule import EVERY
from tests.soak.simulator import keep, run

pytestmark = pytest.mark.xdist_group("soak")

SEED = 7
SCHEDULES = 6
PATIENCE = 4
"""So many schedules a mutant may get through unnoticed."""


@pytest.fixture(scope="module")
def running() -> Iterator[Machines]:
    with machines() as made:
        yield made


@pytest.fixture(scope="module")
def people() -> Iterator[Phones]:
    build_phones()
    with phones() as made:
        yield made


def test_phones_and_server_agree_whatever_happens_between_them(running: Machines, people: Phones) -> None:
    running.become("")
    violations: list[str] = []
    for number in range(SCHEDULES):
        outcome = run(running, people, SEED, number)
        if outcome.violations:
            violations += [f"{keep(outcome, SEED, number)}: {one}" for one in outcome.violations]
    assert violations == []


@pytest.mark.parametrize("mutant", sorted(MUTANTS))
def test_a_server_that_is_wrong_is_found_out(running: Machines, people: Phones, mutant: str) -> None:
    running.become(mutant)
    found = (run(running, people, SEED, number * EVERY).violations for number in range(PATIENCE))
    assert any(found)
