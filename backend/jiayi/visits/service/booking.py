"""Asking for a visit, and what the leader or the family decide about it before anybody goes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jiayi.catalogue import service as catalogue
from jiayi.catalogue.terms import Place
from jiayi.core.dates import china_date
from jiayi.core.errors import Invalid, Refusal, demand
from jiayi.core.events import publish
from jiayi.core.ids import new_id
from jiayi.core.tools import tools
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.visits import booking as booking_rules
from jiayi.visits import rules
from jiayi.visits.models import Visit, VisitService
from jiayi.visits.service import access, ledger, telling
from jiayi.visits.tables import DangerWords, DeclineReasons, VisitBooking
from jiayi.visits.terms import (
    ServiceOutcome,
    VisitAction,
    VisitCancelled,
    VisitDecided,
    VisitFacts,
    VisitRequested,
    VisitSource,
    VisitStatus,
    WishPart,
)

Lines = Sequence[Mapping[str, Any]]
"""Services as they come in: `resident_id`, `item_code`, perhaps the phone's own `id`."""

# fmt: off
SOURCES: Mapping[Role, frozenset[VisitSource]] = {
    Role.RESIDENT:    frozenset({VisitSource.APP_RESIDENT}),
    Role.PROXY:       frozenset({VisitSource.APP_PROXY}),
    Role.CLINICIAN:   frozenset({VisitSource.PHONE_CALL, VisitSource.STAFF, VisitSource.FOLLOWUP}),
    Role.TEAM_LEADER: frozenset({VisitSource.PHONE_CALL, VisitSource.STAFF, VisitSource.FOLLOWUP}),
}
# fmt: on
PLANNED_BY_TEAM = frozenset({VisitSource.STAFF, VisitSource.FOLLOWUP})


def request(
    session: Session,
    actor: Actor,
    now: datetime,
    id: UUID,
    *,
    services: Lines,
    wish_on: date,
    wish_part: WishPart = WishPart.ANY,
    wish_note: str | None = None,
    is_danger_acknowledged: bool = False,
    source: VisitSource,
) -> Visit:
    """Ask for a visit; planned by the team itself it counts as accepted.

    Raises NotFound, Forbidden `visits.refused.no_booking_scope`, Invalid `visits.invalid.source`, and Refusal
    `visits.refused.id_exists`, `.danger_words` (120 first; ask again acknowledged), `.day_past`, `.day_too_far`,
    `.no_team`, `.different_teams`, `.deceased`, `.not_at_home`, `.item_apart`, `contracts.refused.no_quota_left`.
    """
    resident_ids = list(dict.fromkeys(line["resident_id"] for line in services))
    access.may_book(session, actor, resident_ids)
    if source not in SOURCES.get(actor.role, frozenset()):
        raise Invalid("visits.invalid.source")
    day = china_date(now)
    words = _danger_words(session, wish_note, day, is_acknowledged=is_danger_acknowledged)
    demand(booking_rules.may_wish(wish_on, day, _table(session, day)))
    action = VisitAction.PLAN if source in PLANNED_BY_TEAM else VisitAction.REQUEST
    team_id = _team_of(session, resident_ids)
    visit = new_visit(session, actor, now, id, team_id, resident_ids, rules.STARTS[action], source)
    visit.wish_on, visit.wish_part, visit.wish_note = wish_on, wish_part, wish_note
    visit.danger_words, visit.is_danger_acknowledged = list(words), is_danger_acknowledged
    visit.is_call_needed = _is_call_needed(session, resident_ids, now)
    visit.is_first_visit = not access.was_visited(session, resident_ids)
    access.insert(session, visit)
    for line in add_lines(session, visit, services, wish_on):
        ledger.reserve(session, now, line, wish_on)
    telling.note(session, actor, now, "visits.request", visit)
    if visit.status is VisitStatus.REQUESTED:
        publish(session, VisitRequested(visit.id, visit.team_id, tuple(resident_ids), now))
    session.flush()
    return visit


def accept(session: Session, actor: Actor, now: datetime, visit_id: UUID) -> Visit:
    """The leader takes the request. Raises NotFound, Forbidden, Refusal `visits.refused.wrong_status`."""
    visit = _decide(session, actor, visit_id, VisitAction.ACCEPT)
    _note_decision(session, actor, now, visit, "visits.accept", None)
    return visit


def decline(
    session: Session, actor: Actor, now: datetime, visit_id: UUID, *, reason_code: str, note: str | None = None
) -> Visit:
    """The leader does not take the request. Raises as `accept`, and Refusal `visits.refused.no_reason`."""
    visit = _decide(session, actor, visit_id, VisitAction.DECLINE)
    demand(rules.known_reason(reason_code, _reasons(session, now).decline))
    end_without_visit(session, now, visit, reason_code, note)
    _note_decision(session, actor, now, visit, "visits.decline", reason_code)
    return visit


def cancel(
    session: Session, actor: Actor, now: datetime, visit_id: UUID, *, reason_code: str, note: str | None = None
) -> Visit:
    """Call a visit off: the family one of its own, the team any of its visits; late is noted, never refused.

    Raises NotFound, Forbidden `visits.refused.no_booking_scope`, Refusal `visits.refused.wrong_status`, `.no_reason`.
    """
    visit = access.lock(session, visit_id)
    resident_ids = access.resident_ids_of(session, visit_id)
    if not (actor.is_team and organizations.is_on_team(session, actor, visit.team_id)):
        mine = [one for one in resident_ids if residents.may_book(session, actor, one)]
        access.may_book(session, actor, mine or resident_ids)
    access.demand(VisitAction.CANCEL, VisitFacts(visit.status))
    demand(rules.known_reason(reason_code, _reasons(session, now).cancel))
    telling.note(session, actor, now, "visits.cancel", visit, reason_code)
    call_off(session, now, visit, reason_code, note)
    return visit


def call_off(session: Session, now: datetime, visit: Visit, reason: str, note: str | None = None) -> None:
    """Cancel an open visit, give back what was reserved, tell those concerned."""
    start = visit.planned_start_at
    table = _table(session, china_date(now))
    visit.is_cancelled_late = start is not None and booking_rules.is_cancelled_late(start, now, table)
    visit.status = VisitStatus.CANCELLED
    clinician_ids = access.clinician_ids_of(session, visit.id)
    end_without_visit(session, now, visit, reason, note)
    resident_ids = access.resident_ids_of(session, visit.id)
    publish(session, VisitCancelled(visit.id, visit.team_id, resident_ids, clinician_ids, start, reason, now))


def drop_lines(session: Session, now: datetime, visit: Visit, resident_id: UUID) -> None:
    """What was wanted for this resident is not done; the others' lines stay."""
    for line in access.services_of(session, visit.id):
        if line.resident_id == resident_id:
            ledger.release(session, now, line)
            line.outcome = ServiceOutcome.NOT_DONE


def end_without_visit(session: Session, now: datetime, visit: Visit, reason: str, note: str | None) -> None:
    """Nobody goes, or nobody was met: the window and the reservations are free again."""
    visit.end_reason, visit.end_note = reason, note
    access.free_clinicians(session, visit)
    ledger.release_open(session, now, visit)
    session.flush()


def new_visit(
    session: Session,
    actor: Actor,
    now: datetime,
    id: UUID,
    team_id: UUID,
    resident_ids: Sequence[UUID],
    status: VisitStatus,
    source: VisitSource,
) -> Visit:
    """A visit at the first resident's home whose place is known; not yet in the session."""
    people = [residents.get(session, resident_id) for resident_id in resident_ids]
    home = next((person for person in people if person.latitude is not None), people[0])
    return Visit(
        id=id,
        team_id=team_id,
        status=status,
        place_text=home.address_text,
        village=home.village,
        latitude=home.latitude,
        longitude=home.longitude,
        source=source,
        requested_by_account_id=actor.account_id,
        requested_at=now,
    )


def _team_of(session: Session, resident_ids: Sequence[UUID]) -> UUID:
    """The one team that cares for them all. Raises Refusal `visits.refused.deceased`, `.no_team`, `.different_teams`."""
    people = [residents.get(session, resident_id) for resident_id in resident_ids]
    if any(person.deceased_on is not None for person in people):
        raise Refusal("visits.refused.deceased")
    teams = {person.care_team_id for person in people}
    if len(teams) > 1:
        raise Refusal("visits.refused.different_teams")
    team_id = teams.pop()
    if team_id is None:
        raise Refusal("visits.refused.no_team")
    return team_id


def add_lines(session: Session, visit: Visit, services: Lines, on: date) -> list[VisitService]:
    """What is to be done, one line a resident and item, each under the contract in force that day.

    Raises NotFound for an unknown item, Refusal `visits.refused.not_at_home`, `visits.refused.item_apart`,
    `visits.refused.id_exists`.
    """
    apart = _table(session, on).items_apart
    lines: dict[tuple[UUID, str], VisitService] = {}
    for wanted in services:
        resident_id, code = wanted["resident_id"], wanted["item_code"]
        item = catalogue.item(session, code)
        if code in apart:
            raise Refusal("visits.refused.item_apart", {"item": code})
        if not {Place.HOME, Place.INSTITUTION} & {Place(place) for place in item.places}:
            raise Refusal("visits.refused.not_at_home", {"item": code})
        lines.setdefault(
            (resident_id, code),
            VisitService(
                id=wanted.get("id") or new_id(),
                visit_id=visit.id,
                resident_id=resident_id,
                item_code=code,
                contract_id=ledger.contract_of(session, resident_id, on),
            ),
        )
    for line in lines.values():
        access.insert(session, line)
    return list(lines.values())


def _decide(session: Session, actor: Actor, visit_id: UUID, action: VisitAction) -> Visit:
    visit = access.lead(session, actor, visit_id)
    access.demand(action, VisitFacts(visit.status, is_leader=True, is_team=True))
    visit.status = rules.TRANSITIONS[visit.status, action]
    return visit


def _note_decision(
    session: Session, actor: Actor, now: datetime, visit: Visit, action: str, reason: str | None
) -> None:
    resident_ids = access.resident_ids_of(session, visit.id)
    telling.note(session, actor, now, action, visit, reason)
    publish(session, VisitDecided(visit.id, visit.team_id, resident_ids, reason is None, reason, now))
    session.flush()


def _danger_words(session: Session, note: str | None, on: date, *, is_acknowledged: bool) -> tuple[str, ...]:
    words = booking_rules.danger_words_in(note or "", tools(session).rules.of(DangerWords, on))
    if words and not is_acknowledged:
        raise Refusal("visits.refused.danger_words", {"words": "、".join(words)})
    return words


def _is_call_needed(session: Session, resident_ids: Sequence[UUID], now: datetime) -> bool:
    table = _table(session, china_date(now))
    since = now - timedelta(days=table.no_show_days)
    missed = (
        select(func.count(Visit.id.distinct()))
        .join(VisitService, (VisitService.county_id == Visit.county_id) & (VisitService.visit_id == Visit.id))
        .where(VisitService.resident_id.in_(resident_ids), Visit.status == VisitStatus.MISSED)
        .where(func.coalesce(Visit.planned_start_at, Visit.requested_at) > since)
    )
    return booking_rules.must_confirm_by_phone(session.scalar(missed) or 0, table)


def _table(session: Session, on: date) -> VisitBooking:
    return tools(session).rules.of(VisitBooking, on)


def _reasons(session: Session, now: datetime) -> DeclineReasons:
    return tools(session).rules.of(DeclineReasons, china_date(now))
