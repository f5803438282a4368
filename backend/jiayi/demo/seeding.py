"""Fills a county with people who don't exist, at any size, by COPY.

A town is made and written as one transaction, whole or not at all; towns know nothing of each other, so several are made
at once. As the owner writes, row-level security is not asked, and no bucket of the feed is open yet.

A large county's towns are written with foreign keys and triggers at rest, where the owner may do that: they take two
thirds of the database's time, and the same code fills a small county under their eyes.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from multiprocessing import get_context
from typing import Any, TypeVar
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
from jiayi.demo.served import count_served, deeds
from jiayi.demo.sheets import Sheets
from jiayi.demo.story import story
from jiayi.demo.timeline import Timeline
from jiayi.demo.world import World
from jiayi.identity.terms import Realm
from jiayi.sync.terms import COUNTY, Bucket, BucketKind

MIN_RESIDENTS = 40
"""The story's own people and some neighbours."""
MAX_RESIDENTS = MAX_TOWNS * TOWN_SIZE
TEAMS_AT_ONCE = 6
Part = TypeVar("Part")
CHECKED_TOWNS = 3
"""So many are written with every constraint asked."""


class SeedingError(click.ClickException):
    """The county cannot be filled; the message says why."""


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
    rests = len(sizes) > CHECKED_TOWNS and _may_rest_triggers(urls.owner)
    plan = Plan(runtime.settings, urls, county_id, number, len(sizes), now, packages, rests)
    with _bar(residents) as bar:
        for written in _at_once(plan, _write_town, list(enumerate(sizes))):
            bar.update(written)
    if rests:
        _mark_everybody(urls.owner, county_id)
    _analyze(urls.owner)
    teams = _teams(urls.owner, county_id)
    for _ in _at_once(plan, _count_deeds, [teams[n : n + TEAMS_AT_ONCE] for n in range(0, len(teams), TEAMS_AT_ONCE)]):
        pass
    tell_epilogue(runtime, world)
    # Nobody's phone has opened a bucket yet: what is written for phones is written when one does.
    count_served(runtime.without_feed(), world)
    count_money(runtime.without_feed(), world)
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


def _at_once(plan: Plan, work: Callable[[Part], int], parts: Sequence[Part]) -> Iterator[int]:
    """Do each part, several at once where there are more than a few; yields what `work` returns."""
    makers = min(os.cpu_count() or 1, len(parts) // 2)
    if makers < 2:  # noqa: PLR2004 - one process is this one
        _become_maker(plan)
        yield from map(work, parts)
        return
    with ProcessPoolExecutor(makers, get_context("spawn"), _become_maker, (plan,)) as pool:
        yield from pool.map(work, parts)


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
        self.save()

    def count_deeds(self, team_ids: Sequence[UUID]) -> None:
        """What of the deeds of these teams counts, in one transaction."""
        runtime = make_runtime(self.plan.settings, self.plan.urls)
        try:
            for row in deeds(runtime, self.world, team_ids):
                self.sheets["fulfilments"].add(**row)
        finally:
            runtime.engine.dispose()
        self.save()

    def save(self) -> None:
        """What stands on the sheets."""
        with psycopg.connect(_conninfo(self.plan.urls.owner)) as connection, connection.cursor() as cursor:
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


_made: list[Plan] = []


def _become_maker(plan: Plan) -> None:
    _made[:] = [plan]
    _maker.cache_clear()


@cache
def _maker() -> TownMaker:
    return TownMaker(_made[0])


def _write_town(numbered: tuple[int, int]) -> int:
    number, size = numbered
    _maker().write(number, size)
    return size


def _count_deeds(team_ids: Sequence[UUID]) -> int:
    _maker().count_deeds(team_ids)
    return len(team_ids)


# ------------------------------------------------------------ around the towns


def _refuse_inhabited(owner: URL, county_id: int) -> None:
    engine = owner_engine(owner)
    with engine.connect() as connection:
        found = connection.scalar(text("select 1 from residents where county_id = :id limit 1"), {"id": county_id})
    engine.dispose()
    if found is not None:
        raise SeedingError(f"county {county_id} has residents already; seed an empty one")


def _may_rest_triggers(owner: URL) -> bool:
    engine = owner_engine(owner)
    with engine.connect() as connection:
        is_allowed = connection.scalar(text("select rolsuper from pg_roles where rolname = current_user"))
    engine.dispose()
    return bool(is_allowed)


def _teams(owner: URL, county_id: int) -> list[UUID]:
    engine = owner_engine(owner)
    with engine.connect() as connection:
        every = text("select id from care_teams where county_id = :county_id order by organization_id, id")
        found = list(connection.scalars(every, {"county_id": county_id}))
    engine.dispose()
    return found


def _mark_everybody(owner: URL, county_id: int) -> None:
    """What the triggers at rest would have noted: that there is somebody to count."""
    engine = owner_engine(owner)
    with engine.begin() as connection:
        connection.execute(
            text(
                "insert into indicator_marks (county_id, id, resident_id)"
                " select county_id, gen_random_uuid(), id from residents where county_id = :county_id"
            ),
            {"county_id": county_id},
        )
    engine.dispose()


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
