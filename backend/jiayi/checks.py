"""`jiayi sync verify`: every county's feed against what it should be. `jiayi contract verify`: one contract's evidence."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Engine, text

from jiayi.app import make_runtime
from jiayi.contracts import service as contracts
from jiayi.contracts.terms import Finding, FindingState
from jiayi.core import database
from jiayi.core.settings import Settings
from jiayi.sync.verify import verify


def counties(urls: database.Urls) -> list[int]:
    """The counties that have a feed."""
    engine = database.owner_engine(urls.owner)
    with engine.connect() as connection:
        found = connection.scalars(text("select distinct county_id from sync_buckets order by 1")).all()
    engine.dispose()
    return [int(county) for county in found]


def verify_feed(settings: Settings, urls: database.Urls) -> Iterator[str]:
    """Every difference, in words."""
    runtime = make_runtime(settings, urls)
    for county_id in counties(urls):
        with runtime.sessions.county(county_id) as session:
            for difference in verify(session, runtime.feed):
                yield f"{county_id} {difference}"
    runtime.engine.dispose()


def verify_contract(settings: Settings, contract_id: UUID, county_id: int | None = None) -> list[Finding] | None:
    """What the evidence of a signed contract says, and whether the audit names each of its seals; None without one.

    Needs the owner's connection: the application's role cannot read the audit.
    """
    with database.connected(settings) as urls:
        owner, runtime = database.owner_engine(urls.owner), make_runtime(settings, urls)
        try:
            found_in = _county_of(owner, contract_id)
            if found_in is None or county_id not in {None, found_in}:
                return None
            with runtime.sessions.county(found_in) as session:
                findings = contracts.verify(session, contract_id)
                seals = contracts.seals_of(session, contract_id)
            if not findings:
                return None
            is_named = set(seals) <= _audited_seals(owner, found_in, contract_id)
            return [*findings, Finding("audit", FindingState.HOLDS if is_named else FindingState.MISSING)]
        finally:
            runtime.engine.dispose()
            owner.dispose()


def _county_of(owner: Engine, contract_id: UUID) -> int | None:
    with owner.connect() as connection:
        found = connection.scalar(text("select county_id from contracts where id = :id"), {"id": contract_id})
    return None if found is None else int(found)


def _audited_seals(owner: Engine, county_id: int, contract_id: UUID) -> set[str]:
    """The seals that the audit says were set on the contract."""
    named = text(
        "select detail ->> 'seal' from audit_entries where county_id = :county and subject = :subject and detail ? 'seal'"
    )
    with owner.connect() as connection:
        return set(connection.scalars(named, {"county": county_id, "subject": f"contract:{contract_id}"}))
