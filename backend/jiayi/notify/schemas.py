"""What the inbox and push say and hear."""

from marshmallow import fields

from jiayi.core.web.schemas import In, Out, PageQuery, Query, Str, UtcDateTime


class NoticeSchema(Out):
    """A notice: the text of `code` with `values`, leading to `url` in the app."""

    id = fields.UUID(required=True)
    kind = fields.String(required=True)
    code = fields.String(required=True)
    values = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    url = fields.String(required=True)
    created_at = UtcDateTime(required=True)
    read_at = UtcDateTime(required=True, allow_none=True)


class NoticePageSchema(Out):
    """A page of notices, newest first."""

    items = fields.List(fields.Nested(NoticeSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class NoticeQuery(PageQuery):
    """Which notices: `is_unread` true or false, all without it."""

    is_unread = fields.Bool(load_default=None)


class ReadSchema(In):
    """Nothing to say: that it was read is all."""


class PushKeysSchema(In):
    """The browser's own keys, base64url."""

    p256dh = Str(required=True, max_length=200)
    auth = Str(required=True, max_length=100)


class PushSubscriptionNewSchema(In):
    """A browser that wants this account's pushes, as `PushSubscription.toJSON()` tells it."""

    endpoint = Str(required=True, max_length=1000)
    keys = fields.Nested(PushKeysSchema, required=True)


class PushSubscriptionSchema(Out):
    """A browser that gets this account's pushes."""

    id = fields.UUID(required=True)
    endpoint = fields.String(required=True)
    created_at = UtcDateTime(required=True)


class PushSubscriptionQuery(Query):
    """Which browser."""

    endpoint = Str(required=True, max_length=1000)


class PushKeySchema(Out):
    """Our public key, for the browser's `applicationServerKey` (base64url)."""

    key = fields.String(required=True)
