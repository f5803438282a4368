"""The table as a file. Who stands behind it leaves only by a request that a second person allows (requests.py)."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from jiayi.core.dates import CHINA
from jiayi.core.i18n import DEFAULT, text
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.reports.rules import COUNTED, INDICATORS
from jiayi.reports.service.access import may_read
from jiayi.reports.service.reading import Reader, Sums
from jiayi.reports.service.views import about, find, names_of, narrowed, of_key, teller
from jiayi.reports.sheets import Value, as_csv, as_xlsx
from jiayi.reports.terms import NOTHING, By, FileKind, Scope

COLUMNS = (
    "part", "name", "of", "code", "indicator", "numerator", "denominator", "percent", "untold", "source", "mark", "on",
    "counted_at",
)  # fmt: skip


def export_indicators(
    session: Session,
    actor: Actor,
    now: datetime,
    scope: Scope,
    *,
    kind: FileKind,
    by: By | None = None,
    on: date | None = None,
    language: str = DEFAULT,
) -> bytes:
    """Every indicator of a scope, and of its parts if `by` says which; one audit entry.

    Raises Forbidden, Invalid `reports.invalid.on`, Refusal `reports.refused.not_counted`.
    """
    may_read(actor)
    reader = Reader(session, now)
    day = reader.day(on)
    rows = list(_rows(session, reader, day, scope, by, language))
    head = [text(f"reports-file-{name}", language=language) for name in COLUMNS]
    detail = about(day, scope) | {"kind": kind.value, "by": by.value if by else "", "count": len(rows)}
    audit(session, actor, now, "reports.export", detail=detail)
    if kind is FileKind.CSV:
        return as_csv(head, rows)
    return as_xlsx(text("reports-indicators", language=language), head, rows)


def refuse_people(session: Session, actor: Actor, now: datetime, code: str, detail: dict[str, Any]) -> None:
    """Note that somebody wanted the people behind a number as a file. Raises NotFound."""
    may_read(actor)
    find(code)
    audit(session, actor, now, "reports.export_people_refused", detail={"code": code} | detail)


def _rows(
    session: Session, reader: Reader, day: date, scope: Scope, by: By | None, language: str
) -> Iterator[list[Value]]:
    told = teller(session, reader)
    counted_at = reader.as_of(day).counted_at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    parts: list[tuple[str, str, str, Scope, Sums]] = [("total", "", "", scope, reader.totals(day, COUNTED, scope))]
    if by is not None:
        names = names_of(reader, by)
        parts += [
            (by.value, names.get(key, str(key)), of_key(reader, by, key) or "", narrowed(scope, by, key), sums)
            for key, sums in reader.sums(day, COUNTED, scope, by).items()
            if key
        ]
    for part, name, of, where, sums in parts:
        for one in INDICATORS:
            body = told.body(one, sums.get(one.code, NOTHING), where)
            untold = body["untold"]
            yield [
                text(f"reports-file-part_{part}", language=language), name, of, one.code,
                text(f"reports-indicator-{one.code}", language=language), body["numerator"], body["denominator"],
                body["percent"], text(f"reports-untold-{untold.value}", language=language) if untold else None, one.source,
                one.mark, day.isoformat(), counted_at,
            ]  # fmt: skip
