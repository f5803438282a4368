"""What other packages in the middle of a contract year mean for counts and money.

Pure. Source: domain rules §1.3.2: what was done already counts against the new quota of the same item; what was bought
and can no longer be had is given back, count × unit price, and never more than the resident paid.
"""

from collections.abc import Iterable, Mapping

from jiayi.contracts.terms import Given, Quotas, RefundLine


def quotas_after(given: Iterable[str], new: Quotas) -> Quotas:
    """What every item that was ever given in that year gives from now on; what is not in the new packages gives none."""
    return {code: new.get(code, 0) for code in sorted({*given, *new})}


def refund_lines(given: Iterable[Given], new: Quotas, paid_fen: int) -> tuple[RefundLine, ...]:
    """What is paid back, by item; together at most `paid_fen`, the resident's share of this contract year.

    Counted are those that the old packages gave and the new ones do not, less what was done or is set aside.
    """
    lines: list[RefundLine] = []
    left_fen = paid_fen
    for one in sorted(given, key=lambda each: each.item_code):
        unused = _lost(one, new)
        amount = min(unused * one.unit_fen, left_fen)
        if amount > 0:
            lines.append(RefundLine(one.item_code, unused, one.unit_fen, amount))
            left_fen -= amount
    return tuple(lines)


def _lost(one: Given, new: Mapping[str, int | None]) -> int:
    after = new.get(one.item_code, 0)
    if one.quota is None or after is None:
        return 0
    return max(0, one.quota - max(after, one.used_count))
