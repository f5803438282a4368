"""The rule tables as they are shipped, for the rules' own tests."""

from collections.abc import Callable
from datetime import date

import pytest

from jiayi.app import rule_tables
from jiayi.core.dates import Festivals, Holidays, WorkingCalendar, working_calendar
from jiayi.core.ruletables import RuleTables

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def tables() -> RuleTables:
    return rule_tables()


@pytest.fixture(scope="session")
def rules(tables: RuleTables) -> Callable[[type], object]:
    """`rules(Geofence)`: the values in force on 24 November 2026."""
    return lambda shape: tables.of(shape, TODAY)


@pytest.fixture(scope="session")
def workdays(tables: RuleTables) -> WorkingCalendar:
    return working_calendar(tables.versions(Holidays), tables.of(Festivals, TODAY))
