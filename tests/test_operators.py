"""Setting up a county and its first people from the keyboard of the server, and helping those who cannot get in."""

import base64
import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pyotp
import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import Engine, text

from jiayi.app import Runtime, create_app
from jiayi.cli import main
from jiayi.core.database import Urls
from jiayi.core.settings import Settings
from tests.conftest import strict
from tests.phone import Phone

COUNTY, PHONE, PASSWORD = "511301", "13800138000", "at-Least-10-signs"
WHO = ("--county", COUNTY, "--phone", PHONE)
Jiayi = Callable[..., str]


@pytest.fixture
def jiayi(database: Urls, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Jiayi:
    """Runs a command on the test's database and returns what it printed; `code` is how it must exit."""
    keys = ",".join(f"{name}:{base64.b64encode(key).decode()}" for name, key in settings.field_keys.items())
    given = {
        "DATABASE_URL": database.owner.render_as_string(hide_password=False),
        "JIAYI_APP_DATABASE_URL": database.app.render_as_string(hide_password=False),
        "JIAYI_SECRET_KEY": settings.jwt_key,
        "JIAYI_FIELD_KEYS": keys,
        "JIAYI_SEARCH_KEY": base64.b64encode(settings.search_key).decode(),
        "JIAYI_SEAL_KEYS": f"s1:{base64.b64encode(settings.seal_keys['s1']).decode()}",
        "JIAYI_VAPID_KEY": settings.vapid_key,
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)

    def run(*words: str, code: int = 0) -> str:
        result = CliRunner().invoke(main, list(words))
        assert result.exit_code == code, result.output
        return result.output

    return run


@pytest.fixture
def strict_app(runtime: Runtime) -> Flask:
    """Outside the demo staff need their second factor."""
    return create_app(strict(runtime))


def _enter(app: Flask, totp: str, device_id: str | None = None) -> tuple[Phone, Any]:
    phone = Phone(app)
    body = {
        "phone": PHONE,
        "realm": "staff",
        "device_id": device_id or str(uuid4()),
        "password": PASSWORD,
        "totp": totp,
    }
    answer = phone.post("/auth/token", body)
    phone.token = answer.json.get("access_token")
    return phone, answer


def _second_factor(said: str) -> pyotp.TOTP:
    found = re.search(r"secret=([A-Z2-7]+)", said)
    assert found is not None
    return pyotp.TOTP(found[1])


def test_a_new_county_gets_its_catalogue_and_an_administrator_who_gets_in(
    jiayi: Jiayi, strict_app: Flask, owner: Engine
) -> None:
    jiayi("county", "add", COUNTY)
    jiayi("county", "add", COUNTY)
    jiayi("staff", "add", *WHO, "--name", "王敏")
    jiayi("staff", "password", *WHO, "--password", PASSWORD)
    factor = _second_factor(jiayi("staff", "authenticator", *WHO))
    phone, answer = _enter(strict_app, factor.now())
    assert answer.status_code == 200
    assert phone.get("/me").json["membership"] | {"id": ""} == {
        "id": "", "county_id": int(COUNTY), "role": "admin", "subject_id": None, "name": "王敏",
    }  # fmt: skip
    assert len(phone.get("/packages").json["items"]) == 9
    with owner.connect() as connection:
        done = connection.scalars(
            text("select action from audit_entries where county_id = :county and role = 'operator' order by id"),
            {"county": int(COUNTY)},
        )
        assert list(done) == [
            "identity.add_county", "identity.add_county", "identity.add_staff", "identity.set_password", "identity.enrol_totp",
        ]  # fmt: skip


def test_a_lost_phone_is_barred_and_a_disabled_account_comes_back(jiayi: Jiayi, strict_app: Flask) -> None:
    jiayi("county", "add", COUNTY)
    jiayi("staff", "add", *WHO, "--name", "王敏", "--role", "manager")
    jiayi("staff", "password", *WHO, "--password", PASSWORD)
    first = _second_factor(jiayi("staff", "authenticator", *WHO))
    lost, _ = _enter(strict_app, first.now(), device_id := str(uuid4()))
    assert device_id in jiayi("staff", "devices", *WHO)
    jiayi("staff", "revoke", *WHO, device_id)
    assert "revoked" in jiayi("staff", "devices", *WHO)
    assert lost.get("/me").json["code"] == "identity.refused.device_revoked"

    second = _second_factor(jiayi("staff", "authenticator", *WHO))
    assert _enter(strict_app, first.now())[1].json["code"] == "identity.refused.wrong_totp"
    jiayi("staff", "disable", *WHO)
    assert _enter(strict_app, second.now())[1].json["scope"] == "hand_in"
    jiayi("staff", "enable", *WHO)
    third = _second_factor(jiayi("staff", "authenticator", *WHO))
    assert _enter(strict_app, third.now())[1].json["scope"] == "full"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("staff", "password", *WHO, "--password", PASSWORD), "core.not_found"),
        (("staff", "revoke", *WHO, str(uuid4())), "core.not_found"),
        (("staff", "add", "--county", COUNTY, "--phone", "12345", "--name", "王敏"), "identity.invalid.phone"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    jiayi: Jiayi, owner: Engine, words: tuple[str, ...], code: str
) -> None:
    assert code in jiayi(*words, code=1)
    with owner.connect() as connection:
        assert connection.scalar(text("select count(*) from audit_entries where role = 'operator'")) == 0


def test_a_weak_password_is_refused(jiayi: Jiayi) -> None:
    jiayi("staff", "add", *WHO, "--name", "王敏")
    assert "identity.invalid.password" in jiayi("staff", "password", *WHO, "--password", "abcdefghijk", code=1)
