"""What fulfilment says and hears."""

from marshmallow import fields

from jiayi.core.web.schemas import In, Int, Out, PageQuery, Query, Str, UtcDateTime
from jiayi.fulfilment.terms import (
    Asked,
    DoubtDecision,
    DoubtReason,
    DoubtStatus,
    FindingCode,
    HowMet,
    Severity,
    Shortfall,
    WindowState,
)


class ContradictSchema(In):
    """What is not true about it, in a word and perhaps a sentence."""

    reason = fields.Enum(DoubtReason, by_value=True, required=True)
    note = Str(load_default=None, allow_none=True, max_length=200)


class DecideDoubtSchema(In):
    """`uphold`: the resident is right. The reason is read by both sides."""

    decision = fields.Enum(DoubtDecision, by_value=True, required=True)
    note = Str(required=True, max_length=200)


class ScoreSchema(In):
    """From 1, not at all content, to 5, very content."""

    score = Int(required=True, minimum=1, maximum=5)


class DoubtSchema(Out):
    """What the resident said, and what was decided."""

    status = fields.Enum(DoubtStatus, by_value=True, required=True)
    reason = fields.Enum(DoubtReason, by_value=True, required=True)
    note = fields.String(required=True, allow_none=True)
    said_at = UtcDateTime(required=True)
    decided_at = UtcDateTime(required=True, allow_none=True)
    decision_note = fields.String(required=True, allow_none=True)


class FulfilmentSchema(Out):
    """One item performed once. `encounter_id`: what was done together. `shortfalls`: why it does not count."""

    id = fields.UUID(required=True)
    resident_id = fields.UUID(required=True)
    contract_id = fields.UUID(required=True, allow_none=True)
    team_id = fields.UUID(required=True)
    item_code = fields.String(required=True)
    how = fields.Enum(HowMet, by_value=True, required=True)
    encounter_id = fields.UUID(required=True)
    visit_id = fields.UUID(required=True, allow_none=True)
    follow_up_id = fields.UUID(required=True, allow_none=True)
    performed_by = fields.UUID(required=True, allow_none=True)
    done_at = UtcDateTime(required=True)
    done_on = fields.Date(required=True)
    is_counted = fields.Boolean(required=True)
    shortfalls = fields.List(fields.Enum(Shortfall, by_value=True), required=True)
    asked = fields.Enum(Asked, by_value=True, required=True)
    doubt = fields.Nested(DoubtSchema, required=True, allow_none=True)


class FulfilmentPageSchema(Out):
    items = fields.List(fields.Nested(FulfilmentSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class FulfilmentQuery(PageQuery):
    """Whose."""

    resident_id = fields.UUID(required=True)


class WindowSchema(Out):
    """The days within which one owed service is to be done, and how that stands."""

    number = fields.Integer(required=True)
    first_on = fields.Date(required=True)
    last_on = fields.Date(required=True)
    state = fields.Enum(WindowState, by_value=True, required=True)
    done_on = fields.Date(required=True, allow_none=True)


class PlanItemSchema(Out):
    item_code = fields.String(required=True)
    windows = fields.List(fields.Nested(WindowSchema), required=True)


class ServicePlanSchema(Out):
    """A contract's running year: each owed item's windows, and twelve months by the worst that falls into each."""

    contract_id = fields.UUID(required=True)
    first_on = fields.Date(required=True, allow_none=True)
    months = fields.List(fields.Enum(WindowState, by_value=True, allow_none=True), required=True)
    items = fields.List(fields.Nested(PlanItemSchema), required=True)


class FindingSchema(Out):
    """A rule of §1.8 that holds. `detail` by its code: days, counts, item codes."""

    id = fields.UUID(required=True)
    code = fields.Enum(FindingCode, by_value=True, required=True)
    severity = fields.Enum(Severity, by_value=True, required=True)
    resident_id = fields.UUID(required=True, allow_none=True)
    clinician_id = fields.UUID(required=True, allow_none=True)
    team_id = fields.UUID(required=True, allow_none=True)
    contract_id = fields.UUID(required=True, allow_none=True)
    period_on = fields.Date(required=True, allow_none=True)
    since_on = fields.Date(required=True)
    detail = fields.Dict(keys=fields.String(), required=True)


class FindingPageSchema(Out):
    items = fields.List(fields.Nested(FindingSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class FindingQuery(PageQuery):
    code = fields.Enum(FindingCode, by_value=True, load_default=None)
    team_id = fields.UUID(load_default=None)


class EvaluatedSchema(Out):
    """How many findings were opened, changed or closed."""

    written_count = fields.Integer(required=True)


class EvaluateSchema(In):
    """Nothing to say: the teams are those that the caller leads."""


class SettleSchema(In):
    """What came of the look at it."""

    note = Str(required=True, max_length=500)


class SatisfactionQuery(Query):
    """Of a team or of all; from 1 January to today unless days are given, `until_on` exclusive."""

    team_id = fields.UUID(load_default=None)
    since_on = fields.Date(load_default=None)
    until_on = fields.Date(load_default=None)


class SatisfactionSchema(Out):
    """`satisfied_count` is null where fewer than `answers_min` have answered."""

    since_on = fields.Date(required=True)
    until_on = fields.Date(required=True)
    answers_count = fields.Integer(required=True)
    answers_min = fields.Integer(required=True)
    satisfied_count = fields.Integer(required=True, allow_none=True)
