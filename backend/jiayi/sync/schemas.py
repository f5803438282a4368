"""The wire of sync."""

from typing import Any

from marshmallow import fields, validate

from jiayi.core.feed import RemovalReason
from jiayi.core.web.schemas import In, Int, Out, PageQuery, Query, Str, UtcDateTime
from jiayi.identity.terms import Role
from jiayi.sync.terms import DropReason, HeldStatus, Outcome

MAX_COMMANDS = 200
MAX_UPTIME_MS = 10 * 366 * 24 * 3600 * 1000
"""Ten years: no phone runs longer without a new boot."""


MAX_WAITING = 999_999


class PullQuery(Query):
    """`cursor` of the last pull; none: from the start."""

    cursor = Str(load_default=None, max_length=20_000)
    limit = fields.Integer(load_default=1000, validate=validate.Range(min=1, max=2000))


class DocumentSchema(Out):
    """One document; its body's shape depends on its kind."""

    bucket = fields.String(required=True)
    kind = fields.String(required=True)
    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    body = fields.Dict(required=True)


class RemovedSchema(Out):
    """A document that left a bucket."""

    bucket = fields.String(required=True)
    kind = fields.String(required=True)
    id = fields.UUID(required=True)
    reason = fields.Enum(RemovalReason, by_value=True, required=True)


class DropSchema(Out):
    """Why one of the `dropped` buckets is."""

    bucket = fields.String(required=True)
    reason = fields.Enum(DropReason, by_value=True, required=True)


class PullSchema(Out):
    """What is new since the cursor.

    `drops` when something is dropped. `total` when a download from scratch begins with this answer and has more pages:
    how many documents it is going to bring.
    """

    cursor = fields.String(required=True)
    more = fields.Boolean(required=True)
    epoch = fields.UUID(required=True)
    server_time = UtcDateTime(required=True)
    documents = fields.List(fields.Nested(DocumentSchema), required=True)
    removed = fields.List(fields.Nested(RemovedSchema), required=True)
    dropped = fields.List(fields.String(), required=True)
    drops = fields.List(fields.Nested(DropSchema))
    total = fields.Integer()


class AnchorSchema(In):
    """The phone's clocks when it last heard the server."""

    server_time = UtcDateTime(required=True)
    wall = UtcDateTime(required=True)
    monotonic_ms = Int(required=True, maximum=MAX_UPTIME_MS)
    boot = Str(required=True, max_length=64)


class ClockSchema(In):
    """The phone's clocks when it happened."""

    wall = UtcDateTime(required=True)
    monotonic_ms = Int(required=True, maximum=MAX_UPTIME_MS)
    boot = Str(required=True, max_length=64)
    anchor = fields.Nested(AnchorSchema, load_default=None, allow_none=True)


class CommandSchema(In):
    """What happened. The payload is checked against its kind when the command runs."""

    id = fields.UUID(required=True)
    kind = Str(required=True, max_length=80)
    entity_id = fields.UUID(required=True)
    depends_on = fields.List(fields.UUID(), load_default=list, validate=validate.Length(max=20))
    replaces = fields.UUID(load_default=None, allow_none=True)
    base_version = Int(load_default=None, allow_none=True)
    clock = fields.Nested(ClockSchema, required=True)
    payload = fields.Dict(required=True)


class PushBody(In):
    """Commands of one device, in the order in which they happened."""

    device_id = fields.UUID(required=True)
    commands = fields.List(
        fields.Nested(CommandSchema), required=True, validate=validate.Length(min=1, max=MAX_COMMANDS)
    )


class WipedBody(In):
    """How much waited on the phone before the browser cleared it, and when it counted that; neither if nothing tells."""

    waiting_count = Int(load_default=None, allow_none=True, maximum=MAX_WAITING)
    waiting_at = UtcDateTime(load_default=None, allow_none=True)


class ReceivedSchema(Out):
    """A command that came from this phone."""

    kind = fields.String(required=True)
    entity_id = fields.UUID(required=True)
    outcome = fields.Enum(Outcome, by_value=True, required=True)
    occurred_at = UtcDateTime(required=True)
    received_at = UtcDateTime(required=True)


class LossSchema(Out):
    """What the server knows of a phone that was cleared. `lost_count`: how much was not handed in yet, null if unknown."""

    last_pull_at = UtcDateTime(required=True, allow_none=True)
    last_push_at = UtcDateTime(required=True, allow_none=True)
    lost_count = fields.Integer(required=True, allow_none=True)
    last_received = fields.List(fields.Nested(ReceivedSchema), required=True)


class DiscardBody(In):
    """Nothing to say: the command's `entity_id` is the refused command's id."""


class ResultSchema(Out):
    """What became of one command."""

    id = fields.UUID(required=True)
    outcome = fields.Enum(Outcome, by_value=True, required=True)
    code = fields.String()
    detail = fields.Dict()
    entity_id = fields.UUID()
    replayed = fields.Boolean()
    retry_after_ms = fields.Integer()


class PushSchema(Out):
    """One result a command, in order."""

    epoch = fields.UUID(required=True)
    server_time = UtcDateTime(required=True)
    results = fields.List(fields.Nested(ResultSchema), required=True)


class HeldSchema(Out):
    """Work that waits for a leader's decision."""

    id = fields.UUID(required=True)
    kind = fields.String(required=True)
    entity_id = fields.UUID(required=True)
    account_name = fields.String(required=True)
    occurred_at = UtcDateTime(required=True)
    code = fields.String(required=True)
    status = fields.Enum(HeldStatus, by_value=True, required=True)
    resident_ids = fields.List(fields.UUID(), required=True)
    team_ids = fields.List(fields.UUID(), required=True)
    from_team_id = fields.UUID(required=True, allow_none=True)
    decided_at = UtcDateTime(required=True, allow_none=True)
    decided_by_name = fields.String(required=True, allow_none=True)
    decision_note = fields.String(required=True, allow_none=True)


class StoppedSchema(Out):
    """The first of what hangs on a decision that a rule refused: it and the rest stay open."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    detail = fields.Dict(required=True)


class DecidedSchema(HeldSchema):
    """A decision with what went the same way because it depended on it."""

    followed = fields.List(fields.UUID(), required=True)
    stopped = fields.Nested(StoppedSchema, required=True, allow_none=True)


class HeldQuery(PageQuery):
    """Held work by status."""

    status = fields.Enum(HeldStatus, by_value=True, load_default=HeldStatus.OPEN)


class HeldPage(Out):
    """A page of held work."""

    items = fields.List(fields.Nested(HeldSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class DecisionBody(In):
    """Why."""

    note = Str(load_default=None, allow_none=True, max_length=500)


class PhoneStandingSchema(Out):
    """A phone of one of the staff, or a member of staff who has none yet.

    `longest_wait_minutes`: of what it handed in this week, from the doing to the arrival. `waiting_count`: how much it
    had not handed in yet when it last said. `wiped_at`: when it last found what it kept gone, `lost_count` of that unsent.
    """

    name = fields.String(required=True)
    role = fields.Enum(Role, by_value=True, required=True)
    device_id = fields.UUID(required=True, allow_none=True)
    last_seen_at = UtcDateTime(required=True, allow_none=True)
    last_pull_at = UtcDateTime(required=True, allow_none=True)
    last_push_at = UtcDateTime(required=True, allow_none=True)
    waiting_count = fields.Integer(required=True, allow_none=True)
    wiped_at = UtcDateTime(required=True, allow_none=True)
    lost_count = fields.Integer(required=True, allow_none=True)
    refused_count = fields.Integer(required=True)
    held_count = fields.Integer(required=True)
    longest_wait_minutes = fields.Integer(required=True, allow_none=True)


class RefusedStandingSchema(Out):
    """What was refused this week and neither put right nor let go."""

    kind = fields.String(required=True)
    code = fields.String(required=True, allow_none=True)
    count = fields.Integer(required=True)
    accounts_count = fields.Integer(required=True)
    last_at = UtcDateTime(required=True)


class HeldStandingSchema(Out):
    """Work that waits for a leader, by how long: up to a day, up to a week, longer."""

    count = fields.Integer(required=True)
    oldest_at = UtcDateTime(required=True, allow_none=True)
    day_count = fields.Integer(required=True)
    week_count = fields.Integer(required=True)
    older_count = fields.Integer(required=True)


class FeedStandingSchema(Out):
    """All buckets of one sort together."""

    sort = fields.String(required=True)
    open_count = fields.Integer(required=True)
    closed_count = fields.Integer(required=True)
    documents_count = fields.Integer(required=True)
    removed_count = fields.Integer(required=True)
    bytes = fields.Integer(required=True)
    largest_bytes = fields.Integer(required=True)


class StandingSchema(Out):
    """How synchronisation stands in the county."""

    at = UtcDateTime(required=True)
    phones = fields.List(fields.Nested(PhoneStandingSchema), required=True)
    refused = fields.List(fields.Nested(RefusedStandingSchema), required=True)
    held = fields.Nested(HeldStandingSchema, required=True)
    feed = fields.List(fields.Nested(FeedStandingSchema), required=True)


def load_errors(messages: Any) -> dict[str, Any]:
    """A payload's errors as a result's detail."""
    return {"errors": messages}
