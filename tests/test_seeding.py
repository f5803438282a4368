"""A county is filled by COPY; the product's own verbs then find nothing to correct."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import click
import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.app import Runtime, create_app, make_runtime
from jiayi.contracts import service as contracts
from jiayi.contracts.models import Contract, Entitlement
from jiayi.contracts.service import text as contract_text
from jiayi.core import migrate
from jiayi.core.clock import now as clock_now
from jiayi.core.database import EmbeddedServer, Urls, app_engine, create_role_and_database, owner_engine
from jiayi.core.dates import china_date
from jiayi.core.settings import Settings
from jiayi.demo.money import MONTHS
from jiayi.demo.people import told_mobile
from jiayi.demo.residents import TOWN_SIZE
from jiayi.demo.seeding import CHECKED_TOWNS, MIN_RESIDENTS, SeedingError, seed_county
from jiayi.demo.sheets import ColumnError, Sheets
from jiayi.fees import service as fees
from jiayi.fulfilment import service as fulfilment
from jiayi.residents.models import KeyGroupFlag, Resident
from jiayi.residents.service import flags
from jiayi.residents.tables import KeyGroups
from jiayi.sync.terms import COUNTY as COUNTY_BUCKET
from jiayi.sync.terms import Bucket, BucketKind
from jiayi.sync.verify import verify
from jiayi.visits.models import Visit
from jiayi.visits.rules import verification
from jiayi.visits.service.review import proof_of
from jiayi.visits.terms import VisitStatus
from tests.conftest import strict
from tests.phone import Phone, signed_in

COUNTY = 511399
RESIDENTS = 120
DOCTOR, NURSE, LEADER, ELDER, DAUGHTER, MANAGER = "0106", "0107", "0105", "1016", "6021", "0201"


class Seeded(NamedTuple):
    """A county of a test run's own, filled once."""

    urls: Urls
    runtime: Runtime
    app: Flask

    def phone(self, ending: str, realm: str = "staff") -> Phone:
        return signed_in(self.app, told_mobile(COUNTY, ending), realm)


@pytest.fixture(scope="module")
def seeded(server: EmbeddedServer, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    name = f"seeded_{uuid4().hex[:8]}"
    create_role_and_database(server.url(), name)
    urls = server.urls(name)
    owner = owner_engine(urls.owner)
    migrate.upgrade(owner)
    owner.dispose()
    own = replace(settings, data_dir=Path(tmp_path_factory.mktemp("seeded")))
    seed_county(own, urls, county_id=COUNTY, residents=RESIDENTS)
    engine = app_engine(urls.app)
    runtime = make_runtime(own, urls, engine)
    yield Seeded(urls, runtime, create_app(runtime))
    engine.dispose()


_PARENTLESS = """
select format(
    'select %L, count(*) from %s c where %s and not exists (select from %s p where %s)', k.conname, k.conrelid::regclass,
    string_agg(format('c.%I is not null', mine.attname), ' and '), k.confrelid::regclass,
    string_agg(format('p.%I = c.%I', theirs.attname, mine.attname), ' and '))
from pg_constraint k
cross join lateral unnest(k.conkey, k.confkey) as pair(here, there)
join pg_attribute mine on mine.attrelid = k.conrelid and mine.attnum = pair.here
join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = pair.there
where k.contype = 'f' group by k.oid, k.conname, k.conrelid, k.confrelid
"""


@pytest.mark.soak
def test_a_large_county_has_no_row_without_the_one_it_belongs_to(server: EmbeddedServer, settings: Settings):
    """Its towns are written with foreign keys and indexes at rest; several towns have people of the story's names."""
    name = f"seeded_{uuid4().hex[:8]}"
    create_role_and_database(server.url(), name)
    owner = owner_engine(server.urls(name).owner)
    migrate.upgrade(owner)
    indexes = text(
        "select c.relname, i.indrelid, i.indkey::text, i.indisunique, i.indisvalid, i.indpred is null"
        " from pg_index i join pg_class c on c.oid = i.indexrelid"
        " where c.relnamespace = 'public'::regnamespace order by c.relname"
    )
    with owner.connect() as connection:
        before = connection.execute(indexes).all()
    seed_county(settings, server.urls(name), county_id=COUNTY, residents=(CHECKED_TOWNS + 1) * TOWN_SIZE)
    with owner.connect() as connection:
        assert connection.execute(indexes).all() == before
        counts = [connection.execute(text(query)).one() for query in connection.scalars(text(_PARENTLESS)).all()]
    owner.dispose()
    assert len(counts) > 50
    assert [tuple(one) for one in counts if one[1]] == []


@pytest.fixture
def session(seeded: Seeded) -> Iterator[Session]:
    with seeded.runtime.sessions.county(COUNTY) as session:
        yield session


def test_the_county_has_its_people_and_no_more(session: Session):
    assert session.scalar(text("select count(*) from residents")) == RESIDENTS
    assert session.scalar(text("select count(*) from clinicians")) == 14
    assert session.scalar(text("select count(*) from contracts where status = 'active'")) > RESIDENTS / 2


def test_the_feed_is_what_the_rows_say(seeded: Seeded, session: Session):
    teams = session.scalars(text("select id from care_teams")).all()
    residents = session.scalars(text("select id from residents order by id limit 10")).all()
    buckets = [COUNTY_BUCKET, *(Bucket(BucketKind.TEAM, one) for one in teams)]
    buckets += [Bucket(kind, one) for kind in (BucketKind.RESIDENT, BucketKind.FAMILY) for one in residents]
    seeded.runtime.feed.open(session, buckets)
    assert [str(one) for one in verify(session, seeded.runtime.feed)] == []


def test_a_second_seed_finds_the_county_inhabited(seeded: Seeded, settings: Settings):
    with pytest.raises(SeedingError, match="has residents already"):
        seed_county(settings, seeded.urls, county_id=COUNTY, residents=RESIDENTS)


@pytest.mark.parametrize("residents", [0, MIN_RESIDENTS - 1, 10_000_000])
def test_a_county_of_no_size_is_refused(seeded: Seeded, settings: Settings, residents: int):
    with pytest.raises(click.ClickException):
        seed_county(settings, seeded.urls, county_id=COUNTY + 1, residents=residents)


def test_another_county_fits_beside_it(seeded: Seeded, session: Session, settings: Settings):
    seed_county(settings, seeded.urls, county_id=COUNTY + 1, residents=MIN_RESIDENTS)
    assert session.scalar(text("select count(*) from residents")) == RESIDENTS
    with seeded.runtime.sessions.county(COUNTY + 1) as other:
        assert other.scalar(text("select count(*) from residents")) == MIN_RESIDENTS


def test_key_groups_are_as_they_would_be_computed(session: Session):
    table = session.info["tools"].rules.of(KeyGroups, china_date(clock_now()))
    before = {(one.id, one.valid_from, one.valid_to) for one in session.query(KeyGroupFlag)}
    for resident in session.query(Resident):
        flags.compute_flags(session, resident, table)
    session.flush()
    session.expire_all()
    assert {(one.id, one.valid_from, one.valid_to) for one in session.query(KeyGroupFlag)} == before
    session.rollback()


def test_deeds_are_as_they_would_be_written(session: Session):
    assert session.scalar(text("select count(*) from fulfilments")) > RESIDENTS
    assert fulfilment.write(session, clock_now()) == set()


def test_fees_are_as_they_would_be_booked(seeded: Seeded, session: Session):
    months = text("select max(month_on), count(distinct month_on) from fee_months")
    last, count = session.execute(months).one()
    assert session.scalar(text("select count(distinct month_on) from fee_entries")) == count == MONTHS
    assert fees.book_month(seeded.runtime.sessions, COUNTY, clock_now(), last) == 0


def test_the_paper_is_as_it_would_be_written(session: Session):
    signed = session.query(Contract).filter(Contract.text.is_not(None)).limit(20).all()
    assert signed
    for contract in signed:
        assert contract.text_hash == contract_text.text_hash(contract.text or {})
        composed = contract_text.compose(session, contract, china_date(clock_now()))
        # What a contract entitles to was written as things stood when it began.
        assert {key: composed[key] for key in composed if key != "services"} == {
            key: value for key, value in (contract.text or {}).items() if key != "services"
        }


def test_every_signature_is_sealed_and_holds(session: Session):
    signed = session.scalars(text("select id from contracts where signed_at is not null")).all()
    assert signed
    assert [one for one in signed if not contracts.holds(contracts.verify(session, one))] == []


def test_balances_follow_from_the_visits(session: Session):
    """What the ledger says was consumed is what the visits say was done."""
    done = text(
        "select contract_id, item_code, count(*) from visit_services where is_consumed and contract_id is not null"
        " group by contract_id, item_code"
    )
    by_visits = {(contract_id, code): int(count) for contract_id, code, count in session.execute(done)}
    ids = session.scalars(text("select id from contracts")).all()
    by_ledger: dict[tuple[UUID, str], int] = {}
    for contract_id, balances in contracts.balances(session, ids).items():
        for one in balances:
            key = (contract_id, one.item_code)
            by_ledger[key] = by_ledger.get(key, 0) + one.consumed
            assert one.reserved >= 0
    given = {(row.contract_id, row.item_code) for row in session.query(Entitlement)}
    assert {key: count for key, count in by_ledger.items() if count} == {
        key: count for key, count in by_visits.items() if key in given
    }


def test_the_elders_balance_is_the_one_on_her_screen(session: Session):
    yufang = session.scalar(
        text("select id from residents where name = '杜玉芳' and address_text like '%黄桷村2组8号'")
    )
    contract = contracts.active_contract(session, yufang, china_date(clock_now()))
    assert contract is not None
    left = {one.item_code: one.left for one in contracts.balances(session, [contract.id])[contract.id]}
    assert (left["D01"], left["C07"], left["C09"], left["D03"]) == (7, 2, 1, None)


def test_visits_stand_where_their_proof_leaves_them(session: Session):
    closed = session.query(Visit).filter(Visit.status.in_([VisitStatus.COMPLETED, VisitStatus.VERIFIED])).all()
    assert len(closed) > 100
    for visit in closed:
        found = verification(proof_of(session, visit))
        assert not found.missing
        assert [reason.value for reason in found.reviews] == visit.review_reasons, visit.place_text
        assert (visit.status is VisitStatus.VERIFIED) == (not found.reviews or visit.reviewed_at is not None)


def test_the_doctor_sees_the_day_offline_after_one_pull(seeded: Seeded):
    phone = seeded.phone(DOCTOR)
    documents, cursor, more = [], None, True
    while more:
        body = phone.pull(cursor)
        documents += body["documents"]
        cursor, more = body["cursor"], body["more"]
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for document in documents:
        by_kind[document["kind"]].append(document["body"])
    people = {one["id"]: one for one in by_kind["resident"]}
    me = next(one["id"] for one in by_kind["clinician"] if one["name"] == "陈志远")
    # The hours from 8 to 18 of a day in China lie in one day of UTC.
    today = china_date(clock_now()).isoformat()
    mine = [
        one for one in by_kind["visit"] if me in one["clinician_ids"] and str(one["planned_start_at"]).startswith(today)
    ]
    mine.sort(key=lambda one: one["planned_start_at"])
    names = [people[one["resident_ids"][0]]["name"] for one in mine]
    assert names[:4] == ["丁大川", "任桂英", "雍德明", "青永福"]
    assert [one["order_nos"][me] for one in mine] == list(range(1, len(mine) + 1))
    dachuan = people[mine[0]["resident_ids"][0]]
    assert dachuan["allergies"] == ["青霉素"]
    assert told_mobile(COUNTY, "1001") in [phone["number"] for phone in dachuan["phones"]]


def test_the_daughter_may_book_for_her_mother_and_sees_no_other(seeded: Seeded):
    phone = seeded.phone(DAUGHTER, "family")
    (mother,) = phone.get("/residents").json["items"]
    assert mother["name"] == "杜玉芳"
    wish = (china_date(clock_now()) + timedelta(days=3)).isoformat()
    body = {
        "id": str(uuid4()), "services": [{"resident_id": mother["id"], "item_code": "D01"}], "wish_on": wish,
        "wish_part": "morning", "source": "app_proxy",
    }  # fmt: skip
    assert phone.post("/visits", body).status_code in {200, 201}


def test_the_leader_files_the_work_that_was_held_and_the_visit_counts(seeded: Seeded):
    leader = seeded.phone(LEADER)
    held = leader.get("/sync/held").json["items"]
    assert [one["kind"].split(".")[1] for one in sorted(held, key=lambda one: one["occurred_at"])] == [
        "check_in", "measure", "record_services", "confirm", "check_out",
    ]  # fmt: skip
    visit_id = held[0]["entity_id"]
    assert leader.get(f"/visits/{visit_id}").json["status"] == "cancelled"
    first = min(held, key=lambda one: one["occurred_at"])
    answer = leader.post(f"/sync/held/{first['id']}/file", {})
    assert answer.status_code == 200, answer.json
    assert leader.get("/sync/held").json["items"] == [], "what hangs on it goes along"
    assert leader.get(f"/visits/{visit_id}").json["status"] in {"completed", "verified"}


def test_the_doctor_may_renew_what_is_asked_for(seeded: Seeded):
    doctor = seeded.phone(DOCTOR)
    asked = doctor.get("/refill-requests?status=pending").json["items"]
    people = {one["id"]: one["name"] for one in doctor.get("/residents?limit=200").json["items"]}
    request = next(one for one in asked if people.get(one["resident_id"]) == "黄天贵")
    answer = doctor.post(f"/refill-requests/{request['id']}/decide", {"decision": "approve", "days": 28})
    assert answer.status_code == 200, answer.json


def test_the_inboxes_are_not_empty(seeded: Seeded):
    for ending, realm in (
        (ELDER, "family"),
        (DAUGHTER, "family"),
        (LEADER, "staff"),
        (NURSE, "staff"),
        (DOCTOR, "staff"),
    ):
        pulled = seeded.phone(ending, realm).pull()
        kinds = [document["kind"] for document in pulled["documents"]]
        assert "notice" in kinds, ending


def test_the_manager_reads_figures(seeded: Seeded):
    overview = seeded.phone(MANAGER).get("/reports/overview")
    assert overview.status_code == 200
    assert re.search(r"\d", overview.get_data(as_text=True))


def test_the_list_of_people_to_be_names_one_of_each_role(seeded: Seeded):
    listed = [one for one in Phone(seeded.app).get("/demo/accounts").json if one["county_id"] == COUNTY]
    assert [one["role"] for one in listed] == [
        "resident", "proxy", "clinician", "clinician", "team_leader", "manager", "supervisor",
    ]  # fmt: skip
    for one in listed:
        assert set(one) == {"role", "name", "phone", "realm", "county_id"}
        assert signed_in(seeded.app, one["phone"], one["realm"]).token


def test_outside_the_demo_nobody_is_listed(seeded: Seeded):
    assert Phone(create_app(strict(seeded.runtime))).get("/demo/accounts").status_code == 404


def test_a_row_must_fill_its_table():
    sheet = Sheets(COUNTY)["households"]
    sheet.add(id=uuid4(), name="丁大川家", address="石板桥3组12号")
    with pytest.raises(ColumnError, match="roof"):
        sheet.add(id=uuid4(), name="丁大川家", address="石板桥3组12号", roof="red")
    with pytest.raises(ColumnError, match="address"):
        sheet.add(id=uuid4(), name="丁大川家")


def test_text_is_written_as_copy_reads_it(seeded: Seeded):
    address = "石板桥\t3组\\12号\n后门\r\n\\N"
    sheets = Sheets(COUNTY)
    row_id = uuid4()
    sheets["households"].add(id=row_id, name="丁大川家", address=address)
    engine = owner_engine(seeded.urls.owner)
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        with raw.cursor() as cursor:
            sheets.write(cursor)
        kept = connection.scalar(text("select address from households where id = :id"), {"id": row_id})
        connection.rollback()
    engine.dispose()
    assert kept == address
