"""What has come of some contracts of the story's first team: changed, resting, ending, asked for together, signed on paper.

One elder is asked to sign a change on her own phone. Here the product's own verbs run. Chosen are people whom the story does not name, the first that fit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.catalogue import service as catalogue
from jiayi.contracts import service as contracts
from jiayi.contracts.terms import Party, SignMethod
from jiayi.core import db
from jiayi.core.clock import moment_now
from jiayi.demo.chance import Chance
from jiayi.demo.papers import tell_papers
from jiayi.demo.people import told_mobile
from jiayi.demo.signatures import strokes
from jiayi.demo.story import story
from jiayi.demo.timeline import Timeline
from jiayi.demo.world import World
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor, Realm, Scope
from jiayi.residents.terms import Channel, ConsentPurpose

ONE_MORE = "P1"


@dataclass(frozen=True, slots=True)
class Held:
    """A contract in force, whose it is, and with which team."""

    id: UUID
    resident_id: UUID
    team_id: UUID


def tell_agreed_since(runtime: Runtime, world: World, told: Sequence[UUID]) -> None:
    """Let it happen this morning, by the leader's hand."""
    timeline, chance = world.timeline, Chance(world.seed, "agreed since")
    with runtime.sessions.county(world.county_id) as session:
        leader = _leader(session, world.county_id)
        by_code = {row.code: row.id for row in catalogue.published(session)}
        steps = (_change, _rest, _give_notice, _changed)
        for step, held in zip(
            steps, _quiet_ones(session, leader, told, timeline.today + timedelta(days=90)), strict=False
        ):
            step(session, leader, timeline, chance, held, by_code)
        _couple(session, leader, timeline, chance, by_code["P1"], told)
        _ask_on_own_phone(session, leader, timeline, chance, by_code, told)
        tell_papers(session, leader, timeline, told)
        db.commit(session)


def _rest(
    session: Session, leader: Actor, timeline: Timeline, _chance: Chance, held: Held, _by_code: Mapping[str, UUID]
) -> None:
    contracts.suspend(
        session, leader, timeline.now, held.id, reason_code="long_absence", evidence_code="family_told",
        away_since_on=timeline.today - timedelta(days=24), note="去成都女儿家了，开春回来",
    )  # fmt: skip


def _change(
    session: Session, leader: Actor, timeline: Timeline, chance: Chance, held: Held, by_code: Mapping[str, UUID]
) -> None:
    contracts.amend(
        session, leader, timeline.now, held.id, amendment_id=chance.id_at(timeline.now), package_ids=[by_code["P1"]],
        reason="血压稳了，想换成基础包",
    )  # fmt: skip


def _changed(
    session: Session, leader: Actor, timeline: Timeline, chance: Chance, held: Held, by_code: Mapping[str, UUID]
) -> None:
    """Agreed to by hand, from today on."""
    amendment_id = chance.id_at(timeline.now)
    contracts.amend(
        session, leader, timeline.now, held.id, amendment_id=amendment_id, package_ids=[by_code["P1"]],
        from_on=timeline.today, reason="用不上那么多次，换成基础包",
    )  # fmt: skip
    contracts.sign_amendment(
        session, leader, moment_now(timeline.now), held.id, amendment_id=amendment_id, method=SignMethod.STROKES,
        strokes=strokes(chance),
    )  # fmt: skip


def _ask_on_own_phone(
    session: Session,
    leader: Actor,
    timeline: Timeline,
    chance: Chance,
    by_code: Mapping[str, UUID],
    told: Sequence[UUID],
) -> None:
    """The elder who has the app is offered one package more, and signs at home."""
    phone = next(one.phone for one in story().personas if one.who == "elder")
    elder = next(one for one in story().elders if one.phone == phone)
    held = session.execute(
        text("select c.id from contracts c join residents r on r.county_id = c.county_id and r.id = c.resident_id"
             " where c.status = 'active' and r.name = :name and r.id = any(:told)"),
        {"name": elder.name, "told": list(told)},
    ).scalar_one()  # fmt: skip
    contracts.amend(
        session, leader, timeline.now, held, amendment_id=chance.id_at(timeline.now),
        package_ids=[by_code[one] for one in (*elder.packages, ONE_MORE)], from_on=timeline.today + timedelta(days=7),
        reason="加一个老年人的包，一年查一次身体",
    )  # fmt: skip


def _give_notice(
    session: Session, leader: Actor, timeline: Timeline, _chance: Chance, held: Held, _by_code: Mapping[str, UUID]
) -> None:
    contracts.terminate(
        session, leader, timeline.now, held.id, reason_code="moved_out_of_area", party=Party.INSTITUTION,
        ended_on=timeline.today + timedelta(days=20),
    )  # fmt: skip


def _leader(session: Session, county_id: int) -> Actor:
    """Whom one signs in as to lead a team."""
    phone = next(one.phone for one in story().personas if one.who == "leader")
    account = identity.find_account(session, told_mobile(county_id, phone), Realm.STAFF)
    if account is None:
        raise LookupError("nobody leads a team")
    (membership,) = identity.live_memberships(session, account.id)
    return identity.actor_of(session, membership_id=membership.id, device_id=None, scope=Scope.FULL)


def _quiet_ones(session: Session, leader: Actor, told: Sequence[UUID], ends_after: date) -> list[Held]:
    """Four with one package for raised blood pressure, for a year, served already and with no visit to come."""
    rows = session.execute(
        text(
            "select c.id, c.resident_id, c.team_id from contracts c"
            " join care_teams t on t.county_id = c.county_id and t.id = c.team_id"
            " join residents r on r.county_id = c.county_id and r.id = c.resident_id"
            " where c.status = 'active' and t.leader_id = :leader and c.ends_on > :later and c.years = 1"
            " and c.resident_id <> all(:told) and r.deceased_on is null and r.birth_on < '1955-01-01'"
            " and jsonb_array_length(c.package_ids) = 1 and c.text -> 'packages' -> 0 ->> 'code' in ('P2', 'P4')"
            " and exists (select from ledger_entries l where l.contract_id = c.id and l.kind = 'consume')"
            " and not exists (select from visit_services s join visits v on v.county_id = s.county_id and v.id = s.visit_id"
            " where s.resident_id = c.resident_id and v.status in ('requested', 'accepted', 'scheduled', 'en_route'))"
            " order by c.text -> 'packages' -> 0 ->> 'code', c.id limit 4"
        ),
        {"leader": leader.clinician_id, "told": list(told), "later": ends_after},
    )
    return [Held(row.id, row.resident_id, row.team_id) for row in rows]


def _couple(
    session: Session, leader: Actor, timeline: Timeline, chance: Chance, package_id: UUID, told: Sequence[UUID]
) -> None:
    """Two old people under one roof, neither of them under contract, ask in one act."""
    rows = session.execute(
        text(
            "select r.household_id, array_agg(r.id order by r.id) as people, min(r.care_team_id::text) as team"
            " from residents r join care_teams t on t.county_id = r.county_id and t.id = r.care_team_id"
            " where t.leader_id = :leader and r.household_id is not null and r.deceased_on is null"
            " and r.birth_on < '1955-01-01' and r.id <> all(:told)"
            " and not exists (select from contracts c where c.resident_id = r.id"
            " and c.status not in ('expired', 'terminated', 'cancelled', 'rejected'))"
            " group by r.household_id having count(*) = 2 order by r.household_id limit 1"
        ),
        {"leader": leader.clinician_id, "told": list(told)},
    )
    for row in rows:
        consents = [{"purpose": one, "version": 1} for one in (ConsentPurpose.C1, ConsentPurpose.C2)]
        session.execute(
            text("update residents set identity_level = 2 where id = any(:ids) and identity_level < 2"),
            {"ids": row.people},
        )
        contracts.apply_together(
            session, leader, timeline.now, row.household_id, team_id=UUID(row.team), channel=Channel.HOME_VISIT,
            members=[
                {"id": chance.id_at(timeline.now), "resident_id": one, "package_ids": [package_id], "consents": consents}
                for one in row.people
            ],
        )  # fmt: skip
