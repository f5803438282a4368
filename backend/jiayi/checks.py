"""`jiayi sync verify`: every county's feed against what it should be."""

from collections.abc import Iterator

from sqlalchemy import text

from jiayi.app import make_runtime
from jiayi.core import database
from jiayi.core.settings import Settings
from jiayi.sync.verify import verify


def counties(urls: database.Urls) -> list[int]:
    """The counties that have a feed."""
    engine = database.owner_engine(urls.owner)
    with engine.connect() as connection:
        found = connection.scalars(text("select distinct county_id from sync_buckets order by 1")).all()
    engine.dispose()
    return [int(county) for county in found]


def verify_feed(settings: Settings, urls: database.Urls) -> Iterator[str]:
    """Every difference, in words."""
    runtime = make_runtime(settings, urls)
    for county_id in counties(urls):
        with runtime.sessions.county(county_id) as session:
            for difference in verify(session, runtime.feed):
                yield f"{county_id} {difference}"
    runtime.engine.dispose()
