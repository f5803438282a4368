"""Recordings as phones make them, and what only looks like one."""

from jiayi.demo import papers

VOICE = papers.VOICE.read_bytes()
"""As Chromium records it."""
OPEN = b"\x01" + b"\xff" * 7
"""A size that is not known."""
EBML, SEGMENT, TRACKS, CLUSTER = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67", b"\x16\x54\xae\x6b", b"\x1f\x43\xb6\x75"


def element(number: bytes, content: bytes) -> bytes:
    """An EBML element that says its size, in four bytes."""
    return number + (len(content) | 0x1000_0000).to_bytes(4, "big") + content


def webm(
    *, doc_type: bytes = b"webm", track_type: bytes = b"\x02", codec: bytes = b"A_OPUS", sound: bytes = b"\x81" * 9
) -> bytes:
    """A WebM of one track."""
    track = element(b"\xae", element(b"\x83", track_type) + element(b"\x86", codec))
    clusters = element(CLUSTER, element(b"\xa3", sound)) if sound else b""
    return element(EBML, element(b"\x42\x82", doc_type)) + element(SEGMENT, element(TRACKS, track) + clusters)


def live() -> bytes:
    """A WebM whose parts don't say how long they are, and in which one cluster follows another."""
    head, body = webm().split(SEGMENT)
    tracks, cluster = body[4:].split(CLUSTER)
    return head + SEGMENT + OPEN + tracks + (CLUSTER + OPEN + cluster[4:]) * 2


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def mp4(handler: bytes = b"soun", sound: bytes = b"sound") -> bytes:
    """An MP4 of one track, as an iPhone records it."""
    track = box(b"trak", box(b"tkhd", bytes(8)) + box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12))))
    return box(b"ftyp", b"mp42") + box(b"moov", box(b"mvhd", bytes(8)) + track) + box(b"mdat", sound)
