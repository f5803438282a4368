"""What is told of a contract's page, and of one that somebody checks."""

from marshmallow import fields

from jiayi.contracts.paper.checks import CheckStatus
from jiayi.core.web.schemas import Out, Query


class SignedWhatQuery(Query):
    """What was signed: a change of the contract; without it, the contract itself."""

    amendment_id = fields.UUID(load_default=None)


class PageLineSchema(Out):
    label = fields.String(required=True)
    value = fields.String(required=True)


class PageSignatureSchema(Out):
    """One side; all null while it has not signed. `svg`: the handwriting as a picture; the voice is at `/recording`."""

    side = fields.String(required=True)
    name = fields.String(required=True, allow_none=True)
    way = fields.String(required=True, allow_none=True)
    at = fields.String(required=True, allow_none=True)
    notes = fields.List(fields.String(), required=True)
    svg = fields.String(required=True, allow_none=True)
    has_recording = fields.Boolean(required=True)


class PageAmendmentSchema(Out):
    """A change of packages in full, as it was signed."""

    id = fields.String(required=True)
    title = fields.String(required=True)
    packages = fields.List(fields.List(fields.String()), required=True)
    services = fields.List(fields.List(fields.String()), required=True)
    fees = fields.List(fields.List(fields.String()), required=True)
    signatures = fields.List(fields.Nested(PageSignatureSchema), required=True)
    digest = fields.String(required=True)


class ContractPageTextSchema(Out):
    """A contract as a page, in words. Tables are rows of cells; `words` are their headings."""

    title = fields.String(required=True)
    parties = fields.List(fields.Nested(PageLineSchema), required=True)
    packages = fields.List(fields.List(fields.String()), required=True)
    services = fields.List(fields.List(fields.String()), required=True)
    fees = fields.List(fields.List(fields.String()), required=True)
    note = fields.String(required=True, allow_none=True)
    clauses = fields.List(fields.String(), required=True)
    signatures = fields.List(fields.Nested(PageSignatureSchema), required=True)
    amendments = fields.List(fields.Nested(PageAmendmentSchema), required=True)
    digest = fields.String(required=True)
    template = fields.String(required=True)
    check_url = fields.String(required=True, allow_none=True)
    check = fields.String(required=True, allow_none=True)
    check_svg = fields.String(required=True, allow_none=True)
    words = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class ContractCheckSchema(Out):
    """All that the public is told."""

    status = fields.Enum(CheckStatus, by_value=True, required=True)
    organization_name = fields.String(required=True)
    signer_masked = fields.String(required=True)
    signed_on = fields.Date(required=True)


class SignCodeSentSchema(Out):
    """The code is on its way. `demo_code` only in the demo."""

    demo_code = fields.String()
