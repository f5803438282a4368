"""What the server has, read through the API."""

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx
from playwright.sync_api import Page

from tests.e2e.server import DemoServer

PATIENCE = 30
DOCTOR = "陈志远"


def eventually(page: Page, holds: Callable[[], bool]) -> None:
    """Look again until it is so; the page goes on living meanwhile."""
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until
        page.wait_for_timeout(100)


TABLES = Path(__file__).parents[1] / "tables"
TOLD = "".join((TABLES / f"{name}.json").read_text(encoding="utf-8") for name in ("screens", "taps"))
OVER = {"completed", "verified", "declined", "cancelled", "missed", "aborted"}


class Records:
    """Read by a doctor of the story's team, or by whoever else is signed in. To be used in a `with`."""

    def __init__(self, server: DemoServer, role: str = "clinician", name: str | None = DOCTOR) -> None:
        self.client = httpx.Client(base_url=f"{server.url}/api/v1", headers={"X-Jiayi": "1"}, timeout=60)
        who = server.person(role, name)
        me = {"phone": who["phone"], "realm": who["realm"]}
        sent = self.post("/auth/otp", me)
        body = me | {"device_id": str(uuid4()), "code": sent["demo_code"]}
        self.client.headers["Authorization"] = f"Bearer {self.post('/auth/token', body)['access_token']}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = self.client.post(path, json=body)
        assert answer.is_success, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def bodies(self, kind: str) -> list[dict]:
        found, cursor, more = [], "", True
        while more:
            answer = self.client.get(
                "/sync/pull", params={"limit": 2000} | ({"cursor": cursor} if cursor else {})
            ).json()
            found += [one["body"] for one in answer["documents"] if one["kind"] == kind]
            cursor, more = answer["cursor"], answer["more"]
        return found

    def one(self, kind: str, wanted: Callable[[dict], bool]) -> dict:
        return next(body for body in self.bodies(kind) if wanted(body))

    def resident(self, name: str) -> dict:
        return self.one("resident", lambda one: one["name"] == name)

    def somebody_free(self) -> str:
        """The name of somebody signed whom nobody is to visit: the tests on one server do not meet at one door."""
        busy = {one for visit in self.bodies("visit") if visit["status"] not in OVER for one in visit["resident_ids"]}
        signed = {contract["resident_id"] for contract in self.bodies("contract") if contract["status"] == "active"}
        residents = self.bodies("resident")
        names = Counter(one["name"] for one in residents)
        free = [
            one
            for one in residents
            if one["id"] in signed - busy and names[one["name"]] == 1 and one["latitude"] and one["name"] not in TOLD
        ]
        return str(max(free, key=lambda one: one["id"])["name"])

    def left(self, resident_id: str) -> int:
        """How often somebody may still be visited for their pressure under the contract."""
        contract = self.one("contract", lambda c: c["resident_id"] == resident_id and c["status"] == "active")
        line = next(one for one in contract["entitlements"] if one["item_code"] == "D01")
        return int(line["left"])
