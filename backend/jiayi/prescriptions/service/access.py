"""Loading prescriptions, and who may do what with them."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core.errors import Forbidden, NotFound
from jiayi.core.tools import tools
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import OrganizationKind, Profession
from jiayi.prescriptions.models import Prescription, RefillRequest
from jiayi.prescriptions.tables import LongPrescription
from jiayi.prescriptions.terms import Prescriber
from jiayi.residents import service as residents
from jiayi.residents.terms import Access, ProxyScope


def lock_prescription(session: Session, prescription_id: UUID) -> Prescription:
    """The prescription, locked until the transaction ends. Raises NotFound."""
    key = (session.info["county_id"], prescription_id)
    prescription = session.get(Prescription, key, with_for_update=True, populate_existing=True)
    if prescription is None:
        raise NotFound
    return prescription


def lock_request(session: Session, request_id: UUID) -> RefillRequest:
    """The request, locked until the transaction ends. Raises NotFound."""
    key = (session.info["county_id"], request_id)
    request = session.get(RefillRequest, key, with_for_update=True, populate_existing=True)
    if request is None:
        raise NotFound
    return request


def is_in_sight(session: Session, actor: Actor, resident_id: UUID) -> bool:
    """Whether the actor may see and renew this resident's medicine: himself, the team, family who may book or see all."""
    if actor.role is Role.PROXY:
        scopes = residents.scopes_of(session, actor, resident_id)
        return bool(scopes & {ProxyScope.BOOK, ProxyScope.VIEW_FULL})
    return residents.may_see(session, actor, resident_id) is Access.FULL


def may_ask(session: Session, actor: Actor, resident_id: UUID) -> None:
    """Raises NotFound for a stranger, Forbidden for family without that scope."""
    if is_in_sight(session, actor, resident_id):
        return
    residents.see(session, actor, resident_id)
    raise Forbidden("prescriptions.refused.no_refill_scope")


def may_prescribe(session: Session, actor: Actor, resident_id: UUID, table: LongPrescription) -> Prescriber:
    """A doctor of the team that cares for the resident, as the rules see one. Raises NotFound, Forbidden."""
    residents.care_for(session, actor, resident_id)
    if actor.clinician_id is None:
        raise NotFound
    clinician = organizations.get_clinician(session, actor.clinician_id)
    if clinician.profession not in table.prescriber_professions:
        raise Forbidden("prescriptions.refused.not_doctor")
    organization = organizations.get_organization(session, clinician.organization_id)
    return Prescriber(
        clinician.profession,
        clinician.title,
        is_at_primary_care=organization.kind is OrganizationKind.PRIMARY_CARE,
        is_in_related_specialty=clinician.profession is Profession.SPECIALIST,
    )


def profession_of(session: Session, actor: Actor) -> Profession | None:
    """What the actor is by profession; nothing for family and office."""
    return organizations.get_clinician(session, actor.clinician_id).profession if actor.clinician_id else None


def limits(session: Session, on: date) -> LongPrescription:
    return tools(session).rules.of(LongPrescription, on)
