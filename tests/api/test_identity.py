"""Signing in: codes, passwords, second factors, refresh tokens that survive lost replies, lock-out."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pyotp
import pytest
from flask import Flask
from sqlalchemy import Engine, text

from jiayi.app import Runtime, create_app
from jiayi.core.clock import now
from jiayi.core.db import commit
from jiayi.identity import service
from jiayi.identity.terms import Realm, Role
from tests.conftest import strict
from tests.phone import Phone
from tests.world import COUNTY

NURSE, ELDER = "13900000001", "13900000002"


@pytest.fixture
def nurse(runtime: Runtime) -> UUID:
    return _account(runtime, NURSE, Realm.STAFF, Role.CLINICIAN)


@pytest.fixture
def elder(runtime: Runtime) -> UUID:
    return _account(runtime, ELDER, Realm.FAMILY, Role.RESIDENT, birth_year=1942)


def _account(runtime: Runtime, phone: str, realm: Realm, role: Role, birth_year: int | None = None) -> UUID:
    with runtime.sessions.identity() as session:
        account = service.ensure_account(session, now(), phone=phone, realm=realm, name="蒲晓燕", birth_year=birth_year)
        service.ensure_membership(
            session, account_id=account.id, county_id=COUNTY, role=role, subject_id=uuid4(), name="蒲晓燕"
        )
        commit(session)
        return account.id


def test_a_nurse_signs_in_by_code_and_is_told_who_she_is(app: Flask, nurse: UUID) -> None:
    phone = Phone(app)
    assert phone.sign_in(NURSE).status_code == 200
    me = phone.get("/me")
    assert me.json["account_id"] == str(nurse)
    assert me.json["membership"]["role"] == "clinician"


@pytest.mark.parametrize(
    "written",
    ["+86 139 0000 0001", "139-0000-0001", "1390000 0001", "１３９００００００１".replace("００００００", "0000000")],
)
def test_a_number_is_the_same_number_however_it_is_written(app: Flask, nurse: UUID, written: str) -> None:
    assert Phone(app).sign_in(written).status_code == 200


def test_sign_ins_and_failed_ones_stand_in_the_trail(app: Flask, nurse: UUID, owner: Engine) -> None:
    phone = Phone(app)
    phone.sign_in(NURSE)
    body = {"phone": NURSE, "realm": "staff", "device_id": str(uuid4()), "code": "000000"}
    assert phone.post("/auth/token", body).status_code == 401
    with owner.connect() as connection:
        rows = connection.execute(
            text("select action, role, reason from audit_entries where account_id = :nurse order by id"),
            {"nurse": nurse},
        )
        assert [tuple(row) for row in rows] == [
            ("identity.sign_in", "clinician", None),
            ("identity.refuse_sign_in", "clinician", "identity.refused.wrong_code"),
        ]


def test_an_unknown_number_gets_the_same_answer_to_its_wish_for_a_code(app: Flask, nurse: UUID) -> None:
    known = Phone(app).post("/auth/otp", {"phone": NURSE, "realm": "staff"})
    unknown = Phone(app).post("/auth/otp", {"phone": "13900009999", "realm": "staff"})
    assert (known.status_code, set(known.json)) == (unknown.status_code, set(unknown.json))


def test_a_number_without_membership_is_told_to_call(app: Flask) -> None:
    answer = Phone(app).sign_in("13900009999", realm="family")
    assert (answer.status_code, answer.json["code"]) == (401, "identity.refused.no_membership")


def test_a_code_is_good_once(app: Flask, nurse: UUID) -> None:
    phone = Phone(app)
    sent = phone.post("/auth/otp", {"phone": NURSE, "realm": "staff"})
    body = {"phone": NURSE, "realm": "staff", "device_id": str(uuid4()), "code": sent.json["demo_code"]}
    assert phone.post("/auth/token", body).status_code == 200
    assert phone.post("/auth/token", body).json["code"] == "identity.refused.wrong_code"


def test_outside_the_demo_a_second_code_within_a_minute_must_wait(runtime: Runtime, nurse: UUID) -> None:
    phone = Phone(create_app(strict(runtime)))
    phone.post("/auth/otp", {"phone": NURSE, "realm": "staff"})
    answer = phone.post("/auth/otp", {"phone": NURSE, "realm": "staff"})
    assert (answer.status_code, answer.json["code"]) == (429, "identity.refused.code_too_soon")
    assert 0 < int(answer.headers["Retry-After"]) <= 61


def test_five_wrong_codes_end_the_code_and_lock_the_account(app: Flask, nurse: UUID) -> None:
    phone = Phone(app)
    right = phone.post("/auth/otp", {"phone": NURSE, "realm": "staff"}).json["demo_code"]
    wrong = "000000" if right != "000000" else "111111"
    body = {"phone": NURSE, "realm": "staff", "device_id": str(uuid4())}
    for _ in range(5):
        assert phone.post("/auth/token", body | {"code": wrong}).json["code"] == "identity.refused.wrong_code"
    answer = phone.post("/auth/token", body | {"code": right})
    assert (answer.status_code, answer.json["code"]) == (429, "identity.refused.locked")


def test_a_new_phone_of_an_elder_is_asked_for_the_year_of_birth(app: Flask, elder: UUID) -> None:
    phone = Phone(app)
    assert phone.sign_in(ELDER, "family").json["code"] == "identity.refused.birth_year_needed"


def test_the_known_phone_of_an_elder_is_not_asked_again(app: Flask, elder: UUID, owner: Engine) -> None:
    phone = Phone(app)
    assert phone.sign_in(ELDER, "family", birth_year=1942).status_code == 200
    _forget_codes(owner)
    assert phone.sign_in(ELDER, "family").status_code == 200


def test_a_wrong_year_of_birth_opens_nothing(app: Flask, elder: UUID) -> None:
    answer = Phone(app).sign_in(ELDER, "family", birth_year=1950)
    assert answer.json["code"] == "identity.refused.wrong_birth_year"


def test_outside_the_demo_staff_need_a_password_or_code_and_an_authenticator(runtime: Runtime, nurse: UUID) -> None:
    outside = strict(runtime)
    with outside.sessions.identity() as session:
        service.set_password(session, nurse, "Chuan-bei-2026")
        secret = service.enrol_totp(session, nurse)
        commit(session)
    phone = Phone(create_app(outside))
    body = {"phone": NURSE, "realm": "staff", "device_id": str(uuid4()), "password": "Chuan-bei-2026"}
    assert phone.post("/auth/token", body).json["code"] == "identity.refused.totp_needed"
    totp = pyotp.TOTP(secret).now()
    assert phone.post("/auth/token", body | {"totp": totp}).status_code == 200
    assert phone.post("/auth/token", body | {"totp": totp}).json["code"] == "identity.refused.wrong_totp"


def test_a_lost_reply_does_not_end_the_session(app: Flask, nurse: UUID) -> None:
    phone = Phone(app)
    first = _cookie(phone.sign_in(NURSE))
    lost = _refresh(app, first)
    again = _refresh(app, first)
    assert (lost.status_code, again.status_code) == (200, 200)
    assert _refresh(app, _cookie(again)).status_code == 200


def test_a_copied_token_used_after_its_successor_ends_the_session_for_both(app: Flask, nurse: UUID) -> None:
    phone = Phone(app)
    first = _cookie(phone.sign_in(NURSE))
    second = _cookie(_refresh(app, first))
    third = _cookie(_refresh(app, second))
    assert _refresh(app, first).json["code"] == "identity.refused.session_ended"
    assert _refresh(app, third).json["code"] == "identity.refused.session_ended"


def test_a_copied_token_opens_no_other_membership_either(app: Flask, nurse: UUID) -> None:
    phone = Phone(app)
    first = _cookie(phone.sign_in(NURSE))
    third = _cookie(_refresh(app, _cookie(_refresh(app, first))))
    phone.client.set_cookie("jiayi_refresh", first, path="/api/v1/auth")
    answer = phone.post("/auth/token", {"membership_id": phone.memberships[0]["id"]})
    assert (answer.status_code, answer.json["code"]) == (401, "identity.refused.session_ended")
    assert _refresh(app, third).status_code == 401


def test_after_signing_out_the_cookie_is_worth_nothing(app: Flask, nurse: UUID) -> None:
    phone = Phone(app)
    cookie = _cookie(phone.sign_in(NURSE))
    assert phone.post("/auth/logout").status_code == 204
    assert _refresh(app, cookie).status_code == 401


def test_a_page_of_another_site_cannot_use_the_cookie(app: Flask, nurse: UUID) -> None:
    phone = Phone(app)
    phone.sign_in(NURSE)
    answer = phone.client.post("/api/v1/auth/refresh")
    assert (answer.status_code, answer.get_json()["code"]) == (403, "identity.refused.header_missing")


def test_another_membership_of_the_account_is_one_request_away(app: Flask, runtime: Runtime, nurse: UUID) -> None:
    with runtime.sessions.identity() as session:
        leader = service.ensure_membership(
            session, account_id=nurse, county_id=COUNTY, role=Role.TEAM_LEADER, subject_id=uuid4(), name="组长"
        )
        commit(session)
    phone = Phone(app)
    phone.sign_in(NURSE)
    phone.keep(phone.post("/auth/token", {"membership_id": str(leader.id)}))
    assert phone.get("/me").json["membership"]["role"] == "team_leader"


def test_an_ended_membership_is_ended_for_tokens_already_out(app: Flask, runtime: Runtime, nurse: UUID) -> None:
    phone = Phone(app)
    phone.sign_in(NURSE)
    with runtime.sessions.identity() as session:
        service.end_membership(session, now(), UUID(phone.memberships[0]["id"]))
        commit(session)
    assert phone.get("/me").status_code == 401


@pytest.mark.parametrize(
    "forge",
    [
        lambda token: token[:-4] + "AAAA",
        lambda token: token.split(".")[0] + ".e30." + token.split(".")[2],
        lambda _: "not-a-token",
        lambda _: "",
    ],
    ids=["signature", "claims", "rubbish", "nothing"],
)
def test_a_forged_token_is_401_with_a_challenge(app: Flask, nurse: UUID, forge: Callable[[str], str]) -> None:
    phone = Phone(app)
    phone.sign_in(NURSE)
    phone.token = forge(phone.token or "")
    answer = phone.get("/me")
    assert (answer.status_code, answer.json["code"]) == (401, "identity.refused.not_signed_in")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_disabled_account_may_hand_in_for_thirty_days_and_nothing_else(
    app: Flask, runtime: Runtime, nurse: UUID, owner: Engine
) -> None:
    with runtime.sessions.identity() as session:
        service.disable_account(session, now(), nurse)
        commit(session)
    phone = Phone(app)
    assert phone.sign_in(NURSE).json["scope"] == "hand_in"
    assert phone.get("/me").json["code"] == "identity.refused.hand_in_only"
    with owner.begin() as connection:
        connection.execute(text("update accounts set disabled_at = :at"), {"at": now() - timedelta(days=31)})
    _forget_codes(owner)
    assert Phone(app).sign_in(NURSE).json["code"] == "identity.refused.disabled"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"phone": "13900000001"},
        {"phone": "139\u0000", "realm": "staff"},
        {"phone": 13900000001, "realm": "staff"},
        {"phone": "12345", "realm": "staff"},
        {"phone": "13900000001", "realm": "king"},
        {"phone": "13900000001", "realm": "staff", "more": 1},
        [],
        "text",
    ],
)
def test_a_senseless_wish_for_a_code_is_refused_with_a_code(app: Flask, body: object) -> None:
    answer = Phone(app).post("/auth/otp", body)
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert answer.json["code"].split(".")[1] == "invalid"


def _cookie(answer) -> str:
    header: str = answer.headers["Set-Cookie"]
    return header.split("=", 1)[1].split(";", 1)[0]


def _refresh(app: Flask, cookie: str):
    client = app.test_client()
    client.set_cookie("jiayi_refresh", cookie, path="/api/v1/auth")
    return client.post("/api/v1/auth/refresh", headers={"X-Jiayi": "1"})


def _forget_codes(owner: Engine) -> None:
    with owner.begin() as connection:
        connection.execute(text("delete from one_time_codes"))
