"""A recording is told by its content, from the first byte to the last."""

import pytest

from jiayi.attachments.sounds import type_of
from jiayi.attachments.terms import MAX_SOUND_BYTES, AttachmentType
from jiayi.core.errors import Invalid
from tests.photos import picture
from tests.sounds import VOICE, box, live, mp4, webm


@pytest.mark.parametrize(
    ("content", "kind"),
    [(VOICE, AttachmentType.WEBM), (live(), AttachmentType.WEBM), (mp4(), AttachmentType.MP4)],
    ids=["as Chromium records", "as it goes out live", "as an iPhone records"],
)
def test_what_phones_record_is_known(content: bytes, kind: AttachmentType) -> None:
    assert type_of(content) is kind


def test_what_does_not_begin_like_one_is_somebody_elses(subtests: pytest.Subtests) -> None:
    for content in (b"", b"\x1a", picture(), b"<html>"):
        with subtests.test(content[:4].hex()):
            assert type_of(content) is None


NONE_OF_OURS = {
    "a film": webm(track_type=b"\x01", codec=b"V_VP8"),
    "another voice codec": webm(codec=b"A_VORBIS"),
    "another document": webm(doc_type=b"matroska"),
    "no sound in it": webm(sound=b""),
    "cut short": webm()[:-3],
    "something behind it": webm() + b"<script>",
    "only a head": VOICE[:4],
    "a size of nothing": b"\x1a\x45\xdf\xa3\x00",
    "a film as MP4": mp4(b"vide"),
    "an MP4 without sound": mp4(sound=b""),
    "an MP4 without tracks": box(b"ftyp", b"mp42") + box(b"mdat", b"sound"),
    "an MP4 cut short": mp4()[:-2],
    "a box smaller than its head": box(b"ftyp", b"mp42") + b"\0\0\0\4moov",
}


@pytest.mark.parametrize("content", NONE_OF_OURS.values(), ids=NONE_OF_OURS)
def test_what_only_looks_like_one_is_refused(content: bytes) -> None:
    with pytest.raises(Invalid, match=r"attachments\.invalid\.type"):
        type_of(content)


def test_it_is_no_longer_than_a_voice_needs() -> None:
    with pytest.raises(Invalid, match=r"attachments\.invalid\.too_large"):
        type_of(webm(sound=bytes(MAX_SOUND_BYTES)))
