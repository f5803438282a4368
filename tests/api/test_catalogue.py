"""The catalogue: loaded from files, kept by an administrator, read by everybody, on every phone."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.catalogue import service
from jiayi.catalogue.terms import PackageStatus
from jiayi.core import resources
from jiayi.core.clock import now
from jiayi.core.db import commit
from jiayi.core.errors import Forbidden, NotFound
from jiayi.core.results import Allowed, Refused
from jiayi.core.shapes import ShapeError
from jiayi.organizations import service as organizations
from jiayi.organizations.terms import Title
from tests import world as people
from tests.phone import signed_in
from tests.world import World

TODAY = date(2026, 11, 24)
FOLDER = resources.seed() / "catalogue"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue's files, to be changed."""
    return Path(shutil.copytree(FOLDER, tmp_path / "catalogue"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_t24_49_items_in_five_categories_and_nine_packages_all_marked_as_examples(app: Flask, world: World) -> None:
    phone = signed_in(app, people.NURSE)
    items = phone.get("/service-items?limit=200").json["items"]
    packages = phone.get("/packages").json["items"]
    assert (len(items), len({one["category"] for one in items}), len(packages)) == (49, 5, 9)
    assert all(one["is_example_price"] for one in items + packages)
    assert all(sum(one["payer_split"].values()) == one["total_fen"] for one in packages)


def test_loading_again_changes_nothing(app: Flask, runtime: Runtime, world: World) -> None:
    phone = signed_in(app, people.NURSE)
    before = phone.pull()
    with runtime.sessions.county(world.county_id) as session:
        ids = {row.code: row.id for row in service.published(session)}
        service.load_catalogue(session, FOLDER)
        commit(session)
    with runtime.sessions.county(world.county_id) as session:
        assert {row.code: row.id for row in service.published(session)} == ids
    assert phone.pull(before["cursor"])["documents"] == []


def test_a_published_version_never_changes(session: Session, folder: Path) -> None:
    change(folder, "packages.yaml", "{item_code: B01, quota: 4}", "{item_code: B01, quota: 6}")
    with pytest.raises(ShapeError, match="raise the version"):
        service.load_catalogue(session, folder)


def test_a_higher_version_takes_over_and_the_one_before_is_retired(session: Session, folder: Path) -> None:
    (old,) = [row for row in service.published(session) if row.code == "P0"]
    change(folder, "packages.yaml", "- code: P0\n  version: 1", "- code: P0\n  version: 2")
    service.load_catalogue(session, folder)
    (new,) = [row for row in service.published(session) if row.code == "P0"]
    assert (new.version, old.status) == (2, PackageStatus.RETIRED)
    assert service.package(session, old.id).version == 1


def test_a_price_of_the_centres_own_survives_loading(session: Session, world: World) -> None:
    service.set_price(session, world.admin, now(), "C07", 4500)
    service.load_catalogue(session, FOLDER)
    item = service.item(session, "C07")
    assert (item.price_fen, item.is_example_price) == (4500, False)


def test_what_is_read_back_is_what_the_file_says(session: Session) -> None:
    by_code = service.published_by_code(session)
    assert {line.item_code: line.quota for line in by_code["P2"].lines}["B08"] == 12
    assert by_code["P7"].contains[1].when is not None
    assert by_code["P7"].contains[1].when.age_from == 65


def test_an_administrator_drafts_publishes_and_retires_a_package(app: Flask, world: World) -> None:
    admin, nurse = signed_in(app, people.ADMIN), signed_in(app, people.NURSE)
    draft = {
        "code": "P2", "tier": "mid", "line": "hypertension", "name": "高血压中级包", "name_en": "Hypertension package",
        "target": [{"group": "K02", "age_from": 60}], "lines": [{"item_code": "B01", "quota": 6}, {"item_code": "C02"}],
        "contains": [{"code": "P0"}], "total_fen": 16000, "is_example_price": False,
        "payer_split": {"public_health": 7000, "insurance": 5000, "resident": 4000},
    }  # fmt: skip
    assert nurse.post("/packages", draft).status_code == 403
    made = admin.post("/packages", draft)
    assert (made.status_code, made.json["version"], made.json["status"]) == (201, 2, "draft")
    path = f"/packages/{made.json['id']}"
    assert admin.post(f"{path}/retire").json["code"] == "catalogue.refused.not_published"
    before = nurse.pull()
    assert not any(one["id"] == made.json["id"] for one in before["documents"]), "a draft is on no phone"
    assert admin.post(f"{path}/publish").json["status"] == "published"
    assert admin.post(f"{path}/publish").json["code"] == "catalogue.refused.not_draft"
    news = {one["body"]["version"]: one["body"]["status"] for one in nurse.pull(before["cursor"])["documents"]}
    assert news == {1: "retired", 2: "published"}
    assert [one["version"] for one in admin.get("/packages?status=retired").json["items"]] == [1]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"payer_split": {"resident": 1}}, "payers"),
        ({"payer_split": {"resident": 200, "insurance": 0}, "total_fen": 100}, "payers"),
        ({"lines": [{"item_code": "Z99", "quota": 1}]}, "package"),
        ({"contains": [{"code": "P99"}]}, "package"),
    ],
)
def test_a_package_whose_parts_do_not_go_together_is_not_drafted(
    app: Flask, world: World, wrong: dict[str, Any], code: str
) -> None:
    draft = {
        "code": "PX", "tier": "mid", "line": "x", "name": "试", "name_en": "Trial", "target": [{}], "lines": [],
        "total_fen": 100, "payer_split": {"resident": 100},
    }  # fmt: skip
    answer = signed_in(app, people.ADMIN).post("/packages", draft | wrong)
    assert (answer.status_code, answer.json["code"]) == (422, f"catalogue.invalid.{code}")


def test_only_an_administrator_keeps_the_catalogue(session: Session, world: World) -> None:
    for actor in (world.leader, world.manager, world.supervisor, world.elder):
        with pytest.raises(Forbidden):
            service.set_price(session, actor, now(), "C07", 1)


def test_t25_who_may_perform_at_home(session: Session, world: World) -> None:
    nurse = organizations.get_clinician(session, world.nurse_id)

    def answer(code: str) -> object:
        found = service.check_performer(session, nurse, code, at_home=True, on=TODAY)
        return found.reason if isinstance(found, Refused) else found

    assert answer("D04") == Allowed()
    assert answer("B01") == "catalogue.refused.wrong_profession"
    assert answer("E07") == Allowed(), "a round in an elder home is a visit too"
    nurse.worked_since_on = date(2022, 11, 25)
    assert answer("D04") == "catalogue.refused.too_few_years"
    nurse.worked_since_on, nurse.title = date(2010, 7, 1), Title.ASSISTANT
    assert answer("D04") == "catalogue.refused.title_too_low"
    nurse.worked_since_on = None
    assert answer("D04") == "catalogue.refused.too_few_years"
    with pytest.raises(NotFound, match="unknown_item"):
        answer("Z99")


def test_every_phone_has_the_catalogue_and_the_rule_tables(app: Flask, runtime: Runtime, world: World) -> None:
    elder = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)
    found: dict[str, list[dict[str, Any]]] = {}
    for one in elder.pull()["documents"]:
        if one["bucket"] == "county":
            found.setdefault(one["kind"], []).append(one["body"])
    assert (len(found["service_item"]), len(found["package"])) == (49, 9)
    shipped = {(one["name"], one["version"]) for one in found["rule_table"]}
    assert shipped == {(table.name, table.version) for table in runtime.tools.rules.everything()}
    geofence = next(one for one in found["rule_table"] if one["name"] == "geofence")
    assert geofence["values"]["radius_metres"] > 0
