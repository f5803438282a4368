"""A database for a moment: an embedded server in a temporary folder, gone afterwards."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from jiayi.core.database import EmbeddedServer, Urls, create_role_and_database


@contextlib.contextmanager
def scratch_database() -> Iterator[Urls]:
    """An empty database with the application's role."""
    folder = Path(tempfile.mkdtemp(prefix="jiayi-"))
    server = EmbeddedServer(folder)
    try:
        create_role_and_database(server.url())
        yield server.urls()
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
