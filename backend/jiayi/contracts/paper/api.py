"""Contracts as pages over HTTP: to read, to keep, to check; and the code under which one is signed on the own phone.

The blueprint of all routes about contracts is made here.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Response, current_app, request
from flask.views import MethodView

from jiayi.attachments.api import BYTES
from jiayi.attachments.terms import SOUNDS
from jiayi.contracts import service
from jiayi.contracts.paper import checks
from jiayi.contracts.paper.content import paper_of, signed_last
from jiayi.contracts.paper.schemas import (
    ContractCheckSchema,
    ContractPageTextSchema,
    SignCodeSentSchema,
    SignedWhatQuery,
)
from jiayi.contracts.schemas import VoidViewSchema
from jiayi.contracts.terms import VoidView
from jiayi.core import db, i18n
from jiayi.core.sms import SmsPort
from jiayi.core.tools import tools
from jiayi.core.web.api import blueprint
from jiayi.core.web.limits import Limit
from jiayi.identity.access import current_actor, public, request_now, request_session, sessions, signed_in
from jiayi.identity.terms import FAMILY_ROLES, TEAM_ROLES, Role

PARTIES = tuple(TEAM_ROLES | FAMILY_ROLES)
CHECKS = Limit(60, timedelta(minutes=1))
"""Of one network address; a clinic behind one address checks a few."""
KEPT = {"Cache-Control": "private, no-cache", "Vary": "Authorization"}
Body = dict[str, Any]

blp = blueprint("contracts", "Contracts, their signatures and entitlements")


@blp.route("/contracts/<uuid:contract_id>/page")
class Page(MethodView):
    @signed_in(*PARTIES)
    @blp.response(200, ContractPageTextSchema)
    @blp.alt_response(409, description="Refused")
    def get(self, contract_id: UUID) -> Body:
        """The contract as a page, to read and to print."""
        contract = service.read_page(request_session(), current_actor(), request_now(), contract_id)
        return paper_of(request_session(), contract, _base_url())


@blp.route("/contracts/<uuid:contract_id>/page.pdf")
class PagePdf(MethodView):
    @signed_in(*PARTIES)
    @blp.doc(responses={"200": {"description": "The page, A4", "content": {"application/pdf": BYTES}}})
    @blp.alt_response(409, description="Refused")
    def get(self, contract_id: UUID) -> Response:
        """The contract as a PDF to keep: the same bytes as long as nothing is signed anew."""
        from jiayi.contracts.paper.pdf import pdf_of

        contract = service.read_page(request_session(), current_actor(), request_now(), contract_id)
        made_at = signed_last(request_session(), contract)
        content = pdf_of(paper_of(request_session(), contract, _base_url()), made_at)
        headers = KEPT | {"Content-Disposition": f'attachment; filename="contract-{made_at:%Y%m%d}.pdf"'}
        return Response(content, content_type="application/pdf", headers=headers)


@blp.route("/contracts/<uuid:contract_id>/photo")
class Photo(MethodView):
    @signed_in(*PARTIES)
    @blp.doc(responses={"200": {"description": "The signed page, without metadata", "content": {"image/jpeg": BYTES}}})
    @blp.arguments(SignedWhatQuery, location="query")
    def get(self, query: Body, contract_id: UUID) -> Response:
        """The photo of the page that was signed by hand, for those who may see all of the contract."""
        content = service.read_photo(request_session(), current_actor(), request_now(), contract_id, **query)
        return Response(content, content_type="image/jpeg", headers=KEPT)


@blp.route("/contracts/<uuid:contract_id>/recording")
class Recording(MethodView):
    @signed_in(*PARTIES)
    @blp.doc(
        responses={
            "200": {"description": "As it was recorded", "content": {one.value: BYTES for one in sorted(SOUNDS)}}
        }
    )
    @blp.arguments(SignedWhatQuery, location="query")
    def get(self, query: Body, contract_id: UUID) -> Response:
        """The spoken consent of who signed with a finger, for those who may see all of the contract."""
        kind, content = service.read_recording(request_session(), current_actor(), request_now(), contract_id, **query)
        return Response(content, content_type=kind.value, headers=KEPT | {"Accept-Ranges": "none"})


@blp.route("/contracts/<uuid:contract_id>/send-code")
class SendSignCode(MethodView):
    @signed_in(*FAMILY_ROLES)
    @blp.response(200, SignCodeSentSchema)
    def post(self, contract_id: UUID) -> Body:
        """Send a code to the own phone, to sign with."""
        session = request_session()
        letter = service.send_code(session, current_actor(), request_now(), contract_id)
        # A gateway may take its time: no transaction stays open for it.
        db.commit(session)
        sms: SmsPort = current_app.extensions["jiayi.sms"]
        sms.send(letter.phone, i18n.text("contracts-sms-code", letter.values))
        return {"demo_code": letter.values["code"]} if tools(session).settings.is_demo else {}


@blp.route("/contract-checks/<string(maxlength=50):code>")
class ContractCheck(MethodView):
    @public
    @blp.response(200, ContractCheckSchema)
    def get(self, code: str) -> checks.Check:
        """Whether a printed contract is genuine and still holds. Asked too often: 429."""
        CHECKS.ask(request.remote_addr or "", request_now())
        session = sessions().county(checks.county_of(code), is_read=True)
        try:
            found = checks.check(session, request_now(), code)
            db.commit(session)
        finally:
            session.close()
        return found


@blp.route("/contract-checks/<string(maxlength=50):code>/contract")
class CheckedContract(MethodView):
    @signed_in(Role.SUPERVISOR)
    @blp.response(200, VoidViewSchema)
    def get(self, code: str) -> VoidView:
        """The contract on whose page this code is printed, for a supervisor who doubts it."""
        return checks.doubted(request_session(), current_actor(), request_now(), code)


def _base_url() -> str:
    settings = tools(request_session()).settings
    return settings.public_url or request.host_url
