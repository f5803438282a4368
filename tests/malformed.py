"""What no client of ours would send: values that break a schema, made from the schema itself."""

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import uuid4

Schema = dict[str, Any]
LONG = "长" * 350_000
"""More than a megabyte."""
FAR = 10**30


class Bad(NamedTuple):
    """One thing that is wrong, and where."""

    where: str
    value: Any


def resolved(schema: Schema, schemas: dict[str, Schema]) -> Schema:
    """The schema itself, where it only refers to one."""
    options: list[Schema] = schema.get("allOf") or schema.get("anyOf") or [schema]
    name = options[0].get("$ref")
    return options[0] if name is None else resolved(schemas[name.rpartition("/")[2]], schemas)


def types(schema: Schema) -> set[str]:
    told = schema.get("type", [])
    return {told} if isinstance(told, str) else set(told)


def bad_values(schema: Schema, schemas: dict[str, Schema]) -> Iterator[Any]:
    """Values that this schema must refuse."""
    if not _is_nullable(schema):
        yield None
    schema = resolved(schema, schemas)
    told = types(schema)
    yield {"$": 1} if "object" not in told else 7
    if "enum" in schema:
        yield from ("king", "", "\x00")
    elif "string" in told:
        yield from _bad_texts(schema.get("format"))
    if told & {"integer", "number"}:
        yield from ("7", True, FAR, -FAR, float("inf"), [1])
    if "integer" in told:
        yield from (1.5, 2**63)
    if "boolean" in told:
        yield from ("perhaps", 7, [])
    if "array" in told:
        yield "one"
        if "maxItems" in schema:
            yield [sample(schema["items"], schemas) for _ in range(schema["maxItems"] + 1)]


def _is_nullable(schema: Schema) -> bool:
    options = [schema, *schema.get("anyOf", ()), *schema.get("oneOf", ())]
    return any("null" in types(one) or None in one.get("enum", ()) for one in options)


def _bad_texts(kind: str | None) -> Iterator[Any]:
    yield from ("\x00", "\ud800", LONG, 7)
    if kind == "uuid":
        yield from ("not-an-id", "0" * 31, 10**40)
    if kind == "date":
        yield from ("0001-01-01", "9999-12-31", "2026-02-30", "2026-11-24T08:00:00Z", 20261124)
    if kind == "date-time":
        yield from ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z", "25:00", 1_795_000_000)


def bad_bodies(body: Any, schema: Schema, schemas: dict[str, Schema]) -> Iterator[tuple[Bad, Any]]:
    """Copies of a good body, each with one thing wrong."""
    yield from ((Bad("body", value), value) for value in ([], "text", 7, [body]))
    yield Bad("more", 1), body | {"more": 1}
    yield from _spoiled(body, schema, schemas, "")


def _spoiled(body: Any, schema: Schema, schemas: dict[str, Schema], path: str) -> Iterator[tuple[Bad, Any]]:
    schema = resolved(schema, schemas)
    for name in schema.get("required", ()):
        yield Bad(f"{path}{name}", "(missing)"), {key: value for key, value in body.items() if key != name}
    for name, inner in schema.get("properties", {}).items():
        for value in bad_values(inner, schemas):
            yield Bad(f"{path}{name}", value), body | {name: value}
        part = resolved(inner, schemas)
        if "properties" in part:
            whole = body.get(name) or sample(inner, schemas)
            for bad, spoiled in _spoiled(whole, inner, schemas, f"{path}{name}."):
                yield bad, body | {name: spoiled}
        if "array" in types(part):
            yield from _spoiled_items(body, name, part["items"], schemas, f"{path}{name}[]")


def _spoiled_items(
    body: Any, name: str, items: Schema, schemas: dict[str, Schema], path: str
) -> Iterator[tuple[Bad, Any]]:
    for value in bad_values(items, schemas):
        yield Bad(path, value), body | {name: [value]}
    if "properties" in resolved(items, schemas):
        whole = (body.get(name) or [sample(items, schemas)])[0]
        for bad, spoiled in _spoiled(whole, items, schemas, f"{path}."):
            yield bad, body | {name: [spoiled]}


def sample(schema: Schema, schemas: dict[str, Schema]) -> Any:
    """Something that the schema takes."""
    schema = resolved(schema, schemas)
    told = types(schema)
    if "enum" in schema:
        return schema["enum"][0]
    if "object" in told:
        required = set(schema.get("required", ()))
        return {name: sample(one, schemas) for name, one in schema.get("properties", {}).items() if name in required}
    if "array" in told:
        return [sample(schema["items"], schemas) for _ in range(schema.get("minItems", 0))]
    if told & {"integer", "number"}:
        return schema.get("minimum", 1)
    if "boolean" in told:
        return True
    return {"uuid": str(uuid4()), "date": "2026-11-24", "date-time": "2026-11-24T01:00:00Z"}.get(
        schema.get("format", ""), "x"
    )


def replaced(body: Any, path: list[str], value: Any) -> Any:
    """A copy of the body with another value at this place; a list on the way is entered at its first item."""
    body = copy.deepcopy(body)
    inner = body
    for name in path[:-1]:
        inner = inner[name]
        inner = inner[0] if isinstance(inner, list) else inner
    inner[path[-1]] = [value] if isinstance(inner[path[-1]], list) else value
    return body
