"""Pull, push, and the leader's decisions on held work."""

from typing import Any
from uuid import UUID

from flask import Response, current_app, request
from flask.views import MethodView

from jiayi.core import db
from jiayi.core.errors import Forbidden
from jiayi.core.web.api import blueprint
from jiayi.core.web.paging import page
from jiayi.identity.access import audit, current_actor, request_now, request_session, sessions, signed_in
from jiayi.identity.terms import Role
from jiayi.sync import contacts, held, standing
from jiayi.sync.envelope import read
from jiayi.sync.feed import Feed
from jiayi.sync.held import Decision
from jiayi.sync.models import HeldCommand
from jiayi.sync.pull import epoch_of, pull
from jiayi.sync.push import push
from jiayi.sync.schemas import (
    MAX_WAITING,
    DecidedSchema,
    DecisionBody,
    HeldPage,
    HeldQuery,
    HeldSchema,
    LossSchema,
    PullQuery,
    PullSchema,
    PushBody,
    PushSchema,
    StandingSchema,
    WipedBody,
)
from jiayi.sync.terms import HeldStatus

blp = blueprint("sync", "What phones read and what they send")


def _feed() -> Feed:
    feed: Feed = current_app.extensions["jiayi.feed"]
    return feed


WAITING = {
    "in": "header",
    "name": "X-Jiayi-Waiting",
    "schema": {"type": "integer", "minimum": 0, "maximum": MAX_WAITING},
    "description": "How much waits on the phone besides what is sent here; only when that has changed since it last said so",
}


def _waiting() -> int | None:
    """What the phone says; read by hand, because each pull comes by here. Anything but a number says nothing."""
    said = request.headers.get("X-Jiayi-Waiting", "")
    return min(int(said), MAX_WAITING) if said.isascii() and said.isdigit() and len(said) < SENSELESS else None


SENSELESS = 10
"""So many digits count nothing that lies on a phone."""


@blp.route("/sync/pull")
class Pull(MethodView):
    @signed_in()
    @blp.doc(parameters=[WAITING])
    @blp.arguments(PullQuery, location="query")
    @blp.response(200, PullSchema)
    def get(self, query: dict[str, Any]) -> Response:
        """Everything that is the caller's and new since the cursor."""
        session, actor, now = request_session(), current_actor(), request_now()
        states = _feed().enter(session, actor, now)
        body = pull(session, now, states, query["cursor"], query["limit"])
        contacts.note(session, now, actor, "pull", _waiting())
        return Response(body, content_type="application/json")


@blp.route("/sync/push")
class Push(MethodView):
    @signed_in(hand_in=True)
    @blp.doc(parameters=[WAITING])
    @blp.arguments(PushBody)
    @blp.response(200, PushSchema)
    def post(self, body: dict[str, Any]) -> dict[str, Any]:
        """Run commands, each once; one result a command, in order. A refused command does not stop the others."""
        session, actor, now = request_session(), current_actor(), request_now()
        if actor.device_id is not None and actor.device_id != body["device_id"]:
            raise Forbidden("sync.refused.wrong_device")
        epoch = epoch_of(session, now)
        contacts.note(session, now, actor, "push", _waiting())
        # The request's own transaction is over before the commands', or it would hold a connection for nothing.
        session.commit()
        commands = [read(one, now) for one in body["commands"]]
        results = push(sessions(), _feed().registry, actor, commands)
        return {"epoch": epoch, "server_time": now, "results": results}


@blp.route("/sync/wiped")
class Wiped(MethodView):
    @signed_in()
    @blp.arguments(WipedBody)
    @blp.response(200, LossSchema)
    def post(self, body: dict[str, Any]) -> contacts.Loss:
        """The browser has cleared what this phone kept: what of its work we have, and how much may be lost."""
        session, actor, now = request_session(), current_actor(), request_now()
        audit(session, actor, now, "sync.wiped", subject=f"device:{actor.device_id}")
        return contacts.wiped(session, now, actor, **body)


@blp.route("/sync/held")
class HeldList(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(HeldQuery, location="query")
    @blp.response(200, HeldPage)
    def get(self, query: dict[str, Any]) -> dict[str, Any]:
        """Held work of the leader's teams, newest first."""
        session = request_session()
        statement = held.open_for(session, current_actor(), query["status"])
        return page(session, statement, HeldCommand.id, cursor=query["cursor"], limit=query["limit"])


def _decide(held_id: UUID, status: HeldStatus, note: str | None) -> dict[str, Any]:
    """The decision in one transaction, then each of what hangs on it in one of its own."""
    session, actor, now, decision = request_session(), current_actor(), request_now(), Decision(status, note)
    row = held.decide(session, _feed().registry, actor, now, held_id, decision)
    db.commit(session)
    followed = held.decide_followers(sessions(), _feed().registry, actor, now, held_id, decision)
    stopped = followed.problem and {
        "id": followed.stopped_at,
        "code": followed.problem.code,
        "detail": dict(followed.problem.detail),
    }
    body = {name: getattr(row, name) for name in HeldSchema().fields}
    return body | {"followed": followed.ids, "stopped": stopped}


@blp.route("/sync/held/<uuid:held_id>/file")
class FileHeld(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(DecisionBody)
    @blp.response(200, DecidedSchema)
    def post(self, body: dict[str, Any], held_id: UUID) -> dict[str, Any]:
        """Let held work take effect, for the one who did it, with its own times; it counts for the team of that time."""
        return _decide(held_id, HeldStatus.FILED, body["note"])


@blp.route("/sync/held/<uuid:held_id>/move")
class MoveHeld(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(DecisionBody)
    @blp.response(200, DecidedSchema)
    def post(self, body: dict[str, Any], held_id: UUID) -> dict[str, Any]:
        """The same, but it counts for the team that cares for the resident now."""
        return _decide(held_id, HeldStatus.MOVED, body["note"])


@blp.route("/sync/held/<uuid:held_id>/void")
class VoidHeld(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(DecisionBody)
    @blp.response(200, DecidedSchema)
    def post(self, body: dict[str, Any], held_id: UUID) -> dict[str, Any]:
        """Decide that held work does not count; the reason goes to its sender."""
        return _decide(held_id, HeldStatus.VOIDED, body["note"])


@blp.route("/sync/status")
class Status(MethodView):
    @signed_in(Role.MANAGER, Role.ADMIN)
    @blp.response(200, StandingSchema)
    def get(self) -> dict[str, Any]:
        """Who of the staff has not synced since when, what was refused, what waits for a leader, how large the feed is."""
        return standing.standing(request_session(), current_actor(), request_now())
