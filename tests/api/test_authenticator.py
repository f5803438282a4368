"""Staff set up their authenticator themselves: after the password, or with the present one; it counts from its first code."""

import io
import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pyotp
import pytest
from flask import Flask
from sqlalchemy import Engine, text

from jiayi.app import Runtime, create_app
from jiayi.core.clock import now as clock_now
from jiayi.core.db import commit
from jiayi.identity import service
from tests import world as people
from tests.conftest import strict
from tests.phone import Phone, signed_in
from tests.world import World

PASSWORD = "Chuan-bei-2026"
WHO = {"phone": people.NURSE, "password": PASSWORD}


@pytest.fixture
def nurse(runtime: Runtime, world: World) -> UUID:
    account_id = world.nurse.account_id
    with runtime.sessions.identity() as session:
        service.set_password(session, account_id, PASSWORD)
        commit(session)
    return account_id


@pytest.fixture
def outside(runtime: Runtime, nurse: UUID) -> Flask:
    """Not the demo: staff need a second factor."""
    return create_app(strict(runtime))


@pytest.fixture
def phone(outside: Flask) -> Phone:
    return Phone(outside)


def code_of(secret: str, later: int = 0) -> str:
    generator = pyotp.TOTP(secret)
    return generator.generate_otp(generator.timecode(clock_now()) + later)


def sign_in(phone: Phone, **more: Any) -> Any:
    body = WHO | {"realm": "staff", "device_id": str(phone.device_id)} | more
    answer = phone.post("/auth/token", body)
    phone.keep(answer)
    return answer


def enrolled(phone: Phone) -> str:
    secret: str = phone.post("/auth/authenticator", WHO).json["secret"]
    assert phone.post("/auth/authenticator/confirm", WHO | {"totp": code_of(secret)}).status_code == 204
    return secret


def test_after_the_password_the_first_code_makes_it_count(phone: Phone) -> None:
    assert sign_in(phone).json["code"] == "identity.refused.totp_not_enrolled"
    fresh = phone.post("/auth/authenticator", WHO).json
    assert sign_in(phone, totp=code_of(fresh["secret"])).json["code"] == "identity.refused.totp_not_enrolled"
    assert phone.post("/auth/authenticator/confirm", WHO | {"totp": code_of(fresh["secret"])}).status_code == 204
    assert sign_in(phone).json["code"] == "identity.refused.totp_needed"
    assert sign_in(phone, totp=code_of(fresh["secret"], 1)).status_code == 200


def test_the_first_code_opens_nothing_a_second_time(phone: Phone) -> None:
    secret = enrolled(phone)
    assert sign_in(phone, totp=code_of(secret)).json["code"] == "identity.refused.wrong_totp"


def test_the_picture_holds_the_same_secret(phone: Phone) -> None:
    fresh = phone.post("/auth/authenticator", WHO).json
    assert len({len(row) for row in fresh["qr"]} | {len(fresh["qr"])}) == 1
    assert set("".join(fresh["qr"])) == {"0", "1"}


def test_a_wrong_first_code_changes_nothing_and_may_be_tried_again(phone: Phone) -> None:
    secret = phone.post("/auth/authenticator", WHO).json["secret"]
    wrong = f"{(int(code_of(secret)) + 1) % 1_000_000:06d}"
    answer = phone.post("/auth/authenticator/confirm", WHO | {"totp": wrong})
    assert (answer.status_code, answer.json["code"]) == (409, "identity.refused.wrong_first_code")
    assert phone.post("/auth/authenticator/confirm", WHO | {"totp": code_of(secret)}).status_code == 204


def test_the_password_alone_never_replaces_a_factor(phone: Phone) -> None:
    enrolled(phone)
    for path, body in (("/auth/authenticator", WHO), ("/auth/authenticator/confirm", WHO | {"totp": "123456"})):
        assert phone.post(path, body).json["code"] == "identity.refused.totp_enrolled"


def test_without_the_password_there_is_nothing(phone: Phone, owner: Engine) -> None:
    wrong = WHO | {"password": "Chuan-nan-2026"}
    for _ in range(5):
        assert phone.post("/auth/authenticator", wrong).json["code"] == "identity.refused.wrong_password"
    assert phone.post("/auth/authenticator", WHO).json["code"] == "identity.refused.locked", "wrong ones are counted"
    unknown = phone.post("/auth/authenticator", WHO | {"phone": "13912345678"})
    assert unknown.json["code"] == "identity.refused.wrong_password"


def test_a_secret_that_nobody_confirmed_is_over_after_ten_minutes(phone: Phone, owner: Engine) -> None:
    secret = phone.post("/auth/authenticator", WHO).json["secret"]
    with owner.begin() as connection:
        connection.execute(text("update accounts set totp_pending_at = totp_pending_at - interval '11 minutes'"))
    answer = phone.post("/auth/authenticator/confirm", WHO | {"totp": code_of(secret)})
    assert answer.json["code"] == "identity.refused.enrolment_over"


def test_another_phone_takes_over_with_a_code_of_the_present_one(phone: Phone) -> None:
    present = enrolled(phone)
    sign_in(phone, totp=code_of(present, 1))
    assert phone.get("/me/authenticator").json == {"is_enrolled": True}
    assert phone.post("/me/authenticator", {}).json["code"] == "identity.refused.totp_needed"
    with patch("jiayi.identity.access.clock_now", lambda: clock_now() + timedelta(minutes=1)):
        fresh = phone.post("/me/authenticator", {"totp": code_of(present, 2)}).json["secret"]
        # Until then the present one holds.
        assert sign_in(phone, totp=code_of(present, 3)).status_code == 200
        assert phone.post("/me/authenticator/confirm", {"totp": code_of(fresh, 2)}).status_code == 204
        assert sign_in(phone, totp=code_of(present, 3)).json["code"] == "identity.refused.wrong_totp"
        assert sign_in(phone, totp=code_of(fresh, 3)).status_code == 200


def test_wrong_codes_of_the_present_one_lock_the_account(phone: Phone, owner: Engine) -> None:
    present = enrolled(phone)
    sign_in(phone, totp=code_of(present, 1))
    wrong = f"{(int(code_of(present)) + 1) % 1_000_000:06d}"
    for _ in range(5):
        assert phone.post("/me/authenticator", {"totp": wrong}).json["code"] == "identity.refused.wrong_totp"
    assert phone.post("/me/authenticator", {"totp": code_of(present, 2)}).json["code"] == "identity.refused.locked"
    with owner.connect() as connection:
        noted = connection.scalar(text("select count(*) from audit_entries where action = 'identity.refuse_totp'"))
    assert noted == 5


def test_family_has_none(app: Flask, world: World) -> None:
    elder = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)
    assert elder.get("/me/authenticator").status_code == 403
    assert elder.post("/me/authenticator", {}).status_code == 403


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """All that is logged, whoever logs it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def test_the_secret_stands_in_no_log_no_trail_and_only_sealed_in_the_database(
    phone: Phone, owner: Engine, logged: io.StringIO
) -> None:
    secret = enrolled(phone)
    assert secret not in logged.getvalue()
    with owner.connect() as connection:
        trail = connection.scalars(text("select row_to_json(a)::text from audit_entries a")).all()
        accounts = connection.scalars(text("select row_to_json(a)::text from accounts a")).all()
    assert any("identity.enrol_totp" in one for one in trail)
    assert not [one for one in (*trail, *accounts) if secret in one]
