"""The indicators of domain rules §1.9 as statements: the one place where they are counted.

Each yields lines `resident_id, team_id, village, numerator, denominator`; a rate is the sum of its lines, and the people
behind it are the same lines. They look at one day (`:on`), with the flags, contracts and teams of that day, and back to
the first of its year; `:ids` narrows them to some residents. What they say is said again, slowly and plainly, in
tests/rules/indicators.py, and both are held to each other. In words: docs/indicators.md.
"""

from collections.abc import Collection

DAY_OF = "({} at time zone 'Asia/Shanghai')::date"

PEOPLE = f"""
person as (
    select r.id, r.care_team_id, coalesce(r.village, '') as village
    from residents r
    where (r.deceased_on is null or r.deceased_on > :on) and (r.moved_on is null or r.moved_on > :on) and {DAY_OF.format("r.registered_at")} <= :on
      and (cast(:ids as uuid[]) is null or r.id = any(:ids))
), held as (
    select c.id, c.resident_id, c.organization_id, c.starts_on, least(c.ends_on, c.ended_on) as last_on, c.status, c.end_reason,
           coalesce((select a.was_team_id from contract_amendments a where a.contract_id = c.id and a.status = 'applied'
                     and a.team_id is not null and a.from_on > :on order by a.from_on limit 1), c.team_id) as team_id,
           coalesce((select a.was_package_ids from contract_amendments a where a.contract_id = c.id and a.status = 'applied'
                     and a.package_ids is not null and a.from_on > :on order by a.from_on limit 1), c.package_ids) as package_ids
    from contracts c
    where c.status = any(:counted_statuses) and c.starts_on <= :on and least(c.ends_on, c.ended_on) >= :year_start
      and (cast(:ids as uuid[]) is null or c.resident_id = any(:ids))
), signed as (
    select distinct on (h.resident_id) h.*
    from held h join person p on p.id = h.resident_id
    where h.last_on >= :on
    order by h.resident_id, h.starts_on desc, h.id
), cell as (
    select p.id as resident_id, coalesce(s.team_id, p.care_team_id) as team_id, p.village, s.id is not null as is_signed
    from person p left join signed s on s.resident_id = p.id
), flagged as (
    select distinct f.resident_id, f.code
    from key_group_flags f
    where f.valid_from <= :on and (f.valid_to is null or f.valid_to >= :on)
      and (cast(:ids as uuid[]) is null or f.resident_id = any(:ids))
), given as (
    select f.resident_id, array_agg(distinct f.item_code) as items
    from fulfilments f
    where f.is_counted and f.done_on between :year_start and :on
      and (cast(:ids as uuid[]) is null or f.resident_id = any(:ids))
    group by f.resident_id
)"""


def _rested(from_on: str, until_on: str) -> str:
    """Days from one to the other, both included, on which contract `h` rested: nothing falls due meanwhile."""
    return f"""coalesce((
        select sum(greatest(0, least(coalesce(x.until_on, {until_on} + 1), {until_on} + 1) - greatest(x.from_on, {from_on})))
        from contract_suspensions x where x.contract_id = h.id), 0)::int"""


OWED = f"""
due as (
    select s.resident_id, e.item_code, e.quota, e.period_start_on as first_on, e.period_end_on as end_on, t.until_on,
           floor(e.quota * (t.until_on - e.period_start_on + 1 - {_rested("e.period_start_on", "t.until_on")})::numeric
                 / (e.period_end_on - e.period_start_on + 1))::int as by_now,
           case when e.period_start_on < :year_start then
                floor(e.quota * (b.before_on - e.period_start_on + 1 - {_rested("e.period_start_on", "b.before_on")})::numeric
                      / (e.period_end_on - e.period_start_on + 1))::int
                else 0 end as before
    from signed s
    join held h on h.resident_id = s.resident_id
    join entitlements e on e.contract_id = h.id
    cross join lateral (select least(e.period_end_on, h.last_on, cast(:on as date)) as until_on) t
    cross join lateral (select cast(:year_start as date) - 1 as before_on) b
    where e.item_code = any(:items_owed) and e.quota > 0
      and e.period_start_on <= t.until_on and t.until_on >= :year_start
), owed as (
    select d.resident_id, sum(d.by_now - d.before)::int as due,
           sum(least(greatest(coalesce(f.times, 0) - d.before, 0), d.by_now - d.before))::int as kept
    from due d
    left join lateral (
        select count(*)::int as times from fulfilments f
        where f.resident_id = d.resident_id and f.item_code = d.item_code and f.is_counted
          and f.done_on between d.first_on and d.until_on
    ) f on d.by_now > d.before
    group by d.resident_id
    having sum(d.by_now - d.before) > 0
)"""

MANAGED = f"""
managed as (
    select distinct e.resident_id, e.programme
    from programme_enrolments e
    where e.enrolled_on <= :on and (e.ended_on is null or e.ended_on >= :year_start)
      and e.leave_reason is distinct from 'entered_wrongly'
      and (cast(:ids as uuid[]) is null or e.resident_id = any(:ids))
), met as (
    select f.resident_id, f.programme, f.id, f.is_face_to_face, f.outcome, f.is_in_target, d.day,
           lead(d.day) over (partition by f.resident_id, f.programme order by d.day, f.done_at, f.id) as next_on
    from follow_ups f cross join lateral (select {DAY_OF.format("f.done_at")} as day) d
    where f.status = 'done' and d.day between :year_start and :on
      and (cast(:ids as uuid[]) is null or f.resident_id = any(:ids))
), regular as (
    select m.resident_id, m.programme, count(*) filter (where m.is_face_to_face) as times,
           bool_and(coalesce(m.next_on, cast(:on as date)) - m.day
                    <= case when m.outcome = 'satisfied' then cast(:regular_days as int) else cast(:recheck_days as int) end) as is_kept
    from met m
    group by m.resident_id, m.programme
), lost as (
    select f.resident_id, f.programme, max(f.due_on) as day
    from follow_ups f
    where f.status = 'lost' and f.due_on between :year_start and :on
      and (cast(:ids as uuid[]) is null or f.resident_id = any(:ids))
    group by f.resident_id, f.programme
), fasting as (
    select m.resident_id, m.measured_at, (m."values" ->> 'fasting')::numeric as value
    from measurements m
    where m.kind = 'glucose' and m."values" ? 'fasting' and {DAY_OF.format("m.measured_at")} between :year_start and :on
      and (cast(:ids as uuid[]) is null or m.resident_id = any(:ids))
), pressure as (
    select distinct on (m.resident_id) m.resident_id, m.day, m.is_in_target
    from met m
    where m.programme = 'hypertension' and m.is_face_to_face and m.is_in_target is not null
    order by m.resident_id, m.day desc, m.id desc
), sugar as (
    select distinct on (f.resident_id) f.resident_id, {DAY_OF.format("f.measured_at")} as day,
           f.value < cast(:fasting_below as numeric) as is_in_target
    from fasting f
    order by f.resident_id, f.measured_at desc
), tested as (
    select f.resident_id, count(*) as times from fasting f group by f.resident_id
), used as (
    select f.resident_id from fulfilments f
    where f.done_on between :year_start and :on and (cast(:ids as uuid[]) is null or f.resident_id = any(:ids))
    union
    select m.resident_id from met m
    union
    select m.resident_id from measurements m
    where {DAY_OF.format("m.measured_at")} between :year_start and :on
      and (cast(:ids as uuid[]) is null or m.resident_id = any(:ids))
)"""

_OF_CELL = "c.resident_id, c.team_id, c.village"


def _managed(programme: str, more: str = "") -> str:
    return f"""
    select {_OF_CELL}, (coalesce(g.times, 0) >= :face_to_face_times and coalesce(g.is_kept, false)
           and coalesce(:exam_item = any(v.items), false){more})::int, 1
    from cell c join managed m on m.resident_id = c.resident_id and m.programme = '{programme}'
    left join given v on v.resident_id = c.resident_id
    left join tested t on t.resident_id = c.resident_id
    left join regular g on g.resident_id = c.resident_id and g.programme = '{programme}'"""


def _controlled(programme: str, latest: str) -> str:
    """Whoever was lost since the last value is not in target."""
    return f"""
    select {_OF_CELL}, (coalesce(l.is_in_target, false) and (o.day is null or o.day <= l.day))::int, 1
    from cell c join managed m on m.resident_id = c.resident_id and m.programme = '{programme}'
    left join {latest} l on l.resident_id = c.resident_id
    left join lost o on o.resident_id = c.resident_id and o.programme = '{programme}'"""


def _elders(items: str) -> str:
    return f"""
    select {_OF_CELL}, coalesce(v.items @> cast(:{items} as text[]), false)::int, 1
    from cell c join flagged f on f.resident_id = c.resident_id and f.code = 'K01'
    left join given v on v.resident_id = c.resident_id"""


_SELECTS = {
    "signed": f"select {_OF_CELL}, c.is_signed::int, 1 from cell c",
    "key_group": f"""
    select {_OF_CELL}, c.is_signed::int, 1
    from cell c where exists (select from flagged f where f.resident_id = c.resident_id)""",
    "paid": f"""
    select {_OF_CELL}, jsonb_exists_any(s.package_ids, array(
               select k.id::text from packages k
               where (k.payer_split ->> 'resident')::int > 0 or (k.payer_split ->> 'insurance')::int > 0))::int, 1
    from cell c join signed s on s.resident_id = c.resident_id""",
    "renewed": """
    select h.resident_id, h.team_id, coalesce(r.village, ''), coalesce((
               select n.organization_id = h.organization_id and n.starts_on <= h.last_on + cast(:lapse_days as int)
               from contracts n
               where n.resident_id = h.resident_id and n.starts_on > h.last_on and n.status = any(:signed_statuses)
               order by n.starts_on, n.id limit 1), false)::int, 1
    from held h join residents r on r.id = h.resident_id
    where h.last_on <= :on and h.status <> 'closed_death' and (r.deceased_on is null or r.deceased_on > h.last_on)
      and (r.moved_on is null or r.moved_on > h.last_on + 1)
      and (h.end_reason is null or h.end_reason <> all(:moved_reasons))""",
    "fulfilled": f"""
    select {_OF_CELL}, (o.kept = o.due)::int, 1 from cell c join owed o on o.resident_id = c.resident_id""",
    "fulfilled_items": f"""
    select {_OF_CELL}, o.kept, o.due from cell c join owed o on o.resident_id = c.resident_id""",
    "elder_managed": _elders("elder_items"),
    "tcm_managed": _elders("tcm_items"),
    "htn_managed": _managed("hypertension"),
    "htn_controlled": _controlled("hypertension", "pressure"),
    "dm_managed": _managed(
        "diabetes",
        "\n           and coalesce(t.times, 0) >= :fasting_times",
    ),
    "dm_controlled": _controlled("diabetes", "sugar"),
    "file_used": f"""
    select {_OF_CELL}, (u.resident_id is not null)::int, 1
    from cell c left join used u on u.resident_id = c.resident_id""",
    "satisfied": f"""
    select a.resident_id, a.team_id, coalesce(r.village, ''), (a.score >= :satisfied_from)::int, 1
    from satisfaction_answers a join residents r on r.id = a.resident_id
    where {DAY_OF.format("a.answered_at")} between :year_start and :on
      and (cast(:ids as uuid[]) is null or a.resident_id = any(:ids))""",
    "unserved": f"""
    select {_OF_CELL}, (not exists (
               select from fulfilments f where f.resident_id = c.resident_id and f.is_counted
               and f.done_on between h.starts_on and :on)
               and u.resident_id is null)::int, 1
    from cell c join signed h on h.resident_id = c.resident_id
    left join unreachable u on u.resident_id = c.resident_id
    where cast(:on as date) - h.starts_on - {_rested("h.starts_on", "cast(:on as date)")} >= cast(:unserved_days as int)""",
    "confirmed": """
    select v.resident_id, v.team_id, coalesce(r.village, ''), (exists (
               select from visit_confirmations x where x.visit_id = v.visit_id and x.method = any(:confirm_methods)))::int, 1
    from stops v join residents r on r.id = v.resident_id""",
    "visits_month": """
    select v.resident_id, v.team_id, coalesce(r.village, ''), 1, 1
    from stops v join residents r on r.id = v.resident_id
    where v.done_on >= date_trunc('month', cast(:on as date))::date""",
}
_STOPS = """
stops as (
    select f.resident_id, f.visit_id, f.team_id, min(f.done_on) as done_on
    from fulfilments f
    where f.visit_id is not null and f.done_on between :year_start and :on
      and (cast(:ids as uuid[]) is null or f.resident_id = any(:ids))
    group by f.resident_id, f.visit_id, f.team_id
)"""
"""Somebody at whose home something was done on one visit: a couple's visit counts for both."""

UNREACHABLE = f"""
tried as (
    select d.resident_id, d.day, row_number() over (partition by d.resident_id order by d.day) as n
    from (
        select distinct a.resident_id, {DAY_OF.format("a.occurred_at")} as day
        from contact_attempts a join signed s on s.resident_id = a.resident_id
        where {DAY_OF.format("a.occurred_at")} between s.starts_on and :on
    ) d
), unreachable as (
    select resident_id from tried where n % cast(:attempt_days as int) = 0
    group by resident_id having max(day) >= cast(:on as date) - cast(:unreachable_days as int)
)"""
"""SNS-5 of those who were never served: on so many days nobody was found, the last of them not long ago."""

_OF_GROUP = """
    select 'key_group_' || lower(f.code), c.resident_id, c.team_id, c.village, c.is_signed::int, 1
    from cell c join flagged f on f.resident_id = c.resident_id"""
_GROUP = "key_group_"


def lines_of(codes: Collection[str]) -> str:
    """The common table expressions up to `lines(code, resident_id, team_id, village, numerator, denominator)` of these.

    Of the key groups all come at once. Parameters: those of `parameters` in counting.py.
    """
    parts = [f"select '{code}', n.* from ({_SELECTS[code].strip()}) n" for code in _SELECTS if code in codes]
    if any(code.startswith(_GROUP) for code in codes):
        parts.append(_OF_GROUP)
    union = "\n    union all\n    ".join(parts)
    named = "lines(code, resident_id, team_id, village, numerator, denominator)"
    return f"{PEOPLE},{OWED},{MANAGED},{_STOPS},{UNREACHABLE},\n{named} as (\n    {union}\n)"
