"""Asking for visits, deciding about them, planning them, and looking at them afterwards."""

from uuid import UUID

from flask.views import MethodView

from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import Role
from jiayi.visits import service
from jiayi.visits.api.blueprint import CARE, Body, answered, blp, decide, shown
from jiayi.visits.schemas import (
    AssignSchema,
    DayPlanNewSchema,
    DayPlanSchema,
    NothingSchema,
    ReasonSchema,
    ReviewQuery,
    ReviewSchema,
    SlotListSchema,
    SlotQuery,
    VisitNewSchema,
    VisitPageSchema,
    VisitQuery,
    VisitSchema,
)


@blp.route("/visits")
class Visits(MethodView):
    @signed_in(*CARE)
    @blp.arguments(VisitQuery, location="query")
    @blp.response(200, VisitPageSchema)
    @blp.alt_response(404, description="NotFound")
    def get(self, query: Body) -> Body:
        """List visits in sight."""
        return service.list_visits(request_session(), current_actor(), request_now(), **query)

    @signed_in(*CARE)
    @blp.arguments(VisitNewSchema)
    @blp.response(201, VisitSchema)
    def post(self, payload: Body) -> Body:
        """Ask for a visit."""
        visit = service.request(request_session(), current_actor(), request_now(), **payload)
        return shown(visit.id)


@blp.route("/visits/<uuid:visit_id>")
class OneVisit(MethodView):
    @signed_in(*CARE)
    @blp.response(200, VisitSchema)
    def get(self, visit_id: UUID) -> Body:
        """One visit."""
        return answered(service.read(request_session(), current_actor(), request_now(), visit_id))


@blp.route("/visits/<uuid:visit_id>/accept")
class Accept(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(NothingSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Take a request."""
        return decide(service.accept, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/decline")
class Decline(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(ReasonSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Not take a request."""
        return decide(service.decline, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/cancel")
class Cancel(MethodView):
    @signed_in(*CARE)
    @blp.arguments(ReasonSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Call a visit off."""
        return decide(service.cancel, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/assign")
class Assign(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(AssignSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Say who goes and when."""
        return decide(service.assign, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/unassign")
class Unassign(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(NothingSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Take everybody off a visit."""
        return decide(service.unassign, visit_id, payload)


@blp.route("/visit-slots")
class Slots(MethodView):
    @signed_in(*CARE)
    @blp.arguments(SlotQuery, location="query")
    @blp.response(200, SlotListSchema)
    @blp.alt_response(404, description="NotFound")
    def get(self, query: Body) -> Body:
        """When a team has people free."""
        return service.slots(request_session(), current_actor(), request_now(), **query)


@blp.route("/day-plans")
class DayPlans(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(DayPlanNewSchema)
    @blp.response(200, DayPlanSchema)
    def post(self, payload: Body) -> Body:
        """Put a clinician's day in order."""
        service.set_order(request_session(), current_actor(), request_now(), **payload)
        return payload


@blp.route("/reviews")
class Reviews(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(ReviewQuery, location="query")
    @blp.response(200, VisitPageSchema)
    @blp.alt_response(404, description="NotFound")
    def get(self, query: Body) -> Body:
        """Finished visits that wait for their leader."""
        return service.list_reviews(request_session(), current_actor(), request_now(), **query)


@blp.route("/reviews/<uuid:visit_id>")
class OneReview(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(ReviewSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Let a visit count, or give it back."""
        return decide(service.review, visit_id, payload)
