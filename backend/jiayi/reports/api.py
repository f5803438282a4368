"""Reports over HTTP, for managers and supervisors."""

from typing import Any
from uuid import UUID

from flask import Response
from flask.views import MethodView

from jiayi.core.results import Refused
from jiayi.core.web.api import blueprint, problem_response
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import Role
from jiayi.reports import service
from jiayi.reports.schemas import (
    BehindPageSchema,
    ExportAskSchema,
    ExportDecideSchema,
    ExportQuery,
    ExportRequestListSchema,
    ExportRequestSchema,
    IndicatorDetailSchema,
    IndicatorsSchema,
    OverviewQuery,
    OverviewSchema,
    PartsQuery,
    PeopleExportQuery,
    PeopleQuery,
    ScopeQuery,
    TrendQuery,
    TrendSchema,
)
from jiayi.reports.terms import FileKind, Scope

blp = blueprint("reports", "Counts for managers and supervisors")
Query = dict[str, Any]
OFFICE = (Role.MANAGER, Role.SUPERVISOR)
BYTES = {"schema": {"type": "string", "format": "binary"}}
CONTENT = {
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@blp.route("/reports/overview")
class Overview(MethodView):
    @signed_in(*OFFICE)
    @blp.arguments(OverviewQuery, location="query")
    @blp.response(200, OverviewSchema)
    def get(self, query: Query) -> dict[str, Any]:
        """Who is signed, who got what was owed this year, who was never served."""
        return service.overview(request_session(), current_actor(), request_now(), **query)


@blp.route("/reports/indicators")
class Indicators(MethodView):
    @signed_in(*OFFICE)
    @blp.arguments(ScopeQuery, location="query")
    @blp.response(200, IndicatorsSchema)
    def get(self, query: Query) -> dict[str, Any]:
        """Every indicator of a scope, with its fraction, as of a census day."""
        return service.indicators(request_session(), current_actor(), request_now(), _scope(query), on=query["on"])


@blp.route("/reports/indicators/<string(maxlength=60):code>")
class Indicator(MethodView):
    @signed_in(*OFFICE)
    @blp.arguments(PartsQuery, location="query")
    @blp.response(200, IndicatorDetailSchema)
    def get(self, query: Query, code: str) -> dict[str, Any]:
        """One indicator by institution, team or village."""
        found = {name: query[name] for name in ("on", "by")}
        return service.indicator(request_session(), current_actor(), request_now(), code, _scope(query), **found)


@blp.route("/reports/indicators/<string(maxlength=60):code>/people")
class People(MethodView):
    @signed_in(*OFFICE)
    @blp.arguments(PeopleQuery, location="query")
    @blp.response(200, BehindPageSchema)
    def get(self, query: Query, code: str) -> dict[str, Any]:
        """Who stands behind a number, names masked; of answers and of groups of data level 5 nobody."""
        found = {name: query[name] for name in ("on", "part", "cursor", "limit")}
        return service.people(request_session(), current_actor(), request_now(), code, _scope(query), **found)


@blp.route("/reports/trend")
class Trend(MethodView):
    @signed_in(*OFFICE)
    @blp.arguments(TrendQuery, location="query")
    @blp.response(200, TrendSchema)
    def get(self, query: Query) -> dict[str, Any]:
        """Every indicator at the ends of the last months, quarters or years, and on the day itself."""
        actor, now = current_actor(), request_now()
        return service.trend(request_session(), actor, now, _scope(query), every=query["every"], until_on=query["on"])


@blp.route("/reports/exports/indicators")
class IndicatorsExport(MethodView):
    @signed_in(*OFFICE)
    @blp.arguments(ExportQuery, location="query")
    @blp.doc(responses={"200": {"description": "The table", "content": dict.fromkeys(CONTENT.values(), BYTES)}})
    def get(self, query: Query) -> Response:
        """The table as a file."""
        kind = query["kind"]
        content = service.export_indicators(
            request_session(), current_actor(), request_now(), _scope(query), kind=kind, by=query["by"], on=query["on"]
        )
        headers = {
            "Content-Disposition": f'attachment; filename="indicators.{kind.value}"',
            "Cache-Control": "no-store",
        }
        return Response(content, content_type=CONTENT[kind], headers=headers)


@blp.route("/reports/exports/indicators/<string(maxlength=60):code>/people")
class PeopleExport(MethodView):
    @signed_in(*OFFICE)
    @blp.arguments(PeopleExportQuery, location="query")
    @blp.response(204)
    def get(self, query: Query, code: str) -> Response:
        """Refused to everybody, and noted: a list of people's health needs a second person to allow it."""
        about = {"part": query["part"].value}
        service.refuse_people(request_session(), current_actor(), request_now(), code, about)
        return problem_response(403, "reports.refused.second_person")


@blp.route("/reports/export-requests")
class ExportRequests(MethodView):
    @signed_in(*OFFICE)
    @blp.response(200, ExportRequestListSchema)
    def get(self) -> dict[str, Any]:
        """Who wanted which people as a file, and what came of it."""
        return service.list_requests(request_session(), current_actor(), request_now())

    @signed_in(*OFFICE)
    @blp.arguments(ExportAskSchema)
    @blp.response(201, ExportRequestSchema)
    @blp.alt_response(404, description="NotFound")
    def post(self, payload: Query) -> dict[str, Any]:
        """Ask for the people behind a number; another one of the office decides."""
        named = {name: payload[name] for name in ("part", "kind", "purpose", "on")}
        actor = current_actor()
        return service.ask(request_session(), actor, request_now(), payload["code"], _scope(payload), **named)


@blp.route("/reports/export-requests/<uuid:request_id>/decide")
class ExportDecide(MethodView):
    @signed_in(*OFFICE)
    @blp.arguments(ExportDecideSchema)
    @blp.response(200, ExportRequestSchema)
    def post(self, payload: Query, request_id: UUID) -> dict[str, Any]:
        """Allow another one's request, or don't."""
        return service.decide(request_session(), current_actor(), request_now(), request_id, **payload)


@blp.route("/reports/export-requests/<uuid:request_id>/fetch")
class ExportFetch(MethodView):
    @signed_in(*OFFICE)
    @blp.doc(responses={"200": {"description": "The list", "content": dict.fromkeys(CONTENT.values(), BYTES)}})
    def post(self, request_id: UUID) -> Response:
        """The list as a file, once. Refused to whoever has no second person's leave, and noted."""
        found = service.fetch(request_session(), current_actor(), request_now(), request_id)
        if isinstance(found, Refused):
            return problem_response(403, found.reason)
        headers = {
            "Content-Disposition": f'attachment; filename="list.{found.kind.value}"',
            "Cache-Control": "no-store",
        }
        return Response(found.content, content_type=CONTENT[found.kind], headers=headers)


def _scope(query: Query) -> Scope:
    return Scope(query["organization_id"], query["team_id"], query["village"])
