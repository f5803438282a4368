"""Institutions, teams and clinicians over HTTP. Everybody signed in may read them; an administrator keeps them."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from jiayi.core.web.api import blueprint
from jiayi.core.web.etags import check_version, set_version
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import Role
from jiayi.organizations import service
from jiayi.organizations.models import CareTeam, Clinician, Organization
from jiayi.organizations.schemas import (
    ClinicianNewSchema,
    ClinicianPageSchema,
    ClinicianPatchSchema,
    ClinicianQuery,
    ClinicianSchema,
    OrganizationNewSchema,
    OrganizationPageSchema,
    OrganizationPatchSchema,
    OrganizationQuery,
    OrganizationSchema,
    TeamMemberSchema,
    TeamNewSchema,
    TeamPageSchema,
    TeamPatchSchema,
    TeamQuery,
    TeamSchema,
)

Body = dict[str, Any]

blp = blueprint("organizations", "Institutions, care teams, clinicians")


@blp.route("/organizations")
class Organizations(MethodView):
    @signed_in()
    @blp.arguments(OrganizationQuery, location="query")
    @blp.response(200, OrganizationPageSchema)
    def get(self, query: Body) -> Body:
        """List institutions."""
        return service.list_organizations(request_session(), **query)

    @signed_in(Role.ADMIN)
    @blp.arguments(OrganizationNewSchema)
    @blp.response(201, OrganizationSchema)
    def post(self, payload: Body) -> Organization:
        """Add an institution."""
        return service.add_organization(request_session(), current_actor(), request_now(), **payload)


@blp.route("/organizations/<uuid:organization_id>")
class OneOrganization(MethodView):
    @signed_in()
    @blp.response(200, OrganizationSchema)
    def get(self, organization_id: UUID) -> Organization:
        """One institution."""
        organization = service.get_organization(request_session(), organization_id)
        set_version(organization.version)
        return organization

    @signed_in(Role.ADMIN)
    @blp.arguments(OrganizationPatchSchema)
    @blp.response(200, OrganizationSchema)
    @blp.alt_response(412, description="Stale")
    def patch(self, payload: Body, organization_id: UUID) -> Organization:
        """Change an institution; `If-Match` names the version."""
        session = request_session()
        check_version(service.get_organization(session, organization_id).version)
        organization = service.change_organization(session, current_actor(), request_now(), organization_id, **payload)
        set_version(organization.version)
        return organization


@blp.route("/clinicians")
class Clinicians(MethodView):
    @signed_in()
    @blp.arguments(ClinicianQuery, location="query")
    @blp.response(200, ClinicianPageSchema)
    def get(self, query: Body) -> Body:
        """List clinicians."""
        return service.list_clinicians(request_session(), **query)

    @signed_in(Role.ADMIN)
    @blp.arguments(ClinicianNewSchema)
    @blp.response(201, ClinicianSchema)
    def post(self, payload: Body) -> Clinician:
        """Add a clinician."""
        return service.add_clinician(request_session(), current_actor(), request_now(), **payload)


@blp.route("/clinicians/<uuid:clinician_id>")
class OneClinician(MethodView):
    @signed_in()
    @blp.response(200, ClinicianSchema)
    def get(self, clinician_id: UUID) -> Clinician:
        """One clinician."""
        clinician = service.get_clinician(request_session(), clinician_id)
        set_version(clinician.version)
        return clinician

    @signed_in(Role.ADMIN)
    @blp.arguments(ClinicianPatchSchema)
    @blp.response(200, ClinicianSchema)
    @blp.alt_response(412, description="Stale")
    def patch(self, payload: Body, clinician_id: UUID) -> Clinician:
        """Change what a clinician may do; `If-Match` names the version."""
        session = request_session()
        check_version(service.get_clinician(session, clinician_id).version)
        clinician = service.change_clinician(session, current_actor(), request_now(), clinician_id, **payload)
        set_version(clinician.version)
        return clinician


@blp.route("/teams")
class Teams(MethodView):
    @signed_in()
    @blp.arguments(TeamQuery, location="query")
    @blp.response(200, TeamPageSchema)
    def get(self, query: Body) -> Body:
        """List care teams."""
        return service.list_teams(request_session(), **query)

    @signed_in(Role.ADMIN)
    @blp.arguments(TeamNewSchema)
    @blp.response(201, TeamSchema)
    def post(self, payload: Body) -> Body:
        """Found a team."""
        return _body(service.add_team(request_session(), current_actor(), request_now(), **payload))


@blp.route("/teams/<uuid:team_id>")
class OneTeam(MethodView):
    @signed_in()
    @blp.response(200, TeamSchema)
    def get(self, team_id: UUID) -> Body:
        """One team."""
        return _body(service.get_team(request_session(), team_id))

    @signed_in(Role.ADMIN)
    @blp.arguments(TeamPatchSchema)
    @blp.response(200, TeamSchema)
    @blp.alt_response(412, description="Stale")
    def patch(self, payload: Body, team_id: UUID) -> Body:
        """Change a team; `If-Match` names the version."""
        session = request_session()
        check_version(service.get_team(session, team_id).version)
        return _body(service.change_team(session, current_actor(), request_now(), team_id, **payload))


@blp.route("/teams/<uuid:team_id>/join")
class Join(MethodView):
    @signed_in(Role.ADMIN)
    @blp.arguments(TeamMemberSchema)
    @blp.response(200, TeamSchema)
    def post(self, payload: Body, team_id: UUID) -> Body:
        """Take a clinician into the team."""
        return _body(service.join_team(request_session(), current_actor(), request_now(), team_id, **payload))


@blp.route("/teams/<uuid:team_id>/leave")
class Leave(MethodView):
    @signed_in(Role.ADMIN)
    @blp.arguments(TeamMemberSchema)
    @blp.response(200, TeamSchema)
    def post(self, payload: Body, team_id: UUID) -> Body:
        """End a clinician's work in the team."""
        return _body(service.leave_team(request_session(), current_actor(), request_now(), team_id, **payload))


@blp.route("/teams/<uuid:team_id>/lead")
class Lead(MethodView):
    @signed_in(Role.ADMIN)
    @blp.arguments(TeamMemberSchema)
    @blp.response(200, TeamSchema)
    def post(self, payload: Body, team_id: UUID) -> Body:
        """Hand the lead to a member."""
        return _body(service.set_leader(request_session(), current_actor(), request_now(), team_id, **payload))


def _body(team: CareTeam) -> Body:
    set_version(team.version)
    (body,) = service.team_bodies(request_session(), [team])
    return body
