"""A phone as a test sees it: signs in, calls the API, holds a cursor."""

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


class Answer(TestResponse):
    """What the server says. A test looks straight into its JSON."""

    if TYPE_CHECKING:
        json: Any


class Phone:
    """One device of one account, on Flask's test client."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()
        self.device_id = uuid4()
        self.token: str | None = None
        self.memberships: list[dict[str, Any]] = []

    def sign_in(self, phone: str, realm: str = "staff", **extra: Any) -> Answer:
        """By the demo's code. Leaves the token of the first membership, or none if it was refused."""
        sent = self.post("/auth/otp", {"phone": phone, "realm": realm})
        assert sent.status_code == 200, sent.json
        answer = self.post(
            "/auth/token",
            {"phone": phone, "realm": realm, "device_id": str(self.device_id), "code": sent.json["demo_code"]} | extra,
        )
        self.keep(answer)
        return answer

    def keep(self, answer: Answer) -> None:
        body = answer.json or {}
        self.token = body.get("access_token")
        self.memberships = body.get("memberships", [])

    def get(self, path: str, **headers: str) -> Answer:
        return cast("Answer", self.client.get(f"/api/v1{path}", headers=self._headers(headers)))

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        given = {"data": json.dumps(body), "content_type": "application/json", "headers": self._headers(headers)}
        return cast("Answer", self.client.post(f"/api/v1{path}", **given))

    def patch(self, path: str, body: Any, **headers: str) -> Answer:
        return cast("Answer", self.client.patch(f"/api/v1{path}", json=body, headers=self._headers(headers)))

    def delete(self, path: str, **headers: str) -> Answer:
        return cast("Answer", self.client.delete(f"/api/v1{path}", headers=self._headers(headers)))

    def _headers(self, extra: dict[str, str]) -> dict[str, str]:
        own = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return own | {"X-Jiayi": "1"} | {name.replace("_", "-"): value for name, value in extra.items()}

    def command(self, kind: str, entity_id: UUID | str, payload: dict[str, Any], **extra: Any) -> dict[str, Any]:
        """A command as the app would send it now, with a clock that agrees with the server's."""
        wall = extra.pop("wall", None) or datetime.now(UTC)
        reading = {"wall": wall.isoformat(), "monotonic_ms": 1000, "boot": "b"}
        clock = reading | {"anchor": reading | {"server_time": wall.isoformat()}}
        return {
            "id": str(extra.pop("id", uuid4())),
            "kind": kind,
            "entity_id": str(entity_id),
            "clock": clock,
            "payload": payload,
        } | extra

    def push(self, *commands: dict[str, Any]) -> list[dict[str, Any]]:
        answer = self.post("/sync/push", {"device_id": str(self.device_id), "commands": list(commands)})
        assert answer.status_code == 200, answer.json
        results: list[dict[str, Any]] = answer.json["results"]
        return results

    def pull(self, cursor: str | None = None, limit: int = 1000) -> dict[str, Any]:
        query = f"?limit={limit}" + (f"&cursor={cursor}" if cursor else "")
        answer = self.get(f"/sync/pull{query}")
        assert answer.status_code == 200, answer.json
        body: dict[str, Any] = answer.json
        return body


def signed_in(app: Flask, number: str, realm: str = "staff", **extra: Any) -> Phone:
    """This person's phone, with the token of the first membership."""
    phone = Phone(app)
    answer = phone.sign_in(number, realm, **extra)
    assert answer.status_code == 200, answer.json
    return phone
