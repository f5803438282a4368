"""What a service may need besides its session: the rule tables, the field cipher, the settings.

They hang on the session, so that a verb's signature stays `(session, actor, now, …)`.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jiayi.core.crypto import FieldCipher
from jiayi.core.ruletables import RuleTables
from jiayi.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Tools:
    """One per process."""

    settings: Settings
    cipher: FieldCipher
    rules: RuleTables


def tools(session: Session) -> Tools:
    """The tools of the process that opened this session."""
    found: Tools = session.info["tools"]
    return found
