"""The editor of packages over HTTP."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from jiayi.catalogue.schemas import PackageSchema
from jiayi.catalogue.service import KEEPERS
from jiayi.core.web.api import blueprint
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.offers import service
from jiayi.offers.schemas import ComparisonSchema, PackageVersionListSchema

blp = blueprint("offers", "The editor of packages")


@blp.route("/packages/versions")
class Versions(MethodView):
    @signed_in(*KEEPERS)
    @blp.response(200, PackageVersionListSchema)
    def get(self) -> dict[str, Any]:
        """Every version of every package, and how many contracts run on each."""
        return service.versions(request_session(), current_actor(), request_now())


@blp.route("/packages/<uuid:package_id>/comparison")
class Comparison(MethodView):
    @signed_in(*KEEPERS)
    @blp.response(200, ComparisonSchema)
    def get(self, package_id: UUID) -> dict[str, Any]:
        """What a draft changes, what stands in its way, whom it is meant for."""
        return service.compare(request_session(), current_actor(), request_now(), package_id)


@blp.route("/packages/<uuid:package_id>/publish")
class Publish(MethodView):
    @signed_in(*KEEPERS)
    @blp.response(200, PackageSchema)
    def post(self, package_id: UUID) -> Any:
        """Let this version be signed; the one before is retired."""
        return service.publish(request_session(), current_actor(), request_now(), package_id)
