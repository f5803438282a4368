"""Photos: named on a visit, and looked at."""

from uuid import UUID

from flask import Response
from flask.views import MethodView

from jiayi.attachments.api import BYTES, checked
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.visits import service
from jiayi.visits.api.blueprint import CARE, TEAM, Body, blp, work
from jiayi.visits.schemas import PhotoSchema, VisitSchema

KEPT = "private, max-age=900, immutable"
"""As long as an access token is good; with it, `Vary` keeps it from the next person on this phone."""


@blp.route("/visits/<uuid:visit_id>/add-photo")
class AddPhoto(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(PhotoSchema)
    @blp.response(200, VisitSchema)
    def post(self, payload: Body, visit_id: UUID) -> Body:
        """Name a photo taken on the visit; its bytes come apart."""
        return work(service.add_photo, visit_id, payload)


@blp.route("/attachments/<string(length=64):sha256>")
class Photo(MethodView):
    @signed_in(*CARE)
    @blp.doc(responses={"200": {"description": "The picture, without metadata", "content": {"image/jpeg": BYTES}}})
    def get(self, sha256: str) -> Response:
        """Look at a picture, for those who may see a visit that names it."""
        content = service.read_photo(request_session(), current_actor(), request_now(), checked(sha256))
        headers = {"Cache-Control": KEPT, "Vary": "Authorization"}
        return Response(content, content_type="image/jpeg", headers=headers)
