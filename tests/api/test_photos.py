"""Photos: uploaded in parts, cleaned, kept once, and shown to nobody but those who may see the visit."""

import io
import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image
from sqlalchemy import text
from werkzeug.test import TestResponse

from jiayi.app import Runtime
from jiayi.attachments import tasks as attachment_tasks
from jiayi.attachments.terms import MAX_BYTES, MAX_PIXELS
from jiayi.core.clock import now as clock_now
from jiayi.sync import tasks as sync_tasks
from tests import world as people
from tests.phone import Phone
from tests.photos import allow, named, noise, picture, put, sha256_of
from tests.visiting import Visiting, good, tomorrow_at
from tests.world import World


@pytest.fixture
def folder(runtime: Runtime, world: World) -> Path:
    """Where the county's pictures lie."""
    return runtime.settings.data_dir / "attachments" / str(world.county_id)


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("[0-9a-f][0-9a-f]/*") if path.is_file())


def unfinished(folder: Path) -> list[Path]:
    return sorted((folder / "partial").iterdir())


def parts(content: bytes, size: int) -> list[tuple[bytes, str]]:
    return [
        (content[at : at + size], f"bytes {at}-{min(at + size, len(content)) - 1}/{len(content)}")
        for at in range(0, len(content), size)
    ]


def shown(answer: TestResponse) -> Image.Image:
    assert answer.status_code == 200, answer.json
    return Image.open(io.BytesIO(answer.get_data()))


def told(answer: TestResponse) -> tuple[int, str]:
    return answer.status_code, (answer.json or {})["code"]


def on_visit(visiting: Visiting, content: bytes) -> str:
    """A visit with this photo of the elder, all of it here."""
    allow(visiting)
    visit = visiting.started()
    good(visiting.nurse.post(f"/visits/{visit}/add-photo", named(visiting, content)))
    good(put(visiting.nurse, content))
    return visit


def test_a_photo_is_kept_upright_and_says_nothing_of_where_it_was_taken(visiting: Visiting, folder: Path) -> None:
    content = picture((40, 30))
    on_visit(visiting, content)
    answer = visiting.leader.get(f"/attachments/{sha256_of(content)}")
    seen = shown(answer)
    assert (seen.format, seen.size) == ("JPEG", (30, 40)), "turned as the camera was held"
    assert (dict(seen.getexif()), seen.info.keys() & {"exif", "comment", "xmp", "icc_profile"}) == ({}, set())
    assert b"Dings" not in answer.get_data()
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "private" in answer.headers["Cache-Control"]
    assert "Authorization" in answer.headers["Vary"], "not from the cache for the next person on this phone"
    (path,) = kept(folder)
    assert path.name == sha256_of(path.read_bytes())
    assert path.stat().st_mode & 0o077 == 0


def test_pictures_of_three_kinds_come_out_as_jpeg(visiting: Visiting) -> None:
    visit = on_visit(visiting, picture())
    for kind in ("PNG", "WEBP"):
        content = picture(kind=kind)
        good(visiting.nurse.post(f"/visits/{visit}/add-photo", named(visiting, content)))
        good(put(visiting.nurse, content))
        seen = shown(visiting.nurse.get(f"/attachments/{sha256_of(content)}"))
        assert (seen.format, seen.size, dict(seen.getexif())) == ("JPEG", (30, 40), {})


def test_a_photo_shows_in_the_visit_and_is_here_once_uploaded_whichever_comes_first(visiting: Visiting) -> None:
    allow(visiting)
    visit = visiting.started()
    first, second = picture(colour="navy"), picture(colour="maroon")
    waiting = good(visiting.nurse.post(f"/visits/{visit}/add-photo", named(visiting, first, kind="place")))
    (photo,) = waiting["photos"]
    assert (photo["sha256"], photo["kind"], photo["is_here"]) == (sha256_of(first), "place", False)
    assert told(visiting.nurse.get(f"/attachments/{sha256_of(first)}")) == (404, "core.not_found")
    good(put(visiting.nurse, first))
    good(put(visiting.nurse, second))
    good(visiting.nurse.post(f"/visits/{visit}/add-photo", named(visiting, second)))
    again = good(visiting.nurse.post(f"/visits/{visit}/add-photo", named(visiting, second)))
    assert [photo["is_here"] for photo in again["photos"]] == [True, True]
    for phone in (visiting.nurse, visiting.elder):
        documents = [one for one in phone.pull()["documents"] if one["kind"] == "visit" and one["id"] == visit]
        assert [photo["is_here"] for one in documents for photo in one["body"]["photos"]] == [True, True]


def test_an_upload_goes_on_where_it_broke_off(visiting: Visiting, folder: Path) -> None:
    content = noise((300, 200))
    chunks = parts(content, len(content) // 3)
    path = f"/attachments/{sha256_of(content)}/upload"
    assert good(visiting.nurse.get(path)) == {"byte_count": 0, "is_complete": False}
    here = 0
    for chunk, content_range in chunks[:-1]:
        here += len(chunk)
        answer = good(put(visiting.nurse, chunk, sha256_of(content), content_range))
        assert answer == {"byte_count": here, "is_complete": False}
        lost = put(visiting.nurse, chunk, sha256_of(content), content_range)
        assert told(lost) == (409, "attachments.refused.offset"), "its answer was lost, and it came once more"
        assert (lost.json or {})["detail"] == {"byte_count": here}
    assert good(visiting.nurse.get(path)) == {"byte_count": here, "is_complete": False}
    whole = {"byte_count": len(content), "is_complete": True}
    assert good(put(visiting.nurse, chunks[-1][0], sha256_of(content), chunks[-1][1])) == whole
    assert good(put(visiting.nurse, b"x", sha256_of(content), "bytes 0-0/2")) == whole, "known: nothing is read"
    assert good(visiting.nurse.get(path)) == whole
    assert unfinished(folder) == []
    assert len(kept(folder)) == 1


def test_two_phones_and_many_requests_at_once_make_one_picture(visiting: Visiting, folder: Path) -> None:
    content = noise((400, 300))
    sha256 = sha256_of(content)
    whole = f"/api/v1/attachments/{sha256}"
    found: list[int] = []

    def bring(phone: Phone) -> None:
        client = visiting.app.test_client()
        headers = {"Authorization": f"Bearer {phone.token}"}
        for _ in range(20):
            state = client.get(f"{whole}/upload", headers=headers).json or {}
            if state["is_complete"]:
                break
            at = state["byte_count"]
            assert at < len(content), "there is always a next part"
            chunk = content[at : at + 5_000]
            sent = headers | {"Content-Range": f"bytes {at}-{at + len(chunk) - 1}/{len(content)}"}
            found.append(client.put(whole, data=chunk, headers=sent).status_code)

    threads = [threading.Thread(target=bring, args=(one,)) for one in (visiting.nurse, visiting.doctor) for _ in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) <= {200, 409}
    for phone in (visiting.nurse, visiting.doctor):
        assert good(phone.get(f"/attachments/{sha256}/upload"))["is_complete"]
    assert len(kept(folder)) == 1, "two accounts, one file"
    with visiting.owner.connect() as connection:
        assert connection.scalar(text("select count(*) from attachments")) == 2


SENSELESS = {
    "nothing": (b"", None, 422, "attachments.invalid.range"),
    "shorter than it says": (b"abc", "bytes 0-9/10", 422, "attachments.invalid.range"),
    "past the end": (b"abc", "bytes 8-10/10", 422, "attachments.invalid.range"),
    "backwards": (b"abc", "bytes 2-0/10", 422, "attachments.invalid.range"),
    "no bytes": (b"abc", "pages 0-2/3", 422, "attachments.invalid.range"),
    "no range": (b"abc", "bytes */3", 422, "attachments.invalid.range"),
    "other digits": (b"abc", "bytes \u0660-\u0662/\u0663", 422, "attachments.invalid.range"),
    "a long story": (b"abc", "bytes 0-2/3" + " " * 60, 422, "core.invalid.fields"),
    "too large": (b"abc", f"bytes 0-2/{MAX_BYTES + 1}", 422, "attachments.invalid.too_large"),
    "too large at once": (b"a" * (MAX_BYTES + 1), None, 422, "attachments.invalid.too_large"),
    "larger than any request": (b"a" * 5_000_000, None, 413, "core.too_large"),
    "begins in the middle": (b"abc", "bytes 5-7/10", 409, "attachments.refused.offset"),
}


def test_parts_that_make_no_sense_are_refused(visiting: Visiting, folder: Path, subtests: pytest.Subtests) -> None:
    headers = {"Authorization": f"Bearer {visiting.nurse.token}"}
    for name, (content, content_range, status, code) in SENSELESS.items():
        said = {} if content_range is None else {"Content-Range": content_range.encode().decode("latin-1")}
        with subtests.test(name):
            path = f"/api/v1/attachments/{'a' * 64}"
            assert told(visiting.nurse.client.put(path, data=content, headers=headers | said)) == (status, code)
    assert kept(folder) == []


def bomb() -> bytes:
    """A small file that unfolds to a picture larger than we take."""
    out = io.BytesIO()
    Image.new("1", (MAX_PIXELS * 8, MAX_PIXELS * 8)).save(out, "PNG")
    return out.getvalue()


def no_pictures() -> dict[str, tuple[bytes, str]]:
    return {
        "another kind": (b"GIF89a" + b"\0" * 50, "attachments.invalid.type"),
        "a script": (b"<svg onload=alert(1)>", "attachments.invalid.type"),
        "cut short": (picture()[:200], "attachments.invalid.type"),
        "only begins like one": (b"\xff\xd8\xff\xe0" + b"\0" * 300, "attachments.invalid.type"),
        "too wide": (picture((MAX_PIXELS + 1, 2)), "attachments.invalid.too_many_pixels"),
        "a bomb": (bomb(), "attachments.invalid.too_many_pixels"),
    }


def test_what_is_no_picture_of_ours_is_refused_by_its_content(
    visiting: Visiting, folder: Path, subtests: pytest.Subtests
) -> None:
    for name, (content, code) in no_pictures().items():
        with subtests.test(name):
            assert told(put(visiting.nurse, content)) == (422, code)
    assert kept(folder) == []


def test_bytes_that_are_not_what_they_are_called_are_refused_and_forgotten(visiting: Visiting, folder: Path) -> None:
    content, sha256 = picture(), sha256_of(b"something else")
    (first, first_range), (second, second_range) = parts(content, len(content) // 2 + 1)
    good(put(visiting.nurse, first, sha256, first_range))
    assert told(put(visiting.nurse, second, sha256, second_range)) == (422, "attachments.invalid.hash")
    assert good(visiting.nurse.get(f"/attachments/{sha256}/upload")) == {"byte_count": 0, "is_complete": False}
    assert (kept(folder), unfinished(folder)) == ([], [])


def test_what_is_no_hash_is_not_found(visiting: Visiting) -> None:
    headers = {"Authorization": f"Bearer {visiting.nurse.token}"}
    for sha256 in ("A" * 64, "g" * 64, "a" * 63, "a" * 65, "../" * 21 + "a"):
        for method, path in (("PUT", ""), ("GET", ""), ("GET", "/upload")):
            answer = visiting.nurse.client.open(f"/api/v1/attachments/{sha256}{path}", method=method, headers=headers)
            assert answer.status_code == 404, sha256


def test_who_knows_a_hash_and_names_it_sees_nothing(visiting: Visiting) -> None:
    content = picture()
    on_visit(visiting, content)
    sha256 = sha256_of(content)
    assert told(visiting.stranger.get(f"/attachments/{sha256}")) == (404, "core.not_found")
    assert good(visiting.stranger.get(f"/attachments/{sha256}/upload")) == {"byte_count": 0, "is_complete": False}
    resident = str(visiting.world.other_elder_id)
    own = str(uuid4())
    line = {"id": str(uuid4()), "resident_id": resident, "item_code": "D01"}
    good(visiting.stranger.post("/visits/start-unplanned", {"id": own, "services": [line]}), 201)
    consent = {"id": str(uuid4()), "purpose": "C5", "version": 1, "channel": "home_visit"}
    good(visiting.stranger.post(f"/residents/{resident}/consents", consent), 201)
    body = {"sha256": sha256, "resident_id": resident}
    (photo,) = good(visiting.stranger.post(f"/visits/{own}/add-photo", body))["photos"]
    assert photo["is_here"] is False
    assert told(visiting.stranger.get(f"/attachments/{sha256}")) == (404, "core.not_found")


def test_family_sees_a_photo_as_long_as_the_elder_agrees_to_pictures(visiting: Visiting) -> None:
    content = picture()
    on_visit(visiting, content)
    path = f"/attachments/{sha256_of(content)}"
    for phone in (visiting.elder, visiting.daughter, visiting.nurse, visiting.leader):
        assert shown(phone.get(path)).size == (30, 40)
    good(visiting.elder.post(f"/residents/{visiting.world.elder_id}/consents/withdraw", {"purpose": "C5"}))
    for phone in (visiting.elder, visiting.daughter):
        assert told(phone.get(path)) == (404, "core.not_found")
    assert shown(visiting.nurse.get(path)).size == (30, 40), "what was done with consent stays in the record"


def test_each_look_at_a_photo_is_noted(visiting: Visiting) -> None:
    content = picture()
    visit = on_visit(visiting, content)
    shown(visiting.elder.get(f"/attachments/{sha256_of(content)}"))
    with visiting.owner.connect() as connection:
        entries = connection.execute(
            text(
                "select resident_id, subject, detail ->> 'sha256' from audit_entries where action = 'visits.read_photo'"
            )
        ).all()
    assert [tuple(entry) for entry in entries] == [(visiting.world.elder_id, f"visit:{visit}", sha256_of(content))]


def test_without_consent_no_photo_is_named(visiting: Visiting) -> None:
    visit = visiting.started()
    body = named(visiting, picture())
    visiting.asks(visiting.nurse, f"/visits/{visit}/add-photo", body, 409, "visits.refused.no_photo_consent")


def test_consent_counts_as_of_the_moment_when_the_photo_was_taken(visiting: Visiting) -> None:
    visit = visiting.started()
    consent = {"id": str(uuid4()), "purpose": "C5", "version": 1, "channel": "home_visit"}
    nurse, elder = visiting.nurse, visiting.world.elder_id
    agreed = nurse.command("residents.give_consent", elder, consent)
    taken = nurse.command("visits.add_photo", visit, named(visiting, picture()), depends_on=[agreed["id"]])
    good(nurse.post("/sync/push", {"device_id": str(nurse.device_id), "commands": [agreed]}))
    good(visiting.elder.post(f"/residents/{elder}/consents/withdraw", {"purpose": "C5"}))
    later = nurse.command("visits.add_photo", visit, named(visiting, picture(colour="red")))
    outcomes = [(one["outcome"], one.get("code")) for one in nurse.push(taken, later)]
    assert outcomes == [("applied", None), ("refused", "visits.refused.no_photo_consent")]


def test_the_phone_of_the_team_and_of_the_elder_know_what_was_agreed_to(visiting: Visiting) -> None:
    allow(visiting)
    elder_id = str(visiting.world.elder_id)

    def told_to(phone: Phone) -> list[Any]:
        documents = phone.pull()["documents"]
        return [one["body"]["consents"] for one in documents if one["kind"] == "resident" and one["id"] == elder_id]

    for phone in (visiting.nurse, visiting.elder):
        found = told_to(phone)
        assert found
        assert all("C5" in purposes for purposes in found)
    good(visiting.elder.post(f"/residents/{elder_id}/consents/withdraw", {"purpose": "C5"}))
    assert all("C5" not in purposes for purposes in told_to(visiting.nurse))


def test_a_photo_of_somebody_who_is_not_on_the_visit_is_refused(visiting: Visiting) -> None:
    visit = visiting.started()
    body = named(visiting, picture()) | {"resident_id": str(visiting.world.other_elder_id)}
    visiting.asks(visiting.nurse, f"/visits/{visit}/add-photo", body, 409, "visits.refused.wrong_resident")


def test_a_photo_for_a_visit_of_somebody_else_is_held_and_filed(visiting: Visiting) -> None:
    allow(visiting)
    content = picture()
    visit = visiting.started("B01", by=people.DOCTOR)
    (result,) = visiting.nurse.push(visiting.nurse.command("visits.add_photo", visit, named(visiting, content)))
    assert result["outcome"] == "held"
    good(put(visiting.nurse, content))
    good(visiting.leader.post(f"/sync/held/{result['id']}/file", {"note": None}))
    (photo,) = visiting.seen(visit)["photos"]
    assert photo["is_here"]
    assert shown(visiting.leader.get(f"/attachments/{sha256_of(content)}")).format == "JPEG"


def test_what_nobody_names_for_a_month_and_what_was_left_unfinished_goes(
    visiting: Visiting, runtime: Runtime, folder: Path
) -> None:
    seen, unnamed, held, begun = (picture(colour=colour) for colour in ("navy", "olive", "purple", "silver"))
    on_visit(visiting, seen)
    other = visiting.scheduled("B01", by=people.DOCTOR, start=tomorrow_at(15))
    (result,) = visiting.nurse.push(visiting.nurse.command("visits.add_photo", other, named(visiting, held)))
    assert result["outcome"] == "held"
    for content in (unnamed, held):
        good(put(visiting.nurse, content))
    chunk, content_range = parts(begun, 100)[0]
    good(put(visiting.nurse, chunk, sha256_of(begun), content_range))

    def sweep() -> list[bool]:
        county_id = visiting.world.county_id
        with runtime.sessions.county(county_id) as session:
            sync_tasks.forget_unnamed_photos(session, clock_now())
            session.commit()
        attachment_tasks.sweep(runtime.sessions, county_id)
        states = [good(visiting.nurse.get(f"/attachments/{sha256_of(one)}/upload")) for one in (seen, unnamed, held)]
        return [state["is_complete"] for state in states]

    assert sweep() == [True, True, True]
    long_ago = datetime.now(UTC) - timedelta(days=31)
    with visiting.owner.begin() as connection:
        connection.execute(text("update attachments set uploaded_at = :at"), {"at": long_ago})
    for path in (*kept(folder), *unfinished(folder)):
        os.utime(path, (long_ago.timestamp(), long_ago.timestamp()))
    assert sweep() == [True, False, True]
    assert (len(kept(folder)), unfinished(folder)) == (2, [])
    assert shown(visiting.nurse.get(f"/attachments/{sha256_of(seen)}")).format == "JPEG"
    good(put(visiting.nurse, unnamed))
    assert len(kept(folder)) == 3, "it may come again"


def test_a_photo_let_go_of_after_it_was_named_is_waited_for_no_longer_and_one_that_came_stays(
    visiting: Visiting,
) -> None:
    here, gone = picture(colour="teal"), picture(colour="olive")
    visit, nurse = on_visit(visiting, here), visiting.nurse
    good(nurse.post(f"/visits/{visit}/add-photo", named(visiting, gone)))

    def drop(phone: Phone, content: bytes) -> str:
        (result,) = phone.push(phone.command("visits.drop_photo", visit, {"sha256": sha256_of(content)}))
        return str(result["outcome"])

    assert drop(visiting.doctor, gone) == "applied"
    assert len(visiting.seen(visit)["photos"]) == 2, "nobody takes back what another has said"
    assert [drop(nurse, one) for one in (here, gone, gone)] == ["applied"] * 3
    assert [photo["sha256"] for photo in visiting.seen(visit)["photos"]] == [sha256_of(here)]


def test_a_photo_held_and_let_go_of_goes_with_what_the_leader_files(visiting: Visiting) -> None:
    allow(visiting)
    content, nurse = picture(), visiting.nurse
    visit = visiting.started("B01", by=people.DOCTOR)
    named_it = nurse.command("visits.add_photo", visit, named(visiting, content))
    let_go = nurse.command("visits.drop_photo", visit, {"sha256": sha256_of(content)}, depends_on=[named_it["id"]])
    assert [one["outcome"] for one in nurse.push(named_it, let_go)] == ["held"] * 2
    good(visiting.leader.post(f"/sync/held/{named_it['id']}/file", {"note": None}))
    assert visiting.seen(visit)["photos"] == []


def test_a_picture_whose_file_was_lost_is_asked_for_again(visiting: Visiting, folder: Path) -> None:
    content = picture()
    on_visit(visiting, content)
    for path in kept(folder):
        path.unlink()
    assert told(visiting.nurse.get(f"/attachments/{sha256_of(content)}")) == (404, "core.not_found")
    assert good(visiting.nurse.get(f"/attachments/{sha256_of(content)}/upload"))["is_complete"] is False
    good(put(visiting.nurse, content))
    assert shown(visiting.nurse.get(f"/attachments/{sha256_of(content)}")).format == "JPEG"


def test_a_full_disk_is_told_and_the_phone_tries_again(visiting: Visiting, folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("no folder here")
    answer = put(visiting.nurse, picture())
    assert told(answer) == (503, "attachments.refused.no_room")
    assert int(answer.headers["Retry-After"]) > 0
