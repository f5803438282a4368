"""Somebody's phone: a browser profile of its own (only such a one can install, sync in the background and be pushed to)."""

import os
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright, expect

from jiayi.demo.people import told_mobile
from tests.e2e.server import DemoServer
from tests.e2e.walking import enter, walk

CHROMIUM = "/usr/bin/chromium"
LAUNCH = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    # A microphone that beeps, and nobody to ask.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--lang=zh-CN",
]


class Handset:
    """One person's phone: a browser profile of 360 by 740 points, somewhere in the county."""

    def __init__(self, playwright: Playwright, server: DemoServer, folder: Path, **options: Any) -> None:
        self.server = server
        self.errors: list[str] = []
        settings: dict[str, Any] = {
            "viewport": {"width": 360, "height": 740},
            # Fine pictures are for people to look at; four times the points take their time.
            "device_scale_factor": 2 if os.environ.get("JIAYI_SCREENSHOTS") else 1,
            "has_touch": True,
            "is_mobile": True,
            "locale": "zh-CN",
            "timezone_id": "Asia/Shanghai",
            "permissions": ["geolocation", "notifications"],
            "geolocation": {"latitude": 30.8, "longitude": 106.1, "accuracy": 12},
        }
        self.context: BrowserContext = playwright.chromium.launch_persistent_context(
            str(folder), executable_path=CHROMIUM, headless=True, args=LAUNCH, **(settings | options)
        )
        self.page: Page = self.context.pages[0] if self.context.pages else self.context.new_page()
        self._listen()

    def _listen(self) -> None:
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, path: str = "/") -> Page:
        self.page.goto(f"{self.server.url}{path}")
        return self.page

    def enter(self, name: str) -> Page:
        """Come in as one of the demo's people, with one tap."""
        enter(self.page, self.server.url, name)
        return self.page

    def enter_by_phone(self, ending: str, realm: str) -> Page:
        """Come in as anybody of the story, by the number that ends so."""
        number = told_mobile(self.server.accounts[0]["county_id"], ending)
        page = self.open(f"/signin/phone?as={realm}")
        walk(page, [["fill", "手机号", number], ["tap", "发6个数字给我"], ["see", "不着急"], ["tap", "进去"]])
        expect(page).not_to_have_url(re.compile("/signin"))
        return page

    def put_away(self) -> Page:
        """Close the app; what is left is an empty page of the browser."""
        empty = self.context.new_page()
        self.page.close()
        self.page = empty
        self._listen()
        return empty

    def stand_at(self, latitude: float, longitude: float, accuracy: float = 12) -> None:
        self.context.set_geolocation({"latitude": latitude, "longitude": longitude, "accuracy": accuracy})

    def close(self) -> None:
        self.context.close()
