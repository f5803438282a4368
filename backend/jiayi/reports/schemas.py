"""What reports say."""

from marshmallow import fields

from jiayi.core.web.schemas import In, Out, PageQuery, Query, Str, UtcDateTime
from jiayi.reports.terms import Area, By, Every, ExportDecision, ExportPhase, FileKind, Part, Unit, Untold

NAME = 200


class RateSchema(Out):
    """A rate with its fraction; `percent` to one decimal, null of nobody."""

    numerator = fields.Integer(required=True)
    denominator = fields.Integer(required=True)
    percent = fields.Float(required=True, allow_none=True)


class CountsSchema(Out):
    """People, each once. `fulfilled`: of the signed to whom something was owed this year, those who got all of it.

    `unserved_count`: signed for 90 days or more, nothing that counts was ever done, and not unreachable (§1.8). Visits are those of this year on
    which something was done, each for everybody it was done for; `visits_month_count` those of this month.
    `controlled`: of those managed for hypertension this year, those in target last time. `renewed`: of the contracts
    that ended this year, those that another one with the same institution follows.
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
    """The year up to `on`: all together, by institution, by team, by village.

    `counted_at`: when it was counted; `changed_count`: of how many residents something was written since.
    """

    on = fields.Date(required=True)
    counted_at = UtcDateTime(required=True)
    changed_count = fields.Integer(required=True)
    total = fields.Nested(CountsSchema, required=True)
    organizations = fields.List(fields.Nested(OrganizationCountsSchema), required=True)
    teams = fields.List(fields.Nested(TeamCountsSchema), required=True)
    villages = fields.List(fields.Nested(VillageCountsSchema), required=True)


class OverviewQuery(Query):
    """`on`: a census day, today when left out."""

    on = fields.Date(load_default=None)
    team_id = fields.UUID(load_default=None)


class ScopeQuery(Query):
    """`on`: a census day, today when left out. Of the whole county, or of one institution, team or village."""

    on = fields.Date(load_default=None)
    organization_id = fields.UUID(load_default=None)
    team_id = fields.UUID(load_default=None)
    village = Str(max_length=NAME, load_default=None)


class PartsQuery(ScopeQuery):
    by = fields.Enum(By, by_value=True, load_default=By.TEAM)


class TrendQuery(ScopeQuery):
    every = fields.Enum(Every, by_value=True, load_default=Every.MONTH)


class PeopleQuery(ScopeQuery, PageQuery):
    part = fields.Enum(Part, by_value=True, load_default=Part.GAP)


class ExportQuery(ScopeQuery):
    """`kind`: CSV (UTF-8 with its mark) or XLSX. `by`: with a block for each part."""

    kind = fields.Enum(FileKind, by_value=True, required=True)
    by = fields.Enum(By, by_value=True, load_default=None)


class PeopleExportQuery(ScopeQuery):
    part = fields.Enum(Part, by_value=True, load_default=Part.GAP)


class ToldSchema(Out):
    """A rate as it may be shown. What may not be is null, and `untold` says why there is no percentage."""

    numerator = fields.Integer(required=True, allow_none=True)
    denominator = fields.Integer(required=True, allow_none=True)
    percent = fields.Float(required=True, allow_none=True)
    untold = fields.Enum(Untold, by_value=True, required=True, allow_none=True)


class TargetSchema(Out):
    """What is to be reached by the end of a year; `kind` `reference`: what one place aims at or has reached."""

    kind = fields.String(required=True)
    percent = fields.Float(required=True)
    year = fields.Integer(required=True)
    place = fields.String(required=True)
    mark = fields.String(required=True)


class IndicatorSchema(ToldSchema):
    """One indicator of domain rules §1.9. `mark`: C certain, L likely, V to verify locally, D our own decision.

    `is_listed`: whether the people behind it may be looked at.
    """

    code = fields.String(required=True)
    area = fields.Enum(Area, by_value=True, required=True)
    unit = fields.Enum(Unit, by_value=True, required=True)
    source = fields.String(required=True)
    mark = fields.String(required=True)
    group = fields.String(required=True, allow_none=True)
    is_listed = fields.Boolean(required=True)
    targets = fields.List(fields.Nested(TargetSchema), required=True)


class IndicatorsSchema(Out):
    """`counted_at`: when it was counted; `changed_count`: of how many residents something was written since."""

    on = fields.Date(required=True)
    counted_at = UtcDateTime(required=True)
    changed_count = fields.Integer(required=True)
    items = fields.List(fields.Nested(IndicatorSchema), required=True)


class IndicatorPartSchema(ToldSchema):
    """An institution, a team (`of` its institution) or a village, which has no id."""

    id = fields.UUID(required=True, allow_none=True)
    name = fields.String(required=True)
    of = fields.String(required=True, allow_none=True)


class GrowthSchema(Out):
    """Percentage points since the last year ended; the others: what is wanted of a whole year."""

    since_on = fields.Date(required=True)
    points = fields.Float(required=True)
    points_min = fields.Integer(required=True)
    points_max = fields.Integer(required=True)


class IndicatorDetailSchema(IndicatorSchema):
    on = fields.Date(required=True)
    counted_at = UtcDateTime(required=True)
    changed_count = fields.Integer(required=True)
    by = fields.Enum(By, by_value=True, required=True)
    growth = fields.Nested(GrowthSchema, required=True, allow_none=True)
    rows = fields.List(fields.Nested(IndicatorPartSchema), required=True)


class TrendPointSchema(ToldSchema):
    on = fields.Date(required=True)


class TrendLineSchema(Out):
    code = fields.String(required=True)
    points = fields.List(fields.Nested(TrendPointSchema), required=True)


class TrendDaySchema(Out):
    on = fields.Date(required=True)
    counted_at = UtcDateTime(required=True)


class TrendSchema(Out):
    """Points oldest first; days that were not counted are left out."""

    every = fields.Enum(Every, by_value=True, required=True)
    days = fields.List(fields.Nested(TrendDaySchema), required=True)
    items = fields.List(fields.Nested(TrendLineSchema), required=True)


class BehindSchema(Out):
    """Somebody behind a number, the name masked: what he or she adds above and below the line, and whose team to ask."""

    resident_id = fields.UUID(required=True)
    name = fields.String(required=True)
    village = fields.String(required=True, allow_none=True)
    team_id = fields.UUID(required=True, allow_none=True)
    team_name = fields.String(required=True, allow_none=True)
    team_phone = fields.String(required=True, allow_none=True)
    numerator = fields.Integer(required=True)
    denominator = fields.Integer(required=True)


class BehindPageSchema(Out):
    """A page may be shorter than asked for, with more to come."""

    on = fields.Date(required=True)
    items = fields.List(fields.Nested(BehindSchema), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ExportAskSchema(In):
    """Whom the list is to name, as on the page it is asked from, and what it is for."""

    code = Str(required=True, max_length=60)
    part = fields.Enum(Part, by_value=True, load_default=Part.GAP)
    on = fields.Date(load_default=None, allow_none=True)
    organization_id = fields.UUID(load_default=None, allow_none=True)
    team_id = fields.UUID(load_default=None, allow_none=True)
    village = Str(max_length=NAME, load_default=None, allow_none=True)
    kind = fields.Enum(FileKind, by_value=True, required=True)
    purpose = Str(required=True, min_length=4, max_length=200)


class ExportDecideSchema(In):
    decision = fields.Enum(ExportDecision, by_value=True, required=True)
    note = Str(load_default=None, allow_none=True, max_length=200)


class ExportRequestSchema(Out):
    """`until_at`: by then it must be decided, or fetched. `is_own`: who asks this is who asked for the list."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    part = fields.Enum(Part, by_value=True, required=True)
    census_on = fields.Date(required=True)
    scope = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    kind = fields.Enum(FileKind, by_value=True, required=True)
    purpose = fields.String(required=True)
    phase = fields.Enum(ExportPhase, by_value=True, required=True)
    is_own = fields.Boolean(required=True)
    until_at = UtcDateTime(required=True, allow_none=True)
    asked_at = UtcDateTime(required=True)
    asked_by_name = fields.String(required=True)
    decided_at = UtcDateTime(required=True, allow_none=True)
    decided_by_name = fields.String(required=True, allow_none=True)
    decision_note = fields.String(required=True, allow_none=True)
    fetched_at = UtcDateTime(required=True, allow_none=True)
    rows_count = fields.Integer(required=True, allow_none=True)


class ExportRequestListSchema(Out):
    items = fields.List(fields.Nested(ExportRequestSchema), required=True)
