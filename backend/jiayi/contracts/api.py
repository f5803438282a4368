"""Contracts over HTTP: apply, submit, review, sign, change, rest, end; and what they give."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from jiayi.contracts import service
from jiayi.contracts.paper.api import blp
from jiayi.contracts.schemas import (
    AmendSchema,
    ApplyTogetherSchema,
    ChangeTeamSchema,
    ContractListSchema,
    ContractNewSchema,
    ContractPageSchema,
    ContractQuery,
    ContractRowSchema,
    ContractSchema,
    ContractTextSchema,
    EntitlementListSchema,
    LetterSchema,
    ResumeSchema,
    ReviewSchema,
    SignAmendmentSchema,
    SignSchema,
    SubmitSchema,
    SuspendSchema,
    TerminateSchema,
    VoidSchema,
)
from jiayi.core.clock import moment_now
from jiayi.core.web.etags import set_version
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import Role

TEAM = (Role.CLINICIAN, Role.TEAM_LEADER)
PARTIES = (*TEAM, Role.RESIDENT, Role.PROXY)
Body = dict[str, Any]


@blp.route("/contracts")
class Contracts(MethodView):
    @signed_in(*PARTIES)
    @blp.arguments(ContractQuery, location="query")
    @blp.response(200, ContractPageSchema)
    def get(self, query: Body) -> Body:
        """List the contracts in sight."""
        return service.page_of(request_session(), current_actor(), request_now(), **query)

    @signed_in(*PARTIES)
    @blp.arguments(ContractNewSchema)
    @blp.response(201, ContractSchema)
    def post(self, payload: Body) -> Body:
        """Draft a contract with a team."""
        return _file(service.apply(request_session(), current_actor(), request_now(), **payload).id)


@blp.route("/contracts/<uuid:contract_id>")
class OneContract(MethodView):
    @signed_in(*PARTIES)
    @blp.response(200, ContractSchema)
    def get(self, contract_id: UUID) -> Body:
        """One contract; the look is audited."""
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/text")
class Text(MethodView):
    @signed_in(*PARTIES)
    @blp.response(200, ContractTextSchema)
    def get(self, contract_id: UUID) -> Body:
        """The clauses, as accepted or as they would be today."""
        return service.text_of(request_session(), current_actor(), request_now(), contract_id)


@blp.route("/contracts/<uuid:contract_id>/entitlements")
class Entitlements(MethodView):
    @signed_in(*PARTIES)
    @blp.response(200, EntitlementListSchema)
    def get(self, contract_id: UUID) -> Body:
        """What is left of every item in every contract year."""
        return {"items": service.entitlements(request_session(), current_actor(), request_now(), contract_id)}


@blp.route("/contracts/<uuid:contract_id>/submit")
class Submit(MethodView):
    @signed_in(*PARTIES)
    @blp.arguments(SubmitSchema)
    @blp.response(200, ContractSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """Send the draft to the team."""
        service.submit(request_session(), current_actor(), request_now(), contract_id, **payload)
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/review")
class Review(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(ReviewSchema)
    @blp.response(200, ContractSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """Accept for the team, or say why not."""
        service.review(request_session(), current_actor(), request_now(), contract_id, **payload)
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/sign")
class Sign(MethodView):
    @signed_in(*PARTIES)
    @blp.arguments(SignSchema)
    @blp.response(200, ContractSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """Sign for the resident; with the team's side signed already, the contract is active."""
        service.sign(request_session(), current_actor(), moment_now(request_now()), contract_id, **payload)
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/terminate")
class Terminate(MethodView):
    @signed_in(*TEAM, Role.RESIDENT)
    @blp.arguments(TerminateSchema)
    @blp.response(200, ContractSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """End a contract today or on a later last day."""
        service.terminate(request_session(), current_actor(), request_now(), contract_id, **payload)
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/letter")
class Letter(MethodView):
    @signed_in(*PARTIES)
    @blp.response(200, LetterSchema)
    def get(self, contract_id: UUID) -> Body:
        """What the institution wrote to the resident when it ended the contract."""
        return service.letter_of(request_session(), current_actor(), request_now(), contract_id)


@blp.route("/contracts/<uuid:contract_id>/void")
class Void(MethodView):
    @signed_in(Role.SUPERVISOR)
    @blp.arguments(VoidSchema)
    @blp.response(200, ContractRowSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """The contract was found to be false: it never counted."""
        contract = service.void(request_session(), current_actor(), request_now(), contract_id, **payload)
        return service.summary(contract)


@blp.route("/contracts/<uuid:contract_id>/suspend")
class Suspend(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(SuspendSchema)
    @blp.response(200, ContractSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """Let a contract rest while the resident is away for long."""
        service.suspend(request_session(), current_actor(), request_now(), contract_id, **payload)
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/resume")
class Resume(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(ResumeSchema)
    @blp.response(200, ContractSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """The resident is back."""
        service.resume(request_session(), current_actor(), request_now(), contract_id, **payload)
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/amend")
class Amend(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(AmendSchema)
    @blp.response(200, ContractSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """Write down other packages, for the resident to sign."""
        service.amend(request_session(), current_actor(), request_now(), contract_id, **payload)
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/sign-amendment")
class SignAmendment(MethodView):
    @signed_in(*PARTIES)
    @blp.arguments(SignAmendmentSchema)
    @blp.response(200, ContractSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """Sign changed packages for the resident."""
        service.sign_amendment(request_session(), current_actor(), moment_now(request_now()), contract_id, **payload)
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/withdraw-amendment")
class WithdrawAmendment(MethodView):
    @signed_in(*PARTIES)
    @blp.response(200, ContractSchema)
    def post(self, contract_id: UUID) -> Body:
        """Give up a change that does not hold yet."""
        service.withdraw_amendment(request_session(), current_actor(), request_now(), contract_id)
        return _file(contract_id)


@blp.route("/contracts/<uuid:contract_id>/change-team")
class ChangeTeam(MethodView):
    @signed_in(*TEAM, Role.RESIDENT)
    @blp.arguments(ChangeTeamSchema)
    @blp.response(200, ContractRowSchema)
    def post(self, payload: Body, contract_id: UUID) -> Body:
        """Give a contract to another team of the institution."""
        contract = service.change_team(request_session(), current_actor(), request_now(), contract_id, **payload)
        return service.summary(contract)


@blp.route("/households/<uuid:household_id>/contracts")
class HouseholdContracts(MethodView):
    @signed_in(*PARTIES)
    @blp.arguments(ApplyTogetherSchema)
    @blp.response(201, ContractListSchema)
    def post(self, payload: Body, household_id: UUID) -> Body:
        """Apply for a household: a contract for each member, all of them or none."""
        found = service.apply_together(request_session(), current_actor(), request_now(), household_id, **payload)
        return {"items": [service.summary(one) for one in found]}


@blp.route("/contracts/<uuid:contract_id>/cancel")
class Cancel(MethodView):
    @signed_in(*PARTIES)
    @blp.response(200, ContractSchema)
    def post(self, contract_id: UUID) -> Body:
        """Give up a contract that is not in force."""
        service.cancel(request_session(), current_actor(), request_now(), contract_id)
        return _file(contract_id)


def _file(contract_id: UUID) -> Body:
    body = service.file(request_session(), current_actor(), request_now(), contract_id)
    if "version" in body:
        set_version(body["version"])
    return body
