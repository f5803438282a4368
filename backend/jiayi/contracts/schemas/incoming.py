"""What is said to contracts."""

from marshmallow import fields, validate

from jiayi.contracts.terms import ContractStatus, GuardianBasis, Party, ReviewDecision, Signer, SignMethod
from jiayi.core.web.schemas import In, Int, PageQuery, Str
from jiayi.core.web.strokes import StrokesSchema
from jiayi.residents.terms import Channel, ConsentPurpose


class ContractQuery(PageQuery):
    team_id = fields.UUID(load_default=None)
    resident_id = fields.UUID(load_default=None)
    status = fields.Enum(ContractStatus, by_value=True, load_default=None)


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
    """`reason_code` says why not; without one `note` has to. `exception_reason`: why somebody from elsewhere is taken."""

    decision = fields.Enum(ReviewDecision, by_value=True, required=True)
    note = Str(load_default=None, allow_none=True, max_length=500)
    reason_code = Str(load_default=None, allow_none=True, max_length=40)
    exception_reason = Str(load_default=None, allow_none=True, max_length=500)


class SignSchema(In):
    """The resident's side.

    `signer_name` and `guardian_basis` when a guardian signs; `ward_view`: what a child of eight or more says to it. `code`: as
    sent to the own phone. `photo_sha256`: the page's photo, by its bytes, which come apart; with a finger-print also who saw
    it, that it was read out and agreed to aloud, and the recording of it, by its bytes.
    """

    method = fields.Enum(SignMethod, by_value=True, required=True)
    signer = fields.Enum(Signer, by_value=True, load_default=Signer.RESIDENT)
    signer_name = Str(load_default=None, allow_none=True, max_length=50)
    strokes = fields.Nested(StrokesSchema, load_default=None, allow_none=True)
    code = Str(load_default=None, allow_none=True, max_length=12)
    photo_sha256 = Str(load_default=None, allow_none=True, max_length=64, validate=validate.Regexp(r"[0-9a-f]{64}\Z"))
    recording_sha256 = Str(
        load_default=None, allow_none=True, max_length=64, validate=validate.Regexp(r"[0-9a-f]{64}\Z")
    )
    witness_name = Str(load_default=None, allow_none=True, max_length=50)
    was_heard = fields.Boolean(load_default=False)
    guardian_basis = fields.Enum(GuardianBasis, by_value=True, load_default=None, allow_none=True)
    ward_view = Str(load_default=None, allow_none=True, max_length=200)
    has_own_income = fields.Boolean(load_default=False)


class TerminateSchema(In):
    """`party` is whose wish it is; `ended_on` the last day, today when left out."""

    reason_code = Str(required=True, max_length=40)
    party = fields.Enum(Party, by_value=True, load_default=Party.RESIDENT)
    ended_on = fields.Date(load_default=None, allow_none=True)
    note = Str(load_default=None, allow_none=True, max_length=500)
    offered_team_id = fields.UUID(load_default=None, allow_none=True)


class VoidSchema(In):
    """What was found, in words."""

    reason_code = Str(required=True, max_length=40)
    note = Str(required=True, max_length=500)


class SuspendSchema(In):
    """Why nobody is there, since when, and how one knows."""

    reason_code = Str(required=True, max_length=40)
    evidence_code = Str(required=True, max_length=40)
    away_since_on = fields.Date(required=True)
    note = Str(load_default=None, allow_none=True, max_length=500)


class ResumeSchema(In):
    evidence_code = Str(required=True, max_length=40)
    note = Str(load_default=None, allow_none=True, max_length=500)


class AmendSchema(In):
    """Other packages from a day on (tomorrow when left out); `amendment_id` is the change's own."""

    amendment_id = fields.UUID(required=True)
    package_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(min=1, max=5))
    from_on = fields.Date(load_default=None, allow_none=True)
    reason = Str(load_default=None, allow_none=True, max_length=500)


class ChangeTeamSchema(In):
    """Another team of the institution from a day on, today when left out."""

    amendment_id = fields.UUID(required=True)
    team_id = fields.UUID(required=True)
    from_on = fields.Date(load_default=None, allow_none=True)
    reason = Str(load_default=None, allow_none=True, max_length=500)


class SignAmendmentSchema(SignSchema):
    """The resident's side of changed packages, as under a contract."""

    amendment_id = fields.UUID(required=True)


class HouseholdMemberSchema(In):
    """One member's contract: its id, packages and the consents that he or she gave."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    package_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(min=1, max=5))
    years = Int(load_default=None, allow_none=True, minimum=1, maximum=10)
    consents = fields.List(fields.Nested(ConsentGivenSchema), load_default=list, validate=validate.Length(max=10))


class ApplyTogetherSchema(In):
    team_id = fields.UUID(required=True)
    members = fields.List(fields.Nested(HouseholdMemberSchema), required=True, validate=validate.Length(min=1, max=12))
    channel = fields.Enum(Channel, by_value=True, load_default=Channel.APP)


class CancelSchema(In):
    """Nothing needs to be said."""
