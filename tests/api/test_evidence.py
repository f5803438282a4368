"""The evidence under a signature: it holds as it is, and each thing that somebody changes is found and named."""

import re
from base64 import b64encode
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from jiayi.app import Runtime
from jiayi.cli import main
from jiayi.contracts import service
from jiayi.contracts.terms import FindingState, SignMethod
from jiayi.core import i18n
from jiayi.core.clock import moment_now, now
from jiayi.core.crypto import Sealer
from jiayi.core.database import Urls
from jiayi.core.db import commit
from jiayi.core.settings import Settings
from tests import world as people
from tests.phone import signed_in
from tests.photos import picture, put, sha256_of
from tests.signing import accepted, packages
from tests.sounds import VOICE, webm
from tests.world import SIGNATURE, World

PHOTO = picture()
Plant = Callable[[str], None]


@pytest.fixture
def folder(runtime: Runtime, world: World) -> Path:
    return runtime.settings.data_dir / "attachments" / str(world.county_id)


@pytest.fixture
def signed(runtime: Runtime, world: World) -> UUID:
    """By hand, before a nurse."""
    return _sign(runtime, world, {"method": SignMethod.STROKES, "strokes": SIGNATURE})


@pytest.fixture
def on_paper(app: Flask, runtime: Runtime, world: World) -> UUID:
    """A finger-print with a witness; photo and voice have come."""
    told = {
        "method": SignMethod.FINGERPRINT, "photo_sha256": sha256_of(PHOTO), "witness_name": "王桂芝", "was_heard": True,
        "recording_sha256": sha256_of(VOICE),
    }  # fmt: skip
    one = _sign(runtime, world, told)
    bring(app)
    return one


@pytest.fixture
def plant(owner: Engine) -> Plant:
    """Change something behind everybody's back, with the owner's rights."""

    def run(statement: str) -> None:
        with owner.begin() as connection:
            assert connection.execute(text(statement)).rowcount > 0

    return run


def _sign(runtime: Runtime, world: World, told: dict[str, Any]) -> UUID:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P2")
        service.sign(session, world.nurse, moment_now(now()), one, **told)
        commit(session)
    return one


def bring(app: Flask) -> None:
    """The nurse's phone sends what it has."""
    nurse = signed_in(app, people.NURSE)
    assert put(nurse, PHOTO).status_code == put(nurse, VOICE).status_code == 200


def look(runtime: Runtime, world: World, contract_id: UUID) -> set[tuple[str, str, str | None]]:
    """What is found: about what, whether it holds, on whose side."""
    with runtime.sessions.county(world.county_id) as session:
        found = service.verify(session, contract_id)
    return {(one.about, one.state.value, one.values.get("party")) for one in found}


def not_holding(runtime: Runtime, world: World, contract_id: UUID) -> set[tuple[str, str, str | None]]:
    return {one for one in look(runtime, world, contract_id) if one[1] != FindingState.HOLDS}


def test_what_nobody_touched_holds(runtime: Runtime, world: World, signed: UUID) -> None:
    assert not_holding(runtime, world, signed) == set()
    held = {"seal", "text", "term", "signer", "strokes", "time", "way", "witness"}
    assert {about for about, _, _ in look(runtime, world, signed)} == held


def test_a_draft_has_nothing_to_hold(runtime: Runtime, world: World) -> None:
    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P2")
        assert service.verify(session, one) == []


CHANGED = [
    ("the text", "update contracts set text = jsonb_set(text, '{fees,resident}', '0')", ("text", None)),
    ("a clause", "update contracts set text = jsonb_set(text, '{clauses,4}', '\"…\"')", ("text", None)),
    ("the text and its hash", ("update contracts set text = jsonb_set(text, '{years}', '3'), text_hash = "
     "(select content ->> 'text_hash' from contract_evidence limit 1)"), ("text", None)),
    ("the term", "update contracts set ends_on = ends_on + 365", ("term", None)),
    ("where it was asked for", "update contracts set channel = 'counter'", ("parties", None)),
    ("a stroke", "update contract_signatures set strokes = jsonb_set(strokes, '{strokes,0,3}', '6') where party = 'resident'",
     ("strokes", "resident")),
    ("the time", "update contract_signatures set signed_at = signed_at - interval '1 day' where party = 'resident'",
     ("time", "resident")),
    ("the team's time", "update contract_signatures set signed_at = signed_at - interval '1 microsecond' where party = 'team'",
     ("time", "team")),
    ("a clock no longer doubted", "update contract_signatures set is_clock_doubtful = not is_clock_doubtful",
     ("time", "resident")),
    ("who signed", "update contract_signatures set signer_name = '丁强', signer = 'guardian' where party = 'resident'",
     ("signer", "resident")),
    ("the identity", "update contract_signatures set identity_level = 2 where party = 'resident'", ("signer", "resident")),
    ("who signed for the team", "update contract_signatures set signer_name = '别人' where party = 'team'", ("signer", "team")),
    ("the way", "update contract_signatures set method = 'paper' where party = 'resident'", ("way", "resident")),
    ("the witness", "update contract_signatures set witness_name = '王桂芝' where party = 'resident'", ("witness", "resident")),
    ("which text was signed", f"update contract_signatures set text_hash = '{'0' * 64}' where party = 'team'",
     ("signed_text", "team")),
    ("a signature gone", "delete from contract_signatures where party = 'team'", ("signature", "team")),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "found"), [case[1:] for case in CHANGED], ids=[case[0] for case in CHANGED])
def test_each_change_is_found(
    runtime: Runtime, world: World, signed: UUID, plant: Plant, statement: str, found: tuple[str, str | None]
) -> None:
    plant(statement)
    about, party = found
    assert (about, "changed", party) in not_holding(runtime, world, signed)


def test_a_seal_made_anew_without_the_key_does_not_hold(
    runtime: Runtime, world: World, signed: UUID, plant: Plant
) -> None:
    plant("update contract_evidence set content = jsonb_set(content, '{ends_on}', '\"2099-12-31\"')")
    assert {about for about, _, _ in not_holding(runtime, world, signed)} == {"seal", "term"}


def test_a_seal_of_another_contract_does_not_fit(runtime: Runtime, world: World, signed: UUID, plant: Plant) -> None:
    with runtime.sessions.county(world.county_id) as session:
        other = accepted(session, world, "P1", resident_id=world.neighbour_id)
        service.sign(session, world.nurse, moment_now(now()), other, method=SignMethod.STROKES, strokes=SIGNATURE)
        commit(session)
    plant(
        "update contract_evidence mine set content = theirs.content, content_hash = theirs.content_hash,"
        f" seal = theirs.seal from contract_evidence theirs where mine.contract_id = '{signed}'"
        f" and theirs.contract_id = '{other}'"
    )
    assert {"parties", "text", "strokes"} & {about for about, _, _ in not_holding(runtime, world, signed)}


def test_a_signed_contract_without_a_seal_is_found(runtime: Runtime, world: World, signed: UUID, plant: Plant) -> None:
    plant("delete from contract_evidence")
    assert not_holding(runtime, world, signed) == {("seal", "missing", None)}


def test_a_key_that_is_not_here_is_said(runtime: Runtime, world: World, signed: UUID, plant: Plant) -> None:
    plant("update contract_evidence set key_id = 's9'")
    assert ("seal", "unknown", None) in not_holding(runtime, world, signed)


def test_photo_and_voice_count_once_they_have_come(runtime: Runtime, world: World, on_paper: UUID) -> None:
    assert {("photo", "holds", None), ("recording", "holds", None)} <= look(runtime, world, on_paper)


def test_a_photo_that_has_not_come_is_no_fault(runtime: Runtime, world: World) -> None:
    one = _sign(runtime, world, {"method": SignMethod.PAPER, "photo_sha256": sha256_of(PHOTO)})
    assert ("photo", "to_come", None) in look(runtime, world, one)
    with runtime.sessions.county(world.county_id) as session:
        assert service.holds(service.verify(session, one))


def test_a_photo_that_was_here_first_is_sealed_with_the_signature(app: Flask, runtime: Runtime, world: World) -> None:
    put(signed_in(app, people.NURSE), PHOTO)
    one = _sign(runtime, world, {"method": SignMethod.PAPER, "photo_sha256": sha256_of(PHOTO)})
    assert ("photo", "holds", None) in look(runtime, world, one)


APART = pytest.mark.parametrize(("about", "content"), [("photo", picture(colour="navy")), ("recording", webm())])


def kept(folder: Path, about: str) -> Path:
    """Where the server has it."""
    is_sound = about == "recording"
    return next(one for one in folder.glob("[0-9a-f][0-9a-f]/*") if (one.read_bytes() == VOICE) is is_sound)


@APART
def test_another_one_in_the_same_place_is_found(
    runtime: Runtime, world: World, on_paper: UUID, folder: Path, about: str, content: bytes
) -> None:
    kept(folder, about).write_bytes(content)
    assert not_holding(runtime, world, on_paper) == {(about, "changed", "resident")}


@APART
def test_one_that_is_gone_is_found(
    runtime: Runtime, world: World, on_paper: UUID, folder: Path, about: str, content: bytes
) -> None:
    kept(folder, about).unlink()
    assert not_holding(runtime, world, on_paper) == {(about, "missing", None)}


@APART
@pytest.mark.parametrize("name", ["0" * 64, None])
def test_another_one_named_by_the_signature_is_found(
    runtime: Runtime, world: World, on_paper: UUID, plant: Plant, about: str, content: bytes, name: str | None
) -> None:
    told = "null" if name is None else f"'{name}'"
    plant(f"update contract_signatures set {about}_sha256 = {told} where party = 'resident'")
    assert (about, "changed", "resident") in not_holding(runtime, world, on_paper)


def test_links_cannot_be_left_out_or_changed_by_the_server(runtime: Runtime, world: World, on_paper: UUID) -> None:
    for statement in ("delete from contract_evidence", "update contract_evidence set number = 7"):
        with runtime.sessions.county(world.county_id) as session, pytest.raises(DBAPIError, match="permission denied"):
            session.execute(text(statement))


def test_a_link_in_the_middle_that_is_gone_breaks_the_chain(
    runtime: Runtime, world: World, on_paper: UUID, plant: Plant
) -> None:
    plant("delete from contract_evidence where number = 1")
    assert ("chain", "changed", None) in not_holding(runtime, world, on_paper)


def test_another_wording_does_not_touch_what_was_signed(
    runtime: Runtime, world: World, signed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jiayi.contracts.service.text.TEMPLATE_VERSION", 99)
    assert not_holding(runtime, world, signed) == set()
    with runtime.sessions.county(world.county_id) as session:
        assert service.get(session, signed).status == "active"


def test_wording_of_the_template_goes_with_its_version() -> None:
    """Who changes a clause makes a new version of the template, and writes its digest here."""
    from jiayi.contracts.bundles import digest
    from jiayi.contracts.service.lines import CLAUSES
    from jiayi.contracts.terms import TEMPLATE_VERSION

    values = {"team": "T", "organization": "O", "cooling_off_days": "7", "notice_days": "15"}
    words = [i18n.text(f"paper-clause-{number}", values) for number in range(1, CLAUSES + 1)]
    assert (TEMPLATE_VERSION, digest(words)[:16]) == (1, "aba39bd5b7b4f7a2")


def test_seals_are_by_the_newest_key_and_hold_by_the_old_ones() -> None:
    old, new = {"s1": bytes(32)}, {"s1": bytes(32), "s2": bytes(range(32))}
    key_id, seal = Sealer(old).seal(b"words")
    assert Sealer(new).holds(b"words", key_id, seal)
    assert not Sealer(new).holds(b"other words", key_id, seal)
    assert not Sealer(new).holds(b"words", key_id, "no hex")
    assert Sealer(new).seal(b"words")[0] == "s2"
    assert re.fullmatch("[0-9a-f]{64}", Sealer(new).public_keys()["s2"])
    with pytest.raises(KeyError):
        Sealer(old).holds(b"words", "s2", seal)


def test_a_clock_that_is_wrong_is_said_and_sealed(runtime: Runtime, world: World) -> None:
    from dataclasses import replace

    with runtime.sessions.county(world.county_id) as session:
        one = accepted(session, world, "P2")
        at = replace(moment_now(now()), captured_at=now() - timedelta(hours=9), is_clock_doubtful=True)
        service.sign(session, world.nurse, at, one, method=SignMethod.STROKES, strokes=SIGNATURE)
        commit(session)
    assert not_holding(runtime, world, one) == set()


# ------------------------------------------------------------------ from the server's keyboard


@pytest.fixture
def verify(
    database: Urls, settings: Settings, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str]]:
    """`jiayi contract verify` on the test's database: how it ended, and what it said."""
    given = {
        "DATABASE_URL": database.owner.render_as_string(hide_password=False),
        "JIAYI_APP_DATABASE_URL": database.app.render_as_string(hide_password=False),
        "JIAYI_DATA_DIR": str(runtime.settings.data_dir),
        "JIAYI_SECRET_KEY": settings.jwt_key,
        "JIAYI_FIELD_KEYS": f"k1:{b64encode(settings.field_keys['k1']).decode()}",
        "JIAYI_SEARCH_KEY": b64encode(settings.search_key).decode(),
        "JIAYI_SEAL_KEYS": f"s1:{b64encode(settings.seal_keys['s1']).decode()}",
        "JIAYI_VAPID_KEY": settings.vapid_key,
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)

    def run(contract_id: UUID, *words: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["contract", "verify", str(contract_id), *words])
        return result.exit_code, result.output

    return run


def test_the_command_says_in_words_what_holds(verify: Callable[..., tuple[int, str]], on_paper: UUID) -> None:
    code, said = verify(on_paper)
    assert code == 0, said
    assert "  the text is unchanged" in said
    assert "  the photo is unchanged" in said
    assert "  the recording is unchanged" in said
    assert "  the audit names this seal" in said
    assert "!" not in said


def test_the_command_says_in_words_what_was_changed(
    verify: Callable[..., tuple[int, str]], signed: UUID, plant: Plant
) -> None:
    plant("update contract_signatures set strokes = jsonb_set(strokes, '{strokes,0,3}', '6') where party = 'resident'")
    code, said = verify(signed, "--language", "zh-CN")
    assert code == 1
    assert "! 居民一方：笔迹被改过" in said
    assert "  协议文字没有改动" in said


def test_a_seal_that_the_audit_does_not_name_is_found(
    verify: Callable[..., tuple[int, str]], signed: UUID, plant: Plant
) -> None:
    plant("delete from audit_entries where action = 'contracts.sign'")
    assert "! the audit does not name this seal" in verify(signed)[1]


def test_there_is_nothing_to_verify_of_what_is_not_signed(
    verify: Callable[..., tuple[int, str]], runtime: Runtime, world: World, signed: UUID
) -> None:
    with runtime.sessions.county(world.county_id) as session:
        draft = accepted(session, world, "P1", resident_id=world.neighbour_id)
        commit(session)
    assert verify(draft)[0] == 1
    assert verify(world.elder_id)[0] == 1
    assert verify(signed, "--county", "511301")[0] == 1


@pytest.fixture
def amended(app: Flask, runtime: Runtime, world: World, signed: UUID) -> UUID:
    """Other packages from tomorrow on, agreed to by a finger-print with a witness; photo and voice have come."""
    told: dict[str, Any] = {
        "method": SignMethod.FINGERPRINT, "photo_sha256": sha256_of(PHOTO), "witness_name": "王桂芝", "was_heard": True,
        "recording_sha256": sha256_of(VOICE),
    }  # fmt: skip
    with runtime.sessions.county(world.county_id) as session:
        amendment_id = uuid4()
        service.amend(
            session, world.leader, now(), signed, amendment_id=amendment_id, package_ids=packages(session, "P1")
        )
        service.sign_amendment(session, world.nurse, moment_now(now()), signed, amendment_id=amendment_id, **told)
        commit(session)
    bring(app)
    return signed


def test_a_change_is_sealed_after_the_contract_with_photo_and_voice(
    runtime: Runtime, world: World, amended: UUID, owner: Engine
) -> None:
    assert not_holding(runtime, world, amended) == set()
    assert {("amendment", "holds", None), ("photo", "holds", None)} <= look(runtime, world, amended)
    with owner.connect() as connection:
        kinds = connection.execute(text("select kind from contract_evidence order by number")).scalars().all()
    assert kinds == ["signed", "amended", "photo", "recording"]


CHANGES_CHANGED = [
    "update contract_amendments set text = jsonb_set(text, '{fees,resident}', '1')",
    "update contract_amendments set from_on = from_on - 1",
    "update contract_amendments set package_ids = '[]'",
    "update contract_signatures set signer_name = '别人' where amendment_id is not null and party = 'resident'",
    "delete from contract_signatures where amendment_id is not null and party = 'team'",
]


@pytest.mark.parametrize("statement", CHANGES_CHANGED)
def test_what_somebody_alters_of_a_change_is_found(
    runtime: Runtime, world: World, amended: UUID, plant: Plant, statement: str
) -> None:
    plant(statement)
    assert not_holding(runtime, world, amended) == {("amendment", "changed", None)}


def test_a_change_that_was_never_sealed_is_found(runtime: Runtime, world: World, amended: UUID, plant: Plant) -> None:
    plant("update contract_evidence set content = content - 'amendment_id' where kind = 'amended'")
    assert ("amendment", "missing", None) in not_holding(runtime, world, amended)
