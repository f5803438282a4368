"""What stands around the tables: functions, row-level security, grants, the job queue.

A migration that makes tables calls `functions()` before and `protect()` after. `protect()` looks at every table that has
a `county_id`, so a new one cannot be forgotten (and a test looks again).
"""

from alembic import op
from procrastinate.schema import SchemaManager

from jiayi.core.audit import AUDIT_SEAL_SQL
from jiayi.core.database import APP_ROLE

UUID_NUMBER = """
create or replace function jiayi_uuid_number(value uuid) returns numeric language sql immutable strict parallel safe as $$
    select ('x' || substr(replace(value::text, '-', ''), 1, 16))::bit(64)::bigint::numeric * 18446744073709551616
         + ('x' || substr(replace(value::text, '-', ''), 17, 16))::bit(64)::bigint::numeric
$$
"""
"""Different for different UUIDs: so that an exclusion constraint can compare them in core GiST, with no extension."""

PROTECT = """
do $$
declare name text;
begin
    for name in
        select c.relname from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_id' and not a.attisdropped
        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity and c.relname <> 'memberships'
    loop
        execute format('alter table %I enable row level security', name);
        execute format(
            'create policy county on %I using (county_id = nullif(current_setting(''app.county_id'', true), '''')::int)'
            ' with check (county_id = nullif(current_setting(''app.county_id'', true), '''')::int)', name);
    end loop;
end $$
"""

COUNTED_FROM = {
    "residents": "select county_id, id from changed",
    "key_group_flags": "select distinct county_id, resident_id from changed",
    "contracts": "select distinct county_id, resident_id from changed",
    "programme_enrolments": "select distinct county_id, resident_id from changed",
    "follow_ups": "select distinct county_id, resident_id from changed",
    "fulfilments": "select distinct county_id, resident_id from changed",
    "measurements": "select distinct county_id, resident_id from changed",
    "satisfaction_answers": "select distinct county_id, resident_id from changed",
    "contact_attempts": "select distinct county_id, resident_id from changed",
    "entitlements": "select distinct n.county_id, c.resident_id from changed n"
    " join contracts c on c.county_id = n.county_id and c.id = n.contract_id",
    "contract_suspensions": "select distinct n.county_id, c.resident_id from changed n"
    " join contracts c on c.county_id = n.county_id and c.id = n.contract_id",
    "visit_confirmations": "select distinct n.county_id, f.resident_id from changed n"
    " join fulfilments f on f.county_id = n.county_id and f.visit_id = n.visit_id",
}
"""What indicators are counted from, and about whom a changed row is: he or she is counted anew (reports)."""

APPEND_ONLY = (
    "audit_entries", "audit_seals", "contract_evidence", "fee_entries", "fee_months", "ledger_entries", "visit_bills",
    "visit_payments",
)  # fmt: skip
"""The application's role may add rows here and never change them."""


def _indicator_marks() -> None:
    """Whoever is written about leaves a mark, however it is written; a mark more or less does no harm."""
    for table, whom in COUNTED_FROM.items():
        op.execute(
            f"create or replace function mark_{table}() returns trigger language plpgsql as $$ begin"
            f" insert into indicator_marks (county_id, id, resident_id)"
            f" select m.county_id, gen_random_uuid(), m.id from ({whom}) m (county_id, id); return null; end $$"
        )
        for event, rows in (("insert", "new"), ("update", "new"), ("delete", "old")):
            op.execute(
                f"create or replace trigger mark_{event} after {event} on {table} referencing {rows} table as changed"
                f" for each statement execute function mark_{table}()"
            )


def functions() -> None:
    """Functions that tables need."""
    op.execute(UUID_NUMBER)


def protect() -> None:
    """Row-level security on every table of a county, marks for what is counted, the application role's rights. Idempotent."""
    op.execute(PROTECT)
    _indicator_marks()
    op.execute(f"grant usage on schema public to {APP_ROLE}")
    op.execute(f"grant select, insert, update, delete on all tables in schema public to {APP_ROLE}")
    op.execute(f"grant usage, select on all sequences in schema public to {APP_ROLE}")
    op.execute(f"grant execute on all functions in schema public to {APP_ROLE}")
    for table in APPEND_ONLY:
        op.execute(f"revoke update, delete, truncate on {table} from {APP_ROLE}")
    for table in ("audit_entries", "audit_seals"):
        op.execute(f"revoke select on {table} from {APP_ROLE}")
    op.execute(f"revoke insert on audit_seals from {APP_ROLE}")
    op.execute(f"revoke all on alembic_version from {APP_ROLE}")


def audit_seal() -> None:
    """The function that seals the audit entries of a county; it runs with the owner's rights."""
    op.execute(AUDIT_SEAL_SQL)


def job_queue() -> None:
    """procrastinate's own tables and functions."""
    cursor = op.get_bind().connection.cursor()
    cursor.execute(SchemaManager.get_schema())
