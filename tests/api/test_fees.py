"""Visits are billed at the day's prices; a month's fee is what was done of what was due, and stays as it was booked."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import ProgrammingError

from jiayi.app import Runtime
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import CHINA, add_months, china_date
from jiayi.core.errors import Refusal
from jiayi.fees import service
from tests import world as people
from tests.phone import Phone
from tests.visiting import AT_HOME, Visiting, good
from tests.world import World, sign_contract

pytestmark = pytest.mark.usefixtures("feed_agrees")

NOTHING_ELSE = {"materials_fen": 0, "insurance_fen": 0, "ltc_fen": 0, "has_voucher": False}


def served(visiting: Visiting, *items: str, by: str = people.NURSE) -> str:
    visit, phone = visiting.started(*items, by=by), visiting.phone(by)
    good(phone.post(f"/visits/{visit}/measure", visiting.pressure()))
    good(phone.post(f"/visits/{visit}/record-services", visiting.served(*items)))
    good(phone.post(f"/visits/{visit}/check-out", {"position": AT_HOME}))
    return visit


def bills(visiting: Visiting, phone: Phone | None = None) -> list[dict[str, Any]]:
    who = phone or visiting.leader
    items: list[dict[str, Any]] = good(who.get(f"/visit-bills?resident_id={visiting.world.elder_id}"))["items"]
    return items


# ------------------------------------------------------------ visits


def test_what_the_package_does_not_give_is_billed_with_the_way_once(visiting: Visiting) -> None:
    served(visiting, "D03", "D08")
    (bill,) = bills(visiting, visiting.phone(people.ELDER))
    assert [(line["kind"], line["amount_fen"]) for line in bill["lines"]] == [
        ("item", 8_000), ("item", 4_000), ("home_visit", 4_000),
    ]  # fmt: skip
    assert (bill["total_fen"], bill["payers"]["resident"], bill["is_example_price"]) == (16_000, 16_000, True)


def test_what_the_package_gives_costs_nothing_more(visiting: Visiting) -> None:
    visiting.sign_contract()
    served(visiting, "C05", by=people.DOCTOR)
    (bill,) = bills(visiting)
    assert (bill["payers"]["package"], bill["payers"]["resident"]) == (8_000, 0)


def test_a_price_of_later_does_not_change_what_was_billed(visiting: Visiting) -> None:
    visit = served(visiting, "D03")
    admin = visiting.phone(people.ADMIN)
    good(admin.post("/service-items/D03/price", {"price_fen": 99_900}))
    assert bills(visiting)[0]["total_fen"] == 12_000
    assert visit == bills(visiting)[0]["visit_id"]


def test_the_leader_writes_down_materials_and_insurance_as_a_new_number(visiting: Visiting) -> None:
    served(visiting, "D03")
    (bill,) = bills(visiting)
    body = NOTHING_ELSE | {"materials_fen": 500, "ltc_fen": 10_000}
    good(visiting.leader.post(f"/visit-bills/{bill['id']}/settle", body))
    (settled,) = bills(visiting)
    assert (settled["number"], settled["total_fen"]) == (2, 12_500)
    assert (settled["payers"]["ltc"], settled["payers"]["resident"]) == (10_000, 2_500)
    again = visiting.leader.post(f"/visit-bills/{bill['id']}/settle", body)
    assert again.json["code"] == "fees.refused.old_bill"


def test_the_voucher_is_for_those_who_have_a_right_to_it_and_ends_with_its_month(visiting: Visiting) -> None:
    served(visiting, "D03")
    (bill,) = bills(visiting)
    body = NOTHING_ELSE | {"has_voucher": True}
    refused = visiting.leader.post(f"/visit-bills/{bill['id']}/settle", body)
    assert refused.json["code"] == "fees.refused.no_voucher"
    with visiting.owner.begin() as connection:
        connection.execute(text("update residents set ability_level = 2"))
    settled = good(visiting.leader.post(f"/visit-bills/{bill['id']}/settle", body))
    assert (settled["payers"]["voucher"], settled["payers"]["resident"]) == (4_800, 7_200)


def test_what_was_paid_is_noted_once_shown_to_the_family_and_taken_back_with_a_reason(visiting: Visiting) -> None:
    served(visiting, "D03")
    (bill,) = bills(visiting)
    leader, today = visiting.leader, china_date(clock_now()).isoformat()
    body = {"how": "scan", "paid_on": today}
    noted = good(leader.post(f"/visit-bills/{bill['id']}/pay", body))
    assert noted["payment"] == body | {"amount_fen": 12_000}
    assert leader.post(f"/visit-bills/{bill['id']}/pay", body).json["code"] == "fees.refused.is_paid"
    assert leader.post(f"/visit-bills/{bill['id']}/settle", NOTHING_ELSE).json["code"] == "fees.refused.is_paid"
    assert bills(visiting, visiting.phone(people.ELDER))[0]["payment"] == noted["payment"]
    nurse = visiting.phone(people.NURSE)
    assert nurse.post(f"/visit-bills/{bill['id']}/undo-payment", {"reason": "x"}).status_code == 403
    assert good(leader.post(f"/visit-bills/{bill['id']}/undo-payment", {"reason": "记错了人"}))["payment"] is None
    again = leader.post(f"/visit-bills/{bill['id']}/undo-payment", {"reason": "再来"})
    assert again.json["code"] == "fees.refused.not_paid"
    good(leader.post(f"/visit-bills/{bill['id']}/pay", body))
    with visiting.owner.connect() as connection:
        found = connection.execute(text("select number, kind, reason from visit_payments order by number")).all()
    assert [tuple(one) for one in found] == [(1, "paid", None), (2, "undone", "记错了人"), (3, "paid", None)]


def test_what_was_noted_stays_once_its_month_is_booked(visiting: Visiting) -> None:
    served(visiting, "D03")
    (bill,) = bills(visiting)
    today = china_date(clock_now())
    good(visiting.leader.post(f"/visit-bills/{bill['id']}/pay", {"how": "cash", "paid_on": today.isoformat()}))
    with visiting.owner.begin() as connection:
        connection.execute(
            text("insert into fee_months values (:county, gen_random_uuid(), :month, now())"),
            {"county": visiting.world.county_id, "month": today.replace(day=1)},
        )
    refused = visiting.leader.post(f"/visit-bills/{bill['id']}/undo-payment", {"reason": "记错了人"})
    assert refused.json["code"] == "fees.refused.payment_closed"


def test_the_nurse_and_another_team_do_not_settle(visiting: Visiting) -> None:
    served(visiting, "D03")
    (bill,) = bills(visiting)
    for number in (people.NURSE, people.OTHER_LEADER):
        answer = visiting.phone(number).post(f"/visit-bills/{bill['id']}/settle", NOTHING_ELSE)
        assert answer.status_code in {403, 404}


# ------------------------------------------------------------ the team's fee


@pytest.fixture
def contract(runtime: Runtime, world: World) -> UUID:
    """In force since some eight months ago: two follow-ups of four are due, or nearly."""
    return sign_contract(runtime, world, world.elder_id, on=clock_now() - timedelta(days=250))


def last_month() -> date:
    return add_months(china_date(clock_now()).replace(day=1), -1)


def entries(owner: Engine) -> list[dict[str, Any]]:
    with owner.connect() as connection:
        statement = "select * from fee_entries order by period_start_on, number"
        return [dict(row) for row in connection.execute(text(statement)).mappings()]


def book(runtime: Runtime, world: World, month_on: date, now: datetime | None = None) -> int:
    return service.book_month(runtime.sessions, world.county_id, now or clock_now(), month_on)


def done(owner: Engine, world: World, contract: UUID, item: str, on: date) -> None:
    """As if it had been done at the centre on that day, and counted."""
    with owner.begin() as connection:
        connection.execute(
            text(
                "with f as (insert into follow_ups (county_id, id, resident_id, programme, due_on, status, is_clock_doubtful, is_face_to_face, symptoms,"
                " danger_signs, has_new_complication, is_pregnant_or_lactating, version)"
                " values (:county, gen_random_uuid(), :resident, 'hypertension', :on, 'due', false, true, '[]', '[]', false, false, 1)"
                " returning id)"
                " insert into fulfilments (county_id, id, resident_id, team_id, contract_id, item_code, how, encounter_id,"
                " follow_up_id, done_at, done_on, is_counted, shortfalls, asked) select :county, id, :resident, :team,"
                " :contract, :item, 'clinic', id, id, :at, :on, true, '[]', 'call' from f"
            ),
            {"county": world.county_id, "resident": world.elder_id, "team": world.team_id, "contract": contract,
             "item": item, "on": on, "at": datetime(on.year, on.month, on.day, 10, tzinfo=CHINA)},
        )  # fmt: skip


def test_a_contract_month_earns_by_what_was_done_of_what_was_due(
    runtime: Runtime, owner: Engine, world: World, contract: UUID
) -> None:
    assert book(runtime, world, last_month()) == 1
    (entry,) = entries(owner)
    assert entry["period_end_on"].replace(day=1) == last_month()
    assert entry["kind"] == "accrual"
    assert 1_249 <= entry["base_fen"] <= 1_251, "a twelfth of 150 yuan, each payer's part whole fen"
    assert sum(entry["lines"].values()) == entry["total_fen"]
    assert entry["due_count"] > entry["done_count"] == entry["factor_bp"] == entry["total_fen"] == 0
    assert {one["item_code"] for one in entry["missing"]} == {"B01"}


def test_booking_again_changes_nothing(runtime: Runtime, owner: Engine, world: World, contract: UUID) -> None:
    book(runtime, world, last_month())
    before = entries(owner)
    assert book(runtime, world, last_month()) == 0
    assert entries(owner) == before


def test_what_turns_out_later_is_a_line_of_its_own(
    runtime: Runtime, owner: Engine, world: World, contract: UUID
) -> None:
    before_last = add_months(last_month(), -1)
    book(runtime, world, before_last)
    (first,) = entries(owner)
    assert first["factor_bp"] == 0, "a follow-up was due and nobody came"
    done(owner, world, contract, "B01", first["period_start_on"])
    book(runtime, world, last_month())
    of_then = [one for one in entries(owner) if one["period_start_on"] == first["period_start_on"]]
    assert of_then[0] == first, "what was booked stays as it was"
    assert [(one["kind"], one["month_on"]) for one in of_then] == [
        ("accrual", before_last),
        ("correction", last_month()),
    ]
    now = of_then[-1]
    assert now["factor_bp"] == round(10_000 / now["due_count"])
    assert sum(one["total_fen"] for one in of_then) == (first["base_fen"] * now["factor_bp"] + 5_000) // 10_000 > 0


def test_a_void_contract_gives_back_what_it_earned(
    runtime: Runtime, owner: Engine, world: World, contract: UUID
) -> None:
    before_last = add_months(last_month(), -1)
    done(owner, world, contract, "B01", before_last)
    book(runtime, world, before_last)
    assert entries(owner)[0]["total_fen"] > 0
    with owner.begin() as connection:
        connection.execute(text("update contracts set status = 'voided', ended_on = starts_on"))
    book(runtime, world, last_month())
    assert sum(one["total_fen"] for one in entries(owner)) == 0
    assert entries(owner)[-1]["reason"] == "voided"


def test_a_month_that_rested_through_earns_nothing(
    runtime: Runtime, owner: Engine, world: World, contract: UUID
) -> None:
    with owner.begin() as connection:
        connection.execute(
            text(
                "insert into contract_suspensions (county_id, id, contract_id, reason_code, away_since_on, from_on,"
                " evidence_code, begun_by_account_id) select county_id, gen_random_uuid(), id, 'hospital', starts_on,"
                " starts_on, 'told', gen_random_uuid() from contracts"
            )
        )
    book(runtime, world, last_month())
    (entry,) = entries(owner)
    assert (entry["total_fen"], entry["reason"]) == (0, "rested")


def test_a_later_month_closes_the_one_before(runtime: Runtime, world: World, contract: UUID) -> None:
    book(runtime, world, last_month())
    with pytest.raises(Refusal, match=r"fees\.refused\.month_closed"):
        book(runtime, world, add_months(last_month(), -1))
    with pytest.raises(Refusal, match=r"fees\.refused\.month_open"):
        book(runtime, world, add_months(last_month(), 1))


def test_the_night_books_each_month_once_and_what_it_missed(runtime: Runtime, owner: Engine, world: World) -> None:
    now = clock_now()
    service.book_due(runtime.sessions, world.county_id, now - timedelta(days=95))
    service.book_due(runtime.sessions, world.county_id, now)
    assert service.book_due(runtime.sessions, world.county_id, now) == 0
    with owner.connect() as connection:
        months = connection.scalars(text("select month_on from fee_months order by month_on")).all()
    assert months == [add_months(months[0], n) for n in range(len(months))]
    assert months[-1] == last_month()


def test_nobody_writes_over_the_books(runtime: Runtime, world: World, contract: UUID) -> None:
    book(runtime, world, last_month())
    with (
        runtime.sessions.county(world.county_id) as session,
        pytest.raises(ProgrammingError, match="permission denied"),
    ):
        session.execute(text("update fee_entries set total_fen = 1"))


def test_the_leader_sees_the_own_team_with_names_the_manager_all_without(
    visiting: Visiting, runtime: Runtime, world: World, contract: UUID
) -> None:
    book(runtime, world, last_month())
    sums = good(visiting.leader.get("/fee-statements"))
    assert [one["name"] for one in sums["items"]] == ["第一团队"]
    assert (sums["month_on"], sums["months"]) == (last_month().isoformat(), [last_month().isoformat()])
    address = f"/fee-statements/{world.team_id}?month_on={last_month()}"
    (line,) = good(visiting.leader.get(address))["lines"]
    assert line["resident_name"] == "丁大川"
    manager = visiting.phone(people.MANAGER)
    assert {one["name"] for one in good(manager.get("/fee-statements"))["items"]} == {"第一团队", "第二团队"}
    (line,) = good(manager.get(address))["lines"]
    assert (line["resident_id"], line["resident_name"]) == (None, None)
    assert visiting.phone(people.OTHER_LEADER).get(address).status_code == 404


def test_the_team_gets_its_share_and_payers_sum(
    visiting: Visiting, runtime: Runtime, owner: Engine, world: World, contract: UUID
) -> None:
    done(owner, world, contract, "B01", last_month())
    book(runtime, world, last_month())
    (one,) = good(visiting.leader.get("/fee-statements"))["items"]
    assert sum(one["payers"].values()) == one["total_fen"] > 0
    assert one["team_share_fen"] * 10_000 >= one["total_fen"] * one["share_bp"]


def test_the_table_for_a_spreadsheet_has_a_line_for_each_and_is_noted(
    visiting: Visiting, runtime: Runtime, owner: Engine, world: World, contract: UUID
) -> None:
    book(runtime, world, last_month())
    answer = visiting.phone(people.MANAGER).get(f"/fee-statements/export?month_on={last_month()}")
    lines = answer.get_data(as_text=True).removeprefix("\ufeff").splitlines()
    assert (lines[0][:5], len(lines)) == ("月份,团队", 2)
    assert "丁大川" not in lines[1]
    with owner.connect() as connection:
        noted = connection.scalar(text("select count(*) from audit_entries where action = 'fees.export'"))
    assert noted == 1
