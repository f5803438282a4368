"""Who may look at counts."""

from jiayi.core.errors import Forbidden
from jiayi.identity.terms import Actor, Role

READERS = frozenset({Role.MANAGER, Role.SUPERVISOR})


def may_read(actor: Actor) -> None:
    """Managers and supervisors. Raises Forbidden."""
    if actor.role not in READERS:
        raise Forbidden("identity.refused.wrong_role")
