"""What reports say."""

from marshmallow import fields

from jiayi.core.web.schemas import Out, Query


class RateSchema(Out):
    """A rate with its fraction; `percent` to one decimal, null of nobody."""

    numerator = fields.Integer(required=True)
    denominator = fields.Integer(required=True)
    percent = fields.Float(required=True, allow_none=True)


class CountsSchema(Out):
    """People, each once. `fulfilled`: of the signed to whom something was owed this year, those who got all of it.

    `unserved_count`: signed for 90 days or more, and nobody has ever come nor followed up. Visits are those of this year
    that were done, `visits_month_count` those of this month.
    `controlled`: of those followed up for hypertension this year, those in target last time. `renewed`: of the contracts
    that ran out this year, those that another one follows.
    """

    residents_count = fields.Integer(required=True)
    signed_count = fields.Integer(required=True)
    key_group_count = fields.Integer(required=True)
    due_count = fields.Integer(required=True)
    fulfilled_count = fields.Integer(required=True)
    unserved_count = fields.Integer(required=True)
    visits_month_count = fields.Integer(required=True)
    visits_count = fields.Integer(required=True)
    signed = fields.Nested(RateSchema, required=True)
    key_group_signed = fields.Nested(RateSchema, required=True)
    fulfilled = fields.Nested(RateSchema, required=True)
    visits_confirmed = fields.Nested(RateSchema, required=True)
    controlled = fields.Nested(RateSchema, required=True)
    renewed = fields.Nested(RateSchema, required=True)


class OrganizationCountsSchema(Out):
    organization_id = fields.UUID(required=True)
    name = fields.String(required=True)
    counts = fields.Nested(CountsSchema, required=True)


class TeamCountsSchema(Out):
    team_id = fields.UUID(required=True)
    name = fields.String(required=True)
    organization_id = fields.UUID(required=True)
    counts = fields.Nested(CountsSchema, required=True)


class VillageCountsSchema(Out):
    """`team_ids`: whoever cares for somebody there."""

    village = fields.String(required=True)
    team_ids = fields.List(fields.UUID(), required=True)
    counts = fields.Nested(CountsSchema, required=True)


class OverviewSchema(Out):
    """The year up to `on`: all together, by institution, by team, by village."""

    on = fields.Date(required=True)
    total = fields.Nested(CountsSchema, required=True)
    organizations = fields.List(fields.Nested(OrganizationCountsSchema), required=True)
    teams = fields.List(fields.Nested(TeamCountsSchema), required=True)
    villages = fields.List(fields.Nested(VillageCountsSchema), required=True)


class OverviewQuery(Query):
    """`on`: a census day, today when left out."""

    on = fields.Date(load_default=None)
    team_id = fields.UUID(load_default=None)
