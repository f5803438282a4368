"""What is served beside the API: the app, health checks, headers, compression."""

import gzip
import json

import pytest
from flask import Flask


def test_healthy_and_ready(app: Flask) -> None:
    client = app.test_client()
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ok"}


def test_text_is_compressed_for_whoever_can_read_it(app: Flask) -> None:
    client = app.test_client()
    plain = client.get("/api/v1/openapi.json")
    packed = client.get("/api/v1/openapi.json", headers={"Accept-Encoding": "gzip"})
    assert plain.headers.get("Content-Encoding") is None
    assert packed.headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(packed.data)) == plain.get_json()
    assert len(packed.data) < len(plain.data) / 4


@pytest.mark.parametrize("path", ["/api/v1/no-such-thing", "/api/v1/visits/not-an-id"])
def test_an_unknown_path_of_the_api_is_a_problem_with_a_code(app: Flask, path: str) -> None:
    answer = app.test_client().get(path)
    assert (answer.status_code, answer.get_json()["code"]) == (404, "core.not_found")
    assert answer.content_type == "application/problem+json"


def test_a_wrong_method_says_which_are_right(app: Flask) -> None:
    answer = app.test_client().delete("/api/v1/auth/otp")
    assert (answer.status_code, answer.get_json()["code"]) == (405, "core.method_not_allowed")
    assert "POST" in answer.headers["Allow"]


def test_every_answer_is_hardened(app: Flask) -> None:
    headers = app.test_client().get("/api/v1/openapi.json").headers
    assert headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_the_document_can_be_read_by_people_without_a_script(app: Flask) -> None:
    page = app.test_client().get("/api/v1/docs")
    assert page.content_type.startswith("text/html")
    assert "POST /api/v1/visits/{visit_id}/check-in" in page.get_data(as_text=True)
    assert "<script" not in page.get_data(as_text=True)
