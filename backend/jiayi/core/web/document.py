"""Completes the OpenAPI document: every operation names every status that it can answer, each as a Problem."""

from html import escape
from typing import Any

from apispec.ext.marshmallow.common import resolve_schema_cls
from marshmallow import Schema

PROBLEM_SCHEMA = {
    "type": "object",
    "description": "RFC 9457 problem with a stable code",
    "required": ["type", "title", "status", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "stable; translated by the app"},
        "detail": {"type": "object", "description": "values that the code's text names"},
        "errors": {"type": "object", "description": "what is wrong with which field of the request"},
    },
}
_NAMES = {
    "400": "BadRequest",
    "401": "NotSignedIn",
    "403": "Forbidden",
    "404": "NotFound",
    "409": "Refused",
    "412": "Stale",
    "413": "TooLarge",
    "415": "NotJson",
    "422": "Invalid",
    "428": "IfMatchMissing",
    "429": "TooMany",
    "503": "Busy",
}
_UNUSED = ("Error", "PaginationMetadata")
"""What flask-smorest brings and nothing of ours refers to."""
_METHODS = {"get", "put", "post", "patch", "delete"}


class SchemaNames:
    """Names schemas in the document by their class; where two features use one name, the later one's says whose it is."""

    def __init__(self) -> None:
        self._owners: dict[str, type] = {}

    def __call__(self, schema: Schema | type[Schema] | str) -> str:
        found = resolve_schema_cls(schema)
        schema_class: type = found[0] if isinstance(found, list) else found
        name = schema_class.__name__.removesuffix("Schema")
        owner = self._owners.setdefault(name, schema_class)
        if owner is schema_class:
            return name
        feature = schema_class.__module__.split(".")[1]
        return feature.title().replace("_", "") + name


def complete(document: dict[str, Any], public: set[tuple[str, str]]) -> dict[str, Any]:
    """Add the problem answers and the security of each operation.

    `public` holds (method, path) of the operations that need no token.
    """
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas["Problem"] = PROBLEM_SCHEMA
    for name in _UNUSED:
        schemas.pop(name, None)
    components["responses"] = {name: _response(name) for name in _NAMES.values()}
    components["securitySchemes"] = {"access_token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in _METHODS:
                is_public = (method, path) in public
                operation["security"] = [] if is_public else [{"access_token": []}]
                _complete_operation(operation, method, has_parameter="{" in path, is_public=is_public)
    return document


def _response(name: str) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": name, "content": content}


def _complete_operation(operation: dict[str, Any], method: str, *, has_parameter: bool, is_public: bool) -> None:
    takes_etag = "412" in operation["responses"] or "428" in operation["responses"]
    statuses = {"400", "422", "429", "503"}
    statuses |= set() if is_public else {"401", "403"}
    statuses |= {"404"} if has_parameter else set()
    statuses |= set() if method == "get" else {"401", "403", "404", "409", "413", "415"}
    statuses |= {"412", "428"} if takes_etag else set()
    statuses |= _NAMES.keys() & operation["responses"].keys()
    for status in sorted(statuses):
        operation["responses"][status] = {"$ref": f"#/components/responses/{_NAMES[status]}"}


def page(completed: dict[str, Any]) -> str:
    """The document as a plain HTML page: every operation by tag, what it takes and what it answers."""
    by_tag: dict[str, list[str]] = {}
    for path, item in completed["paths"].items():
        for method, operation in item.items():
            if method in _METHODS:
                by_tag.setdefault(operation["tags"][0], []).append(_row(method, path, operation))
    about = {tag["name"]: tag.get("description", "") for tag in completed.get("tags", [])}
    sections = "".join(
        f"<h2 id={_quoted(tag)}>{escape(tag)}</h2><p>{escape(about.get(tag, ''))}</p><table><thead><tr><th>Operation</th>"
        f"<th>What it does</th><th>Takes</th><th>Answers</th></tr></thead><tbody>{''.join(rows)}</tbody></table>"
        for tag, rows in sorted(by_tag.items())
    )
    title = escape(completed["info"]["title"])
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>'
        f'<p>OpenAPI: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a></p>{sections}</body></html>'
    )


def _row(method: str, path: str, operation: dict[str, Any]) -> str:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    takes = [parameter["name"] for parameter in operation.get("parameters", ()) if parameter["in"] == "query"]
    takes += [body["$ref"].rsplit("/", 1)[1]] if "$ref" in body else []
    cells = (
        f"{method.upper()} {path}",
        operation.get("summary", ""),
        ", ".join(takes),
        ", ".join(sorted(operation["responses"])),
    )
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _quoted(text: str) -> str:
    return '"' + escape(text) + '"'
