"""Pictures as a phone's camera makes them, with what is said beside them; and their way to the server."""

import hashlib
import io
from typing import Any
from uuid import uuid4

from PIL import Image
from werkzeug.test import TestResponse

from tests.phone import Phone
from tests.visiting import Visiting, good

MAKE, ORIENTATION, GPS = 0x010F, 0x0112, 0x8825
TURNED = 6
"""The camera was held upright: the picture lies on its side."""
HOME = {1: "N", 2: (30.0, 48.0, 0.36), 3: "E", 4: (106.0, 4.0, 48.0)}


def picture(size: tuple[int, int] = (40, 30), colour: str = "teal", kind: str = "JPEG", *, says: bool = True) -> bytes:
    """A picture; `says`: it tells where and by which camera it was taken."""
    made = Image.new("RGB", size, colour)
    made.paste("orange", (0, 0, size[0] // 2, size[1] // 2))
    out = io.BytesIO()
    exif = Image.Exif()
    if says:
        exif[MAKE], exif[ORIENTATION] = "Fictional Camera", TURNED
        exif[GPS] = HOME
    made.save(out, kind, exif=exif, **({"comment": b"at the Dings'"} if says and kind == "JPEG" else {}))
    return out.getvalue()


def noise(size: tuple[int, int], quality: int = 85) -> bytes:
    """A picture that does not compress well."""
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def put(phone: Phone, content: bytes, sha256: str | None = None, content_range: str | None = None) -> TestResponse:
    """Upload a picture, or the part of it that `content_range` says."""
    headers = {"Authorization": f"Bearer {phone.token}", "X-Jiayi": "1"}
    if content_range is not None:
        headers["Content-Range"] = content_range
    path = f"/api/v1/attachments/{sha256 or sha256_of(content)}"
    return phone.client.put(path, data=content, content_type="image/jpeg", headers=headers)


def allow(visiting: Visiting, resident_id: object = None) -> None:
    """The elder agrees to pictures."""
    path = f"/residents/{resident_id or visiting.world.elder_id}/consents"
    good(visiting.nurse.post(path, {"id": str(uuid4()), "purpose": "C5", "version": 1, "channel": "home_visit"}), 201)


def named(visiting: Visiting, content: bytes, **more: Any) -> dict[str, Any]:
    """The body that names this picture of the elder on a visit."""
    return {"sha256": sha256_of(content), "resident_id": str(visiting.world.elder_id)} | more
