"""Fills a county with people who don't exist, at any size, by COPY.

A town is made and written as one transaction, whole or not at all; towns know nothing of each other, so several are made
at once. As the owner writes, row-level security is not asked, and no bucket of the feed is open yet.
"""

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from typing import Any
from uuid import UUID

import click
import psycopg
from sqlalchemy import make_url, text
from sqlalchemy.engine import URL

from jiayi.app import Runtime, make_runtime, rule_tables
from jiayi.catalogue import service as catalogue
from jiayi.core import audit, clock, db, i18n, resources
from jiayi.core.crypto import FieldCipher, Sealer
from jiayi.core.database import Urls, owner_engine
from jiayi.core.dates import Festivals, Holidays, working_calendar
from jiayi.core.ruletables import RuleTables
from jiayi.core.settings import Settings
from jiayi.demo.chance import Chance
from jiayi.demo.epilogue import tell_epilogue
from jiayi.demo.handsets import Handsets
from jiayi.demo.life import Life, live
from jiayi.demo.lists import write_lists
from jiayi.demo.money import count_money
from jiayi.demo.people import told_mobile
from jiayi.demo.residents import MAX_TOWNS, TOWN_SIZE
from jiayi.demo.rows_care import CareRows
from jiayi.demo.rows_contracts import ContractRows
from jiayi.demo.rows_people import PeopleRows, family_accounts
from jiayi.demo.rows_visits import VisitRows
from jiayi.demo.served import count_served
from jiayi.demo.sheets import Sheets
from jiayi.demo.story import story
from jiayi.demo.timeline import Timeline
from jiayi.demo.world import World
from jiayi.identity.terms import Realm
from jiayi.sync.terms import COUNTY, Bucket, BucketKind

MIN_RESIDENTS = 40
"""The story's own people and some neighbours."""
MAX_RESIDENTS = MAX_TOWNS * TOWN_SIZE


class SeedingError(click.ClickException):
    """The county cannot be filled; the message says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What all towns of a county have in common; travels to the processes that make them."""

    settings: Settings
    owner_url: str
    county_id: int
    number: int
    town_count: int
    now: datetime
    package_ids: Mapping[str, UUID]


def seed_county(
    settings: Settings,
    urls: Urls,
    *,
    county_id: int,
    residents: int,
    number: int = 7,
    now: datetime | None = None,
) -> None:
    """Fill an empty county, with a bar that shows how far it is.

    The same number gives the same people, on the same day with the same deeds. Raises SeedingError for a county that has
    people, and for too few or too many residents.
    """
    if not MIN_RESIDENTS <= residents <= MAX_RESIDENTS:
        raise SeedingError(f"between {MIN_RESIDENTS} and {MAX_RESIDENTS} residents")
    _refuse_inhabited(urls.owner, county_id)
    runtime = make_runtime(settings, urls)
    try:
        _fill(runtime, urls, county_id, residents, number, now or clock.now())
    finally:
        runtime.engine.dispose()


def _fill(runtime: Runtime, urls: Urls, county_id: int, residents: int, number: int, now: datetime) -> None:
    sizes = town_sizes(residents)
    world = world_of(number, county_id, len(sizes), now, runtime.tools.rules)
    packages = _load_catalogue(runtime, county_id)
    plan = Plan(runtime.settings, _conninfo(urls.owner), county_id, number, len(sizes), now, packages)
    with _bar(residents) as bar:
        for written in _write_towns(plan, sizes):
            bar.update(written)
    _analyze(urls.owner)
    tell_epilogue(runtime, world)
    count_served(runtime, world)
    count_money(runtime, world)
    audit.seal(runtime.sessions, county_id)
    _open_buckets(runtime, county_id)


def town_sizes(residents: int) -> list[int]:
    """How many live in each town: about 1,200, as even as can be."""
    towns = max(1, round(residents / TOWN_SIZE))
    return [residents // towns + (n < residents % towns) for n in range(towns)]


def world_of(number: int, county_id: int, town_count: int, now: datetime, rules: RuleTables) -> World:
    """What the towns of a county are made with."""
    calendar = working_calendar(rules.versions(Holidays), rules.of(Festivals, now.date()))
    return World(f"{county_id}-{number}", county_id, town_count, Timeline(now, calendar), rules)


def _bar(residents: int) -> AbstractContextManager[Any]:
    label = " / ".join(i18n.text("demo-seeding", {"count": residents}, language) for language in i18n.LANGUAGES)
    return click.progressbar(length=residents, label=label)


# ------------------------------------------------------------ towns


def _write_towns(plan: Plan, sizes: list[int]) -> Iterator[int]:
    """Write town after town, several at once where there are more than a few; yields their sizes."""
    makers = min(os.cpu_count() or 1, len(sizes) // 2)
    if makers < 2:  # noqa: PLR2004 - one process is this one
        maker = TownMaker(plan)
        for number, size in enumerate(sizes):
            maker.write(number, size)
            yield size
        return
    with ProcessPoolExecutor(makers, get_context("spawn"), _become_maker, (plan,)) as pool:
        yield from pool.map(_write_town, range(len(sizes)), sizes)


class TownMaker:
    """Makes towns and writes them down."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.world = world_of(plan.number, plan.county_id, plan.town_count, plan.now, rule_tables())
        self.cipher = FieldCipher(plan.settings.field_keys, plan.settings.search_key)
        self.sealer = Sealer(plan.settings.seal_keys)
        self.sheets = Sheets(plan.county_id)

    def write(self, number: int, size: int) -> None:
        """One town, in one transaction."""
        self.fill_sheets(live(self.world, number, size))
        with psycopg.connect(self.plan.owner_url) as connection, connection.cursor() as cursor:
            cursor.execute("set local synchronous_commit = off")
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


_makers: list[TownMaker] = []


def _become_maker(plan: Plan) -> None:
    _makers.append(TownMaker(plan))


def _write_town(number: int, size: int) -> int:
    _makers[0].write(number, size)
    return size


# ------------------------------------------------------------ around the towns


def _refuse_inhabited(owner: URL, county_id: int) -> None:
    engine = owner_engine(owner)
    with engine.connect() as connection:
        found = connection.scalar(text("select 1 from residents where county_id = :id limit 1"), {"id": county_id})
    engine.dispose()
    if found is not None:
        raise SeedingError(f"county {county_id} has residents already; seed an empty one")


def _load_catalogue(runtime: Runtime, county_id: int) -> dict[str, UUID]:
    """The county's catalogue; the ids of its packages by code."""
    with runtime.sessions.county(county_id) as session:
        catalogue.load_catalogue(session, resources.seed() / "catalogue")
        found = {package.code: package.id for package in catalogue.published(session)}
        db.commit(session)
    return found


def _analyze(owner: URL) -> None:
    engine = owner_engine(owner)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("analyze"))
    engine.dispose()


def _open_buckets(runtime: Runtime, county_id: int) -> None:
    """Open the buckets of the story's teams, so that whoever signs in there waits for nothing.

    The others are opened by their first pull, as always.
    """
    told = text("select id from care_teams where phone = any(:phones) order by id")
    with runtime.sessions.county(county_id) as session:
        teams = session.scalars(told, {"phones": list(story().team_phones)}).all()
        runtime.feed.open(session, [COUNTY, *(Bucket(BucketKind.TEAM, team_id) for team_id in teams)])
        db.commit(session)


def _conninfo(url: URL) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
