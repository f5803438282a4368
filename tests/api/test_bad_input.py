"""Whatever makes no sense is answered with a problem and a stable code, and changes nothing.

The bodies come from tests/tables/access.json, what is wrong with them from the API's own document.
"""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from jiayi.app import MAX_BODY
from jiayi.core.clock import now
from tests.malformed import Bad, Schema, bad_bodies, replaced, resolved, types
from tests.refusing import REFUSED, SENSELESS, refused, unchanged
from tests.routes import ROWS, Request, Row, name_of, usual
from tests.settled import Settled

pytestmark = pytest.mark.xdist_group("settled")

TOLD = [row for row in ROWS if "body" in row]
ASKED = [row for row in ROWS if row["route"].startswith("GET /api") and "case" not in row]


@pytest.mark.parametrize("row", TOLD, ids=name_of)
def test_a_body_that_breaks_its_schema_is_refused(settled: Settled, row: Row) -> None:
    request, who = usual(settled, row)
    schema, schemas = body_schema(settled, row)
    with unchanged(settled):
        for bad, body in bad_bodies(request.body, schema, schemas):
            answer = settled.ask(who, request.method, request.path, body, request.headers)
            refused(answer, SENSELESS, row, bad)


@pytest.mark.parametrize("row", TOLD, ids=name_of)
def test_a_body_that_is_no_json_is_refused(settled: Settled, row: Row) -> None:
    request, who = usual(settled, row)
    good = json.dumps(request.body).encode()
    twice = good[:-1] + b', "again": 1, "again": 2}' if request.body else b'{"again": 1, "again": 2}'
    broken = (b"{", b"\xff", b'{"a": NaN}', b'{"a": Infinity}', b"[" * 100_000, b'{"a": ' + b"1" * 5_000 + b"}", twice)
    with unchanged(settled):
        for body in broken:
            refused(settled.ask(who, request.method, request.path, body, request.headers), {400}, row, body[:40])
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
            headers = request.headers | {"Content-Type": kind}
            refused(settled.ask(who, request.method, request.path, good, headers), {415}, row, kind)
        too_large = good + b" " * MAX_BODY
        refused(settled.ask(who, request.method, request.path, too_large, request.headers), {413}, row, "too large")


@pytest.mark.parametrize("row", [row for row in TOLD if "$" in json.dumps(row["body"])], ids=name_of)
def test_an_id_of_another_county_or_of_nothing_is_refused(settled: Settled, row: Row) -> None:
    request, who = usual(settled, row)
    schema, schemas = body_schema(settled, row)
    places = list(named_ids(request.body, schema, schemas))
    if row["route"].endswith("/sync/push"):  # Answered one by one; see below.
        return
    with unchanged(settled):
        for place in places:
            for value in (*away_ids(settled, place[-1]), str(uuid4())):
                body = replaced(request.body, place, value)
                answer = settled.ask(who, request.method, request.path, body, request.headers)
                refused(answer, REFUSED, row, Bad(".".join(place), value))


@pytest.mark.parametrize("row", ASKED, ids=name_of)
def test_a_query_that_makes_no_sense_is_refused(settled: Settled, row: Row) -> None:
    request, who = usual(settled, row)
    operation, shared = operation_of(settled, row)
    parameters = [one for one in [*operation.get("parameters", []), *shared] if one["in"] == "query"]
    with unchanged(settled):
        for one in parameters:
            for value in senseless_words(one["name"], one["schema"]):
                asked = Request("GET", request.path, request.query | {one["name"]: value}, headers=request.headers)
                refused(asked.send(settled, who), SENSELESS, row, Bad(one["name"], value[:40]))


@pytest.mark.parametrize(
    "path", ["/service-items/%00", "/service-items/%ED%A0%80", "/residents/%00", "/visits/" + "9" * 5_000]
)
def test_a_path_to_nowhere_is_not_found(settled: Settled, path: str) -> None:
    refused(settled.ask("team_leader.own", "GET", f"/api/v1{path}"), {404}, path, path)


@pytest.mark.parametrize(
    "path", ["/" + "a" * 5_000, "/%00", "/..%2f..%2fetc%2fpasswd", "//etc/passwd", "/assets/../../x"]
)
def test_a_path_beside_the_app_is_a_page_of_the_app(settled: Settled, path: str) -> None:
    with settled.ask(None, "GET", path) as answer:
        assert answer.status_code in {200, 308, 404}
        assert b"root:" not in answer.get_data()


@pytest.mark.parametrize(
    ("match", "status"), [(None, 428), ('"0"', 412), ("nonsense", 412), ('W/"1"', 412), ("\x01", 412)]
)
@pytest.mark.parametrize("row", [row for row in ROWS if row["route"].startswith("PATCH")], ids=name_of)
def test_an_edit_of_no_known_version_is_refused(settled: Settled, row: Row, match: str | None, status: int) -> None:
    request, who = usual(settled, row)
    with unchanged(settled):
        answer = settled.ask(who, "PATCH", request.path, request.body, {} if match is None else {"If-Match": match})
        refused(answer, {status}, row, match)


def test_an_id_that_is_taken_is_refused_and_what_has_it_stays(settled: Settled) -> None:
    taken = {
        "POST /api/v1/organizations": "organization", "POST /api/v1/clinicians": "nurse", "POST /api/v1/teams": "team",
        "POST /api/v1/residents": "elder", "POST /api/v1/households": "household", "POST /api/v1/contracts": "contract",
        "POST /api/v1/residents/<uuid:resident_id>/phones": "phone",
        "POST /api/v1/residents/<uuid:resident_id>/conditions": "condition",
        "POST /api/v1/residents/<uuid:resident_id>/flags": "flag",
        "POST /api/v1/residents/<uuid:resident_id>/consents": "consent",
        "POST /api/v1/residents/<uuid:resident_id>/proxies": "proxy", "POST /api/v1/visits": "visit.requested",
        "POST /api/v1/visits/start-unplanned": "visit.scheduled", "POST /api/v1/programmes": "enrolment",
        "POST /api/v1/prescriptions": "prescription", "POST /api/v1/refill-requests": "refill_request",
        "POST /api/v1/measurements": "measurement", "POST /api/v1/visits/<uuid:visit_id>/measure": "measurement",
    }  # fmt: skip
    with_own_id = {row["route"] for row in TOLD if {"id", "measurement_id"} & row["body"].keys()}
    assert with_own_id == taken.keys()
    for row in (row for row in TOLD if row["route"] in taken):
        request, who = usual(settled, row)
        field = "id" if "id" in request.body else "measurement_id"
        body = request.body | {field: settled.things[taken[row["route"]]]}
        with unchanged(settled):
            refused(settled.ask(who, request.method, request.path, body, request.headers), {409}, row, "taken")


FUTURE = (now() + timedelta(days=2)).date().isoformat()


@pytest.mark.parametrize(
    ("route", "told"),
    [
        ("POST /api/v1/residents", {"birth_on": FUTURE}),
        ("POST /api/v1/residents/<uuid:resident_id>/death", {"deceased_on": FUTURE}),
        ("POST /api/v1/residents/<uuid:resident_id>/move", {"moved_on": FUTURE}),
        ("POST /api/v1/residents/<uuid:resident_id>/conditions", {"since_on": FUTURE}),
        ("POST /api/v1/prescriptions", {"regimen_since_on": FUTURE}),
        ("POST /api/v1/visits", {"wish_on": "2199-01-01"}),
        ("POST /api/v1/day-plans", {"on": "2199-01-01"}),
    ],
)
def test_what_lies_ahead_has_not_happened(settled: Settled, route: str, told: dict[str, str]) -> None:
    row = next(row for row in TOLD if row["route"] == route)
    request, who = usual(settled, row)
    with unchanged(settled):
        answer = settled.ask(who, request.method, request.path, request.body | told, request.headers)
        refused(answer, {409, 422}, row, told)


def operation_of(settled: Settled, row: Row) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The operation in the API's document, and the parameters of its path."""
    method, rule = row["route"].split(" ")
    path = re.sub(r"<[^>]*?(\w+)>", r"{\1}", rule)
    item = settled.document["paths"].get(path, {})
    return item.get(method.lower(), {}), item.get("parameters", [])


def body_schema(settled: Settled, row: Row) -> tuple[Schema, dict[str, Schema]]:
    operation, _ = operation_of(settled, row)
    schemas = settled.document["components"]["schemas"]
    return operation["requestBody"]["content"]["application/json"]["schema"], schemas


OWN_IDS = frozenset({"id", "measurement_id", "amendment_id", "device_id"})
"""Made by whoever sends them."""


def named_ids(body: Any, schema: Schema, schemas: dict[str, Schema], path: tuple[str, ...] = ()) -> Iterator[list[str]]:
    """Where a body names something by its id."""
    for name, inner in resolved(schema, schemas).get("properties", {}).items():
        part = resolved(inner, schemas)
        item = resolved(part["items"], schemas) if "array" in types(part) else part
        if item.get("format") == "uuid" and name not in OWN_IDS and name in body:
            yield [*path, name]
        elif "properties" in item and body.get(name):
            told = body[name][0] if isinstance(body[name], list) else body[name]
            yield from named_ids(told, item, schemas, (*path, name))


def away_ids(settled: Settled, name: str) -> list[str]:
    """Ids of the other county that would fit this field, were they here."""
    fitting = {
        "resident_id": "away_elder", "clinician_id": "away_nurse", "clinician_ids": "away_nurse", "team_id": "away_team",
        "organization_id": "away_organization",
    }  # fmt: skip
    return [settled.things[fitting[name]]] if name in fitting else [settled.things["away_elder"]]


def senseless_words(name: str, schema: Schema) -> Iterator[str]:
    """Values of a query parameter that its schema refuses."""
    told = types(schema)
    if "integer" in told:
        yield from ("0", "-1", "9" * 30, "9" * 5_000, "1e3x", "")
    elif "boolean" in told:
        yield from ("perhaps", "")
    elif "enum" in schema:
        yield from ("king", "%00")
    elif schema.get("format") == "uuid":
        yield from ("x", "%00", "9" * 36)
    elif schema.get("format") == "date":
        yield from ("x", "0001-01-01", "9999-12-31", "2026-02-30", "%00")
    else:
        yield from ("%00", "x" * 30_000)
        if name == "cursor":
            yield from ("x", "%C3%A9", "AAAA", "e30", "bnVsbA", "eyJlIjoiIiwiYiI6e319")
