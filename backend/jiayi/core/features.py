"""Finds the parts of the features: a feature is a package of `jiayi` with the same few file names as all the others."""

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import jiayi

NO_FEATURES = frozenset({"migrations", "demo", "bench"})


def parts(name: str) -> Iterator[ModuleType]:
    """The module of this name in every feature that has one, by the feature's name."""
    for found in sorted(pkgutil.iter_modules(jiayi.__path__), key=lambda module: module.name):
        path = f"jiayi.{found.name}.{name}"
        if found.ispkg and found.name not in NO_FEATURES and importlib.util.find_spec(path) is not None:
            yield importlib.import_module(path)


def load_models() -> None:
    """Import every mapped class, so that the metadata is whole."""
    for _ in parts("models"):
        pass
    importlib.import_module("jiayi.core.audit")
