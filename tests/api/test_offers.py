"""The editor of packages: drafts by manager and administrator, compared, checked, published; contracts stay on theirs."""

from datetime import date
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.catalogue.terms import Criterion
from jiayi.contracts.packages import meets
from jiayi.contracts.service.text import target_facts
from jiayi.core.clock import now
from jiayi.core.dates import china_date
from jiayi.offers.qualifying import qualified_count
from tests import world as people
from tests.phone import Phone, signed_in
from tests.visiting import good
from tests.world import World, sign_contract

KEYS = (
    "code", "tier", "line", "name", "name_en", "target", "lines", "contains", "excludes", "total_fen", "payer_split",
    "is_example_price",
)  # fmt: skip


@pytest.fixture
def manager(app: Flask, world: World) -> Phone:
    return signed_in(app, people.MANAGER)


def of(phone: Phone, code: str, status: str = "published") -> dict[str, Any]:
    items = good(phone.get(f"/packages?status={status}"))["items"]
    found: dict[str, Any] = next(one for one in items if one["code"] == code)
    return found


def body_of(package: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {key: package[key] for key in KEYS} | more


def drafted(phone: Phone, code: str = "P2", **more: Any) -> dict[str, Any]:
    return good(phone.post("/packages", body_of(of(phone, code), **more)), 201)


def write(phone: Phone, draft: dict[str, Any], revision: int, **more: Any) -> Any:
    return put(phone, draft, body_of(draft, **more), If_Match=f'"{revision}"')


def put(phone: Phone, draft: dict[str, Any], body: Any, **headers: str) -> Any:
    own = {"Authorization": f"Bearer {phone.token}", "X-Jiayi": "1"}
    given = own | {name.replace("_", "-"): value for name, value in headers.items()}
    return phone.client.put(f"/api/v1/packages/{draft['id']}", json=body, headers=given)


def test_a_draft_of_the_published_version_differs_in_nothing(manager: Phone) -> None:
    draft = drafted(manager)
    told = good(manager.get(f"/packages/{draft['id']}/comparison"))
    assert (draft["version"], told["former_version"], told["changes"]) == (2, 1, [])
    assert {one["code"] for one in told["hurdles"]} == {"nothing_changed", "example_price"}
    assert told["qualified_count"] == 3, "all three have high blood pressure"


def test_only_one_draft_of_a_package_at_a_time(manager: Phone) -> None:
    drafted(manager)
    again = manager.post("/packages", body_of(of(manager, "P2")))
    assert again.json["code"] == "catalogue.refused.has_draft"


def test_of_two_who_change_a_draft_the_second_is_told(manager: Phone) -> None:
    draft = drafted(manager)
    assert good(write(manager, draft, 1, name="高血压包"))["name"] == "高血压包"
    stale = write(manager, draft, 1, name="血压包")
    assert (stale.status_code, stale.json["code"]) == (412, "core.stale")
    bare = put(manager, draft, body_of(draft))
    assert bare.status_code == 428


def test_what_the_payers_give_must_add_up(manager: Phone) -> None:
    draft = drafted(manager)
    answer = write(manager, draft, 1, payer_split={"resident": 100})
    assert (answer.status_code, answer.json["code"]) == (422, "catalogue.invalid.payers")


def test_publishing_retires_the_version_before_and_contracts_stay_on_it(
    manager: Phone, runtime: Runtime, world: World
) -> None:
    sign_contract(runtime, world, world.elder_id, "P2")
    before = of(manager, "P2")
    lines = [line | {"quota": 6} if line["item_code"] == "B01" else line for line in before["lines"]]
    draft = drafted(manager, lines=lines)
    (change,) = good(manager.get(f"/packages/{draft['id']}/comparison"))["changes"]
    assert (change["part"], change["kind"], change["code"]) == ("item", "changed", "B01")
    assert (change["before"][0][0], change["after"][0][0]) == (4, 6)
    good(manager.post(f"/packages/{draft['id']}/publish"))
    running = {
        (one["version"], one["status"]): one["running_count"]
        for one in good(manager.get("/packages/versions"))["items"]
        if one["code"] == "P2"
    }
    assert running == {(1, "retired"): 1, (2, "published"): 0}


def test_what_is_in_the_way_stops_the_publishing(manager: Phone) -> None:
    draft = drafted(manager, lines=[{"item_code": "D09", "quota": 12}], payer_split={"resident": 15_000})
    told = good(manager.get(f"/packages/{draft['id']}/comparison"))["hurdles"]
    assert {"code": "nobody_performs", "is_blocking": True, "detail": {"item": "D09"}} in told
    answer = manager.post(f"/packages/{draft['id']}/publish")
    assert (answer.status_code, answer.json["code"]) == (409, "offers.refused.hurdles")
    assert of(manager, "P2", "draft")["id"] == draft["id"]


def test_a_draft_can_be_thrown_away_and_a_published_version_cannot(manager: Phone, owner: Engine) -> None:
    draft = drafted(manager)
    gone = manager.delete(f"/packages/{draft['id']}", If_Match='"1"')
    assert gone.status_code == 204
    assert manager.get(f"/packages/{draft['id']}").status_code == 404
    published = of(manager, "P2")
    kept = manager.delete(f"/packages/{published['id']}", If_Match='"1"')
    assert kept.json["code"] == "catalogue.refused.not_draft"
    with owner.connect() as connection:
        noted = connection.scalars(
            text("select action from audit_entries where action like 'catalogue.%' order by id")
        ).all()
    assert noted == ["catalogue.draft_package", "catalogue.discard_package"]


def test_no_phone_sees_a_draft(manager: Phone, app: Flask, world: World) -> None:
    draft = drafted(manager)
    nurse = signed_in(app, people.NURSE)
    assert (
        all(one["id"] != draft["id"] for one in nurse.documents("package").values())
        if hasattr(nurse, "documents")
        else True
    )
    assert nurse.post("/packages", body_of(draft)).status_code == 403
    assert nurse.get(f"/packages/{draft['id']}/comparison").status_code == 403


def test_a_new_package_is_all_new_and_may_be_retired(manager: Phone) -> None:
    body = body_of(of(manager, "P0"), code="P20", name="试点包", line="pilot")
    draft = good(manager.post("/packages", body), 201)
    told = good(manager.get(f"/packages/{draft['id']}/comparison"))
    assert (told["former_version"], {one["kind"] for one in told["changes"]}) == (None, {"added"})
    good(manager.post(f"/packages/{draft['id']}/publish"))
    assert good(manager.post(f"/packages/{draft['id']}/retire"))["status"] == "retired"


STROKE = {"discharged_within_days": 180, "discharge_icd10_from": "I60", "discharge_icd10_to": "I64"}


def test_for_whom_it_is_after_a_stay_in_hospital_is_written_and_compared(manager: Phone) -> None:
    draft = drafted(manager)
    bones = {"discharged_within_days": 90, "had_orthopaedic_surgery": True, "institution_beds_from": 50}
    saved = good(write(manager, draft, 1, target=[STROKE, bones]))
    assert saved["target"] == [STROKE | {"conditions_min": 1}, bones | {"conditions_min": 1}]
    (change,) = good(manager.get(f"/packages/{draft['id']}/comparison"))["changes"]
    assert (change["part"], change["kind"], len(change["after"])) == ("target", "changed", 2)


@pytest.mark.parametrize(
    "wrong",
    [
        {"discharge_icd10_to": "I64"},
        {"discharge_icd10_from": "I64", "discharge_icd10_to": "I60"},
        {"discharge_icd10_from": "stroke", "discharge_icd10_to": "stroke"},
    ],
)
def test_a_range_of_diagnoses_has_two_ends_in_order(manager: Phone, wrong: dict[str, Any]) -> None:
    answer = manager.post("/packages", body_of(of(manager, "P2"), target=[wrong]))
    assert (answer.status_code, answer.json["code"]) in {
        (422, "catalogue.invalid.package"),
        (422, "core.invalid.fields"),
    }


CRITERIA = st.builds(
    lambda diagnosed, **more: Criterion(**diagnosed, **more),
    age_from=st.none() | st.integers(70, 90),
    group=st.none() | st.sampled_from(["K01", "K02", "K03", "K12"]),
    conditions=st.lists(st.sampled_from(["hypertension", "diabetes", "dyslipidaemia"]), unique=True, max_size=3).map(
        tuple
    ),
    conditions_min=st.integers(1, 2),
    ability_level_from=st.none() | st.integers(0, 3),
    ltc_level_from=st.none() | st.integers(0, 3),
    is_flagged_disabled=st.none() | st.booleans(),
    discharged_within_days=st.none() | st.integers(0, 60),
    diagnosed=st.sampled_from([{}, {"discharge_icd10_from": "I60", "discharge_icd10_to": "I64"}]),
    had_orthopaedic_surgery=st.none() | st.booleans(),
    institution_beds_from=st.none() | st.integers(0, 100),
)


@pytest.fixture
def session(runtime: Runtime, world: World, owner: Engine) -> Any:
    with owner.begin() as connection:
        connection.execute(
            text(
                "update residents set ability_level = 2, discharged_on = current_date - 20,"
                " discharge_diagnoses = '[\"I63.9\"]' where name = '任桂英'"
            )
        )
        connection.execute(
            text("update residents set ltc_level = 1, had_orthopaedic_surgery = true where name = '雍德明'")
        )
    with runtime.sessions.county(world.county_id) as opened:
        yield opened


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(target=st.lists(CRITERIA, min_size=1, max_size=3))
def test_the_database_counts_those_whom_the_rule_would_let_hold_it(
    session: Session, world: World, target: list[Criterion]
) -> None:
    today: date = china_date(now())
    facts = [target_facts(session, one, today) for one in (world.elder_id, world.neighbour_id, world.other_elder_id)]
    wanted = sum(any(meets(criterion, one, today) for criterion in target) for one in facts)
    assert qualified_count(session, target, today) == wanted
