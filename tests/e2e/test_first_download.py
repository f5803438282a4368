"""The first download on a bad line: the day can be used while the rest comes, and one sees how much."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.audit import faults
from tests.e2e.handset import Handset
from tests.e2e.walking import see, synced, tap

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("wiped")]

NURSE_PHONE, NEXT = "0108", "唐明秀"
LATER_PAGES = re.compile(r"/api/v1/sync/pull\?.*cursor=")
SMALL = re.compile(r"/api/v1/sync/pull\?")


def small_pages(route: Route) -> None:
    """As if there were ten times as much."""
    route.continue_(url=re.sub(r"limit=\d+", "limit=100", route.request.url))


def test_it_breaks_off_and_goes_on(handset: Callable[..., Handset]) -> None:
    phone = handset()
    phone.context.route(SMALL, small_pages)
    pages = []
    reach = 2

    def one_more(route: Route) -> None:
        pages.append(route)
        if len(pages) > reach:
            route.abort()
        else:
            small_pages(route)

    phone.context.route(LATER_PAGES, one_more)
    page = phone.enter_by_phone(NURSE_PHONE, "staff")
    see(page, NEXT)
    so_far = page.get_by_text(re.compile(r"正在取资料：[\d,]+份，共[\d,]+份"))
    expect(so_far).to_have_text(re.compile("正在取资料：300份"))
    assert page.locator("progress").get_attribute("value") == "300"
    assert faults(page, is_elder=False) == []
    page.reload()
    expect(so_far).to_be_visible()
    reach = 10_000
    for _ in range(20):
        if not so_far.count():
            break
        page.evaluate("() => window.dispatchEvent(new Event('online'))")
        page.wait_for_timeout(500)
    synced(page)
    expect(page.get_by_text("正在取资料")).to_have_count(0)
    tap(page, "我的")
    see(page, "取全了")
