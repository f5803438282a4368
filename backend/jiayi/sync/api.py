"""Pull, push, and the leader's decisions on held work."""

from typing import Any
from uuid import UUID

from flask import Response, current_app
from flask.views import MethodView

from jiayi.core.dates import china_date
from jiayi.core.web.api import blueprint
from jiayi.core.web.paging import page
from jiayi.identity.access import audit, current_actor, request_now, request_session, sessions, signed_in
from jiayi.identity.terms import Role
from jiayi.sync import held
from jiayi.sync.buckets import buckets_of
from jiayi.sync.feed import Feed
from jiayi.sync.models import HeldCommand
from jiayi.sync.pull import epoch_of, pull
from jiayi.sync.push import push, read
from jiayi.sync.schemas import (
    DecisionBody,
    HeldPage,
    HeldQuery,
    HeldSchema,
    PullQuery,
    PullSchema,
    PushBody,
    PushSchema,
)
from jiayi.sync.terms import HeldStatus

blp = blueprint("sync", "What phones read and what they send")


def _feed() -> Feed:
    feed: Feed = current_app.extensions["jiayi.feed"]
    return feed


@blp.route("/sync/pull")
class Pull(MethodView):
    @signed_in()
    @blp.arguments(PullQuery, location="query")
    @blp.response(200, PullSchema)
    def get(self, query: dict[str, Any]) -> Response:
        """Everything that is the caller's and new since the cursor."""
        session, actor, now = request_session(), current_actor(), request_now()
        buckets = buckets_of(session, actor, china_date(now))
        states = _feed().open(session, buckets)
        body = pull(session, now, states, query["cursor"], query["limit"])
        audit(session, actor, now, "sync.pull")
        return Response(body, content_type="application/json")


@blp.route("/sync/push")
class Push(MethodView):
    @signed_in(hand_in=True)
    @blp.arguments(PushBody)
    @blp.response(200, PushSchema)
    def post(self, body: dict[str, Any]) -> dict[str, Any]:
        """Run commands, each once; one result a command, in order. A refused command does not stop the others."""
        session, actor, now = request_session(), current_actor(), request_now()
        epoch = epoch_of(session, now)
        # The request's own transaction is over before the commands', or it would hold a connection for nothing.
        session.commit()
        commands = [read(one, now) for one in body["commands"]]
        results = push(sessions(), _feed().registry, actor, commands)
        return {"epoch": epoch, "server_time": now, "results": results}


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


def _decide(held_id: UUID, decision: HeldStatus, note: str | None) -> HeldCommand:
    return held.decide(request_session(), _feed().registry, current_actor(), request_now(), held_id, decision, note)


@blp.route("/sync/held/<uuid:held_id>/file")
class FileHeld(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(DecisionBody)
    @blp.response(200, HeldSchema)
    def post(self, body: dict[str, Any], held_id: UUID) -> HeldCommand:
        """Let held work take effect, for the one who did it, with its own times."""
        return _decide(held_id, HeldStatus.FILED, body["note"])


@blp.route("/sync/held/<uuid:held_id>/void")
class VoidHeld(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(DecisionBody)
    @blp.response(200, HeldSchema)
    def post(self, body: dict[str, Any], held_id: UUID) -> HeldCommand:
        """Decide that held work does not count; the reason goes to its sender."""
        return _decide(held_id, HeldStatus.VOIDED, body["note"])
