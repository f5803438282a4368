"""Turn what a YAML file holds into frozen dataclasses, strictly, with an error a person can act on.

Strict means: no key unknown, none missing, no number written as text, no true for 1. The error names the file and the
key (`geofence.yaml: values.radius_metres: expected a whole number, found '200'`).
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import yaml

T = TypeVar("T")

NAMES: dict[type, str] = {
    bool: "true or false",
    date: "a date like 2026-01-31",
    float: "a number",
    int: "a whole number",
    str: "text",
    time: "a quoted time like '08:00'",
}


class ShapeError(ValueError):
    """A file does not have the shape it should have; the message names the file and the key."""


class _NoDuplicates(yaml.SafeLoader):
    """YAML keeps the last of two equal keys without a word; here the second is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                message = f"line {key_node.start_mark.line + 1}: {key!r} stands twice"
                raise ShapeError(message)
            seen.add(key)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path) -> object:
    """Read one YAML file; raises ShapeError naming the file when it cannot be read as YAML."""
    try:
        return cast("object", yaml.load(path.read_text("utf-8"), _NoDuplicates))  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ShapeError) as error:
        message = f"{path.name}: {error}"
        raise ShapeError(message) from error


def read(path: Path, shape: type[T]) -> T:
    """Read one YAML file into `shape`; raises ShapeError naming file and key."""
    return build(shape, read_yaml(path), path.name)


def build(shape: type[T], value: object, where: str) -> T:
    """Build `shape` (a dataclass, tuple, mapping, enum, date, time, number, text) from plain data found at `where`."""
    return cast("T", _build(shape, value, where))


def _build(shape: Any, value: object, where: str) -> object:
    origin = get_origin(shape)
    if origin in {Union, types.UnionType}:
        return None if value is None else _build(_without_none(shape), value, where)
    if origin is tuple:
        return _build_tuple(get_args(shape)[0], value, where)
    if origin is frozenset:
        return frozenset(_build_tuple(get_args(shape)[0], value, where))
    if origin is Mapping:
        return _build_mapping(get_args(shape), value, where)
    if is_dataclass(shape):
        return _build_dataclass(cast("type", shape), value, where)
    return _build_plain(shape, value, where)


def _without_none(shape: Any) -> Any:
    (inner,) = (arm for arm in get_args(shape) if arm is not types.NoneType)
    return inner


def _build_tuple(inner: Any, value: object, where: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise _unexpected(where, "a list", value)
    return tuple(_build(inner, item, f"{where}[{n}]") for n, item in enumerate(value))


def _build_mapping(inner: tuple[Any, ...], value: object, where: str) -> Mapping[object, object]:
    if not isinstance(value, dict):
        raise _unexpected(where, "a mapping", value)
    key_shape, item_shape = inner
    built = {_build(key_shape, k, where): _build(item_shape, v, _key(where, k)) for k, v in value.items()}
    return types.MappingProxyType(built)


def _build_dataclass(shape: type[Any], value: object, where: str) -> object:
    if not isinstance(value, dict):
        raise _unexpected(where, "a mapping", value)
    hints = get_type_hints(shape)
    known = {field.name: field for field in fields(shape)}
    for key in value:
        if key not in known:
            raise ShapeError(f"{_key(where, key)}: unknown key; known are {', '.join(known)}")
    for name, field in known.items():
        if name not in value and field.default is MISSING and field.default_factory is MISSING:
            raise ShapeError(f"{_key(where, name)}: is missing")
    arguments = {name: _build(hints[name], item, _key(where, name)) for name, item in value.items()}
    try:
        return shape(**arguments)
    except ShapeError:
        raise
    except ValueError as error:  # a dataclass's own check of how its values go together
        raise ShapeError(f"{where}: {error}") from error


def _build_plain(shape: Any, value: object, where: str) -> object:
    if shape is object:
        return value
    if issubclass(shape, Enum):
        return _build_member(shape, value, where)
    if shape in {date, time} and isinstance(value, str):
        return _build_iso(shape, value, where)
    if shape is float and type(value) is int:
        return float(value)
    if type(value) is not shape:
        raise _unexpected(where, NAMES[shape], value)
    return value


def _build_member(shape: type[Enum], value: object, where: str) -> Enum:
    try:
        return shape(value)
    except ValueError:
        raise _unexpected(where, f"one of {', '.join(str(member.value) for member in shape)}", value) from None


def _build_iso(shape: type[date] | type[time], value: str, where: str) -> date | time:
    try:
        return shape.fromisoformat(value)
    except ValueError:
        raise _unexpected(where, NAMES[shape], value) from None


def _key(where: str, key: object) -> str:
    return f"{where}: {key}" if where.endswith((".yaml", ".yml")) else f"{where}.{key}"


def _unexpected(where: str, expected: str, found: object) -> ShapeError:
    return ShapeError(f"{where}: expected {expected}, found {found!r}")
