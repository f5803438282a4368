from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.core.dates import CHINA
from jiayi.core.results import Allowed, Refused
from jiayi.notify.rules import SentCounts, may_send, send_at, shortened_name, sms_allowed, sms_parts
from jiayi.notify.tables import QuietHours, Sms
from jiayi.notify.terms import Channel
from tests.conftest import table


@pytest.fixture(scope="module")
def hours(rules):
    return rules(QuietHours)


@pytest.fixture(scope="module")
def sms(rules):
    return rules(Sms)


def code(answer):
    return answer.reason if isinstance(answer, Refused) else None


@pytest.mark.parametrize("case", table("send_times"), ids=lambda case: case["id"])
def test_t23_when_a_message_goes(case, hours):
    found = send_at(
        Channel(case["channel"]), datetime.fromisoformat(case["at"]), hours, is_urgent=case.get("is_urgent", False)
    )
    assert found == datetime.fromisoformat(case["sent_at"])


@given(st.sampled_from(Channel), st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)))  # noqa: DTZ001 - zone below
def test_a_message_waits_for_an_open_hour_and_for_less_than_a_day(hours, channel, wall):
    at = wall.replace(tzinfo=CHINA)
    sent_at = send_at(channel, at, hours)
    assert at <= sent_at < at + timedelta(days=1)
    assert any(window.opens <= sent_at.time() < window.closes for window in hours.channels[channel].windows)
    assert send_at(channel, sent_at, hours) == sent_at


@pytest.mark.parametrize(
    ("channel", "sent", "is_allowed"),
    [
        pytest.param(Channel.SMS, SentCounts(day=2, week=7, event=2), True, id="a third SMS"),
        pytest.param(Channel.SMS, SentCounts(day=3), False, id="a fourth SMS that day"),
        pytest.param(Channel.SMS, SentCounts(week=8), False, id="a ninth that week"),
        pytest.param(Channel.SMS, SentCounts(event=3), False, id="a fourth about the same"),
        pytest.param(Channel.VOICE, SentCounts(day=1), False, id="a second call"),
        pytest.param(Channel.PUSH, SentCounts(day=4, week=40), True, id="a fifth push"),
        pytest.param(Channel.PUSH, SentCounts(day=5), False, id="a sixth push"),
    ],
)
def test_how_many_are_bearable(channel, sent, is_allowed, hours):
    assert isinstance(may_send(channel, sent, hours), Allowed) is is_allowed
    assert may_send(channel, sent, hours, is_urgent=True) == Allowed()


@pytest.mark.parametrize("case", table("sms_texts"), ids=lambda case: case["id"])
def test_what_an_sms_may_say(case, sms):
    assert code(sms_allowed(case["text"], sms)) == case["code"]
    assert sms_parts(case["text"], sms) == case["parts"]


@pytest.mark.parametrize(
    ("units", "parts"), [(0, 1), (70, 1), (71, 2), (134, 2), (135, 3), (201, 3), (202, 4)], ids=str
)
def test_how_many_parts_a_text_makes(units, parts, sms):
    assert sms_parts("好" * units, sms) == parts


def test_a_character_outside_the_basic_plane_counts_twice(sms):
    assert [sms_parts("𠮷" * count, sms) for count in (35, 36)] == [1, 2]


def test_t22_a_thousand_words_are_not_sent(sms):
    assert code(sms_allowed("【柳溪卫生院】" + "请多喝水。" * 200, sms)) == "notify.refused.too_long"


def test_a_name_fits_its_template(sms):
    assert shortened_name("阿卜杜热西提·阿卜杜拉江", sms) == "阿卜杜热西提·阿卜杜"
