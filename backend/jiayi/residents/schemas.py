"""What residents' files, family and consents say and hear."""

import re
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from jiayi.core.web.schemas import In, Int, Out, PageQuery, Str, UtcDateTime
from jiayi.geo.schemas import PlaceSchema
from jiayi.residents.terms import (
    Access,
    Channel,
    ConsentPurpose,
    Evidence,
    KeyGroup,
    ProxyScope,
    Relation,
    Risk,
    Sex,
)

ICD10 = validate.Regexp(re.compile(r"[A-Z]\d[0-9A-Z](\.[0-9A-Za-z]{1,8})?\Z"))
MANY = validate.Length(max=50)


class PhoneSchema(Out):
    id = fields.UUID(required=True)
    number = fields.String(required=True)
    label = fields.String(required=True, allow_none=True)
    relation = fields.Enum(Relation, by_value=True, required=True)


class PhoneNewSchema(In):
    id = fields.UUID(required=True)
    number = Str(required=True, max_length=30)
    label = Str(load_default=None, max_length=30)
    relation = fields.Enum(Relation, by_value=True, load_default=Relation.SELF)


class ConditionSchema(Out):
    id = fields.UUID(required=True)
    icd10 = fields.String(required=True)
    name = fields.String(required=True)
    since_on = fields.Date(required=True)


class ConditionNewSchema(In):
    id = fields.UUID(required=True)
    icd10 = Str(required=True, max_length=12, validate=[ICD10])
    name = Str(required=True, max_length=100)
    since_on = fields.Date(required=True)


class FlagSchema(Out):
    """A key-group flag; `valid_to` is its last day. Flags that follow from age or an assessment are left to the reader."""

    id = fields.UUID(required=True)
    code = fields.Enum(KeyGroup, by_value=True, required=True)
    valid_from = fields.Date(required=True)
    valid_to = fields.Date(required=True, allow_none=True)
    evidence_source = fields.Enum(Evidence, by_value=True, required=True)


class FlagNewSchema(In):
    id = fields.UUID(required=True)
    code = fields.Enum(KeyGroup, by_value=True, required=True)
    valid_from = fields.Date(required=True)
    valid_to = fields.Date(load_default=None)
    evidence_source = fields.Enum(Evidence, by_value=True, required=True)


class FlagEndSchema(In):
    valid_to = fields.Date(required=True)


class ResidentRowSchema(Out):
    """A resident in a list. With `is_masked` name and phone show stars and what tells of health is empty."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    is_masked = fields.Boolean(required=True)
    care_team_id = fields.UUID(required=True, allow_none=True)
    sex = fields.Enum(Sex, by_value=True, required=True, allow_none=True)
    birth_on = fields.Date(required=True, allow_none=True)
    phone = fields.String(required=True, allow_none=True)
    address_text = fields.String(required=True, allow_none=True)
    village = fields.String(required=True, allow_none=True)
    village_group = fields.String(required=True, allow_none=True)
    risk = fields.Enum(Risk, by_value=True, required=True, allow_none=True)
    flags = fields.List(fields.Nested(FlagSchema), required=True)
    deceased_on = fields.Date(required=True, allow_none=True)


class ResidentPageSchema(Out):
    items = fields.List(fields.Nested(ResidentRowSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ResidentQuery(PageQuery):
    team_id = fields.UUID(load_default=None)
    village = Str(load_default=None, max_length=50)
    name = Str(load_default=None, max_length=50)
    group = fields.Enum(KeyGroup, by_value=True, load_default=None)
    risk = fields.Enum(Risk, by_value=True, load_default=None)


class ResidentSearchSchema(In):
    """Exactly one of the two. In a body, because an address line is kept in logs."""

    identity_number = Str(load_default=None, max_length=40)
    phone = Str(load_default=None, max_length=30)

    @validates_schema
    def one_of_two(self, data: dict[str, Any], **_kwargs: Any) -> None:
        if (data["identity_number"] is None) == (data["phone"] is None):
            raise ValidationError("residents.invalid.search", "identity_number")


class ResidentSchema(Out):
    """A resident's file. With `access` summary only the first fields are there; `risk` is there for the team alone."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    care_team_id = fields.UUID(required=True, allow_none=True)
    access = fields.Enum(Access, by_value=True, required=True)
    version = fields.Integer(required=True)
    sex = fields.Enum(Sex, by_value=True)
    birth_on = fields.Date()
    identity_masked = fields.String(allow_none=True)
    identity_level = fields.Integer()
    phones = fields.List(fields.Nested(PhoneSchema))
    address_text = fields.String(allow_none=True)
    village = fields.String(allow_none=True)
    village_group = fields.String(allow_none=True)
    latitude = fields.Float(allow_none=True)
    longitude = fields.Float(allow_none=True)
    household_id = fields.UUID(allow_none=True)
    elder_home_id = fields.UUID(allow_none=True)
    allergies = fields.List(fields.String())
    conditions = fields.List(fields.Nested(ConditionSchema))
    flags = fields.List(fields.Nested(FlagSchema))
    assessed_on = fields.Date(allow_none=True)
    ability_level = fields.Integer(allow_none=True)
    ltc_level = fields.Integer(allow_none=True)
    risk = fields.Enum(Risk, by_value=True)
    deceased_on = fields.Date(allow_none=True)
    moved_on = fields.Date(allow_none=True)
    moved_to = fields.String(allow_none=True)


class ResidentNewSchema(In):
    """A new file. Birth and sex are read from `identity_number`; without one `birth_on` is needed."""

    id = fields.UUID(required=True)
    name = Str(required=True, max_length=50)
    identity_number = Str(load_default=None, max_length=40)
    is_document_seen = fields.Boolean(load_default=False)
    birth_on = fields.Date(load_default=None)
    sex = fields.Enum(Sex, by_value=True, load_default=None)
    care_team_id = fields.UUID(load_default=None)
    phones = fields.List(fields.Nested(PhoneNewSchema), load_default=list, validate=MANY)
    conditions = fields.List(fields.Nested(ConditionNewSchema), load_default=list, validate=MANY)
    address_text = Str(load_default=None, max_length=200)
    village = Str(load_default=None, max_length=50)
    village_group = Str(load_default=None, max_length=50)
    position = fields.Nested(PlaceSchema, load_default=None)
    household_id = fields.UUID(load_default=None)
    elder_home_id = fields.UUID(load_default=None)
    allergies = fields.List(Str(max_length=100), load_default=list, validate=MANY)
    risk = fields.Enum(Risk, by_value=True, load_default=Risk.LOW)


class ResidentPatchSchema(In):
    name = Str(max_length=50)
    address_text = Str(allow_none=True, max_length=200)
    village = Str(allow_none=True, max_length=50)
    village_group = Str(allow_none=True, max_length=50)
    position = fields.Nested(PlaceSchema, allow_none=True)
    household_id = fields.UUID(allow_none=True)
    elder_home_id = fields.UUID(allow_none=True)
    allergies = fields.List(Str(max_length=100), validate=MANY)
    risk = fields.Enum(Risk, by_value=True)
    assessed_on = fields.Date(allow_none=True)
    ability_level = Int(allow_none=True, maximum=5)
    ltc_level = Int(allow_none=True, maximum=5)
    discharged_on = fields.Date(allow_none=True)
    discharge_diagnoses = fields.List(Str(max_length=12, validate=[ICD10]), validate=MANY)
    had_orthopaedic_surgery = fields.Boolean()


class IdentitySchema(Out):
    identity_number = fields.String(required=True)


class IdentityCheckSchema(In):
    identity_number = Str(required=True, max_length=40)
    is_document_seen = fields.Boolean(required=True)


class AccountNewSchema(In):
    phone = Str(required=True, max_length=30)


class AccountSchema(Out):
    account_id = fields.UUID(required=True)


class DeathSchema(In):
    deceased_on = fields.Date(required=True)


class MoveSchema(In):
    """`moved_on`: the first day elsewhere; `moved_to` in words."""

    moved_on = fields.Date(required=True)
    moved_to = Str(load_default=None, allow_none=True, max_length=100)


class Level5Schema(Out):
    """What only named staff may know."""

    resident_id = fields.UUID(required=True)
    flags = fields.List(fields.Nested(FlagSchema), required=True)
    conditions = fields.List(fields.Nested(ConditionSchema), required=True)


class NamedStaffNewSchema(In):
    clinician_id = fields.UUID(required=True)
    reason = Str(required=True, max_length=200)


class NamedStaffSchema(Out):
    resident_id = fields.UUID(required=True)
    clinician_id = fields.UUID(required=True)
    named_at = UtcDateTime(required=True)


class ConsentSchema(Out):
    id = fields.UUID(required=True)
    purpose = fields.Enum(ConsentPurpose, by_value=True, required=True)
    version = fields.Integer(required=True)
    given_at = UtcDateTime(required=True)
    withdrawn_at = UtcDateTime(required=True, allow_none=True)
    channel = fields.Enum(Channel, by_value=True, required=True)


class ConsentListSchema(Out):
    items = fields.List(fields.Nested(ConsentSchema), required=True)


class ConsentNewSchema(In):
    id = fields.UUID(required=True)
    purpose = fields.Enum(ConsentPurpose, by_value=True, required=True)
    version = Int(required=True, minimum=1, maximum=1_000)
    channel = fields.Enum(Channel, by_value=True, load_default=Channel.APP)


class ConsentWithdrawSchema(In):
    purpose = fields.Enum(ConsentPurpose, by_value=True, required=True)


class ProxySchema(Out):
    """Somebody of the family who may help, until the day before `expires_on`."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    account_id = fields.UUID(required=True)
    name = fields.String(required=True)
    relation = fields.Enum(Relation, by_value=True, required=True)
    scopes = fields.List(fields.String(validate=validate.OneOf([scope.value for scope in ProxyScope])), required=True)
    granted_by_staff = fields.Boolean(required=True)
    valid_from = fields.Date(required=True)
    expires_on = fields.Date(required=True)
    revoked_at = UtcDateTime(required=True, allow_none=True)


class ProxyListSchema(Out):
    items = fields.List(fields.Nested(ProxySchema), required=True)


class ProxyNewSchema(In):
    """`expires_on` left out: a year from today."""

    id = fields.UUID(required=True)
    phone = Str(required=True, max_length=30)
    name = Str(required=True, max_length=50)
    relation = fields.Enum(Relation, by_value=True, required=True)
    scopes = fields.List(
        fields.Enum(ProxyScope, by_value=True), required=True, validate=validate.Length(min=1, max=len(ProxyScope))
    )
    expires_on = fields.Date(load_default=None)


class HouseholdNewSchema(In):
    id = fields.UUID(required=True)
    name = Str(required=True, max_length=50)
    address = Str(required=True, max_length=200)


class HouseholdSchema(Out):
    id = fields.UUID(required=True)
    name = fields.String(required=True)
    address = fields.String(required=True)
    residents = fields.List(fields.Nested(ResidentRowSchema), required=True)
