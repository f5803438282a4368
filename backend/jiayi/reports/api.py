"""Reports over HTTP, for managers and supervisors."""

from typing import Any

from flask.views import MethodView

from jiayi.core.web.api import blueprint
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import Role
from jiayi.reports import service
from jiayi.reports.schemas import OverviewQuery, OverviewSchema

blp = blueprint("reports", "Counts for managers and supervisors")


@blp.route("/reports/overview")
class Overview(MethodView):
    @signed_in(Role.MANAGER, Role.SUPERVISOR)
    @blp.arguments(OverviewQuery, location="query")
    @blp.response(200, OverviewSchema)
    def get(self, query: dict[str, Any]) -> dict[str, Any]:
        """Who is signed, who got what was owed this year, who was never visited."""
        return service.overview(request_session(), current_actor(), request_now(), **query)
