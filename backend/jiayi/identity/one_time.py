"""One-time codes by SMS for a single act: made, kept as a keyed hash, and tried a few times. Source: domain rules §12.5.

Each feature keeps its own table of them and says what a code is about; here stands what is the same for all.
"""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core import db
from jiayi.core.dates import china_date
from jiayi.core.errors import TooMany
from jiayi.core.tools import tools
from jiayi.identity import rules
from jiayi.identity.tables import Otp

RECENT = timedelta(days=1)
"""As far back as it matters how many were sent."""


class CodeRow(Protocol):
    """A code as a feature's table keeps it."""

    id: UUID
    code_hash: str
    expires_at: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class NewCode:
    """What is sent, and what of it is kept."""

    code: str
    code_hash: str
    expires_at: datetime


def new_code(session: Session, now: datetime, purpose: str, about: str, sent: Sequence[datetime]) -> NewCode:
    """A code for one act; `sent` are the moments of those before it. An old person has the time an old person needs.

    Raises TooMany with the seconds to wait; not in a demo, where nothing is sent.
    """
    limits = tools(session).rules.of(Otp, china_date(now))
    wait = rules.code_wait(sent, now, limits)
    if wait is not None and not tools(session).settings.is_demo:
        raise TooMany("identity.refused.code_too_soon", wait.seconds)
    code = f"{secrets.randbelow(10**limits.code_digits):0{limits.code_digits}d}"
    return NewCode(code, _hash(session, purpose, about, code), rules.code_expiry(now, is_elder=True, limits=limits))


def is_right(session: Session, at: datetime, purpose: str, about: str, latest: CodeRow | None, code: str) -> bool:
    """Whether this is the code that was sent last, typed in time. A wrong one counts, whatever becomes of the caller's work."""
    limits = tools(session).rules.of(Otp, china_date(at))
    if latest is None or at >= latest.expires_at or latest.tries >= limits.max_tries:
        return False
    if hmac.compare_digest(latest.code_hash, _hash(session, purpose, about, code)):
        return True
    _count_try(session, latest)
    return False


def _count_try(session: Session, latest: CodeRow) -> None:
    """In a transaction of its own, because the refusal undoes the caller's."""
    info = {name: session.info[name] for name in ("county_id", "tools")}
    with Session(session.get_bind(), info=info) as apart:
        row = apart.get_one(type(latest), (info["county_id"], latest.id), with_for_update=True)
        row.tries += 1
        db.commit(apart)


def _hash(session: Session, purpose: str, about: str, code: str) -> str:
    return tools(session).cipher.search_hash(purpose, f"{about}:{code}")
