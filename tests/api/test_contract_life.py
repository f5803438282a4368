"""A contract in force: it rests, it ends by somebody's wish, by a death, or because it was false."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.contracts import messages, service
from jiayi.contracts.terms import ContractStatus, Party, ReviewDecision
from jiayi.core.clock import moment_now, now
from jiayi.core.dates import add_months, china_date
from jiayi.core.db import commit
from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.followups import service as followups
from jiayi.followups.terms import DiagnosisSource, Programme
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from tests import world as people
from tests.phone import Phone, signed_in
from tests.signing import CONSENTS, accepted, apply, by_hand
from tests.world import World

S = ContractStatus
TODAY = china_date(now())
DAY = timedelta(days=1)


def running(session: Session, world: World, days_left: int, *codes: str) -> Any:
    """A contract of one year that ends so many days from today (counting today)."""
    signed_on = add_months(TODAY + timedelta(days=days_left - 1), -12)
    at = datetime.combine(signed_on, datetime.min.time(), UTC) + timedelta(hours=4)
    return by_hand(session, world.nurse, accepted(session, world, *(codes or ("P1",)), at=at), at)


def rest(session: Session, world: World, contract_id: UUID, at: datetime | None = None) -> Any:
    return service.suspend(
        session, world.nurse, at or now(), contract_id, reason_code="long_absence", evidence_code="family_told",
        away_since_on=TODAY - timedelta(days=20),
    )  # fmt: skip


def phase(session: Session, world: World, contract_id: UUID, at: datetime | None = None) -> object:
    return service.file(session, world.nurse, at or now(), contract_id)["phase"]


# ------------------------------------------------------------------ resting


def test_a_contract_rests_and_goes_on_when_the_resident_is_back(session: Session, world: World) -> None:
    contract = running(session, world, days_left=200)
    assert rest(session, world, contract.id).status is S.SUSPENDED
    back = now() + timedelta(days=12)
    resumed = service.resume(session, world.nurse, back, contract.id, evidence_code="resident_told")
    assert (resumed.status, phase(session, world, contract.id)) == (S.ACTIVE, None)
    (pause,) = service.pauses_of(session, [contract.id])[contract.id]
    assert (pause.from_on, pause.until_on) == (TODAY, TODAY + timedelta(days=12))


def test_who_comes_back_in_the_last_weeks_comes_back_to_a_contract_that_ends_soon(
    session: Session, world: World
) -> None:
    contract = running(session, world, days_left=70)
    assert phase(session, world, contract.id) is None
    rest(session, world, contract.id)
    late = now() + timedelta(days=15)
    assert phase(session, world, contract.id, late) is None
    service.resume(session, world.nurse, late, contract.id, evidence_code="resident_told")
    assert phase(session, world, contract.id, late) == "expiring"


def test_a_resting_contract_runs_out_and_its_renewal_begins(session: Session, world: World) -> None:
    contract = running(session, world, days_left=5)
    rest(session, world, contract.id)
    ahead = by_hand(session, world.nurse, accepted(session, world))
    assert (ahead.status, ahead.starts_on) == (S.RENEWAL_SIGNED, contract.ends_on + DAY)
    assert service.expire_due(session, now() + timedelta(days=5)) == 2
    assert (contract.status, ahead.status) == (S.EXPIRED, S.ACTIVE)
    (pause,) = service.pauses_of(session, [contract.id])[contract.id]
    assert pause.until_on == contract.ends_on + DAY


def test_while_it_rests_no_other_team_signs(session: Session, world: World) -> None:
    rest(session, world, running(session, world, days_left=200).id)
    with pytest.raises(Refusal, match="has_active_contract"):
        apply(session, world, world.other_leader, team_id=world.other_team_id)


def test_what_is_done_while_it_rests_counts(session: Session, world: World) -> None:
    contract = running(session, world, 200, "P2")
    rest(session, world, contract.id)
    covering = service.active_contract(session, world.elder_id, TODAY)
    assert covering is not None
    assert service.consume(session, now(), covering.id, "B01", TODAY, uuid4()) is False


def test_only_the_team_lets_it_rest(session: Session, world: World) -> None:
    contract = running(session, world, days_left=200)
    told: dict[str, Any] = {"reason_code": "moved", "evidence_code": "family_told", "away_since_on": TODAY}
    for actor in (world.other_nurse, world.elder, world.daughter, world.manager):
        with pytest.raises(NotFound):
            service.suspend(session, actor, now(), contract.id, **told)
    with pytest.raises(Refusal, match="wrong_status"):
        service.resume(session, world.nurse, now(), contract.id, evidence_code="resident_told")


def test_a_rest_is_sent_from_a_phone_and_seen_on_the_others(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        contract = running(session, world, days_left=200)
        commit(session)
    nurse = signed_in(app, people.NURSE)
    payload = {"reason_code": "moved", "evidence_code": "village_told", "away_since_on": TODAY.isoformat()}
    (answer,) = nurse.push(nurse.command("contracts.suspend", contract.id, payload, base_version=contract.version))
    assert answer["outcome"] == "applied"
    family = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)
    body = document(family, contract.id)
    assert (body["status"], body["suspensions"][0]["reason_code"]) == ("suspended", "moved")
    path = f"/contracts/{contract.id}"
    assert nurse.post(f"{path}/resume", {"evidence_code": "resident_told"}).json["status"] == "active"


def document(phone: Phone, contract_id: UUID) -> dict[str, Any]:
    (found,) = [one for one in phone.pull()["documents"] if one["id"] == str(contract_id)]
    body: dict[str, Any] = found["body"]
    return body


# ------------------------------------------------------------------ a death, a fraud


def test_t04_a_death_takes_back_every_reminder_in_the_same_transaction(
    app: Flask, runtime: Runtime, world: World
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        contract = running(session, world, days_left=30)
        rest(session, world, contract.id)
        service.resume(session, world.nurse, now(), contract.id, evidence_code="resident_told")
        messages.remind(session, now())
        commit(session)
        assert waiting(session, world.elder_id) > 0
        residents.record_death(session, world.nurse, now(), world.elder_id, TODAY)
        assert waiting(session, world.elder_id) == 0
        assert contract.status is S.CLOSED_DEATH
        commit(session)
        messages.remind(session, now() + timedelta(days=25))
        assert waiting(session, world.elder_id) == 0


def test_who_moves_away_leaves_contract_follow_ups_and_reminders_as_of_that_day(session: Session, world: World) -> None:
    contract = running(session, world, days_left=30)
    enrol(session, world)
    messages.remind(session, now())
    residents.record_move(session, world.nurse, now(), world.elder_id, moved_on=TODAY, moved_to="成都双流")
    assert (contract.status, contract.end_reason) == (S.TERMINATED, "moved_away")
    assert contract.ended_on == TODAY - timedelta(days=1)
    assert waiting(session, world.elder_id) == 0
    left = text("select leave_reason, status from follow_ups where resident_id = :id")
    assert [tuple(one) for one in session.execute(left, {"id": world.elder_id})] == [("moved_away", "cancelled")]
    with pytest.raises(Refusal, match="has_moved"):
        residents.record_move(session, world.nurse, now(), world.elder_id, moved_on=TODAY)
    with pytest.raises(Refusal, match=r"contracts\.refused\.moved"):
        apply(session, world, world.nurse)
    residents.record_return(session, world.nurse, now(), world.elder_id)
    apply(session, world, world.nurse)


def test_a_contract_that_ends_for_a_move_says_so_of_the_resident_too(session: Session, world: World) -> None:
    contract = running(session, world, days_left=30)
    service.terminate(session, world.leader, now(), contract.id, reason_code="moved_away", note="跟女儿去成都")
    elder = residents.get(session, world.elder_id)
    assert (elder.moved_on, elder.moved_to) == (TODAY + timedelta(days=1), "跟女儿去成都")


def test_another_reason_moves_nobody(session: Session, world: World) -> None:
    contract = running(session, world, days_left=30)
    service.terminate(session, world.leader, now(), contract.id, reason_code="not_satisfied", note="想换一家")
    assert residents.get(session, world.elder_id).moved_on is None


def enrol(session: Session, world: World) -> None:
    followups.enrol(
        session, world.nurse, moment_now(now()), uuid4(), resident_id=world.elder_id, programme=Programme.HYPERTENSION,
        diagnosis_source=DiagnosisSource.HERE,
    )  # fmt: skip


def waiting(session: Session, resident_id: UUID) -> int:
    """Messages about somebody that have not gone out."""
    session.flush()
    found = session.scalar(
        text("select count(*) from outgoing_messages where concerns_id = :id and status = 'queued'"),
        {"id": resident_id},
    )
    return int(found or 0)


def test_what_was_false_never_counted(session: Session, world: World) -> None:
    contract = running(session, world, days_left=30)
    for actor in (world.leader, world.manager, world.admin):
        with pytest.raises(Forbidden):
            service.void(session, actor, now(), contract.id, reason_code="false_signing", note="签名不是本人写的")
    with pytest.raises(Refusal, match="reason_not_listed"):
        service.void(session, world.supervisor, now(), contract.id, reason_code="moved_away", note="签名不是本人写的")
    service.void(session, world.supervisor, now(), contract.id, reason_code="false_signing", note="签名不是本人写的")
    assert contract.status is S.VOIDED
    assert service.active_contract(session, world.elder_id, contract.starts_on) is None
    with pytest.raises(Refusal, match="wrong_status"):
        service.void(session, world.supervisor, now(), contract.id, reason_code="false_signing", note="再说一遍")


def test_what_is_over_can_still_be_found_false(session: Session, world: World) -> None:
    contract = running(session, world, days_left=30)
    service.terminate(session, world.elder, now(), contract.id, reason_code="moved_away")
    service.void(session, world.supervisor, now(), contract.id, reason_code="false_signing", note="签名不是本人写的")
    assert (contract.status, contract.ended_on) == (S.VOIDED, TODAY)


# ------------------------------------------------------------------ ending by a wish


def test_a_resident_ends_it_on_a_day_of_his_own(session: Session, world: World) -> None:
    contract = running(session, world, days_left=100)
    last_on = TODAY + timedelta(days=9)
    service.terminate(session, world.elder, now(), contract.id, reason_code="moved_away", ended_on=last_on)
    assert (contract.status, contract.letter) == (S.ACTIVE, None)
    assert service.expire_due(session, now() + timedelta(days=9)) == 0
    assert service.expire_due(session, now() + timedelta(days=10)) == 1
    assert (contract.status, contract.ended_on) == (S.TERMINATED, last_on)


def test_who_changes_his_mind_within_a_week_gets_all_back(session: Session, world: World) -> None:
    contract = by_hand(session, world.nurse, accepted(session, world, "P2"))
    service.terminate(session, world.elder, now() + 7 * DAY, contract.id, reason_code="no_longer_wanted")
    assert contract.refund_fen == 3000


@pytest.mark.parametrize(("days", "is_used"), [(8, False), (3, True)], ids=["too late", "used"])
def test_nothing_is_given_back_later_or_when_something_was_done(
    session: Session, world: World, days: int, is_used: bool
) -> None:
    contract = by_hand(session, world.nurse, accepted(session, world, "P2"))
    if is_used:
        service.consume(session, now(), contract.id, "B01", TODAY + DAY, uuid4())
    service.terminate(session, world.elder, now() + days * DAY, contract.id, reason_code="no_longer_wanted")
    assert contract.refund_fen == 0


def test_the_institution_writes_a_letter_and_the_family_hears_it_at_once(
    app: Flask, runtime: Runtime, world: World
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        contract = running(session, world, 100, "P2")
        service.consume(session, now(), contract.id, "B01", TODAY, uuid4())
        commit(session)
    last_on = (TODAY + timedelta(days=20)).isoformat()
    told = {"reason_code": "moved_out_of_area", "party": "institution", "ended_on": last_on}
    path = f"/contracts/{contract.id}"
    assert signed_in(app, people.LEADER).post(f"{path}/terminate", told).json["status"] == "active"
    elder = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)
    letter = elder.get(f"{path}/letter").json
    assert letter["ends_on"] == last_on
    said = "".join(letter["paragraphs"])
    for words in ("丁大川", "第一团队", "做了1次", "不会停", "0817-5550101"):
        assert words in said
    pulled = elder.pull()["documents"]
    assert "contracts.notice.will_end" in {one["body"].get("code") for one in pulled if one["kind"] == "notice"}
    assert signed_in(app, people.OTHER_NURSE).get(f"{path}/letter").status_code == 404


def test_a_dissolved_team_offers_another_one_and_who_takes_it_stays_under_contract(
    session: Session, world: World
) -> None:
    contract = running(session, world, days_left=100)
    told: dict[str, Any] = {
        "reason_code": "team_dissolved", "party": Party.INSTITUTION, "ended_on": TODAY + timedelta(days=20)
    }  # fmt: skip
    with pytest.raises(Refusal, match="transfer_missing"):
        service.terminate(session, world.leader, now(), contract.id, **told)
    service.terminate(session, world.leader, now(), contract.id, offered_team_id=world.other_team_id, **told)
    assert contract.letter["offered"]["team_name"] == "第二团队"
    with pytest.raises(Forbidden, match="not_offered"):
        service.change_team(session, world.elder, now(), contract.id, amendment_id=uuid4(), team_id=world.team_id)
    service.change_team(session, world.elder, now(), contract.id, amendment_id=uuid4(), team_id=world.other_team_id)
    assert (contract.team_id, contract.ended_on, contract.status) == (world.other_team_id, None, S.ACTIVE)
    assert residents.get(session, world.elder_id).care_team_id == world.other_team_id
    assert service.expire_due(session, now() + timedelta(days=30)) == 0


def test_what_public_health_owes_goes_on_after_the_end(session: Session, world: World) -> None:
    enrol(session, world)
    contract = running(session, world, days_left=30)
    service.terminate(session, world.elder, now(), contract.id, reason_code="no_longer_wanted")
    due = session.scalar(
        text("select count(*) from follow_ups where resident_id = :id and status = 'due'"), {"id": world.elder_id}
    )
    assert due
    assert residents.get(session, world.elder_id).care_team_id == world.team_id


# ------------------------------------------------------------------ review


def handed_in(session: Session, world: World, **extra: Any) -> UUID:
    one = apply(session, world, world.elder, **extra)
    service.submit(session, world.elder, now(), one, consents=CONSENTS)
    return one


def test_who_lives_elsewhere_is_taken_by_the_leaders_word_alone(session: Session, world: World) -> None:
    residents.update(session, world.nurse, now(), world.elder_id, village="青龙坝")
    one = handed_in(session, world)
    accept: dict[str, Any] = {"decision": ReviewDecision.ACCEPT}
    assert service.get(session, one).is_outside_area
    for actor, reason in ((world.leader, None), (world.doctor, "儿子住在石板桥")):
        with pytest.raises(Refusal, match="outside_area"):
            service.review(session, actor, now(), one, exception_reason=reason, **accept)
    contract = service.review(session, world.leader, now(), one, exception_reason="儿子住在石板桥", **accept)
    assert (contract.exception_reason, contract.exception_by_name) == ("儿子住在石板桥", "杜海棠")


def test_who_is_not_taken_hears_who_else_could(session: Session, world: World) -> None:
    one = handed_in(session, world)
    with pytest.raises(Refusal, match="reason_not_listed"):
        service.review(session, world.leader, now(), one, decision=ReviewDecision.REJECT, reason_code="difficult")
    contract = service.review(session, world.leader, now(), one, decision=ReviewDecision.REJECT, reason_code="full")
    assert (contract.reject_reason, contract.suggested_team_ids) == ("full", [str(world.other_team_id)])


def test_a_team_that_goes_elsewhere_is_not_suggested(session: Session, world: World) -> None:
    organizations.change_team(session, world.admin, now(), world.other_team_id, service_area=["青龙坝"])
    one = handed_in(session, world)
    contract = service.review(session, world.leader, now(), one, decision=ReviewDecision.REJECT, reason_code="full")
    assert contract.suggested_team_ids == []


# ------------------------------------------------------------------ a household


def test_a_household_asks_in_one_act_and_each_has_a_contract(app: Flask, runtime: Runtime, world: World) -> None:
    household_id = living_together(runtime, world)
    leader = signed_in(app, people.LEADER)
    by_code = {one["code"]: one["id"] for one in leader.get("/packages").json["items"]}
    members = [member(world.elder_id, by_code["P2"]), member(world.neighbour_id, by_code["P1"])]
    wish = {"team_id": str(world.team_id), "channel": "home_visit", "members": members}
    made = leader.post(f"/households/{household_id}/contracts", wish)
    assert made.status_code == 201
    assert [one["status"] for one in made.json["items"]] == ["pending_review"] * 2
    bodies = [leader.get(f"/contracts/{one['id']}").json for one in members]
    assert {one["household_id"] for one in bodies} == {str(household_id)}
    assert [one["package_ids"] for one in bodies] == [[by_code["P2"]], [by_code["P1"]]]


def test_a_household_is_handed_in_whole_or_not_at_all(app: Flask, runtime: Runtime, world: World) -> None:
    household_id = living_together(runtime, world)
    leader = signed_in(app, people.LEADER)
    by_code = {one["code"]: one["id"] for one in leader.get("/packages").json["items"]}
    second = member(world.neighbour_id, by_code["P1"]) | {"consents": []}
    wish = {"team_id": str(world.team_id), "members": [member(world.elder_id, by_code["P1"]), second]}
    refused = leader.post(f"/households/{household_id}/contracts", wish)
    assert (refused.status_code, refused.json["code"]) == (409, "contracts.refused.consent_missing")
    assert refused.json["detail"]["resident_id"] == str(world.neighbour_id)
    assert leader.get("/contracts").json["items"] == []
    wish["members"] = [member(world.other_elder_id, by_code["P1"])]
    assert leader.post(f"/households/{household_id}/contracts", wish).json["code"] == (
        "contracts.refused.not_in_household"
    )


def living_together(runtime: Runtime, world: World) -> UUID:
    household_id = uuid4()
    with runtime.sessions.county(world.county_id) as session:
        residents.add_household(session, world.nurse, now(), household_id, name="丁家", address="石板桥3组12号")
        for one in (world.elder_id, world.neighbour_id):
            residents.update(session, world.nurse, now(), one, household_id=household_id)
        commit(session)
    return household_id


def member(resident_id: UUID, package_id: str) -> dict[str, Any]:
    consents = [{"purpose": "C1", "version": 1}, {"purpose": "C2", "version": 1}]
    return {
        "id": str(uuid4()), "resident_id": str(resident_id), "package_ids": [package_id], "consents": consents
    }  # fmt: skip
