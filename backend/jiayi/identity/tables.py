"""The rule tables that identity reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Otp:
    """One-time codes. Source: domain §12.5."""

    code_digits: int
    valid_minutes: int
    valid_minutes_elder: int
    elder_age: int
    resend_seconds: int
    max_per_hour: int
    max_per_day: int
    max_tries: int


@dataclass(frozen=True, slots=True)
class Lockout:
    """Failed sign-ins. Source: domain §10.4."""

    max_failures: int
    lock_minutes: int


RULE_TABLES: dict[str, type] = {"otp": Otp, "lockout": Lockout}
