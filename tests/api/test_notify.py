"""Telling people: once, at a fit hour, encrypted, by SMS only to those who have no app, and nothing private."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from jiayi.app import Runtime
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor
from jiayi.notify import delivery, service
from jiayi.residents import service as residents
from tests import world as people
from tests.phones import PhoneOf, phones
from tests.push_service import Browser, PushService, push_service, unpadded
from tests.world import World

CODE = "prescriptions.notice.refill_approved"
VALUES: dict[str, str | int] = {
    "resident_name": "丁大川",
    "doctor_name": "陈志远",
    "days": 28,
    "organization_name": "柳溪镇卫生院",
    "team_phone": "0817-5550101",
}
TEN = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Ten in the morning in China, when nobody sleeps."""


@pytest.fixture
def phone_of(app: Flask, world: World) -> PhoneOf:
    return phones(app)


@pytest.fixture
def pushes() -> Iterator[PushService]:
    with push_service() as running:
        yield running


@pytest.fixture
def browser(phone_of: PhoneOf, pushes: PushService) -> Browser:
    """The daughter's browser, which takes pushes."""
    made = Browser()
    _subscribe(phone_of, people.DAUGHTER, pushes, made)
    return made


def test_a_push_is_encrypted_for_the_browser_and_signed_by_us(
    runtime: Runtime, world: World, phone_of: PhoneOf, pushes: PushService, browser: Browser
) -> None:
    _tell(runtime, world.daughter, TEN)
    _send(runtime, TEN)
    (push,) = pushes.received
    assert "医生".encode() not in push.body
    assert browser.read(push.body) == {
        "title": "家医上门",
        "body": "丁**：陈志远医生同意了，再开28天的药。",
        "url": "/refill",
    }
    public_key = phone_of(people.DAUGHTER).get("/push-subscriptions/key").json["key"]
    claims = push.claims(public_key)
    assert (claims["aud"], claims["sub"]) == ("http://127.0.0.1", "mailto:test@localhost")
    assert int(push.headers["ttl"]) >= 24 * 3600


def test_the_inbox_has_the_whole_name(runtime: Runtime, world: World, phone_of: PhoneOf) -> None:
    _tell(runtime, world.daughter, TEN)
    (notice,) = phone_of(people.DAUGHTER).get("/notifications").json["items"]
    assert (notice["kind"], notice["code"], notice["url"]) == ("prescriptions", CODE, "/refill")
    assert (notice["values"]["resident_name"], notice["values"]["days"]) == ("丁大川", "28")


def test_one_event_is_told_once(
    runtime: Runtime, world: World, phone_of: PhoneOf, pushes: PushService, browser: Browser
) -> None:
    for _ in range(2):
        _tell(runtime, world.daughter, TEN)
        _send(runtime, TEN)
    assert len(pushes.received) == 1
    assert len(phone_of(people.DAUGHTER).get("/notifications").json["items"]) == 1


def test_what_is_rolled_back_is_not_told(runtime: Runtime, world: World, phone_of: PhoneOf, owner: Engine) -> None:
    with runtime.sessions.county(world.county_id) as session:
        service.tell(session, TEN, world.daughter.account_id, CODE, VALUES, "/refill", "event:1")
        session.rollback()
    assert phone_of(people.DAUGHTER).get("/notifications").json["items"] == []
    assert _count(owner, "outgoing_messages") == _count(owner, "procrastinate_jobs") == 0


@pytest.mark.parametrize(
    ("hour", "is_urgent", "goes_at"),
    [
        (datetime(2026, 11, 24, 13, 10, tzinfo=UTC), False, datetime(2026, 11, 24, 23, 30, tzinfo=UTC)),
        (datetime(2026, 11, 24, 13, 10, tzinfo=UTC), True, datetime(2026, 11, 24, 13, 10, tzinfo=UTC)),
    ],
    ids=["21:10 waits for 7:30", "urgent goes at 21:10"],
)
def test_a_push_keeps_the_quiet_hours(
    runtime: Runtime,
    world: World,
    pushes: PushService,
    browser: Browser,
    hour: datetime,
    *,
    is_urgent: bool,
    goes_at: datetime,
) -> None:
    _tell(runtime, world.daughter, hour, is_urgent=is_urgent)
    minute = timedelta(minutes=1)
    if goes_at > hour:
        for too_soon in (hour, goes_at - minute):
            _send(runtime, too_soon)
        assert pushes.received == []
    _send(runtime, goes_at)
    assert len(pushes.received) == 1


def test_an_sms_waits_for_the_morning(runtime: Runtime, world: World) -> None:
    late = datetime(2026, 11, 24, 13, 10, tzinfo=UTC)
    eight = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
    _tell(runtime, world.daughter, late, channels=service.BY_PUSH_OR_SMS)
    for at in (late, eight - timedelta(minutes=1)):
        _send(runtime, at)
    assert _sms(runtime) == []
    _send(runtime, eight)
    assert _sms(runtime) == [
        (people.DAUGHTER, "【柳溪镇卫生院】丁**：陈志远医生同意了，再开28天的药。有事请打0817-5550101。")
    ]


def test_who_takes_pushes_gets_no_sms(runtime: Runtime, world: World, pushes: PushService, browser: Browser) -> None:
    _tell(runtime, world.daughter, TEN, channels=service.BY_PUSH_OR_SMS)
    _send(runtime, TEN)
    assert (len(pushes.received), _sms(runtime)) == (1, [])


def test_who_has_read_the_inbox_lately_gets_no_sms(runtime: Runtime, world: World, phone_of: PhoneOf) -> None:
    now = clock_now()
    ten = now.replace(hour=2, minute=0) + timedelta(days=1)
    _tell(runtime, world.daughter, now)
    (notice,) = phone_of(people.DAUGHTER).get("/notifications").json["items"]
    phone_of(people.DAUGHTER).post(f"/notifications/{notice['id']}/read", {})
    _tell(runtime, world.daughter, ten, "event:2", channels=service.BY_PUSH_OR_SMS)
    _send(runtime, ten)
    assert _sms(runtime) == []
    later = ten + timedelta(days=20)
    _tell(runtime, world.daughter, later, "event:3", channels=service.BY_PUSH_OR_SMS)
    _send(runtime, later)
    assert len(_sms(runtime)) == 1


def test_an_elder_without_account_hears_by_sms(runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        service.tell_phone(session, TEN, "13912345678", CODE, VALUES, "event:1")
        commit(session)
    _send(runtime, TEN)
    ((number, _),) = _sms(runtime)
    assert number == "13912345678"


def test_the_number_of_a_waiting_sms_is_not_kept_in_clear(runtime: Runtime, world: World, owner: Engine) -> None:
    with runtime.sessions.county(world.county_id) as session:
        service.tell_phone(session, TEN, "13912345678", CODE, VALUES, "event:1")
        commit(session)
    with owner.connect() as connection:
        row = connection.scalar(text("select to_jsonb(m)::text from outgoing_messages m"))
    assert "13912345678" not in row


def test_the_sixth_push_of_a_day_waits_for_the_next(
    runtime: Runtime, world: World, pushes: PushService, browser: Browser
) -> None:
    for n in range(6):
        _tell(runtime, world.daughter, TEN, f"event:{n}")
    _send(runtime, TEN)
    assert len(pushes.received) == 5
    _send(runtime, TEN + timedelta(days=1))
    assert len(pushes.received) == 6


def test_of_one_thing_an_sms_speaks_three_times_at_most(runtime: Runtime, world: World) -> None:
    for n in range(4):
        at = TEN + timedelta(days=n)
        _tell(runtime, world.daughter, at, f"event:{n}", channels=service.BY_PUSH_OR_SMS, about="prescription:1")
        _send(runtime, at)
    assert len(_sms(runtime)) == 3


def test_a_browser_that_has_gone_is_forgotten(
    runtime: Runtime, world: World, owner: Engine, pushes: PushService, browser: Browser
) -> None:
    pushes.status = 410
    _tell(runtime, world.daughter, TEN)
    _send(runtime, TEN)
    assert _count(owner, "push_subscriptions") == 0
    _tell(runtime, world.daughter, TEN, "event:2", channels=service.BY_PUSH_OR_SMS)
    _send(runtime, TEN)
    assert (len(pushes.received), len(_sms(runtime))) == (1, 1)


def test_a_push_service_that_is_away_is_tried_again_later(
    runtime: Runtime, world: World, owner: Engine, pushes: PushService, browser: Browser
) -> None:
    pushes.status = 503
    _tell(runtime, world.daughter, TEN)
    _send(runtime, TEN)
    _send(runtime, TEN + timedelta(seconds=30))
    assert len(pushes.received) == 1
    pushes.status = 201
    _send(runtime, TEN + timedelta(minutes=2))
    assert len(pushes.received) == 2
    assert browser.read(pushes.received[1].body)["url"] == "/refill"
    # A phone that slept all the while shows it once.
    assert pushes.received[0].headers["topic"] == pushes.received[1].headers["topic"]
    _send(runtime, TEN + timedelta(hours=2))
    assert len(pushes.received) == 2


def test_a_message_that_nobody_took_is_given_up(
    runtime: Runtime, world: World, owner: Engine, pushes: PushService, browser: Browser
) -> None:
    pushes.status = 503
    _tell(runtime, world.daughter, TEN)
    for quarter in range(4 * 72):
        _send(runtime, TEN + timedelta(minutes=15 * quarter))
    assert 1 < len(pushes.received) < 10
    with owner.connect() as connection:
        assert connection.scalar(text("select status from outgoing_messages")) == "failed"


def test_a_revoked_phone_gets_nothing(
    runtime: Runtime, world: World, phone_of: PhoneOf, pushes: PushService, browser: Browser
) -> None:
    with runtime.sessions.identity() as session:
        identity.revoke_device(session, TEN, world.daughter.account_id, phone_of(people.DAUGHTER).device_id)
        commit(session)
    _tell(runtime, world.daughter, TEN)
    _send(runtime, TEN)
    assert pushes.received == []


def test_who_is_nobody_any_more_is_not_told(
    runtime: Runtime, world: World, pushes: PushService, browser: Browser
) -> None:
    _tell(runtime, world.daughter, TEN, channels=service.BY_PUSH_OR_SMS)
    with runtime.sessions.identity() as session:
        identity.end_membership(session, TEN, world.daughter.membership_id)
        commit(session)
    _send(runtime, TEN)
    assert (pushes.received, _sms(runtime)) == ([], [])


def test_after_a_death_nothing_that_waits_goes_out(
    runtime: Runtime, world: World, pushes: PushService, browser: Browser
) -> None:
    late = TEN + timedelta(hours=12)
    _tell(runtime, world.daughter, late, concerns_id=world.elder_id)
    _tell(runtime, world.daughter, late, "event:2", concerns_id=world.neighbour_id)
    with runtime.sessions.county(world.county_id) as session:
        residents.record_death(
            session, world.leader, clock_now(), world.elder_id, china_date(clock_now()) - timedelta(days=1)
        )
        commit(session)
    _send(runtime, TEN + timedelta(days=1))
    assert len(pushes.received) == 1


def test_who_helps_no_longer_is_not_told_what_waits(
    runtime: Runtime, world: World, phone_of: PhoneOf, pushes: PushService, browser: Browser
) -> None:
    _tell(runtime, world.daughter, TEN + timedelta(hours=12), concerns_id=world.elder_id)
    with runtime.sessions.county(world.county_id) as session:
        (grant,) = residents.proxies_of(session, world.elder_id)
        residents.revoke_proxy(session, world.elder, clock_now(), world.elder_id, grant.id)
        commit(session)
    _send(runtime, TEN + timedelta(days=1))
    assert pushes.received == []


def test_a_text_that_tells_an_illness_does_not_leave_as_sms(runtime: Runtime, world: World, owner: Engine) -> None:
    _tell(runtime, world.daughter, TEN, channels=service.BY_PUSH_OR_SMS, values=VALUES | {"doctor_name": "高血压专家"})
    _send(runtime, TEN)
    assert _sms(runtime) == []
    with owner.connect() as connection:
        failure = connection.scalar(text("select failure from outgoing_messages where channel = 'sms'"))
    assert failure == "notify.refused.tells_illness"


def test_one_message_that_cannot_be_written_keeps_no_other_back(
    runtime: Runtime, world: World, pushes: PushService, browser: Browser
) -> None:
    _tell(runtime, world.daughter, TEN, "event:1", values={"days": 28})
    _tell(runtime, world.daughter, TEN, "event:2")
    _send(runtime, TEN)
    assert len(pushes.received) == 1


def test_an_inbox_is_read_once_and_by_its_owner_alone(runtime: Runtime, world: World, phone_of: PhoneOf) -> None:
    _tell(runtime, world.daughter, TEN)
    daughter = phone_of(people.DAUGHTER)
    (notice,) = daughter.get("/notifications?is_unread=true").json["items"]
    assert phone_of(people.ELDER).post(f"/notifications/{notice['id']}/read", {}).status_code == 404
    first = daughter.post(f"/notifications/{notice['id']}/read", {}).json["read_at"]
    assert first is not None
    assert daughter.post(f"/notifications/{notice['id']}/read", {}).json["read_at"] == first
    assert daughter.get("/notifications?is_unread=true").json["items"] == []
    assert phone_of(people.ELDER).get("/notifications").json["items"] == []


def test_the_inbox_comes_by_sync_and_is_read_offline(runtime: Runtime, world: World, phone_of: PhoneOf) -> None:
    _tell(runtime, world.daughter, TEN)
    daughter = phone_of(people.DAUGHTER)
    pulled = daughter.pull()
    (notice,) = [doc["body"] for doc in pulled["documents"] if doc["kind"] == "notice"]
    assert notice["read_at"] is None
    (result,) = daughter.push(daughter.command("notifications.read", notice["id"], {}))
    assert result["outcome"] == "applied"
    (again,) = [doc["body"] for doc in daughter.pull(pulled["cursor"])["documents"] if doc["kind"] == "notice"]
    assert again["read_at"] is not None
    assert [doc for doc in phone_of(people.ELDER).pull()["documents"] if doc["kind"] == "notice"] == []


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example.com/x",
        "https://10.0.0.7/x",
        "https://[::1]/x",
        "https://postgres/x",
        "https://printer.local/x",
        "https://user@push.example.com/x",
        "https://push.example.com:5432/x",
        "ftp://push.example.com/x",
        "https://",
        "no address",
    ],
)
def test_we_push_to_public_names_over_tls_only(runtime: Runtime, phone_of: PhoneOf, endpoint: str) -> None:
    body = {"endpoint": endpoint, "keys": Browser().keys()}
    if endpoint == "https://[::1]/x":
        # A server that listens on loopback alone, as this one, may push to loopback.
        assert phone_of(people.DAUGHTER).post("/push-subscriptions", body).status_code == 201
        return
    answer = phone_of(people.DAUGHTER).post("/push-subscriptions", body)
    assert (answer.status_code, answer.json["code"]) == (422, "notify.invalid.endpoint")


@pytest.mark.parametrize(
    "wrong",
    [{"p256dh": unpadded(b"\x04" + bytes(64))}, {"p256dh": "!"}, {"auth": unpadded(b"short")}],
    ids=["not on the curve", "not base64", "short secret"],
)
def test_keys_that_cannot_encrypt_are_refused(phone_of: PhoneOf, wrong: dict[str, str]) -> None:
    body = {"endpoint": "https://push.example.com/x", "keys": Browser().keys() | wrong}
    answer = phone_of(people.DAUGHTER).post("/push-subscriptions", body)
    assert (answer.status_code, answer.json["code"]) == (422, "notify.invalid.push_keys")


def test_a_browser_belongs_to_whoever_signed_in_last(
    runtime: Runtime, world: World, phone_of: PhoneOf, pushes: PushService, browser: Browser
) -> None:
    _subscribe(phone_of, people.ELDER, pushes, browser)
    _tell(runtime, world.daughter, TEN)
    _send(runtime, TEN)
    assert pushes.received == []
    _tell(runtime, world.elder, TEN, "event:2")
    _send(runtime, TEN)
    assert len(pushes.received) == 1


def test_who_has_enough_unsubscribes(
    runtime: Runtime, world: World, phone_of: PhoneOf, pushes: PushService, browser: Browser
) -> None:
    daughter = phone_of(people.DAUGHTER)
    for _ in range(2):
        assert daughter.delete(f"/push-subscriptions?endpoint={pushes.origin}/daughter").status_code == 204
    _tell(runtime, world.daughter, TEN)
    _send(runtime, TEN)
    assert pushes.received == []


def test_a_reminder_comes_once_when_it_is_due(runtime: Runtime, world: World, owner: Engine) -> None:
    subject = uuid4()
    with runtime.sessions.county(world.county_id) as session:
        for _ in range(2):
            service.remind(session, "test.nobody_listens", subject, TEN)
        service.remind(session, "test.nobody_listens", subject, TEN + timedelta(hours=1))
        commit(session)
    delivery.remind_due(runtime.sessions, world.county_id, lambda: TEN)
    assert _count(owner, "reminders where done_at is not null") == 1
    with runtime.sessions.county(world.county_id) as session:
        service.forget_reminders(session, "test.nobody_listens", subject)
        commit(session)
    assert _count(owner, "reminders") == 1


def test_old_notices_leave_the_inbox_and_the_phone(runtime: Runtime, world: World, phone_of: PhoneOf) -> None:
    _tell(runtime, world.daughter, TEN)
    daughter = phone_of(people.DAUGHTER)
    cursor = daughter.pull()["cursor"]
    delivery.prune(runtime.sessions, world.county_id, lambda: TEN + timedelta(days=366))
    assert daughter.get("/notifications").json["items"] == []
    assert [one["kind"] for one in daughter.pull(cursor)["removed"]] == ["notice"]


def _tell(runtime: Runtime, who: Actor, at: datetime, event_key: str = "event:1", **more: Any) -> None:
    with runtime.sessions.county(who.county_id) as session:
        values = more.pop("values", VALUES)
        service.tell(session, at, who.account_id, CODE, values, "/refill", event_key, **more)
        commit(session)


def _send(runtime: Runtime, at: datetime) -> None:
    delivery.send_due(runtime.sessions, people.COUNTY, lambda: at)


def _subscribe(phone_of: PhoneOf, number: str, pushes: PushService, browser: Browser) -> None:
    body = {"endpoint": f"{pushes.origin}/daughter", "keys": browser.keys()}
    answer = phone_of(number).post("/push-subscriptions", body)
    assert answer.status_code == 201, answer.json


def _sms(runtime: Runtime) -> list[tuple[str, str]]:
    """Number and text of every SMS that left; the codes for signing in aside."""
    path = runtime.settings.data_dir / "sms.log"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = [line.split("\t", 1) for line in lines]
    return [(number, words) for number, words in found if not words.startswith("【家医上门】")]


def _count(owner: Engine, what: str) -> int:
    with owner.connect() as connection:
        return int(connection.scalar(text(f"select count(*) from {what}")))
