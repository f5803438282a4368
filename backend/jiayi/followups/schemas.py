"""What follow-ups say and hear."""

from marshmallow import fields, validate

from jiayi.core.web.schemas import In, Int, Out, PageQuery, Real, Str, UtcDateTime
from jiayi.followups.terms import (
    Adherence,
    Compliance,
    Coping,
    DiagnosisSource,
    FollowupClass,
    FollowUpStatus,
    FootPulse,
    LeaveReason,
    Mode,
    Programme,
    Reaction,
    ReferralReason,
    Salt,
)
from jiayi.residents.terms import Relation

CODES = validate.Length(max=20)
REASONS = validate.OneOf([reason.value for reason in ReferralReason])


class EnrolSchema(In):
    """Take a resident into a programme: who confirmed the disease, and since when it is known.

    The first follow-up is due within two weeks unless `first_due_on` is given; `first_follow_up_id`: its id, as a phone
    shows it already.
    """

    resident_id = fields.UUID(required=True)
    programme = fields.Enum(Programme, by_value=True, required=True)
    diagnosis_source = fields.Enum(DiagnosisSource, by_value=True, required=True)
    diagnosed_on = fields.Date(load_default=None, allow_none=True)
    first_due_on = fields.Date(load_default=None, allow_none=True)
    first_follow_up_id = fields.UUID(load_default=None, allow_none=True)


class EnrolmentNewSchema(EnrolSchema):
    """The same, under an id of the caller's own."""

    id = fields.UUID(required=True)


class EnrolmentSchema(Out):
    """A resident's time in a programme."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    programme = fields.Enum(Programme, by_value=True, required=True)
    diagnosis_source = fields.Enum(DiagnosisSource, by_value=True, required=True, allow_none=True)
    diagnosed_on = fields.Date(required=True, allow_none=True)
    enrolled_on = fields.Date(required=True)
    ended_on = fields.Date(required=True, allow_none=True)
    leave_reason = fields.Enum(LeaveReason, by_value=True, required=True, allow_none=True)


class EnrolmentPageSchema(Out):
    """A page of enrolments."""

    items = fields.List(fields.Nested(EnrolmentSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class EnrolmentQuery(PageQuery):
    """Whose: one resident's, or those of a team."""

    resident_id = fields.UUID(load_default=None)
    team_id = fields.UUID(load_default=None)


class LeaveSchema(In):
    """Why."""

    leave_reason = fields.Enum(LeaveReason, by_value=True, required=True)


class GiveUpSchema(In):
    """Nothing to say: the attempts stand in the visits."""


class FollowUpRecordSchema(In):
    """What was found. Pressures in mmHg, glucose in mmol/L; `symptoms` and `danger_signs` by the codes of the rule table.

    Hypertension needs a pressure; diabetes a fasting glucose, unless something asks for a referral without one. A call
    says with whom: without it, it does not count. One that nobody planned also names `resident_id` and `programme`.
    """

    mode = fields.Enum(Mode, by_value=True, required=True)
    spoke_with = fields.Enum(Relation, by_value=True, load_default=None, allow_none=True)
    systolic = Int(minimum=0, maximum=400, load_default=None, allow_none=True)
    diastolic = Int(minimum=0, maximum=400, load_default=None, allow_none=True)
    fasting = Real(minimum=0, maximum=100, load_default=None, allow_none=True)
    random = Real(minimum=0, maximum=100, load_default=None, allow_none=True)
    persistent_pulse = Int(minimum=0, maximum=400, load_default=None, allow_none=True)
    temperature = Real(minimum=0, maximum=100, load_default=None, allow_none=True)
    symptoms = fields.List(Str(max_length=60), load_default=list, validate=CODES)
    danger_signs = fields.List(Str(max_length=60), load_default=list, validate=CODES)
    adherence = fields.Enum(Adherence, by_value=True, required=True)
    reaction = fields.Enum(Reaction, by_value=True, load_default=Reaction.NONE)
    has_new_complication = fields.Bool(load_default=False)
    is_pregnant_or_lactating = fields.Bool(load_default=False)
    foot_pulse = fields.Enum(FootPulse, by_value=True, load_default=None, allow_none=True)
    salt = fields.Enum(Salt, by_value=True, load_default=None, allow_none=True)
    coping = fields.Enum(Coping, by_value=True, load_default=None, allow_none=True)
    compliance = fields.Enum(Compliance, by_value=True, load_default=None, allow_none=True)
    note = Str(load_default=None, allow_none=True)
    referred_to = Str(max_length=100, load_default=None, allow_none=True)
    visit_id = fields.UUID(load_default=None, allow_none=True)
    resident_id = fields.UUID(load_default=None, allow_none=True)
    programme = fields.Enum(Programme, by_value=True, load_default=None, allow_none=True)


class FollowUpSchema(Out):
    """A follow-up: due by a day and, when it was held, what was found."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    programme = fields.Enum(Programme, by_value=True, required=True)
    due_on = fields.Date(required=True)
    status = fields.Enum(FollowUpStatus, by_value=True, required=True)
    leave_reason = fields.Enum(LeaveReason, by_value=True, required=True, allow_none=True)
    visit_id = fields.UUID(required=True, allow_none=True)
    done_at = UtcDateTime(required=True, allow_none=True)
    is_clock_doubtful = fields.Bool(required=True)
    done_by = fields.UUID(required=True, allow_none=True)
    mode = fields.Enum(Mode, by_value=True, required=True, allow_none=True)
    spoke_with = fields.Enum(Relation, by_value=True, required=True, allow_none=True)
    is_face_to_face = fields.Bool(required=True)
    systolic = fields.Integer(required=True, allow_none=True)
    diastolic = fields.Integer(required=True, allow_none=True)
    fasting = fields.Float(required=True, allow_none=True)
    random = fields.Float(required=True, allow_none=True)
    persistent_pulse = fields.Integer(required=True, allow_none=True)
    temperature = fields.Float(required=True, allow_none=True)
    symptoms = fields.List(fields.String(), required=True)
    danger_signs = fields.List(fields.String(), required=True)
    adherence = fields.Enum(Adherence, by_value=True, required=True, allow_none=True)
    reaction = fields.Enum(Reaction, by_value=True, required=True, allow_none=True)
    has_new_complication = fields.Bool(required=True)
    is_pregnant_or_lactating = fields.Bool(required=True)
    foot_pulse = fields.Enum(FootPulse, by_value=True, required=True, allow_none=True)
    salt = fields.Enum(Salt, by_value=True, required=True, allow_none=True)
    coping = fields.Enum(Coping, by_value=True, required=True, allow_none=True)
    compliance = fields.Enum(Compliance, by_value=True, required=True, allow_none=True)
    note = fields.String(required=True, allow_none=True)
    referral_reasons = fields.List(fields.String(validate=REASONS), required=True, allow_none=True)
    referred_to = fields.String(required=True, allow_none=True)
    is_in_target = fields.Bool(required=True, allow_none=True)
    outcome = fields.Enum(FollowupClass, by_value=True, required=True, allow_none=True)
    next_follow_up_id = fields.UUID(required=True, allow_none=True)
    version = fields.Integer(required=True)


class FollowUpPageSchema(Out):
    """A page of follow-ups, newest first."""

    items = fields.List(fields.Nested(FollowUpSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class FollowUpQuery(PageQuery):
    """Whose (one resident's, or those of a team), due before which day (exclusive), in which status."""

    resident_id = fields.UUID(load_default=None)
    team_id = fields.UUID(load_default=None)
    due_before = fields.Date(load_default=None)
    status = fields.Enum(FollowUpStatus, by_value=True, load_default=None)
