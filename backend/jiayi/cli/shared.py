"""What several commands need: the settings, and a county to work on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from jiayi.core import settings as settings_module

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiayi.core.settings import Settings
    from jiayi.operators import Operator

COUNTY = click.IntRange(100_000, 999_999)
the_county = click.option("--county", type=COUNTY, required=True, help="the county's region code")


def read_settings() -> Settings:
    """The settings, or one line about what is wrong with them."""
    try:
        return settings_module.load()
    except settings_module.SettingsError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def operating(county: int) -> Iterator[Operator]:
    """Work on one county; a refusal is said in words."""
    from jiayi import operators
    from jiayi.core import i18n
    from jiayi.core.errors import Problem

    try:
        with operators.operating(read_settings(), county) as operator:
            yield operator
    except Problem as problem:
        raise click.ClickException(
            f"{i18n.text(i18n.message_id(problem.code), language='en')} ({problem.code})"
        ) from problem
