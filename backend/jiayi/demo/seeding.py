"""Fills a county with people who don't exist, at any size, by COPY.

A town is made and written as one transaction, whole or not at all; towns know nothing of each other, so several are made
at once. As the owner writes, row-level security is not asked, and no bucket of the feed is open yet.

A large county's towns are written with foreign keys and triggers at rest, where the owner may do that: they take two
thirds of the database's time, and the same code fills a small county under their eyes.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

import click
from sqlalchemy import text
from sqlalchemy.engine import URL

from jiayi.app import Runtime, make_runtime
from jiayi.catalogue import service as catalogue
from jiayi.core import audit, clock, db, i18n, resources
from jiayi.core.database import Urls
from jiayi.core.settings import Settings
from jiayi.demo import bulk
from jiayi.demo.epilogue import tell_epilogue
from jiayi.demo.makers import Plan, makers, world_of, write_deeds, write_money, write_town, write_unserved
from jiayi.demo.residents import MAX_TOWNS, TOWN_SIZE
from jiayi.demo.story import story
from jiayi.sync.terms import COUNTY, Bucket, BucketKind

MIN_RESIDENTS = 40
"""The story's own people and some neighbours."""
MAX_RESIDENTS = MAX_TOWNS * TOWN_SIZE
TEAMS_AT_ONCE = 6
CHECKED_TOWNS = 3
"""So many are written with every constraint asked."""


class SeedingError(click.ClickException):
    """The county cannot be filled; the message says why."""


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
    rests = len(sizes) > CHECKED_TOWNS and bulk.may_rest_triggers(urls.owner)
    plan = Plan(runtime.settings, urls, county_id, number, len(sizes), now, packages, rests)
    with makers(plan) as made:
        with bulk.resting_indexes(urls.owner, is_wanted=rests), _bar(residents) as bar:
            for written in made.do([partial(write_town, number, size) for number, size in enumerate(sizes)]):
                bar.update(written)
        if rests:
            bulk.mark_everybody(urls.owner, county_id)
        bulk.analyze(urls.owner)
        teams = _teams(urls.owner, county_id)
        parts = [teams[n : n + TEAMS_AT_ONCE] for n in range(0, len(teams), TEAMS_AT_ONCE)]
        _all(made.do([partial(write_deeds, part) for part in parts]))
        bulk.analyze(urls.owner, "fulfilments")
        tell_epilogue(runtime, world)
        _all(made.do([write_unserved, *(partial(write_money, part) for part in parts)]))
    audit.seal(runtime.sessions, county_id)
    if not rests:
        _open_buckets(runtime, county_id)


def town_sizes(residents: int) -> list[int]:
    """How many live in each town: about 1,200, as even as can be."""
    towns = max(1, round(residents / TOWN_SIZE))
    return [residents // towns + (n < residents % towns) for n in range(towns)]


def _bar(residents: int) -> AbstractContextManager[Any]:
    label = " / ".join(i18n.text("demo-seeding", {"count": residents}, language) for language in i18n.LANGUAGES)
    return click.progressbar(length=residents, label=label)


def _refuse_inhabited(owner: URL, county_id: int) -> None:
    with bulk.connected(owner) as connection:
        found = connection.scalar(text("select 1 from residents where county_id = :id limit 1"), {"id": county_id})
    if found is not None:
        raise SeedingError(f"county {county_id} has residents already; seed an empty one")


def _teams(owner: URL, county_id: int) -> list[UUID]:
    every = text("select id from care_teams where county_id = :county_id order by organization_id, id")
    with bulk.connected(owner) as connection:
        return list(connection.scalars(every, {"county_id": county_id}))


def _load_catalogue(runtime: Runtime, county_id: int) -> dict[str, UUID]:
    """The county's catalogue; the ids of its packages by code."""
    with runtime.sessions.county(county_id) as session:
        catalogue.load_catalogue(session, resources.seed() / "catalogue")
        found = {package.code: package.id for package in catalogue.published(session)}
        db.commit(session)
    return found


def _all(parts: Iterable[int]) -> None:
    for _ in parts:
        pass


def _open_buckets(runtime: Runtime, county_id: int) -> None:
    """Open the buckets of the story's teams, so that whoever signs in there waits for nothing.

    The others, and all of a large county, are opened by their first pull, as always.
    """
    told = text("select id from care_teams where phone = any(:phones) order by id")
    with runtime.sessions.county(county_id) as session:
        teams = session.scalars(told, {"phones": list(story().team_phones)}).all()
        runtime.feed.open(session, [COUNTY, *(Bucket(BucketKind.TEAM, team_id) for team_id in teams)])
        db.commit(session)
