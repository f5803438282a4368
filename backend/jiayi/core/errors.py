"""What can go wrong, each with a stable code that the app translates.

Problem
├── Refusal         409  a rule says no
├── Invalid         422  the input makes no sense
├── Forbidden       403  not yours to do
├── NotFound        404  no such thing in sight
├── Unauthorized    401  who are you
├── Stale           412  somebody changed it meanwhile
├── TooMany         429  slow down; `retry_after` seconds
└── Busy            503  try again; nothing was changed
"""

from collections.abc import Mapping
from typing import TypeAlias

from jiayi.core.results import Answer, Refused

Detail: TypeAlias = Mapping[str, object]


class Problem(Exception):
    """Answered as problem+json (RFC 9457); whatever was done in the transaction is undone."""

    status = 500

    def __init__(self, code: str, detail: Detail | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.detail: Detail = detail or {}
        self.headers: dict[str, str] = {}


class Refusal(Problem):
    """A rule says no."""

    status = 409


class Invalid(Problem):
    """The input makes no sense."""

    status = 422


class Forbidden(Problem):
    """Not yours to do."""

    status = 403


class NotFound(Problem):
    """No such thing in sight."""

    status = 404

    def __init__(self, code: str = "core.not_found", detail: Detail | None = None) -> None:
        super().__init__(code, detail)


class Unauthorized(Problem):
    """Who are you."""

    status = 401

    def __init__(self, code: str = "identity.refused.not_signed_in", detail: Detail | None = None) -> None:
        super().__init__(code, detail)
        self.headers["WWW-Authenticate"] = "Bearer"


class Stale(Problem):
    """Somebody changed it meanwhile."""

    status = 412


class TooMany(Problem):
    """Slow down."""

    status = 429

    def __init__(self, code: str, retry_after: int) -> None:
        super().__init__(code, {"retry_after": retry_after})
        self.headers["Retry-After"] = str(max(1, retry_after))


class Busy(Problem):
    """Try again in a moment; nothing was changed."""

    status = 503

    def __init__(self, code: str = "core.busy", retry_after: int = 1) -> None:
        super().__init__(code, {"retry_after": retry_after})
        self.headers["Retry-After"] = str(retry_after)


def demand(answer: Answer) -> None:
    """Raise Refusal with the rule's reason unless it allowed."""
    if isinstance(answer, Refused):
        raise Refusal(answer.reason, answer.detail)
