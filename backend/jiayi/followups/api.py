"""Programmes and follow-ups over HTTP."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from jiayi.core.clock import moment_now
from jiayi.core.web.api import blueprint
from jiayi.followups import service
from jiayi.followups.models import FollowUp, ProgrammeEnrolment
from jiayi.followups.schemas import (
    EnrolmentNewSchema,
    EnrolmentPageSchema,
    EnrolmentQuery,
    EnrolmentSchema,
    FollowUpPageSchema,
    FollowUpQuery,
    FollowUpRecordSchema,
    FollowUpSchema,
    GiveUpSchema,
    LeaveSchema,
)
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import Role

Body = dict[str, Any]
TEAM = (Role.CLINICIAN, Role.TEAM_LEADER)
CARE = (*TEAM, Role.RESIDENT, Role.PROXY)

blp = blueprint("follow-ups", "Programmes of follow-up, and the follow-ups due and held")


@blp.route("/programmes")
class Programmes(MethodView):
    @signed_in(*CARE)
    @blp.arguments(EnrolmentQuery, location="query")
    @blp.response(200, EnrolmentPageSchema)
    def get(self, query: Body) -> Body:
        """List who is in which programme."""
        return service.list_enrolments(request_session(), current_actor(), request_now(), **query)

    @signed_in(*TEAM)
    @blp.arguments(EnrolmentNewSchema)
    @blp.response(201, EnrolmentSchema)
    def post(self, payload: Body) -> ProgrammeEnrolment:
        """Take a resident into a programme."""
        return service.enrol(request_session(), current_actor(), moment_now(request_now()), **payload)


@blp.route("/programmes/<uuid:enrolment_id>/leave")
class Leave(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(LeaveSchema)
    @blp.response(200, EnrolmentSchema)
    def post(self, payload: Body, enrolment_id: UUID) -> ProgrammeEnrolment:
        """End a resident's time in a programme."""
        return service.leave(request_session(), current_actor(), moment_now(request_now()), enrolment_id, **payload)


@blp.route("/follow-ups")
class FollowUps(MethodView):
    @signed_in(*CARE)
    @blp.arguments(FollowUpQuery, location="query")
    @blp.response(200, FollowUpPageSchema)
    def get(self, query: Body) -> Body:
        """List follow-ups."""
        return service.list_follow_ups(request_session(), current_actor(), request_now(), **query)


@blp.route("/follow-ups/<uuid:follow_up_id>/record")
class Record(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(FollowUpRecordSchema)
    @blp.response(200, FollowUpSchema)
    def post(self, payload: Body, follow_up_id: UUID) -> FollowUp:
        """Write down what was found; the next follow-up is planned."""
        return service.record(request_session(), current_actor(), moment_now(request_now()), follow_up_id, **payload)


@blp.route("/follow-ups/<uuid:follow_up_id>/give-up")
class GiveUp(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(GiveUpSchema)
    @blp.response(200, FollowUpSchema)
    def post(self, _payload: Body, follow_up_id: UUID) -> FollowUp:
        """Note that the resident could not be reached; the next regular one is planned."""
        return service.give_up(request_session(), current_actor(), moment_now(request_now()), follow_up_id)


@blp.route("/follow-ups/<uuid:follow_up_id>/cancel")
class Cancel(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(LeaveSchema)
    @blp.response(200, FollowUpSchema)
    def post(self, payload: Body, follow_up_id: UUID) -> FollowUp:
        """Let a planned follow-up fall away; the next regular one is planned."""
        return service.cancel(request_session(), current_actor(), moment_now(request_now()), follow_up_id, **payload)
