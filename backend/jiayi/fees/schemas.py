"""What is said and heard about money, in whole fen."""

from marshmallow import fields, validate

from jiayi.core.web.schemas import In, Int, Out, Query, Str
from jiayi.fees.terms import ChargeKind, EntryKind, PaidHow, Source

FEN = 100_000_000
SOURCES = validate.OneOf([source.value for source in Source])


class ChargeSchema(Out):
    """One line. `is_covered` by the package; `is_elsewhere`: its price is posted at the centre and not added here."""

    kind = fields.String(required=True, validate=validate.OneOf([kind.value for kind in ChargeKind]))
    amount_fen = fields.Integer(required=True)
    is_covered = fields.Boolean(required=True)
    is_elsewhere = fields.Boolean(required=True)
    item_code = fields.String()


class PaymentSchema(Out):
    """What the resident has paid; `amount_fen` as the bill stood then."""

    amount_fen = fields.Integer(required=True)
    how = fields.Enum(PaidHow, by_value=True, required=True)
    paid_on = fields.Date(required=True)


class VisitBillSchema(Out):
    """What a visit cost for one resident. `payers` sum to `total_fen`, which is the sum of the lines.

    `payment` is null until the resident's part was paid.
    """

    id = fields.UUID(required=True)
    visit_id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    number = fields.Integer(required=True)
    done_on = fields.Date(required=True)
    lines = fields.List(fields.Nested(ChargeSchema), required=True)
    payers = fields.Dict(keys=fields.String(validate=SOURCES), values=fields.Integer(), required=True)
    total_fen = fields.Integer(required=True)
    materials_fen = fields.Integer(required=True)
    insurance_fen = fields.Integer(required=True)
    ltc_fen = fields.Integer(required=True)
    has_voucher = fields.Boolean(required=True)
    is_example_price = fields.Boolean(required=True)
    payment = fields.Nested(PaymentSchema, required=True, allow_none=True)


class VisitBillListSchema(Out):
    items = fields.List(fields.Nested(VisitBillSchema), required=True)


class VisitBillQuery(Query):
    resident_id = fields.UUID(required=True)


class SettleBillSchema(In):
    """What was used up, and what the insurances take at most. `has_voucher`: the elder-care voucher of that month pays too."""

    materials_fen = Int(required=True, maximum=FEN)
    insurance_fen = Int(required=True, maximum=FEN)
    ltc_fen = Int(required=True, maximum=FEN)
    has_voucher = fields.Boolean(required=True)


class PayBillSchema(In):
    """How and on which day the resident's part came in."""

    how = fields.Enum(PaidHow, by_value=True, required=True)
    paid_on = fields.Date(required=True)


class UndoPaymentSchema(In):
    reason = Str(required=True, max_length=200)


class MissingSchema(Out):
    item_code = fields.String(required=True)
    missing_count = fields.Integer(required=True)
    contracts_count = fields.Integer(required=True)


class FeeSumsSchema(Out):
    """A team's month. `total_fen` is what was accrued and what corrections of earlier months add or take off.

    `base_fen` is what the contracts' months would bring with everything done; `full_count` how many brought all of it.
    `share_bp` of the total, in parts of ten thousand, goes to those who serve.
    """

    team_id = fields.UUID(required=True)
    name = fields.String(required=True)
    month_on = fields.Date(required=True)
    contracts_count = fields.Integer(required=True)
    full_count = fields.Integer(required=True)
    due_count = fields.Integer(required=True)
    done_count = fields.Integer(required=True)
    base_fen = fields.Integer(required=True)
    accrued_fen = fields.Integer(required=True)
    correction_fen = fields.Integer(required=True)
    correction_count = fields.Integer(required=True)
    total_fen = fields.Integer(required=True)
    payers = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    share_bp = fields.Integer(required=True)
    team_share_fen = fields.Integer(required=True)
    missing = fields.List(fields.Nested(MissingSchema), required=True)


class FeeSumsListSchema(Out):
    """`months`: those booked, the last first."""

    month_on = fields.Date(required=True, allow_none=True)
    months = fields.List(fields.Date(), required=True)
    items = fields.List(fields.Nested(FeeSumsSchema), required=True)


class ItemDueSchema(Out):
    item_code = fields.String(required=True)
    due = fields.Integer(required=True)
    done = fields.Integer(required=True)


class FeeLineSchema(Out):
    """One contract month. The resident is named to the team's leader alone."""

    id = fields.UUID(required=True)
    contract_id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True, allow_none=True)
    resident_name = fields.String(required=True, allow_none=True)
    kind = fields.Enum(EntryKind, by_value=True, required=True)
    period_start_on = fields.Date(required=True)
    period_end_on = fields.Date(required=True)
    base_fen = fields.Integer(required=True)
    factor_bp = fields.Integer(required=True)
    due_count = fields.Integer(required=True)
    done_count = fields.Integer(required=True)
    missing = fields.List(fields.Nested(ItemDueSchema), required=True)
    reason = fields.String(required=True, allow_none=True, validate=validate.OneOf(["rested", "voided"]))
    lines = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    total_fen = fields.Integer(required=True)


class FeeStatementSchema(FeeSumsSchema):
    lines = fields.List(fields.Nested(FeeLineSchema), required=True)
    corrections = fields.List(fields.Nested(FeeLineSchema), required=True)


class FeeMonthQuery(Query):
    """The first day of a month; without it the last one booked."""

    month_on = fields.Date(load_default=None)


class FeeMonthNamedQuery(Query):
    month_on = fields.Date(required=True)
