"""The contract as a page: what stands on it, that it is the same each time, and what its QR code tells whom."""

import io
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import zxingcpp
from flask import Flask
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import Engine, text

from jiayi.app import Runtime
from jiayi.catalogue import service as catalogue
from jiayi.contracts import service
from jiayi.contracts.paper.content import strokes_svg
from jiayi.contracts.terms import GuardianBasis, Signer, SignMethod
from jiayi.core.clock import moment_now, now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.core.errors import TooMany
from jiayi.core.web.limits import Limit
from tests import world as people
from tests.phone import Phone, signed_in
from tests.signing import accepted, by_hand
from tests.world import SIGNATURE, World

SMALL = 300_000


@pytest.fixture
def nurse(app: Flask) -> Phone:
    return signed_in(app, people.NURSE)


@pytest.fixture
def signed(runtime: Runtime, world: World) -> UUID:
    with runtime.sessions.county(world.county_id) as session:
        one: UUID = by_hand(session, world.nurse, accepted(session, world, "P2")).id
        commit(session)
    return one


def pdf(phone: Phone, contract_id: UUID) -> bytes:
    answer = phone.get(f"/contracts/{contract_id}/page.pdf")
    assert (answer.status_code, answer.content_type) == (200, "application/pdf"), answer.data
    content: bytes = answer.data
    return content


def words(content: bytes) -> str:
    """What can be copied out of it, without the blanks that the setting puts between Han and digits."""
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def check(app: Flask, page: dict[str, Any]) -> dict[str, Any]:
    code = page["check_url"].rsplit("/", 1)[1]
    answer = Phone(app).get(f"/contract-checks/{code}")
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json
    return told


def test_the_pdf_says_what_was_signed_and_can_be_copied(nurse: Phone, signed: UUID) -> None:
    said = words(pdf(nurse, signed))
    for told in (
        "家庭医生签约服务协议", "柳溪镇卫生院", "第一团队", "丁大川", "高血压中级包", "150.00元（示例）", "乙方个人", "30.00元",
        "按需", "7天内还没有服务过", "提前15天", "在手机上手写", "第1页，共2页", "第2页，共2页",
    ):  # fmt: skip
        assert told in said
    assert nurse.get(f"/contracts/{signed}").json["text_hash"] in said


def test_the_pdf_is_small_whole_and_the_same_each_time(nurse: Phone, signed: UUID) -> None:
    first = pdf(nurse, signed)
    assert pdf(nurse, signed) == first
    assert len(first) < SMALL
    pages: Any = PdfReader(io.BytesIO(first)).pages
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & set(font) for font in fonts)


def test_the_pdf_stays_as_it_was_signed_whatever_changes_later(
    nurse: Phone, runtime: Runtime, world: World, signed: UUID
) -> None:
    before = pdf(nurse, signed)
    with runtime.sessions.county(world.county_id) as session:
        catalogue.set_price(session, world.admin, now(), "B01", 99_900)
        service.terminate(session, world.elder, now(), signed, reason_code="moved_away")
        commit(session)
    assert pdf(nurse, signed) == before


def test_the_elder_and_family_who_may_read_it_get_the_same_pdf(
    app: Flask, nurse: Phone, signed: UUID, world: World
) -> None:
    elder = signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)
    assert pdf(elder, signed) == pdf(nurse, signed)
    assert signed_in(app, people.OTHER_NURSE).get(f"/contracts/{signed}/page.pdf").status_code == 404


def test_a_page_to_be_signed_by_hand_has_lines_and_no_code(nurse: Phone, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P2")
        commit(session)
    page = nurse.get(f"/contracts/{one}/page").json
    assert (page["check_url"], page["check_svg"], page["signatures"][1]["name"]) == (None, None, None)
    assert page["signatures"][0]["name"] == "杜海棠（柳溪镇卫生院，第一团队）"
    assert "签字或按手印" in words(pdf(nurse, one))


def test_what_the_team_has_not_accepted_has_no_page(nurse: Phone, runtime: Runtime, world: World) -> None:
    from tests.signing import apply

    with runtime.sessions.county(world.county_id) as session:
        one = apply(session, world, world.elder)
        commit(session)
    for path in ("page", "page.pdf"):
        assert nurse.get(f"/contracts/{one}/{path}").json["code"] == "contracts.refused.no_text_yet"


def test_a_name_is_no_markup(nurse: Phone, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        contract = service.sign(
            session, world.nurse, moment_now(now()), accepted(session, world, "P2"), method=SignMethod.STROKES,
            strokes=SIGNATURE, signer=Signer.GUARDIAN, signer_name='#panic("x") *粗* $x$', guardian_basis=GuardianBasis.SPOUSE,
        )  # fmt: skip
        commit(session)
    assert '#panic("x")*粗*$x$，丁大川的监护人（配偶）' in words(pdf(nurse, contract.id))


def test_the_code_on_the_page_is_read_by_a_phone(nurse: Phone, signed: UUID) -> None:
    from jiayi.contracts.paper import pdf as setting

    page = nurse.get(f"/contracts/{signed}/page").json
    assert page["check_url"].startswith("https://jiayi.example.cn/verify/511399-")
    assert str(signed) not in page["check_url"]
    pictures = setting.pictures_of(page)
    read = [code.text for one in pictures for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(one)))]
    assert read == [page["check_url"]]


def test_who_scans_it_learns_that_it_is_genuine_and_no_more(app: Flask, nurse: Phone, signed: UUID) -> None:
    page = nurse.get(f"/contracts/{signed}/page").json
    told = check(app, page)
    assert told == {
        "status": "genuine", "organization_name": "柳溪镇卫生院", "signer_masked": "丁**",
        "signed_on": china_date(datetime.fromisoformat(nurse.get(f"/contracts/{signed}").json["signed_at"])).isoformat(),
    }  # fmt: skip


def test_who_scans_it_learns_that_it_has_ended(
    app: Flask, nurse: Phone, runtime: Runtime, world: World, signed: UUID
) -> None:
    page = nurse.get(f"/contracts/{signed}/page").json
    with runtime.sessions.county(world.county_id) as session:
        service.terminate(session, world.elder, now(), signed, reason_code="moved_away")
        commit(session)
    assert check(app, page)["status"] == "ended"


def test_who_scans_it_learns_that_it_was_changed(app: Flask, nurse: Phone, owner: Engine, signed: UUID) -> None:
    page = nurse.get(f"/contracts/{signed}/page").json
    with owner.begin() as connection:
        connection.execute(text("update contracts set text = jsonb_set(text, '{years}', '3')"))
    assert check(app, page)["status"] == "changed"


@pytest.mark.parametrize(
    "code", ["", "511399", "511399-" + "0" * 32, "511301-" + "0" * 32, "999999999-" + "0" * 32, "511399-" + "Z" * 32]
)
def test_a_code_that_is_none_opens_nothing(app: Flask, code: str) -> None:
    assert Phone(app).get(f"/contract-checks/{code}").status_code == 404


def test_the_code_of_one_county_is_not_known_in_another(app: Flask, nurse: Phone, signed: UUID) -> None:
    code = nurse.get(f"/contracts/{signed}/page").json["check_url"].rsplit("/", 1)[1]
    assert Phone(app).get(f"/contract-checks/{code.replace('511399', '511301')}").status_code == 404


def test_asking_too_often_is_told_to_wait() -> None:
    limit, at = Limit(2, timedelta(minutes=1)), now()
    limit.ask("a", at)
    limit.ask("a", at + timedelta(seconds=10))
    with pytest.raises(TooMany) as refused:
        limit.ask("a", at + timedelta(seconds=20))
    assert refused.value.detail["retry_after"] == 41
    limit.ask("b", at + timedelta(seconds=20))
    limit.ask("a", at + timedelta(seconds=61))


def test_handwriting_is_drawn_where_it_was_written() -> None:
    drawn = strokes_svg({"w": 300, "h": 150, "strokes": [[10, 10, 0, 5, -5, 16], [40, 40, 0]]})
    assert 'd="M10 10 15 5"' in drawn
    assert 'd="M40 40 40 40"' in drawn
