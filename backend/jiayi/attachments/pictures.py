"""Makes a picture safe to keep: decoded and written anew, so that nothing is left in it but the picture.

Where it was taken, on which phone, by whom: a camera writes that beside the picture, and whatever hides in a file that
only looks like one stays behind as well.
"""

import io

from PIL import Image, ImageOps

from jiayi.attachments.terms import MAX_PIXELS, AttachmentType
from jiayi.core.errors import Invalid

QUALITY = 85
"""The phone has compressed it already: this loses nothing that one can see."""
_TYPES = {"JPEG": AttachmentType.JPEG, "PNG": AttachmentType.PNG, "WEBP": AttachmentType.WEBP}


def cleaned(content: bytes) -> tuple[AttachmentType, bytes]:
    """What it was, and the same picture as a JPEG, upright and without metadata.

    Raises Invalid `attachments.invalid.type` for what is no picture of these kinds, `.too_many_pixels`.
    """
    try:
        with Image.open(io.BytesIO(content), formats=tuple(_TYPES)) as picture:
            # Its size stands in its head; a small file may still unfold to gigabytes.
            if max(picture.size) > MAX_PIXELS:
                raise Image.DecompressionBombError  # noqa: TRY301 (as the library says it of still larger ones)
            return _TYPES[picture.format or ""], _anew(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Invalid("attachments.invalid.too_many_pixels", {"max": MAX_PIXELS}) from None
    except Exception as error:  # whatever a broken or hostile file makes the decoder say
        raise Invalid("attachments.invalid.type") from error


def _anew(picture: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    # A new picture: one that is only converted carries its comments and profiles along.
    fresh = Image.new("RGB", upright.size, "white")
    fresh.paste(upright, mask=upright)
    out = io.BytesIO()
    fresh.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
