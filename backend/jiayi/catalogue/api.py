"""The catalogue over HTTP. Everybody signed in may read it; an administrator keeps it."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from jiayi.catalogue import service
from jiayi.catalogue.models import CatalogueItem, PackageVersion
from jiayi.catalogue.schemas import (
    PackageNewSchema,
    PackagePageSchema,
    PackageQuery,
    PackageSchema,
    PriceSchema,
    ServiceItemPageSchema,
    ServiceItemSchema,
)
from jiayi.core.web.api import blueprint
from jiayi.core.web.etags import check_version, set_version
from jiayi.core.web.schemas import PageQuery
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import Role

Body = dict[str, Any]

blp = blueprint("catalogue", "Service items and packages")


@blp.route("/service-items")
class ServiceItems(MethodView):
    @signed_in()
    @blp.arguments(PageQuery, location="query")
    @blp.response(200, ServiceItemPageSchema)
    def get(self, query: Body) -> Body:
        """List service items."""
        return service.list_items(request_session(), **query)


@blp.route("/service-items/<string(maxlength=10):code>")
class OneServiceItem(MethodView):
    @signed_in()
    @blp.response(200, ServiceItemSchema)
    def get(self, code: str) -> CatalogueItem:
        """One service item."""
        return service.item(request_session(), code)


@blp.route("/service-items/<string(maxlength=10):code>/price")
class Price(MethodView):
    @signed_in(Role.ADMIN)
    @blp.arguments(PriceSchema)
    @blp.response(200, ServiceItemSchema)
    def post(self, payload: Body, code: str) -> CatalogueItem:
        """Set the centre's own price."""
        return service.set_price(request_session(), current_actor(), request_now(), code, **payload)


@blp.route("/packages")
class Packages(MethodView):
    @signed_in()
    @blp.arguments(PackageQuery, location="query")
    @blp.response(200, PackagePageSchema)
    def get(self, query: Body) -> Body:
        """List the packages that may be signed, or those of another status."""
        return service.list_packages(request_session(), **query)

    @signed_in(*service.KEEPERS)
    @blp.arguments(PackageNewSchema)
    @blp.response(201, PackageSchema)
    def post(self, payload: Body) -> PackageVersion:
        """Draft the next version of a package."""
        row = service.draft_package(request_session(), current_actor(), request_now(), **payload)
        set_version(row.revision)
        return row


@blp.route("/packages/<uuid:package_id>")
class OnePackage(MethodView):
    @signed_in()
    @blp.response(200, PackageSchema)
    def get(self, package_id: UUID) -> PackageVersion:
        """One version of a package."""
        row = service.package(request_session(), package_id)
        set_version(row.revision)
        return row

    @signed_in(*service.KEEPERS)
    @blp.arguments(PackageNewSchema)
    @blp.response(200, PackageSchema)
    @blp.alt_response(412, description="Stale")
    def put(self, payload: Body, package_id: UUID) -> PackageVersion:
        """Write a draft anew; `If-Match` names its revision."""
        session = request_session()
        check_version(service.package(session, package_id).revision)
        row = service.change_package(session, current_actor(), request_now(), package_id, **payload)
        set_version(row.revision)
        return row

    @signed_in(*service.KEEPERS)
    @blp.response(204)
    @blp.alt_response(412, description="Stale")
    def delete(self, package_id: UUID) -> None:
        """Throw a draft away; `If-Match` names its revision."""
        session = request_session()
        check_version(service.package(session, package_id).revision)
        service.discard_package(session, current_actor(), request_now(), package_id)


@blp.route("/packages/<uuid:package_id>/retire")
class Retire(MethodView):
    @signed_in(*service.KEEPERS)
    @blp.response(200, PackageSchema)
    def post(self, package_id: UUID) -> PackageVersion:
        """Let no new contract take this version."""
        return service.retire_package(request_session(), current_actor(), request_now(), package_id)
