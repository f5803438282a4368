"""Each way in which the resident's side is signed: in whose hand, on whose phone, on paper, with a finger."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.contracts import service
from jiayi.contracts.models import ContractSignature
from jiayi.contracts.terms import ContractStatus, GuardianBasis, SignatureParty, Signer, SignMethod, SignPlace
from jiayi.core.clock import moment_now, now
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.core.errors import Forbidden, Invalid, NotFound, Refusal, TooMany
from jiayi.identity.terms import Actor
from jiayi.residents import service as residents
from jiayi.residents.terms import ProxyScope, Relation, Sex
from tests import world as people
from tests.conftest import strict
from tests.phone import Phone, signed_in
from tests.photos import picture, put, sha256_of
from tests.signing import accepted, by_hand
from tests.sounds import VOICE
from tests.world import SIGNATURE, World, identity_number

PHOTO = picture()
TODAY = china_date(now())
PAGE: dict[str, Any] = {"method": SignMethod.PAPER, "photo_sha256": sha256_of(PHOTO)}
FINGER: dict[str, Any] = PAGE | {
    "method": SignMethod.FINGERPRINT, "witness_name": "王桂芝", "was_heard": True, "recording_sha256": sha256_of(VOICE),
}  # fmt: skip


def sign(session: Session, actor: Actor, contract_id: UUID, **told: Any) -> ContractSignature:
    """Signed, and in force; the resident's side as it was kept."""
    contract = service.sign(session, actor, moment_now(now()), contract_id, **told)
    assert contract.status in {ContractStatus.ACTIVE, ContractStatus.RENEWAL_SIGNED}
    return session.scalars(
        select(ContractSignature).where(
            ContractSignature.contract_id == contract_id, ContractSignature.party == SignatureParty.RESIDENT
        )
    ).one()


def code_for(session: Session, actor: Actor, contract_id: UUID) -> str:
    return service.send_code(session, actor, now(), contract_id).values["code"]


def family(app: Flask) -> Phone:
    return signed_in(app, people.ELDER, "family", birth_year=people.ELDER_BORN)


def grant_renewals(session: Session, world: World) -> None:
    residents.grant_proxy(
        session, world.elder, now(), world.elder_id, id=uuid4(), phone=people.DAUGHTER, name="丁秀芳",
        relation=Relation.DAUGHTER, scopes=[ProxyScope.VIEW_FULL, ProxyScope.SIGN_RENEWAL],
    )  # fmt: skip


# ------------------------------------------------------------------ on the own phone


def test_what_is_free_is_signed_with_a_code_and_what_is_paid_by_hand_as_well(session: Session, world: World) -> None:
    paid, free = accepted(session, world, "P2"), accepted(session, world, "P1")
    code = code_for(session, world.elder, paid)
    with pytest.raises(Refusal, match="sign_method"):
        sign(session, world.elder, paid, method=SignMethod.CODE, code=code)
    with pytest.raises(Refusal, match="sign_method"):
        sign(session, world.elder, free, method=SignMethod.STROKES, strokes=SIGNATURE)
    with pytest.raises(Invalid, match="signature"):
        sign(session, world.elder, paid, method=SignMethod.CODE_AND_STROKES, code=code)
    signed = sign(
        session, world.elder, paid, method=SignMethod.CODE_AND_STROKES, code=code, strokes=SIGNATURE, signer_name="别人"
    )
    assert (signed.place, signed.signer, signed.signer_name) == (SignPlace.OWN, Signer.RESIDENT, "丁大川")
    assert (signed.strokes, signed.identity_level) == (SIGNATURE, 3)
    assert signed.code_id is not None


def test_a_free_one_by_code_alone(session: Session, world: World) -> None:
    free = accepted(session, world, "P1")
    signed = sign(session, world.elder, free, method=SignMethod.CODE, code=code_for(session, world.elder, free))
    assert (signed.method, signed.strokes) == (SignMethod.CODE, None)


def test_a_code_is_for_one_contract_one_account_a_few_minutes_and_five_tries(
    runtime: Runtime, session: Session, world: World
) -> None:
    one, other = accepted(session, world, "P1"), accepted(session, world, "P1")
    grant_renewals(session, world)
    elsewhere, hers = code_for(session, world.elder, other), code_for(session, world.daughter, one)
    for code in (elsewhere, hers, None):
        with pytest.raises(Refusal, match="wrong_code"):
            sign(session, world.elder, one, method=SignMethod.CODE, code=code)
    code = code_for(session, world.elder, one)
    with pytest.raises(Refusal, match="wrong_code"):
        service.sign(
            session, world.elder, moment_now(now() + timedelta(minutes=11)), one, method=SignMethod.CODE, code=code
        )
    commit(session)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    for _ in range(5):
        with runtime.sessions.county(world.county_id) as again, pytest.raises(Refusal, match="wrong_code"):
            sign(again, world.elder, one, method=SignMethod.CODE, code=wrong)
    with runtime.sessions.county(world.county_id) as again, pytest.raises(Refusal, match="wrong_code"):
        sign(again, world.elder, one, method=SignMethod.CODE, code=code)


def test_codes_are_not_sent_one_after_another(runtime: Runtime, world: World) -> None:
    with strict(runtime).sessions.county(world.county_id) as session:
        one = accepted(session, world, "P1")
        service.send_code(session, world.elder, now(), one)
        with pytest.raises(TooMany):
            service.send_code(session, world.elder, now(), one)


def test_a_code_goes_to_the_phone_of_whoever_asks(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P1")
        commit(session)
    answer = family(app).post(f"/contracts/{one}/send-code", {})
    assert answer.status_code == 200
    (line,) = (runtime.settings.data_dir / "sms.log").read_text().splitlines()[-1:]
    assert people.ELDER in line
    assert answer.json["demo_code"] in line
    signed = family(app).post(f"/contracts/{one}/sign", {"method": "code", "code": answer.json["demo_code"]})
    assert signed.json["status"] == "active"


def test_the_team_does_not_sign_by_code_for_anybody(session: Session, world: World) -> None:
    free = accepted(session, world, "P1")
    with pytest.raises(Refusal, match="sign_method"):
        sign(session, world.nurse, free, method=SignMethod.CODE, code="123456")


def test_family_sign_renewals_and_what_is_free(session: Session, world: World) -> None:
    first_paid, free = accepted(session, world, "P2"), accepted(session, world, "P1")
    code = code_for(session, world.daughter, free)
    with pytest.raises(Refusal, match="proxy_scope"):
        sign(session, world.daughter, free, method=SignMethod.CODE, code=code)
    grant_renewals(session, world)
    with pytest.raises(Refusal, match="elder_must_sign"):
        sign(
            session, world.daughter, first_paid, method=SignMethod.CODE_AND_STROKES, strokes=SIGNATURE,
            code=code_for(session, world.daughter, first_paid),
        )  # fmt: skip
    signed = sign(session, world.daughter, free, method=SignMethod.CODE, code=code_for(session, world.daughter, free))
    assert (signed.signer, signed.signer_name) == (Signer.PROXY, "丁秀芳")


# ------------------------------------------------------------------ before the team: on paper, with a finger


def test_on_paper_with_a_photo_that_comes_later(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P2")
        with pytest.raises(Refusal, match="photo_missing"):
            sign(session, world.nurse, one, method=SignMethod.PAPER)
        assert sign(session, world.nurse, one, **PAGE).strokes is None
        commit(session)
    nurse = signed_in(app, people.NURSE)
    assert nurse.get(f"/contracts/{one}/photo").status_code == 404
    assert put(nurse, PHOTO).status_code == 200
    found = nurse.get(f"/contracts/{one}/photo")
    assert (found.status_code, found.content_type) == (200, "image/jpeg")
    assert b"Fictional Camera" not in found.data
    assert family(app).get(f"/contracts/{one}/photo").data == found.data
    assert signed_in(app, people.OTHER_NURSE).get(f"/contracts/{one}/photo").status_code == 404


def test_the_voice_is_heard_by_who_may_see_the_contract(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P2")
        sign(session, world.nurse, one, **FINGER)
        commit(session)
        assert service.file(session, world.nurse, now(), one)["proof_awaited_since_on"] == TODAY
    nurse, path = signed_in(app, people.NURSE), f"/contracts/{one}/recording"
    assert nurse.get(path).status_code == 404
    assert put(nurse, PHOTO).status_code == put(nurse, VOICE).status_code == 200
    found = nurse.get(path)
    assert (found.content_type, found.data) == ("audio/webm", VOICE), "evidence is kept as it came"
    assert (found.headers["Cache-Control"], found.headers["Accept-Ranges"]) == ("private, no-cache", "none")
    assert "media-src 'self' blob:" in found.headers["Content-Security-Policy"]
    assert "microphone=(self)" in found.headers["Permissions-Policy"]
    assert family(app).get(path).data == VOICE
    for stranger in (people.OTHER_NURSE, people.MANAGER):
        assert signed_in(app, stranger).get(path).status_code in {403, 404}
    assert nurse.get(f"{path}?amendment_id={one}").status_code == 404
    with runtime.sessions.county(world.county_id) as session:
        assert service.file(session, world.nurse, now(), one)["proof_awaited_since_on"] is None


def test_a_voice_is_no_photo_and_a_photo_no_voice(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P2")
        swapped = {"photo_sha256": FINGER["recording_sha256"], "recording_sha256": FINGER["photo_sha256"]}
        sign(session, world.nurse, one, **FINGER | swapped)
        commit(session)
    nurse = signed_in(app, people.NURSE)
    put(nurse, PHOTO)
    put(nurse, VOICE)
    assert [nurse.get(f"/contracts/{one}/{what}").status_code for what in ("photo", "recording")] == [404, 404]
    with runtime.sessions.county(world.county_id) as session:
        found = {(finding.about, finding.state.value) for finding in service.verify(session, one)}
    assert {("photo", "to_come"), ("recording", "to_come")} <= found


def test_another_accounts_photo_of_the_same_name_is_not_this_one(app: Flask, runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P2")
        sign(session, world.nurse, one, **PAGE)
        commit(session)
    put(signed_in(app, people.OTHER_NURSE), PHOTO)
    assert signed_in(app, people.NURSE).get(f"/contracts/{one}/photo").status_code == 404


def test_a_finger_print_needs_a_witness_who_is_somebody_else_and_a_word_aloud(session: Session, world: World) -> None:
    one = accepted(session, world, "P2")
    for lacks, reason in (
        ({"photo_sha256": None}, "photo_missing"),
        ({"witness_name": None}, "witness_missing"),
        ({"was_heard": False}, "not_heard"),
        ({"recording_sha256": None}, "recording_missing"),
        ({"witness_name": "丁大川"}, "witness_is_party"),
        ({"witness_name": "蒲晓燕"}, "witness_is_party"),
    ):
        with pytest.raises(Refusal, match=reason):
            sign(session, world.nurse, one, **FINGER | lacks)
    signed = sign(session, world.nurse, one, **FINGER)
    assert (signed.witness_name, signed.was_heard, signed.photo_sha256) == ("王桂芝", True, FINGER["photo_sha256"])


def test_what_a_contract_names_is_not_swept_away(app: Flask, runtime: Runtime, owner: Engine, world: World) -> None:
    from jiayi.sync.tasks import forget_unnamed_photos

    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P2")
        sign(session, world.nurse, one, **FINGER)
        commit(session)
    nurse, stray = signed_in(app, people.NURSE), picture(colour="navy")
    for content in (PHOTO, VOICE, stray):
        put(nurse, content)
    with owner.begin() as connection:
        connection.execute(text("update attachments set uploaded_at = uploaded_at - interval '31 days'"))
    with runtime.sessions.county(world.county_id) as session:
        forget_unnamed_photos(session, now())
        commit(session)
        left = session.scalars(text("select sha256 from attachments")).all()
    assert set(left) == {sha256_of(PHOTO), sha256_of(VOICE)}


# ------------------------------------------------------------------ guardians


def test_a_child_of_ten_is_asked_and_the_mother_signs(session: Session, world: World) -> None:
    born_on = TODAY.replace(year=TODAY.year - 10, day=1)
    child_id = residents.register(
        session, world.leader, now(), uuid4(), name="丁小雨", care_team_id=world.team_id, is_document_seen=True,
        identity_number=identity_number(born_on, Sex.FEMALE, "丁小雨"), village="石板桥",
    ).id  # fmt: skip
    one = accepted(session, world, "P0", resident_id=child_id)
    by_hand_told: dict[str, Any] = {"method": SignMethod.STROKES, "strokes": SIGNATURE}
    mother = by_hand_told | {
        "signer": Signer.GUARDIAN, "signer_name": "王燕", "guardian_basis": GuardianBasis.PARENT,
    }  # fmt: skip
    with pytest.raises(Refusal, match="guardian_must_sign"):
        sign(session, world.nurse, one, **by_hand_told)
    with pytest.raises(Refusal, match="ward_view_missing"):
        sign(session, world.nurse, one, **mother)
    assert sign(session, world.nurse, one, **mother, ward_view="愿意").ward_view == "愿意"


def test_a_guardian_says_who_and_by_what_right(session: Session, world: World) -> None:
    one = accepted(session, world, "P2")
    by_guardian: dict[str, Any] = {
        "signer": Signer.GUARDIAN, "method": SignMethod.STROKES, "strokes": SIGNATURE,
    }  # fmt: skip
    with pytest.raises(Invalid, match="signature"):
        sign(session, world.nurse, one, **by_guardian)
    with pytest.raises(Refusal, match="guardian_basis"):
        sign(session, world.nurse, one, **by_guardian, signer_name="丁强")
    signed = sign(session, world.nurse, one, **by_guardian, signer_name="丁强", guardian_basis=GuardianBasis.CHILD)
    assert (signed.signer_name, signed.guardian_basis) == ("丁强", GuardianBasis.CHILD)


def test_what_is_said_of_a_guardian_is_kept_only_where_there_is_one(session: Session, world: World) -> None:
    signed = sign(
        session, world.nurse, accepted(session, world, "P2"), method=SignMethod.STROKES, strokes=SIGNATURE,
        guardian_basis=GuardianBasis.CHILD, witness_name="王桂芝", photo_sha256=PAGE["photo_sha256"],
    )  # fmt: skip
    assert (signed.guardian_basis, signed.witness_name, signed.photo_sha256) == (None, None, None)


def test_who_may_not_see_the_contract_gets_no_code_and_signs_nothing(session: Session, world: World) -> None:
    one = accepted(session, world, "P1")
    for verb in (lambda: service.send_code(session, world.other_elder, now(), one),
                 lambda: by_hand(session, world.other_elder, one)):  # fmt: skip
        with pytest.raises(NotFound):
            verb()
    residents.grant_proxy(
        session, world.elder, now(), world.elder_id, id=uuid4(), phone=people.DAUGHTER, name="丁秀芳",
        relation=Relation.DAUGHTER, scopes=[ProxyScope.VIEW_SUMMARY],
    )  # fmt: skip
    with pytest.raises(Forbidden, match="proxy_scope"):
        service.send_code(session, world.daughter, now(), one)
