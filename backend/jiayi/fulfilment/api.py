"""Fulfilment over HTTP: what was done, what residents say to it, the plan of a year, who is not being served."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from jiayi.core.clock import moment_now
from jiayi.core.web.api import blueprint
from jiayi.core.web.schemas import PageQuery
from jiayi.fulfilment import service
from jiayi.fulfilment.models import Finding
from jiayi.fulfilment.schemas import (
    ContradictSchema,
    DecideDoubtSchema,
    EvaluatedSchema,
    EvaluateSchema,
    FindingPageSchema,
    FindingQuery,
    FindingSchema,
    FulfilmentPageSchema,
    FulfilmentQuery,
    FulfilmentSchema,
    SatisfactionQuery,
    SatisfactionSchema,
    ScoreSchema,
    ServicePlanSchema,
    SettleSchema,
)
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import FAMILY_ROLES, TEAM_ROLES, Role

Body = dict[str, Any]
CARE = tuple(FAMILY_ROLES | TEAM_ROLES)

blp = blueprint("fulfilment", "What was done and counts, what residents say to it, and who is not being served")


@blp.route("/fulfilments")
class Fulfilments(MethodView):
    @signed_in(*CARE)
    @blp.arguments(FulfilmentQuery, location="query")
    @blp.response(200, FulfilmentPageSchema)
    @blp.alt_response(404, description="NotFound")
    def get(self, query: Body) -> Body:
        """What was done for a resident."""
        return service.list_fulfilments(request_session(), current_actor(), request_now(), **query)


@blp.route("/fulfilments/<uuid:fulfilment_id>/contradict")
class Contradict(MethodView):
    @signed_in(*FAMILY_ROLES)
    @blp.arguments(ContradictSchema)
    @blp.response(200, FulfilmentSchema)
    def post(self, payload: Body, fulfilment_id: UUID) -> Body:
        """Say that it is not true."""
        return _told(service.contradict, moment_now(request_now()), fulfilment_id, payload)


@blp.route("/fulfilments/<uuid:fulfilment_id>/decide")
class Decide(MethodView):
    @signed_in(Role.TEAM_LEADER, Role.CLINICIAN, Role.MANAGER)
    @blp.arguments(DecideDoubtSchema)
    @blp.response(200, FulfilmentSchema)
    def post(self, payload: Body, fulfilment_id: UUID) -> Body:
        """Decide between the resident and the team."""
        return _told(service.decide, request_now(), fulfilment_id, payload)


@blp.route("/fulfilments/<uuid:fulfilment_id>/rate")
class Rate(MethodView):
    @signed_in(*CARE)
    @blp.arguments(ScoreSchema)
    @blp.response(200, FulfilmentSchema)
    def post(self, payload: Body, fulfilment_id: UUID) -> Body:
        """Say how content somebody was."""
        return _told(service.rate, moment_now(request_now()), fulfilment_id, payload)


@blp.route("/fulfilment-doubts")
class Doubts(MethodView):
    @signed_in(Role.TEAM_LEADER, Role.MANAGER)
    @blp.arguments(PageQuery, location="query")
    @blp.response(200, FulfilmentPageSchema)
    def get(self, query: Body) -> Body:
        """What residents have said and nobody has decided."""
        return service.list_doubts(request_session(), current_actor(), request_now(), **query)


@blp.route("/contracts/<uuid:contract_id>/service-plan")
class ServicePlan(MethodView):
    @signed_in(*CARE)
    @blp.response(200, ServicePlanSchema)
    def get(self, contract_id: UUID) -> Body:
        """What a contract owes in its running year, and how that stands."""
        return service.service_plan(request_session(), current_actor(), request_now(), contract_id)


@blp.route("/findings")
class Findings(MethodView):
    @signed_in(Role.TEAM_LEADER, Role.MANAGER, Role.SUPERVISOR)
    @blp.arguments(FindingQuery, location="query")
    @blp.response(200, FindingPageSchema)
    def get(self, query: Body) -> Body:
        """Who is not being served (a leader's own teams), or what a manager has to look at."""
        return service.list_findings(request_session(), current_actor(), request_now(), **query)


@blp.route("/findings/evaluate")
class Evaluate(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(EvaluateSchema)
    @blp.response(200, EvaluatedSchema)
    def post(self, payload: Body) -> Body:
        """Look at the leader's own residents now."""
        del payload
        return {"written_count": service.evaluate_teams(request_session(), current_actor(), request_now())}


@blp.route("/findings/<uuid:finding_id>/settle")
class Settle(MethodView):
    @signed_in(Role.MANAGER)
    @blp.arguments(SettleSchema)
    @blp.response(200, FindingSchema)
    def post(self, payload: Body, finding_id: UUID) -> Finding:
        """Say what came of a fraud review."""
        return service.settle(request_session(), current_actor(), request_now(), finding_id, **payload)


@blp.route("/satisfaction")
class Satisfaction(MethodView):
    @signed_in(Role.TEAM_LEADER, Role.MANAGER, Role.SUPERVISOR)
    @blp.arguments(SatisfactionQuery, location="query")
    @blp.response(200, SatisfactionSchema)
    def get(self, query: Body) -> Body:
        """How many were content, where enough have answered."""
        return service.satisfaction(request_session(), current_actor(), request_now(), **query)


def _told(verb: Any, at: Any, fulfilment_id: UUID, payload: Body) -> Body:
    session = request_session()
    row = verb(session, current_actor(), at, fulfilment_id, **payload)
    (body,) = service.told(session, [row])
    return body
