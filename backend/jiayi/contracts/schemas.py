"""What contracts say and hear."""

from marshmallow import fields, validate

from jiayi.contracts.terms import ContractStatus, Party, ReviewDecision, Signer, SignMethod
from jiayi.core.web.schemas import In, Int, Out, PageQuery, Str, UtcDateTime
from jiayi.core.web.strokes import StrokesSchema
from jiayi.residents.terms import Channel, ConsentPurpose


class EntitlementSchema(Out):
    """One item in one contract year. Without `quota` as needed; `left` is what may still be booked."""

    id = fields.UUID(required=True)
    item_code = fields.String(required=True)
    period_start_on = fields.Date(required=True)
    period_end_on = fields.Date(required=True)
    quota = fields.Integer(required=True, allow_none=True)
    reserved = fields.Integer(required=True)
    consumed = fields.Integer(required=True)
    left = fields.Integer(required=True, allow_none=True)


class EntitlementListSchema(Out):
    items = fields.List(fields.Nested(EntitlementSchema), required=True)


class ContractRowSchema(Out):
    """A contract in a list."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    team_id = fields.UUID(required=True)
    status = fields.Enum(ContractStatus, by_value=True, required=True)
    package_ids = fields.List(fields.UUID(), required=True)
    starts_on = fields.Date(required=True, allow_none=True)
    ends_on = fields.Date(required=True, allow_none=True)


class ContractPageSchema(Out):
    items = fields.List(fields.Nested(ContractRowSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ContractQuery(PageQuery):
    team_id = fields.UUID(load_default=None)
    resident_id = fields.UUID(load_default=None)
    status = fields.Enum(ContractStatus, by_value=True, load_default=None)


class ContractSchema(ContractRowSchema):
    """A contract. Family with a lesser scope get the fields of the list alone.

    `ended_on` is the last day of one that ends, or ended, early; `version` counts what was decided about it, not what
    was given of it.
    """

    organization_id = fields.UUID()
    years = fields.Integer()
    channel = fields.Enum(Channel, by_value=True)
    renews_id = fields.UUID(allow_none=True)
    applied_at = UtcDateTime()
    submitted_at = UtcDateTime(allow_none=True)
    reviewed_at = UtcDateTime(allow_none=True)
    review_note = fields.String(allow_none=True)
    signed_at = UtcDateTime(allow_none=True)
    ended_on = fields.Date(allow_none=True)
    end_reason = fields.String(allow_none=True)
    text_hash = fields.String(allow_none=True)
    entitlements = fields.List(fields.Nested(EntitlementSchema))
    version = fields.Integer()


class ApplySchema(In):
    """A draft. `years` left out: one. From the own phone `channel` is the app, whatever is said."""

    resident_id = fields.UUID(required=True)
    team_id = fields.UUID(required=True)
    package_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(min=1, max=5))
    years = Int(load_default=None, allow_none=True, minimum=1, maximum=10)
    channel = fields.Enum(Channel, by_value=True, load_default=Channel.APP)


class ContractNewSchema(ApplySchema):
    """The same with the id that the contract is to have."""

    id = fields.UUID(required=True)


class ConsentGivenSchema(In):
    """A consent ticked by itself while applying."""

    purpose = fields.Enum(ConsentPurpose, by_value=True, required=True)
    version = Int(required=True, minimum=1, maximum=1_000)


class SubmitSchema(In):
    consents = fields.List(fields.Nested(ConsentGivenSchema), load_default=list, validate=validate.Length(max=10))


class ReviewSchema(In):
    """`note` says why not, and is needed then."""

    decision = fields.Enum(ReviewDecision, by_value=True, required=True)
    note = Str(load_default=None, allow_none=True, max_length=500)


class SignSchema(In):
    """The resident's side. `signer_name` is needed when somebody else signs; a witness when a finger-print stands for it."""

    method = fields.Enum(SignMethod, by_value=True, required=True)
    signer = fields.Enum(Signer, by_value=True, load_default=Signer.RESIDENT)
    signer_name = Str(load_default=None, allow_none=True, max_length=50)
    strokes = fields.Nested(StrokesSchema, load_default=None, allow_none=True)
    witness_name = Str(load_default=None, allow_none=True, max_length=50)


class TerminateSchema(In):
    """`party` is whose wish it is; `ended_on` the last day, today when left out."""

    reason_code = Str(required=True, max_length=40)
    party = fields.Enum(Party, by_value=True, load_default=Party.RESIDENT)
    ended_on = fields.Date(load_default=None, allow_none=True)


class CancelSchema(In):
    """Nothing needs to be said."""


class ClausePackageSchema(Out):
    code = fields.String(required=True)
    version = fields.Integer(required=True)
    name = fields.String(required=True)
    total_fen = fields.Integer(required=True)


class ClauseServiceSchema(Out):
    item_code = fields.String(required=True)
    quota = fields.Integer(required=True, allow_none=True)


class ContractTextSchema(Out):
    """The clauses. `text_hash` is over these; with `is_accepted` they are fixed. Fees are in fen a year, by payer."""

    template_version = fields.Integer(required=True)
    contract_id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    resident_name = fields.String(required=True)
    organization_id = fields.UUID(required=True)
    organization_name = fields.String(required=True)
    team_id = fields.UUID(required=True)
    team_name = fields.String(required=True)
    years = fields.Integer(required=True)
    packages = fields.List(fields.Nested(ClausePackageSchema), required=True)
    services = fields.List(fields.Nested(ClauseServiceSchema), required=True)
    fees = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    text_hash = fields.String(required=True)
    is_accepted = fields.Boolean(required=True)
