"""What contracts say."""

from marshmallow import fields

from jiayi.contracts.terms import AmendmentStatus, ContractStatus, Phase
from jiayi.core.web.schemas import Out, UtcDateTime
from jiayi.residents.terms import Channel


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
    """A contract in a list. `phase` follows from the dates; it is told by lists and of single contracts."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    team_id = fields.UUID(required=True)
    status = fields.Enum(ContractStatus, by_value=True, required=True)
    package_ids = fields.List(fields.UUID(), required=True)
    starts_on = fields.Date(required=True, allow_none=True)
    ends_on = fields.Date(required=True, allow_none=True)
    phase = fields.Enum(Phase, by_value=True, allow_none=True)


class ContractPageSchema(Out):
    items = fields.List(fields.Nested(ContractRowSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ClausePackageSchema(Out):
    code = fields.String(required=True)
    version = fields.Integer(required=True)
    name = fields.String(required=True)
    total_fen = fields.Integer(required=True)
    is_example_price = fields.Boolean(required=True)


class ClauseServiceSchema(Out):
    """`price_fen` null: posted elsewhere."""

    item_code = fields.String(required=True)
    quota = fields.Integer(required=True, allow_none=True)
    name = fields.String(required=True)
    price_fen = fields.Integer(required=True, allow_none=True)
    is_example_price = fields.Boolean(required=True)


class AmendmentTextSchema(Out):
    """The clauses under which a change is signed."""

    amendment_id = fields.UUID(required=True)
    from_on = fields.String(required=True, metadata={"format": "date"})
    template_version = fields.Integer(required=True)
    resident_name = fields.String(required=True)
    organization_name = fields.String(required=True)
    team_name = fields.String(required=True)
    packages = fields.List(fields.Nested(ClausePackageSchema), required=True)
    services = fields.List(fields.Nested(ClauseServiceSchema), required=True)
    fees = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    clauses = fields.List(fields.String(), required=True)


class OfferedSchema(Out):
    team_name = fields.String(required=True)
    team_phone = fields.String(required=True, allow_none=True)


class LetterFactsSchema(Out):
    """What an institution's letter rests on; `/letter` puts it into words."""

    resident_name = fields.String(required=True)
    organization_name = fields.String(required=True)
    team_name = fields.String(required=True)
    team_phone = fields.String(required=True, allow_none=True)
    reason_code = fields.String(required=True)
    told_on = fields.String(required=True, metadata={"format": "date"})
    ends_on = fields.String(required=True, metadata={"format": "date"})
    done_count = fields.Integer(required=True)
    offered = fields.Nested(OfferedSchema, required=True, allow_none=True)


class SuspensionSchema(Out):
    """Days on which a contract rests: from `from_on`, until the day of return."""

    reason_code = fields.String(required=True)
    away_since_on = fields.Date(required=True)
    from_on = fields.Date(required=True)
    until_on = fields.Date(required=True, allow_none=True)


class RefundLineSchema(Out):
    item_code = fields.String(required=True)
    unused_count = fields.Integer(required=True)
    unit_fen = fields.Integer(required=True)
    amount_fen = fields.Integer(required=True)


class AmendmentSchema(Out):
    """Other packages, or another team, from `from_on` on; `was_…` is what ends on the day before. `text` as it is signed."""

    id = fields.UUID(required=True)
    status = fields.Enum(AmendmentStatus, by_value=True, required=True)
    from_on = fields.Date(required=True)
    package_ids = fields.List(fields.UUID(), required=True, allow_none=True)
    team_id = fields.UUID(required=True, allow_none=True)
    was_package_ids = fields.List(fields.UUID(), required=True, allow_none=True)
    was_team_id = fields.UUID(required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)
    text = fields.Nested(AmendmentTextSchema, required=True, allow_none=True)
    text_hash = fields.String(required=True, allow_none=True)
    refund_fen = fields.Integer(required=True, allow_none=True)
    refund_lines = fields.List(fields.Nested(RefundLineSchema), required=True, allow_none=True)
    signed_at = UtcDateTime(required=True, allow_none=True)


class ContractSchema(ContractRowSchema):
    """A contract. Family with a lesser scope get the fields of the list alone.

    `phase` follows from the dates: it ends soon, or ran out so lately that the next one continues it. `ended_on` is the last day of one that ends, or ended, early; `version` counts what was decided about it, not what
    was given of it.
    """

    organization_id = fields.UUID()
    years = fields.Integer()
    channel = fields.Enum(Channel, by_value=True)
    renews_id = fields.UUID(allow_none=True)
    household_id = fields.UUID(allow_none=True)
    applied_at = UtcDateTime()
    submitted_at = UtcDateTime(allow_none=True)
    reviewed_at = UtcDateTime(allow_none=True)
    review_note = fields.String(allow_none=True)
    reject_reason = fields.String(allow_none=True)
    suggested_team_ids = fields.List(fields.UUID())
    is_outside_area = fields.Boolean()
    exception_reason = fields.String(allow_none=True)
    exception_by_name = fields.String(allow_none=True)
    signed_at = UtcDateTime(allow_none=True)
    ended_on = fields.Date(allow_none=True)
    end_reason = fields.String(allow_none=True)
    end_note = fields.String(allow_none=True)
    offered_team_id = fields.UUID(allow_none=True)
    letter = fields.Nested(LetterFactsSchema, allow_none=True)
    refund_fen = fields.Integer(allow_none=True)
    proof_awaited_since_on = fields.Date(allow_none=True)
    suspensions = fields.List(fields.Nested(SuspensionSchema))
    amendments = fields.List(fields.Nested(AmendmentSchema))
    text_hash = fields.String(allow_none=True)
    entitlements = fields.List(fields.Nested(EntitlementSchema))
    version = fields.Integer()


class VoidViewSchema(Out):
    """A contract before it is voided. `done_count`: services given under it, which then count for no contract."""

    contract_id = fields.UUID(required=True)
    organization_name = fields.String(required=True)
    team_name = fields.String(required=True)
    resident_masked = fields.String(required=True)
    status = fields.Enum(ContractStatus, by_value=True, required=True)
    starts_on = fields.Date(required=True, allow_none=True)
    ends_on = fields.Date(required=True, allow_none=True)
    done_count = fields.Integer(required=True)
    may_void = fields.Boolean(required=True)


class LetterSchema(Out):
    """The letter's paragraphs."""

    told_on = fields.Date(required=True)
    ends_on = fields.Date(required=True, allow_none=True)
    paragraphs = fields.List(fields.String(), required=True)


class ContractListSchema(Out):
    items = fields.List(fields.Nested(ContractRowSchema), required=True)


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
    team_phone = fields.String(required=True, allow_none=True)
    years = fields.Integer(required=True)
    packages = fields.List(fields.Nested(ClausePackageSchema), required=True)
    services = fields.List(fields.Nested(ClauseServiceSchema), required=True)
    fees = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    clauses = fields.List(fields.String(), required=True)
    text_hash = fields.String(required=True)
    is_accepted = fields.Boolean(required=True)
