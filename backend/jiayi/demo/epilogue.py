"""What the server itself does after the story's rows are there: it holds work, and it tells people.

Here the product's own verbs run, not COPY: what stands on the leader's board and in the inboxes is what they make of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.core import db
from jiayi.core.dates import china_date
from jiayi.core.tools import tools
from jiayi.demo.agreed_since import tell_agreed_since
from jiayi.demo.chance import Chance
from jiayi.demo.people import told_mobile
from jiayi.demo.signatures import strokes
from jiayi.demo.story import HeldWork, story
from jiayi.demo.timeline import Timeline
from jiayi.demo.told import told_ids
from jiayi.demo.world import World
from jiayi.identity import service as identity
from jiayi.identity.terms import Realm, Scope
from jiayi.prescriptions import messages as prescription_messages
from jiayi.prescriptions.terms import RefillAsked, RefillDecided, RefillStatus
from jiayi.reports import messages as report_messages
from jiayi.reports.tables import ExportRules
from jiayi.reports.terms import ExportAsked
from jiayi.sync import envelope, push
from jiayi.sync.terms import Outcome
from jiayi.visits import messages as visit_messages
from jiayi.visits.terms import VisitRequested, VisitScheduled

HEARD_BEFORE = timedelta(hours=6)
"""How long before the held work the phone had last heard the server."""


@dataclass(frozen=True, slots=True)
class CalledOff:
    """A visit that was called off, its one line, and where it would have been."""

    id: UUID
    line_id: UUID
    resident_id: UUID
    latitude: float
    longitude: float


def tell_epilogue(runtime: Runtime, world: World) -> None:
    """Hold the story's held work, and send the notices of its requests, plans, refills and lists."""
    county_id, timeline = world.county_id, world.timeline
    chance = Chance(world.seed, "epilogue")
    for work in story().held:
        _hold(runtime, county_id, chance, timeline, work)
    with runtime.sessions.county(county_id) as session:
        for event in _requests(session, told_ids(session)):
            visit_messages.tell_of_request(session, event)
        for plan in _plans(session, timeline):
            visit_messages.tell_of_plan(session, plan)
        _tell_refills(session)
        _tell_lists(session)
        told = told_ids(session)
        db.commit(session)
    tell_agreed_since(runtime, world, told)


# ------------------------------------------------------------ held work


def _hold(runtime: Runtime, county_id: int, chance: Chance, timeline: Timeline, work: HeldWork) -> None:
    """Push the work as the nurse's phone did when it found a signal in the evening."""
    with runtime.sessions.county(county_id) as session:
        visit = _called_off(session, work)
        ending = next(one.phone for one in story().staff if one.post == work.post)
        phone = told_mobile(county_id, ending)
        account = identity.find_account(session, phone, Realm.STAFF)
        if account is None:
            raise LookupError(f"nobody answers to {phone}")
        (membership,) = identity.live_memberships(session, account.id)
        actor = identity.actor_of(session, membership_id=membership.id, device_id=None, scope=Scope.FULL)
    begin = timeline.at(timeline.today + timedelta(days=work.day), time.fromisoformat(work.at))
    received_at = timeline.at(begin.date(), time(19, 40))
    raw = _commands(chance, work, visit, begin)
    results = push.push(
        runtime.sessions, runtime.feed.registry, actor, [envelope.read(command, received_at) for command in raw]
    )
    if {result["outcome"] for result in results} != {Outcome.HELD}:
        raise RuntimeError(f"the story's work should be held: {results}")


def _called_off(session: Session, work: HeldWork) -> CalledOff:
    found = session.execute(
        text(
            "select v.id, s.id as line_id, s.resident_id, v.latitude, v.longitude from visits v"
            " join visit_services s on s.county_id = v.county_id and s.visit_id = v.id"
            " join residents r on r.county_id = s.county_id and r.id = s.resident_id"
            " where v.status = 'cancelled' and r.name = :name and r.id = any(:told) and s.item_code = :item"
        ),
        {"name": work.person, "item": work.item, "told": told_ids(session)},
    ).one()
    return CalledOff(found.id, found.line_id, found.resident_id, found.latitude, found.longitude)


def _commands(chance: Chance, work: HeldWork, visit: CalledOff, begin: datetime) -> list[dict[str, Any]]:
    """Everything the nurse did at the door and inside, one resting on the other."""
    position = {
        "latitude": visit.latitude, "longitude": visit.longitude, "datum": "wgs84", "accuracy_metres": 14.0,
    }  # fmt: skip
    high, low = work.pressure
    done: Sequence[tuple[str, int, dict[str, Any]]] = (
        ("check_in", 0, {"position": position}),
        ("measure", 6, {
            "measurement_id": str(chance.id_at(begin)), "resident_id": str(visit.resident_id), "kind": "blood_pressure",
            "values": {"systolic": high, "diastolic": low}, "unit": "mmHg",
        }),
        ("record_services", work.minutes - 4, {"services": [{
            "id": str(visit.line_id), "resident_id": str(visit.resident_id), "item_code": work.item, "outcome": "done",
        }]}),
        ("confirm", work.minutes - 2, {
            "method": "strokes", "signer_name": work.person, "strokes": strokes(chance),
        }),
        ("check_out", work.minutes, {"position": position}),
    )  # fmt: skip
    commands: list[dict[str, Any]] = []
    for verb, minutes, payload in done:
        at = begin + timedelta(minutes=minutes)
        commands.append(
            {
                "id": chance.id_at(at), "kind": f"visits.{verb}", "entity_id": visit.id,
                "depends_on": [one["id"] for one in commands[:1]], "replaces": None, "base_version": None,
                "clock": _clock(at), "payload": payload,
            }
        )  # fmt: skip
    return commands


def _clock(at: datetime) -> dict[str, Any]:
    heard = at - HEARD_BEFORE
    uptime = int(HEARD_BEFORE / timedelta(milliseconds=1))
    anchor = {"server_time": heard, "wall": heard, "monotonic_ms": uptime, "boot": "demo"}
    return {"wall": at, "monotonic_ms": 2 * uptime, "boot": "demo", "anchor": anchor}


# ------------------------------------------------------------ notices


def _requests(session: Session, resident_ids: list[UUID]) -> list[VisitRequested]:
    rows = session.execute(
        text(
            "select v.id, v.team_id, v.requested_at, array_agg(s.resident_id) as people from visits v"
            " join visit_services s on s.county_id = v.county_id and s.visit_id = v.id"
            " where v.status = 'requested' and s.resident_id = any(:ids) group by v.id, v.team_id, v.requested_at"
        ),
        {"ids": resident_ids},
    )
    return [VisitRequested(row.id, row.team_id, tuple(row.people), row.requested_at) for row in rows]


def _plans(session: Session, timeline: Timeline) -> list[VisitScheduled]:
    """The next visits to those of the story who look into their phones."""
    rows = session.execute(
        text(
            "select v.id, v.team_id, v.planned_start_at, array_agg(distinct s.resident_id) as people,"
            " array_agg(distinct c.clinician_id) as crew from visits v"
            " join visit_services s on s.county_id = v.county_id and s.visit_id = v.id"
            " join visit_clinicians c on c.county_id = v.county_id and c.visit_id = v.id"
            " where v.status = 'scheduled' and v.planned_start_at > :tomorrow and s.resident_id = any(:ids)"
            " group by v.id, v.team_id, v.planned_start_at"
        ),
        {"tomorrow": timeline.at_midnight + timedelta(days=1), "ids": told_ids(session)},
    )
    asked_at = timeline.now - timedelta(minutes=45)
    return [
        VisitScheduled(row.id, row.team_id, tuple(row.people), tuple(row.crew), (), row.planned_start_at, asked_at)
        for row in rows
    ]


def _tell_refills(session: Session) -> None:
    rows = session.execute(
        text(
            "select q.id, q.resident_id, q.status, q.requested_at, q.decided_at, q.decided_by, q.days,"
            " q.requested_by_account_id, p.prescriber_id"
            " from refill_requests q join prescriptions p on p.county_id = q.county_id and p.id = q.prescription_id"
            " where q.resident_id = any(:ids) and q.new_prescription_id is not distinct from"
            " (select n.id from prescriptions n where n.id = q.new_prescription_id and n.dispensed_on is null)"
        ),
        {"ids": told_ids(session)},
    )
    for row in rows:
        if row.status == RefillStatus.PENDING.value:
            asked = RefillAsked(
                request_id=row.id, resident_id=row.resident_id, prescriber_id=row.prescriber_id, at=row.requested_at
            )
            prescription_messages.tell_doctor(session, asked)
        elif row.status == RefillStatus.APPROVED.value:
            decided = RefillDecided(
                request_id=row.id, resident_id=row.resident_id, asker_id=row.requested_by_account_id,
                clinician_id=row.decided_by, days=row.days, at=row.decided_at,
            )  # fmt: skip
            prescription_messages.tell_of_decision(session, decided)


def _tell_lists(session: Session) -> None:
    """The lists of people that nobody has allowed yet, to those who may."""
    rows = session.execute(
        text("select id, asked_by_account_id, asked_at from export_requests where decision is null order by asked_at")
    )
    for row in rows:
        hours = tools(session).rules.of(ExportRules, china_date(row.asked_at)).decide_hours
        until_at = row.asked_at + timedelta(hours=hours)
        report_messages.tell_of_wish(session, ExportAsked(row.id, row.asked_by_account_id, until_at, row.asked_at))
