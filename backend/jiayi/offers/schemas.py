"""What the editor of packages says."""

from marshmallow import fields, validate

from jiayi.catalogue.terms import PackageStatus, Tier
from jiayi.core.web.schemas import Out
from jiayi.offers.terms import ChangeKind, HurdleCode, Part


class PackageVersionSchema(Out):
    """One version. `running_count`: contracts in force on it, or signed ahead."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    version = fields.Integer(required=True)
    status = fields.String(required=True, validate=validate.OneOf([one.value for one in PackageStatus]))
    tier = fields.String(required=True, validate=validate.OneOf([one.value for one in Tier]))
    name = fields.String(required=True)
    name_en = fields.String(required=True)
    total_fen = fields.Integer(required=True)
    payer_split = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    is_example_price = fields.Boolean(required=True)
    running_count = fields.Integer(required=True)


class PackageVersionListSchema(Out):
    items = fields.List(fields.Nested(PackageVersionSchema), required=True)


class ChangeSchema(Out):
    """`before` and `after` by `part`: a text, an amount in fen, lines of an item as [count, for whom], criteria."""

    part = fields.Enum(Part, by_value=True, required=True)
    kind = fields.Enum(ChangeKind, by_value=True, required=True)
    code = fields.String(required=True, allow_none=True)
    before = fields.Raw(required=True, allow_none=True)
    after = fields.Raw(required=True, allow_none=True)


class HurdleSchema(Out):
    code = fields.Enum(HurdleCode, by_value=True, required=True)
    is_blocking = fields.Boolean(required=True)
    detail = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class ComparisonSchema(Out):
    """Against the version that may be signed now. `qualified_count`: residents for whom this one is meant."""

    former_version = fields.Integer(required=True, allow_none=True)
    qualified_count = fields.Integer(required=True)
    changes = fields.List(fields.Nested(ChangeSchema), required=True)
    hurdles = fields.List(fields.Nested(HurdleSchema), required=True)
