"""Tells a recording by its content: WebM with Opus, as most phones write it, or MP4, as iPhones do; sound and nothing else.

It is kept as it came, for it is evidence. So it has to be made of the parts of such a file from its first byte to its last.
Sources: RFC 8794 (EBML), RFC 9559 (Matroska), ISO/IEC 14496-12 (MP4).
"""

from collections.abc import Iterator

from jiayi.attachments.terms import MAX_SOUND_BYTES, AttachmentType
from jiayi.core.errors import Invalid

EBML, SEGMENT, CLUSTER = 0x1A45DFA3, 0x18538067, 0x1F43B675
DOC_TYPE, TRACKS, TRACK, TRACK_TYPE, CODEC = 0x4282, 0x1654AE6B, 0xAE, 0x83, 0x86
AUDIO = b"\x02"
EBML_START = EBML.to_bytes(4, "big")
BOX_HEAD = 8
LARGE_HEAD = 16
HANDLER_AT = 8
"""Where in a handler box it says of what it is."""
Element = tuple[int, memoryview]
Box = tuple[bytes, memoryview]


class _Broken(Exception):
    """It does not hang together."""


def type_of(content: bytes) -> AttachmentType | None:
    """Which kind of recording it is; None for what does not even begin like one.

    Raises Invalid `attachments.invalid.type` for what only begins like one or has pictures in it, `.too_large`.
    """
    is_webm, is_mp4 = content.startswith(EBML_START), content[4:8] == b"ftyp"
    if not is_webm and not is_mp4:
        return None
    if len(content) > MAX_SOUND_BYTES:
        raise Invalid("attachments.invalid.too_large", {"max": MAX_SOUND_BYTES})
    try:
        view = memoryview(content)
        is_sound = _is_webm_sound(view) if is_webm else _is_mp4_sound(view)
    except (_Broken, IndexError):
        is_sound = False
    if not is_sound:
        raise Invalid("attachments.invalid.type")
    return AttachmentType.WEBM if is_webm else AttachmentType.MP4


def _is_webm_sound(content: memoryview) -> bool:
    (head, about), (body, segment) = _two(list(_elements(content)))
    if (head, body) != (EBML, SEGMENT) or _said(about, DOC_TYPE) != b"webm":
        return False
    parts = list(_elements(segment))
    tracks = [track for part, within in parts if part == TRACKS for one, track in _elements(within) if one == TRACK]
    are_heard = all(_said(one, TRACK_TYPE) == AUDIO and _said(one, CODEC) == b"A_OPUS" for one in tracks)
    return bool(tracks) and are_heard and any(part == CLUSTER and within for part, within in parts)


def _elements(content: memoryview) -> Iterator[Element]:
    """Number and content of each element, without copying. One of unknown size, as a live recording has them, reaches to the end.

    A cluster of unknown size would hide the next one: its content is given back piece by piece after it.
    """
    at = 0
    while at < len(content):
        number, at = _number(content, at, keeps_marker=True)
        size, first = _number(content, at, keeps_marker=False)
        is_open = size == (1 << 7 * (first - at)) - 1
        if is_open and number not in {SEGMENT, CLUSTER}:
            raise _Broken
        end = len(content) if is_open else first + size
        if end > len(content):
            raise _Broken
        yield number, content[first:end]
        at = first if is_open and number == CLUSTER else end


def _said(content: memoryview, wanted: int) -> bytes:
    """What the element of this number says; nothing if it is not among these."""
    return next((bytes(said) for number, said in _elements(content) if number == wanted), b"")


def _number(content: memoryview, at: int, *, keeps_marker: bool) -> tuple[int, int]:
    """A number of one to eight bytes, and where the next thing begins. How many, the first byte's leading zeros say."""
    first = content[at]
    length = 9 - first.bit_length()
    end = at + length
    if not first or end > len(content):
        raise _Broken
    value = int.from_bytes(content[at:end], "big")
    return (value if keeps_marker else value & ((1 << 7 * length) - 1)), end


def _is_mp4_sound(content: memoryview) -> bool:
    boxes = list(_boxes(content))
    tracks = [track for kind, movie in boxes if kind == b"moov" for kind, track in _boxes(movie) if kind == b"trak"]
    handlers = [bytes(_inside(track, b"mdia", b"hdlr")[HANDLER_AT : HANDLER_AT + 4]) for track in tracks]
    has_data = any(kind == b"mdat" and data for kind, data in boxes)
    return boxes[0][0] == b"ftyp" and bool(handlers) and set(handlers) == {b"soun"} and has_data


def _boxes(content: memoryview) -> Iterator[Box]:
    """Name and content of each box."""
    at = 0
    while at < len(content):
        size, name = int.from_bytes(content[at : at + 4], "big"), bytes(content[at + 4 : at + BOX_HEAD])
        head = BOX_HEAD
        if size == 1:
            size, head = int.from_bytes(content[at + BOX_HEAD : at + LARGE_HEAD], "big"), LARGE_HEAD
        end = at + size if size else len(content)
        if end < at + head or end > len(content):
            raise _Broken
        yield name, content[at + head : end]
        at = end


def _inside(content: memoryview, *names: bytes) -> memoryview:
    """What a box in a box holds."""
    for name in names:
        content = next((within for kind, within in _boxes(content) if kind == name), content[:0])
    return content


def _two(found: list[Element]) -> tuple[Element, Element]:
    if len(found) != 2:  # noqa: PLR2004 - a head and a body
        raise _Broken
    return found[0], found[1]
