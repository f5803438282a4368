"""Contracts: from a wish to a signature, one at a time, and how they end."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.catalogue import service as catalogue
from jiayi.contracts import messages, service
from jiayi.contracts.terms import ContractStatus, Party, ReviewDecision
from jiayi.core.clock import now
from jiayi.core.dates import add_months, china_date
from jiayi.core.db import commit
from jiayi.core.errors import Forbidden, Invalid, NotFound, Problem, Refusal
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.residents.terms import ProxyScope, Relation, Sex
from tests import world as people
from tests.phone import Phone, signed_in
from tests.signing import CONSENTS, accepted, apply, by_hand, packages
from tests.world import SIGNATURE, World, sign_contract

TODAY = china_date(now())


# ------------------------------------------------------------------ from a wish to a signature


def test_a_contract_is_signed_in_the_clinic_and_covers_from_the_next_day(app: Flask, world: World) -> None:
    leader = signed_in(app, people.LEADER)
    by_code = {one["code"]: one["id"] for one in leader.get("/packages").json["items"]}
    new = {
        "id": str(uuid4()), "resident_id": str(world.elder_id), "team_id": str(world.team_id), "channel": "counter",
        "package_ids": [by_code["P2"]],
    }  # fmt: skip
    path = f"/contracts/{new['id']}"
    drafted = leader.post("/contracts", new)
    assert (drafted.status_code, drafted.json["status"]) == (201, "draft")
    assert leader.post(f"{path}/submit", {}).json["code"] == "contracts.refused.consent_missing"
    consents = [{"purpose": "C1", "version": 1}, {"purpose": "C2", "version": 1}]
    assert leader.post(f"{path}/submit", {"consents": consents}).json["status"] == "pending_review"
    accepted = leader.post(f"{path}/review", {"decision": "accept"}).json
    assert accepted["status"] == "pending_sign"
    clauses = leader.get(f"{path}/text").json
    assert clauses["text_hash"] == accepted["text_hash"]
    assert clauses["fees"] == {"public_health": 7000, "insurance": 5000, "institution": 0, "resident": 3000}
    signed = leader.post(f"{path}/sign", {"method": "strokes", "strokes": SIGNATURE}).json
    assert (signed["status"], signed["end_reason"]) == ("active", None)
    starts_on = TODAY + timedelta(days=1)
    assert (signed["starts_on"], signed["ends_on"]) == (
        starts_on.isoformat(), (add_months(starts_on, 12) - timedelta(days=1)).isoformat(),
    )  # fmt: skip
    left = {one["item_code"]: one["left"] for one in signed["entitlements"]}
    assert (left["B01"], left["B08"], left["C02"]) == (4, 12, None)
    assert leader.get(f"{path}/entitlements").json["items"] == signed["entitlements"]


def test_what_is_given_is_what_was_accepted(session: Session, world: World) -> None:
    one = accepted(session, world, "P2")
    text = service.text_of(session, world.nurse, now(), one)
    contract = by_hand(session, world.nurse, one)
    given = {balance.item_code: balance.quota for balance in service.balances(session, [one])[one]}
    assert given == {line["item_code"]: line["quota"] for line in text["services"]}
    assert contract.text_hash == text["text_hash"]


def test_several_years_start_afresh_each_year_without_gap_or_overlap(session: Session, world: World) -> None:
    contract = by_hand(session, world.nurse, accepted(session, world, "P2", years=3))
    for item in ("B01", "C02"):
        periods = [
            (one.period_start_on, one.period_end_on)
            for one in service.balances(session, [contract.id])[contract.id]
            if one.item_code == item
        ]
        assert len(periods) == 3
        assert (periods[0][0], periods[-1][1]) == (contract.starts_on, contract.ends_on)
        for (_, last), (first, _) in itertools.pairwise(periods):
            assert first == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("codes", "years", "reason"),
    [
        (("P3",), 1, "not_eligible"),
        (("P8",), 1, "not_eligible"),
        (("P0", "P1"), 1, "excluded"),
        (("P2",), 4, "wrong_term"),
    ],
)
def test_what_may_not_be_signed_is_not_even_drafted(
    session: Session, world: World, codes: tuple[str, ...], years: int, reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        apply(session, world, world.leader, *codes, years=years)


def test_a_retired_package_is_signed_no_more(session: Session, world: World) -> None:
    (p1,) = packages(session, "P1")
    catalogue.retire_package(session, world.admin, now(), p1)
    with pytest.raises(Refusal, match="package_retired"):
        service.apply(
            session, world.leader, now(), uuid4(), resident_id=world.elder_id, team_id=world.team_id, package_ids=[p1]
        )


def test_who_may_apply(session: Session, world: World) -> None:
    apply(session, world, world.elder)
    apply(session, world, world.daughter)
    with pytest.raises(Forbidden, match="wrong_team"):
        apply(session, world, world.other_nurse)
    with pytest.raises(NotFound):
        apply(session, world, world.other_elder)
    with pytest.raises(NotFound):
        apply(session, world, world.manager)


def test_a_summary_is_not_enough_to_apply(session: Session, world: World) -> None:
    residents.grant_proxy(
        session, world.elder, now(), world.elder_id, id=uuid4(), phone=people.DAUGHTER, name="丁秀芳",
        relation=Relation.DAUGHTER, scopes=[ProxyScope.VIEW_SUMMARY],
    )  # fmt: skip
    with pytest.raises(Forbidden, match="proxy_scope"):
        apply(session, world, world.daughter)


def test_an_unknown_identity_is_not_submitted(session: Session, world: World) -> None:
    resident = residents.register(
        session, world.nurse, now(), uuid4(), name="吴素芬", birth_on=date(1948, 6, 1), sex=Sex.FEMALE
    )
    one = apply(session, world, world.nurse, resident_id=resident.id)
    with pytest.raises(Refusal, match="identity_level"):
        service.submit(session, world.nurse, now(), one, consents=CONSENTS)


def test_the_leader_or_a_doctor_of_the_team_reviews_and_says_why_not(session: Session, world: World) -> None:
    one = apply(session, world, world.elder)
    with pytest.raises(Refusal, match="wrong_status"):
        service.review(session, world.leader, now(), one, decision=ReviewDecision.ACCEPT)
    service.submit(session, world.elder, now(), one, consents=CONSENTS)
    with pytest.raises(Forbidden, match="not_reviewer"):
        service.review(session, world.nurse, now(), one, decision=ReviewDecision.ACCEPT)
    with pytest.raises(NotFound):
        service.review(session, world.other_leader, now(), one, decision=ReviewDecision.ACCEPT)
    with pytest.raises(Refusal, match="reason_missing"):
        service.review(session, world.doctor, now(), one, decision=ReviewDecision.REJECT)
    contract = service.review(session, world.doctor, now(), one, decision=ReviewDecision.REJECT, note="住得太远")
    assert contract.status is ContractStatus.REJECTED


def test_nobody_signs_before_the_team_accepts(session: Session, world: World) -> None:
    one = apply(session, world, world.elder)
    with pytest.raises(Refusal, match="wrong_status"):
        by_hand(session, world.nurse, one)


def test_a_signature_by_hand_has_strokes_and_is_small(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world)
        with pytest.raises(Invalid, match="signature"):
            by_hand(session, world.nurse, one, strokes=None)
        commit(session)
    huge = {"w": 300, "h": 150, "strokes": [[100_000 + n for n in range(6_000)]]}
    answer = signed_in(app, people.NURSE).post(f"/contracts/{one}/sign", {"method": "strokes", "strokes": huge})
    assert answer.status_code == 422


# ------------------------------------------------------------------ one at a time


def test_t01_two_teams_sign_one_resident_at_once_and_one_succeeds(runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world)
        other = accepted(session, world, leader=world.other_leader, team_id=world.other_team_id)
        commit(session)
    together = Barrier(2)

    def attempt(actor: Actor, contract_id: UUID) -> tuple[str, dict[str, Any]]:
        with runtime.sessions.county(world.county_id) as session:
            together.wait(timeout=10)
            try:
                by_hand(session, actor, contract_id)
                commit(session)
            except Problem as problem:
                return problem.code, dict(problem.detail)
            return "signed", {}

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(attempt, (world.leader, world.other_leader), (one, other)))
    assert sorted(code for code, _ in answers) == ["contracts.refused.has_active_contract", "signed"]
    winner = "第一团队" if answers[0][0] == "signed" else "第二团队"
    refused = next(detail for code, detail in answers if code != "signed")
    assert refused == {"organization_name": "柳溪镇卫生院", "team_name": winner, "team_phone": "0817-5550101"}
    with runtime.sessions.county(world.county_id) as session:
        states = {service.get(session, contract_id).status for contract_id in (one, other)}
        assert states == {ContractStatus.ACTIVE, ContractStatus.PENDING_SIGN}
        assert len(service.balances(session, [one, other])[one if winner == "第一团队" else other]) > 0
        signed = service.active_now(session, world.elder_id)
        assert signed is not None
        assert residents.get(session, world.elder_id).care_team_id == signed.team_id


def test_another_team_does_not_even_draft(session: Session, world: World) -> None:
    by_hand(session, world.nurse, accepted(session, world))
    with pytest.raises(Refusal, match="has_active_contract") as refused:
        apply(session, world, world.other_leader, team_id=world.other_team_id)
    assert refused.value.detail["team_name"] == "第一团队"


def test_signing_brings_the_resident_into_the_teams_care_and_its_phones(
    app: Flask, runtime: Runtime, world: World
) -> None:
    nurse, stranger = signed_in(app, people.NURSE), signed_in(app, people.OTHER_NURSE)
    before, theirs = nurse.pull(), stranger.pull()
    sign_contract(runtime, world, world.elder_id, "P1", leader=world.other_leader)
    lost = {(one["kind"], one["id"]) for one in nurse.pull(before["cursor"])["removed"]}
    assert ("resident", str(world.elder_id)) in lost
    won = {one["kind"] for one in stranger.pull(theirs["cursor"])["documents"]}
    assert {"resident", "contract", "proxy"} <= won


# ------------------------------------------------------------------ renewal and end


def running(session: Session, world: World, days_left: int, *codes: str) -> Any:
    """A contract of one year that ends so many days from today (counting today)."""
    ends_on = TODAY + timedelta(days=days_left - 1)
    signed_on = add_months(ends_on, -12)
    at = datetime.combine(signed_on, datetime.min.time(), UTC) + timedelta(hours=4)
    contract = by_hand(session, world.nurse, accepted(session, world, *(codes or ("P1",)), at=at), at)
    assert contract.ends_on == ends_on
    return contract


def test_a_renewal_signed_early_waits_and_begins_the_day_after_the_end(session: Session, world: World) -> None:
    old = running(session, world, days_left=30)
    new = by_hand(session, world.nurse, accepted(session, world, "P2"))
    assert (old.status, new.status) == (ContractStatus.ACTIVE, ContractStatus.RENEWAL_SIGNED)
    assert new.renews_id == old.id
    assert new.starts_on == old.ends_on + timedelta(days=1)
    assert service.expire_due(session, now()) == 0
    on_the_last_day = datetime.combine(old.ends_on, datetime.min.time(), UTC) + timedelta(hours=15)
    assert service.expire_due(session, on_the_last_day) == 0
    assert service.expire_due(session, on_the_last_day + timedelta(hours=2)) == 2
    assert (old.status, old.end_reason, new.status) == (ContractStatus.EXPIRED, "expired", ContractStatus.ACTIVE)
    assert any(one.item_code == "B01" for one in service.balances(session, [new.id])[new.id])
    assert service.expire_due(session, on_the_last_day + timedelta(hours=2)) == 0


@pytest.mark.parametrize(("lapse", "is_renewal"), [(29, True), (30, False)])
def test_t03_who_signs_again_within_30_days_of_the_end_renews(
    session: Session, world: World, lapse: int, is_renewal: bool
) -> None:
    old = running(session, world, days_left=1)
    tomorrow = now() + timedelta(days=1)
    assert service.expire_due(session, tomorrow) == 1
    again = now() + timedelta(days=lapse)
    new = by_hand(session, world.nurse, accepted(session, world, at=again), again)
    assert new.status is ContractStatus.ACTIVE
    assert new.renews_id == (old.id if is_renewal else None)


def test_it_is_too_early_to_renew_more_than_60_days_before_the_end(session: Session, world: World) -> None:
    contract = running(session, world, days_left=62)
    with pytest.raises(Refusal, match="renewal_too_early") as refused:
        apply(session, world, world.elder)
    assert refused.value.detail["opens_on"] == (contract.ends_on - timedelta(days=60)).isoformat()


def test_what_nobody_signs_in_15_days_is_given_up(session: Session, world: World) -> None:
    one = accepted(session, world)
    assert service.expire_due(session, now() + timedelta(days=15)) == 0
    assert service.expire_due(session, now() + timedelta(days=16)) == 1
    assert service.get(session, one).status is ContractStatus.CANCELLED


def test_residents_end_their_contract_today_and_choose_another_team(session: Session, world: World) -> None:
    contract = by_hand(session, world.nurse, accepted(session, world))
    service.terminate(session, world.elder, now(), contract.id, reason_code="other_team")
    assert (contract.status, contract.ended_on) == (ContractStatus.TERMINATED, TODAY)
    other = accepted(session, world, leader=world.other_leader, team_id=world.other_team_id)
    assert by_hand(session, world.other_leader, other).status is ContractStatus.ACTIVE


def test_the_institution_gives_notice_and_only_for_a_listed_reason(session: Session, world: World) -> None:
    contract = by_hand(session, world.nurse, accepted(session, world))

    def end(reason: str, ended_on: date) -> None:
        service.terminate(
            session, world.leader, now(), contract.id, reason_code=reason, party=Party.INSTITUTION, ended_on=ended_on
        )

    with pytest.raises(Refusal, match="reason_not_listed"):
        end("not_satisfied", TODAY + timedelta(days=20))
    with pytest.raises(Refusal, match="notice_too_short"):
        end("moved_out_of_area", TODAY + timedelta(days=14))
    end("moved_out_of_area", TODAY + timedelta(days=15))
    assert contract.status is ContractStatus.ACTIVE
    assert service.expire_due(session, now() + timedelta(days=15)) == 0
    assert service.expire_due(session, now() + timedelta(days=16)) == 1
    assert (contract.status, contract.end_reason) == (ContractStatus.TERMINATED, "moved_out_of_area")


def test_who_may_end_a_contract(session: Session, world: World) -> None:
    contract = by_hand(session, world.nurse, accepted(session, world))
    for actor, party, error in (
        (world.other_elder, Party.RESIDENT, NotFound),
        (world.daughter, Party.RESIDENT, NotFound),
        (world.other_leader, Party.INSTITUTION, NotFound),
        (world.elder, Party.INSTITUTION, Forbidden),
        (world.manager, Party.INSTITUTION, NotFound),
    ):
        with pytest.raises(error):
            service.terminate(session, actor, now(), contract.id, reason_code="moved_away", party=party)
    ended = service.terminate(session, world.nurse, now(), contract.id, reason_code="moved_away")
    assert (ended.status, ended.end_reason) == (ContractStatus.TERMINATED, "moved_away")


def test_t04_a_death_ends_everything_in_the_same_transaction(session: Session, world: World) -> None:
    contract = running(session, world, days_left=30)
    ahead = by_hand(session, world.nurse, accepted(session, world))
    residents.record_death(session, world.nurse, now(), world.elder_id, TODAY)
    assert (contract.status, contract.end_reason, contract.ended_on) == (ContractStatus.CLOSED_DEATH, "death", TODAY)
    assert ahead.status is ContractStatus.CANCELLED
    with pytest.raises(Refusal, match="deceased"):
        apply(session, world, world.nurse)


def test_an_open_contract_is_given_up_and_one_in_force_is_not(session: Session, world: World) -> None:
    one = accepted(session, world)
    assert service.cancel(session, world.elder, now(), one).status is ContractStatus.CANCELLED
    contract = by_hand(session, world.nurse, accepted(session, world))
    with pytest.raises(Refusal, match="wrong_status"):
        service.cancel(session, world.elder, now(), contract.id)


def test_the_contract_of_a_day_is_found_also_after_its_end(session: Session, world: World) -> None:
    contract = running(session, world, days_left=30)
    service.terminate(session, world.elder, now(), contract.id, reason_code="moved_away")

    def found(day: date) -> UUID | None:
        one = service.active_contract(session, world.elder_id, day)
        return None if one is None else one.id

    assert found(contract.starts_on) == contract.id
    assert found(TODAY) == contract.id
    assert found(TODAY + timedelta(days=1)) is None
    assert found(contract.starts_on - timedelta(days=1)) is None
    refused = service.cover_on(session, contract.id, TODAY + timedelta(days=1))
    assert refused.reason == "contracts.refused.terminated"  # type: ignore[union-attr]


# ------------------------------------------------------------------ who sees, and what phones hear and send


def test_who_sees_a_contract(app: Flask, runtime: Runtime, world: World) -> None:
    one = sign_contract(runtime, world, world.elder_id, "P1")
    for number, realm, extra in (
        (people.NURSE, "staff", {}),
        (people.ELDER, "family", {"birth_year": people.ELDER_BORN}),
        (people.DAUGHTER, "family", {}),
    ):
        phone = signed_in(app, number, realm, **extra)
        assert [row["id"] for row in phone.get("/contracts").json["items"]] == [str(one)]
        assert phone.get(f"/contracts/{one}").json["entitlements"]
    stranger = signed_in(app, people.OTHER_NURSE)
    assert stranger.get("/contracts").json["items"] == []
    assert stranger.get(f"/contracts/{one}").status_code == 404
    assert signed_in(app, people.MANAGER).get("/contracts").status_code == 403


def test_each_bucket_has_its_own_body(app: Flask, runtime: Runtime, world: World) -> None:
    one = sign_contract(runtime, world, world.elder_id, "P1")
    with runtime.sessions.county(world.county_id) as session:
        residents.grant_proxy(
            session, world.elder, now(), world.elder_id, id=uuid4(), phone="13800000777", name="丁强",
            relation=Relation.SON, scopes=[ProxyScope.VIEW_SUMMARY],
        )  # fmt: skip
        commit(session)

    def body(phone: Phone) -> dict[str, Any]:
        (found,) = [doc["body"] for doc in phone.pull()["documents"] if doc["kind"] == "contract"]
        assert found["id"] == str(one)
        return found  # type: ignore[no-any-return]

    team = body(signed_in(app, people.NURSE))
    assert {"status", "version", "text_hash"} <= set(team)
    assert {"id", "item_code", "period_start_on", "period_end_on", "quota", "reserved", "consumed", "left"} == set(
        team["entitlements"][0]
    )
    assert body(signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)) == team
    assert set(body(signed_in(app, "13800000777", "family"))) == {
        "id", "resident_id", "status", "team_id", "starts_on", "ends_on", "package_ids"
    }  # fmt: skip


def test_a_contract_is_signed_at_home_without_a_network(app: Flask, world: World) -> None:
    phone = signed_in(app, people.LEADER)
    by_code = {one["code"]: one["id"] for one in phone.get("/packages").json["items"]}
    one = str(uuid4())
    draft = {
        "resident_id": str(world.elder_id),
        "team_id": str(world.team_id),
        "package_ids": [by_code["P1"]],
        "channel": "home_visit",
    }
    consents = [{"purpose": "C1", "version": 1}, {"purpose": "C2", "version": 1}]
    commands = [
        phone.command("contracts.apply", one, draft),
        phone.command("contracts.submit", one, {"consents": consents}),
        phone.command("contracts.review", one, {"decision": "accept"}),
        phone.command("contracts.sign", one, {"method": "strokes", "strokes": SIGNATURE}),
    ]
    for before, after in itertools.pairwise(commands):
        after["depends_on"] = [before["id"]]
    assert [answer["outcome"] for answer in phone.push(*commands)] == ["applied"] * 4
    contract = phone.get(f"/contracts/{one}").json
    assert (contract["status"], contract["channel"]) == ("active", "home_visit")
    replayed = phone.push(*commands)
    assert [(answer["outcome"], answer["replayed"]) for answer in replayed] == [("applied", True)] * 4


def test_a_decision_on_what_has_changed_meanwhile_is_refused(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world)
        seen = service.get(session, one).version
        service.cancel(session, world.elder, now(), one)
        commit(session)
    phone = signed_in(app, people.LEADER)
    sign = phone.command("contracts.sign", one, {"method": "strokes", "strokes": SIGNATURE}, base_version=seen)
    (answer,) = phone.push(sign)
    assert (answer["outcome"], answer["code"]) == ("refused", "sync.refused.stale")


def test_before_signing_the_chosen_team_sees_it_on_its_phones_and_the_caring_team_does_not(
    app: Flask, runtime: Runtime, world: World
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        apply(session, world, world.elder, team_id=world.other_team_id)
        commit(session)

    def kinds(number: str) -> set[str]:
        return {one["kind"] for one in signed_in(app, number).pull()["documents"]}

    assert "contract" in kinds(people.OTHER_NURSE)
    assert "contract" not in kinds(people.NURSE)


# ------------------------------------------------------------------ whom it is told


def notices(phone: Phone) -> list[str]:
    return [one["body"]["code"] for one in phone.pull()["documents"] if one["kind"] == "notice"]


def test_the_leader_hears_who_waits_and_the_elder_what_was_answered(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = apply(session, world, world.elder)
        service.submit(session, world.elder, now(), one, consents=CONSENTS)
        commit(session)
    leader = signed_in(app, people.LEADER)
    assert notices(leader) == ["contracts.notice.submitted"]
    assert leader.post(f"/contracts/{one}/review", {"decision": "accept"}).status_code == 200
    assert notices(signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)) == [
        "contracts.notice.accepted"
    ]
    leader.post(f"/contracts/{one}/sign", {"method": "strokes", "strokes": SIGNATURE})
    assert set(notices(leader)) == {"contracts.notice.submitted", "contracts.notice.signed"}


def test_a_contract_that_runs_out_is_said_three_times_and_not_when_it_is_renewed(
    app: Flask, runtime: Runtime, world: World
) -> None:
    def reminders(on: datetime) -> int:
        with runtime.sessions.county(world.county_id) as session:
            messages.remind_of_renewal(session, on)
            messages.remind_of_renewal(session, on)
            commit(session)
        return notices(elder).count("contracts.notice.ends")

    with runtime.sessions.county(world.county_id) as session:
        ends_on = running(session, world, days_left=70).ends_on
        commit(session)
    elder = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)

    def before_the_end(days: int) -> datetime:
        return datetime.combine(ends_on - timedelta(days=days), datetime.min.time(), UTC) + timedelta(hours=1)

    told = [reminders(before_the_end(days)) for days in (61, 60, 40, 30, 8, 7)]
    assert told == [0, 1, 1, 2, 2, 3]


def test_nobody_is_reminded_of_what_is_renewed_already(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        running(session, world, days_left=30)
        by_hand(session, world.nurse, accepted(session, world))
        messages.remind_of_renewal(session, now())
        commit(session)
    elder = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)
    assert "contracts.notice.ends" not in notices(elder)
