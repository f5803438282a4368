"""Loading a visit, and who may do what to it.

Field work is asked whether its sender may still write it: a no is Forbidden, or a refusal whose code ends in `cancelled`;
sync then holds the work for the leader. Filed by a leader, it is written whatever became of the visit meanwhile.
"""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.core.prepared import Prepared
from jiayi.core.results import Allowed, Refused
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.terms import Access
from jiayi.visits import rules
from jiayi.visits.models import Visit, VisitClinician, VisitService
from jiayi.visits.terms import ServiceOutcome, VisitAction, VisitFacts, VisitStatus

STANDING_REASONS = frozenset({"visits.refused.wrong_clinician", "visits.refused.not_leader", "visits.refused.not_team"})
CALLED_OFF = frozenset({VisitStatus.CANCELLED, VisitStatus.DECLINED})
DONE = frozenset({VisitStatus.COMPLETED, VisitStatus.VERIFIED})
RECORDING = DONE | {VisitStatus.EN_ROUTE, VisitStatus.IN_PROGRESS}
"""States in which facts of the visit are written down: also after its end, for phones that come back late."""


def get(session: Session, visit_id: UUID) -> Visit:
    """The visit, whoever asks. Raises NotFound."""
    visit = find(session, visit_id)
    if visit is None:
        raise NotFound
    return visit


def find(session: Session, visit_id: UUID) -> Visit | None:
    """The visit, whoever asks, if there is one."""
    return session.get(Visit, (session.info["county_id"], visit_id))


def lock(session: Session, visit_id: UUID) -> Visit:
    """The visit, locked until the transaction ends, as it stands now. Raises NotFound."""
    key = (session.info["county_id"], visit_id)
    visit = session.get(Visit, key, with_for_update=True, populate_existing=True)
    if visit is None:
        raise NotFound
    return visit


def services_of(session: Session, visit_id: UUID) -> list[VisitService]:
    return list(
        session.scalars(select(VisitService).where(VisitService.visit_id == visit_id).order_by(VisitService.id))
    )


_RESIDENTS = Prepared(
    select(VisitService.resident_id)
    .where(VisitService.visit_id == bindparam("visit_id", type_=Uuid()))
    .order_by(VisitService.id)
)


def resident_ids_of(session: Session, visit_id: UUID) -> tuple[UUID, ...]:
    """Whom the visit is for, in the order of their services."""
    session.flush()
    return tuple(dict.fromkeys(resident_id for (resident_id,) in _RESIDENTS(session, visit_id=visit_id)))


def was_visited(session: Session, resident_ids: Collection[UUID]) -> bool:
    """Whether somebody of ours has served one of these people at home before."""
    statement = (
        select(Visit.id)
        .join(VisitService, (VisitService.county_id == Visit.county_id) & (VisitService.visit_id == Visit.id))
        .where(VisitService.resident_id.in_(resident_ids), VisitService.outcome == ServiceOutcome.DONE)
        .where(Visit.status.in_(DONE))
    )
    return session.scalar(statement.limit(1)) is not None


def places_of(session: Session, visit_id: UUID) -> list[VisitClinician]:
    """Everybody who goes or was to go, those taken off among them."""
    statement = select(VisitClinician).where(VisitClinician.visit_id == visit_id).order_by(VisitClinician.id)
    return list(session.scalars(statement))


def clinician_ids_of(session: Session, visit_id: UUID) -> tuple[UUID, ...]:
    """Who goes."""
    return tuple(place.clinician_id for place in places_of(session, visit_id) if not place.is_removed)


def may_see_visit(session: Session, actor: Actor, visit: Visit) -> Access:
    """How much of a visit the actor may see: its team and the residents' team all of it, the family what is theirs."""
    if actor.is_team and organizations.is_on_team(session, actor, visit.team_id):
        return Access.FULL
    found = {residents.may_see(session, actor, resident_id) for resident_id in resident_ids_of(session, visit.id)}
    return next((access for access in (Access.FULL, Access.SUMMARY) if access in found), Access.NONE)


def see(session: Session, actor: Actor, visit_id: UUID) -> Visit:
    """The visit, if the actor may see anything of it. Raises NotFound."""
    visit = get(session, visit_id)
    if may_see_visit(session, actor, visit) is Access.NONE:
        raise NotFound
    return visit


def may_lead(session: Session, actor: Actor, team_id: UUID) -> None:
    """Raises NotFound to people of other teams, Forbidden to those of the team who don't lead it."""
    if not organizations.is_on_team(session, actor, team_id):
        raise NotFound
    if not organizations.leads(session, actor, team_id):
        raise Forbidden("visits.refused.not_leader")


def lead(session: Session, actor: Actor, visit_id: UUID) -> Visit:
    """The visit, locked, for a decision of its leader. Raises NotFound, Forbidden `visits.refused.not_leader`."""
    visit = lock(session, visit_id)
    may_lead(session, actor, visit.team_id)
    return visit


def may_book(session: Session, actor: Actor, resident_ids: Collection[UUID]) -> None:
    """Whether the actor may ask for a visit to all of them. Raises NotFound for a stranger, Forbidden for the scope."""
    for resident_id in resident_ids:
        if not residents.may_book(session, actor, resident_id):
            residents.see(session, actor, resident_id)
            raise Forbidden("visits.refused.no_booking_scope")


def demand(action: VisitAction, facts: VisitFacts) -> None:
    """Raises Forbidden for who asks, Refusal for what the visit has become."""
    match rules.may(action, facts):
        case Refused(reason, detail) if reason in STANDING_REASONS:
            raise Forbidden(reason, detail)
        case Refused(_, detail) if facts.status in CALLED_OFF and facts.is_on_visit:
            raise Refusal("visits.refused.cancelled", detail)
        case Refused(reason, detail):
            raise Refusal(reason, detail)
        case Allowed():
            return


_PLACE = Prepared(
    select(VisitClinician.is_removed).where(
        VisitClinician.visit_id == bindparam("visit_id", type_=Uuid()),
        VisitClinician.clinician_id == bindparam("clinician_id", type_=Uuid()),
    )
)


def work_on(session: Session, actor: Actor, visit_id: UUID, *, may_join: bool = False) -> Visit:
    """The visit, locked, for a fact that this clinician brings.

    `may_join`: somebody of the team who was never on it joins. Raises NotFound, Forbidden `visits.refused.reassigned`,
    `visits.refused.wrong_team`, `visits.refused.wrong_clinician`.
    """
    visit = lock(session, visit_id)
    clinician_id = worker(actor)
    # Asked after the lock, never along with it: a leader may have taken somebody off while this waited.
    if (False,) in _PLACE(session, visit_id=visit_id, clinician_id=clinician_id):
        return visit
    place = next((one for one in places_of(session, visit_id) if one.clinician_id == clinician_id), None)
    if actor.filed_by is None:
        if not organizations.is_on_team(session, actor, visit.team_id):
            raise Forbidden("visits.refused.wrong_team")
        if place is not None:
            raise Forbidden("visits.refused.reassigned")
        if not may_join:
            raise Forbidden("visits.refused.wrong_clinician")
    _join(session, visit, clinician_id, place)
    return visit


def _join(session: Session, visit: Visit, clinician_id: UUID, place: VisitClinician | None) -> None:
    if place is None:
        session.add(VisitClinician(visit_id=visit.id, clinician_id=clinician_id))
    else:
        place.is_removed = False
    session.flush()


def worker(actor: Actor) -> UUID:
    """The clinician who acts. Raises Forbidden for anybody else."""
    if actor.clinician_id is None:
        raise Forbidden("identity.refused.wrong_role")
    return actor.clinician_id


def move(visit: Visit, action: VisitAction, actor: Actor) -> VisitStatus:
    """Take a visit on, by an action of one of its own clinicians; what it has become.

    Filed work goes where it leads, whatever the visit has become, except that nothing undoes a completed one.
    """
    following = rules.next_status(visit.status, action)
    if following is None and actor.filed_by is not None:
        following = visit.status if visit.status in DONE else FILED[action]
    if following is None:
        demand(action, VisitFacts(visit.status, is_on_visit=True, is_team=True))
        return visit.status
    visit.status = following
    return following


FILED = {
    VisitAction.DEPART: VisitStatus.EN_ROUTE,
    VisitAction.CHECK_IN: VisitStatus.IN_PROGRESS,
    VisitAction.CHECK_OUT: VisitStatus.COMPLETED,
    VisitAction.MISS: VisitStatus.MISSED,
    VisitAction.ABORT: VisitStatus.ABORTED,
}


def open_record(visit: Visit, actor: Actor) -> None:
    """Whether facts may be written into the visit as it stands. Raises Refusal."""
    if visit.status in RECORDING or actor.filed_by is not None:
        return
    code = "cancelled" if visit.status in CALLED_OFF else "wrong_status"
    raise Refusal(f"visits.refused.{code}", {"status": visit.status.value, "action": "record"})


def free_clinicians(session: Session, visit: Visit) -> None:
    """The planned window binds nobody any longer."""
    for place in places_of(session, visit.id):
        place.is_planned = False


def take_off(place: VisitClinician) -> None:
    """This clinician goes no longer; what he or she did meanwhile will be held, not lost."""
    place.is_planned, place.is_removed, place.order_no = False, True, None


def insert(session: Session, row: object) -> None:
    """Add a row made on a phone. Raises Refusal `visits.refused.id_exists`, also to a copy that came a moment later."""
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError as error:
        if sqlstate(error) != UNIQUE_VIOLATION:
            raise
        raise Refusal("visits.refused.id_exists") from error


def sqlstate(error: IntegrityError) -> str | None:
    """Which constraint was broken: PostgreSQL's code."""
    return getattr(error.orig, "sqlstate", None)


UNIQUE_VIOLATION = "23505"
EXCLUSION_VIOLATION = "23P01"
