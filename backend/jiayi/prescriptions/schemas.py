"""What prescriptions and refills say and hear."""

from marshmallow import fields, validate

from jiayi.core.web.schemas import In, Int, Out, PageQuery, Real, Str, UtcDateTime
from jiayi.prescriptions.terms import (
    EarlyReason,
    PrescriptionAction,
    PrescriptionStatus,
    RefillDecision,
    RefillStatus,
    RefuseReason,
)

ICD10 = validate.Regexp(r"[A-Z]\d{2}(\.[0-9x]{1,6})?$")
DAYS_MAX = 366
"""A slip of the finger; how many are allowed says the rule table."""


class DrugLineInSchema(In):
    """A drug by the id of the list, how it is taken, and how many pieces a day."""

    drug_id = Str(required=True, max_length=60)
    dose_text = Str(required=True, max_length=100)
    daily_dose = Real(minimum=0.01, maximum=1000, required=True)


class DrugLineSchema(Out):
    """A drug with its name."""

    drug_id = fields.String(required=True)
    name = fields.String(required=True)
    dose_text = fields.String(required=True)
    daily_dose = fields.Float(required=True)


class PatientConfirmationSchema(In):
    """The four things that more than four weeks need."""

    has_strict_assessment = fields.Bool(load_default=False)
    has_education = fields.Bool(load_default=False)
    has_record = fields.Bool(load_default=False)
    has_signature = fields.Bool(load_default=False)


class PrescriptionNewSchema(In):
    """A first long-term prescription. `egfr` in ml/min/1.73 m², where it is known."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    diagnosis_icd10 = Str(required=True, max_length=12, validate=ICD10)
    drugs = fields.List(fields.Nested(DrugLineInSchema), required=True, validate=validate.Length(min=1, max=20))
    days_supply = Int(minimum=1, maximum=DAYS_MAX, required=True)
    regimen_since_on = fields.Date(required=True)
    confirmation = fields.Nested(PatientConfirmationSchema, load_default=None, allow_none=True)
    egfr = Real(minimum=0, maximum=300, load_default=None, allow_none=True)
    has_reviewed = fields.Bool(load_default=False)


class PrescriptionAdvanceSchema(In):
    """The next step."""

    action = fields.Enum(PrescriptionAction, by_value=True, required=True)


class PrescriptionSchema(Out):
    """A prescription; `supply_end_on` is the first day without medicine, `refill_opens_on` when more may be asked for."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    organization_id = fields.UUID(required=True)
    prescriber_id = fields.UUID(required=True)
    diagnosis_icd10 = fields.String(required=True)
    is_long_term = fields.Bool(required=True)
    drugs = fields.List(fields.Nested(DrugLineSchema), required=True)
    days_supply = fields.Integer(required=True)
    issued_on = fields.Date(required=True)
    dispensed_on = fields.Date(required=True, allow_none=True)
    supply_end_on = fields.Date(required=True, allow_none=True)
    refill_opens_on = fields.Date(required=True, allow_none=True)
    status = fields.Enum(PrescriptionStatus, by_value=True, required=True)
    regimen_since_on = fields.Date(required=True)
    replaces_id = fields.UUID(required=True, allow_none=True)
    version = fields.Integer(required=True)


class PrescriptionPageSchema(Out):
    """A page of prescriptions, newest first."""

    items = fields.List(fields.Nested(PrescriptionSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class PrescriptionQuery(PageQuery):
    """Whose: one resident's, or those of a team; in which status."""

    resident_id = fields.UUID(load_default=None)
    team_id = fields.UUID(load_default=None)
    status = fields.Enum(PrescriptionStatus, by_value=True, load_default=None)


class RefillAskSchema(In):
    """A wish for more of the same; before the window opens it needs a reason."""

    prescription_id = fields.UUID(required=True)
    note = Str(load_default=None, allow_none=True, max_length=500)
    early_reason = fields.Enum(EarlyReason, by_value=True, load_default=None, allow_none=True)


class RefillNewSchema(RefillAskSchema):
    """A wish, with the id it was given where it was made."""

    id = fields.UUID(required=True)


class RefillDecideSchema(In):
    """Approve with `days`, or refuse with `refused_reason`. `has_reviewed`: the doctor has looked at what the rules point at."""

    decision = fields.Enum(RefillDecision, by_value=True, required=True)
    days = Int(minimum=1, maximum=DAYS_MAX, load_default=None, allow_none=True)
    refused_reason = fields.Enum(RefuseReason, by_value=True, load_default=None, allow_none=True)
    refused_note = Str(load_default=None, allow_none=True, max_length=500)
    has_reviewed = fields.Bool(load_default=False)


class RefillCancelSchema(In):
    """Nothing to say."""


class RefillSchema(Out):
    """A wish for more of the same, and what the doctor said."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    prescription_id = fields.UUID(required=True)
    status = fields.Enum(RefillStatus, by_value=True, required=True)
    early_reason = fields.Enum(EarlyReason, by_value=True, required=True, allow_none=True)
    note = fields.String(required=True, allow_none=True)
    is_suspended = fields.Bool(required=True)
    requested_at = UtcDateTime(required=True)
    decided_at = UtcDateTime(required=True, allow_none=True)
    decided_by = fields.UUID(required=True, allow_none=True)
    days = fields.Integer(required=True, allow_none=True)
    refused_reason = fields.Enum(RefuseReason, by_value=True, required=True, allow_none=True)
    refused_note = fields.String(required=True, allow_none=True)
    new_prescription_id = fields.UUID(required=True, allow_none=True)
    version = fields.Integer(required=True)


class RefillPageSchema(Out):
    """A page of refill requests, newest first."""

    items = fields.List(fields.Nested(RefillSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class RefillQuery(PageQuery):
    """Whose: one resident's, or those of a team; in which status."""

    resident_id = fields.UUID(load_default=None)
    team_id = fields.UUID(load_default=None)
    status = fields.Enum(RefillStatus, by_value=True, load_default=None)
