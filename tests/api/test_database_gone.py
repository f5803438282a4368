"""The database restarts under a running server: whoever asks just then is told to come again, and is served after."""

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from tests import world as people
from tests.phone import signed_in

GONE = text(
    "select count(pg_terminate_backend(pid)) from pg_stat_activity"
    " where datname = current_database() and pid <> pg_backend_pid()"
)


@pytest.mark.parametrize("path", ["/sync/pull", "/residents", "/me"])
def test_who_asks_as_the_database_goes_is_asked_to_come_again(app: Flask, owner: Engine, path: str) -> None:
    phone = signed_in(app, people.NURSE)
    with owner.connect() as connection:
        assert connection.scalar(GONE)
    first, second = phone.get(path), phone.get(path)
    assert (first.status_code, first.json["code"]) == (503, "core.busy")
    assert second.status_code == 200
