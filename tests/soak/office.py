"""What others decide while phones are away: people, contracts and visits change hands."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.contracts import service as contracts
from jiayi.contracts.models import Contract
from jiayi.core.clock import now as clock_now
from jiayi.core.db import commit
from jiayi.core.errors import Problem
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.models import Resident
from jiayi.residents.service.proxies import proxies_of
from jiayi.visits import service as visits
from jiayi.visits.models import Visit, VisitService
from jiayi.visits.terms import VisitStatus
from tests.world import World

Thing = TypeVar("Thing")
CHANGEABLE = (VisitStatus.REQUESTED, VisitStatus.ACCEPTED, VisitStatus.SCHEDULED, VisitStatus.EN_ROUTE)


def decide(runtime: Runtime, world: World, what: str, chance: float) -> str:
    """Do it, or say why not."""
    with runtime.sessions.county(world.county_id) as session:
        try:
            done = _DECISIONS[what](session, world, chance)
            commit(session)
        except Problem as problem:
            return f"{what}: {problem.code}"
    return f"{what}: {done}"


def _one(things: list[Thing], chance: float) -> Thing | None:
    return things[int(chance * len(things))] if things else None


def _move_resident(session: Session, world: World, chance: float) -> str:
    resident = _one(list(session.scalars(select(Resident).order_by(Resident.name))), chance)
    if resident is None:
        return "nobody"
    to = world.other_team_id if resident.care_team_id == world.team_id else world.team_id
    residents.assign_team(session, clock_now(), resident.id, to)
    return resident.name


def _leave_team(session: Session, world: World, chance: float) -> str:
    clinician_id = world.nurse_id if chance < 0.5 else world.doctor_id
    now = clock_now()
    if world.team_id in organizations.teams_of(session, clinician_id):
        organizations.leave_team(session, world.admin, now, world.team_id, clinician_id)
        return "left"
    organizations.join_team(session, world.admin, now, world.team_id, clinician_id)
    return "came back"


def _visit(session: Session, chance: float) -> Visit | None:
    """One that may still change hands; in an order that does not hang on ids made by chance."""
    named = (
        select(Visit)
        .join(VisitService, VisitService.visit_id == Visit.id)
        .join(Resident, Resident.id == VisitService.resident_id)
        .where(Visit.status.in_(CHANGEABLE))
        .order_by(Resident.name, Visit.requested_at, Visit.id)
    )
    return _one(list(dict.fromkeys(session.scalars(named))), chance)


def _cancel_visit(session: Session, world: World, chance: float) -> str:
    visit = _visit(session, chance)
    if visit is None:
        return "none"
    actor = world.leader if visit.team_id == world.team_id else world.other_leader
    visits.cancel(session, actor, clock_now(), visit.id, reason_code="resident_unwell")
    return str(visit.id)


def _reassign_visit(session: Session, world: World, chance: float) -> str:
    visit = _visit(session, chance)
    if visit is None:
        return "none"
    is_ours = visit.team_id == world.team_id
    other: UUID = world.leader_id if is_ours else world.other_nurse_id
    start = clock_now() + timedelta(days=2 + int(chance * 20), hours=int(chance * 7))
    visits.assign(
        session, world.leader if is_ours else world.other_leader, clock_now(), visit.id, clinician_ids=[other],
        planned_start_at=start, planned_end_at=start + timedelta(minutes=30), has_video_link=True,
    )  # fmt: skip
    return str(visit.id)


def _revoke_proxy(session: Session, world: World, chance: float) -> str:
    grant = _one(proxies_of(session, world.elder_id), chance)
    if grant is None:
        return "none"
    residents.revoke_proxy(session, world.elder, clock_now(), world.elder_id, grant.id)
    return grant.name


def _end_contract(session: Session, world: World, chance: float) -> str:
    named = select(Contract).join(Resident, Resident.id == Contract.resident_id).order_by(Resident.name, Contract.id)
    contract = _one(list(session.scalars(named)), chance)
    if contract is None:
        return "none"
    actor = world.leader if contract.team_id == world.team_id else world.other_leader
    contracts.terminate(session, actor, clock_now(), contract.id, reason_code="no_longer_wanted")
    return str(contract.id)


_DECISIONS: Mapping[str, Callable[[Session, World, float], str]] = {
    "move_resident": _move_resident,
    "leave_team": _leave_team,
    "cancel_visit": _cancel_visit,
    "reassign_visit": _reassign_visit,
    "revoke_proxy": _revoke_proxy,
    "end_contract": _end_contract,
}
