"""Residents, their family and their consents over HTTP."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from jiayi.core.web.api import blueprint
from jiayi.core.web.etags import check_version, set_version
from jiayi.identity.access import current_actor, request_now, request_session, signed_in
from jiayi.identity.terms import Role
from jiayi.residents import service
from jiayi.residents.models import Consent, NamedStaff, Proxy
from jiayi.residents.schemas import (
    AccountNewSchema,
    AccountSchema,
    ConditionNewSchema,
    ConsentListSchema,
    ConsentNewSchema,
    ConsentSchema,
    ConsentWithdrawSchema,
    DeathSchema,
    FlagEndSchema,
    FlagNewSchema,
    HouseholdNewSchema,
    HouseholdSchema,
    IdentityCheckSchema,
    IdentitySchema,
    Level5Schema,
    MoveSchema,
    NamedStaffNewSchema,
    NamedStaffSchema,
    PhoneNewSchema,
    ProxyListSchema,
    ProxyNewSchema,
    ProxySchema,
    ResidentNewSchema,
    ResidentPageSchema,
    ResidentPatchSchema,
    ResidentQuery,
    ResidentSchema,
    ResidentSearchSchema,
)

TEAM = (Role.CLINICIAN, Role.TEAM_LEADER)
REGISTRARS = (*TEAM, Role.ADMIN)
CARED_FOR = (Role.RESIDENT, Role.PROXY)
OFFICE = (Role.MANAGER, Role.SUPERVISOR, Role.ADMIN)
Body = dict[str, Any]

blp = blueprint("residents", "Residents, identity, key groups, family, consents")


@blp.route("/residents")
class Residents(MethodView):
    @signed_in(*TEAM, *CARED_FOR, *OFFICE)
    @blp.arguments(ResidentQuery, location="query")
    @blp.response(200, ResidentPageSchema)
    def get(self, query: Body) -> Body:
        """List the residents in sight; masked for whoever does not care for them."""
        return service.list_residents(request_session(), current_actor(), request_now(), **query)

    @signed_in(*REGISTRARS)
    @blp.arguments(ResidentNewSchema)
    @blp.response(201, ResidentSchema)
    def post(self, payload: Body) -> Body:
        """Register a resident."""
        session, actor, now = request_session(), current_actor(), request_now()
        resident = service.register(session, actor, now, **payload)
        set_version(resident.version)
        return service.new_file(session, actor, now, resident)


@blp.route("/residents/search")
class Search(MethodView):
    @signed_in(*REGISTRARS)
    @blp.arguments(ResidentSearchSchema)
    @blp.response(200, ResidentPageSchema)
    def post(self, payload: Body) -> Body:
        """Find residents of the county by their exact identity or phone number."""
        return service.search(request_session(), current_actor(), request_now(), **payload)


@blp.route("/residents/<uuid:resident_id>")
class OneResident(MethodView):
    @signed_in(*TEAM, *CARED_FOR)
    @blp.response(200, ResidentSchema)
    def get(self, resident_id: UUID) -> Body:
        """A resident's file, or its summary; the look is audited."""
        return _file(resident_id)

    @signed_in(*TEAM)
    @blp.arguments(ResidentPatchSchema)
    @blp.response(200, ResidentSchema)
    @blp.alt_response(412, description="Stale")
    def patch(self, payload: Body, resident_id: UUID) -> Body:
        """Change a resident's file; `If-Match` names the version."""
        session, actor = request_session(), current_actor()
        check_version(service.care_for(session, actor, resident_id).version)
        service.update(session, actor, request_now(), resident_id, **payload)
        return _file(resident_id)


@blp.route("/residents/<uuid:resident_id>/identity-number")
class IdentityNumber(MethodView):
    @signed_in(*TEAM, Role.RESIDENT)
    @blp.response(200, IdentitySchema)
    def get(self, resident_id: UUID) -> Body:
        """The identity number in clear; the look is audited."""
        number = service.show_identity(request_session(), current_actor(), request_now(), resident_id)
        return {"identity_number": number}

    @signed_in(*TEAM)
    @blp.arguments(IdentityCheckSchema)
    @blp.response(200, ResidentSchema)
    def post(self, payload: Body, resident_id: UUID) -> Body:
        """Note the identity number, or that the document itself was seen."""
        service.verify_identity(request_session(), current_actor(), request_now(), resident_id, **payload)
        return _file(resident_id)


@blp.route("/residents/<uuid:resident_id>/account")
class Account(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(AccountNewSchema)
    @blp.response(201, AccountSchema)
    def post(self, payload: Body, resident_id: UUID) -> Body:
        """Let the resident sign in with this phone number."""
        account_id = service.open_account(request_session(), current_actor(), request_now(), resident_id, **payload)
        return {"account_id": account_id}


@blp.route("/residents/<uuid:resident_id>/phones")
class Phones(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(PhoneNewSchema)
    @blp.response(201, ResidentSchema)
    def post(self, payload: Body, resident_id: UUID) -> Body:
        """Note a phone number."""
        service.add_phone(request_session(), current_actor(), request_now(), resident_id, **payload)
        return _file(resident_id)


@blp.route("/residents/<uuid:resident_id>/phones/<uuid:phone_id>")
class OnePhone(MethodView):
    @signed_in(*TEAM)
    @blp.response(204)
    def delete(self, resident_id: UUID, phone_id: UUID) -> None:
        """Remove a phone number."""
        service.remove_phone(request_session(), current_actor(), request_now(), resident_id, phone_id)


@blp.route("/residents/<uuid:resident_id>/conditions")
class Conditions(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(ConditionNewSchema)
    @blp.response(201, ResidentSchema)
    def post(self, payload: Body, resident_id: UUID) -> Body:
        """Note a confirmed diagnosis."""
        service.add_condition(request_session(), current_actor(), request_now(), resident_id, **payload)
        return _file(resident_id)


@blp.route("/residents/<uuid:resident_id>/conditions/<uuid:condition_id>")
class OneCondition(MethodView):
    @signed_in(*TEAM)
    @blp.response(204)
    def delete(self, resident_id: UUID, condition_id: UUID) -> None:
        """Remove a diagnosis noted in error."""
        service.remove_condition(request_session(), current_actor(), request_now(), resident_id, condition_id)


@blp.route("/residents/<uuid:resident_id>/flags")
class Flags(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(FlagNewSchema)
    @blp.response(201, ResidentSchema)
    def post(self, payload: Body, resident_id: UUID) -> Body:
        """Note a key group that another office or a doctor tells."""
        service.set_flag(request_session(), current_actor(), request_now(), resident_id, **payload)
        return _file(resident_id)


@blp.route("/residents/<uuid:resident_id>/flags/<uuid:flag_id>/end")
class EndFlag(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(FlagEndSchema)
    @blp.response(200, ResidentSchema)
    def post(self, payload: Body, resident_id: UUID, flag_id: UUID) -> Body:
        """End a key group that was told."""
        service.end_flag(request_session(), current_actor(), request_now(), resident_id, flag_id, **payload)
        return _file(resident_id)


@blp.route("/residents/<uuid:resident_id>/death")
class Death(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(DeathSchema)
    @blp.response(200, ResidentSchema)
    def post(self, payload: Body, resident_id: UUID) -> Body:
        """Register a death; what was planned ends with it."""
        service.record_death(request_session(), current_actor(), request_now(), resident_id, **payload)
        return _file(resident_id)


@blp.route("/residents/<uuid:resident_id>/move")
class Move(MethodView):
    @signed_in(*TEAM)
    @blp.arguments(MoveSchema)
    @blp.response(200, ResidentSchema)
    def post(self, payload: Body, resident_id: UUID) -> Body:
        """The resident has moved out of the area; what was planned here ends."""
        service.record_move(request_session(), current_actor(), request_now(), resident_id, **payload)
        return _file(resident_id)


@blp.route("/residents/<uuid:resident_id>/return")
class Return(MethodView):
    @signed_in(*TEAM)
    @blp.response(200, ResidentSchema)
    def post(self, resident_id: UUID) -> Body:
        """The resident lives here again."""
        service.record_return(request_session(), current_actor(), request_now(), resident_id)
        return _file(resident_id)


@blp.route("/residents/<uuid:resident_id>/level5")
class Level5(MethodView):
    @signed_in(*TEAM)
    @blp.response(200, Level5Schema)
    def get(self, resident_id: UUID) -> Body:
        """What only staff named for this resident may know; the look is audited."""
        return service.level5(request_session(), current_actor(), request_now(), resident_id)


@blp.route("/residents/<uuid:resident_id>/named-staff")
class NamedStaffs(MethodView):
    @signed_in(Role.MANAGER)
    @blp.arguments(NamedStaffNewSchema)
    @blp.response(201, NamedStaffSchema)
    def post(self, payload: Body, resident_id: UUID) -> NamedStaff:
        """Name a clinician who may know what is of data level 5."""
        return service.name_staff(request_session(), current_actor(), request_now(), resident_id, **payload)


@blp.route("/residents/<uuid:resident_id>/named-staff/<uuid:clinician_id>")
class OneNamedStaff(MethodView):
    @signed_in(Role.MANAGER)
    @blp.response(204)
    def delete(self, resident_id: UUID, clinician_id: UUID) -> None:
        """The clinician may know no more."""
        service.unname_staff(request_session(), current_actor(), request_now(), resident_id, clinician_id)


@blp.route("/residents/<uuid:resident_id>/consents")
class Consents(MethodView):
    @signed_in(*TEAM, Role.RESIDENT)
    @blp.response(200, ConsentListSchema)
    def get(self, resident_id: UUID) -> Body:
        """All consents given and withdrawn."""
        return {"items": service.consents_of(request_session(), current_actor(), request_now(), resident_id)}

    @signed_in(*TEAM, Role.RESIDENT)
    @blp.arguments(ConsentNewSchema)
    @blp.response(201, ConsentSchema)
    def post(self, payload: Body, resident_id: UUID) -> Consent:
        """Give consent to one purpose."""
        return service.give_consent(request_session(), current_actor(), request_now(), resident_id, **payload)


@blp.route("/residents/<uuid:resident_id>/consents/withdraw")
class WithdrawConsent(MethodView):
    @signed_in(*TEAM, Role.RESIDENT)
    @blp.arguments(ConsentWithdrawSchema)
    @blp.response(200, ConsentSchema)
    def post(self, payload: Body, resident_id: UUID) -> Consent:
        """Withdraw the consent to one purpose."""
        return service.withdraw_consent(request_session(), current_actor(), request_now(), resident_id, **payload)


@blp.route("/residents/<uuid:resident_id>/proxies")
class Proxies(MethodView):
    @signed_in(*TEAM, *CARED_FOR)
    @blp.response(200, ProxyListSchema)
    def get(self, resident_id: UUID) -> Body:
        """Who of the family helps; a helper sees only his or her own grant."""
        return {"items": service.list_proxies(request_session(), current_actor(), request_now(), resident_id)}

    @signed_in(*TEAM, Role.RESIDENT)
    @blp.arguments(ProxyNewSchema)
    @blp.response(201, ProxySchema)
    def post(self, payload: Body, resident_id: UUID) -> Proxy:
        """Let somebody of the family help."""
        return service.grant_proxy(request_session(), current_actor(), request_now(), resident_id, **payload)


@blp.route("/residents/<uuid:resident_id>/proxies/<uuid:proxy_id>/revoke")
class RevokeProxy(MethodView):
    @signed_in(*TEAM, *CARED_FOR)
    @blp.response(200, ProxySchema)
    def post(self, resident_id: UUID, proxy_id: UUID) -> Proxy:
        """End the help at once."""
        return service.revoke_proxy(request_session(), current_actor(), request_now(), resident_id, proxy_id)


@blp.route("/households")
class Households(MethodView):
    @signed_in(*REGISTRARS)
    @blp.arguments(HouseholdNewSchema)
    @blp.response(201, HouseholdSchema)
    def post(self, payload: Body) -> Body:
        """Note a household."""
        household = service.add_household(request_session(), current_actor(), request_now(), **payload)
        return {"id": household.id, "name": household.name, "address": household.address, "residents": []}


@blp.route("/households/<uuid:household_id>")
class OneHousehold(MethodView):
    @signed_in(*REGISTRARS, *CARED_FOR)
    @blp.response(200, HouseholdSchema)
    def get(self, household_id: UUID) -> Body:
        """A household and its people in sight."""
        return service.household(request_session(), current_actor(), request_now(), household_id)


def _file(resident_id: UUID) -> Body:
    body = service.file(request_session(), current_actor(), request_now(), resident_id)
    set_version(body["version"])
    return body
