"""What the lists of institutions, teams and clinicians say and hear."""

from marshmallow import fields, validate

from jiayi.core.web.schemas import In, Int, Out, PageQuery, Str
from jiayi.geo.schemas import PlaceSchema
from jiayi.organizations.terms import OrganizationKind, Profession, Title

CODES = validate.Length(max=200)


class OrganizationSchema(Out):
    """An institution; coordinates are WGS-84."""

    id = fields.UUID(required=True)
    kind = fields.Enum(OrganizationKind, by_value=True, required=True)
    name = fields.String(required=True)
    licence_no = fields.String(required=True, allow_none=True)
    has_practice_licence = fields.Boolean(required=True)
    has_elder_licence = fields.Boolean(required=True)
    phone = fields.String(required=True, allow_none=True)
    address = fields.String(required=True, allow_none=True)
    latitude = fields.Float(required=True, allow_none=True)
    longitude = fields.Float(required=True, allow_none=True)
    region_code = fields.String(required=True, allow_none=True)
    beds_count = fields.Integer(required=True, allow_none=True)
    version = fields.Integer(required=True)


class OrganizationPageSchema(Out):
    items = fields.List(fields.Nested(OrganizationSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class OrganizationQuery(PageQuery):
    kind = fields.Enum(OrganizationKind, by_value=True, load_default=None)


class OrganizationNewSchema(In):
    id = fields.UUID(required=True)
    kind = fields.Enum(OrganizationKind, by_value=True, required=True)
    name = Str(required=True, max_length=100)
    licence_no = Str(load_default=None, max_length=50)
    has_practice_licence = fields.Boolean(load_default=False)
    has_elder_licence = fields.Boolean(load_default=False)
    phone = Str(load_default=None, max_length=30)
    address = Str(load_default=None, max_length=200)
    position = fields.Nested(PlaceSchema, load_default=None)
    region_code = Str(load_default=None, max_length=17)
    beds_count = Int(load_default=None, maximum=100_000)


class OrganizationPatchSchema(In):
    name = Str(max_length=100)
    licence_no = Str(allow_none=True, max_length=50)
    has_practice_licence = fields.Boolean()
    has_elder_licence = fields.Boolean()
    phone = Str(allow_none=True, max_length=30)
    address = Str(allow_none=True, max_length=200)
    position = fields.Nested(PlaceSchema, allow_none=True)
    region_code = Str(allow_none=True, max_length=17)
    beds_count = Int(allow_none=True, maximum=100_000)


class ClinicianSchema(Out):
    """Somebody who serves residents."""

    id = fields.UUID(required=True)
    organization_id = fields.UUID(required=True)
    name = fields.String(required=True)
    profession = fields.Enum(Profession, by_value=True, required=True)
    title = fields.Enum(Title, by_value=True, required=True)
    worked_since_on = fields.Date(required=True, allow_none=True)
    certificates = fields.List(fields.String(), required=True)
    version = fields.Integer(required=True)


class ClinicianPageSchema(Out):
    items = fields.List(fields.Nested(ClinicianSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ClinicianQuery(PageQuery):
    organization_id = fields.UUID(load_default=None)
    team_id = fields.UUID(load_default=None)


class ClinicianNewSchema(In):
    """A new clinician. With `phone` he or she can sign in."""

    id = fields.UUID(required=True)
    organization_id = fields.UUID(required=True)
    name = Str(required=True, max_length=50)
    profession = fields.Enum(Profession, by_value=True, required=True)
    title = fields.Enum(Title, by_value=True, load_default=Title.NONE)
    worked_since_on = fields.Date(load_default=None)
    certificates = fields.List(Str(max_length=40), load_default=list, validate=validate.Length(max=20))
    phone = Str(load_default=None, max_length=30)


class ClinicianPatchSchema(In):
    name = Str(max_length=50)
    profession = fields.Enum(Profession, by_value=True)
    title = fields.Enum(Title, by_value=True)
    worked_since_on = fields.Date(allow_none=True)
    certificates = fields.List(Str(max_length=40), validate=validate.Length(max=20))


class TeamSchema(Out):
    """A care team; `service_area` names its villages."""

    id = fields.UUID(required=True)
    organization_id = fields.UUID(required=True)
    name = fields.String(required=True)
    phone = fields.String(required=True)
    leader_id = fields.UUID(required=True, allow_none=True)
    member_ids = fields.List(fields.UUID(), required=True)
    service_area = fields.List(fields.String(), required=True)
    is_active = fields.Boolean(required=True)
    version = fields.Integer(required=True)


class TeamPageSchema(Out):
    items = fields.List(fields.Nested(TeamSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class TeamQuery(PageQuery):
    organization_id = fields.UUID(load_default=None)


class TeamNewSchema(In):
    id = fields.UUID(required=True)
    organization_id = fields.UUID(required=True)
    name = Str(required=True, max_length=50)
    phone = Str(required=True, max_length=30)
    service_area = fields.List(Str(max_length=20), load_default=list, validate=CODES)


class TeamPatchSchema(In):
    name = Str(max_length=50)
    phone = Str(max_length=30)
    service_area = fields.List(Str(max_length=20), validate=CODES)
    is_active = fields.Boolean()


class TeamMemberSchema(In):
    clinician_id = fields.UUID(required=True)
