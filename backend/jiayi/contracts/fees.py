"""Who pays how much of a fee, exact to the fen. Source: domain rules §1.5."""

from collections.abc import Mapping

from jiayi.contracts.terms import Payer

WHOLE = 10_000
"""Shares are parts of ten thousand (basis points)."""


def split_fee(total_fen: int, shares: Mapping[Payer, int], whole: int = WHOLE) -> Mapping[Payer, int]:
    """Split a fee by shares of a whole (basis points if not said); the resident takes the remainder, never below nothing.

    Each other payer's line is rounded half up. Where that takes more than the whole, the last line that was rounded up
    is cut. Raises ValueError for a negative fee or share, or shares beyond the whole.
    """
    others: dict[Payer, int] = {payer: share for payer, share in shares.items() if payer is not Payer.RESIDENT}
    if total_fen < 0 or whole <= 0 or any(share < 0 for share in others.values()) or sum(others.values()) > whole:
        raise ValueError("a fee and its shares are not negative, and the shares not more than the whole")
    lines: dict[Payer, int] = {payer: (total_fen * share * 2 + whole) // (whole * 2) for payer, share in others.items()}
    for payer in reversed(list(lines)):
        if sum(lines.values()) <= total_fen:
            break
        if lines[payer] * whole > total_fen * others[payer]:
            lines[payer] -= 1
    return {**lines, Payer.RESIDENT: total_fen - sum(lines.values())}
