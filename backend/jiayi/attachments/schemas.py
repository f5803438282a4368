"""What is told with a file's bytes, and what is answered."""

from marshmallow import fields

from jiayi.core.web.schemas import Out, Query, Str


class UploadHeaders(Query):
    """`Content-Range: bytes 0-131071/400000` for a part; none for the whole."""

    content_range = Str(data_key="Content-Range", load_default=None, max_length=50)


class UploadSchema(Out):
    """How much of a file is here: the next part begins at `byte_count`."""

    byte_count = fields.Integer(required=True)
    is_complete = fields.Boolean(required=True)
