"""Money over HTTP: what visits cost, what the teams' fees come to."""

from typing import Any
from uuid import UUID

from flask import Response
from flask.views import MethodView

from jiayi.core.web.api import blueprint
from jiayi.fees import service
from jiayi.fees.schemas import (
    FeeMonthNamedQuery,
    FeeMonthQuery,
    FeeStatementSchema,
    FeeSumsListSchema,
    PayBillSchema,
    SettleBillSchema,
    UndoPaymentSchema,
    VisitBillListSchema,
    VisitBillQuery,
    VisitBillSchema,
)
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import FAMILY_ROLES, TEAM_ROLES, Role

Body = dict[str, Any]
TABLE = {"schema": {"type": "string"}}
READERS = (Role.TEAM_LEADER, Role.MANAGER, Role.SUPERVISOR)

blp = blueprint("fees", "What visits cost and who pays; what the teams' fees come to")


@blp.route("/visit-bills")
class VisitBills(MethodView):
    @signed_in(*(FAMILY_ROLES | TEAM_ROLES))
    @blp.arguments(VisitBillQuery, location="query")
    @blp.response(200, VisitBillListSchema)
    @blp.alt_response(404, description="NotFound")
    def get(self, query: Body) -> Body:
        """What a resident's visits of the last year cost."""
        return service.list_bills(request_session(), current_actor(), request_now(), **query)


@blp.route("/visit-bills/<uuid:bill_id>/settle")
class Settle(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(SettleBillSchema)
    @blp.response(200, VisitBillSchema)
    def post(self, payload: Body, bill_id: UUID) -> Body:
        """Write down materials, and what insurance and voucher take."""
        return service.settle(request_session(), current_actor(), request_now(), bill_id, **payload)


@blp.route("/visit-bills/<uuid:bill_id>/pay")
class Pay(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(PayBillSchema)
    @blp.response(200, VisitBillSchema)
    def post(self, payload: Body, bill_id: UUID) -> Body:
        """Note that the resident's part has come in."""
        return service.pay(request_session(), current_actor(), request_now(), bill_id, **payload)


@blp.route("/visit-bills/<uuid:bill_id>/undo-payment")
class UndoPayment(MethodView):
    @signed_in(Role.TEAM_LEADER)
    @blp.arguments(UndoPaymentSchema)
    @blp.response(200, VisitBillSchema)
    def post(self, payload: Body, bill_id: UUID) -> Body:
        """Take that back, until the month is booked."""
        return service.undo_payment(request_session(), current_actor(), request_now(), bill_id, **payload)


@blp.route("/fee-statements")
class FeeStatements(MethodView):
    @signed_in(*READERS)
    @blp.arguments(FeeMonthQuery, location="query")
    @blp.response(200, FeeSumsListSchema)
    def get(self, query: Body) -> Body:
        """What each team earned in a month."""
        return service.statements(request_session(), current_actor(), request_now(), **query)


@blp.route("/fee-statements/export")
class Export(MethodView):
    @signed_in(*READERS)
    @blp.arguments(FeeMonthNamedQuery, location="query")
    @blp.doc(responses={"200": {"description": "With a line for each", "content": {"text/csv": TABLE}}})
    def get(self, query: Body) -> Response:
        """The same as a table for a spreadsheet, contract by contract."""
        text = service.export(request_session(), current_actor(), request_now(), **query)
        answer = Response(text, content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = f'attachment; filename="fees-{query["month_on"]:%Y-%m}.csv"'
        return answer


@blp.route("/fee-statements/<uuid:team_id>")
class OneStatement(MethodView):
    @signed_in(*READERS)
    @blp.arguments(FeeMonthNamedQuery, location="query")
    @blp.response(200, FeeStatementSchema)
    def get(self, query: Body, team_id: UUID) -> Body:
        """One team's month, contract by contract."""
        return service.statement(request_session(), current_actor(), request_now(), team_id, **query)
