"""Two settled counties, made once for all tests that only ask and undo."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from jiayi.app import create_app, make_runtime
from jiayi.core.database import EmbeddedServer, app_engine, owner_engine
from jiayi.core.settings import Settings
from tests.conftest import fresh_database
from tests.settled import Settled, settle
from tests.world import World


@pytest.fixture(scope="session")
def settled(
    server: EmbeddedServer, settings: Settings, template_world: World, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settled]:
    """See tests/settled.py. Change it inside `settled.undone()` only."""
    with fresh_database(server) as urls:
        engine, owner = app_engine(urls.app), owner_engine(urls.owner)
        runtime = make_runtime(replace(settings, data_dir=tmp_path_factory.mktemp("settled")), urls, engine)
        try:
            yield settle(create_app(runtime), runtime, owner, template_world)
        finally:
            engine.dispose()
            owner.dispose()
