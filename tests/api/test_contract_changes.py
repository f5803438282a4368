"""Other packages or another team in the middle of a contract year: counts, money, and who goes there."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.contracts import service
from jiayi.contracts.terms import SignMethod
from jiayi.core.clock import moment_now, now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.core.errors import Forbidden, NotFound, Refusal
from jiayi.residents import service as residents
from jiayi.visits import service as visits
from jiayi.visits.terms import VisitSource
from tests import world as people
from tests.phone import signed_in
from tests.signing import packages
from tests.world import SIGNATURE, World, sign_contract

TODAY = china_date(now())
DAY = timedelta(days=1)


@pytest.fixture
def contract_id(runtime: Runtime, world: World) -> UUID:
    """P2 for a year that began nine days ago: B01 four times, B08 twelve times, C05 once."""
    return sign_contract(runtime, world, world.elder_id, "P2")


def changed(session: Session, world: World, contract_id: UUID, *codes: str, from_on: Any = None) -> UUID:
    """Agreed on; from tomorrow if nothing else is said."""
    amendment_id = uuid4()
    service.amend(
        session, world.leader, now(), contract_id, amendment_id=amendment_id, package_ids=packages(session, *codes),
        from_on=from_on,
    )  # fmt: skip
    service.sign_amendment(
        session, world.nurse, moment_now(now()), contract_id, amendment_id=amendment_id, method=SignMethod.STROKES,
        strokes=SIGNATURE,
    )  # fmt: skip
    return amendment_id


def of(session: Session, contract_id: UUID, item_code: str) -> tuple[int | None, int, int, int | None]:
    (one,) = [one for one in service.balances(session, [contract_id])[contract_id] if one.item_code == item_code]
    return one.quota, one.reserved, one.consumed, one.left


def test_what_was_done_and_set_aside_counts_on(session: Session, world: World, contract_id: UUID) -> None:
    cause = uuid4()
    service.consume(session, now(), contract_id, "B01", TODAY, uuid4())
    service.reserve(session, now(), contract_id, "B01", cause)
    changed(session, world, contract_id, "P1", from_on=TODAY)
    assert of(session, contract_id, "B01") == (0, 1, 1, 0)
    assert of(session, contract_id, "A06")[0] == 1
    changed(session, world, contract_id, "P2", from_on=TODAY)
    assert of(session, contract_id, "B01") == (4, 1, 1, 2)
    assert service.consume(session, now(), contract_id, "B01", TODAY, cause) is False
    assert of(session, contract_id, "B01") == (4, 0, 2, 2)


def test_what_was_done_before_it_was_given_counts_against_the_new_quota(
    session: Session, world: World, contract_id: UUID
) -> None:
    assert service.consume(session, now(), contract_id, "A06", TODAY, uuid4()) is True
    changed(session, world, contract_id, "P1", from_on=TODAY)
    assert of(session, contract_id, "A06") == (1, 0, 1, 0)


def test_it_holds_from_its_day_on_and_every_line_stays(
    session: Session, world: World, contract_id: UUID, owner: Engine
) -> None:
    changed(session, world, contract_id, "P1")
    assert of(session, contract_id, "B01")[0] == 4
    assert service.expire_due(session, now()) == 0
    assert service.expire_due(session, now() + DAY) == 1
    assert service.expire_due(session, now() + DAY) == 0
    assert of(session, contract_id, "B01")[0] == 0
    commit(session)
    with owner.connect() as connection:
        sums = connection.execute(
            text(
                "select e.item_code, e.quota, sum(case l.kind when 'grant' then l.quantity when 'withdraw' then -l.quantity"
                " else 0 end) from entitlements e left join ledger_entries l on l.entitlement_id = e.id group by 1, 2"
            )
        ).all()
    assert all((granted or 0) == (quota or 0) for _, quota, granted in sums)


def test_the_paper_that_was_signed_stays_and_the_change_has_its_own(
    session: Session, world: World, contract_id: UUID
) -> None:
    before = service.text_of(session, world.nurse, now(), contract_id)
    changed(session, world, contract_id, "P1", from_on=TODAY)
    assert service.text_of(session, world.nurse, now(), contract_id) == before
    (change,) = service.file(session, world.nurse, now(), contract_id)["amendments"]
    assert change["text_hash"] != before["text_hash"]
    assert [one["code"] for one in change["text"]["packages"]] == ["P1"]
    assert change["was_package_ids"] == [str(one) for one in packages(session, "P2")]


def test_paid_services_that_are_given_no_more_are_paid_back(session: Session, world: World, contract_id: UUID) -> None:
    changed(session, world, contract_id, "P1", from_on=TODAY)
    (change,) = service.amendments_of(session, [contract_id])[contract_id]
    # P2 costs the resident 30 yuan a year: not more than that comes back.
    assert change.refund_fen == 3000
    assert change.refund_lines is not None
    assert sum(line["amount_fen"] for line in change.refund_lines) == 3000


def test_nothing_changes_before_the_resident_agrees_and_it_can_be_left(
    session: Session, world: World, contract_id: UUID
) -> None:
    one: dict[str, Any] = {"package_ids": packages(session, "P1"), "from_on": TODAY}
    service.amend(session, world.doctor, now(), contract_id, amendment_id=uuid4(), **one)
    with pytest.raises(Refusal, match="amendment_open"):
        service.amend(session, world.doctor, now(), contract_id, amendment_id=uuid4(), **one)
    assert service.expire_due(session, now() + DAY) == 0
    service.withdraw_amendment(session, world.elder, now(), contract_id)
    assert of(session, contract_id, "B01")[0] == 4
    with pytest.raises(Refusal, match="wrong_status"):
        service.withdraw_amendment(session, world.elder, now(), contract_id)


@pytest.mark.parametrize(
    ("codes", "days", "reason"),
    [(("P2",), 1, "nothing_changes"), (("P3",), 1, "not_eligible"), (("P1",), -1, "wrong_day"), (("P1",), 400, "wrong_day")],
    ids=["the same", "not meant for him", "before today", "after the end"],
)  # fmt: skip
def test_what_is_not_changed(
    session: Session, world: World, contract_id: UUID, codes: tuple[str, ...], days: int, reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        changed(session, world, contract_id, *codes, from_on=TODAY + timedelta(days=days))


def test_a_nurse_does_not_decide_on_packages(session: Session, world: World, contract_id: UUID) -> None:
    with pytest.raises(Forbidden, match="not_reviewer"):
        service.amend(
            session, world.nurse, now(), contract_id, amendment_id=uuid4(), package_ids=packages(session, "P1")
        )


def test_a_change_that_is_to_come_goes_with_the_contract(session: Session, world: World, contract_id: UUID) -> None:
    changed(session, world, contract_id, "P1")
    service.terminate(session, world.elder, now(), contract_id, reason_code="moved_away")
    assert service.expire_due(session, now() + DAY) == 0


# ------------------------------------------------------------------ another team


def other_team(session: Session, world: World, contract_id: UUID) -> None:
    service.change_team(
        session, world.leader, now(), contract_id, amendment_id=uuid4(), team_id=world.other_team_id, reason="住得近"
    )


def test_everything_open_goes_to_the_other_team(app: Flask, runtime: Runtime, world: World, contract_id: UUID) -> None:
    with runtime.sessions.county(world.county_id) as session:
        visit_id = uuid4()
        visits.request(
            session, world.elder, now(), visit_id, wish_on=TODAY + 3 * DAY, source=VisitSource.APP_RESIDENT,
            services=[{"id": uuid4(), "resident_id": world.elder_id, "item_code": "B01"}],
        )  # fmt: skip
        assert of(session, contract_id, "B01") == (4, 1, 0, 3)
        other_team(session, world, contract_id)
        assert residents.get(session, world.elder_id).care_team_id == world.other_team_id
        assert of(session, contract_id, "B01") == (4, 1, 0, 3)
        commit(session)
    theirs = {(one["kind"], one["id"]) for one in signed_in(app, people.OTHER_NURSE).pull()["documents"]}
    assert {("contract", str(contract_id)), ("visit", str(visit_id)), ("resident", str(world.elder_id))} <= theirs
    ours = {one["id"] for one in signed_in(app, people.NURSE).pull()["documents"]}
    assert ours.isdisjoint({str(contract_id), str(visit_id), str(world.elder_id)})
    notices = [one["body"]["code"] for one in signed_in(app, people.OTHER_LEADER).pull()["documents"] if one["kind"] == "notice"]  # fmt: skip
    assert "contracts.notice.taken_over" in notices


def test_work_of_the_team_before_still_counts_for_it(session: Session, world: World, contract_id: UUID) -> None:
    other_team(session, world, contract_id)
    before, today = TODAY - DAY, TODAY
    assert service.contract_with(session, world.elder_id, world.team_id, before) == contract_id
    assert service.contract_with(session, world.elder_id, world.team_id, today) is None
    assert service.contract_with(session, world.elder_id, world.other_team_id, today) == contract_id


def test_only_the_leader_gives_a_contract_away(session: Session, world: World, contract_id: UUID) -> None:
    for actor, error in ((world.nurse, Forbidden), (world.other_leader, NotFound), (world.elder, Forbidden)):
        with pytest.raises(error):
            service.change_team(session, actor, now(), contract_id, amendment_id=uuid4(), team_id=world.other_team_id)
