"""Prescriptions and refills over HTTP."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from jiayi.core.web.api import blueprint
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import Role
from jiayi.prescriptions import service
from jiayi.prescriptions.models import RefillRequest
from jiayi.prescriptions.schemas import (
    PrescriptionAdvanceSchema,
    PrescriptionNewSchema,
    PrescriptionPageSchema,
    PrescriptionQuery,
    PrescriptionSchema,
    RefillCancelSchema,
    RefillDecideSchema,
    RefillNewSchema,
    RefillPageSchema,
    RefillQuery,
    RefillSchema,
)

Body = dict[str, Any]
TEAM = (Role.CLINICIAN, Role.TEAM_LEADER)
CARE = (*TEAM, Role.RESIDENT, Role.PROXY)

blp = blueprint("prescriptions", "Long-term prescriptions, and asking for more of the same")


@blp.route("/prescriptions")
class Prescriptions(MethodView):
    @signed_in(*CARE)
    @blp.arguments(PrescriptionQuery, location="query")
    @blp.response(200, PrescriptionPageSchema)
    def get(self, query: Body) -> Body:
        """List prescriptions."""
        return service.list_prescriptions(request_session(), current_actor(), request_now(), **query)

    @signed_in(*TEAM)
    @blp.arguments(PrescriptionNewSchema)
    @blp.response(201, PrescriptionSchema)
    def post(self, payload: Body) -> Body:
        """Write a first long-term prescription."""
        session = request_session()
        made = service.issue(session, current_actor(), request_now(), **payload)
        (body,) = service.prescription_bodies(session, [made])
        return body


@blp.route("/prescriptions/<uuid:prescription_id>/advance")
class Advance(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(PrescriptionAdvanceSchema)
    @blp.response(200, PrescriptionSchema)
    def post(self, payload: Body, prescription_id: UUID) -> Body:
        """Take a prescription one step on: review, send, hand over."""
        session = request_session()
        moved = service.advance(session, current_actor(), request_now(), prescription_id, **payload)
        (body,) = service.prescription_bodies(session, [moved])
        return body


@blp.route("/refill-requests")
class RefillRequests(MethodView):
    @signed_in(*CARE)
    @blp.arguments(RefillQuery, location="query")
    @blp.response(200, RefillPageSchema)
    def get(self, query: Body) -> Body:
        """List refill requests."""
        return service.list_requests(request_session(), current_actor(), request_now(), **query)

    @signed_in(*CARE)
    @blp.arguments(RefillNewSchema)
    @blp.response(201, RefillSchema)
    def post(self, payload: Body) -> RefillRequest:
        """Ask for more of the same."""
        return service.request_refill(request_session(), current_actor(), request_now(), **payload)


@blp.route("/refill-requests/<uuid:request_id>/decide")
class Decide(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(RefillDecideSchema)
    @blp.response(200, RefillSchema)
    def post(self, payload: Body, request_id: UUID) -> RefillRequest:
        """Agree to a refill, or say why not."""
        return service.decide_refill(request_session(), current_actor(), request_now(), request_id, **payload)


@blp.route("/refill-requests/<uuid:request_id>/cancel")
class Cancel(MethodView):
    @signed_in(*CARE)
    @blp.arguments(RefillCancelSchema)
    @blp.response(200, RefillSchema)
    def post(self, _payload: Body, request_id: UUID) -> RefillRequest:
        """Take a wish back."""
        return service.cancel_refill(request_session(), current_actor(), request_now(), request_id)
