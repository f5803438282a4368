"""Field work: on the road, at the door, what is written down there."""

from uuid import UUID

from flask import current_app
from flask.views import MethodView

from jiayi.core import db, i18n
from jiayi.core.clock import moment_now
from jiayi.core.sms import SmsPort
from jiayi.core.tools import tools
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.visits import service
from jiayi.visits.api.blueprint import CARE, TEAM, Body, blp, measured, shown, work
from jiayi.visits.schemas import (
    CheckInSchema,
    CheckOutSchema,
    CodeNewSchema,
    CodeSentSchema,
    ConfirmSchema,
    LocateSchema,
    MeasurementNewSchema,
    MeasurementPageSchema,
    MeasurementQuery,
    MeasurementSchema,
    MeasureSchema,
    MissSchema,
    NoteSchema,
    NothingSchema,
    ReasonSchema,
    RecordServicesSchema,
    VisitSchema,
    VisitStartSchema,
)


@blp.route("/visits/start-unplanned")
class StartUnplanned(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(VisitStartSchema)
    @blp.response(201, VisitSchema)
    def post(self, payload: Body) -> Body:
        """Begin a visit at the door that nobody planned."""
        visit = service.start_unplanned(request_session(), current_actor(), moment_now(request_now()), **payload)
        return shown(visit.id)


@blp.route("/visits/<uuid:visit_id>/depart")
class Depart(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(NothingSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Set out."""
        return work(service.depart, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/check-in")
class CheckIn(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(CheckInSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Arrive at the door."""
        return work(service.check_in, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/locate")
class Locate(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(LocateSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Add the position that came later, or why there is none."""
        return work(service.locate, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/measure")
class Measure(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(MeasureSchema)
    @blp.response(200, MeasurementSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Keep a value measured on the visit."""
        return measured(visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/record-services")
class RecordServices(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(RecordServicesSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Say what was done and what was not."""
        return work(service.record_services, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/write-note")
class WriteNote(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(NoteSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Write a note on the visit."""
        return work(service.write_note, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/send-code")
class SendCode(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(CodeNewSchema)
    @blp.response(200, CodeSentSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Send a code to the resident's phone, to be told at the door."""
        session = request_session()
        letter = service.send_code(session, current_actor(), request_now(), visit_id, **payload)
        # A gateway may take its time: no transaction stays open for it.
        db.commit(session)
        sms: SmsPort = current_app.extensions["jiayi.sms"]
        sms.send(letter.phone, i18n.text("visits-sms-code", letter.values))
        return {"demo_code": letter.values["code"]} if tools(session).settings.is_demo else {}


@blp.route("/visits/<uuid:visit_id>/confirm")
class Confirm(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(ConfirmSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Keep the resident's confirmation."""
        return work(service.confirm, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/check-out")
class CheckOut(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(CheckOutSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Finish the visit."""
        return work(service.check_out, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/miss")
class Miss(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(MissSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Nobody home, refused at the door, no answer."""
        return work(service.miss, visit_id, payload)


@blp.route("/visits/<uuid:visit_id>/abort")
class Abort(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(ReasonSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Break a visit off."""
        return work(service.abort, visit_id, payload)


@blp.route("/measurements")
class Measurements(MethodView):
    @signed_in(*CARE)
    @blp.arguments(MeasurementQuery, location="query")
    @blp.response(200, MeasurementPageSchema)
    @blp.alt_response(404, description="NotFound")
    def get(self, query: Body) -> Body:
        """A resident's values."""
        return service.list_measurements(request_session(), current_actor(), request_now(), **query)

    @signed_in(*TEAM)
    @blp.arguments(MeasurementNewSchema)
    @blp.response(201, MeasurementSchema)
    def post(self, payload: Body) -> Body:
        """Keep a value, on a visit or at the centre."""
        return measured(payload.pop("visit_id"), payload)
