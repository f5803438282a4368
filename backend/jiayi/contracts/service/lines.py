"""The lines of a contract's text: what the packages are called and cost, what each service is, what both agree.

They are written down when the team accepts, so that what is printed years later is what was signed: prices change, items
are renamed, and the wording of the clauses is of its template.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jiayi.catalogue import service as catalogue
from jiayi.catalogue.terms import Package, PriceBasis
from jiayi.contracts.service.access import terms_on
from jiayi.contracts.terms import Quotas
from jiayi.core import i18n

CLAUSES = 10


def packages(held: Iterable[Package]) -> list[dict[str, Any]]:
    return [
        {
            "code": one.code,
            "version": one.version,
            "name": one.name,
            "total_fen": one.total_fen,
            "is_example_price": one.is_example_price,
        }
        for one in held
    ]


def services(session: Session, quotas: Quotas) -> list[dict[str, Any]]:
    """Each item with its count a year and what one costs apart; without a price it is posted elsewhere."""
    lines = []
    for code, quota in quotas.items():
        item = catalogue.item(session, code)
        has_price = item.price_basis is not PriceBasis.PRICE_LIST and item.price_fen is not None
        lines.append(
            {
                "item_code": code,
                "quota": quota,
                "name": item.name,
                "price_fen": item.price_fen if has_price else None,
                "is_example_price": item.is_example_price,
            }
        )
    return lines


def clauses(session: Session, on: date, names: Mapping[str, str]) -> list[str]:
    """What both agree, in the words of the template, with the numbers in force that day."""
    terms = terms_on(session, on)
    values: dict[str, str | int] = {
        **names,
        "cooling_off_days": terms.cooling_off_days,
        "notice_days": terms.institution_notice_days,
    }
    return [i18n.text(f"paper-clause-{number}", values) for number in range(1, CLAUSES + 1)]
