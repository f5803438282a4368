"""The blueprint, and how a verb becomes an answer: run it for whoever asks, then show the visit as he or she sees it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from jiayi.core.clock import moment_now
from jiayi.core.web.api import blueprint
from jiayi.core.web.etags import set_version
from jiayi.identity.access import current_actor, request_now, request_session
from jiayi.identity.terms import FAMILY_ROLES, TEAM_ROLES
from jiayi.visits import service

Body = dict[str, Any]
CARE = tuple(FAMILY_ROLES | TEAM_ROLES)
TEAM = tuple(TEAM_ROLES)

blp: Blueprint = blueprint("visits", "Home visits from the wish to the proof, and what is measured on them")


def decide(verb: Callable[..., object], visit_id: UUID, payload: Body) -> Body:
    """Run a verb that decides about a visit."""
    verb(request_session(), current_actor(), request_now(), visit_id, **payload)
    return shown(visit_id)


def work(verb: Callable[..., object], visit_id: UUID, payload: Body) -> Body:
    """Run a verb that brings a fact, witnessed now."""
    verb(request_session(), current_actor(), moment_now(request_now()), visit_id, **payload)
    return shown(visit_id)


def measured(visit_id: UUID | None, payload: Body) -> Body:
    """Keep a value and show it."""
    session = request_session()
    row = service.measure(session, current_actor(), moment_now(request_now()), visit_id, **payload)
    return service.show_measurement(session, row.id)


def shown(visit_id: UUID) -> Body:
    """The visit after a verb."""
    return answered(service.show(request_session(), current_actor(), visit_id))


def answered(body: Body) -> Body:
    """The answer's body, its version in the ETag where the reader gets to see it."""
    if "version" in body:
        set_version(body["version"])
    return body
