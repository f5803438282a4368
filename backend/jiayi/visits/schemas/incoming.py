"""What is told about visits, measurements and day plans."""

from marshmallow import fields, validate

from jiayi.core.web.schemas import In, Int, Real, Str, UtcDateTime
from jiayi.geo.schemas import PlaceSchema
from jiayi.visits.terms import (
    CheckKind,
    ConfirmMethod,
    MeasurementKind,
    NoVisitReason,
    PhotoKind,
    ReviewDecision,
    ServiceOutcome,
    Unit,
    VisitSource,
    WishPart,
)

ITEM = validate.Regexp(r"[A-Z]\d{2}\Z")
SOME = validate.Length(min=1, max=50)
MAX_METRES = 1_000_000
MAX_VALUE = 100_000
MAX_STROKES = 300
MAX_NUMBERS = 6_000


class LineNewSchema(In):
    """A service for a resident; `id` if the phone already has one for it."""

    id = fields.UUID()
    resident_id = fields.UUID(required=True)
    item_code = Str(required=True, max_length=10, validate=ITEM)


class RequestSchema(In):
    """Ask for a visit."""

    services = fields.List(fields.Nested(LineNewSchema), required=True, validate=SOME)
    wish_on = fields.Date(required=True)
    wish_part = fields.Enum(WishPart, by_value=True, load_default=WishPart.ANY)
    wish_note = Str(load_default=None, allow_none=True, max_length=500)
    is_danger_acknowledged = fields.Boolean(load_default=False)
    source = fields.Enum(VisitSource, by_value=True, required=True)


class VisitNewSchema(RequestSchema):
    """Ask for a visit under this id."""

    id = fields.UUID(required=True)


class NothingSchema(In):
    """Nothing more is said."""


class ReasonSchema(In):
    """Why, by a code of the rule table `decline_reasons`."""

    reason_code = Str(required=True, max_length=40)
    note = Str(load_default=None, allow_none=True, max_length=500)


class AssignSchema(In):
    """Who goes, and when. `has_video_link`: one goes alone where two should, on video with the centre all the time."""

    clinician_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(min=1, max=10))
    planned_start_at = UtcDateTime(required=True)
    planned_end_at = UtcDateTime(required=True)
    has_video_link = fields.Bool(load_default=False)


class OrderSchema(In):
    """A clinician's day in this order."""

    on = fields.Date(required=True)
    visit_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(max=50))


class DayPlanNewSchema(OrderSchema):
    """The day of this clinician."""

    clinician_id = fields.UUID(required=True)


class PositionSchema(PlaceSchema):
    """A position; its accuracy is the radius that the phone reports."""

    accuracy_metres = Real(load_default=None, allow_none=True, minimum=0, maximum=MAX_METRES)


class CheckInSchema(In):
    """At the door; the position may come later. A reason and an action where it is outside or unknown."""

    position = fields.Nested(PositionSchema, load_default=None, allow_none=True)
    reason_code = Str(load_default=None, allow_none=True, max_length=40)
    action_code = Str(load_default=None, allow_none=True, max_length=40)
    note = Str(load_default=None, allow_none=True, max_length=500)


class CheckOutSchema(CheckInSchema):
    """Done."""

    next_visit_on = fields.Date(load_default=None, allow_none=True)


class LocateSchema(CheckInSchema):
    """What comes later for a check."""

    which = fields.Enum(CheckKind, by_value=True, required=True)


class StartSchema(CheckInSchema):
    """Begin without a plan."""

    services = fields.List(fields.Nested(LineNewSchema), required=True, validate=SOME)
    place_text = Str(load_default=None, allow_none=True, max_length=200)


class VisitStartSchema(StartSchema):
    """Begin without a plan under this id."""

    id = fields.UUID(required=True)


class MeasureSchema(In):
    """A value; `values` by measure (`systolic`, `fasting`, …), `unit` as the device shows it."""

    measurement_id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    kind = fields.Enum(MeasurementKind, by_value=True, required=True)
    values = fields.Dict(
        keys=Str(max_length=20), values=Real(minimum=-MAX_VALUE, maximum=MAX_VALUE), required=True, validate=SOME
    )
    unit = fields.Enum(Unit, by_value=True, required=True)
    note = Str(load_default=None, allow_none=True, max_length=500)


class MeasurementNewSchema(MeasureSchema):
    """A value, on a visit or without one."""

    visit_id = fields.UUID(load_default=None, allow_none=True)


class LineDoneSchema(LineNewSchema):
    """What became of a service."""

    outcome = fields.Enum(
        ServiceOutcome,
        by_value=True,
        required=True,
        validate=validate.OneOf([ServiceOutcome.DONE, ServiceOutcome.NOT_DONE]),
    )
    reason = Str(load_default=None, allow_none=True, max_length=200)


class RecordServicesSchema(In):
    """What was done and what was not."""

    services = fields.List(fields.Nested(LineDoneSchema), required=True, validate=SOME)


class NoteSchema(In):
    """A clinician's note on the visit."""

    note = Str(required=True, max_length=2000)


class PhotoNameSchema(In):
    """A photo by the sha256 of its bytes."""

    sha256 = Str(required=True, max_length=64, validate=validate.Regexp(r"[0-9a-f]{64}\Z"))


class PhotoSchema(PhotoNameSchema):
    """A photo, and of whom it is; when it was taken says the command's clock."""

    resident_id = fields.UUID(required=True)
    kind = fields.Enum(PhotoKind, by_value=True, load_default=PhotoKind.CARE)


class SignatureSchema(In):
    """Handwriting. A stroke is a flat list of whole numbers, three a point: x, y, milliseconds."""

    w = Int(required=True, minimum=1, maximum=10_000)
    h = Int(required=True, minimum=1, maximum=10_000)
    strokes = fields.List(
        fields.List(
            Int(minimum=-MAX_VALUE * 100, maximum=MAX_VALUE * 100), validate=validate.Length(min=1, max=MAX_NUMBERS)
        ),
        required=True,
        validate=validate.Length(min=1, max=MAX_STROKES),
    )


class ConfirmSchema(In):
    """How the resident confirms: `strokes`, the `code` sent to his or her phone, a carer's name, or why not."""

    method = fields.Enum(ConfirmMethod, by_value=True, required=True)
    signer_name = Str(load_default=None, allow_none=True, max_length=50)
    strokes = fields.Nested(SignatureSchema, load_default=None, allow_none=True)
    code = Str(load_default=None, allow_none=True, max_length=12)
    reason = Str(load_default=None, allow_none=True, max_length=40)


class CodeNewSchema(In):
    """Whose phone the code goes to."""

    resident_id = fields.UUID(required=True)


class MissSchema(In):
    """Why it did not come about."""

    reason_code = fields.Enum(NoVisitReason, by_value=True, required=True)
    note = Str(load_default=None, allow_none=True, max_length=500)
    position = fields.Nested(PositionSchema, load_default=None, allow_none=True)


class ReviewSchema(In):
    """The leader's decision; a return says why."""

    decision = fields.Enum(ReviewDecision, by_value=True, required=True)
    note = Str(load_default=None, allow_none=True, max_length=500)
