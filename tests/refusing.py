"""Being refused: a problem with a stable code that has its texts, and no row changed."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import text

from jiayi.core import i18n
from jiayi.core.db import Base
from tests.phone import Answer
from tests.settled import Settled

REFUSED = frozenset({400, 401, 403, 404, 409, 412, 413, 415, 422, 428})
SENSELESS = frozenset({400, 422})
UNREADABLE = frozenset({"audit_entries", "audit_seals"})
"""To the application."""


@contextmanager
def unchanged(settled: Settled) -> Iterator[None]:
    """Whatever is asked inside changes no row."""
    with settled.undone():
        before = fingerprint(settled)
        yield
        assert fingerprint(settled) == before


def fingerprint(settled: Settled) -> dict[str, tuple[int, int]]:
    """Of each table: how many rows, and what is in them."""
    names = [name for name in Base.metadata.tables if name not in UNREADABLE]
    counted = " union all ".join(
        f"select '{name}', count(*), coalesce(sum(hashtext(t::text)::bigint), 0) from {name} t" for name in names
    )
    with settled.runtime.sessions.county(settled.world.county_id) as session:
        return {name: (count, content) for name, count, content in session.execute(text(counted))}


def refused(answer: Answer, statuses: Collection[int], row: Any, bad: Any) -> None:
    """The answer to `bad`, sent as in this row, is a problem of one of these statuses."""
    told = f"{row['route'] if isinstance(row, dict) else row} took {str(bad)[:200]}"
    assert answer.status_code in statuses, f"{told}: {answer.status_code} {answer.get_data(as_text=True)[:300]}"
    assert_told(answer)
    assert len(answer.get_data()) < 20_000, told


def assert_told(answer: Answer) -> None:
    """A problem with a stable code, that has a text in every language, and all that the text names."""
    assert answer.content_type == "application/problem+json", answer.get_data(as_text=True)
    problem = answer.json
    assert problem["status"] == answer.status_code
    for language in i18n.LANGUAGES:
        assert i18n.text(i18n.message_id(problem["code"]), problem.get("detail"), language)
