"""Uploading pictures and recordings. Who may look at one is the business of what names it: see the visits' photos."""

import re

from flask import request
from flask.views import MethodView

from jiayi.attachments import service
from jiayi.attachments.schemas import UploadHeaders, UploadSchema
from jiayi.attachments.terms import AttachmentType, UploadState
from jiayi.core.errors import NotFound
from jiayi.core.web.api import blueprint
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import TEAM_ROLES

TEAM = tuple(TEAM_ROLES)
SHA256 = re.compile(r"[0-9a-f]{64}")
BYTES = {"schema": {"type": "string", "format": "binary"}}

blp = blueprint("attachments", "Pictures and recordings: uploaded in parts, named by their content")


def checked(sha256: str) -> str:
    """The path's hash. Raises NotFound for what is none."""
    if not SHA256.fullmatch(sha256):
        raise NotFound
    return sha256


@blp.route("/attachments/<string(length=64):sha256>")
class Upload(MethodView):
    @signed_in(*TEAM, hand_in=True)
    @blp.doc(requestBody={"required": True, "content": {kind.value: BYTES for kind in AttachmentType}})
    @blp.arguments(UploadHeaders, location="headers")
    @blp.response(200, UploadSchema)
    def put(self, headers: dict[str, str | None], sha256: str) -> UploadState:
        """Bring a picture or a recording, whole or the next part of it."""
        return service.receive(
            request_session(),
            current_actor(),
            request_now(),
            checked(sha256),
            request.get_data(cache=False),
            headers["content_range"],
        )


@blp.route("/attachments/<string(length=64):sha256>/upload")
class UploadProgress(MethodView):
    @signed_in(*TEAM, hand_in=True)
    @blp.response(200, UploadSchema)
    def get(self, sha256: str) -> UploadState:
        """How much of a file has come from this account."""
        return service.state(request_session(), current_actor(), checked(sha256))
