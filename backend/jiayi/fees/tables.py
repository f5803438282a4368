"""Shapes of the rule tables of money."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiayi.fees.terms import WHOLE


@dataclass(frozen=True, slots=True)
class VisitPrices:
    """What coming to the home costs, beside the services: an example until the centre has set its own."""

    home_visit_fee_fen: int
    is_example_price: bool
    package_covers_home_visit: bool

    def __post_init__(self) -> None:
        if self.home_visit_fee_fen < 0:
            raise ValueError("home_visit_fee_fen is negative")


@dataclass(frozen=True, slots=True)
class CareVoucher:
    """The elder-care voucher: its share of eligible spending, the month's cap, from which level of ability on."""

    share_bp: int
    share_bp_min: int
    share_bp_max: int
    month_cap_fen: int
    ability_level_from: int

    def __post_init__(self) -> None:
        if not 0 <= self.share_bp_min <= self.share_bp <= self.share_bp_max <= WHOLE:
            raise ValueError("share_bp lies outside its bounds")


@dataclass(frozen=True, slots=True)
class FeeAccrual:
    """How a contract's yearly fee is released: so many months back a mistake is put right."""

    team_share_bp_min: int
    correction_months: int


RULE_TABLES: Mapping[str, type] = {
    "visit_prices": VisitPrices,
    "care_voucher": CareVoucher,
    "fee_accrual": FeeAccrual,
}
