"""Texts, from the same Fluent files that the app reads.

Numbers and dates are passed as strings made by our own helpers, because the two Fluent runtimes format them
differently. No isolation marks: they would show in SMS and print.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from jiayi.core import resources

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("zh-CN", "en")
DEFAULT = LANGUAGES[0]


class MissingTextError(KeyError):
    """No such message in this language."""


def text(message_id: str, values: Mapping[str, str | int] | None = None, language: str = DEFAULT) -> str:
    """The message in this language. Raises MissingTextError: a missing text is a bug, found by `make check`."""
    bundle = _bundle(language)
    if not bundle.has_message(message_id):
        raise MissingTextError(message_id)
    pattern = bundle.get_message(message_id).value
    if pattern is None:
        raise MissingTextError(message_id)
    arguments = {key: str(value) for key, value in (values or {}).items()}
    rendered, errors = bundle.format_pattern(pattern, arguments)
    if errors:
        raise MissingTextError(f"{message_id}: {errors}")
    return str(rendered)


def message_id(code: str) -> str:
    """`visits.refused.wrong_status` → `visits-refused-wrong_status`."""
    return code.replace(".", "-")


@cache
def _bundle(language: str) -> "FluentBundle":
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((resources.locales() / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
