"""What the catalogue says and hears. Money is in fen."""

from marshmallow import fields, validate

from jiayi.catalogue.terms import Category, Certificate, PackageStatus, PriceBasis, Tier, UsualCount
from jiayi.core.web.schemas import In, Int, Out, PageQuery, Str

MANY = validate.Length(max=100)
FEN = 100_000_000
ICD10 = validate.Regexp(r"[A-Z][0-9]{2}(\.[0-9]{1,2})?\Z")
"""A category, or a part of one: I60, I63.9."""


class ServiceItemSchema(Out):
    """One service item. `usual_quota` is the yearly count where a package includes it without saying more."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    category = fields.Enum(Category, by_value=True, required=True)
    name = fields.String(required=True)
    name_en = fields.String(required=True)
    roles = fields.List(fields.String(), required=True)
    places = fields.List(fields.String(), required=True)
    minutes = fields.Integer(required=True, allow_none=True)
    price_fen = fields.Integer(required=True, allow_none=True)
    price_basis = fields.Enum(PriceBasis, by_value=True, required=True)
    is_example_price = fields.Boolean(required=True)
    usual_quota = fields.Integer(required=True, allow_none=True)
    usual_quota_max = fields.Integer(required=True, allow_none=True)
    usual_count = fields.Enum(UsualCount, by_value=True, required=True, allow_none=True)
    needs_two = fields.Boolean(required=True)
    needs_each_role = fields.Boolean(required=True)
    needs_order = fields.Boolean(required=True)
    certificate = fields.Enum(Certificate, by_value=True, required=True, allow_none=True)


class ServiceItemPageSchema(Out):
    items = fields.List(fields.Nested(ServiceItemSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class PriceSchema(In):
    price_fen = Int(required=True, maximum=FEN)


class CriterionSchema(In):
    """Conditions on a resident that must all hold; an empty one holds for everybody."""

    age_from = Int(maximum=150)
    group = Str(max_length=10)
    conditions = fields.List(Str(max_length=40), validate=MANY)
    conditions_min = Int(minimum=1, maximum=10)
    ability_level_from = Int(maximum=5)
    ltc_level_from = Int(maximum=5)
    is_flagged_disabled = fields.Boolean()
    discharged_within_days = Int(maximum=3_660)
    discharge_icd10_from = Str(max_length=10, validate=ICD10)
    discharge_icd10_to = Str(max_length=10, validate=ICD10)
    had_orthopaedic_surgery = fields.Boolean()
    institution_beds_from = Int(maximum=100_000)


class PackageLineSchema(In):
    """An item and its count a year; without `quota` it is given as needed."""

    item_code = Str(required=True, max_length=10)
    quota = Int(minimum=1, maximum=1_000)
    when = fields.Nested(CriterionSchema)


class ContainedSchema(In):
    code = Str(required=True, max_length=10)
    when = fields.Nested(CriterionSchema)


class PackageNewSchema(In):
    """The next version of the package with this code, or the first."""

    code = Str(required=True, max_length=10)
    tier = fields.String(required=True, validate=validate.OneOf([tier.value for tier in Tier]))
    line = Str(required=True, max_length=40)
    name = Str(required=True, max_length=100)
    name_en = Str(required=True, max_length=100)
    target = fields.List(fields.Nested(CriterionSchema), required=True, validate=MANY)
    lines = fields.List(fields.Nested(PackageLineSchema), required=True, validate=MANY)
    contains = fields.List(fields.Nested(ContainedSchema), load_default=list, validate=MANY)
    excludes = fields.List(Str(max_length=10), load_default=list, validate=MANY)
    total_fen = Int(required=True, maximum=FEN)
    payer_split = fields.Dict(keys=Str(max_length=40), values=Int(maximum=FEN), required=True)
    is_example_price = fields.Boolean(load_default=True)


class PackageSchema(Out):
    """One version of a package. `payer_split` sums to `total_fen`, per person and year."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    version = fields.Integer(required=True)
    status = fields.Enum(PackageStatus, by_value=True, required=True)
    tier = fields.Enum(Tier, by_value=True, required=True)
    line = fields.String(required=True)
    name = fields.String(required=True)
    name_en = fields.String(required=True)
    target = fields.List(fields.Nested(CriterionSchema), required=True)
    lines = fields.List(fields.Nested(PackageLineSchema), required=True)
    contains = fields.List(fields.Nested(ContainedSchema), required=True)
    excludes = fields.List(fields.String(), required=True)
    total_fen = fields.Integer(required=True)
    payer_split = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    is_example_price = fields.Boolean(required=True)


class PackagePageSchema(Out):
    items = fields.List(fields.Nested(PackageSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class PackageQuery(PageQuery):
    status = fields.Enum(PackageStatus, by_value=True, load_default=PackageStatus.PUBLISHED)
