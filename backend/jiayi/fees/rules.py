"""What a visit costs and who pays it; what a contract month earns.

Pure. Source: domain rules §1.5, §2.1, §6.4. What a visit costs is shared with the phone (tests/tables/visit_prices.json).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from jiayi.contracts.fees import split_fee
from jiayi.contracts.terms import Payer
from jiayi.core.dates import DAY, add_months, anniversary
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.fees.tables import VisitPrices
from jiayi.fees.terms import (
    NOTHING,
    WHOLE,
    Asked,
    Charge,
    ChargeKind,
    ContractMonth,
    Covers,
    Earned,
    Held,
    ItemDue,
    Lines,
    Quality,
    Source,
)

YEAR_MONTHS = 12
LONGEST = 200 * YEAR_MONTHS


def share_of(fen: int, share_bp: int) -> int:
    """A share of an amount, half up to the fen."""
    return (fen * share_bp * 2 + WHOLE) // (WHOLE * 2)


def charges(services: Sequence[Asked], table: VisitPrices, materials_fen: int = 0) -> tuple[Charge, ...]:
    """What a visit costs: each service, the way there once, materials.

    The way is charged where a service is that costs something: what is free for everybody stays free. It belongs to the
    package where the team would have come for one of its services anyway.
    """
    lines = [
        Charge(ChargeKind.ITEM, one.price_fen or 0, one.is_covered, one.item_code, is_elsewhere=one.price_fen is None)
        for one in services
    ]
    if any(line.amount_fen for line in lines):
        is_covered = table.package_covers_home_visit and any(line.is_covered for line in lines)
        lines.append(Charge(ChargeKind.HOME_VISIT, table.home_visit_fee_fen, is_covered))
    if materials_fen:
        lines.append(Charge(ChargeKind.MATERIALS, materials_fen))
    return tuple(lines)


def pay(lines: Sequence[Charge], covers: Covers) -> Mapping[Source, int]:
    """Who pays how much: each in turn takes what it may of what is left, the resident what nobody took.

    The sum is the price, nobody pays less than nothing. Raises ValueError for negative amounts.
    """
    left = sum(line.amount_fen for line in lines)
    voucher = covers.voucher
    limits = (covers.insurance_fen, covers.ltc_fen, 0 if voucher is None else voucher.left_fen)
    if min(0, *limits, *(line.amount_fen for line in lines)) < 0:
        raise ValueError("no amount of a payment is negative")
    paid: dict[Source, int] = {}
    for source in Source:
        paid[source] = min(left, _most(source, left, lines, covers))
        left -= paid[source]
    return paid


def _most(source: Source, left: int, lines: Sequence[Charge], covers: Covers) -> int:
    match source:
        case Source.INSURANCE:
            return covers.insurance_fen
        case Source.LTC:
            return covers.ltc_fen
        case Source.VOUCHER:
            voucher = covers.voucher
            return 0 if voucher is None else min(share_of(left, voucher.share_bp), voucher.left_fen)
        case Source.PACKAGE:
            return sum(line.amount_fen for line in lines if line.is_covered)
        case Source.RESIDENT:
            return left


def may_note_payment(
    owed_fen: int, paid_on: date, done_on: date, today: date, last_booked_on: date | None, *, is_paid: bool
) -> Answer:
    """A payment is noted once, of the day on which it came; months that are booked take nothing more."""
    if is_paid:
        return Refused("fees.refused.is_paid")
    if owed_fen <= 0:
        return Refused("fees.refused.nothing_owed")
    if not done_on <= paid_on <= today:
        return Refused("fees.refused.paid_when", {"done": done_on.isoformat()})
    return _in_open_month(paid_on, last_booked_on)


def may_undo_payment(paid_on: date | None, last_booked_on: date | None) -> Answer:
    """What was noted may be taken back until its month is booked."""
    if paid_on is None:
        return Refused("fees.refused.not_paid")
    return _in_open_month(paid_on, last_booked_on)


def _in_open_month(day: date, last_booked_on: date | None) -> Answer:
    if last_booked_on is not None and day.replace(day=1) <= last_booked_on:
        return Refused("fees.refused.payment_closed", {"month": day.replace(day=1).isoformat()})
    return Allowed()


# ------------------------------------------------------------ the team's fee


def contract_months(starts_on: date, ends_on: date, since_on: date = date.min) -> Iterator[ContractMonth]:
    """The months of a contract, by its own days, that end on `since_on` or later; only those that it lasts to the end of.

    Each year has twelve.
    """
    # One before the month of `since_on` may still end in it.
    passed = max(0, (since_on.year - starts_on.year) * YEAR_MONTHS + since_on.month - starts_on.month - 1)
    for months in range(passed, LONGEST):
        years, number = divmod(months, YEAR_MONTHS)
        first = anniversary(starts_on, years)
        after = add_months(first, number + 1) if number + 1 < YEAR_MONTHS else anniversary(starts_on, years + 1)
        ends = after - DAY
        if ends > ends_on:
            return
        if ends >= since_on:
            yield ContractMonth(number, add_months(first, number), ends, first)


def month_part(yearly_fen: int, number: int) -> int:
    """A twelfth of a yearly amount; the twelve of a year sum to it exactly."""
    return yearly_fen * (number + 1) // YEAR_MONTHS - yearly_fen * number // YEAR_MONTHS


def quality(items: Sequence[ItemDue]) -> Quality:
    """What was done of what was due by then this contract year. Where nothing was due yet, nothing is missing."""
    due = sum(one.due for one in items)
    done = sum(min(one.due, one.done) for one in items)
    missing = tuple(one for one in items if one.done < one.due)
    return Quality(WHOLE if due == 0 else (done * WHOLE * 2 + due) // (due * 2), due, done, missing)


def due_by(quota: int, first_on: date, last_on: date, day: date) -> int:
    """How many of a year's services are due by the end of a day: the year is cut into as many even parts."""
    days = (last_on - first_on).days + 1
    gone = (min(day, last_on) - first_on).days + 1
    return max(0, min(quota, (quota * (gone + 1) - 1) // days)) if gone > 0 else 0


def earned(month: ContractMonth, yearly: Lines, found: Quality, *, is_rested: bool = False) -> Earned:
    """What a contract month earns: a twelfth of the fee, by the quality factor, on every payer's line as §1.5 rounds it."""
    parts = {payer: month_part(fen, month.number) for payer, fen in yearly.items()}
    base = sum(parts.values())
    if base == 0 or is_rested:
        return Earned(base, found, NOTHING, "rested" if is_rested else None)
    shares = {Payer(payer): fen for payer, fen in parts.items()}
    lines = split_fee(share_of(base, found.factor_bp), shares, whole=base)
    return Earned(base, found, {payer.value: fen for payer, fen in lines.items()})


def held_on(history: Sequence[Held], day: date) -> Held:
    """The packages that a contract held on a day; the last entry is what it holds now."""
    return next((one for one in history if one.until_on is not None and day <= one.until_on), history[-1])


def difference(wanted: Lines, booked: Lines) -> dict[str, int]:
    """What has to be added to the books, by payer, so that they say what is wanted."""
    every = dict.fromkeys((*wanted, *booked))
    return {payer: wanted.get(payer, 0) - booked.get(payer, 0) for payer in every}


def team_share(accrued_fen: int, share_bp: int) -> int:
    """What goes to those who serve: never a fen less than the share."""
    return -(-accrued_fen * share_bp // WHOLE)


def may_book(month_on: date, today: date, last_booked_on: date | None) -> Answer:
    """A month is booked when it is over, and no more once a later one is: what is found afterwards is corrected there."""
    if add_months(month_on, 1) > today:
        return Refused("fees.refused.month_open", {"month": month_on.isoformat()})
    if last_booked_on is not None and last_booked_on > month_on:
        return Refused("fees.refused.month_closed", {"month": month_on.isoformat()})
    return Allowed()
