"""What of the county's deeds counts, who is not being served, and what people say to it.

The product's own verbs look at the rows: what they find is what a leader and a manager see on the first morning.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.core import db
from jiayi.core.clock import moment_now
from jiayi.demo.chance import Chance, Weighted
from jiayi.demo.people import told_mobile
from jiayi.demo.staff import TEAM_NAMES
from jiayi.demo.story import story
from jiayi.demo.told import told_ids
from jiayi.demo.world import World
from jiayi.fulfilment import service
from jiayi.fulfilment.terms import Asked, DoubtReason
from jiayi.identity import service as identity
from jiayi.identity.terms import Realm, Scope

ANSWERED = (55, 55, 4)
"""Of a hundred families with the app, how many say whether it was good, by team: the last one's are too few to say anything."""
SCORES = Weighted({5: 52, 4: 33, 3: 9, 2: 4, 1: 2})


def deeds(runtime: Runtime, world: World, team_ids: Sequence[UUID]) -> Iterator[dict[str, Any]]:
    """What these teams did for their people, as rows of what counts."""
    people = text("select id from residents where care_team_id = any(:team_ids)")
    with runtime.sessions.county(world.county_id, is_read=True) as session:
        found = session.scalars(people, {"team_ids": list(team_ids)}).all()
        yield from service.fresh(session, world.timeline.now, found)


def count_served(runtime: Runtime, world: World) -> None:
    """Deny what the story denies, answer, and look at everybody."""
    county_id, timeline = world.county_id, world.timeline
    with runtime.sessions.county(county_id) as session:
        _deny(session, world)
        _answer(session, world)
        db.commit(session)
    service.look_at_everybody(runtime.sessions, county_id, timeline.now)


def _deny(session: Session, world: World) -> None:
    """The daughter says of the last service that it was not as it is written."""
    timeline = world.timeline
    told = story().denied
    latest = text(
        "select f.id from fulfilments f join residents r on r.id = f.resident_id"
        " where r.name = :person and r.id = any(:told) and f.done_on >= :first order by f.done_on desc, f.id limit 1"
    )
    first = timeline.today - timedelta(days=5)
    found = session.scalar(latest, {"person": told.person, "told": told_ids(session), "first": first})
    account = identity.find_account(session, told_mobile(world.county_id, told.phone), Realm.FAMILY)
    if found is None or account is None:
        return
    (membership,) = identity.live_memberships(session, account.id)
    actor = identity.actor_of(session, membership_id=membership.id, device_id=None, scope=Scope.FULL)
    at = moment_now(timeline.now - timedelta(hours=20))
    service.contradict(session, actor, at, found, reason=DoubtReason.OTHER_DAY, note=told.note)


def _answer(session: Session, world: World) -> None:
    chance = Chance(world.seed, "answers")
    spared = set(told_ids(session))
    asked = text(
        "select distinct on (encounter_id, resident_id) encounter_id, resident_id, team_id, visit_id, done_at, t.name"
        " from fulfilments f join care_teams t on t.id = f.team_id where asked = :asked order by encounter_id, resident_id"
    )
    written = text(
        "insert into satisfaction_answers"
        " (county_id, id, resident_id, team_id, encounter_id, visit_id, score, asked, answered_at)"
        " values (:county, :id, :resident_id, :team_id, :encounter_id, :visit_id, :score, :asked, :answered_at)"
    )
    rows = []
    for row in session.execute(asked, {"asked": Asked.APP.value}).mappings():
        percent = ANSWERED[TEAM_NAMES.index(row["name"])]
        is_answered, score, hours = chance.happens(percent), SCORES.draw(chance), chance.randint(1, 40)
        answered_at = row["done_at"] + timedelta(hours=hours)
        row_id = chance.id_at(answered_at)
        if is_answered and row["resident_id"] not in spared and answered_at < world.timeline.now:
            more = {"county": world.county_id, "id": row_id, "score": score, "asked": "app", "answered_at": answered_at}
            rows.append({name: row[name] for name in ("encounter_id", "resident_id", "team_id", "visit_id")} | more)
    if rows:
        session.execute(written, rows)
