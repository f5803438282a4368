"""The OpenAPI document says everything that a client needs to know, and nothing that is not so."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import orjson
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from jiayi import document as building

METHODS = frozenset({"get", "put", "post", "patch", "delete"})
ANY_SHAPE = {
    "Document.body",  # a document's shape depends on its kind, and the app's kinds.ts says each
    "Finding.detail",  # by its code
    "Command.payload",  # checked against its kind when the command runs
    "Problem.detail",
    "Problem.errors",
    "Result.detail",
    "Stopped.detail",
}
"""Objects that may hold anything."""


class Operation(NamedTuple):
    name: str
    told: dict[str, Any]
    parameters: list[dict[str, Any]]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    built: dict[str, Any] = orjson.loads(building.build())
    return built


@pytest.fixture
def operations(document: dict[str, Any]) -> list[Operation]:
    return [
        Operation(f"{method.upper()} {path}", told, told.get("parameters", []) + item.get("parameters", []))
        for path, item in document["paths"].items()
        for method, told in item.items()
        if method in METHODS
    ]


def test_it_is_a_valid_document_of_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    assert [str(error) for error in OpenAPIV31SpecValidator(document).iter_errors()] == []


def test_every_operation_says_in_a_sentence_what_it_does(operations: list[Operation]) -> None:
    assert [one.name for one in operations if not one.told.get("summary", "").endswith(".")] == []


def test_every_operation_has_one_good_answer_of_a_known_shape(operations: list[Operation]) -> None:
    good = {one.name: [status for status in one.told["responses"] if status.startswith("2")] for one in operations}
    assert {name: statuses for name, statuses in good.items() if len(statuses) != 1} == {}
    shapeless = [
        one.name
        for one in operations
        if good[one.name] != ["204"]
        and not all("schema" in told for told in one.told["responses"][good[one.name][0]]["content"].values())
    ]
    assert shapeless == []


def test_every_other_answer_is_a_problem_of_a_named_status(operations: list[Operation]) -> None:
    others = [
        (one.name, status, told)
        for one in operations
        for status, told in one.told["responses"].items()
        if not status.startswith("2")
    ]
    assert others
    assert [(name, status) for name, status, _ in others if not re.fullmatch(r"4\d\d|503", status)] == []
    assert [(name, status) for name, status, told in others if "#/components/responses/" not in told["$ref"]] == []


def test_every_parameter_of_a_path_is_explained(document: dict[str, Any], operations: list[Operation]) -> None:
    named = {one.name: set(re.findall(r"{(\w+)}", one.name)) for one in operations}
    explained = {one.name: {p["name"] for p in one.parameters if p["in"] == "path"} for one in operations}
    assert named == explained
    assert any(named.values())


def test_who_needs_a_token_is_said(operations: list[Operation]) -> None:
    needless = {one.name for one in operations if one.told["security"] == []}
    assert needless == {
        "POST /api/v1/auth/otp",
        "POST /api/v1/auth/token",
        "POST /api/v1/auth/authenticator",
        "POST /api/v1/auth/authenticator/confirm",
        "POST /api/v1/auth/refresh",
        "POST /api/v1/auth/logout",
    }
    assert all(one.told["security"] == [{"access_token": []}] for one in operations if one.name not in needless)


def test_no_object_is_of_any_shape_but_those_that_must_be(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    anything = {where for name, schema in schemas.items() for where, part in parts(name, schema) if is_anything(part)}
    assert anything == ANY_SHAPE


def test_what_comes_in_is_bounded_and_knows_no_other_fields(
    document: dict[str, Any], operations: list[Operation]
) -> None:
    """Each text has a longest, each number a largest, each list a longest: nothing grows without end."""
    schemas = document["components"]["schemas"]
    incoming = {
        name for one in operations if "requestBody" in one.told for name in referred(one.told["requestBody"], schemas)
    }
    assert len(incoming) > len(operations) / 4
    found = [where for name in incoming for where, part in parts(name, schemas[name]) if is_endless(part)]
    found += [f"{one.name} {p['name']}" for one in operations for p in one.parameters if is_endless(p["schema"])]
    open_ended = [name for name in incoming if schemas[name].get("additionalProperties") is not False]
    assert (found, open_ended) == ([], [])


def test_no_schema_lies_about_unused(document: dict[str, Any], operations: list[Operation]) -> None:
    schemas = document["components"]["schemas"]
    used = {name for one in operations for name in referred(one.told, schemas)}
    assert set(schemas) - used == {"Problem"}  # the shared answers refer to it


def parts(where: str, schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A schema and what it is made of, each with its place (`Visit.services[]`)."""
    yield where, schema
    for name, inner in schema.get("properties", {}).items():
        yield from parts(f"{where}.{name}", inner)
    if isinstance(schema.get("items"), dict):
        yield from parts(f"{where}[]", schema["items"])
    if schema.get("additionalProperties"):
        yield from parts(f"{where}{{}}", schema["additionalProperties"])


def is_anything(schema: dict[str, Any]) -> bool:
    is_named = {"properties", "$ref", "allOf", "anyOf", "oneOf"} & schema.keys()
    return "object" in types(schema) and not is_named and not schema.get("additionalProperties")


def is_endless(schema: dict[str, Any]) -> bool:
    told = types(schema)
    if "enum" in schema:
        return False
    is_endless_text = "string" in told and not {"maxLength", "format"} & schema.keys()
    is_endless_number = bool({"integer", "number"} & told) and not {"maximum", "exclusiveMaximum"} & schema.keys()
    return is_endless_text or is_endless_number or ("array" in told and "maxItems" not in schema)


def types(schema: dict[str, Any]) -> set[str]:
    told = schema.get("type", [])
    return {told} if isinstance(told, str) else set(told)


def referred(part: Any, schemas: dict[str, Any], found: set[str] | None = None) -> set[str]:
    """The names of the schemas that this refers to, and those refer to."""
    found = set() if found is None else found
    if isinstance(part, dict):
        name = str(part.get("$ref", "")).rpartition("/")[2]
        if name in schemas and name not in found:
            found.add(name)
            referred(schemas[name], schemas, found)
        for inner in part.values():
            referred(inner, schemas, found)
    elif isinstance(part, list):
        for inner in part:
            referred(inner, schemas, found)
    return found
