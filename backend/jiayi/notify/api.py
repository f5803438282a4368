"""The inbox and web push over HTTP."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from jiayi.core.tools import tools
from jiayi.core.web.api import blueprint
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.notify import push, service
from jiayi.notify.models import Notice, PushSubscription
from jiayi.notify.schemas import (
    NoticePageSchema,
    NoticeQuery,
    NoticeSchema,
    PushKeySchema,
    PushSubscriptionNewSchema,
    PushSubscriptionQuery,
    PushSubscriptionSchema,
    ReadSchema,
)

blp = blueprint("notifications", "The inbox, and which browsers take web push")


@blp.route("/notifications")
class Notifications(MethodView):
    @signed_in()
    @blp.arguments(NoticeQuery, location="query")
    @blp.response(200, NoticePageSchema)
    def get(self, query: dict[str, Any]) -> dict[str, Any]:
        """List the own inbox, newest first."""
        return service.list_notices(request_session(), current_actor(), **query)


@blp.route("/notifications/<uuid:notice_id>/read")
class Read(MethodView):
    @signed_in()
    @blp.arguments(ReadSchema)
    @blp.response(200, NoticeSchema)
    def post(self, _payload: dict[str, Any], notice_id: UUID) -> Notice:
        """Mark a notice as read."""
        return service.read(request_session(), current_actor(), request_now(), notice_id)


@blp.route("/push-subscriptions/key")
class PushKey(MethodView):
    @signed_in()
    @blp.response(200, PushKeySchema)
    def get(self) -> dict[str, str]:
        """Read the public key that a browser subscribes with."""
        return {"key": push.public_key(tools(request_session()).settings)}


@blp.route("/push-subscriptions")
class PushSubscriptions(MethodView):
    @signed_in()
    @blp.arguments(PushSubscriptionNewSchema)
    @blp.response(201, PushSubscriptionSchema)
    def post(self, payload: dict[str, Any]) -> PushSubscription:
        """Send this account's pushes to this browser."""
        return service.subscribe(request_session(), current_actor(), request_now(), **payload)

    @signed_in()
    @blp.arguments(PushSubscriptionQuery, location="query")
    @blp.response(204)
    def delete(self, query: dict[str, Any]) -> None:
        """Stop pushing to this browser."""
        service.unsubscribe(request_session(), current_actor(), **query)
