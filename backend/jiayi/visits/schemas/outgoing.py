"""What is asked for and what is answered."""

from marshmallow import fields, validate

from jiayi.core.web.schemas import Out, PageQuery, Query, UtcDateTime
from jiayi.geo.terms import Verdict
from jiayi.visits.terms import (
    ConfirmMethod,
    MeasurementKind,
    NoVisitReason,
    PhotoKind,
    ReviewStatus,
    ServiceOutcome,
    Unit,
    VisitSource,
    VisitStatus,
    WishPart,
)


class VisitQuery(PageQuery):
    """`on`: the planned day, or the wished one while there is no plan."""

    team_id = fields.UUID(load_default=None)
    clinician_id = fields.UUID(load_default=None)
    resident_id = fields.UUID(load_default=None)
    on = fields.Date(load_default=None)
    status = fields.Enum(VisitStatus, by_value=True, load_default=None)


class ReviewQuery(PageQuery):
    """Reviews of one team, or of all the teams that the caller leads."""

    team_id = fields.UUID(load_default=None)


class MeasurementQuery(PageQuery):
    """A resident's values of one kind, or of all."""

    resident_id = fields.UUID(required=True)
    kind = fields.Enum(MeasurementKind, by_value=True, load_default=None)


class SlotQuery(Query):
    """Days of a team, from `from_on`."""

    team_id = fields.UUID(required=True)
    from_on = fields.Date(required=True)
    days = fields.Integer(load_default=7, validate=validate.Range(min=1, max=14))


class LineSchema(Out):
    """A service on a visit."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    contract_id = fields.UUID(required=True, allow_none=True)
    item_code = fields.String(required=True)
    outcome = fields.Enum(ServiceOutcome, by_value=True, required=True)
    is_over_quota = fields.Boolean(required=True)


class CheckSchema(Out):
    """A check-in or check-out and what its position said."""

    occurred_at = UtcDateTime(required=True)
    verdict = fields.Enum(Verdict, by_value=True, required=True)
    distance_metres = fields.Integer(required=True, allow_none=True)
    accuracy_metres = fields.Float(required=True, allow_none=True)
    reason_code = fields.String(required=True, allow_none=True)
    action_code = fields.String(required=True, allow_none=True)
    is_clock_doubtful = fields.Boolean(required=True)


class StaySchema(Out):
    """How long somebody was there. `is_measured`: by the phone's clock that nobody can set, else by its wall clock."""

    minutes = fields.Integer(required=True)
    is_measured = fields.Boolean(required=True)


class ConfirmationSchema(Out):
    """How the resident confirmed."""

    method = fields.Enum(ConfirmMethod, by_value=True, required=True)
    signer_name = fields.String(required=True, allow_none=True)
    confirmed_at = UtcDateTime(required=True)


class AttemptSchema(Out):
    """A try to reach somebody."""

    kind = fields.Enum(NoVisitReason, by_value=True, required=True)
    occurred_at = UtcDateTime(required=True)


class ReviewStateSchema(Out):
    """Where the leader's look stands."""

    status = fields.Enum(ReviewStatus, by_value=True, required=True)
    reason = fields.String(required=True, allow_none=True)
    reasons = fields.List(fields.String(), required=True)
    note = fields.String(required=True, allow_none=True)


class PhotoSeenSchema(Out):
    """A photo; `is_here` once it can be fetched."""

    sha256 = fields.String(required=True)
    resident_id = fields.UUID(required=True)
    kind = fields.Enum(PhotoKind, by_value=True, required=True)
    taken_at = UtcDateTime(required=True)
    is_here = fields.Boolean(required=True)


class VisitSchema(Out):
    """A visit. Family with a lesser scope get what is required here and `item_codes`, residents nothing of the team's."""

    id = fields.UUID(required=True)
    team_id = fields.UUID(required=True)
    status = fields.Enum(VisitStatus, by_value=True, required=True)
    resident_ids = fields.List(fields.UUID(), required=True)
    clinician_ids = fields.List(fields.UUID(), required=True)
    wish_on = fields.Date(required=True, allow_none=True)
    wish_part = fields.Enum(WishPart, by_value=True, required=True)
    planned_start_at = UtcDateTime(required=True, allow_none=True)
    ended_at = UtcDateTime(required=True, allow_none=True)
    item_codes = fields.List(fields.String())
    services = fields.List(fields.Nested(LineSchema))
    place_text = fields.String(allow_none=True)
    village = fields.String(allow_none=True)
    latitude = fields.Float(allow_none=True)
    longitude = fields.Float(allow_none=True)
    wish_note = fields.String(allow_none=True)
    source = fields.Enum(VisitSource, by_value=True)
    requested_at = UtcDateTime()
    planned_end_at = UtcDateTime(allow_none=True)
    order_nos = fields.Dict(keys=fields.UUID(), values=fields.Integer())
    departed_at = UtcDateTime(allow_none=True)
    started_at = UtcDateTime(allow_none=True)
    end_reason = fields.String(allow_none=True)
    next_visit_on = fields.Date(allow_none=True)
    check_in = fields.Nested(CheckSchema, allow_none=True)
    check_out = fields.Nested(CheckSchema, allow_none=True)
    confirmation = fields.Nested(ConfirmationSchema, allow_none=True)
    contact_attempts = fields.List(fields.Nested(AttemptSchema))
    photos = fields.List(fields.Nested(PhotoSeenSchema))
    verified_at = UtcDateTime(allow_none=True)
    version = fields.Integer()
    danger_words = fields.List(fields.String())
    is_call_needed = fields.Boolean()
    is_first_visit = fields.Boolean()
    has_video_link = fields.Boolean()
    is_cancelled_late = fields.Boolean()
    is_over_quota = fields.Boolean()
    end_note = fields.String(allow_none=True)
    note = fields.String(allow_none=True)
    review = fields.Nested(ReviewStateSchema, allow_none=True)
    stay = fields.Nested(StaySchema, allow_none=True)


class VisitPageSchema(Out):
    items = fields.List(fields.Nested(VisitSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class DayPlanSchema(Out):
    """A clinician's day in its order."""

    clinician_id = fields.UUID(required=True)
    on = fields.Date(required=True)
    visit_ids = fields.List(fields.UUID(), required=True)


class MeasurementSchema(Out):
    """A value in the unit of its kind."""

    id = fields.UUID(required=True)
    visit_id = fields.UUID(required=True, allow_none=True)
    resident_id = fields.UUID(required=True)
    kind = fields.Enum(MeasurementKind, by_value=True, required=True)
    values = fields.Dict(keys=fields.String(), values=fields.Float(), required=True)
    unit = fields.Enum(Unit, by_value=True, required=True)
    measured_at = UtcDateTime(required=True)
    is_danger = fields.Boolean(required=True)
    clinician_id = fields.UUID()
    is_suspicious = fields.Boolean()
    note = fields.String(allow_none=True)


class MeasurementPageSchema(Out):
    items = fields.List(fields.Nested(MeasurementSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class CodeSentSchema(Out):
    """The code is on its way. `demo_code` only in the demo."""

    demo_code = fields.String()


class SlotSchema(Out):
    """A window and how many of the team are free in it."""

    starts_at = UtcDateTime(required=True)
    ends_at = UtcDateTime(required=True)
    free_count = fields.Integer(required=True)


class DaySlotsSchema(Out):
    """A day; `free_count` leaves out what is held back for people who phone."""

    on = fields.Date(required=True)
    free_count = fields.Integer(required=True)
    slots = fields.List(fields.Nested(SlotSchema), required=True)


class SlotListSchema(Out):
    items = fields.List(fields.Nested(DaySlotsSchema), required=True)
