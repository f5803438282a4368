"""SNS-1 to SNS-6 as statements: each yields the findings that are true now. Source: domain rules §1.8.

Rows: code, subject_id, period_on, resident_id, clinician_id, team_id, contract_id, since_on, detail. What they say is said
again, slowly and plainly, in tests/unserved.py, and both are held to each other.
"""


def rested(contract: str, since: str) -> str:
    """Days on which this contract has rested, from a day on up to today: the clocks stand still meanwhile."""
    return f"""coalesce((
        select sum(greatest(0, least(coalesce(s.until_on, cast(:today as date) + 1), cast(:today as date) + 1) - greatest(s.from_on, {since})))
        from contract_suspensions s where s.contract_id = {contract}), 0)::int"""


RESIDENTS = f"""
live as (
    select c.id, c.resident_id, c.team_id, c.starts_on
    from contracts c join residents r on r.id = c.resident_id
    where c.status = any(:in_force) and c.starts_on <= :today and c.ends_on >= :today
      and (c.ended_on is null or c.ended_on >= :today)
      and (r.deceased_on is null or r.deceased_on > :today)
      and (r.moved_on is null or r.moved_on > :today)
      and (cast(:resident_ids as uuid[]) is null or c.resident_id = any(:resident_ids))
), served as (
    select f.resident_id, max(f.done_on) as last_on
    from fulfilments f join live l on l.resident_id = f.resident_id
    where f.is_counted and f.done_on between l.starts_on and :today
    group by f.resident_id
), days as (
    select distinct a.resident_id, (a.occurred_at at time zone 'Asia/Shanghai')::date as day
    from contact_attempts a join live l on l.resident_id = a.resident_id
    where (a.occurred_at at time zone 'Asia/Shanghai')::date between l.starts_on and :today
), tried as (
    select d.resident_id, d.day, row_number() over (partition by d.resident_id order by d.day) as n
    from days d left join served s on s.resident_id = d.resident_id
    where s.last_on is null or d.day > s.last_on
), unreachable as (
    select resident_id, max(day) filter (where n % :attempt_days = 0) as since_on, max(n) as day_count, max(day) as last_on
    from tried group by resident_id
    having max(day) filter (where n % :attempt_days = 0) >= cast(:today as date) - cast(:unreachable_days as int)
), year as (
    select l.resident_id, l.id as contract_id, e.item_code, e.quota, e.period_start_on as first_on, e.period_end_on as last_on
    from live l join entitlements e on e.contract_id = l.id
    where e.item_code = any(:items_owed) and e.quota > 0 and :today between e.period_start_on and e.period_end_on
), owed as (
    select y.resident_id, y.contract_id, y.item_code, y.quota, y.first_on, y.last_on,
           least(count(f.id), y.quota)::int as done
    from year y left join fulfilments f on f.resident_id = y.resident_id and f.item_code = y.item_code and f.is_counted
         and f.done_on between y.first_on and least(y.last_on, :today)
    group by y.resident_id, y.contract_id, y.item_code, y.quota, y.first_on, y.last_on
), planned as (
    select f.resident_id, i.item_code, min(f.due_on) as due_on
    from follow_ups f join live l on l.resident_id = f.resident_id
    join unnest(cast(:programmes as text[]), cast(:programme_items as text[])) i(programme, item_code)
      on i.programme = f.programme
    where f.status = 'due'
    group by f.resident_id, i.item_code
), next as (
    select o.resident_id, o.item_code,
           case when p.due_on is not null then least(p.due_on, o.last_on)
                else o.first_on + (o.last_on - o.first_on + 1) * (o.done + 1) / o.quota - 1 end as due_on
    from owed o left join planned p on p.resident_id = o.resident_id and p.item_code = o.item_code
    where o.done < o.quota
    union
    select p.resident_id, p.item_code, p.due_on from planned p
    where not exists (select from owed o where o.resident_id = p.resident_id and o.item_code = p.item_code and o.done < o.quota)
), late as (
    select n.resident_id, count(*) as item_count, min(n.due_on) as due_on,
           (array_agg(n.item_code order by n.due_on, n.item_code))[1] as item_code
    from next n join live l on l.resident_id = n.resident_id
    where cast(:today as date) - n.due_on - {rested("l.id", "n.due_on + 1")} > cast(:overdue_days as int)
    group by n.resident_id
), progress as (
    select o.resident_id, o.first_on, o.last_on, sum(o.done) as done, sum(o.quota) as quota,
           cast(:today as date) - o.first_on + 1 - {rested("o.contract_id", "o.first_on")} as day_count
    from owed o
    group by o.resident_id, o.contract_id, o.first_on, o.last_on
), behind as (
    select p.resident_id, min(p.first_on + (p.last_on - p.first_on) / 2) as half_on, sum(p.done) as done, sum(p.quota) as quota
    from progress p
    where p.day_count * 2 >= p.last_on - p.first_on + 1
      and p.done * 100 * (p.last_on - p.first_on + 1) < cast(:progress_percent_min as int) * p.quota * p.day_count
    group by p.resident_id
), truth as (
    select 'sns_1' as code, l.resident_id, l.team_id, l.id as contract_id,
           l.starts_on + cast(:unserved_days as int) + {rested("l.id", "l.starts_on")} as since_on,
           jsonb_build_object('starts_on', l.starts_on) as detail
    from live l left join served s on s.resident_id = l.resident_id
    left join unreachable u on u.resident_id = l.resident_id
    where s.resident_id is null and u.resident_id is null
      and cast(:today as date) - l.starts_on - {rested("l.id", "l.starts_on")} >= cast(:unserved_days as int)
    union all
    select 'sns_2', l.resident_id, l.team_id, l.id, t.due_on + cast(:overdue_days as int) + 1,
           jsonb_build_object('item_code', t.item_code, 'due_on', t.due_on, 'item_count', t.item_count)
    from late t join live l on l.resident_id = t.resident_id
    where exists (select from key_group_flags k where k.resident_id = l.resident_id and k.code = any(:key_groups)
                  and k.valid_from <= :today and (k.valid_to is null or k.valid_to >= :today))
    union all
    select 'sns_3', l.resident_id, l.team_id, l.id, b.half_on, jsonb_build_object('done', b.done, 'quota', b.quota)
    from behind b join live l on l.resident_id = b.resident_id
    union all
    select 'sns_5', l.resident_id, l.team_id, l.id, u.since_on,
           jsonb_build_object('day_count', u.day_count, 'last_on', u.last_on)
    from unreachable u join live l on l.resident_id = u.resident_id
)
"""

RESIDENT_ROWS = """
select code, resident_id as subject_id, cast(null as date) as period_on, resident_id, cast(null as uuid) as clinician_id,
       team_id, contract_id, since_on, detail from truth
"""

CLUSTERS = """
stops as (
    select f.performed_by as clinician_id, f.encounter_id, f.team_id, f.done_on as day, min(f.done_at) as done_at
    from fulfilments f
    where f.performed_by is not null and f.done_on > cast(:today as date) - cast(:look_back as int) and f.done_on <= :today
    group by f.performed_by, f.encounter_id, f.team_id, f.done_on
), recent as (
    select clinician_id, team_id, day,
           count(*) over (partition by clinician_id order by done_at
                          range between cast(:cluster_span as interval) preceding and current row) as records
    from stops
), patterns as (
    select clinician_id, day, 'burst' as pattern, max(records) as count from recent
    group by clinician_id, day having max(records) > :records_max
    union all
    select clinician_id, day, 'place', max(n) from (
        select c.clinician_id, (c.occurred_at at time zone 'Asia/Shanghai')::date as day, count(*) as n
        from visit_checks c
        where c.kind = 'in' and c.latitude is not null and c.occurred_at >= :since_at
        group by c.clinician_id, 2, c.latitude, c.longitude having count(*) >= :repeats
    ) same group by 1, 2
    union all
    select clinician_id, day, 'minute', max(n) from (
        select c.clinician_id, (c.occurred_at at time zone 'Asia/Shanghai')::date as day, count(*) as n
        from visit_checks c
        where c.kind = 'in' and c.occurred_at >= :since_at
        group by c.clinician_id, 2, date_trunc('minute', c.occurred_at) having count(*) >= :repeats
    ) same group by 1, 2
    union all
    select clinician_id, day, 'values', max(n) from (
        select m.clinician_id, (m.measured_at at time zone 'Asia/Shanghai')::date as day, count(*) as n
        from measurements m
        where m.kind = 'blood_pressure' and m.measured_at >= :since_at
        group by m.clinician_id, 2, m."values" having count(*) >= :repeats
    ) same group by 1, 2
)
"""
"""A stop is one record however many it was for: a round of an elder home is no cluster by itself. Of values only a blood
pressure tells: half the village has the same temperature."""

CLUSTER_ROWS = """
select 'sns_4' as code, p.clinician_id as subject_id, p.day as period_on, cast(null as uuid) as resident_id, p.clinician_id,
       (select r.team_id from recent r where r.clinician_id = p.clinician_id order by r.day = p.day desc limit 1) as team_id,
       cast(null as uuid) as contract_id, p.day as since_on,
       jsonb_build_object('patterns', jsonb_agg(jsonb_build_object('pattern', p.pattern, 'count', p.count) order by p.pattern)) as detail
from patterns p group by p.clinician_id, p.day
"""

UNCONFIRMED = """
months as (
    select v.team_id, date_trunc('month', v.started_at at time zone 'Asia/Shanghai')::date as month, count(*) as visits,
           count(*) filter (where not exists (select from visit_confirmations c where c.visit_id = v.id and c.method <> 'refused')
                            and not exists (select from satisfaction_answers a where a.visit_id = v.id)) as missing
    from visits v
    where v.status in ('completed', 'verified') and v.started_at >= :months_since_at
      and (v.started_at at time zone 'Asia/Shanghai')::date <= :today
    group by 1, 2
)
"""

UNCONFIRMED_ROWS = """
select 'sns_6' as code, team_id as subject_id, month as period_on, cast(null as uuid) as resident_id,
       cast(null as uuid) as clinician_id, team_id, cast(null as uuid) as contract_id, month as since_on,
       jsonb_build_object('visits', visits, 'missing', missing) as detail
from months where missing * 100 > visits * :unconfirmed_percent_max
"""

DIFFERENCE = """
, wanted as ({rows}
), standing as (
    select * from findings f where f.closed_at is null and f.code = any(:codes)
      and (cast(:resident_ids as uuid[]) is null or f.resident_id = any(:resident_ids))
      and (cast(:periods_from as date) is null or f.period_on >= :periods_from)
)
select s.id, w.*
from wanted w full join standing s
  on s.code = w.code and s.subject_id = w.subject_id
 and coalesce(s.period_on, date '0001-01-01') = coalesce(w.period_on, date '0001-01-01')
where (s.id is null and not exists (
         select from findings d where d.settled_by_account_id is not null and d.code = w.code
            and d.subject_id = w.subject_id and d.period_on is not distinct from w.period_on))
   or w.code is null
   or s.id is not null and (s.detail, s.team_id, s.contract_id, s.since_on) is distinct from (w.detail, w.team_id, w.contract_id, w.since_on)
"""
"""What has to be written: new ones without an id, those that are over without a code, the others as they are now."""


def difference(truths: str, rows: str) -> str:
    """One statement: what is true now against what stands."""
    return f"with {truths}{DIFFERENCE.format(rows=rows)}"
