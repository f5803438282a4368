"""Finds what travels with the code: seed data, texts and the built app.

In the wheel they lie in `jiayi/_resources`; in a checkout at the repository's root. Nobody else looks for them.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_IN_WHEEL = _PACKAGE / "_resources"
_ROOT = _PACKAGE.parent.parent


def seed() -> Path:
    """The folder with the catalogue, the rule tables, the codes and the demo county."""
    return _find("seed", "seed")


def locales() -> Path:
    """The folder with one folder of Fluent files per language."""
    return _find("locales", "locales")


def pwa() -> Path:
    """The folder with the built app."""
    return _find("pwa", "pwa/dist")


def _find(in_wheel: str, in_checkout: str) -> Path:
    packaged = _IN_WHEEL / in_wheel
    return packaged if packaged.is_dir() else _ROOT / in_checkout
