"""Two counties, one of them with a bit of everything in it, and everybody who could ask for it.

For tests that walk all routes: whatever a request writes is undone after it, so that one database serves them all.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.attachments import service as attachments
from jiayi.catalogue import service as catalogue
from jiayi.contracts import service as contracts
from jiayi.contracts.service.evidence import check_code
from jiayi.contracts.terms import ReviewDecision, SignMethod
from jiayi.core.clock import moment_now
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.followups import service as followups
from jiayi.followups.models import FollowUp
from jiayi.followups.terms import Adherence, DiagnosisSource, FollowUpStatus, Mode, Programme
from jiayi.fulfilment import service as fulfilment
from jiayi.fulfilment.models import Finding, Fulfilment
from jiayi.fulfilment.terms import DoubtReason, FindingCode, Severity
from jiayi.geo.terms import Datum
from jiayi.identity import service as identity
from jiayi.identity.access import access_token
from jiayi.identity.models import Membership
from jiayi.identity.terms import Actor, Realm, Role, Scope
from jiayi.notify.models import Notice
from jiayi.prescriptions.models import Prescription, RefillRequest
from jiayi.prescriptions.terms import PrescriptionStatus
from jiayi.residents import service as residents
from jiayi.residents.models import KeyGroupFlag, ResidentCondition
from jiayi.residents.terms import Channel, ConsentPurpose, Evidence, KeyGroup, ProxyScope, Relation
from jiayi.sync.models import HeldCommand
from jiayi.visits import service as visits
from jiayi.visits.terms import ConfirmMethod, MeasurementKind, ServiceOutcome, Unit, VisitSource
from tests import world as people
from tests.phone import Answer
from tests.photos import picture, sha256_of
from tests.push_service import Browser
from tests.sounds import VOICE
from tests.visiting import tomorrow_at
from tests.world import SIGNATURE, World, make_world, sign_contract

AWAY = people.COUNTY - 1
"""The other county."""
SON, NEIGHBOUR, OTHER_DAUGHTER, INTEGRATOR = (f"1390000031{n}" for n in range(4))
AT_HOME = {"latitude": 30.8001, "longitude": 106.0801, "datum": Datum.WGS84, "accuracy_metres": 12.0}
FAR_AWAY = AT_HOME | {"latitude": 30.805}
AMLODIPINE = {"drug_id": "amlodipine_5mg", "name": "苯磺酸氨氯地平片", "dose_text": "早上一片", "daily_dose": 1.0}


@dataclass
class Settled:
    """The app on that database. `things` are the ids that requests name; `actors` are those who ask, by what they are."""

    app: Flask
    runtime: Runtime
    owner: Engine
    world: World
    away: World
    things: dict[str, str]
    actors: dict[str, Actor]
    tokens: dict[str, str] = field(default_factory=dict)

    @cached_property
    def document(self) -> dict[str, Any]:
        """The API's own document."""
        built: dict[str, Any] = json.loads(self.app.extensions["jiayi.document"]())
        return built

    def token(self, who: str) -> str:
        """A fresh access token, as sign-in would give."""
        if who not in self.tokens:
            with self.app.app_context():
                self.tokens[who] = _token(self.actors[who])
        return self.tokens[who]

    def ask(
        self, who: str | None, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> Answer:
        """One request of somebody; None is nobody. `body` goes as JSON unless it is bytes."""
        given: dict[str, str] = {"X-Jiayi": "1"} | (headers or {})
        if who is not None:
            given.setdefault("Authorization", f"Bearer {self.token(who)}")
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body)
        if data is not None:
            given.setdefault("Content-Type", "application/json")
        return cast("Answer", self.app.test_client().open(path, method=method, data=data, headers=given))

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Whatever requests commit inside is undone at the end."""
        sessions = self.runtime.sessions
        engine = sessions.engine
        with engine.connect() as connection, connection.begin() as outer:
            # Sessions that find a savepoint make savepoints of their own, and never end the transaction around.
            connection.begin_nested()
            sessions.engine = cast("Engine", connection)
            try:
                yield
            finally:
                sessions.engine = engine
                outer.rollback()


DEVICE = UUID(int=0xDE71CE)
"""Everybody's phone here: a push names the one that its token is for."""


def _token(actor: Actor) -> str:
    membership = SimpleNamespace(
        id=actor.membership_id, county_id=actor.county_id, role=actor.role, account_id=actor.account_id
    )
    return access_token(cast("Membership", membership), actor.device_id or DEVICE, actor.scope)


def settle(app: Flask, runtime: Runtime, owner: Engine, world: World) -> Settled:
    """Fill the county and make the other one. `owner` is past row-level security, to look."""
    away = make_world(runtime, AWAY)
    contract_id = sign_contract(runtime, world, world.elder_id)
    with runtime.sessions.county(world.county_id) as session:
        builder = _Builder(session, world)
        builder.things |= {
            "contract": str(contract_id),
            "check": check_code(session, contract_id),
            "device": str(DEVICE),
        }
        builder.build()
        commit(session)
    actors = builder.actors | _callers(world, away)
    things = builder.things | {
        "elder_phone": people.ELDER,
        "away_elder": str(away.elder_id),
        "away_nurse": str(away.nurse_id),
        "away_organization": str(away.organization_id),
        "away_team": str(away.team_id),
    }
    return Settled(app, runtime, owner, world, away, things, actors)


def _callers(world: World, away: World) -> dict[str, Actor]:
    return {
        "resident.own": world.elder,
        "resident.other_household": world.other_elder,
        "resident.other_county": away.elder,
        "proxy_full.own": world.daughter,
        "proxy_full.other_county": away.daughter,
        "clinician.own": world.nurse,
        "clinician.same_team": world.doctor,
        "clinician.other_team": world.other_nurse,
        "clinician.other_county": away.nurse,
        "team_leader.own": world.leader,
        "team_leader.other_team": world.other_leader,
        "team_leader.other_county": away.leader,
        "manager.own": world.manager,
        "manager.other_county": away.manager,
        "supervisor.own": world.supervisor,
        "supervisor.other_county": away.supervisor,
        "admin.own": world.admin,
        "admin.other_county": away.admin,
        "hand_in.own": replace(world.nurse, scope=Scope.HAND_IN),
    }


class _Builder:
    """Everything in one transaction, as the people themselves would do it where that is quick."""

    def __init__(self, session: Session, world: World) -> None:
        self.session, self.world, self.now = session, world, clock_now()
        self.today = china_date(self.now)
        self.things: dict[str, str] = {}
        self.actors: dict[str, Actor] = {}

    def build(self) -> None:
        world = self.world
        self._keep(
            elder=world.elder_id, neighbour=world.neighbour_id, other_elder=world.other_elder_id, team=world.team_id,
            other_team=world.other_team_id, nurse=world.nurse_id, doctor=world.doctor_id, leader=world.leader_id,
            other_nurse=world.other_nurse_id, organization=world.organization_id,
        )  # fmt: skip
        self._family()
        self._files()
        self._catalogue()
        self._contracts()
        self._visits()
        self._medicine()
        self._inbox()
        self._fulfilment()

    def _keep(self, **ids: UUID) -> None:
        self.things |= {name: str(one) for name, one in ids.items()}

    # ------------------------------------------------------------ who else there is

    def _family(self) -> None:
        world = self.world
        session, now = self.session, self.now
        residents.open_account(session, world.leader, now, world.neighbour_id, phone=NEIGHBOUR)
        neighbour = self._actor(NEIGHBOUR, Realm.FAMILY, Role.RESIDENT)
        full = [ProxyScope.VIEW_FULL, ProxyScope.BOOK, ProxyScope.RECEIVE_ALERTS]
        granted = residents.proxies_of(session, world.elder_id)[0]
        self._grant(neighbour, world.neighbour_id, people.DAUGHTER, full)
        self._grant(world.elder, world.elder_id, SON, [ProxyScope.VIEW_SUMMARY])
        self._grant(neighbour, world.neighbour_id, SON, [ProxyScope.VIEW_SUMMARY])
        self._grant(world.other_elder, world.other_elder_id, OTHER_DAUGHTER, full)
        account = identity.ensure_account(session, now, phone=INTEGRATOR, realm=Realm.STAFF, name="对接系统")
        identity.ensure_membership(
            session,
            account_id=account.id,
            county_id=world.county_id,
            role=Role.INTEGRATION,
            subject_id=None,
            name="对接",
        )
        self.actors |= {
            "resident.same_household": neighbour,
            "proxy_lesser.own": self._actor(SON, Realm.FAMILY, Role.PROXY),
            "proxy_full.other_household": self._actor(OTHER_DAUGHTER, Realm.FAMILY, Role.PROXY),
            "integration.own": self._actor(INTEGRATOR, Realm.STAFF, Role.INTEGRATION),
        }
        self._keep(proxy=granted.id)

    def _grant(self, actor: Actor, resident_id: UUID, phone: str, scopes: list[ProxyScope]) -> None:
        residents.grant_proxy(
            self.session, actor, self.now, resident_id, id=uuid4(), phone=phone, name="丁强", relation=Relation.SON,
            scopes=scopes,
        )  # fmt: skip

    def _actor(self, phone: str, realm: Realm, role: Role) -> Actor:
        self.session.flush()
        account = identity.find_account(self.session, phone, realm)
        assert account is not None
        here = [m for m in identity.live_memberships(self.session, account.id) if m.county_id == self.world.county_id]
        (mine,) = [one for one in here if one.role is role]
        return identity.actor_of(self.session, membership_id=mine.id, device_id=None, scope=Scope.FULL)

    # ------------------------------------------------------------ what there is

    def _files(self) -> None:
        session, world, now = self.session, self.world, self.now
        household = residents.add_household(session, world.nurse, now, uuid4(), name="丁家", address="石板桥3组12号")
        for resident_id in (world.elder_id, world.neighbour_id):
            residents.update(session, world.nurse, now, resident_id, household_id=household.id)
        residents.name_staff(session, world.manager, now, world.elder_id, world.nurse_id, "随访精神障碍")
        phone = residents.add_phone(
            session, world.nurse, now, world.elder_id, id=uuid4(), number="13900000399", label="邻居",
            relation=Relation.OTHER,
        )  # fmt: skip
        condition = ResidentCondition(
            resident_id=world.elder_id, icd10="M17", name="膝关节病", since_on=date(2019, 1, 1)
        )
        hidden = ResidentCondition(
            resident_id=world.elder_id, icd10="F20.0", name="偏执型精神分裂症", since_on=date(2001, 1, 1)
        )
        flag = KeyGroupFlag(
            resident_id=world.elder_id, code=KeyGroup.K08, valid_from=date(2020, 1, 1), evidence_source=Evidence.LIST
        )
        hidden_flag = KeyGroupFlag(
            resident_id=world.elder_id, code=KeyGroup.K10, valid_from=date(2020, 1, 1), evidence_source=Evidence.LIST
        )
        session.add_all([condition, hidden, flag, hidden_flag])
        for purpose in (ConsentPurpose.C1, ConsentPurpose.C2, ConsentPurpose.C8):
            for resident_id in (world.elder_id, world.neighbour_id):
                residents.record_consent(
                    session, world.nurse, now, resident_id, purpose=purpose, version=1, channel=Channel.COUNTER
                )
        session.flush()
        given = residents.live_consent(session, world.elder_id, ConsentPurpose.C8)
        assert given is not None
        self._keep(
            consent=given.id, household=household.id, phone=phone.id, condition=condition.id, hidden_condition=hidden.id, flag=flag.id,
            hidden_flag=hidden_flag.id,
        )  # fmt: skip

    def _catalogue(self) -> None:
        session, world, now = self.session, self.world, self.now
        by_code = {row.code: row for row in catalogue.published(session)}
        draft = catalogue.draft_package(
            session, world.admin, now, code="P90", tier="basic", line="example", name="试用包", name_en="Trial", target=[{}],
            lines=[{"item_code": "D01", "quota": 1}], contains=[], excludes=[], total_fen=0, payer_split={"resident": 0}, is_example_price=True,
        )  # fmt: skip
        self._keep(package=by_code["P1"].id, hypertension_package=by_code["P2"].id, draft_package=draft.id)

    def _contracts(self) -> None:
        """The neighbour has no contract in force, and one at each step towards it."""
        session, world, now = self.session, self.world, self.now
        for name in ("draft", "pending_review", "pending_sign"):
            made = contracts.apply(
                session, world.leader, now, uuid4(), resident_id=world.neighbour_id, team_id=world.team_id,
                package_ids=[UUID(self.things["package"])],
            )  # fmt: skip
            if name != "draft":
                contracts.submit(session, world.leader, now, made.id)
            if name == "pending_sign":
                contracts.review(session, world.leader, now, made.id, decision=ReviewDecision.ACCEPT)
            self.things[f"contract.{name}"] = str(made.id)
        self._former_contract()

    def _former_contract(self) -> None:
        """The neighbour signed one with a finger-print once; it is over."""
        session, world, content = self.session, self.world, picture(colour="grey")
        told: dict[str, Any] = {
            "method": SignMethod.FINGERPRINT, "photo_sha256": sha256_of(content), "witness_name": "王桂芝",
            "was_heard": True, "recording_sha256": sha256_of(VOICE),
        }  # fmt: skip
        at = self.now - timedelta(days=500)
        made = contracts.apply(
            session, world.leader, at, uuid4(), resident_id=world.neighbour_id, team_id=world.team_id,
            package_ids=[UUID(self.things["package"])],
        )  # fmt: skip
        contracts.submit(session, world.leader, at, made.id)
        contracts.review(session, world.leader, at, made.id, decision=ReviewDecision.ACCEPT)
        contracts.sign(session, world.leader, moment_now(at), made.id, **told)
        for one in (content, VOICE):
            attachments.receive(session, world.leader, at, sha256_of(one), one, None)
        contracts.terminate(session, world.leader, at + timedelta(days=30), made.id, reason_code="no_longer_wanted")
        self.things["contract.on_paper"] = str(made.id)

    def _visits(self) -> None:
        session, world, now = self.session, self.world, self.now
        self.things["visit.requested"] = str(self._wish(world.elder, VisitSource.APP_RESIDENT))
        self.things["visit.accepted"] = str(self._wish(world.leader, VisitSource.STAFF))
        for number, name in enumerate(("scheduled", "started", "review")):
            visit_id = self._wish(world.leader, VisitSource.STAFF)
            start = tomorrow_at(9 + number)
            visits.assign(
                session, world.leader, now, visit_id, clinician_ids=[world.nurse_id], planned_start_at=start,
                planned_end_at=start + timedelta(minutes=40), has_video_link=True,
            )  # fmt: skip
            self.things[f"visit.{name}"] = str(visit_id)
            if name != "scheduled":
                self._begin(visit_id)
        self._finish(UUID(self.things["visit.review"]))
        self._photo(UUID(self.things["visit.started"]))

    def _wish(self, actor: Actor, source: VisitSource) -> UUID:
        lines = [{"resident_id": self.world.elder_id, "item_code": "D01"}]
        wish_on = self.today + timedelta(days=1)
        made = visits.request(
            self.session, actor, self.now, uuid4(), services=lines, wish_on=wish_on, source=source, wish_note="老伴在家"
        )
        return made.id

    def _begin(self, visit_id: UUID) -> None:
        at = moment_now(self.now)
        visits.check_in(self.session, self.world.nurse, at, visit_id, position=FAR_AWAY)
        measurement_id = uuid4()
        visits.measure(
            self.session, self.world.nurse, at, visit_id, measurement_id=measurement_id, resident_id=self.world.elder_id,
            kind=MeasurementKind.BLOOD_PRESSURE, values={"systolic": 138.0, "diastolic": 82.0}, unit=Unit.MMHG,
        )  # fmt: skip
        self._keep(measurement=measurement_id)

    def _finish(self, visit_id: UUID) -> None:
        session, nurse, at = self.session, self.world.nurse, moment_now(self.now)
        line = {"resident_id": self.world.elder_id, "item_code": "D01", "outcome": ServiceOutcome.DONE}
        visits.record_services(session, nurse, at, visit_id, services=[line])
        visits.confirm(session, nurse, at, visit_id, method=ConfirmMethod.STROKES, strokes=SIGNATURE)
        visits.check_out(session, nurse, at, visit_id, position=FAR_AWAY)

    def _photo(self, visit_id: UUID) -> None:
        """One of the elder, with consent, all of it here."""
        session, nurse, content = self.session, self.world.nurse, picture()
        residents.record_consent(
            session,
            nurse,
            self.now,
            self.world.elder_id,
            purpose=ConsentPurpose.C5,
            version=1,
            channel=Channel.HOME_VISIT,
        )
        self.things["photo"] = sha256_of(content)
        resident_id = self.world.elder_id
        visits.add_photo(
            session, nurse, moment_now(self.now), visit_id, sha256=self.things["photo"], resident_id=resident_id
        )
        attachments.receive(session, nurse, self.now, self.things["photo"], content, None)

    def _medicine(self) -> None:
        session, world = self.session, self.world
        for days in (100, 60):
            followups.record(
                session, world.doctor, moment_now(self.now - timedelta(days=days)), uuid4(), mode=Mode.HOME, systolic=128,
                diastolic=76, adherence=Adherence.REGULAR, resident_id=world.elder_id, programme=Programme.HYPERTENSION,
            )  # fmt: skip
        enrolled = followups.enrol(
            session, world.doctor, moment_now(self.now), uuid4(), resident_id=world.elder_id,
            programme=Programme.HYPERTENSION, diagnosis_source=DiagnosisSource.HOSPITAL,
        )  # fmt: skip
        due = session.scalars(select(FollowUp).where(FollowUp.status == FollowUpStatus.DUE)).one()
        at_home = self._prescription(PrescriptionStatus.HANDED_OVER)
        asked = self._prescription(PrescriptionStatus.HANDED_OVER)
        request = RefillRequest(
            resident_id=world.elder_id, prescription_id=asked.id, requested_at=self.now,
            requested_by_account_id=world.elder.account_id,
        )  # fmt: skip
        session.add(request)
        session.flush()
        self._keep(
            enrolment=enrolled.id, follow_up=due.id, prescription=at_home.id, refill_request=request.id,
            dispensed_prescription=self._prescription(PrescriptionStatus.DISPENSED).id,
        )  # fmt: skip

    def _prescription(self, status: PrescriptionStatus) -> Prescription:
        """Medicine for four weeks, of which two days are left if it was handed over."""
        is_at_home = status is PrescriptionStatus.HANDED_OVER
        began_on = self.today - timedelta(days=26)
        made = Prescription(
            resident_id=self.world.elder_id, organization_id=self.world.organization_id,
            prescriber_id=self.world.doctor_id, diagnosis_icd10="I10", drugs=[AMLODIPINE], days_supply=28,
            issued_on=began_on, dispensed_on=began_on if is_at_home else None,
            supply_end_on=began_on + timedelta(days=28) if is_at_home else None, status=status,
            regimen_since_on=self.today - timedelta(days=400),
        )  # fmt: skip
        self.session.add(made)
        self.session.flush()
        return made

    def _fulfilment(self) -> None:
        """What the nurse did at the last visit: the elder says that it is not true. And a day of hers to look into."""
        session, world = self.session, self.world
        done = session.scalars(select(Fulfilment).where(Fulfilment.visit_id == UUID(self.things["visit.review"]))).one()
        fulfilment.contradict(session, world.elder, moment_now(self.now), done.id, reason=DoubtReason.NOT_DONE)
        found = Finding(
            code=FindingCode.SNS_4, severity=Severity.FRAUD_REVIEW, subject_id=world.nurse_id, period_on=self.today,
            clinician_id=world.nurse_id, team_id=world.team_id, since_on=self.today, opened_at=self.now,
            detail={"patterns": [{"pattern": "burst", "count": 31}]},
        )  # fmt: skip
        unserved = Finding(
            code=FindingCode.SNS_1, severity=Severity.RED, subject_id=world.elder_id, resident_id=world.elder_id,
            team_id=world.team_id, since_on=self.today, opened_at=self.now, detail={"starts_on": self.today.isoformat()},
        )  # fmt: skip
        session.add_all([found, unserved])
        session.flush()
        self._keep(fulfilment=done.id, finding=found.id)

    def _inbox(self) -> None:
        session, world = self.session, self.world
        notice = Notice(
            account_id=world.elder.account_id, kind="visits", code="visits.notice.scheduled", values={}, url="/",
            event_key="settled", created_at=self.now,
        )  # fmt: skip
        held = HeldCommand(
            account_id=world.doctor.account_id, account_name="陈志远", membership_id=world.doctor.membership_id,
            kind="visits.write_note", entity_id=UUID(self.things["visit.started"]), payload={"note": "腿有点肿"},
            occurred_at=self.now, captured_at=self.now, received_at=self.now, is_clock_doubtful=False,
            code="visits.refused.wrong_clinician", resident_ids=[str(world.elder_id)], team_ids=[str(world.team_id)],
            from_team_id=world.team_id,
        )  # fmt: skip
        session.add_all([notice, held])
        session.flush()
        self._keep(notice=notice.id, held=held.id)
        self.things |= Browser().keys()
