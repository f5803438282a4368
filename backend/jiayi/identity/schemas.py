"""What sign-in says and hears."""

from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from jiayi.core.web.schemas import In, Int, Out, Str, UtcDateTime
from jiayi.identity.terms import Realm, Role, Scope


class SignInCodeRequestSchema(In):
    """Ask for a one-time code."""

    phone = Str(required=True, max_length=30)
    realm = fields.Enum(Realm, by_value=True, required=True)


class SignInCodeSentSchema(Out):
    """The code is on its way. `demo_code` only in the demo."""

    expires_at = UtcDateTime(required=True)
    demo_code = fields.String()


class TokenRequestSchema(In):
    """Sign in, or change membership.

    `phone`, `realm`, `device_id` and a `code` or a `password`; or, with the refresh cookie, `membership_id` alone.
    """

    phone = Str(max_length=30)
    realm = fields.Enum(Realm, by_value=True)
    device_id = fields.UUID()
    code = Str(max_length=12)
    password = Str(max_length=200)
    totp = Str(max_length=12)
    birth_year = Int(minimum=1880, maximum=2100)
    membership_id = fields.UUID()

    @validates_schema
    def one_way_in(self, data: dict[str, Any], **_kwargs: Any) -> None:
        if "membership_id" in data:
            if len(data) > 1:
                raise ValidationError("identity.invalid.membership_alone", "membership_id")
            return
        for name in ("phone", "realm", "device_id"):
            if name not in data:
                raise ValidationError("core.invalid.missing", name)
        if ("code" in data) == ("password" in data):
            raise ValidationError("identity.invalid.code_or_password", "code")


class MembershipSchema(Out):
    """One of the things that an account is."""

    id = fields.UUID(required=True)
    county_id = fields.Integer(required=True)
    role = fields.Enum(Role, by_value=True, required=True)
    subject_id = fields.UUID(required=True, allow_none=True)
    name = fields.String(required=True)


class TokenSchema(Out):
    """An access token for `membership_id`; `memberships` are all that this account could ask a token for.

    `device_id`: of the device that the sign-in belongs to. A phone whose store was cleared takes it up again.
    """

    access_token = fields.String(required=True)
    expires_in = fields.Integer(required=True)
    scope = fields.Enum(Scope, by_value=True, required=True)
    account_id = fields.UUID(required=True)
    name = fields.String(required=True)
    membership_id = fields.UUID(required=True)
    device_id = fields.UUID(required=True)
    realm = fields.Enum(Realm, by_value=True, required=True)
    memberships = fields.List(fields.Nested(MembershipSchema), required=True)


class MeSchema(Out):
    """Who this token is."""

    account_id = fields.UUID(required=True)
    name = fields.String(required=True)
    realm = fields.Enum(Realm, by_value=True, required=True)
    membership = fields.Nested(MembershipSchema, required=True)
    memberships = fields.List(fields.Nested(MembershipSchema), required=True)


class EnrolSchema(In):
    """Number and password, of staff who have no second factor yet."""

    phone = Str(required=True, max_length=30)
    password = Str(required=True, max_length=200)


class EnrolConfirmSchema(EnrolSchema):
    totp = Str(required=True, max_length=12)


class AuthenticatorSchema(Out):
    is_enrolled = fields.Boolean(required=True)


class AuthenticatorRenewSchema(In):
    """A code of the present authenticator; left out where there is none."""

    totp = Str(max_length=12)


class FirstCodeSchema(In):
    totp = Str(required=True, max_length=12)


class AuthenticatorSecretSchema(Out):
    """A fresh secret, said once: to be typed, or as the dark (1) and light (0) fields of a QR code, row by row."""

    secret = fields.String(required=True)
    qr = fields.List(fields.String(), required=True)
    expires_at = UtcDateTime(required=True)
