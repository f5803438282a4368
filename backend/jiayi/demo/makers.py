"""Makes towns, several at once, each in a process and a transaction of its own."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from uuid import UUID

import psycopg

from jiayi.app import Runtime, make_runtime, rule_tables
from jiayi.core.crypto import FieldCipher, Sealer
from jiayi.core.database import Urls
from jiayi.core.dates import Festivals, Holidays, china_date, working_calendar
from jiayi.core.ruletables import RuleTables
from jiayi.core.settings import Settings
from jiayi.demo.chance import Chance
from jiayi.demo.handsets import Handsets
from jiayi.demo.life import Life, live
from jiayi.demo.lists import write_lists
from jiayi.demo.money import bill, earned, months
from jiayi.demo.people import told_mobile
from jiayi.demo.rows_care import CareRows
from jiayi.demo.rows_contracts import ContractRows
from jiayi.demo.rows_people import PeopleRows, family_accounts
from jiayi.demo.rows_visits import VisitRows
from jiayi.demo.served import count_served, deeds
from jiayi.demo.sheets import Sheets
from jiayi.demo.story import story
from jiayi.demo.timeline import Timeline
from jiayi.demo.world import World
from jiayi.fees.service import booked_month
from jiayi.identity.terms import Realm

Part = Callable[[], int]
"""One of the verbs below with what it is about: it travels to the process that does it."""
RARELY = (200_000, 20, 100)
"""How many objects each generation of the collector waits for."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What all towns of a county have in common; travels to the processes that make them."""

    settings: Settings
    urls: Urls
    county_id: int
    number: int
    town_count: int
    now: datetime
    package_ids: Mapping[str, UUID]
    rests_triggers: bool


def world_of(number: int, county_id: int, town_count: int, now: datetime, rules: RuleTables) -> World:
    """What the towns of a county are made with."""
    calendar = working_calendar(rules.versions(Holidays), rules.of(Festivals, china_date(now)))
    return World(f"{county_id}-{number}", county_id, town_count, Timeline(now, calendar), rules)


class Makers:
    """Do work for a plan, several parts at once where there is more than a little."""

    def __init__(self, pool: ProcessPoolExecutor | None) -> None:
        self.pool = pool

    def do(self, parts: Sequence[Part]) -> Iterator[int]:
        """Each part, in their order; yields what it returns."""
        return map(_done, parts) if self.pool is None else self.pool.map(_done, parts)


def _done(part: Part) -> int:
    return part()


@contextmanager
def makers(plan: Plan) -> Iterator[Makers]:
    """Those who make this plan's towns: processes of their own, or for a few towns this one."""
    count = min(os.cpu_count() or 1, plan.town_count // 2)
    if count < 2:  # noqa: PLR2004 - one process is this one
        _become_maker(plan)
        yield Makers(None)
        return
    with ProcessPoolExecutor(count, get_context("spawn"), _begin, (plan,)) as pool:
        yield Makers(pool)


def _begin(plan: Plan) -> None:
    """A process of its own begins. What it makes is written and dropped: to look for what is left takes half of its time."""
    gc.freeze()
    gc.set_threshold(*RARELY)
    _become_maker(plan)


_makers: list["TownMaker"] = []
"""This process's one."""


def _become_maker(plan: Plan) -> None:
    _makers[:] = [TownMaker(plan)]


def write_town(number: int, size: int) -> int:
    """Make the town of this number and size; its size."""
    _makers[0].write(number, size)
    return size


def write_deeds(team_ids: Sequence[UUID]) -> int:
    """Write down what of these teams' deeds counts; how many teams."""
    _makers[0].count_deeds(team_ids)
    return len(team_ids)


def write_money(team_ids: Sequence[UUID]) -> int:
    """Write down what these teams' deeds cost and brought in; how many teams."""
    _makers[0].count_money(team_ids)
    return len(team_ids)


def write_unserved() -> int:
    """Write down who of the county is not served, and which months are booked; one county."""
    _makers[0].count_served()
    return 1


class TownMaker:
    """Makes towns and writes them down."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.world = world_of(plan.number, plan.county_id, plan.town_count, plan.now, rule_tables())
        self.cipher = FieldCipher(plan.settings.field_keys, plan.settings.search_key)
        self.sealer = Sealer(plan.settings.seal_keys)
        self.sheets = Sheets(plan.county_id)
        owner = plan.urls.owner.set(drivername="postgresql")
        self.conninfo = owner.render_as_string(hide_password=False)

    def write(self, number: int, size: int) -> None:
        """One town, in one transaction."""
        self.fill_sheets(live(self.world, number, size))
        self.save()

    def count_deeds(self, team_ids: Sequence[UUID]) -> None:
        """What of the deeds of these teams counts, in one transaction."""
        with self._runtime() as runtime:
            for row in deeds(runtime, self.world, team_ids):
                self.sheets["fulfilments"].add(**row)
        self.save()

    def count_money(self, team_ids: Sequence[UUID]) -> None:
        """What these teams earned, in one transaction; what is paid by visit, by the product's own verbs."""
        with self._runtime() as runtime:
            for row in earned(runtime, self.world, team_ids):
                self.sheets["fee_entries"].add(**row)
            bill(runtime, self.world, team_ids)
        self.save()

    def count_served(self) -> None:
        """Who of the county is not served, and which months are booked."""
        for month_on in months(self.world):
            self.sheets["fee_months"].add(**booked_month(self.world.timeline.now, month_on))
        self.save()
        with self._runtime() as runtime:
            count_served(runtime, self.world)

    @contextmanager
    def _runtime(self) -> Iterator[Runtime]:
        """Nobody's phone has opened a bucket yet: what is written for phones is written when one does."""
        runtime = make_runtime(self.plan.settings, self.plan.urls)
        try:
            yield runtime.without_feed()
        finally:
            runtime.engine.dispose()

    def save(self) -> None:
        """What stands on the sheets."""
        with psycopg.connect(self.conninfo) as connection, connection.cursor() as cursor:
            cursor.execute("set local synchronous_commit = off")
            if self.plan.rests_triggers:
                cursor.execute("set local session_replication_role = replica")
            self.sheets.write(cursor)

    def fill_sheets(self, life: Life) -> None:
        """The rows of a town."""
        accounts = family_accounts(life)
        people = PeopleRows(life, self.sheets, self.cipher, accounts)
        people.write()
        Handsets(life, self.sheets).write()
        contracts = ContractRows(life, self.sheets, accounts, self.plan.package_ids, self.cipher, self.sealer)
        contracts.write()
        VisitRows(life, self.sheets, accounts, contracts).write()
        CareRows(life, self.sheets, accounts).write()
        if life.town.number == 0:
            self._offices(people)

    def _offices(self, people: PeopleRows) -> None:
        """Who looks at the figures, and the epoch of the county's feed."""
        timeline = self.world.timeline
        chance = Chance(self.world.seed, "offices")
        known = {}
        for office in story().offices:
            account_id = chance.id_at(timeline.founded_at)
            phone = told_mobile(self.plan.county_id, office.phone)
            people.account(account_id, Realm.STAFF, phone, office.name)
            people.membership(chance.id_at(timeline.founded_at), account_id, office.role, None, office.name)
            known[office.role] = (account_id, office.name)
        write_lists(self.sheets, timeline, Chance(self.world.seed, "lists"), known)
        self.sheets["sync_epochs"].add(epoch=chance.id_at(timeline.now), started_at=timeline.now)
