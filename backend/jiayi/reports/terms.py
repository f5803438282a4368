"""Words of reports."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with what it is made of. Of nobody it is nothing: None, never 0 and never 100. Source: domain rules §1.9."""

    numerator: int
    denominator: int

    @property
    def percent(self) -> float | None:
        """To one decimal, half up."""
        if self.denominator == 0:
            return None
        exact = Decimal(self.numerator * 100) / Decimal(self.denominator)
        return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of one team, one village, or all together, on one day."""

    residents_count: int
    signed_count: int
    key_group_count: int
    key_group_signed_count: int
    due_count: int
    fulfilled_count: int
    unserved_count: int
    managed_count: int
    controlled_count: int
    visits_month_count: int
    visits_count: int
    visits_confirmed_count: int
    run_out_count: int
    renewed_count: int

    @property
    def signed(self) -> Rate:
        return Rate(self.signed_count, self.residents_count)

    @property
    def key_group_signed(self) -> Rate:
        return Rate(self.key_group_signed_count, self.key_group_count)

    @property
    def fulfilled(self) -> Rate:
        """Of the signed to whom something was owed this year until now, those who got all of it."""
        return Rate(self.fulfilled_count, self.due_count)

    @property
    def visits_confirmed(self) -> Rate:
        return Rate(self.visits_confirmed_count, self.visits_count)

    @property
    def controlled(self) -> Rate:
        """Of those followed up for hypertension this year, those in target last time; who was lost is not."""
        return Rate(self.controlled_count, self.managed_count)

    @property
    def renewed(self) -> Rate:
        """Of the contracts that ran out this year, those that another one follows."""
        return Rate(self.renewed_count, self.run_out_count)
